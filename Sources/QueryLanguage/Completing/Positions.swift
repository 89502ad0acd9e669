import Documents
import KnowledgeGraph
import Lexicon

/// What can stand where: read off what stands before the cursor.
extension Completer {
    mutating func collect() {
        dropOuterCommand()
        guard let head = before.first else {
            offerCommands()
            return
        }
        guard head.kind == .word else { return }
        // 3 | measures: a row of the last answer.
        if Int(head.text) != nil, before.count > 1, let noun = noun(of: head.text) { return collectQuery(noun) }
        if let noun = Noun.named(head.text) {
            collectQuery(noun)
        } else if let flow = Given.word(head.text).flatMap({ try? context.flow(Word($0), graph: graph) }) {
            collectQuery(flow.noun)
        } else if let verb = Verb.named(head.text.hasSuffix("!") ? String(head.text.dropLast()) : head.text) {
            collectArguments(of: verb.description.name, head)
        }
    }

    /// `explain`, `let x =` and `alias x =` stand before a line of their own.
    private mutating func dropOuterCommand() {
        while let verb = before.first.flatMap({ $0.kind == .word ? Verb.named($0.text) : nil })?.description.name {
            switch verb {
            case Verb.explain.description.name: before.removeFirst()
            case Verb.bind.description.name, Verb.alias.description.name:
                guard before.count > 2, before[2].kind == .comparison(.equal) else { return }
                before.removeFirst(3)
            default: return
            }
        }
        if let first = before.first, first.kind == .word, let line = aliases[first.text.lowercased()] {
            before.replaceSubrange(0...0, with: Lexer(line).tokens)
        }
    }

    private mutating func offerCommands() {
        offer(Noun.all.map(\.description) + Verb.all.map(\.description), .command)
        for (word, line) in aliases.sorted(by: { $0.key < $1.key }) { offer(word, .command, detail: line) }
        offerGiven()
        // A name alone opens what it names: 固定资产投资, typed as gdzc.
        if typed.text.count > 1, !beginsSomething { offerNames(.figures) }
    }

    /// Rows that have a name.
    private mutating func offerGiven() {
        for (name, flow) in context.named.sorted(by: { $0.key < $1.key }) { offer("$" + name, .name, count: flow.count) }
    }

    private mutating func collectArguments(of verb: String, _ head: Token) {
        let given = before.count - 1
        if let bar = before.firstIndex(where: { $0.kind == .pipe }) {
            if let columns = Verb.columns[verb] { return collectQuery(.figures, columns: columns) }
            if ["open", "source"].contains(verb), bar > 1, let noun = noun(of: before[1].text) { return collectQuery(noun) }
        }
        switch verb {
        case "brief": collectQuery(.targets)
        case "diff": if given < 3 { offerNodes(documentsOnly: given < 2) }
        case "path": if given < 2 { offerNodes() }
        case "open", "related", "source", "why", "neighbors": if given == 0 { offerNodes() }
        case "lint": if given == 0 { offerNodes(documentsOnly: true) }
        case "help" where given == 0:
            offer(Noun.all.map(\.description) + StageWord.all.map(\.description) + Verb.all.map(\.description), .topic)
            for key in KeyWord.all { offer(key.words, chinese: key.chinese, .topic, detail: key.summary.text) }
        case "set":
            if given == 0 {
                for setting in Setting.all { offer([setting.name], chinese: setting.chinese, .setting, detail: setting.summary.text) }
            } else if given == 1, let setting = Setting.named(before[1].text) {
                for (word, meaning) in setting.values.words { offer(word, .value, detail: meaning.text) }
            }
        case "tutorial":
            if given == 0 { for word in TutorialWords.all { offer([word.english], chinese: [word.chinese], .command, detail: "") } }
        case "trend", "changes":
            drawsYears = true
            collectQuery(.figures)
        case "compare": collectQuery(.figures)
        case "count":
            guard let noun = before.dropFirst().first.flatMap({ Noun.named($0.text) }) else {
                if given == 0 { offer(Noun.all.map(\.description), .command) }
                break
            }
            let bar = before.firstIndex { $0.kind == .pipe } ?? before.count
            if bar == before.count, let by = before.firstIndex(where: { StageWord.by.description.answers(to: $0.text) }) {
                offerProperties(noun, before[by...])
            } else {
                if bar == before.count { offer([StageWord.by.description], .stage) }
                collectQuery(noun)
            }
        case "matrix":
            let noun = before.dropFirst().first.flatMap { Noun.named($0.text) }
            if given == 0 { offer(Noun.all.map(\.description), .command) }
            if given < (noun == nil ? 2 : 3) { offerProperties(noun ?? .measures, before[...]) } else { collectQuery(noun ?? .measures) }
        case "load": wanted = [.files]
        case "save", "export": if given == 0 { wanted = [.files] }
        case "run":
            if given == 0 {
                wanted = [.scripts, .files]
            } else if let key = keyPosition {
                wanted = [.value(ofParameter: before[key].text, script: before[1].text)]
            } else {
                wanted = [.parameters(script: before[1].text)]
            }
        case "scripts":
            if given == 0 {
                for action in ScriptAction.allCases where action != .list {
                    offer([ScriptWords.word(action, .english)], chinese: [ScriptWords.word(action, .chinese)], .command, detail: "")
                }
            } else if given == 1 {
                wanted = [.scripts, .files]
            }
        default: break
        }
    }

