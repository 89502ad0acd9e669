import Documents
import KnowledgeGraph
import Lexicon

/// The rows of the last answer, which a question may go on from.
struct GivenRows {
    var noun: Noun
    /// By what groups of them are put in order, where they are groups.
    var order: String?

    init(_ flow: Evaluator.Flow) {
        noun = flow.noun
        order = flow.groups.flatMap { table in table.columns.contains { $0.key == "count" } ? "count" : table.columns.last?.key }
    }
}

/// Writes what a question is about as a line of the language.
struct QuestionLine {
    let graph: Graph
    let form: Printer.Form
    /// What the rows are of that the question goes on from: 其中最高的.
    let given: GivenRows?
    var frame: QuestionFrame

    init(graph: Graph, form: Printer.Form, frame: QuestionFrame, given: GivenRows? = nil) {
        (self.graph, self.form, self.given, self.frame) = (graph, form, frame.goesOn ? given : nil, frame)
        settle()
    }

    /// Words that are nouns of the language only where no other is: 工作, 报告.
    static let weak: Set = [
        "工作", "打算", "部署", "想法", "安排", "行动", "动作", "报告", "工作报告", "政府工作报告", "文件", "文档", "材料", "说法", "提法", "表述", "数据", "数字", "数值", "成绩",
        "工作安排", "预期", "report", "reports", "data", "figures", "document", "documents",
    ]

    // MARK: what is left unsaid follows from the rest

    private mutating func settle() {
        settleNouns()
        settleKept()
        settleDeeds()
        settleCounts()
        settleOrder()
    }

    private mutating func settleNouns() {
        let strong = frame.nouns.filter { !Self.weak.contains($0.text) }
        if !strong.isEmpty { frame.nouns = strong }
        // 报告里关于房地产的表述: what the reports say.
        if frame.hasNoun(of: ["sentences"]) { frame.nouns.removeAll { $0.name == "documents" } }
        // 报告里提出的赤字率, 报告中关于减税的数字.
        if frame.saying == nil, !frame.mention || frame.nouns.count > 1, frame.nouns.count > 1 || frame.hasIndicators {
            frame.nouns.removeAll { $0.name == "documents" && $0.isWhere }
        }
        var seen: Set<String> = []
        frame.nouns = frame.nouns.filter { seen.insert($0.name).inserted }
        // 报告里说GDP增长多少: an amount, not the report.
        if frame.saying == nil, !frame.counts, !frame.mention, frame.amount || frame.aspect != nil || !frame.conditions.isEmpty,
            frame.nouns(areOf: QuestionFrame.sayings), frame.hasIndicators
        {
            frame.nouns = []
        }
        // 安排了多少个项目: a deed, of what is counted.
        if let amount = frame.said[.amount], frame.isAbout {
            frame.nouns.removeAll { $0.name == "measures" && Self.weak.contains($0.text) && (1...2).contains(amount - $0.at) }
        }
        // 打算引进多少: an amount too.
        if frame.amount, !frame.counts, !frame.subjects.isEmpty,
            frame.nouns.allSatisfy({ $0.name == "measures" && Self.weak.contains($0.text) })
        {
            frame.nouns = []
        }
    }

    private mutating func settleKept() {
        // 目标和实际.
        let names = Set(frame.nouns.map(\.name))
        if names.count > 1, names.isSubset(of: QuestionFrame.amounts) {
            // 目标与实际的差距.
            let compares = frame.compares && frame.places.count < 2 && !frame.trend && !names.contains("figures")
            frame.kept = frame.kept || compares || (frame.reached && !names.contains("figures"))
            frame.nouns = [.init(name: "figures", text: "", at: 0, isJoined: false)]
        }
        // 目标完成了几年, 完成了几项.
        if frame.reached, !frame.ahead, !frame.kept, frame.countsDimension || frame.counts || frame.countsLoosely,
            !frame.nouns.isEmpty, frame.nouns(areOf: ["targets"])
        {
            (frame.kept, frame.outcome) = (true, "met")
        }
        // 哪些目标完成了: those that were met; 要完成哪些 asks what is to be done.
        if frame.reached, !frame.ahead, !frame.kept, frame.nouns(areOf: ["targets"]), !frame.nouns.isEmpty, frame.conditions.isEmpty,
            !frame.amount, frame.superlative == nil, !frame.promises,
            let which = frame.said[.which], let at = frame.reachedAt, at > which || frame.reachedAlready,
            frame.dimension == nil || frame.dimension == "indicator"
        {
            (frame.kept, frame.outcome) = (true, "met")
        }
        let asksWhether = frame.whether && !frame.asksWhat || frame.overview || frame.how && frame.nouns.isEmpty
        if frame.reached, asksWhether, frame.nouns(areOf: ["targets"]), !frame.amount { frame.kept = true }
    }

