#!/usr/bin/env python3
"""Writes Sources/Lexicon/Pinyin/PinyinTable.swift from the Unihan database (Unicode Standard Annex 38).

Run it only to move to a newer Unicode version: `Scripts/pinyin.py Unihan_Readings.txt`, with the file of Unihan.zip, or that of
the Debian package unicode-data (…/Unihan_Readings.txt.bz2). The characters are those of GB 2312, levels 1 and 2. Readings are
taken by how common they are (kHanyuPinlu), then as the table of standard characters has them (kTGHZ2013), then kMandarin.
"""
import bz2
import pathlib
import re
import sys
import unicodedata

source = pathlib.Path(sys.argv[1])
data = source.read_bytes()
text = (bz2.decompress(data) if source.suffix == ".bz2" else data).decode("utf-8")

# A reading that is so rare in running text is a word of its own, not a way to type the character.
RAREST = 0.01


def plain(reading):
    """`lǜ` as `lv`, `zhòng` as `zhong`."""
    marks = unicodedata.normalize("NFD", re.sub("[üǖǘǚǜ]", "v", reading))
    return "".join(c for c in marks if not unicodedata.combining(c)).lower()


fields = {}
version = re.search(r"^# Unicode version: (\S+)", text, re.M).group(1)
for line in text.splitlines():
    if line.startswith("U+"):
        code, field, value = line.split("\t")
        if field in ("kHanyuPinlu", "kTGHZ2013", "kMandarin"):
            fields.setdefault(int(code[2:], 16), {})[field] = value

readings = {}
for high in range(0xB0, 0xF8):
    for low in range(0xA1, 0xFF):
        try:
            character = bytes([high, low]).decode("gb2312")
        except UnicodeDecodeError:
            continue
        known = fields.get(ord(character), {})
        found = []
        counted = [(plain(r), int(n)) for r, n in re.findall(r"(\S+?)\((\d+)\)", known.get("kHanyuPinlu", ""))]
        whole = sum(n for _, n in counted)
        sums = {}
        for reading, n in counted:
            sums[reading] = sums.get(reading, 0) + n
        found += [r for r, n in sorted(sums.items(), key=lambda item: -item[1]) if n >= RAREST * whole]
        found += [plain(r) for entry in known.get("kTGHZ2013", "").split() for r in entry.split(":")[1].split(",")]
        found += [plain(r) for r in known.get("kMandarin", "").split()[:1]]
        readings[character] = [r for r in dict.fromkeys(found) if r.isascii() and r.isalpha()]

syllables = {}
for character, found in readings.items():
    for place, reading in enumerate(found):
        syllables.setdefault(reading, ([], []))[0 if place == 0 else 1].append(character)

lines = [
    f"// Made by Scripts/pinyin.py from the Unihan database of Unicode {version} (kHanyuPinlu,",
    "// kTGHZ2013, kMandarin); not to be edited by hand. Words in which a character is read in another way: PinyinWords.swift.",
    "",
    "extension Pinyin {",
    "    /// A syllable, the characters that are mostly read so, and behind `/` those that are read so at times.",
    "    static let table = \"\"\"",
]
for syllable in sorted(syllables):
    often, seldom = ("".join(sorted(part)) for part in syllables[syllable])
    for start in range(0, max(len(often), 1), 50):
        lines.append(f"        {syllable} {often[start:start + 50]}" + (f"/{seldom}" if seldom and start == 0 else ""))
lines += ["        \"\"\"", "}"]
target = pathlib.Path(__file__).parent.parent / "Sources/Lexicon/Pinyin/PinyinTable.swift"
target.write_text("\n".join(lines) + "\n", encoding="utf-8")
print(f"{len(readings)} characters, {sum(len(r) > 1 for r in readings.values())} with several readings, {len(syllables)} syllables")
