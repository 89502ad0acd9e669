import Documents
import KnowledgeGraph
import Lexicon

/// What a question asks for where it has a form of its own: rows are tried from the first on, and the first that gives a noun
/// decides. A new form of question is a row here; a new word for a form that is there is one in `QuestionWords`.
struct NounForm: Sendable {
    /// A question of this form.
    let example: String
    let noun: @Sendable (QuestionFrame) -> String?

    init(_ example: String, _ noun: @escaping @Sendable (QuestionFrame) -> String?) {
        (self.example, self.noun) = (example, noun)
    }

    static let all: [NounForm] = [
        .init("哪些省没有设失业率目标") { frame in
            frame.parts.isEmpty ? nil : ["place": "places", "sector": "sectors"][frame.partKind] ?? "documents"
        },
        .init("哪些报告没提房地产") { $0.saying == .never ? "documents" : nil },
        .init("“双碳”最早出现在哪年") { $0.saying == nil ? nil : "sentences" },
        .init("去年目标完成了吗") { $0.kept ? "targets" : nil },
        .init("目标哪年开始定为5%") { frame in
            frame.onset == nil ? nil : frame.nouns.first { ["targets", "results"].contains($0.name) }?.name ?? "figures"
        },
        .init("云南今年有哪些目标") { $0.nouns.first?.name },
        .init("今年承诺新增多少就业") { frame in
            guard frame.promises else { return nil }
            return frame.superlative != nil || frame.amount || !frame.conditions.isEmpty || frame.aspect != nil ? "targets" : "measures"
        },
        .init("粮食产量比去年高吗") { $0.course == nil ? nil : "figures" },
        .init("去年完成了多少税收") { $0.reached && ($0.isAbout || !$0.places.isEmpty) ? $0.ahead ? "targets" : "results" : nil },
        .init("哪些省的GDP是区间") { $0.comparator != nil || $0.revised ? "targets" : nil },
        .init("怎么促进就业") { $0.how && !$0.isMeasured && ($0.isAbout || !$0.places.isEmpty) ? "measures" : nil },
        .init("GDP增长多少") {
            $0.hasIndicators && ($0.isMeasured || $0.superlative != nil || $0.function != nil || $0.overview) ? "figures" : nil
        },
        .init("三峡工程后来怎么样了") { $0.overview && $0.subjects.isEmpty && !$0.texts.isEmpty ? "sentences" : nil },
        .init("四川教育怎么样") { $0.overview && ($0.isAbout || !$0.places.isEmpty) ? "measures" : nil },
        .init("生态有哪些指标") { $0.isAbout && !$0.isMeasured && $0.kind == "indicator" && $0.texts.isEmpty ? "indicators" : nil },
        .init("去产能涉及哪些行业") { frame in
            frame.isAbout && !frame.isMeasured && frame.asksDimension && frame.dimension == "sector" ? "measures" : nil
        },
        .init("哪些省提到低空经济") { $0.isAbout && $0.mention ? "sentences" : nil },
        .init("西部大开发") { frame in
            let asks =
                frame.asks || frame.counts || frame.whether || frame.amount || frame.superlative != nil || !frame.each.isEmpty
                || frame.dimension != nil
            return frame.subjects.isEmpty && !frame.texts.isEmpty && !asks ? "sentences" : nil
        },
        .init("有哪些关于城中村改造的") { $0.isAbout && !$0.texts.isEmpty && !$0.isMeasured ? "measures" : nil },
        .init("北京和上海对比") { !$0.isAbout && $0.compares && ($0.places.count > 1 || $0.years.count == 2) ? "figures" : nil },
        .init("有哪些省") { frame in
            guard !frame.isAbout, !frame.isMeasured, let kind = frame.kind, frame.asks || frame.counts else { return nil }
            return ["place": "places", "sector": "sectors", "indicator": "indicators", "period": "years"][kind]
        },
        .init("粮食多少") { $0.isAbout && $0.isMeasured ? "figures" : nil },
        .init("医疗方面有哪些") { $0.isAbout && $0.asks && !$0.asksWhat && $0.dimension == nil && $0.hasSectors ? "measures" : nil },
        .init("民营经济促进") { $0.isAbout && $0.deed && !$0.isBare && $0.dimension == nil && $0.hasSectors ? "measures" : nil },
        .init("四川粮食产量") { $0.hasIndicators && !$0.isBare ? "figures" : nil },
        .init("新能源汽车 2024") { frame in
            let asks =
                frame.asks || frame.counts || frame.whether || frame.superlative != nil || !frame.each.isEmpty || frame.kind != nil
                || frame.function != nil || frame.isBare
            let isNarrowed = !frame.years.isEmpty || !frame.places.isEmpty || !frame.plans.isEmpty || frame.subjects.count > 1
            guard frame.isAbout, !asks, isNarrowed else { return nil }
            // 就业 2026: what is measured there.
            let isSector =
                frame.subjects.count == 1 && frame.hasSectors && frame.texts.isEmpty && !frame.deed
                && frame.years.count + frame.plans.count == 1
            return isSector || frame.namesAmount(["率", "量", "额", "值"]) ? "figures" : "sentences"
        },
        .init("2007年节能减排有什么要求") {
            $0.isAbout && $0.asksWhat && !$0.isBare && $0.dimension == nil ? $0.hasSectors ? "measures" : "sentences" : nil
        },
        .init("哪些省的失业率") { $0.isAbout && !$0.isBare && $0.namesAmount(["率", "量", "额", "值", "价", "数"]) ? "figures" : nil },
        .init("北京 2026") { $0.isPlaceAndTime ? "figures" : nil },
    ]
}

