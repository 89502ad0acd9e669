import Lexicon

/// Whether a word is what someone began to type, and how well; Chinese words also by their pinyin.
enum Matching: Int, Comparable {
    case beginning
    /// It begins so by its pinyin.
    case spelled
    case inside
    case spelledInside
    /// The letters stand in it in their order, with others between them.
    case scattered

    static func < (a: Matching, b: Matching) -> Bool { a.rawValue < b.rawValue }
}

/// What someone began to type.
struct Typed {
    let text: String
    private let letters: [UInt8]
    private let pattern: PinyinPattern?

    init(_ text: String) {
        self.text = text.lowercased()
        letters = Array(self.text.utf8)
        pattern = PinyinPattern(text)
    }

    var isEmpty: Bool { text.isEmpty }

    func matching(_ word: String) -> Matching? {
        if letters.isEmpty { return .beginning }
        let place = place(in: word)
        if place == 0 { return .beginning }
        return switch pattern?.fit(word) {
        case .whole, .beginning: .spelled
        case .inside: place == nil ? .spelledInside : .inside
        case .scattered: place == nil ? .scattered : .inside
        case nil: place == nil ? nil : .inside
        }
    }

    /// Where the typed letters stand in `word`, Latin ones in either case.
    private func place(in word: String) -> Int? {
        let bytes = word.utf8Span.span
        guard bytes.count >= letters.count else { return nil }
        for start in 0...bytes.count - letters.count {
            var length = 0
            while length < letters.count, Self.small(bytes[start + length]) == letters[length] { length += 1 }
            if length == letters.count { return start }
        }
        return nil
    }

    private static func small(_ byte: UInt8) -> UInt8 { byte >= 65 && byte <= 90 ? byte + 32 : byte }
}

extension String {
    var hasHan: Bool { unicodeScalars.contains { $0.value >= 0x2E80 } }
}
