import Documents
import Lexicon

/// What is known of a document beforehand; it wins over what its text says, front matter included.
public struct GivenMasthead: Sendable, Hashable {
    public var title: String?
    public var place: String?
    public var level: PlaceLevel?
    /// ISO, as exact as it is known: `2026-01-25`, `2026-01`, `2026`.
    public var date: String?
    public var year: Int?

    public init(title: String? = nil, place: String? = nil, level: PlaceLevel? = nil, date: String? = nil, year: Int? = nil) {
        self.title = title
        self.place = place
        self.level = level
        self.date = date
        self.year = year
    }

    /// The year that a document of this date plans for: of the last weeks of a year, the next one.
    var plannedYear: Int? {
        guard let parts = date?.split(separator: "-"), let year = parts.first.flatMap({ Int($0) }) else { return nil }
        return parts.count > 1 && Int(parts[1]) ?? 0 >= 11 ? year + 1 : year
    }

    /// `level` is that of the given place as the lexicon has it, where none is given beside it.
    func apply(to masthead: inout Masthead, levelOfPlace: (String) -> PlaceLevel?) {
        if let title { masthead.title = title }
        if let place, place != masthead.place {
            masthead.place = place
            masthead.level = levelOfPlace(place)
        }
        if let level { masthead.level = level }
        if let date { masthead.date = date }
        if let year {
            masthead.year = year
            if masthead.date == nil { masthead.date = String(year) }
        }
    }
}

/// A document as a line of NDJSON gives it: `id`, and `text` or, for a file of any format, its bytes in `base64`; where known
/// `title`, `place`, `level`, `date`, `year`. Other members are passed over, null is as good as absent.
public struct GivenDocument: Sendable {
    /// Why a line gives no document; `id` where it has one.
    public struct Fault: Error, Sendable {
        public var id: String?
        public var reason: Message
    }

    public var id: String
    public var bytes: [UInt8]
    public var masthead = GivenMasthead()

    public init(line: [UInt8]) throws(Fault) {
        let value: JSONValue
        do throws(JSONFault) {
            value = try JSONValue(line)
        } catch {
            throw Fault(id: nil, reason: Message("no JSON: \(error.reason.english)", "不是JSON：\(error.reason.chinese)"))
        }
        guard case .object = value else { throw Fault(id: nil, reason: Message("is no JSON object", "不是JSON对象")) }
        switch value["id"] {
        case .text(let bytes)? where !bytes.isEmpty: id = String(decoding: bytes, as: UTF8.self)
        case .number(let digits)?: id = digits
        default: throw Fault(id: nil, reason: Message("has no id", "没有id"))
        }
        let id = id
        func fault(_ english: String, _ chinese: String) -> Fault { Fault(id: id, reason: Message(english, chinese)) }
        func text(_ key: String) throws(Fault) -> String? {
            switch value[key] {
            case nil, .null?: return nil
            case .text(let bytes)?: return bytes.isEmpty ? nil : String(decoding: bytes, as: UTF8.self)
            default: throw fault("“\(key)” is no text", "“\(key)”不是文字")
            }
        }
        switch (value["text"] ?? .null, value["base64"] ?? .null) {
        case (.text(let text), .null): bytes = text
        case (.null, .text(let code)):
            guard let decoded = Self.decode(base64: code) else { throw fault("“base64” is not Base64", "“base64”不是Base64编码") }
            bytes = decoded
        case (.null, .null): throw fault("has no text", "没有text")
        case (.text, .text): throw fault("has both text and base64", "既有text又有base64")
        default: throw fault("“text” is no text", "“text”不是文字")
        }
        masthead.title = try text("title")
        masthead.place = try text("place")
        if let level = try text("level") {
            guard let known = PlaceLevel(rawValue: level) else {
                let all = PlaceLevel.allCases.map(\.rawValue).joined(separator: " ")
                throw fault("“level” is none of \(all)", "“level”应为\(all)之一")
            }
            masthead.level = known
        }
        if let date = try text("date") {
            // The day of a time stamp.
            let day = String(date.prefix { $0 != "T" && $0 != " " })
            guard Self.isDate(day) else { throw fault("“date” is not like 2026-01-25, 2026-01 or 2026", "“date”应如2026-01-25、2026-01或2026") }
            masthead.date = day
        }
        switch value["year"] {
        case nil, .null?: break
        case let given?:
            guard let year = given.integer ?? given.string.flatMap({ Int($0) }), (1...9999).contains(year) else {
                throw fault("“year” is not like 2026", "“year”应如2026")
            }
            masthead.year = year
        }
    }

    private static func isDate(_ text: String) -> Bool {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count <= 3, parts[0].utf8.count == 4 else { return false }
        for (part, range) in zip(parts, [1...9999, 1...12, 1...31]) {
            guard part.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }), part.utf8.count == 2 || range.upperBound == 9999,
                let number = Int(part), range.contains(number)
            else { return false }
        }
        return true
    }

    /// RFC 4648, with or without line ends; nil for anything else.
    static func decode(base64 code: [UInt8]) -> [UInt8]? {
        var found: [UInt8] = [], block: UInt32 = 0, count = 0, padding = 0
        found.reserveCapacity(code.count / 4 * 3)
        for byte in code {
            let value: UInt8
            switch byte {
            case 0x41...0x5A: value = byte - 0x41
            case 0x61...0x7A: value = byte - 0x61 + 26
            case 0x30...0x39: value = byte - 0x30 + 52
            case UInt8(ascii: "+"): value = 62
            case UInt8(ascii: "/"): value = 63
            case UInt8(ascii: "="): padding += 1; value = 0
            case 0x0A, 0x0D: continue
            default: return nil
            }
            if padding > 0, byte != UInt8(ascii: "=") || padding > 2 || count < 2 { return nil }
            block = block << 6 | UInt32(value)
            count += 1
            if count == 4 {
                for shift in [16, 8, 0] { found.append(UInt8(truncatingIfNeeded: block >> UInt32(shift))) }
                (block, count) = (0, 0)
            }
        }
        guard count == 0, padding <= found.count else { return nil }
        found.removeLast(padding)
        return found
    }
}