extension QuestionFrame {
    /// 失业率 says by itself that it is an amount.
    func namesAmount(_ ends: Set<String>) -> Bool { subjects.contains { $0.text.last.map { ends.contains(String($0)) } ?? false } }
}

/// The command that is made for a form of question: `check` for 完成了吗, `trend` for 走势. Rows are tried from the first on.
struct CommandForm: Sendable {
    struct Parts {
        var name: String
        var terms: [String]
        var stages = ""
    }
    /// A question of this form.
    let example: String
    let parts: @Sendable (QuestionLine) -> Parts?

    init(_ example: String, _ parts: @escaping @Sendable (QuestionLine) -> Parts?) {
        (self.example, self.parts) = (example, parts)
    }

    static let all: [CommandForm] = [
        .init("去年目标的完成情况") { line in
            guard line.frame.kept else { return nil }
            let totals =
                " | \(line.stage(.totals))"
                + ((line.grouping ?? (line.frame.places.count > 1 ? "place" : nil)).map { " \(line.stage(.by)) \(line.key($0))" } ?? "")
            var all = line
            if line.countsKept { all.frame.outcome = nil }
            if line.frame.rate, line.frame.trend, line.grouping == nil {
                let years = " | \(line.stage(.totals)) \(line.stage(.by)) \(line.key("period")) | " + line.sort("period", false)
                return Parts(name: "check", terms: line.terms(.targets), stages: years)
            }
            let order = line.countsKept && line.grouping == "period" ? " | " + line.sort("period", false) : ""
            return Parts(name: "check", terms: all.terms(.targets), stages: line.frame.rate || line.countsKept ? totals + order : "")
        },
        .init("哪些省上调了GDP目标") { line in
            guard let course = line.frame.course, let indicator = line.indicator, line.noun() == "targets" else { return nil }
            let way =
                line.frame.moved.map {
                    " \(line.key("change")):" + (line.form == .english ? ($0 ? "raised" : "lowered") : ($0 ? "调高" : "调低"))
                } ?? ""
            let count = line.frame.countsDimension ? " | \(line.stage(.count))" : ""
            return Parts(
                name: "changes", terms: line.terms(ofCourse: indicator),
                stages: " | \(line.stage(.filter))\(way) \(line.key("period")):\(course.new)" + count)
        },
        .init("这几年GDP目标有没有下调") { line in
            guard line.frame.movesOver, let raised = line.frame.moved, let indicator = line.indicator, line.noun() == "targets" else {
                return nil
            }
            let way = line.form == .english ? (raised ? "raised" : "lowered") : (raised ? "调高" : "调低")
            let end =
                [QuestionFrame.Said.latest, .first].first { line.frame.said[$0] != nil }.map { said in
                    " | \(line.sort("period", said == .latest)) | \(line.stage(.take)) 1"
                } ?? ""
            return Parts(
                name: "changes", terms: line.terms(ofCourse: indicator),
                stages: " | \(line.stage(.filter)) \(line.key("change")):\(way)" + end)
        },
        .init("粮食产量比去年高吗") { line in
            guard line.frame.course != nil || line.frame.trend && line.frame.conditions.isEmpty && line.frame.superlative == nil,
                let indicator = line.indicator
            else { return nil }
            return Parts(name: "trend", terms: line.terms(ofCourse: indicator))
        },
        .init("GDP目标有没有调整") { line in
            guard line.frame.revised, let indicator = line.indicator else { return nil }
            // 今年和去年相比有没有调整: the later one.
            let years = line.frame.years.compactMap { $0.low == $0.high ? $0.low : nil }
            let end = years.max().map { " | \(line.stage(.filter)) \(line.key("period")):\($0)" } ?? ""
            return Parts(name: "changes", terms: line.terms(ofCourse: indicator), stages: years.count < 3 ? end : "")
        },
        .init("2023年和2024年的报告有什么不同") { line in
            guard let words = line.comparedDocuments else { return nil }
            let kind = line.frame.nouns.first.flatMap {
                ["targets": Message("target", "目标"), "measures": Message("measure", "举措")][$0.name]
            }
            let keeps =
                [(key: "kind", value: kind), (key: "change", value: line.frame.turn)].compactMap { key, value in
                    value.map { "\(line.key(key)):" + (line.form == .english ? $0.english : $0.chinese) }
                }
            return Parts(
                name: "diff", terms: words, stages: keeps.isEmpty ? "" : " | " + ([line.stage(.filter)] + keeps).joined(separator: " "))
        },
        .init("GDP目标高于财政收入目标的省") { line in
            guard line.frame.versusAt != nil else { return nil }
            return Parts(name: "compare", terms: line.terms(.figures) + line.ofKind)
        },
        .init("2023年和2024年的赤字率对比") { line in
            let frame = line.frame
            guard frame.compares, frame.years.count == 2, frame.places.count < 2, !frame.subjects.isEmpty, line.isOfFigures,
                frame.superlative == nil, frame.each.isEmpty,
                frame.moved == nil, frame.course == nil
            else { return nil }
            return Parts(name: "compare", terms: line.terms(.figures) + line.ofKind + ["\(line.stage(.by)) \(line.key("period"))"])
        },
        .init("北京和上海的GDP目标对比") { line in
            let frame = line.frame
            guard frame.compares, frame.superlative == nil,
                frame.places.count > 1 || line.isOfRegion || frame.each.contains("place") && !frame.subjects.isEmpty,
                line.isOfFigures || !frame.subjects.isEmpty && frame.nouns.isEmpty, frame.texts.isEmpty
            else { return nil }
            return Parts(name: "compare", terms: line.terms(.figures) + line.ofKind)
        },
        .init("今年的目标和举措") { line in
            let frame = line.frame
            let promises =
                frame.promises && frame.nouns.isEmpty && frame.superlative == nil && !frame.counts && !frame.amount
                && !(frame.years.isEmpty && frame.plans.isEmpty)
            return line.asksForSeveral || promises ? Parts(name: "brief", terms: line.terms(.measures)) : nil
        },
        .init("四川2026年教育情况") { line in
            let frame = line.frame
            guard frame.overview, frame.nouns.isEmpty, frame.years.count == 1, frame.subjects.allSatisfy({ !$0.sectors.isEmpty }),
                !frame.isMeasured,
                !frame.subjects.isEmpty || !frame.places.isEmpty, frame.superlative == nil
            else { return nil }
            return Parts(name: "brief", terms: line.terms(.measures))
        },
        .init("北京 2026") { $0.frame.isPlaceAndTime ? Parts(name: "brief", terms: $0.terms(.figures)) : nil },
    ]
}

