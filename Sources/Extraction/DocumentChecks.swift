import Documents

/// A place where a document does not agree with itself, found from its words and outline alone.
public struct Finding: Sendable, Hashable {
    public enum Check: Sendable, Hashable {
        /// A list of so many points is announced, and another number follows: often the text is cut.
        case count(announced: Int, found: Int)
        /// 分别 ties so many members to another number of values.
        case respectively(members: Int, values: Int)
    }

    public var check: Check
    /// The words that announce, or the clause around 分别.
    public var span: ByteSpan
}

/// Checks of one document: a pure function of its text.
public struct DocumentChecks: Sendable {
    public init() {}

    /// What does not agree, in document order.
    public func findings(in bytes: [UInt8]) -> [Finding] {
        let text = SourceText(bytes)
        let outline = OutlineReader().read(text)
        let paragraphs = outline.paragraphs.filter { $0.role == .body || $0.role == .heading }.map(\.range)
        var found: [Finding] = []
        for index in paragraphs.indices {
            announcements(text, paragraphs, index, &found)
            respective(text, paragraphs[index], &found)
        }
        return found.sorted { ($0.span.start, $0.span.end) < ($1.span.start, $1.span.end) }
    }

    // MARK: announced and found

    private func announcements(_ text: SourceText, _ paragraphs: [Range<Int>], _ index: Int, _ found: inout [Finding]) {
        let units = text.units, p = paragraphs[index]
        var i = p.lowerBound
        while i < p.upperBound {
            guard let (announced, next) = HeadingMarker.numeral(units, at: i, end: p.upperBound) ?? Self.pair(units, i) else {
                i += 1
                continue
            }
            let from = i
            i = next
            let length = Self.counted.length(in: units, at: next, end: p.upperBound)
            guard announced >= 2, length > 0, let end = Self.listBegins(units, next + length, p.upperBound) else { continue }
            let start = Self.clauseStart(units, from, p.lowerBound)
            guard Self.cues.occurs(in: units, start..<from) else { continue }
            let rest = Self.markers(units, paragraphs, index, from: end)
            guard let count = Self.run(rest), count != announced else { continue }
            found.append(Finding(check: .count(announced: announced, found: count), span: text.span(start..<next + length)))
        }
    }

    /// 两 counts like 二.
    private static func pair(_ units: [UInt16], _ i: Int) -> (value: Int, next: Int)? {
        units[i] == 0x4E24 ? (2, i + 1) : nil
    }

    /// Where the sentence ends that announces; nil where it goes on to say more.
    private static func listBegins(_ units: [UInt16], _ start: Int, _ end: Int) -> Int? {
        for i in start..<min(end, start + 12) {
            if units[i] == Unit.fullStop || units[i] == Unit.colon { return i + 1 }
            if units[i] == Unit.comma || units[i] == Unit.enumerationComma || units[i] == Unit.semicolon { return nil }
            if units[i] == Unit.closeQuote || units[i] == Unit.closeTitle { return nil }
        }
        return end - start < 12 ? end : nil
    }

    private static func clauseStart(_ units: [UInt16], _ at: Int, _ limit: Int) -> Int {
        var i = at
        while i > limit, units[i - 1] != Unit.comma, units[i - 1] != Unit.semicolon, units[i - 1] != Unit.colon,
              !Unit.endsSentence(units[i - 1]) { i -= 1 }
        return i
    }

    /// Markers behind an announcement: at the beginning of paragraphs, and 一是, 第一 within them.
    private static func markers(
        _ units: [UInt16], _ paragraphs: [Range<Int>], _ index: Int, from: Int
    ) -> [(marker: HeadingMarker, distance: Int)] {
        var found: [(HeadingMarker, Int)] = []
        for (distance, p) in paragraphs[index...].enumerated() {
            for i in (distance == 0 ? from : p.lowerBound)..<p.upperBound {
                if i > p.lowerBound {
                    let u = units[i - 1]
                    guard u == Unit.colon || u == Unit.semicolon || u == Unit.comma || Unit.endsSentence(u) else { continue }
                }
                guard let marker = HeadingMarker.read(units, i..<p.upperBound), marker.number > 0 else { continue }
                if i == p.lowerBound || marker.style == .item || marker.style == .ordinal { found.append((marker, distance)) }
            }
            if distance > 400 { break }
        }
        return found
    }

    /// How far the list counts that begins within two paragraphs; nil where none begins with its first member.
    private static func run(_ markers: [(marker: HeadingMarker, distance: Int)]) -> Int? {
        guard let first = markers.first, first.marker.number == 1, first.distance <= 2 else { return nil }
        var last = 1, paragraph = first.distance
        for (marker, distance) in markers.dropFirst() {
            if marker.level < first.marker.level { break }
            guard marker.style == first.marker.style else { continue }
            if marker.number == last + 1 || marker.number == last + 2 {
                (last, paragraph) = (marker.number, distance)
            } else if marker.number == 1, distance > paragraph || first.marker.style != .item {
                break
            }
        }
        return last
    }

    private static let counted = PhraseSet("""
        点意见 点要求 点希望 点建议 点体会 点看法 个方面 方面工作 方面任务 方面 项重点工作 项工作 项重点任务 项任务 大任务 件大事 个问题 个
        """)
    private static let cues = PhraseSet("""
        以下 下面 下列 讲 谈 提 做好 抓好 抓了 主要有 任务有 工作有 把握 突出 重点在 从 重点抓
        """)

    // MARK: 分别

    private func respective(_ text: SourceText, _ p: Range<Int>, _ found: inout [Finding]) {
        let units = text.units
        for i in p where Self.each.length(in: units, at: i, end: p.upperBound) > 0 {
            let start = Self.clauseStart(units, i, p.lowerBound)
            var end = i
            while end < p.upperBound, units[end] != Unit.comma, units[end] != Unit.semicolon, !Unit.endsSentence(units[end]) { end += 1 }
            guard let values = Self.values(units, i + 2..<end), values >= 2 else { continue }
            let pauses = (start..<i).count { units[$0] == Unit.enumerationComma }
            let joins = (start..<i).count { Self.joins.contains(units[$0]) }
            guard pauses > 0, !(pauses + 1...pauses + 1 + joins).contains(values) else { continue }
            found.append(Finding(check: .respectively(members: pauses + 1 + joins, values: values), span: text.span(start..<end)))
        }
    }

    /// The numbers of a plain list, one in each part; nil where a part holds none or several, which ties them otherwise.
    private static func values(_ units: [UInt16], _ range: Range<Int>) -> Int? {
        var parts = 0, numbers = 0, inNumber = false
        for i in range {
            let u = units[i]
            if Unit.isDigit(u) || (inNumber && u == 0x2E) {
                if !inNumber { numbers += 1 }
                inNumber = true
                continue
            }
            inNumber = false
            if u == 0x5E74 || u == 0x2D || u == Unit.openParenthesis { return nil }  // 年, a range, a bracket
            if u == Unit.enumerationComma || joins.contains(u) {
                guard numbers == 1 else { return nil }
                parts += 1
                numbers = 0
            }
        }
        return numbers == 1 ? parts + 1 : nil
    }

    private static let each = PhraseSet("分别")
    private static let joins = Set("和与及".utf16)
}
