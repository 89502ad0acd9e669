/// What someone typed for a name: characters as they stand, for a Chinese character also its syllable or the letters that it
/// begins with. `gdzc`, `gudingzichan`, `gudingzc` and `固定zc` all begin 固定资产投资.
public struct PinyinPattern: Sendable {
    public enum Fit: Int, Sendable, Comparable {
        /// All of it is the name, each character by its whole syllable.
        case whole
        case beginning, inside
        /// The letters stand in it in their order, from its first character on, with others between them.
        case scattered

        public static func < (a: Fit, b: Fit) -> Bool { a.rawValue < b.rawValue }
    }

    private let typed: [Unicode.Scalar]
    private let letters: [UInt8]
    /// More is never typed by hand.
    private static let longest = 60

    /// Nil where nothing, or more than a name is long, was typed.
    public init?(_ text: String) {
        typed = text.unicodeScalars.filter { $0 != "'" && $0 != "’" && !$0.properties.isWhitespace }
            .map { $0 == "ü" || $0 == "Ü" ? "v" : $0.lowercased }
        guard !typed.isEmpty, typed.count <= Self.longest else { return nil }
        letters = typed.map { $0.isASCII ? UInt8($0.value) : 0 }
    }

    /// How `name` can be meant by it, the best way; nil for none.
    public func fit(_ name: String) -> Fit? {
        guard let head = typed.first else { return nil }
        // Most names fall out here, before anything is looked up for the rest of them.
        let book = Pinyin.book
        var starts: [Int] = [], length = 0
        for scalar in name.unicodeScalars {
            if scalar.lowercased == head || (letters[0] != 0 && book.begins(scalar, with: letters[0])) { starts.append(length) }
            length += 1
        }
        guard let first = starts.first, typed.count < 2 || first == 0 || holdsAll(name) else { return nil }
        let scalars = Array(name.unicodeScalars)
        let units = Pinyin.Spelled(scalars).units
        if first == 0, let fit = run(units, from: 0) { return fit }
        if typed.count > 1, starts.contains(where: { $0 > 0 && run(units, from: $0) != nil }) { return .inside }
        if typed.count > 2, first == 0, isScattered(units) { return .scattered }
        return nil
    }

    /// Whether the second letter typed can stand for anything in the name but the first.
    private func holdsAll(_ name: String) -> Bool {
        guard letters[1] != 0 else { return true }
        return name.unicodeScalars.contains { scalar in
            scalar.lowercased == typed[1]
                || Pinyin.book.syllables(of: scalar).contains { Pinyin.book.syllables[Int($0)].contains(letters[1]) }
        }
    }

    /// A bit for each number of typed letters that the characters so far may stand for.
    private typealias Reached = UInt64

    private func run(_ units: [Pinyin.Spelled.Unit], from start: Int) -> Fit? {
        var reached: Reached = 1, whole: Reached = 1
        for place in start..<units.count {
            let unit = units[place]
            if Self.isSilent(unit.scalar), !typed.contains(unit.scalar) { continue }
            let step = advance(reached, unit, wholeOnly: false)
            whole = advance(whole, unit, wholeOnly: true)
            if step & end != 0 {
                let isLast = units[(place + 1)...].allSatisfy { Self.isSilent($0.scalar) }
                return start == 0 && isLast && whole & end != 0 ? .whole : .beginning
            }
            reached = step
            if reached == 0 { return nil }
        }
        return nil
    }

    private func isScattered(_ units: [Pinyin.Spelled.Unit]) -> Bool {
        guard let first = units.first else { return false }
        var reached = advance(1, first, wholeOnly: false)
        for unit in units.dropFirst() {
            reached |= advance(reached, unit, wholeOnly: false)
            if reached & end != 0 { return true }
        }
        return false
    }

    private var end: Reached { 1 << UInt64(typed.count) }

    private func advance(_ reached: Reached, _ unit: Pinyin.Spelled.Unit, wholeOnly: Bool) -> Reached {
        var next: Reached = 0, left = reached & ~end
        while left != 0 {
            let place = left.trailingZeroBitCount
            left &= left - 1
            if typed[place] == unit.scalar { next |= 1 << UInt64(place + 1) }
            guard letters[place] != 0 else { continue }
            for number in unit.syllables {
                let syllable = Pinyin.book.syllables[Int(number)]
                let common = common(syllable, at: place)
                guard common > 0 else { continue }
                if common == syllable.count { next |= 1 << UInt64(place + common) }
                guard !wholeOnly else { continue }
                next |= 1 << UInt64(place + 1)
                // zh, ch, sh
                if common > 1, syllable[1] == UInt8(ascii: "h") { next |= 1 << UInt64(place + 2) }
                // What is still being typed.
                if place + common == typed.count { next |= end }
            }
        }
        return next
    }

    /// How many letters of the syllable were typed from `place` on; `lu` for `lv` too.
    private func common(_ syllable: [UInt8], at place: Int) -> Int {
        var length = 0
        while length < syllable.count, place + length < letters.count {
            let letter = letters[place + length]
            guard letter == syllable[length] || letter == UInt8(ascii: "u") && syllable[length] == UInt8(ascii: "v") else { break }
            length += 1
        }
        return length
    }

    /// Marks that nobody types.
    private static func isSilent(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "（", "）", "(", ")", "“", "”", "《", "》", "、", "·", "—", "-", " ", "%", "％": true
        default: false
        }
    }
}
