#!/usr/bin/env python3
"""Writes Sources/Presentation/CellWidthTable.swift from the Unicode character database.

Run it only to move to a newer Unicode version: `pip install unicodedata2`, then `Scripts/cell-widths.py`.
"""
import pathlib
import unicodedata2 as unicode

# Hangul vowels and finals join the consonant before them; a soft hyphen is drawn by terminals.
JOINING_JAMO = range(0x1160, 0x1200)
SOFT_HYPHEN = 0xAD
# Unassigned code points of the ideographic planes are wide by the rules of UAX #11.
IDEOGRAPHIC_PLANES = (range(0x20000, 0x2FFFE), range(0x30000, 0x3FFFE))


def width_class(code):
    character = chr(code)
    category = unicode.category(character)
    if category in ("Cc", "Cs"):
        return None
    if code != SOFT_HYPHEN and (category in ("Mn", "Me", "Cf") or code in JOINING_JAMO):
        return "zero"
    if unicode.east_asian_width(character) in "WF" or any(code in plane for plane in IDEOGRAPHIC_PLANES):
        return "wide"
    if unicode.east_asian_width(character) == "A" and category != "Co":
        return "ambiguous"
    return None


ranges = {"zero": [], "wide": [], "ambiguous": []}
for code in range(0x110000):
    kind = width_class(code)
    if kind is None:
        continue
    found = ranges[kind]
    if found and found[-1][1] == code - 1:
        found[-1][1] = code
    else:
        found.append([code, code])

lines = [
    f"// Made by Scripts/cell-widths.py from Unicode {unicode.unidata_version} (UAX #11); not to be edited by hand.",
    "",
    "extension CellWidth {",
]
for kind, text in (("zero", "combining marks and format characters"), ("wide", "East Asian Wide and Fullwidth"),
                   ("ambiguous", "East Asian Ambiguous, without the private use area")):
    lines.append(f"    /// First and last code points, in turn, of the {kind} ranges: {text}.")
    lines.append(f"    static let {kind}: [UInt32] = [")
    row = "       "
    for first, last in ranges[kind]:
        pair = f" 0x{first:X}, 0x{last:X},"
        if len(row) + len(pair) > 126:
            lines.append(row)
            row = "       "
        row += pair
    lines += [row, "    ]", ""]
lines[-1] = "}"
target = pathlib.Path(__file__).parent.parent / "Sources/Presentation/CellWidthTable.swift"
target.write_text("\n".join(lines) + "\n", encoding="utf-8")
print(f"{target}: " + ", ".join(f"{len(r)} {k}" for k, r in ranges.items()))
