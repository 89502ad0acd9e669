/// A form in which documents come. One format is one file here and one line in `DocumentText.formats`.
protocol InputFormat: Sendable {
    /// What `documents` and reports call it: `HTML`.
    static var name: String { get }
    /// Whether the content, not the file's name, is of this format. Must look at a few bytes only where it is not.
    static func recognises(_ bytes: [UInt8]) -> Bool
    /// The text in UTF-8: one paragraph a line.
    static func text(of bytes: [UInt8]) throws(Unreadable) -> [UInt8]
    /// The text with a remark on what was left unread; a format without remarks has no need to define it.
    static func extract(_ bytes: [UInt8]) throws(Unreadable) -> Extract
}

extension InputFormat {
    static func extract(_ bytes: [UInt8]) throws(Unreadable) -> Extract { Extract(text: try text(of: bytes)) }
}

/// The text of a document in UTF-8, and a remark where a part of it could not be read.
struct Extract {
    var text: [UInt8]
    var remark: Message?
}

/// Why a document cannot be read, in words that go on behind the file's name: “is a picture”.
struct Unreadable: Error {
    var reason: Message
    init(_ reason: Message) { self.reason = reason }

    init(_ failure: ForeignCode.Failure, kind: Message, needs: String) {
        switch failure {
        case .missing:
            reason = Message(
                "is \(kind.english), which needs \(needs); install it: Scripts/setup names the packages",
                "是\(kind.chinese)，读取需要\(needs)；请安装，软件包名见Scripts/setup")
        case .broken: reason = Message("is \(kind.english), and damaged", "是\(kind.chinese)，且已损坏")
        case .tooLarge:
            reason = Message(
                "is \(kind.english), and holds more than 256 MiB of text", "是\(kind.chinese)，文字超过256 MiB")
        }
    }
}

/// The text of documents of any known format.
public enum DocumentText {
    /// In the order in which they are asked. The last one takes all that no other does.
    static let formats: [any InputFormat.Type] = [
        PDFFormat.self,
        DOCXFormat.self,
        ForeignFormats.self,
        HTMLFormat.self,
        TextFormat.self,
    ]

    /// Said of a text that is named like something else.
    private static func misnamed(_ path: String, _ format: any InputFormat.Type) -> Message? {
        guard format == TextFormat.self, let dot = path.lastIndex(of: ".") else { return nil }
        let ending = path[path.index(after: dot)...].lowercased()
        guard let meant = [PDFFormat.name, DOCXFormat.name].first(where: { $0.lowercased() == ending }) else { return nil }
        return Message("is no \(meant), whatever its name; it was read as plain text", "名为\(meant)，其实不是；已当作纯文本读入")
    }

    /// The text of a document and the name of its format, told by its content. A text in UTF-8 comes back as it is. `remark` says
    /// what part of the document could not be read.
    public static func extract(_ bytes: [UInt8], path: String) throws(FileFailure)
        -> (text: [UInt8], format: String, remark: FileFailure?) {
        if bytes.isEmpty { throw FileFailure(path: path, reason: Message("is empty", "是空文件")) }
        let format = formats.first { $0.recognises(bytes) } ?? TextFormat.self
        do throws(Unreadable) {
            let found = try format.extract(bytes), text = found.text
            guard text.contains(where: { $0 > 0x20 }) else {
                throw Unreadable(
                    format == TextFormat.self
                        ? Message("holds only spaces", "只有空白") : Message("is \(format.name) without text", "是没有文字的\(format.name)"))
            }
            return (text, format.name, (found.remark ?? misnamed(path, format)).map { FileFailure(path: path, reason: $0) })
        } catch {
            throw FileFailure(path: path, reason: error.reason)
        }
    }
}

extension [UInt8] {
    /// Whether `word` (ASCII) stands at `offset`.
    func holds(_ word: String, at offset: Int = 0) -> Bool {
        count >= offset + word.utf8.count && self[offset...].starts(with: word.utf8)
    }

    /// Whether `word` (ASCII) occurs; `ignoringCase` with `word` in small letters.
    func mentions(_ word: String, within range: Range<Int>? = nil, ignoringCase: Bool = false) -> Bool {
        let word = Array(word.utf8)
        let range = (range ?? 0..<count).clamped(to: 0..<count)
        guard range.count >= word.count, let first = word.first else { return false }
        return (range.lowerBound...range.upperBound - word.count).contains { at in
            func byte(_ i: Int) -> UInt8 {
                let b = self[i]
                return ignoringCase && b >= 0x41 && b <= 0x5A ? b | 0x20 : b
            }
            return byte(at) == first && word.indices.allSatisfy { byte(at + $0) == word[$0] }
        }
    }
}
