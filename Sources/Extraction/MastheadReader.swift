import Documents
import Lexicon

extension Masthead {
    /// Its title names the year before as what it sums up: 2025年工作总结和2026年工作计划.
    var sumsUp: Bool { year.map { title.contains("总结") && title.contains("\($0 - 1)年") } ?? false }
}

/// Reads what is known of a document as a whole, from its front matter, its first lines and its file name.
public struct MastheadReader: Sendable {
    private let places: PlaceNames

    public init(_ lexicon: Lexicon) {
        places = PlaceNames(lexicon)
    }

    /// The masthead of `text`, whose file is called `name` (without extension).
    public func read(
        _ text: SourceText, _ outline: Outline, _ parts: DocumentParts, name: String, given: GivenMasthead = GivenMasthead()
    ) -> Masthead {
        let units = text.units
        let front = FrontLines(text, outline)
        let fileName = SourceText.fold(name)
        var masthead = Masthead(title: front.title.map { text.trimmedString($0) } ?? name)

        if let known = place(text, outline, front, fileName) {
            (masthead.place, masthead.level) = known
        } else if let title = front.title, !Words.isMasked(units, title), let named = OwnName.first(in: units, title) {
            (masthead.place, masthead.level) = (text.folded(named.range), named.level)
        } else if front.title.map({ !Words.isMasked(units, $0) }) ?? true,
            let named = ([front.delivered].compactMap { $0 } + front.lines).lazy.compactMap({
                OwnName.first(in: units, $0) ?? OwnName.ofMeeting(in: units, $0)
            }).first
        {
            (masthead.place, masthead.level) = (text.folded(named.range), named.level)
        } else if let opening = front.opening, let speaks = Words.speaksFor.first(in: units, opening),
            let named = OwnName.first(
                in: units, speaks + Words.speaksFor.length(in: units, at: speaks, end: opening.upperBound)..<opening.upperBound)
        {
            (masthead.place, masthead.level) = (text.folded(named.range), named.level)
        } else if let named = OwnName.first(in: fileName, fileName.indices) {
            (masthead.place, masthead.level) = (String(folded: fileName.span.extracting(named.range)), named.level)
        } else if front.title.map({ !Words.isMasked(units, $0) }) ?? true, let opening = front.opening,
            let known = placeOfNews(units, opening)
        {
            (masthead.place, masthead.level) = known
        } else {
            masthead.level = front.title.flatMap { Words.level(units, $0) } ?? front.opening.flatMap { Words.level(units, $0) }
        }

        let date = front.delivered.flatMap { DateInText.first(in: units, $0) }
            ?? front.lines.lazy.compactMap { DateInText.first(in: units, $0) }.first
        masthead.date = date?.iso
        let planned = front.title.flatMap { Self.plannedYear(units, $0) }
            ?? Self.leadingYear(fileName) ?? plannedYear(text, outline, parts)
        // A speech of the last weeks of a year plans the next one.
        masthead.year = planned ?? given.plannedYear ?? announcedYear(units, outline) ?? date.map { $0.month >= 11 ? $0.year + 1 : $0.year }
        if masthead.date == nil { masthead.date = masthead.year.map(String.init) }
        front.apply(to: &masthead, text)
        apply(given, to: &masthead)
        return masthead
    }

    /// The year that a title plans for. 2025年预算执行情况和2026年预算草案 plans the latter; a communiqué tells of a whole year, so that it is
    /// read like a report of the next one.
    private static func plannedYear(_ units: [UInt16], _ title: Range<Int>) -> Int? {
        guard let year = DateInText.firstYear(in: units, title) else { return nil }
        let next = year + 1
        return DocumentParts.isCommunique(units, title) || DateInText.years(in: units, title).contains(next) ? next : year
    }

    func apply(_ given: GivenMasthead, to masthead: inout Masthead) {
        given.apply(to: &masthead) { place in
            let name = SourceText.fold(place)
            return places.first(in: name, name.indices)?.level ?? OwnName.first(in: name, name.indices)?.level
        }
    }

