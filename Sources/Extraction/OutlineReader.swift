import Documents

/// Reads the outline of a document: the role of each paragraph, and the headings with level, title and parent.
///
/// Levels as in `GUIDE.md`: 1 for 一、; 2 for （一） or 第一，; 3 for 1., 一是, 一要, a dash, and for a lead sentence that opens
/// a paragraph like a heading.
public struct OutlineReader: Sendable {
    public init() {}

    public func read(_ text: SourceText) -> Outline {
        let ranges = text.paragraphs
        let roles = PageResidue.roles(text, ranges)
        var reading = OutlineReading(units: text.units, marks: text.marks, ranges: ranges, roles: roles)
        reading.run()
        return reading.outline
    }
}

/// One pass over the paragraphs of one document.
private struct OutlineReading {
    let units: [UInt16]
    let marks: UnitMarks
    let ranges: [Range<Int>]
    var roles: [Outline.Role]
    var outline = Outline()
    /// The last number seen of 一、, and whether an attachment lets the count begin anew.
    private var lastNumeral = 0
    private var restarts = false
    /// The last number of a list that counts 一、 inside a section; 0 outside one.
    private var nestedNumeral = 0
    /// Whether chapters stand below parts (篇), one level deeper then.
    private var hasParts = false

    init(units: [UInt16], marks: UnitMarks, ranges: [Range<Int>], roles: [Outline.Role]) {
        self.units = units
        self.marks = marks
        self.ranges = ranges
        self.roles = roles
    }

    mutating func run() {
        let leads = LeadSentences(units: units, ranges: ranges, roles: roles).found()
        var headings: [Outline.Heading] = [], next = 0
        for i in ranges.indices {
            while next < leads.count, leads[next].paragraph < i { next += 1 }
            if roles[i] == .residue, AttachmentSign.opens(units, ranges[i]) { restarts = true }
            guard roles[i] == .body else { continue }
            let p = ranges[i]
            if let marker = HeadingMarker.read(units, p), let heading = numbered(marker, p) {
                if heading.level > 0 { headings.append(heading) }
                if heading.range.upperBound >= p.upperBound - 1 { roles[i] = .heading }
                addItems(in: heading.range.upperBound..<p.upperBound, of: p, to: &headings)
            } else if next < leads.count, leads[next].paragraph == i {
                let lead = leads[next].heading
                headings.append(lead)
                if lead.range.upperBound >= p.upperBound - 1 { roles[i] = .heading }
                addItems(in: lead.range.upperBound..<p.upperBound, of: p, to: &headings)
            } else {
                addItems(in: p, of: p, to: &headings)
            }
        }
        outline.paragraphs = zip(ranges, roles).map { Outline.Paragraph(range: $0, role: $1) }
        outline.headings = Self.withParents(headings)
    }

    /// The heading that opens with `marker`; nil where the number only counts the members of a list.
    private mutating func numbered(_ marker: HeadingMarker, _ p: Range<Int>) -> Outline.Heading? {
        var level = marker.level
        let title = Self.title(units, from: marker.end, to: p.upperBound, style: marker.style)
        guard title.count >= 2 else { return nil }
        switch marker.style {
        case .numeral:
            let isLine = title.upperBound == p.upperBound && title.count <= 40
            let goesOn = nestedNumeral > 0 && marker.number == nestedNumeral + 1 && !isLine
            if !restarts, marker.number <= lastNumeral || goesOn {
                nestedNumeral = marker.number
                guard title.count <= 40, units[p.upperBound - 1] != Unit.semicolon else { return nil }
                level = 3
            } else {
                (lastNumeral, nestedNumeral, restarts) = (marker.number, 0, false)
            }
        case .dash:
            guard title.count <= 40, title.upperBound < p.upperBound else { return nil }
        case .bullet:
            // A line without a number or a full stop, or the words that open a longer text; otherwise an item of a list.
            let rest = p.upperBound - title.upperBound
            guard title.count <= 40, rest == 0 || rest >= 12, !title.contains(where: { Unit.isDigit(units[$0]) }) else { return nil }
        case .part: hasParts = true
        case .chapter, .section: if hasParts { level += 1 }
        case .digits, .item:
            guard title.count <= 60 else { return nil }
        default: break
        }
        return Outline.Heading(range: p.lowerBound..<title.upperBound, title: title, level: level, parent: nil)
    }

