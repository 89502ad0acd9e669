import Documents
import KnowledgeGraph
import Lexicon

/// Writes what a question is about as a line of the language.
struct QuestionLine {
    let graph: Graph
    let form: Printer.Form
    private(set) var frame: QuestionFrame
    private(set) var notes: [Message] = []

    init(graph: Graph, form: Printer.Form, frame: QuestionFrame) {
        self.graph = graph
        self.form = form
        self.frame = frame
        settle()
    }

    /// Words that are nouns of the language only where no other is: 工作, 报告.
    static let weak: Set = ["工作", "打算", "部署", "想法", "安排", "行动", "动作", "报告", "工作报告", "政府工作报告", "文件", "文档", "材料", "说法", "提法", "表述", "数据", "数字", "数值", "成绩", "工作安排", "预期", "report", "reports", "data", "figures", "document", "documents"]

    /// What is left unsaid follows from the rest.
    private mutating func settle() {
        let strong = frame.nouns.filter { !Self.weak.contains($0.text) }
        if !strong.isEmpty { frame.nouns = strong }
        var seen: Set<String> = []
        frame.nouns = frame.nouns.filter { seen.insert($0.name).inserted }
        // 报告里说GDP增长多少: an amount, not the report.
        if frame.saying == nil, !frame.counts, !frame.mention, frame.amount || frame.aspect != nil, !frame.nouns.isEmpty, frame.nouns.allSatisfy({ ["documents", "sentences"].contains($0.name) }),
            frame.subjects.contains(where: { !$0.indicators.isEmpty })
        {
            frame.nouns = []
        }
        // 打算引进多少: an amount too.
        if frame.amount, !frame.counts, !frame.subjects.isEmpty, !frame.nouns.isEmpty, frame.nouns.allSatisfy({ $0.name == "measures" && Self.weak.contains($0.text) }) { frame.nouns = [] }
        // 目标和实际.
        let names = Set(frame.nouns.map(\.name))
        if names.count > 1, names.isSubset(of: ["targets", "results", "figures"]) {
            // 目标与实际的差距.
            let compares = frame.compares && frame.places.count < 2 && !frame.trend && !names.contains("figures")
            frame.kept = frame.kept || compares || (frame.reached && !names.contains("figures"))
            frame.nouns = [.init(name: "figures", text: "", at: 0, isJoined: false)]
        }
        if frame.reached, frame.whether && !frame.asksWhat || frame.overview || (frame.how && frame.nouns.isEmpty),
            frame.nouns.allSatisfy({ $0.name == "targets" }) || frame.nouns.isEmpty, !frame.amount
        {
            frame.kept = true
        }
        // 怎么解决就业问题 asks for what is done.
        if frame.how, frame.nouns.allSatisfy({ $0.name == "problems" }), !frame.subjects.isEmpty { frame.nouns = [] }
        // Which measures serve a target: they are reached from it.
        if frame.nouns.count == 2, frame.nouns[0].isAsked, !frame.nouns[1].isAsked, !frame.nouns[1].isJoined { frame.nouns.swapAt(0, 1) }
        // 几条高速公路: of what is spoken of, not of rows.
        let isOfRows = !frame.nouns.isEmpty || frame.dimension != nil || !frame.mentioned.isEmpty || !frame.each.isEmpty || frame.subjects.isEmpty && frame.texts.isEmpty
        if frame.countsLoosely, isOfRows, !frame.subjects.contains(where: { !$0.indicators.isEmpty }) { frame.counts = true }
        if frame.counts, !isOfRows, !frame.countsRows, frame.saying == nil { (frame.counts, frame.amount) = (false, true) }
        if frame.limit == nil, frame.superlative != nil { frame.limit = 1 }
        if frame.dimension == nil, let key = frame.mentioned.first, frame.superlative != nil || frame.asks || frame.counts {
            frame.dimension = key
            // 失业率目标不超过5.5%的省有几个.
            if frame.counts, frame.superlative == nil, frame.each.isEmpty, !frame.nouns.isEmpty || !frame.subjects.isEmpty { frame.countsDimension = true }
        }
        if let ranking = frame.ranking, frame.superlative == nil { frame.superlative = .init(descending: ranking != frame.isBottom ? ranking : false) }
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

    private static let statements: Set = ["measures", "problems", "goals", "documents", "sentences"]

    /// Whether rows with amounts are asked for.
    var isOfFigures: Bool { noun().flatMap { Noun.named($0) }?.type == .figure }

    private var isMeasured: Bool { frame.amount || frame.aspect != nil || !frame.conditions.isEmpty || frame.compares || frame.trend }

    private func noun() -> String? {
        switch frame.saying {
        case .never?: return Noun.documents.name
        case .first?, .latest?, .often?, .most?: return Noun.sentences.name
        case nil: break
        }
        if frame.kept { return "targets" }
        if frame.onset != nil { return frame.nouns.first { ["targets", "results"].contains($0.name) }?.name ?? "figures" }
        if let noun = frame.nouns.first { return noun.name }
        let about = !frame.subjects.isEmpty || !frame.texts.isEmpty
        if frame.promises { return frame.superlative != nil || frame.amount || !frame.conditions.isEmpty || frame.aspect != nil ? "targets" : "measures" }
        if frame.course != nil { return "figures" }
        if frame.reached, about || !frame.places.isEmpty { return frame.ahead ? "targets" : "results" }
        if frame.comparator != nil || frame.revised { return "targets" }
        let indicators = frame.subjects.contains { !$0.indicators.isEmpty }
        let measured = frame.amount || frame.aspect != nil || !frame.conditions.isEmpty || frame.compares || frame.trend
        if frame.how, !measured, about || !frame.places.isEmpty { return "measures" }
        if indicators, measured || frame.superlative != nil || frame.function != nil || frame.overview { return "figures" }
        // 三峡工程后来怎么样了: what is told of it.
        if frame.overview, frame.subjects.isEmpty, !frame.texts.isEmpty { return Noun.sentences.name }
        if frame.overview, about || !frame.places.isEmpty { return "measures" }
        if about, !measured, frame.dimension ?? frame.mentioned.first == "indicator", frame.texts.isEmpty { return "indicators" }
        if about, frame.mention { return "sentences" }
        // Words of the text and nothing besides: where they stand.
        if frame.subjects.isEmpty, !frame.texts.isEmpty, !frame.asks, !frame.counts, !frame.whether, !frame.amount, frame.superlative == nil, frame.each.isEmpty, frame.dimension == nil { return Noun.sentences.name }
        if about, !frame.texts.isEmpty, !measured { return "measures" }
        if !about, frame.compares, frame.places.count > 1 || frame.years.count == 2 { return "figures" }
        if !about, !measured, let dimension = frame.dimension ?? frame.mentioned.first, frame.asks || frame.counts || frame.amount {
            return ["place": "places", "sector": "sectors", "indicator": "indicators", "period": "years"][dimension]
        }
        if about, measured { return "figures" }
        if about, frame.asks, !frame.asksWhat, frame.dimension == nil, frame.subjects.contains(where: { !$0.sectors.isEmpty }), !measured { return "measures" }
        // 民营经济促进: what is done.
        if about, frame.deed, !measured, !isBare, frame.dimension == nil, frame.subjects.contains(where: { !$0.sectors.isEmpty }) { return "measures" }
        if indicators, !isBare { return "figures" }
        // 新能源汽车 2024: a subject and a time or place, and nothing is asked.
        if about, !frame.asks, !frame.counts, !frame.whether, frame.superlative == nil, frame.each.isEmpty, frame.dimension == nil, frame.mentioned.isEmpty, !isBare, !measured,
            !frame.years.isEmpty || !frame.places.isEmpty || !frame.plans.isEmpty || frame.subjects.count > 1, frame.function == nil, frame.aspect == nil
        {
            return frame.subjects.contains { $0.text.hasSuffix("率") || $0.text.hasSuffix("量") || $0.text.hasSuffix("额") || $0.text.hasSuffix("值") } ? "figures" : Noun.sentences.name
        }
        // 2007年节能减排有什么要求.
        if about, frame.asksWhat, !isBare, !measured, frame.dimension == nil { return frame.subjects.contains { !$0.sectors.isEmpty } ? "measures" : Noun.sentences.name }
        // 失业率 says by itself that it is an amount.
        if about, frame.subjects.contains(where: { subject in ["率", "量", "额", "值", "价", "数"].contains { subject.text.hasSuffix($0) } }), !isBare { return "figures" }
        return isPlaceAndTime ? "figures" : nil
    }

    // MARK: the line

    func line() throws(Diagnostic) -> String? {
        guard let name = noun(), let noun = Noun.named(name) else { return bare() }
        var stages: [String] = []
        var target: Noun?
        if !frame.kept, frame.moved == nil, frame.course == nil, frame.nouns.count > 1, let other = Noun.named(frame.nouns[1].name) { target = other }
        if frame.kept, frame.outcome == nil, frame.gap == nil { target = .results }

        let terms = terms(noun)
        if let target { stages.append(word(target.description)) }
        if !frame.kept { stages += ends(target ?? noun) }
        else if let key = grouping(noun), frame.counts { stages += ["\(stage(.count)) \(stage(.by)) \(self.key(key))"] }
        return ([([word(noun.description)] + terms).joined(separator: " ")] + stages).joined(separator: " | ")
    }

    /// The command that is made for such a question, where there is one: `check` for 完成了吗, `trend` for 走势, `compare` for 对比.
    func command() -> String? {
        let name: String
        var terms = terms(frame.kept ? .targets : .figures)
        var stages = ""
        let indicator = frame.subjects.first { !$0.indicators.isEmpty }?.indicators.first
        if frame.kept {
            name = "check"
            if frame.rate { stages = " | \(stage(.totals))" + (grouping(.targets).map { " \(stage(.by)) \(key($0))" } ?? "") }
        } else if let course = frame.course, let indicator, noun() == "targets" {
            name = "changes"
            terms = self.terms(ofCourse: indicator)
            let way = frame.moved.map { " \(key("change")):" + (form == .english ? ($0 ? "raised" : "lowered") : ($0 ? "调高" : "调低")) } ?? ""
            stages = " | \(stage(.filter))\(way) \(key("period")):\(course.new)"
            if frame.countsDimension { stages += " | \(stage(.count))" }
        } else if frame.course != nil, let indicator {
            name = "trend"
            terms = self.terms(ofCourse: indicator)
        } else if frame.trend, let indicator = frame.subjects.first(where: { !$0.indicators.isEmpty })?.indicators.first {
            name = "trend"
            terms = self.terms(ofCourse: indicator)
        } else if frame.revised, let indicator = frame.subjects.first(where: { !$0.indicators.isEmpty })?.indicators.first {
            name = "changes"
            terms = self.terms(ofCourse: indicator)
        } else if let words = comparedDocuments {
            name = "diff"
            terms = words
            if let kind = frame.nouns.first.flatMap({ ["targets": Message("target", "目标"), "measures": Message("measure", "举措")][$0.name] }) {
                stages = " | \(stage(.filter)) \(key("kind")):" + (form == .english ? kind.english : kind.chinese)
            }
        } else if frame.compares, frame.years.count == 2, frame.places.count < 2, !frame.subjects.isEmpty, isOfFigures, frame.superlative == nil, frame.each.isEmpty, frame.moved == nil, frame.course == nil {
            name = "compare"
            if let kind = frame.nouns.first.flatMap({ ["targets": "target", "results": "actual"][$0.name] }) { terms.append("\(key("kind")):" + closed("kind", kind)) }
            terms.append("\(stage(.by)) \(key("period"))")
        } else if frame.compares, frame.superlative == nil, frame.places.count > 1 || frame.each.contains("place") && !frame.subjects.isEmpty, isOfFigures || !frame.subjects.isEmpty && frame.nouns.isEmpty, frame.texts.isEmpty {
            name = "compare"
            if let kind = frame.nouns.first.flatMap({ ["targets": "target", "results": "actual"][$0.name] }) { terms.append("\(key("kind")):" + closed("kind", kind)) }
        } else if asksForSeveral || frame.promises && frame.nouns.isEmpty && frame.superlative == nil && !frame.counts && !frame.amount && !(frame.years.isEmpty && frame.plans.isEmpty) {
            name = "brief"
            terms = self.terms(.measures)
        } else if frame.overview, frame.nouns.isEmpty, frame.years.count == 1, frame.subjects.allSatisfy({ !$0.sectors.isEmpty }), !isMeasured,
            !frame.subjects.isEmpty || !frame.places.isEmpty, frame.superlative == nil, !frame.trend
        {
            name = "brief"
            terms = self.terms(.measures)
        } else if isPlaceAndTime {
            name = "brief"
            terms = self.terms(.figures)
        } else {
            return nil
        }
        guard let description = Noun.named(name)?.description ?? Verb.named(name)?.description else { return nil }
        let line = ([word(description)] + terms).joined(separator: " ") + stages
        return (try? Parser.parse(line)) == nil ? nil : line
    }

    /// 北京 2026: where and when, and nothing is asked.
    private var isPlaceAndTime: Bool {
        !frame.places.isEmpty && frame.years.count + frame.plans.count == 1 && frame.subjects.isEmpty && frame.texts.isEmpty && frame.nouns.isEmpty
            && !frame.asks && !frame.whether && !frame.counts && !isMeasured && frame.superlative == nil && frame.each.isEmpty && frame.dimension == nil
            && frame.mentioned.isEmpty
    }

    /// Two years of one issuer, or measures of two issuers in one year: the documents are compared.
    private var comparedDocuments: [String]? {
        guard frame.compares, frame.subjects.isEmpty, frame.texts.isEmpty, frame.superlative == nil, !frame.counts, frame.plans.isEmpty, frame.conditions.isEmpty, frame.course == nil,
            frame.years.allSatisfy({ $0.low != nil && $0.low == $0.high })
        else { return nil }
        let years = frame.years.compactMap { $0.low.map { String($0) } }, places = frame.places.map { name($0) }
        if years.count == 2, places.count < 2 { return years + places }
        return years.count == 1 && places.count == 2 && !isOfFigures ? years + places : nil
    }

    /// Places and years alone.
    var narrowing: [String] {
        var rest = self
        rest.frame.level = nil
        (rest.frame.subjects, rest.frame.texts, rest.frame.presence) = ([], [], [])
        return rest.terms(.sentences)
    }

    /// Of what is drawn over the years: the indicator first, then what narrows it.
    private func terms(ofCourse indicator: NodeID) -> [String] {
        var rest = self
        rest.frame.subjects.removeAll { $0.indicators.contains(indicator) }
        // Years that are to be compared are no bounds of the course.
        if frame.revised { rest.frame.years = [] }
        return [name(indicator)] + rest.terms(.figures)
    }

    /// 目标和举措: what is asked for has several kinds, side by side.
    private var asksForSeveral: Bool {
        frame.nouns.count > 1 && frame.nouns.dropFirst().allSatisfy(\.isJoined)
            && frame.nouns.allSatisfy { ["targets", "measures", "problems", "goals"].contains($0.name) } && frame.superlative == nil && !frame.counts
            && frame.presence.isEmpty
    }

    /// Whether there is one name and nothing else: GDP, 什么是GDP.
    private var isBare: Bool {
        frame.subjects.count + frame.places.count == 1 && frame.texts.isEmpty && frame.years.isEmpty && frame.plans.isEmpty
            && (!frame.asks || frame.asksWhat) && !frame.amount && frame.conditions.isEmpty && frame.dimension == nil
    }

    /// A name alone opens the card of what it names.
    private func bare() -> String? {
        guard isBare, let node = frame.places.first ?? frame.subjects.first.flatMap({ $0.indicators.first ?? $0.sectors.first }) else {
            return nil
        }
        return "\(word(Verb.open.description)) \(name(node))"
    }

    private func terms(_ noun: Noun) -> [String] {
        var terms: [String] = []
        // A plan's target is no row of the year among which the highest is looked for.
        let isOfOnePlaceEach = frame.dimension == "place" && !frame.conditions.isEmpty && !frame.kept && frame.subjects.contains { !$0.indicators.isEmpty }
        let exactly = noun.type == .figure && (isOfOnePlaceEach || frame.function != nil || frame.superlative != nil && !frame.counts && frame.subjects.contains { !$0.indicators.isEmpty || !$0.sectors.isEmpty }) && frame.years.count == 1 && frame.years[0].low == frame.years[0].high
        for (low, high) in frame.years {
            if exactly, let low {
                terms.append("\(key("period")):\(low)")
                continue
            }
            terms.append(low == high ? low.map { String($0) } ?? "" : "\(low.map { String($0) } ?? "")..\(high.map { String($0) } ?? "")")
        }
        // Two single years are a choice: 2024年和2025年.
        if terms.count > 1 { terms = ["(" + terms.joined(separator: form == .english ? " or " : " 或 ") + ")"] }
        terms += frame.plans
        if !frame.places.isEmpty { terms.append("\(key("place")):" + names(frame.places)) }
        if !frame.notPlaces.isEmpty { terms.append("-\(key("place")):" + names(frame.notPlaces)) }
        if let level = frame.level, frame.places.isEmpty || frame.asksDimension {
            terms.append("\(key("level")):" + closed("level", level))
        }
        terms += subjects(noun)
        if frame.saying == .never {
            for index in terms.indices where terms[index].hasPrefix("\"") { terms[index] = "-" + terms[index] }
        }
        let texts = frame.texts.map { frame.looseTexts ? Printer.quotedIfNeeded($0) : (frame.saying == .never ? "-" : "") + "\"\($0)\"" }
        terms += frame.either && texts.count > 1 ? ["(" + texts.joined(separator: form == .english ? " or " : " 或 ") + ")"] : texts
        let isFigure = noun.type == .figure
        if isFigure, let aspect = aspect(noun) { terms.append("\(key("aspect")):" + closed("aspect", aspect)) }
        for (has, noun) in frame.presence where noun != self.noun() { terms.append("\(key(has ? "has" : "no")):\(presence(noun))") }
        if isFigure, let reference = frame.reference { terms.append("\(key("reference")):\(Printer.quotedIfNeeded(reference))") }
        if isFigure, frame.kept, let gap = frame.gap { terms.append("\(key("gap"))\(gap.rawValue)0") }
        if isFigure, let outcome = frame.outcome { terms.append("\(key("outcome")):" + closed("outcome", outcome)) }
        if isFigure, let comparator = frame.comparator { terms.append("\(key("comparator")):" + closed("comparator", comparator)) }
        if isFigure { terms += frame.conditions.map { "\(key("value"))\($0.0.rawValue)\($0.1)" } }
        return terms
    }

    private func presence(_ noun: String) -> String {
        let name = noun == "results" ? "result" : noun == "targets" ? "target" : noun
        guard form == .chinese else { return name }
        return Noun.named(noun)?.description.chinese[0] ?? name
    }

    /// Indicators where amounts are spoken of and sectors where deeds are; both where it may be either.
    private func subjects(_ noun: Noun) -> [String] {
        let isFigure = noun.type == .figure
        let amounts = frame.amount || frame.aspect != nil || !frame.conditions.isEmpty || frame.superlative != nil || frame.trend || frame.compares
        var sectors: [NodeID] = [], indicators: [NodeID] = [], terms: [String] = []
        for subject in frame.subjects {
            if frame.loose, isFigure {
                terms.append(Printer.quotedIfNeeded(subject.said ?? subject.text))
            } else if noun.type == .document || noun.name == Noun.sentences.name {
                terms.append("\"\(subject.said ?? subject.text)\"")
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
        if Set(sectors).count > 1, frame.subjects.contains(where: { $0.isCompound && !$0.sectors.isEmpty }), frame.subjects.count == 2, indicators.isEmpty {
            return sectors.map { "\(key("sector")):" + name($0) } + terms
        }
        if !indicators.isEmpty { terms.insert("\(key("indicator")):" + names(indicators), at: 0) }
        if !sectors.isEmpty { terms.insert("\(key("sector")):" + names(sectors), at: 0) }
        return terms
    }

    /// Where values are put in order, growth and amounts cannot stand in one row: what most figures of the indicator are.
    private func aspect(_ noun: Noun) -> String? {
        if let aspect = frame.aspect { return aspect }
        guard frame.superlative != nil, frame.conditions.isEmpty else { return nil }
        let rows = frame.subjects.flatMap(\.indicators).flatMap { Array(graph.figures.ofIndicator[Int($0.index)]) }
        var counts: [UInt8: Int] = [:]
        for row in rows where noun.kinds.contains(where: { $0.code == graph.figures.kind[Int(row)] }) {
            counts[graph.figures.aspect[Int(row)], default: 0] += 1
        }
        guard counts.count > 1, let most = counts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }) else { return nil }
        return Aspect(code: most.key)?.rawValue
    }

    private func grouping(_ noun: Noun) -> String? { frame.each.first ?? frame.dimension }

    /// The stages behind the terms.
    private func ends(_ noun: Noun) -> [String] {
        let isFigure = noun.type == .figure
        let isStatement = isFigure || Self.statements.contains(noun.name)
        let descending = form == .english ? "desc" : "降"
        func sort(_ key: String, _ down: Bool) -> String { "\(stage(.sort)) \(self.key(key))" + (down ? " " + descending : "") }
        func take() -> [String] { frame.limit.map { ["\(stage(.take)) \($0)"] } ?? [] }
        func count(by key: String) -> String { "\(stage(.count)) \(stage(.by)) \(self.key(key))" }
        func possible(_ key: String) -> Bool { Property.named(key, of: noun.type) != nil }

        switch frame.saying {
        case .first?, .latest?: return [sort("year", frame.saying == .latest), "\(stage(.take)) \(frame.limit ?? 3)"]
        case .often?: return frame.each.filter(possible).isEmpty ? [stage(.count)] : [count(by: frame.each.filter(possible)[0])]
        case .most?:
            let dimension = frame.dimension ?? frame.mentioned.first ?? "place"
            return [count(by: dimension == "period" ? "year" : dimension), sort("count", true)] + (frame.limit.map { ["\(stage(.take)) \(max($0, 5))"] } ?? [])
        case .never?: return frame.counts || frame.amount ? [stage(.count)] : []
        case nil: break
        }
        if let onset = frame.onset { return [sort("period", onset == .latest), "\(stage(.take)) \(frame.limit ?? 3)"] }
        if let function = frame.function, isFigure, let word = StageWord.named(function) {
            var keys = frame.eachIsAll ? [] : frame.each.filter(possible)
            // 平均目标最高的领域.
            if let superlative = frame.superlative, let dimension = keys.first ?? frame.dimension, possible(dimension) {
                keys = [dimension]
                return ["\(stage(word)) \(key("value")) \(stage(.by)) \(key(dimension))", sort(function, superlative.descending)] + take()
            }
            return ["\(stage(word)) \(key("value"))" + (keys.isEmpty ? "" : " \(stage(.by)) " + keys.map { key($0) }.joined(separator: " "))]
        }
        if frame.trend, isFigure { return [sort("period", false)] }
        if !isStatement {
            if let superlative = frame.superlative { return [sort(mostCounted(), superlative.descending)] + take() }
            return frame.counts || frame.amount ? [stage(.count)] : []
        }
        if frame.countsDimension, let dimension = frame.dimension, possible(dimension), let noun = Noun.stage(dimension == "period" ? "years" : dimension) {
            return [word(noun.description), stage(.count)]
        }
        let dimension = frame.each.first ?? frame.dimension
        if let superlative = frame.superlative {
            if !isFigure || frame.counts || (superlative.ofRows && !frame.subjects.contains { !$0.indicators.isEmpty }) {
                guard let dimension, possible(dimension) else { return isFigure ? [sort("value", superlative.descending)] + take() : [] }
                return [count(by: dimension), sort("count", superlative.descending)] + take()
            }
            return [sort("value", superlative.descending)] + take()
        }
        if !frame.each.isEmpty {
            let keys = frame.each.filter(possible)
            // 各省的举措 are all of them, not how many.
            let lists = frame.eachIsAll && keys == ["place"] && !frame.counts && !frame.amount && (!frame.asks || frame.nouns.contains(where: \.isAsked)) && !frame.apart
            if !keys.isEmpty, !isFigure && !lists || frame.counts || (keys != ["place"] && keys != ["period"]) {
                return ["\(stage(.count)) \(stage(.by)) " + keys.map { key($0) }.joined(separator: " ")]
            }
        }
        if let dimension = frame.dimension, frame.asksDimension || frame.counts, possible(dimension), frame.each.isEmpty {
            if frame.counts { return [count(by: dimension)] }
            if !isFigure || dimension == "indicator" || dimension == "sector" { return [count(by: dimension), sort("count", true)] }
        }
        if frame.apart, frame.counts, frame.places.count > 1 { return [count(by: "place")] }
        if frame.counts || (frame.amount && !isFigure && noun.name != Noun.sentences.name) || (frame.amount && isFigure && frame.subjects.isEmpty && frame.texts.isEmpty && frame.conditions.isEmpty) {
            return [stage(.count)]
        }
        return []
    }

    /// Of places and the like: what there is most of.
    private func mostCounted() -> String { frame.nouns.last.map(\.name) ?? "targets" }

    // MARK: words

    private func word(_ description: Description) -> String { form == .english ? description.name : description.chinese[0] }
    private func stage(_ stage: StageWord) -> String { word(stage.description) }
    private func key(_ key: String) -> String { form == .english ? key : KeyWord.named(key)?.chinese.first ?? key }
    private func closed(_ key: String, _ value: String) -> String {
        form == .english ? value : KeyWord.named(key)?.value(value)?.chinese.first ?? value
    }

    private func names(_ nodes: [NodeID]) -> String {
        var seen: Set<NodeID> = []
        return nodes.filter { seen.insert($0).inserted }.map { name($0) }.joined(separator: ",")
    }

    private func name(_ node: NodeID) -> String {
        if node.type == .sector, form == .chinese { return Printer.quotedIfNeeded(graph.strings[graph.sectors.name[Int(node.index)]]) }
        return Printer.quotedIfNeeded(graph.name(of: node))
    }
}
