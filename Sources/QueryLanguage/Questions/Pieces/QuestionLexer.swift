import Documents
import KnowledgeGraph
import Lexicon

/// Parts a question, which has no spaces between its words, into the fewest known words that cover most of it.
struct QuestionLexer {
    struct Unit {
        var scalar: Unicode.Scalar
        var span: ByteSpan
    }

    let graph: Graph
    /// What 今年 is.
    let year: Int
    let units: [Unit]
    let measureUnits: Set<String>

    init(_ line: String, graph: Graph, year: Int) {
        self.graph = graph
        self.year = year
        var units: [Unit] = [], offset = 0
        for scalar in line.unicodeScalars {
            let end = offset + UTF8.width(scalar)
            let folded = String(Lexer.fold(scalar)).simplified.lowercased().unicodeScalars.first ?? scalar
            units.append(Unit(scalar: folded, span: ByteSpan(offset, end)))
            offset = end
        }
        self.units = units
        let own = (0..<graph.units.count).map { graph.strings[graph.units.name[$0]] }
        measureUnits = Set(own.filter { !$0.isEmpty } + Self.commonUnits).subtracting(Self.counters)
    }

    static let commonUnits = [
        "%", "个点", "个百分点", "百分点", "元", "万元", "亿元", "万亿元", "亿美元", "美元", "人", "万人", "亿人", "吨", "万吨", "亿吨", "亿斤", "斤", "亩", "万亩", "亿亩", "千瓦",
        "万千瓦", "亿千瓦", "公里", "平方公里", "亿千瓦时", "户", "万户", "倍", "万", "亿", "万亿", "万辆",
    ]
    /// What stands behind numbers of rows as well.
    static let counters: Set = ["个", "条", "项", "份", "家", "名", "位", "年", "月", "日", "次", "省", "市", "县"]

    func tokens() -> [QuestionToken] {
        let count = units.count
        let isOnlyOfTexts = Self.isOnlyOfTexts(in: graph)
        var best = [(cost: Int, token: QuestionToken?, from: Int)](repeating: (.max, nil, 0), count: count + 1)
        best[0].cost = 0
        for at in 0..<count where best[at].cost < .max {
            func offer(_ length: Int, _ cost: Int, _ token: QuestionToken?) {
                let total = best[at].cost + cost
                if total < best[at + length].cost { best[at + length] = (total, token, at) }
            }
            if Self.isSpace(units[at].scalar) {
                offer(1, 0, nil)
                continue
            }
            offer(1, best[at].token?.isUnknown == true ? 25 : 40, token(.unknown, at, 1))
            if let (length, words) = phrase(at) { offer(length, 6, token(.phrase(words), at, length)) }
            if let (length, kind) = time(at) { offer(length, 5, token(kind, at, length)) }
            if let (length, kind) = number(at) { offer(length, 11, token(kind, at, length)) }
            // 修不修路: whether, and the word itself behind it.
            if at + 2 < count, units[at + 1].scalar == "不", units[at].scalar == units[at + 2].scalar, !units[at].scalar.isASCII {
                offer(2, 10, token(.word(roles: [.whether], names: []), at, 2))
            }
            guard !touchesLetter(before: at) else { continue }
            // 多少万吨.
            if case .word(let roles, _)? = best[at].token?.kind, roles.contains(.amount) {
                for length in 1...min(6, count - at) where measureUnits.contains(text(at, length)) {
                    offer(length, 12, token(.word(roles: [.filler], names: []), at, length))
                }
            }
            let mayBeName = at + 1 < count && graph.names.hasNames(beginningWith: text(at, 2))
            let most = min(mayBeName ? 24 : QuestionWords.longest, count - at)
            for length in stride(from: most, through: 1, by: -1) where !touchesLetter(behind: at + length) {
                let text = text(at, length)
                var roles = QuestionWords.byWord[text] ?? []
                if QuestionWords.ofTexts.contains(text) { offer(length, 9, token(.unknown, at, length)) }
                // A single character or letter names too much.
                var names = mayBeName && length > 1 ? named(text) : []
                // What a document once called an indicator is none where the lexicon, or the language of questions, has the word.
                let known = names.filter { !isOnlyOfTexts($0) }
                if !known.isEmpty || !roles.isEmpty { names = known }
                // 京沪: short names of places, where there are several of them in a row.
                if length == 1, roles.isEmpty || !saysOther(roles), let place = shortPlace(at),
                    shortPlace(at - 1) != nil || shortPlace(at + 1) != nil
                {
                    offer(1, 9, token(.word(roles: [], names: [place]), at, 1))
                }
                // A region that the graph has a place for is that place.
                if names.contains(where: { $0.type == .place }) { roles.removeAll { $0.isRegion } }
                guard !roles.isEmpty || !names.isEmpty else { continue }
                let saysMore = roles.contains { $0 != .filler }
                let cost = known.isEmpty && !names.isEmpty ? 20 : !names.isEmpty || saysMore && length > 1 ? 9 : length > 1 ? 11 : 13
                offer(length, cost, token(.word(roles: roles, names: names), at, length))
            }
        }
        var tokens: [QuestionToken] = [], at = count
        while at > 0 {
            if let token = best[at].token { tokens.append(token) }
            at = best[at].from
        }
        return joined(tokens.reversed())
    }

    func saysOther(_ roles: [QuestionRole]) -> Bool { roles.contains { $0 != .filler } }