    /// From `start` to the end of the first sentence; of an over-long one, to its first clause.
    private static func title(_ units: [UInt16], from start: Int, to end: Int, style: HeadingMarker.Style) -> Range<Int> {
        let start = start < end && units[start] == Unit.comma ? start + 1 : start
        var i = start, comma: Int?
        scan: while i < end {
            switch units[i] {
            case Unit.fullStop, Unit.exclamation, Unit.question, Unit.semicolon: break scan
            case Unit.colon where i - start <= 24 && i - start >= 2: break scan
            case Unit.comma: comma = comma ?? i
            default: break
            }
            i += 1
        }
        let limit = style == .numeral || style == .bracketed ? 70 : 45
        if i - start > limit, let comma { i = comma }
        return start..<i
    }

    /// 一是…；二是… inside a paragraph: a heading each, where at least two follow each other.
    private func addItems(in range: Range<Int>, of paragraph: Range<Int>, to headings: inout [Outline.Heading]) {
        guard range.count >= 8 else { return }
        var found: [Outline.Heading] = []
        // Where the item found last ends.
        var end = range.lowerBound
        func add(at i: Int) {
            let expected = found.count + 1
            guard i >= end, i < range.upperBound, HeadingMarker.mayOpenNumeral(units[i]),
                let marker = HeadingMarker.item(units, at: i, end: range.upperBound), marker.number == expected
            else { return }
            let title = itemTitle(from: marker.end, to: range.upperBound, next: expected + 1)
            found.append(Outline.Heading(range: i..<title.upperBound, title: title, level: 3, parent: nil))
            end = max(title.upperBound, i + 1)
        }
        if range.lowerBound == paragraph.lowerBound { add(at: range.lowerBound) }
        for mark in marks.places(from: max(paragraph.lowerBound, range.lowerBound - 1), to: range.upperBound)
        where Self.isBoundary(units[mark]) {
            add(at: mark + 1)
        }
        guard found.count >= 2, let first = found.first else { return }
        let before = paragraph.lowerBound..<first.range.lowerBound
        guard !ProblemSigns.admits(units, before) else { return }
        headings += found
    }

    private func itemTitle(from start: Int, to end: Int, next: Int) -> Range<Int> {
        let start = start < end && units[start] == Unit.comma ? start + 1 : start
        var i = start, comma: Int?
        while i < end {
            let u = units[i]
            if u == Unit.fullStop || u == Unit.semicolon || u == Unit.exclamation || u == Unit.colon { break }
            if u == Unit.comma {
                if let marker = HeadingMarker.item(units, at: i + 1, end: end), marker.number == next { break }
                comma = comma ?? i
            }
            i += 1
        }
        if i - start > 40, let comma { i = comma }
        return start..<i
    }

    private static func isBoundary(_ u: UInt16) -> Bool {
        u == Unit.fullStop || u == Unit.semicolon || u == Unit.colon || u == Unit.comma || u == Unit.exclamation
    }

    private static func withParents(_ headings: [Outline.Heading]) -> [Outline.Heading] {
        var result = headings
        var open: [Int] = []
        for i in result.indices {
            while let last = open.last, result[last].level >= result[i].level { open.removeLast() }
            result[i].parent = open.last
            open.append(i)
        }
        return result
    }
}

/// 附件: what follows counts its headings anew.
enum AttachmentSign {
    static func opens(_ units: [UInt16], _ p: Range<Int>) -> Bool {
        p.count <= 6 && phrases.begins(units, p)
    }

    private static let phrases = PhraseSet("附件 附表 附录")
}
