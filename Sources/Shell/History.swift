import Documents
import Glibc

/// The lines typed before, kept in a file of the user's own.
///
/// The file is UTF-8 text, one entry a line: `2026-01-31T08:15:00Z<TAB>targets 2026`, with `\n` for a line break, `\t` for a
/// tab and `\\` for a backslash inside an entry. Once it was answered a second line says what came of it,
/// `2026-01-31T08:15:00Z<TAB>targets 2026<TAB>rows=17 ms=12 exit=0`. It only grows, by one write at its end for each entry, so that two shells at
/// once lose nothing of each other. Lines that are not so are passed over.
public struct History {
    /// Oldest first, no two in a row equal.
    public private(set) var entries: [String] = []
    /// When each of them was typed, in UTC: `2026-01-31T08:15:00Z`.
    public private(set) var times: [String] = []
    /// What came of each of them; nil while it runs, and where the program ended in it.
    public private(set) var outcomes: [Outcome?] = []

    /// What came of a line.
    public struct Outcome: Equatable, Sendable {
        /// Of the answer; nil where it has none to be counted.
        public var rows: Int?
        public var milliseconds: Int
        /// As of a program that answers this line alone: 0, 2 for a wrong command, 130 for an interrupted one.
        public var exitCode: Int32

        public init(rows: Int?, milliseconds: Int, exitCode: Int32) {
            (self.rows, self.milliseconds, self.exitCode) = (rows, milliseconds, exitCode)
        }

        var text: String { (rows.map { "rows=\($0) " } ?? "") + "ms=\(milliseconds) exit=\(exitCode)" }

        init?(_ text: some StringProtocol) {
            var values: [Substring: Int] = [:]
            for part in text.split(separator: " ") {
                let halves = part.split(separator: "=", maxSplits: 1)
                if halves.count == 2, let number = Int(halves[1]) { values[Substring(halves[0])] = number }
            }
            guard let milliseconds = values["ms"], let code = values["exit"].flatMap({ Int32(exactly: $0) }) else { return nil }
            self.init(rows: values["rows"], milliseconds: milliseconds, exitCode: code)
        }
    }
    /// Why entries cannot be read or kept, in words; nil while all is well.
    public private(set) var failure: String?

    private let path: String?
    /// How far the file was read, in bytes.
    private var offset = 0

    /// Entries that are loaded at most, the newest.
    static let limit = 10_000
    /// Entries of other shells that may stand between one and its outcome.
    static let apart = 1000
    /// Bytes at the end of the file that are looked at, at most.
    static let window = 4 << 20

    /// - Parameter path: The file; nil keeps entries for this run only.
    public init(path: String?) {
        self.path = path
        refresh()
    }

    /// `$GANGMU_HISTORY`, else `gangmu/history` in `$XDG_STATE_HOME` or `~/.local/state`; nil without a home.
    public static var standardPath: String? {
        if let own = Environment["GANGMU_HISTORY"] { return own.isEmpty ? nil : own }
        if let state = Environment["XDG_STATE_HOME"], state.hasPrefix("/") { return state + "/gangmu/history" }
        guard let home = Environment["HOME"], !home.isEmpty else { return nil }
        return home + "/.local/state/gangmu/history"
    }

