/// Whether a word is what someone began to type, and how well. Another way of typing Chinese words, such as their pinyin, is
/// another rank here.
enum Matching: Int, Comparable {
    case beginning, inside

    static func < (a: Matching, b: Matching) -> Bool { a.rawValue < b.rawValue }

    init?(_ word: String, typed: String) {
        if typed.isEmpty || word.lowercased().hasPrefix(typed) {
            self = .beginning
        } else if word.lowercased().contains(typed) {
            self = .inside
        } else {
            return nil
        }
    }
}

extension String {
    var hasHan: Bool { unicodeScalars.contains { $0.value >= 0x2E80 } }
}