    /// In the title, the file's name, the line under the title, the lines above the text, then where the text says in whose
    /// name it speaks. A masked name (*镇) gives none.
    private func place(_ text: SourceText, _ outline: Outline, _ front: FrontLines, _ fileName: [UInt16]) -> (String, PlaceLevel)? {
        let units = text.units
        if let title = front.title {
            if let found = places.last(ofFirst: units, title) { return found }
            if Words.isMasked(units, title) { return nil }
        }
        if let found = places.last(ofFirst: fileName, fileName.indices) { return found }
        for line in [front.delivered].compactMap({ $0 }) + front.lines where !Words.bylines.occurs(in: units, line) {
            if let found = places.last(ofFirst: units, line) { return found }
        }
        guard let opening = front.opening, let speaks = Words.speaksFor.first(in: units, opening) else { return nil }
        return places.last(ofFirst: units, speaks..<min(opening.upperBound, speaks + 24))
    }

    /// The place that news of a report names in its first lines: 《关于某省2025年…报告》, 某省十四届人大四次会议.
    private func placeOfNews(_ units: [UInt16], _ opening: Range<Int>) -> (String, PlaceLevel)? {
        if let open = units[opening].firstIndex(of: Unit.openTitle),
            let close = units[open..<opening.upperBound].firstIndex(of: Unit.closeTitle), Words.reports.occurs(in: units, open..<close),
            let found = places.last(ofFirst: units, open + 1..<close)
        {
            return found
        }
        guard let meeting = Words.meetings.first(in: units, opening) else { return nil }
        return places.last(ofFirst: units, max(opening.lowerBound, meeting - 14)..<meeting)
    }

    /// The year of a part that a line without a number names, or of whose targets the text tells: 2026年经济社会发展主要预期目标.
    private func announcedYear(_ units: [UInt16], _ outline: Outline) -> Int? {
        var reviewed: Int?
        for paragraph in outline.paragraphs where paragraph.role == .body || paragraph.role == .heading {
            let line = paragraph.range
            if let direction = DocumentParts.directionOfLine(units, line), let year = DateInText.firstYear(in: units, line) {
                if direction == .plan { return year }
                reviewed = reviewed ?? year + 1
            } else if let aims = Words.aims.first(in: units, line),
                let year = DateInText.years(in: units, max(line.lowerBound, aims - 24)..<aims).last
            {
                return year
            }
        }
        for heading in outline.headings where heading.level == 1 && reviewed == nil {
            guard DocumentParts.directionOfLine(units, heading.title) == .review else { continue }
            reviewed = DateInText.firstYear(in: units, heading.title).map { $0 + 1 }
        }
        return reviewed
    }

    private static func leadingYear(_ name: [UInt16]) -> Int? {
        guard name.count >= 4, name.prefix(4).allSatisfy(Unit.isDigit), name.count == 4 || !Unit.isDigit(name[4]) else { return nil }
        let year = name.prefix(4).reduce(0) { $0 * 10 + Int($1 - "0") }
        return (1900...2199).contains(year) ? year : nil
    }

    /// The year in a heading of the plan: 2026年重点工作.
    private func plannedYear(_ text: SourceText, _ outline: Outline, _ parts: DocumentParts) -> Int? {
        for (i, heading) in outline.headings.enumerated() where heading.level == 1 && parts.headings[i] == .plan {
            if let year = DateInText.firstYear(in: text.units, heading.title) { return year }
        }
        return nil
    }

    private enum Words {
        static let aims = PhraseSet("主要预期目标 预期目标是 预期目标为")
        static let meetings = PhraseSet("届人大 届人民代表大会")
        static let reports = PhraseSet("报告 规划 纲要 计划 草案")
        static let speaksFor = PhraseSet("我代表 代表国务院 代表中央人民政府 受国务院")
        /// Who published a text says nothing of the place it is about.
        static let bylines = PhraseSet("来源 记者 作者 编辑 日报 晚报 电台 电视台 广电")
        static let masks = PhraseSet("*镇 *市 *县 *区 *省 *乡 *村 ×镇 ×市 ×县 XX ×× 某镇 某县 某市 某区 某省 某乡")
        static let levels: [(PhraseSet, PlaceLevel)] = [
            (PhraseSet("全国 我国"), .nation), (PhraseSet("全省 我省 全自治区"), .province), (PhraseSet("全市 我市 全州"), .city),
            (PhraseSet("全县 我县"), .county), (PhraseSet("全镇 我镇 全乡 我乡 *镇 某镇"), .town), (PhraseSet("全村 我村"), .village),
        ]

        static func isMasked(_ units: [UInt16], _ range: Range<Int>) -> Bool { masks.occurs(in: units, range) }

        static func level(_ units: [UInt16], _ range: Range<Int>) -> PlaceLevel? {
            levels.first { $0.0.occurs(in: units, range) }?.1
        }
    }
}

