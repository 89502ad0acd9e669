import Documents
import Lexicon

/// What a number says once its words are known: aspect, sign, comparator, period and kind.
extension FigureReader {
    private var terms: StatementTerms { grammar.statementTerms }

    /// `isGrowth`: the predicate's own, but for a rate listed beside one that grows. `isFragment`: of `name`.
    mutating func add(
        _ name: [UInt16], _ q: Quantity, _ comparator: Comparator?, _ predicate: Predicate, isGrowth: Bool, isFragment: Bool,
        _ range: Range<Int>, _ units: Span<UInt16>, _ words: Evidence
    ) {
        var aspect = Aspect.level
        var sign = 1
        if q.isMultiple {
            aspect = .growth
        } else if isGrowth, !predicate.reaches {
            aspect = isRelative(q) ? .growth : .change
            sign = predicate.sign
        } else if predicate.isShare || predicate.reaches {
            aspect = .level
        } else if predicate.sign < 0, isGrowth {
            aspect = .growth
        }
        // 增速由8%回落到6.5%: a rate all the way.
        if predicate.reaches, awaitsPair || words.name == .inherited, isRelative(q), let last = found.last,
            last.range.lowerBound >= sentence.lowerBound,
            last.aspect == .growth, last.unit == q.unit, last.indicator == name
        {
            aspect = .growth
        }
        // 居民消费价格控制在3%左右: by how much they rise.
        if aspect == .level, q.unit == "%", q.value < DecimalNumber(50), !predicate.isShare, terms.prices.ends(name.span, 0, name.count) {
            aspect = .growth
        }
        var mark = comparator ?? .equal
        if q.high != nil { mark = .range }
        if comparator == nil, q.isMoreThan { mark = .moreThan }
        var value = q.value
        var high = q.high
        if sign < 0 {
            value = value.negated
            high = high?.negated
        }
        var period = predicate.isFrom || predicate.isBase ? predicate.time : (sentenceTime ?? frame.period)
        if predicate.isFrom {
            if let time = predicate.time {
                (pairFrom, pairTo) = (time, nil)
            } else {
                period = pairFrom ?? spanStart ?? baseYear.map { Period($0) }
            }  // 从1978年到1982年，…由A增加到B
            awaitsPair = true
        } else if awaitsPair, predicate.reaches {
            if let time = predicate.time { pairTo = time } else if let pairTo { period = pairTo }
            awaitsPair = false
        }
        // 比上年, 同比 in a review of several years: of the last of them.
        if predicate.isYearly, sentenceTime == nil, let span = frame.period, !span.isYear, !frame.looksForward {
            period = Period(Int(span.end))
        }
        let goesOn =
            isYearlyMean && words.name == .inherited && isGrowth && isRelative(q) && predicate.time == nil
            && found.last?.aspect == .change
        isYearlyMean = predicate.isAnnual
        if goesOn, let mean = found.last?.period { period = mean }
        // 年均 is of several years: a single year named before it was of another number.
        if predicate.isAnnual, let p = period, p.isYear {
            if let span = frame.period, !span.isYear { period = span } else if let span = frame.span, span.end == p.end { period = span }
        }
        var kind: FigureKind = frame.looksForward ? .target : .actual
        // 产量将比去年增长一成, in a review written before the year was over
        if predicate.isOverLast, !frame.looksForward, sentenceTime == nil, predicate.isIntended, let year = documentYear {
            (period, kind) = (Period(year), .estimate)
        }
        if predicate.isSoFar, let year = documentYear, sentenceTime == nil || Int(sentenceTime?.end ?? 0) == year {
            (period, kind) = (Period(year), .actual)
        }
        if let explicit = sentenceTime, let year = documentYear {
            if frame.looksForward, Int(explicit.end) < year {
                // 目前有30座，要建10座
                if predicate.isIntended, predicate.time == nil, !predicate.isFrom, !predicate.isDone {
                    period = frame.period
                } else {
                    kind = .actual
                }
            }
            if !frame.looksForward,
                Int(explicit.end) > year || Int(explicit.start) > year || predicate.isIntended && !isEstimate && Int(explicit.end) == year
            {
                kind = .target
            }
        }
        // “六五”计划安排890项，其中已开工的有93项: done in a span that still runs.
        if kind == .target, predicate.isDone, predicate.time == nil, let span = sentenceTime, let year = documentYear,
            Int(span.start) < year, Int(span.end) > year
        {
            kind = .actual
        }
        if kind == .target, predicate.isDone, Int(sentenceTime?.end ?? 0) <= documentYear ?? 0 {
            kind = .actual
            if sentenceTime == nil { period = documentYear.map { Period($0 - 1) } }
        }
        // In a plan for this year the year before is what is compared with; with an earlier one, the year between is told of.
        if kind == .target, sentenceTime == nil, let year = documentYear, let baseYear, baseYear == year - 2, frame.period?.isYear == true,
            aspect != .level
        {
            (kind, period) = (.actual, Period(year - 1))
        }
        if kind == .target, isDoneList { (kind, period) = (.actual, Period((documentYear ?? 1) - 1)) }
        if predicate.isFrom || predicate.isBase, (period.map { Int($0.end) } ?? 0) < documentYear ?? 9999 { kind = .actual }
        // 要从14%|降到10%: where it began is no goal
        let isAimed = predicate.isAim || predicate.isStriving
        if kind == .actual, isQuotedTarget || isAimed && !predicate.isDone, !predicate.isFrom { kind = .target }
        if kind == .actual, isEstimate, !(isEstimated && predicate.isAlready) { kind = .estimate }
        // 今年高校毕业生795万人: no one sets that as a goal.
        if kind == .target, aspect == .level, terms.given.ends(name.span, 0, name.count) { kind = .estimate }
        guard q.unit.isWhole else { return }
        // 八成的村通了公交 is a clause as it should be.
        let isPart = words.name == .counted && (q.family == .percent || q.unit == "成")
        if !isPart && (isFragment || isUnsure(name, q, isLevel: aspect == .level)) || isPart && isStubOfPart(name)
            || isOfOtherPlace(name, units, before: range.lowerBound)
        {
            return
        }
        var evidence = words
        // 4万多, 4.5—5%: the number bounds itself.
        if mark != .equal, evidence.comparator.isEmpty { evidence.comparator = evidence.quantity }
        settle(&evidence, period: period, spoken: predicate.time ?? sentenceTime, kind: kind, isDone: predicate.isDone,
               before: evidence.quantity.range.lowerBound)
        found.append(Found(
            range: range, sentence: sentence, indicator: name, aspect: aspect, comparator: mark, value: value, high: high, unit: q.unit,
            reference: nil, period: period, kind: kind, evidence: evidence))
    }