    /// What rows a card stands for.
    private func noun(of word: String) -> Noun? {
        let node = word.hasPrefix("#") || Int(word) != nil
            ? try? context.node(Word(word)) : graph.node(identifier: word) ?? graph.names.nodes(typed: word).first
        return node.map { Evaluator.Flow($0, graph: graph).noun }
    }

    /// - Parameter columns: Of rows that are no noun's, such as those of `related`.
    private mutating func collectQuery(_ first: Noun, columns: [String]? = nil) {
        let bar = before.lastIndex { $0.kind == .pipe }
        // `targets | measures | …`: from there on the rows are measures.
        var noun = first, reaches = false, columns = columns, leadsOn = true
        wasReached = false
        let bars = before.indices.filter { before[$0].kind == .pipe }
        for (index, next) in zip(bars, bars.dropFirst() + [before.count]) where index + 1 < before.count {
            let stage = StageWord.named(before[index + 1].text), isReach = stage?.description.name == StageWord.reach.description.name
            let isTied = stage.map { [StageWord.with, .without].map(\.description.name).contains($0.description.name) } ?? false
            if isTied, index == bar {
                // What stands behind it is of the other noun; the rows stay what they are.
                if let other = before[(index + 1)..<next].dropFirst().first.flatMap({ Noun.stage($0.text) }) {
                    (noun, columns, reaches) = (other, nil, true)
                }
            } else if let stage, !isReach {
                if index != bar, let grouped = Self.columns(behind: stage, before[(index + 1)..<next]) {
                    // Groups of one property stand for places, sectors and the like.
                    leadsOn = grouped.count == 2 && Grouping.node(grouped[0], 0, graph) != nil
                    columns = grouped
                }
            } else if let next = Noun.stage(before[min(index + (isReach ? 2 : 1), before.count - 1)].text) {
                noun = next
                columns = nil
                leadsOn = true
                reaches = index == bar
                wasReached = true
            }
        }
        if let key = keyBefore() {
            offerValues(of: key, noun)
            return
        }
        if let at = keyPosition, before[at + 1].kind == .colon {
            offerKeys(insteadOf: at, noun, columns)
            return
        }
        guard let bar else {
            offerTerms(noun)
            return
        }
        let stage = before[(bar + 1)...]
        guard let word = stage.first else {
            offer(StageWord.all.filter { Self.fits($0, noun, areRows: columns == nil) }.map(\.description), .stage)
            for next in Noun.all where leadsOn && (next.name != noun.name || columns != nil) { offer([next.description], .stage) }
            return
        }
        if reaches {
            offerTerms(noun)
            return
        }
        let name = StageWord.named(word.text.hasSuffix("!") ? String(word.text.dropLast()) : word.text)?.description.name
        let isGrouped = stage.contains { StageWord.by.description.answers(to: $0.text) }, sums = Aggregate.allCases.map(\.rawValue)
        if let columns, let name, ["where", "sort", "select", "by", "count", "matrix"].contains(name) || sums.contains(name) {
            if sums.contains(name), stage.count == 1 {
                return offer(columns: columns.filter { $0 == "count" || sums.contains($0) }, stage, isTerm: false)
            }
            if name == "count" || sums.contains(name), !isGrouped { return offer([StageWord.by.description], .stage) }
            offer(columns: columns, stage, isTerm: name == "where")
            return
        }
        switch name {
        case "where": offerTerms(noun)
        case "as":
            for format in OutputFormat.allCases where stage.count == 1 { offer(format.rawValue, .format) }
            wanted = [.files]
        case "save", "plot": if stage.count == 1 { wanted = [.files] }
        case "matrix": if stage.count < 3 { offerProperties(noun, stage) }
        case "sort", "select", "by": offerProperties(noun, stage)
        case "count", "totals", "compare", "sum", "mean", "min", "max":
            if isGrouped {
                // A matrix has one property down its side.
                if name != "compare" || stage.last.map({ StageWord.by.description.answers(to: $0.text) }) == true {
                    offerProperties(noun, stage)
                }
            } else if stage.count == 1, !["count", "totals", "compare"].contains(name) {
                offerProperties(noun, stage, isNumber: true)
            } else {
                offer([StageWord.by.description], .stage)
            }
        default: break
        }
    }

