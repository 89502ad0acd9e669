/// A JSON value (RFC 8259). Numbers keep their digits, objects the order of their members.
public indirect enum JSONValue: Sendable, Hashable {
    public struct Member: Sendable, Hashable {
        public var key: String
        public var value: JSONValue
    }

    case null
    case flag(Bool)
    /// As written: `-12.50`, `1.2E+3`.
    case number(String)
    /// Well-formed UTF-8.
    case text([UInt8])
    case array([JSONValue])
    case object([Member])

    /// The value of a key; nil where there is none or this is no object.
    public subscript(key: String) -> JSONValue? {
        guard case .object(let members) = self else { return nil }
        return members.first { $0.key == key }?.value
    }

    public var string: String? {
        guard case .text(let bytes) = self else { return nil }
        return String(decoding: bytes, as: UTF8.self)
    }

    public var integer: Int? {
        guard case .number(let digits) = self else { return nil }
        return Int(digits)
    }

    public var elements: [JSONValue]? {
        guard case .array(let values) = self else { return nil }
        return values
    }
}

/// Why bytes are no JSON, and at which of them that shows.
public struct JSONFault: Error, Sendable, Hashable {
    public var offset: Int
    public var reason: Message
}

extension JSONValue {
    /// Arrays and objects inside each other at most.
    public static let depthLimit = 64

    /// Reads one value, which must be all there is besides white space. Strict: no key twice, no half of a surrogate pair, no
    /// broken UTF-8. Any bytes give a value or a fault.
    public init(_ bytes: [UInt8]) throws(JSONFault) {
        if (try? UTF8Span(validating: bytes.span)) == nil {
            throw JSONFault(offset: 0, reason: Message("is not UTF-8", "不是UTF-8"))
        }
        var reader = JSONReader(bytes: bytes)
        reader.skipSpace()
        let value = try reader.value(depth: 0)
        reader.skipSpace()
        guard reader.at == bytes.count else { throw reader.fault("more behind the value", "值后面还有内容") }
        self = value
    }
}

private struct JSONReader {
    let bytes: [UInt8]
    var at = 0

    private var next: UInt8? { at < bytes.count ? bytes[at] : nil }

    func fault(_ english: String, _ chinese: String) -> JSONFault {
        JSONFault(offset: at, reason: Message("\(english) at byte \(at + 1)", "第\(at + 1)字节：\(chinese)"))
    }

    mutating func skipSpace() {
        while let byte = next, byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D { at += 1 }
    }

    mutating func value(depth: Int) throws(JSONFault) -> JSONValue {
        switch next {
        case UInt8(ascii: "{"): return try object(depth: depth)
        case UInt8(ascii: "["): return try array(depth: depth)
        case UInt8(ascii: "\""): return .text(try text())
        case UInt8(ascii: "t"): try word("true"); return .flag(true)
        case UInt8(ascii: "f"): try word("false"); return .flag(false)
        case UInt8(ascii: "n"): try word("null"); return .null
        case let byte? where byte == UInt8(ascii: "-") || isDigit(byte): return .number(try number())
        case nil: throw fault("the value is missing", "缺少值")
        default: throw fault("no JSON value", "不是JSON值")
        }
    }

    private mutating func word(_ word: StaticString) throws(JSONFault) {
        guard bytes.holds("\(word)", at: at) else { throw fault("no JSON value", "不是JSON值") }
        at += word.utf8CodeUnitCount
    }

    private mutating func open(_ depth: Int) throws(JSONFault) {
        guard depth < JSONValue.depthLimit else {
            throw fault("more than \(JSONValue.depthLimit) levels", "嵌套超过\(JSONValue.depthLimit)层")
        }
        at += 1
        skipSpace()
    }

    private mutating func array(depth: Int) throws(JSONFault) -> JSONValue {
        try open(depth)
        var values: [JSONValue] = []
        if take("]") { return .array(values) }
        while true {
            values.append(try value(depth: depth + 1))
            skipSpace()
            if take("]") { return .array(values) }
            guard take(",") else { throw fault("expected , or ]", "应为,或]") }
            skipSpace()
        }
    }