extension QuestionLine {
    static let statements: Set = ["measures", "problems", "goals", "documents", "sentences"]

    func noun() -> String? { NounForm.all.lazy.compactMap { $0.noun(frame) }.first }

    /// Whether rows with amounts are asked for.
    var isOfFigures: Bool { (given?.noun.type ?? noun().flatMap { Noun.named($0)?.type }) == .figure }

    func command() -> String? {
        guard given == nil, frame.parts.isEmpty, let parts = CommandForm.all.lazy.compactMap({ $0.parts(self) }).first,
            let description = Noun.named(parts.name)?.description ?? Verb.named(parts.name)?.description
        else { return nil }
        let line = ([word(description)] + parts.terms).joined(separator: " ") + parts.stages
        return (try? Parser.parse(line)) == nil ? nil : line
    }

    /// The first indicator that is named.
    var indicator: NodeID? { frame.subjects.first { !$0.indicators.isEmpty }?.indicators.first }

    /// 每年完成了多少目标: how many of each.
    var countsKept: Bool { !frame.each.isEmpty && (frame.amount || frame.counts) && frame.outcome != nil && !frame.isAbout }

    /// 京津冀: one name of several places.
    var isOfRegion: Bool { frame.places.contains { !graph.members(ofRegion: Int($0.index)).isEmpty } }

