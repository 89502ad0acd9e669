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
    private let pattern: PinyinPattern?

    init(_ text: String) {
        self.text = text.lowercased()
        pattern = PinyinPattern(text)
    }

    var isEmpty: Bool { text.isEmpty }

    func matching(_ word: String) -> Matching? {
        if text.isEmpty { return .beginning }
        let lowered = word.lowercased()
        if lowered.hasPrefix(text) { return .beginning }
        let inside = lowered.contains(text)
        switch pattern?.fit(word) {
        case .whole, .beginning: return .spelled
        case .inside: return inside ? .inside : .spelledInside
        case .scattered: return inside ? .inside : .scattered
        case nil: return inside ? .inside : nil
        }
    }
}

extension String {
    var hasHan: Bool { unicodeScalars.contains { $0.value >= 0x2E80 } }
}
