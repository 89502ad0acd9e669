/// Mandarin readings of Chinese text, without tones and in lower case, `ü` as `v`: those of the 6,763 characters of GB 2312.
public enum Pinyin {
    /// The readings of each character of `text`, the most common first; none where a character has no reading. A word of
    /// `PinyinWords.swift` settles which of several it is.
    public static func readings(of text: String) -> [[String]] {
        Spelled(text.unicodeScalars).units.map { $0.syllables.map { String(decoding: book.syllables[Int($0)], as: UTF8.self) } }
    }

    /// Characters as what can be typed for them.
    struct Spelled {
        struct Unit {
            let scalar: Unicode.Scalar
            /// Numbers of `Book.syllables`.
            var syllables: [UInt16]
        }

        private(set) var units: [Unit]

        init(_ text: some Sequence<Unicode.Scalar>) {
            let book = Pinyin.book
            units = text.map { Unit(scalar: $0.lowercased, syllables: book.syllables(of: $0)) }
            for start in units.indices where book.mayBeginWord(units[start]) {
                let word = book.words.first { word in
                    word.scalars.count <= units.count - start
                        && word.scalars.indices.allSatisfy { units[start + $0].scalar == word.scalars[$0] }
                }
                guard let word else { continue }
                for (place, syllable) in word.syllables.enumerated() { units[start + place].syllables = [syllable] }
            }
        }
    }

    /// The table as arrays; made when first asked for.
    static let book = Book()

    struct Book: Sendable {
        private(set) var syllables: [[UInt8]] = []
        private(set) var words: [(scalars: [Unicode.Scalar], syllables: [UInt16])] = []
        /// By code point from `first` on: the reading, or behind `several` a place in `lists`; `none` for none.
        private var byCode = [UInt16](repeating: Self.none, count: 0xA000 - Int(Self.first))
        private var lists: [[UInt16]] = []
        private var beginsWord: Set<Unicode.Scalar> = []
        /// The first letters of its readings, a bit for each from `a` on, by code point.
        private var initials = [UInt32](repeating: 0, count: 0xA000 - Int(Self.first))

        private static let first: UInt32 = 0x4E00, several: UInt16 = 0x8000, none = UInt16.max

        init() {
            var numbers: [Substring: UInt16] = [:]
            func number(_ syllable: Substring) -> UInt16 {
                if let known = numbers[syllable] { return known }
                let new = UInt16(syllables.count)
                syllables.append(Array(syllable.utf8))
                numbers[syllable] = new
                return new
            }
            var seldom: [(Unicode.Scalar, UInt16)] = []
            for line in Pinyin.table.split(separator: "\n") {
                guard let space = line.firstIndex(of: " ") else { continue }
                let syllable = number(line[..<space])
                var often = true
                for scalar in line[line.index(after: space)...].unicodeScalars {
                    if scalar == "/" { often = false } else if often { add(syllable, scalar) } else { seldom.append((scalar, syllable)) }
                }
            }
            for (scalar, syllable) in seldom { add(syllable, scalar) }
            for line in Pinyin.words.split(separator: "\n") {
                let parts = line.split(separator: " ")
                guard let word = parts.first, word.unicodeScalars.count == parts.count - 1 else { continue }
                words.append((Array(word.unicodeScalars), parts.dropFirst().map(number)))
                if let head = word.unicodeScalars.first { beginsWord.insert(head) }
            }
        }

        private mutating func add(_ syllable: UInt16, _ scalar: Unicode.Scalar) {
            guard scalar.value >= Self.first, scalar.value < 0xA000 else { return }
            let place = Int(scalar.value - Self.first), code = byCode[place]
            initials[place] |= Self.bit(syllables[Int(syllable)].first ?? 0)
            if code == Self.none {
                byCode[place] = syllable
            } else if code & Self.several == 0 {
                byCode[place] = Self.several | UInt16(lists.count)
                lists.append([code, syllable])
            } else {
                lists[Int(code & ~Self.several)].append(syllable)
            }
        }

        private static func bit(_ letter: UInt8) -> UInt32 {
            (97...122).contains(letter) ? 1 << UInt32(letter - 97) : 0
        }

        /// Whether a reading of the character begins with a letter.
        func begins(_ scalar: Unicode.Scalar, with letter: UInt8) -> Bool {
            guard scalar.value >= Self.first, scalar.value < 0xA000 else { return false }
            return initials[Int(scalar.value - Self.first)] & Self.bit(letter) != 0
        }

        func syllables(of scalar: Unicode.Scalar) -> [UInt16] {
            guard scalar.value >= Self.first, scalar.value < 0xA000 else { return [] }
            let code = byCode[Int(scalar.value - Self.first)]
            if code == Self.none { return [] }
            return code & Self.several == 0 ? [code] : lists[Int(code & ~Self.several)]
        }

        func mayBeginWord(_ unit: Spelled.Unit) -> Bool { beginsWord.contains(unit.scalar) }
    }
}

extension Unicode.Scalar {
    /// Of Latin letters of ASCII, the small one; any other as it is.
    var lowercased: Unicode.Scalar {
        (65...90).contains(value) ? Unicode.Scalar(UInt8(value) + 32) : self
    }
}
