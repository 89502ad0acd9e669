import Documents
import Lexicon

/// Statements of pace without a number: 与经济增长同步, 快于全国.
extension FigureReader {
    private var terms: PaceTerms { grammar.paceTerms }

    mutating func readTogether(_ units: Span<UInt16>, _ left: Int, _ k: Int, _ end: Int) {
        let tokens = lexer.tokens
        if k + 1 < end {
            let next = tokens[k + 1]
            guard next.kind == .mark else { return }  // 与经济增长相适应|的机制: what a thing is to be like
        }
        guard let with = (left..<k).last(where: { tokens[$0].kind == .word && tokens[$0].wordClass == .with }) else { return }
        let ownUnits = unitRange(trimmed(units, left..<with, keepsList: true))
        var own = copy(units, ownUnits)
        var reference = copy(units, unitRange(trimmed(units, with + 1..<k)))
        while let tail = terms.paceTails.first(where: { reference.count > $0.count + 1 && reference.suffix($0.count).elementsEqual($0) }) {
            reference.removeLast(tail.count)
        }
        let speaksOfGrowth = (left..<k).contains {
            tokens[$0].kind == .word && (tokens[$0].wordClass == .up || tokens[$0].wordClass == .down)
        }
        guard !reference.isEmpty, speaksOfGrowth || reference.firstRange(of: Array("经济".utf16)) != nil else { return }
        var p = Predicate(start: k)
        stripGrowth(&own, &p)
        var evidence = evidence(of: ownUnits, isInherited: own.isEmpty)
        evidence.comparator = Evidence.Words(tokens[k].range)
        // 城镇、农村居民收入; 居民收入增长、财政收入增长
        if own.contains(Unit.enumerationComma) || terms.townsAndCountry.begins(own.span, 0, own.count) {
            var names = own.split(separator: Unit.enumerationComma).map(Array.init)
            for i in names.indices { stripGrowth(&names[i], &p) }
            if names.count == 1 || !names.allSatisfy({ ListedNames.endsInHead($0, grammar) }) {
                names = ListedNames.split(own, count: 2, grammar: grammar)
            }
            if names.count > 1, names.count <= 4, names.allSatisfy({ ListedNames.endsInHead($0, grammar) && !isStub($0) }) {
                for name in names { emit(name, .sync, reference, Int(tokens[left].start)..<Int(tokens[k].end), evidence) }
                subjects = names
                return
            }
            if each(own).count == 1 {
                own = copy(units, unitRange(trimmed(units, left..<with)))
                stripGrowth(&own, &p)
            }
        }
        if own.isEmpty { own = subject }
        guard !own.isEmpty, !isStub(own), own.last != "的" else { return }
        let names = each(own)
        for name in names { emit(name, .sync, reference, Int(tokens[left].start)..<Int(tokens[k].end), evidence) }
        subjects = names
    }

    /// 预算收入、居民收入: each of them keeps the pace.
    private func each(_ own: [UInt16]) -> [[UInt16]] {
        let parts = own.split { $0 == Unit.enumerationComma }.map(Array.init)
        return parts.count > 1 && parts.allSatisfy { ListedNames.endsInMeasure($0) || terms.standing.ends($0.span, 0, $0.count) } ? parts : [own]
    }

    mutating func readOutpace(_ units: Span<UInt16>, _ left: Int, _ k: Int, _ end: Int) {
        let tokens = lexer.tokens
        guard k + 1 < end else { return }
        var upper = k
        while upper > left, tokens[upper - 1].kind == .quantity || tokens[upper - 1].wordClass == .adverb { upper -= 1 }
        let ownUnits = unitRange(trimmed(units, left..<upper))
        var own = copy(units, ownUnits)
        var stop = k + 1
        while stop < end, !(tokens[stop].kind == .mark) { stop += 1 }
        let from = Int(tokens[k + 1].start)
        let reference = copy(units, (units[from] == "了" ? from + 1 : from)..<Int(tokens[stop - 1].end))  // 超过|了
        let ownGrows = (left..<k).contains { tokens[$0].kind == .word && tokens[$0].wordClass == .up }
        let referenceGrows = terms.paceWords.contains { reference.firstRange(of: $0) != nil }
        guard ownGrows || referenceGrows, !reference.isEmpty, reference.count <= 24 else { return }
        // 满意度高于全国平均水平: a level, and no pace.
        if !ownGrows, isOutpaceWord(units, tokens[k]),
            !terms.paces.contains(where: { reference.firstRange(of: $0) != nil || own.firstRange(of: $0) != nil })
        {
            return
        }
        guard
            referenceGrows || ownGrows && units[first: tokens[k]] == "快"
                || terms.paceBases.contains(where: { reference.firstRange(of: $0) != nil })
        else { return }
        var p = Predicate(start: k)
        stripGrowth(&own, &p)
        let inherits = own.isEmpty
        if inherits { own = subject }
        guard !own.isEmpty, !isStub(own), own.last != "的", own.last != "中",
            !inherits || terms.paceWords.prefix(2).contains(where: { reference.firstRange(of: $0) != nil })
        else { return }
        var evidence = evidence(of: ownUnits, isInherited: inherits)
        evidence.comparator = Evidence.Words(tokens[k].range)
        let range = (inherits ? Int(tokens[k].start) : Int(tokens[left].start))..<Int(tokens[stop - 1].end), names = each(own)
        for name in names { emit(name, .outpace, reference, range, evidence) }
        (subject, subjects) = (own, names)
    }

    func stripGrowth(_ name: inout [UInt16], _ p: inout Predicate) {
        for tail in terms.growthTails where name.count > tail.count && name.suffix(tail.count).elementsEqual(tail) {
            name.removeLast(tail.count)
        }
    }
}

/// What the rules above ask for, made once with the grammar.
struct PaceTerms: Sendable {
    let standing = HeadWords("投资 就业 出口 进口 消费")
    let townsAndCountry = HeadWords("城镇和农村 城市和农村 城镇与农村")
    let paceTails: [[UInt16]] = ["保持", "基本", "大体", "总体", "基本上"].map { Array($0.utf16) }
    let paceWords: [[UInt16]] = ["增速", "增长", "平均水平", "增幅", "平均"].map { Array($0.utf16) }
    let paces: [[UInt16]] = ["增速", "增长", "增幅"].map { Array($0.utf16) }
    let paceBases: [[UInt16]] = ["全国", "全省", "全市", "城镇", "经济", "同期", "GDP", "居民"].map { Array($0.utf16) }
    let growthTails: [[UInt16]] = [
        "保持", "增长速度", "增速", "增长", "增幅", "提高", "实际", "年均", "连续",
    ].map { Array($0.utf16) }
}