extension SourceText {
    /// The text under a range of units as it was written, without the spaces and line ends in it that only the page set.
    func trimmedString(_ range: Range<Int>) -> String {
        var kept = [UInt8]()
        // Characters that follow each other in the file are taken as one block.
        var block = 0..<0
        for i in range where units[i] != Unit.newline {
            let at = start(ofUnit: i), end = end(ofCharacterAt: at)
            if at == block.upperBound {
                block = block.lowerBound..<end
            } else {
                kept += bytes[block]
                block = at..<end
            }
        }
        if kept.isEmpty { return String(decoding: bytes[block], as: UTF8.self) }
        kept += bytes[block]
        return String(decoding: kept, as: UTF8.self)
    }
}

/// The lines above the text: front matter, title, the line that says when and where it was delivered.
struct FrontLines {
    private(set) var title: Range<Int>?
    /// ——2026年1月25日在…会议上
    private(set) var delivered: Range<Int>?
    private(set) var lines: [Range<Int>] = []
    /// The first paragraphs of the text.
    private(set) var opening: Range<Int>?
    private var matter: [(key: String, value: Range<Int>)] = []

    /// How many lines may stand above a text: front matter and what a page puts there. Rows of a table behind them tell nothing of it.
    private static let reach = 200

    init(_ text: SourceText, _ outline: Outline) {
        let units = text.units
        var inMatter = false
        var best = 0
        for (i, paragraph) in outline.paragraphs.enumerated() {
            let p = paragraph.range
            guard paragraph.role == .residue else {
                if paragraph.role == .body, units[p.lowerBound] == "#", title == nil {  // # Title
                    title = p.lowerBound + 1..<p.upperBound
                    continue
                }
                let last = outline.paragraphs[min(i + 2, outline.paragraphs.count - 1)].range
                opening = p.lowerBound..<min(p.lowerBound + 160, max(last.upperBound, p.upperBound))
                break
            }
            if i >= Self.reach { continue }
            if p.count >= 3, units[p].allSatisfy({ $0 == "-" }) {
                inMatter.toggle()
                continue
            }
            if inMatter {
                if let colon = units[p].firstIndex(of: Unit.colon), colon + 1 < p.upperBound {
                    matter.append((text.folded(p.lowerBound..<colon), colon + 1..<p.upperBound))
                }
                continue
            }
            lines.append(p)
            if units[p.lowerBound] == "-" || Self.occasions.occurs(in: units, p), DateInText.first(in: units, p) != nil {
                delivered = delivered ?? Self.joined(outline, i)
                continue
            }
            let whole = Self.whole(text, outline, i)
            let rank = whole == p ? Self.rank(units, p) : 200 + whole.count
            if rank > best { (title, best) = (whole, rank) }
        }
    }

    /// Values of the front matter stand above all that was read elsewhere.
    func apply(to masthead: inout Masthead, _ text: SourceText) {
        for (key, range) in matter {
            let value = text.trimmedString(range)
            switch key {
            case "title": masthead.title = value
            case "place": masthead.place = value
            case "level": masthead.level = PlaceLevel(rawValue: value) ?? masthead.level
            case "date": masthead.date = value
            case "year": masthead.year = Int(value) ?? masthead.year
            default: break
            }
        }
    }

    /// A line that the page broke before its last character or two (政府工作报⏎告).
    private static func whole(_ text: SourceText, _ outline: Outline, _ i: Int) -> Range<Int> {
        let p = outline.paragraphs[i].range
        guard i + 1 < outline.paragraphs.count, text.units[p.upperBound - 1] == "报" else { return p }
        let next = outline.paragraphs[i + 1].range
        return next.count == 1 && text.units[next.lowerBound] == "告" ? p.lowerBound..<next.upperBound : p
    }

    /// The line of the occasion with the next one where the page broke it.
    private static func joined(_ outline: Outline, _ i: Int) -> Range<Int> {
        let p = outline.paragraphs[i].range
        guard i + 1 < outline.paragraphs.count, outline.paragraphs[i + 1].role == .residue else { return p }
        let next = outline.paragraphs[i + 1].range
        return next.count <= 24 ? p.lowerBound..<next.upperBound : p
    }

    /// How much a line looks like a title; 0 where it does not.
    private static func rank(_ units: [UInt16], _ p: Range<Int>) -> Int {
        guard p.count >= 4, p.count <= 80, !bylines.begins(units, p), !units[p].contains(Unit.fullStop) else { return 0 }
        if kinds.ends(units, p) { return 200 + p.count }
        if kinds.occurs(in: units, p) { return 100 + p.count }
        return 0
    }