    private mutating func object(depth: Int) throws(JSONFault) -> JSONValue {
        try open(depth)
        var members: [JSONValue.Member] = []
        if take("}") { return .object(members) }
        var keys: Set<String> = []
        while true {
            guard next == UInt8(ascii: "\"") else { throw fault("expected a key in quotes", "应为带引号的键") }
            let key = String(decoding: try text(), as: UTF8.self)
            guard keys.insert(key).inserted else { throw fault("the key “\(key.prefix(40))” comes twice", "键“\(key.prefix(40))”重复") }
            skipSpace()
            guard take(":") else { throw fault("expected :", "应为:") }
            skipSpace()
            members.append(.init(key: key, value: try value(depth: depth + 1)))
            skipSpace()
            if take("}") { return .object(members) }
            guard take(",") else { throw fault("expected , or }", "应为,或}") }
            skipSpace()
        }
    }

    private mutating func take(_ mark: Unicode.Scalar) -> Bool {
        guard next == UInt8(ascii: mark) else { return false }
        at += 1
        return true
    }

    private mutating func digits() throws(JSONFault) {
        guard let first = next, isDigit(first) else { throw fault("expected a digit", "应为数字") }
        while let byte = next, isDigit(byte) { at += 1 }
    }

    private func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

    private mutating func number() throws(JSONFault) -> String {
        let start = at
        _ = take("-")
        if !take("0") { try digits() }
        if let byte = next, isDigit(byte) { throw fault("a number begins with 0", "数以0开头") }
        if take(".") { try digits() }
        if take("e") || take("E") {
            if !take("+") { _ = take("-") }
            try digits()
        }
        return String(decoding: bytes[start..<at], as: UTF8.self)
    }

    private mutating func text() throws(JSONFault) -> [UInt8] {
        at += 1
        var found: [UInt8] = [], run = at
        while let byte = next {
            switch byte {
            case UInt8(ascii: "\""):
                found += bytes[run..<at]
                at += 1
                return found
            case UInt8(ascii: "\\"):
                found += bytes[run..<at]
                at += 1
                try escape(&found)
                run = at
            case 0..<0x20: throw fault("a control character in a text", "文字中有控制字符")
            default: at += 1
            }
        }
        throw fault("the text has no closing quote", "文字缺少右引号")
    }

    private mutating func escape(_ found: inout [UInt8]) throws(JSONFault) {
        guard let letter = next else { throw fault("an escape is cut off", "转义不完整") }
        at += 1
        switch letter {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): found.append(letter)
        case UInt8(ascii: "b"): found.append(0x08)
        case UInt8(ascii: "f"): found.append(0x0C)
        case UInt8(ascii: "n"): found.append(0x0A)
        case UInt8(ascii: "r"): found.append(0x0D)
        case UInt8(ascii: "t"): found.append(0x09)
        case UInt8(ascii: "u"):
            var code = try unit()
            if code >= 0xD800, code < 0xDC00, take("\\"), take("u") {
                let low = try unit()
                guard low >= 0xDC00, low < 0xE000 else { throw fault("half of a surrogate pair", "代理对不完整") }
                code = 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00)
            }
            guard let scalar = Unicode.Scalar(code) else { throw fault("half of a surrogate pair", "代理对不完整") }
            found.append(contentsOf: Character(scalar).utf8)
        default: throw fault("an unknown escape", "不认识的转义")
        }
    }

    /// Four hexadecimal digits.
    private mutating func unit() throws(JSONFault) -> UInt32 {
        var code: UInt32 = 0
        for _ in 0..<4 {
            guard let byte = next, let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
                throw fault("expected four hexadecimal digits", "应为四位十六进制数")
            }
            code = code << 4 | UInt32(digit)
            at += 1
        }
        return code
    }
}
