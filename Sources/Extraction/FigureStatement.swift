import Documents
import Lexicon

/// What a number says once its words are known: aspect, sign, comparator, period and kind.
extension FigureReader {
    mutating func add(_ name: [UInt16], _ q: Quantity, _ comparator: Comparator?, _ predicate: Predicate, _ range: Range<Int>,
                              _ units: Span<UInt16>) {
        var aspect = Aspect.level
        var sign = 1
        if q.isMultiple {
            aspect = .growth
        } else if predicate.isGrowth, !predicate.reaches {
            aspect = isRelative(q) ? .growth : .change
            sign = predicate.sign
        } else if predicate.isShare || predicate.reaches {
            aspect = .level
        } else if predicate.sign < 0, predicate.isGrowth {
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
        var period = predicate.isFrom ? predicate.time : (sentenceTime ?? frame.period)
        // 年均 is of several years: a single year named before it was of another number.
        if predicate.isAnnual, let p = period, p.isYear, let span = frame.period, !span.isYear { period = span }
        var kind: FigureKind = frame.looksForward ? .target : .actual
        if let explicit = sentenceTime, let year = documentYear {
            if frame.looksForward, Int(explicit.end) < year { kind = .actual }
            if !frame.looksForward, Int(explicit.end) > year || Int(explicit.start) > year { kind = .target }
        }
        if kind == .target, predicate.isDone, Int(sentenceTime?.end ?? 0) <= documentYear ?? 0 {
            kind = .actual
            if sentenceTime == nil { period = documentYear.map { Period($0 - 1) } }
        }
        if kind == .actual, isQuotedTarget { kind = .target }
        if kind == .actual, isEstimate { kind = .estimate }
        found.append(Found(
            range: range, sentence: sentence, indicator: name, aspect: aspect, comparator: mark, value: value, high: high,
            unit: q.unit.isEmpty ? nil : q.unit, reference: nil, period: period, kind: kind))
    }

    func isRelative(_ q: Quantity) -> Bool {
        q.unit == "%" || q.family == .times || q.unit == "成" || q.unit == "‰"
    }

    mutating func emit(_ name: [UInt16], _ comparator: Comparator, _ reference: [UInt16], _ range: Range<Int>) {
        found.append(Found(
            range: range, sentence: sentence, indicator: name, aspect: .growth, comparator: comparator, value: nil, high: nil, unit: nil,
            reference: reference, period: sentenceTime ?? frame.period, kind: frame.looksForward ? .target : .actual))
        subject = name
        subjects = [name]
    }
}