    private static let kinds = PhraseSet("""
        报告 讲话 规划 纲要 意见 通知 方案 公报 决定 计划 要点 办法 条例 致辞 发言 说明 决议 报告(摘要) 建议 总结 安排 汇报
        """)
    private static let occasions = PhraseSet("会议上 大会上 第一次会议 第二次会议 第三次会议 第四次会议 第五次会议 人民代表大会")
    private static let bylines = PhraseSet("来源 时间 发布 作者 编辑 责任编辑 您的位置 首页 浏览 记者 日期 -- 省长 市长 主席 国务院总理 分享 字体 字号")
}

/// A place that the lexicon does not know, told by the form of a title: 石桥县2026年政府工作报告.
enum OwnName {
    /// The name that opens the title, behind a year; it ends in 县, 镇 … and a year, 政府 or the end follows.
    static func first(in units: [UInt16], _ range: Range<Int>) -> (range: Range<Int>, level: PlaceLevel)? {
        var start = range.lowerBound
        while start < range.upperBound, Unit.isDigit(units[start]) || opening.contains(units[start]) { start += 1 }
        start += about.length(in: units, at: start, end: range.upperBound)
        for end in start..<min(range.upperBound, start + 9) {
            guard Unit.isHan(units[end]) else { return nil }
            guard end - start >= 1, let level = levels[units[end]] else { continue }
            if general.contains(units[end - 1]) || units[start] == "在" { return nil }  // 全镇, 在…
            let next = end + 1
            guard next == range.upperBound || Unit.isDigit(units[next]) || followers.begins(units, next..<range.upperBound) else {
                continue
            }
            return (start..<next, level)
        }
        return nil
    }

    /// The name behind the 在 of the line of the occasion: 在青石县第十八届人民代表大会第六次会议上.
    static func ofMeeting(in units: [UInt16], _ range: Range<Int>) -> (range: Range<Int>, level: PlaceLevel)? {
        guard let at = range.first(where: { units[$0] == "在" }) else { return nil }
        return first(in: units, at + 1..<range.upperBound)
    }

    private static let opening = UnitSet("年-_ "), about = PhraseSet("关于")
    private static let general = UnitSet("全我本各该某")
    private static let followers = PhraseSet("人民政府 政府 国民经济 “十 第 党委 委 关于 委员会 党政")
    private static let levels: [UInt16: PlaceLevel] = [
        "省": .province, "市": .city, "州": .city, "盟": .city, "县": .county, "区": .county, "旗": .county,
        "镇": .town, "乡": .town, "村": .village,
    ]
}

/// The places of the lexicon by their names and aliases.
struct PlaceNames: Sendable {
    private let trie: WordTrie
    private let entries: [PlaceEntry]

    init(_ lexicon: Lexicon) {
        entries = lexicon.places
        var names: [(word: [UInt16], value: Int32)] = []
        for (i, entry) in entries.enumerated().reversed() {
            for name in entry.aliases + [entry.name] where name.utf16.count >= 2 { names.append((SourceText.fold(name), Int32(i))) }
        }
        trie = WordTrie(names)
    }

    /// The first place named in `range`, by its longest name, with the place behind it.
    private func match(in units: [UInt16], _ range: Range<Int>) -> (entry: PlaceEntry, end: Int)? {
        let span = units.span
        for i in range {
            if let match = trie.longestMatch(in: span, at: i, limit: range.upperBound) {
                return (entries[Int(match.value)], i + match.length)
            }
        }
        return nil
    }

    func first(in units: [UInt16], _ range: Range<Int>) -> PlaceEntry? { match(in: units, range)?.entry }

    /// The smallest place of the first run of places that follow each other: 江岸区 of 武汉市江岸区2024年….
    func last(ofFirst units: [UInt16], _ range: Range<Int>) -> (String, PlaceLevel)? {
        guard var found = match(in: units, range) else { return nil }
        let span = units.span
        while let next = trie.longestMatch(in: span, at: found.end, limit: range.upperBound) {
            let entry = entries[Int(next.value)]
            guard entry.parent == found.entry.name else { break }
            found = (entry, found.end + next.length)
        }
        if found.entry.level != .nation, let own = OwnName.first(in: units, found.end..<range.upperBound),
            own.range.lowerBound == found.end,
            own.level.isWithin(found.entry.level)
        {
            return (String(folded: span.extracting(own.range)), own.level)
        }
        return (found.entry.name, found.entry.level)
    }
}
