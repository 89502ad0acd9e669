import Documents

/// Ctrl-R: the newest entry that holds what is typed, in any script.
struct HistorySearch {
    enum Step: Equatable {
        case goOn, beep, giveUp, interrupted
        /// The entry found, the cursor in it as a UTF-8 offset, and whether to run it at once.
        case take(String?, cursor: Int, runs: Bool)
    }

    private(set) var query = ""
    private let entries: [String]
    private var match: (index: Int, offset: Int)?
    private(set) var failed = false

    init(entries: [String]) { self.entries = entries }

    var found: String? { match.map { entries[$0.index] } }

    mutating func press(_ key: LibEdit.Key) -> Step {
        guard case .scalar(let scalar) = key else { return key == .interrupted ? .interrupted : .giveUp }
        switch scalar.value {
        case 0x0D, 0x0A: return .take(found, cursor: found?.utf8.count ?? 0, runs: true)
        case 0x07: return .giveUp
        case 0x12: return older()
        case 0x08, 0x7F:
            guard !query.isEmpty else { return .beep }
            query.unicodeScalars.removeLast()
            look(from: entries.count - 1)
            return .goOn
        case 0x15:
            query = ""
            match = nil
            failed = false
            return .goOn
        case 0..<0x20, 0x80..<0xA0:
            return .take(found, cursor: match?.offset ?? 0, runs: false)
        default:
            query.unicodeScalars.append(scalar)
            look(from: match?.index ?? entries.count - 1)
            return failed ? .beep : .goOn
        }
    }

    private mutating func older() -> Step {
        guard !query.isEmpty, let match, match.index > 0 else { return .beep }
        let current = entries[match.index]
        var index = match.index - 1
        while index >= 0 {
            if entries[index] != current, let offset = entries[index].offset(of: query) {
                self.match = (index, offset)
                return .goOn
            }
            index -= 1
        }
        return .beep
    }

    private mutating func look(from newest: Int) {
        failed = false
        guard !query.isEmpty else { match = nil; return }
        var index = newest
        while index >= 0 {
            if let offset = entries[index].offset(of: query) {
                match = (index, offset)
                return
            }
            index -= 1
        }
        failed = true
    }

    func frame(promptStyle: TextStyle, colours: Bool) -> Frame {
        let words = failed ? Message("not found `\(query)`: ", "没有“\(query)”：") : Message("search `\(query)`: ", "查找“\(query)”：")
        var frame = Frame(prompt: words.text, promptStyle: promptStyle)
        frame.text = found ?? ""
        frame.cursor = match?.offset ?? 0
        if colours, let match { frame.styles = [StyledRange(match.offset..<match.offset + query.utf8.count, TextStyle("4"))] }
        return frame
    }
}

extension String {
    /// The UTF-8 offset of the first place where `part` stands; ASCII letters match in either case.
    func offset(of part: String) -> Int? {
        let all = Array(utf8).map(Self.lowered), wanted = Array(part.utf8).map(Self.lowered)
        guard wanted.count <= all.count else { return nil }
        guard !wanted.isEmpty else { return 0 }
        for start in 0...(all.count - wanted.count) where all[start] == wanted[0] {
            if all[start..<start + wanted.count].elementsEqual(wanted) { return start }
        }
        return nil
    }

    private static func lowered(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte + 0x20 : byte }
}