    private mutating func settleDeeds() {
        // “三农”问题怎么写的: what is written of it.
        if frame.nouns.count > 1, frame.nouns(areOf: ["problems", "sentences", "documents"]), frame.hasNoun(of: QuestionFrame.sayings),
            let topic = frame.nouns.first(where: { $0.name == "problems" }), topic.text == "问题", !topic.isAsked, !topic.isJoined,
            frame.isAbout
        {
            frame.nouns.removeAll { $0.name == "problems" }
        }
        // 怎么解决就业问题 asks for what is done.
        if frame.how, frame.nouns(areOf: ["problems"]), !frame.subjects.isEmpty { frame.nouns = [] }
        // Which measures serve a target: they are reached from it.
        if frame.nouns.count == 2, frame.nouns[0].isAsked, !frame.nouns[1].isAsked, !frame.nouns[1].isJoined { frame.nouns.swapAt(0, 1) }
    }

    private mutating func settleCounts() {
        // 几条高速公路: of what is spoken of, not of rows.
        let isOfRows = !frame.nouns.isEmpty || frame.kind != nil || !frame.each.isEmpty || !frame.isAbout
        if frame.countsLoosely, isOfRows, !frame.hasIndicators { frame.counts = true }
        if frame.counts, !isOfRows, !frame.countsRows, frame.saying == nil { (frame.counts, frame.amount) = (false, true) }
        // GDP目标低于5%的省有几个.
        if frame.counts, frame.dimension == "place", !frame.asksDimension, !frame.conditions.isEmpty, frame.superlative == nil,
            frame.each.isEmpty
        {
            frame.countsDimension = true
        }
        if frame.dimension == nil, let key = frame.mentioned.first, frame.superlative != nil || frame.asks || frame.counts {
            frame.dimension = key
            // 失业率目标不超过5.5%的省有几个.
            if frame.counts, frame.superlative == nil, frame.each.isEmpty, !frame.nouns.isEmpty || !frame.subjects.isEmpty {
                frame.countsDimension = true
            }
        }
    }

    private mutating func settleOrder() {
        if frame.limit == nil, frame.superlative != nil { frame.limit = frame.asked ?? 1 }
        if let ranking = frame.ranking, frame.superlative == nil {
            frame.superlative = .init(descending: ranking != frame.isBottom ? ranking : false)
        }
        if frame.wantsBothEnds {
            frame.superlative?.descending = true
            frame.limit = nil
        }
        if frame.whether, !frame.supposed.isEmpty { frame.places.removeAll { frame.supposed.contains($0) } }
        // A fall is a negative amount: the largest is the least of them.
        if frame.falls, let superlative = frame.superlative { frame.superlative?.descending = !superlative.descending }
        if frame.falls, frame.subjects.isEmpty { frame.conditions.append((.atLeast, "下降0")) }
        if frame.isBottom { frame.superlative?.descending = false }
    }

    // MARK: the line

    func line() -> String? {
        if let given {
            return ([([word(Verb.last.description)] + terms(given.noun)).joined(separator: " ")] + ends(given.noun)).joined(
                separator: " | ")
        }
        if !frame.parts.isEmpty { return lineOfParts() }
        guard let name = noun(), let noun = Noun.named(name) else { return bare() }
        var stages: [String] = []
        var target: Noun?
        if !frame.kept, frame.moved == nil, frame.course == nil, frame.nouns.count > 1, let other = Noun.named(frame.nouns[1].name) {
            target = other
        }
        if frame.kept, frame.outcome == nil, frame.gap == nil { target = .results }

        let terms = terms(noun)
        if let target { stages.append(word(target.description)) }
        if !frame.kept { stages += ends(target ?? noun) }
        else if let key = grouping, frame.counts { stages += ["\(stage(.count)) \(stage(.by)) \(self.key(key))"] }
        return ([([word(noun.description)] + terms).joined(separator: " ")] + stages).joined(separator: " | ")
    }