    func isRelative(_ q: Quantity) -> Bool {
        q.unit == "%" || q.family == .times || q.unit == "成" || q.unit == "‰"
    }

    mutating func emit(_ name: [UInt16], _ comparator: Comparator, _ reference: [UInt16], _ range: Range<Int>, _ words: Evidence) {
        if isUnsureTie(name, reference) { return }
        var evidence = words
        let period = sentenceTime ?? frame.period, kind: FigureKind = frame.looksForward ? .target : isEstimate ? .estimate : .actual
        settle(&evidence, period: period, spoken: sentenceTime, kind: kind, isDone: false, before: range.upperBound)
        found.append(Found(
            range: range, sentence: sentence, indicator: name, aspect: .growth, comparator: comparator, value: nil, high: nil, unit: QuantityUnit(),
            reference: reference, period: period, kind: kind, evidence: evidence))
        subject = name
        subjectWords = evidence.indicator
        subjects = [name]
    }
}

/// What the rules above ask for, made once with the grammar.
struct StatementTerms: Sendable {
    let prices = HeadWords("消费价格 物价 价格总水平 消费价格指数 消费价格总指数 价格指数 物价指数 物价总水平 CPI")
    let given = HeadWords("高校毕业生 大学毕业生 高等学校毕业生")
}