    /// The place that one character stands for: 京.
    func shortPlace(_ at: Int) -> NodeID? {
        guard units.indices.contains(at), !units[at].scalar.isASCII, !["港", "澳", "台"].contains(units[at].scalar) else { return nil }
        return graph.names.node(.place, named: text(at, 1))
    }

    /// An indicator that no line of the lexicon tells of.
    static func isOnlyOfTexts(in graph: Graph) -> (NodeID) -> Bool {
        { $0.type == .indicator && graph.strings.string(graph.indicators.english[Int($0.index)]) == nil }
    }

    /// The nodes of a name; English words may be joined by a hyphen or not: fixed asset investment.
    func named(_ text: String) -> [NodeID] {
        let nodes = graph.names.nodes(named: text)
        // 旅游业, 养老产业: a sector as a trade.
        if nodes.isEmpty,
            let trade = ["产业", "行业", "业"].first(where: { text.hasSuffix($0) && text.unicodeScalars.count > $0.unicodeScalars.count + 1 })
        {
            return graph.names.nodes(named: String(text.dropLast(trade.count))).filter { $0.type == .sector }
        }
        guard nodes.isEmpty, text.unicodeScalars.allSatisfy({ $0.isASCII }) else { return nodes }
        for (index, letter) in text.enumerated() where letter == " " || letter == "-" {
            let at = text.index(text.startIndex, offsetBy: index)
            let found = graph.names.nodes(named: text.replacing(ByteSpan(index, index + 1), with: text[at] == " " ? "-" : " "))
            if !found.isEmpty { return found }
        }
        // revitalization, revitalisation.
        for (one, other) in [("iz", "is"), ("is", "iz")] where text.contains(one) {
            let found = graph.names.nodes(named: text.replacing(one, with: other))
            if !found.isEmpty { return found }
        }
        return []
    }

    /// Neighbouring unknown characters as one token. 国家 names the nation only where it stands by itself: 国家级 is a word of its own.
    func joined(_ tokens: [QuestionToken]) -> [QuestionToken] {
        func isManner(_ token: QuestionToken) -> Bool {
            guard case .word(let roles, let names) = token.kind, names.isEmpty else { return false }
            return roles.contains { if case .place = $0 { true } else { false } }
        }
        return tokens.reduce(into: []) { joined, token in
            if let last = joined.last, last.span.end == token.span.start, last.isUnknown || token.isUnknown,
                last.isUnknown || isManner(last), token.isUnknown || isManner(token)
            {
                joined[joined.count - 1].kind = .unknown
                joined[joined.count - 1].text += token.text
                joined[joined.count - 1].span = ByteSpan(last.span.start, token.span.end)
            } else {
                joined.append(token)
            }
        }
    }

    func token(_ kind: QuestionToken.Kind, _ at: Int, _ length: Int) -> QuestionToken {
        QuestionToken(
            kind: kind, text: text(at, length), span: ByteSpan(units[at].span.start, units[at + length - 1].span.end))
    }

    func text(_ at: Int, _ length: Int) -> String {
        var text = ""
        for unit in units[at..<at + length] { text.unicodeScalars.append(unit.scalar) }
        return text
    }

    static func isSpace(_ scalar: Unicode.Scalar) -> Bool { scalar == " " || scalar == "\n" || scalar == "\r" }
    static func isLetter(_ scalar: Unicode.Scalar) -> Bool { ("a"..."z").contains(scalar) || ("0"..."9").contains(scalar) }

    /// English words stand apart from other letters.
    func touchesLetter(before at: Int) -> Bool {
        at > 0 && areOneWord(at - 1, at)
    }
    func touchesLetter(behind at: Int) -> Bool {
        at < units.count && areOneWord(at - 1, at)
    }
    /// Two letters or two digits: GDP2026年 is two words.
    func areOneWord(_ a: Int, _ b: Int) -> Bool {
        let (a, b) = (units[a].scalar, units[b].scalar)
        return Self.isLetter(a) && Self.isLetter(b) && ("0"..."9").contains(a) == ("0"..."9").contains(b)
    }

    /// “新质生产力”.
    func phrase(_ at: Int) -> (Int, String)? {
        let ends: [Unicode.Scalar: Unicode.Scalar] = ["\"": "\"", "“": "”", "「": "」", "『": "』"]
        guard let end = ends[units[at].scalar],
            let length = units[(at + 1)...].prefix(32).firstIndex(where: { $0.scalar == end }).map({ $0 - at - 1 }), length > 1
        else { return nil }
        let words = text(at + 1, length)
        // “与经济增长同步”: how a target is worded, which the language has.
        if ["同步", "挂钩"].contains(where: { words.hasSuffix($0) }) || ["高于", "快于", "不低于"].contains(where: { words.hasPrefix($0) }) {
            return nil
        }
        // 出现“改革”一词: a word that says little by itself is what is looked for.
        let roles = QuestionWords.byWord[words] ?? []
        guard !roles.isEmpty || graph.names.nodes(named: words).isEmpty, !saysOther(roles), plan(at) == nil else { return nil }
        return (length + 2, words)
    }
    func begins(_ at: Int, _ word: String) -> Int? {
        var end = at
        for scalar in word.unicodeScalars {
            guard end < units.count, units[end].scalar == scalar else { return nil }
            end += 1
        }
        return end - at
    }

    func first(_ at: Int, of words: [String]) -> Int? { words.lazy.compactMap { begins(at, $0) }.first }
}