    /// What narrows the rows: times, places, what they are of, amounts.
    func terms(_ noun: Noun) -> [String] {
        let isFigure = noun.type == .figure
        return times(isFigure) + places() + about(noun) + (isFigure ? aspects(noun) : []) + presences()
            + (isFigure ? bounds() : [])
    }

    /// What the rows are of: names, and words of the texts.
    private func about(_ noun: Noun) -> [String] {
        let names = subjects(noun), texts = texts()
        let isChoice = frame.isList && !texts.isEmpty && noun.type != .document && noun.name != Noun.sentences.name && frame.saying == nil
        return isChoice ? either(names + texts) : names + texts
    }

    /// Several times or plans are a choice: 2024年和2025年, 十三五和十四五.
    private func times(_ isFigure: Bool) -> [String] {
        // A plan's target is no row of the year among which the highest is looked for.
        let isOfOnePlaceEach = frame.dimension == "place" && !frame.conditions.isEmpty && !frame.kept && frame.hasIndicators
        let ordersSubjects = frame.superlative != nil && !frame.counts && (frame.hasIndicators || frame.hasSectors)
        let isOneYear = frame.years.count == 1 && frame.years[0].low == frame.years[0].high
        let exactly = isFigure && isOneYear && (isOfOnePlaceEach || frame.function != nil || ordersSubjects || frame.versusAt != nil)
        let years = frame.years.map { low, high in
            if exactly, let low { return "\(key("period")):\(low)" }
            return low == high ? low.map { String($0) } ?? "" : "\(low.map { String($0) } ?? "")..\(high.map { String($0) } ?? "")"
        }
        return either(years) + either(frame.plans)
    }

    private func either(_ all: [String]) -> [String] {
        let terms = all.enumerated().filter { !all[..<$0.offset].contains($0.element) }.map(\.element)
        return terms.count > 1 ? ["(" + terms.joined(separator: form == .english ? " or " : " 或 ") + ")"] : terms
    }

    private func places() -> [String] {
        var terms: [String] = []
        if !frame.places.isEmpty { terms.append("\(key("place")):" + names(frame.places)) }
        if !frame.notPlaces.isEmpty { terms.append("-\(key("place")):" + names(frame.notPlaces)) }
        if let level = frame.level, frame.places.isEmpty || frame.asksDimension {
            terms.append("\(key("level")):" + closed("level", level))
        }
        return terms
    }

    private func texts() -> [String] {
        let texts = frame.texts.map {
            frame.looseTexts ? Printer.quotedIfNeeded($0) : (frame.saying == .never && isDenied($0) ? "-" : "") + "\"\($0)\""
        }
        return frame.either ? either(texts) : texts
    }

    /// 提了“首发经济”但没提“银发经济”: only what stands behind 没提 is not there.
    private func isDenied(_ words: String) -> Bool { frame.denied.isEmpty || frame.denied.contains(words) }

    private func presences() -> [String] {
        frame.presence.filter { $0.noun != self.noun() }.map { "\(key($0.has ? "has" : "no")):\(presence($0.noun))" }
    }

    private func aspects(_ noun: Noun) -> [String] {
        (aspect(noun).map { ["\(key("aspect")):" + closed("aspect", $0)] } ?? []) + (frame.unit.map { ["\(key("unit")):\($0)"] } ?? [])
    }

    private func bounds() -> [String] {
        var terms: [String] = []
        if let reference = frame.reference { terms.append("\(key("reference")):\(Printer.quotedIfNeeded(reference))") }
        if frame.kept, let gap = frame.gap { terms.append("\(key("gap"))\(gap.rawValue)0") }
        if let outcome = frame.outcome { terms.append("\(key("outcome")):" + closed("outcome", outcome)) }
        // 目标是5%左右: a target of 5% and more is none.
        let isAbout = frame.saysAbout && frame.hasNoun(of: ["targets"]) && frame.conditions.count == 1 && !frame.either
        if let comparator = frame.comparator ?? (isAbout ? Self.about : nil) { terms.append("\(key("comparator")):" + closed("comparator", comparator)) }
        func bounds(_ conditions: [(Comparison, String)]) -> [String] { conditions.map { "\(key("value"))\($0.0.rawValue)\($0.1)" } }
        // 5%还是5.5%: one of them.
        if frame.either { return terms + either(bounds(frame.conditions)) }
        return terms + either(bounds(frame.conditions.filter { $0.0 == .equal })) + bounds(frame.conditions.filter { $0.0 != .equal })
    }