    /// The file of the lines typed over some documents, beside the one of all lines.
    /// - Parameter project: What tells the documents from others, such as their paths.
    public static func path(ofProject project: String) -> String? {
        guard let all = standardPath else { return nil }
        // FNV-1a; the last word of the path is for people who look into the folder.
        let hash = project.utf8.reduce(UInt64(0xcbf2_9ce4_8422_2325)) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
        let digits = String(hash, radix: 16), last = project.split(separator: "/").last.map(String.init) ?? ""
        let name = String(last.map { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" ? $0 : "_" }.prefix(40))
        return all + ".projects/" + name + "-" + String(repeating: "0", count: 16 - digits.count) + digits
    }

    /// Keeps a line, unless it is blank, begins with a space or repeats the one before. True where it was kept.
    @discardableResult
    public mutating func append(_ line: String, time: time_t = Glibc.time(nil)) -> Bool {
        guard !line.hasPrefix(" "), line.contains(where: { !$0.isWhitespace }), line != entries.last else { return false }
        add(line, String(decoding: Self.encode("", time: time).dropLast(2), as: UTF8.self))
        write(Self.encode(line, time: time))
        return true
    }

    /// Keeps what came of the newest entry, which `append` took up.
    public mutating func finish(_ line: String, _ outcome: Outcome) {
        guard entries.last == line, let time = times.last, outcomes.last == .some(nil) else { return }
        outcomes[outcomes.count - 1] = outcome
        var bytes = Array(time.utf8) + Self.encode(line, time: 0).dropFirst(20)
        bytes.insert(contentsOf: Array("\t\(outcome.text)".utf8), at: bytes.count - 1)
        write(bytes)
    }

    /// Takes in what other shells have added to the file since it was last read.
    public mutating func refresh() {
        guard let path else { return }
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            if errno != ENOENT { fail(Message("cannot be read", "无法读取")) }
            return
        }
        defer { close(descriptor) }
        let end = Int(lseek(descriptor, 0, SEEK_END))
        guard end > offset else {
            offset = min(offset, max(0, end))
            return
        }
        var start = offset
        let skipsPart = end - start > Self.window
        if skipsPart { start = end - Self.window }
        guard lseek(descriptor, off_t(start), SEEK_SET) >= 0 else { return fail(Message("cannot be read", "无法读取")) }
        var bytes = [UInt8](repeating: 0, count: end - start), filled = 0
        while filled < bytes.count {
            let n = bytes.withUnsafeMutableBytes { Glibc.read(descriptor, $0.baseAddress.map { $0 + filled }, $0.count - filled) }
            if n < 0, errno == EINTR { continue }
            guard n > 0 else { break }
            filled += n
        }
        bytes.removeLast(bytes.count - filled)
        // A line without its end is still being written, or was cut off; it is read when it is whole.
        guard let last = bytes.lastIndex(of: UInt8(ascii: "\n")) else { return }
        offset = start + last + 1
        var lines = bytes[...last].split(separator: UInt8(ascii: "\n"))
        if skipsPart, !lines.isEmpty { lines.removeFirst() }
        for line in lines {
            guard let entry = Self.decode(line) else { continue }
            let time = String(decoding: line.prefix(20), as: UTF8.self)
            guard let outcome = Self.outcome(line) else {
                add(entry, time)
                continue
            }
            let near = max(0, entries.count - Self.apart)
            if let index = entries.indices[near...].last(where: { entries[$0] == entry && times[$0] == time }) { outcomes[index] = outcome }
        }
    }

    private mutating func add(_ entry: String, _ time: String) {
        guard entry != entries.last else { return }
        entries.append(entry)
        times.append(time)
        outcomes.append(nil)
        guard entries.count > Self.limit + Self.limit / 4 else { return }
        entries.removeFirst(entries.count - Self.limit)
        times.removeFirst(times.count - Self.limit)
        outcomes.removeFirst(outcomes.count - Self.limit)
    }

    private mutating func write(_ line: [UInt8]) {
        guard let path else { return }
        Self.makeFolder(of: path)
        let descriptor = open(path, O_RDWR | O_APPEND | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { return fail(Message("cannot be written", "无法写入")) }
        defer { close(descriptor) }
        var info = stat()
        guard fstat(descriptor, &info) == 0 else { return fail(Message("cannot be written", "无法写入")) }
        if info.st_mode & 0o077 != 0, info.st_mode & S_IFMT == S_IFREG { fchmod(descriptor, 0o600) }
        var bytes = line
        // A write that was cut off, by a full disk say, must not swallow this entry.
        var last: UInt8 = 0
        let size = Int(info.st_size)
        if size > 0, pread(descriptor, &last, 1, off_t(size - 1)) == 1, last != UInt8(ascii: "\n") {
            bytes.insert(UInt8(ascii: "\n"), at: 0)
        }
        let n = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
        guard n == bytes.count else { return fail(Message("cannot be written", "无法写入")) }
        failure = nil
        // Where nobody else wrote in between, our own entry need not be read again.
        if size == offset { offset += n }
    }

    private mutating func fail(_ what: Message) {
        let reason = Message.system(errno), path = path ?? ""
        failure = Message("\(path) \(what.english): \(reason.english)", "\(path)\(what.chinese)：\(reason.chinese)").text
    }

    static func encode(_ entry: String, time: time_t) -> [UInt8] {
        var seconds = time, parts = tm()
        gmtime_r(&seconds, &parts)
        var bytes = Array("\(date(parts))T\(clock(parts))Z\t".utf8)
        for byte in entry.utf8 {
            switch byte {
            case UInt8(ascii: "\n"): bytes += [UInt8(ascii: "\\"), UInt8(ascii: "n")]
            case UInt8(ascii: "\t"): bytes += [UInt8(ascii: "\\"), UInt8(ascii: "t")]
            case UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), UInt8(ascii: "\\")]
            default: bytes.append(byte)
            }
        }
        return bytes + [UInt8(ascii: "\n")]
    }