    /// Targets or results alone, where both could stand in a matrix.
    var ofKind: [String] {
        frame.nouns.first.flatMap { ["targets": "target", "results": "actual"][$0.name] }.map { ["\(key("kind")):" + closed("kind", $0)] }
            ?? []
    }

    /// Two years of one issuer, or measures of two issuers in one year: the documents are compared.
    var comparedDocuments: [String]? {
        guard frame.compares || frame.revised, !frame.isAbout,
            frame.superlative == nil, !frame.counts, frame.plans.isEmpty, frame.conditions.isEmpty,
            frame.course == nil,
            frame.years.allSatisfy({ $0.low != nil && $0.low == $0.high })
        else { return nil }
        let years = frame.years.compactMap { $0.low.map { String($0) } }, places = frame.places.map { name($0) }
        if years.count == 2, places.count < 2 { return years + places }
        return years.count == 1 && places.count == 2 && !isOfFigures ? years + places : nil
    }

    /// Of what is drawn over the years: the indicator first, then what narrows it.
    func terms(ofCourse indicator: NodeID) -> [String] {
        var rest = self
        rest.frame.subjects.removeAll { $0.indicators.contains(indicator) }
        // Years that are to be compared are no bounds of the course.
        if frame.revised { rest.frame.years = [] }
        return [name(indicator)] + rest.terms(.figures)
    }

    /// Places and years alone.
    var narrowing: [String] {
        var rest = self
        rest.frame.level = nil
        (rest.frame.subjects, rest.frame.texts, rest.frame.presence) = ([], [], [])
        return rest.terms(.sentences)
    }

    /// 目标和举措: what is asked for has several kinds, side by side.
    var asksForSeveral: Bool {
        frame.nouns.count > 1 && frame.nouns.dropFirst().allSatisfy(\.isJoined)
            && frame.nouns(areOf: ["targets", "measures", "problems", "goals"]) && frame.superlative == nil
            && !frame.counts && frame.presence.isEmpty
    }

    /// A name alone opens the card of what it names, and so does a plan or a year.
    func bare() -> String? {
        if frame.isTimeAlone {
            if let plan = frame.plans.first { return "\(word(Verb.open.description)) \(plan)" }
            guard let year = frame.years.first?.low, year == frame.years[0].high else { return nil }
            return "\(word(Verb.open.description)) y\(year)"
        }
        guard frame.isBare, let node = frame.places.first ?? frame.subjects.first.flatMap({ $0.indicators.first ?? $0.sectors.first })
        else { return nil }
        return "\(word(Verb.open.description)) \(name(node))"
    }
}