    private static let about = "about"

    func presence(_ noun: String) -> String {
        let name = noun == "results" ? "result" : noun == "targets" ? "target" : noun
        guard form == .chinese else { return name }
        return Noun.named(noun)?.description.chinese[0] ?? name
    }

    /// Indicators where amounts are spoken of and sectors where deeds are; both where it may be either.
    func subjects(_ noun: Noun) -> [String] {
        let isFigure = noun.type == .figure
        let amounts =
            frame.amount || frame.aspect != nil || !frame.conditions.isEmpty || frame.superlative != nil || frame.trend || frame.compares
        var sectors: [NodeID] = [], indicators: [NodeID] = [], terms: [String] = []
        for subject in frame.subjects {
            if frame.loose, isFigure {
                terms.append(Printer.quotedIfNeeded(subject.spoken))
            } else if noun.type == .document || noun.name == Noun.sentences.name {
                // What an English name stands for: no document has its words.
                let node = subject.spoken.hasHan || !subject.spoken.contains(" ") ? nil : subject.sectors.first ?? subject.indicators.first
                let words = node.map { self.words(of: $0) }
                terms.append("\"\(words ?? subject.spoken)\"")
            } else if !isFigure, noun.type != .indicator, !subject.sectors.isEmpty {
                sectors += subject.sectors
            } else if !isFigure, noun.type != .indicator {
                terms.append("\"\(subject.text)\"")
            } else if !subject.indicators.isEmpty, amounts || subject.sectors.isEmpty {
                indicators += subject.indicators
            } else if !subject.indicators.isEmpty {
                terms.append(Printer.quotedIfNeeded(subject.text))
            } else {
                sectors += subject.sectors
            }
        }
        // 国防预算: of both sectors at once.
        if Set(sectors).count > 1, frame.subjects.contains(where: { $0.isCompound && !$0.sectors.isEmpty }), frame.subjects.count == 2,
            indicators.isEmpty
        {
            return sectors.map { "\(key("sector")):" + name($0) } + terms
        }
        if frame.saying == .never {
            terms = terms.map { $0.hasPrefix("\"") && isDenied(String($0.dropFirst().dropLast())) ? "-" + $0 : $0 }
        }
        // GDP、失业率: an indicator or a sector, whichever a row is of.
        if isFigure, frame.subjects.count > 1, frame.subjects.dropFirst().allSatisfy(\.isListed) {
            return either(
                (indicators.isEmpty ? [] : ["\(key("indicator")):" + names(indicators)])
                    + (sectors.isEmpty ? [] : ["\(key("sector")):" + names(sectors)]) + terms)
        }
        if !indicators.isEmpty { terms.insert("\(key("indicator")):" + names(indicators), at: 0) }
        if !sectors.isEmpty { terms.insert("\(key("sector")):" + names(sectors), at: 0) }
        return terms
    }

    // MARK: words

    func word(_ description: Description) -> String { form == .english ? description.name : description.chinese[0] }
    func stage(_ stage: StageWord) -> String { word(stage.description) }
    func key(_ key: String) -> String { form == .english ? key : KeyWord.named(key)?.chinese.first ?? key }
    func closed(_ key: String, _ value: String) -> String {
        form == .english ? value : KeyWord.named(key)?.value(value)?.chinese.first ?? value
    }

    func names(_ nodes: [NodeID]) -> String {
        var seen: Set<NodeID> = []
        return nodes.filter { seen.insert($0).inserted }.map { name($0) }.joined(separator: ",")
    }

    /// What it is called in the texts.
    func words(of node: NodeID) -> String {
        node.type == .sector ? graph.strings[graph.sectors.name[Int(node.index)]] : graph.name(of: node)
    }

    func name(_ node: NodeID) -> String {
        if node.type == .sector, form == .chinese { return Printer.quotedIfNeeded(graph.strings[graph.sectors.name[Int(node.index)]]) }
        return Printer.quotedIfNeeded(graph.name(of: node))
    }
}