    /// A time of `times` as clocks show it here: `2026-01-31 16:15:00`; as it is where it is no such time.
    public static func localTime(_ time: String) -> String {
        let numbers = time.split(whereSeparator: { !$0.isNumber }).compactMap { Int32($0) }
        guard time.hasSuffix("Z"), numbers.count == 6 else { return time }
        var utc = tm()
        (utc.tm_year, utc.tm_mon, utc.tm_mday) = (numbers[0] - 1900, numbers[1] - 1, numbers[2])
        (utc.tm_hour, utc.tm_min, utc.tm_sec) = (numbers[3], numbers[4], numbers[5])
        var seconds = timegm(&utc), local = tm()
        tzset()
        guard localtime_r(&seconds, &local) != nil else { return time }
        return date(local) + " " + clock(local)
    }

    private static func date(_ time: tm) -> String {
        "\(digits(time.tm_year + 1900, 4))-\(digits(time.tm_mon + 1, 2))-\(digits(time.tm_mday, 2))"
    }

    private static func clock(_ time: tm) -> String { "\(digits(time.tm_hour, 2)):\(digits(time.tm_min, 2)):\(digits(time.tm_sec, 2))" }

    private static func digits(_ n: Int32, _ count: Int) -> String {
        let text = String(max(0, n))
        return String(repeating: "0", count: max(0, count - text.count)) + text
    }

    /// The entry of a line of the file; nil where the line is damaged.
    static func decode(_ line: some Sequence<UInt8>) -> String? {
        let bytes = Array(line)
        guard bytes.count > 21, bytes[10] == UInt8(ascii: "T"), bytes[19] == UInt8(ascii: "Z"), bytes[20] == UInt8(ascii: "\t"),
            bytes[0..<4].allSatisfy({ (0x30...0x39).contains($0) })
        else { return nil }
        var entry: [UInt8] = [], escaped = false
        for byte in bytes[21...].prefix(while: { $0 != UInt8(ascii: "\t") }) {
            if escaped {
                switch byte {
                case UInt8(ascii: "n"): entry.append(UInt8(ascii: "\n"))
                case UInt8(ascii: "t"): entry.append(UInt8(ascii: "\t"))
                case UInt8(ascii: "\\"): entry.append(byte)
                default: return nil
                }
                escaped = false
            } else if byte == UInt8(ascii: "\\") {
                escaped = true
            } else if byte == 0 {
                return nil
            } else {
                entry.append(byte)
            }
        }
        guard !escaped else { return nil }
        return String(validating: entry, as: UTF8.self)
    }

    private static func outcome(_ line: some Sequence<UInt8>) -> Outcome? {
        let fields = Array(line).split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
        return fields.count == 3 ? Outcome(String(decoding: fields[2], as: UTF8.self)) : nil
    }

    /// The folders above the file, closed to others.
    private static func makeFolder(of path: String) {
        let parts = path.split(separator: "/").dropLast()
        var folder = path.hasPrefix("/") ? "" : "."
        for part in parts {
            folder += "/" + part
            mkdir(folder, 0o700)
        }
    }
}