    /// The columns of the groups that a stage makes; nil where it makes none, empty where they depend on the rows.
    private static func columns(behind stage: StageWord, _ words: ArraySlice<Token>) -> [String]? {
        let by = words.firstIndex { StageWord.by.description.answers(to: $0.text) }
        let keys = by.map { words[($0 + 1)...].compactMap { KeyWord.named($0.text)?.name } } ?? []
        switch stage.description.name {
        case "count", "by": return keys + ["count"]
        case "sum", "mean", "min", "max": return keys + [stage.description.name]
        case "totals", "trend", "changes", "compare", "matrix": return []
        default: return nil
        }
    }

    /// Whether a stage can follow rows of a noun, or groups of them.
    private static func fits(_ stage: StageWord, _ noun: Noun, areRows: Bool) -> Bool {
        switch stage.description.name {
        case "trend", "changes", "compare", "totals": areRows && noun.type == .figure
        case "source": areRows && Set(Property.all(of: noun.type).map(\.key)).isSuperset(of: ["document", "line", "sentence"])
        default: true
        }
    }

    /// The key whose value is being typed: `sector:ec`, `place:北京,上`, `kind=`.
    private func keyBefore() -> KeyWord? { keyPosition.flatMap { KeyWord.named(before[$0].text) } }

    /// Where it stands among the tokens.
    var keyPosition: Int? {
        var at = before.count - 1
        while at >= 2, before[at].kind == .comma, before[at - 1].kind == .word || before[at - 1].kind == .quoted { at -= 2 }
        guard at >= 1, before[at - 1].kind == .word else { return nil }
        switch before[at].kind {
        case .colon, .comparison: return at - 1
        default: return nil
        }
    }

    private mutating func offer(columns: [String], _ stage: ArraySlice<Token>, isTerm: Bool) {
        for name in columns where isTerm || !stage.contains(where: { KeyWord.named($0.text)?.name == name }) {
            guard let key = KeyWord.named(name) else { continue }
            offer(key.words, chinese: key.chinese, isTerm ? .key : .property, suffix: isTerm ? ":" : "", detail: key.summary.text)
        }
    }

    private mutating func offerProperties(_ noun: Noun, _ stage: ArraySlice<Token>, isNumber: Bool = false) {
        if stage.count > 1, StageWord.named(stage.first?.text ?? "")?.description.name == "sort", let last = stage.last,
            KeyWord.named(last.text) != nil
        {
            offer(["desc"], chinese: ["降"], .value, detail: Message("greatest first", "从大到小").text)
        }
        for property in Property.all(of: noun.type) where (property.key != "count" || wasReached) && (property.rightAligned || !isNumber) {
            guard let key = KeyWord.named(property.key), !stage.contains(where: { KeyWord.named($0.text)?.name == key.name })
            else { continue }
            offer(key.words, chinese: key.chinese, .property, detail: key.summary.text)
        }
    }

    private mutating func offerTerms(_ noun: Noun) {
        if let last = before.last, last.kind == .word, Parser.within.contains(last.text.lowercased()) {
            offer([Given.last], chinese: Verb.last.description.chinese, .name, detail: Verb.last.description.summary.text)
            offerGiven()
            return
        }
        let keys = keys(of: noun)
        // `value` is followed by what it is compared with.
        if typed.isEmpty, before.count > 1, ![.pipe, .colon, .comma].contains(before[before.count - 2].kind),
            let key = before.last.flatMap({ $0.kind == .word ? KeyWord.named($0.text) : nil }), keys.contains(key.name)
        {
            offerComparisons(of: key)
        }
        var offered: Set<String> = []
        for name in keys + ["has", "no"] where offered.insert(name).inserted && !Self.shownOnly.contains(name) {
            guard let key = KeyWord.named(name) else { continue }
            let suffix = Self.compared.contains(name) ? ">=" : ":"
            offer(key.words, chinese: key.chinese, .key, suffix: suffix, detail: key.summary.text)
        }
        offerNames(noun)
    }

    /// Behind a word that is no key, `sectr:`: the keys that it may be a slip of, else all there are, in its place.
    private mutating func offerKeys(insteadOf at: Int, _ noun: Noun, _ columns: [String]?) {
        let names = columns ?? keys(of: noun)
        let keys = names.filter { !Self.shownOnly.contains($0) && !Self.compared.contains($0) }.compactMap(KeyWord.named)
        let near = Spelling.nearest(to: before[at].text, among: keys.flatMap(\.words)).compactMap(KeyWord.named)
        let value = typed.text
        replace(from: before[at].span.start)
        var offered: Set<String> = []
        for key in near.isEmpty ? keys : near where offered.insert(key.name).inserted {
            let word = before[at].text.hasHan ? key.chinese[0] : key.name
            offer(mark: word + ":" + value, .key, detail: key.summary)
        }
    }

    /// What terms on rows of a noun may begin with.
    private func keys(of noun: Noun) -> [String] {
        noun.type.isStatement
            ? Property.all(of: noun.type).map(\.key)
            : ["place", "sector", "indicator", "kind"] + Property.all(of: noun.type).map(\.key)
    }

    private mutating func offerComparisons(of key: KeyWord) {
        let meanings: [(String, Message)] = [
            (":", Message("any of the values", "是其中之一")), ("=", Message("is exactly", "正是")),
            ("!=", Message("is not", "不是")), (">=", Message("at least", "不小于")), ("<=", Message("at most", "不大于")),
            (">", Message("more than", "大于")), ("<", Message("less than", "小于")),
        ]
        let fits = Self.compared.contains(key.name) || key.name == "year" || key.name == "period"
            ? meanings.dropFirst() : meanings.prefix(3)
        for (mark, meaning) in fits { offer(mark: mark, detail: meaning) }
    }

    /// Properties that are numbers.
    private static let compared: Set = ["value", "high", "confidence"]

    /// Properties that no term asks for.
    private static let shownOnly: Set = [
        "target", "result", "figure", "id", "key", "targets", "results", "measures", "problems", "documents",
        "sectors", "reason", "count", "sentence", "line",
    ]
}

extension NodeType {
    /// Figures, measures and problems.
    var isStatement: Bool { self == .figure || self == .measure || self == .problem }
}
