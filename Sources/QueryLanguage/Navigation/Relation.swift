/// An edge as people read it, both ways in one table.
enum Relation: String, CaseIterable, Sendable {
    case document, goal, parent, children, indicator, place, sector, period, years, spans
    case measuresOfGoal, figuresOfGoal, sameIndicator, servedBy, measuresUnderHeading, figuresUnderHeading
    case documents, goals, targets, results, measures, problems
    // Reasons of `related`
    case sameGoal, generalHeading, sharesIndicator, namesIndicator, sameSectorAndWords, sameSector, answers, answeredBy
    case statesIt, sameThing, sameSentence
    case servingSector, citedLater, takenUpLater, cites, takesUp

    /// Its name for programs and for people.
    var term: Term { Term(rawValue, name) }

    var name: Message {
        switch self {
        case .document: Message("document", "文档")
        case .goal: Message("under the goal", "所属任务")
        case .parent: Message("above it", "上级")
        case .children: Message("below it", "下级")
        case .indicator: Message("indicator", "指标")
        case .place: Message("place", "地区")
        case .sector: Message("sector", "领域")
        case .period: Message("period", "时期")
        case .years: Message("its years", "所含年份")
        case .spans: Message("plan periods around it", "所属规划期")
        case .measuresOfGoal: Message("measures of the same goal", "同一任务下的举措")
        case .figuresOfGoal: Message("figures of the same goal", "同一任务下的数据")
        case .servedBy: Message("measures that serve it", "服务于它的举措")
        case .measuresUnderHeading: Message("other measures under the heading", "同一标题下的其他举措")
        case .figuresUnderHeading: Message("other figures under the heading", "同一标题下的其他数据")
        case .sameIndicator, .sharesIndicator: Message("same indicator", "同一指标")
        case .documents: Message("documents", "文档")
        case .goals: Message("goals", "任务")
        case .targets: Message("targets", "目标")
        case .results: Message("results", "结果")
        case .measures: Message("measures", "举措")
        case .problems: Message("weaknesses", "短板")
        case .sameGoal: Message("same goal", "同一任务")
        case .generalHeading: Message("only under the same heading", "仅在同一标题下")
        case .servingSector: Message("sector that it rests on, same place and time", "同一地区、时期的支撑领域")
        case .citedLater: Message("cited by a later document", "后来的文档提到")
        case .takenUpLater: Message("taken up by a later document", "后来的文档延续")
        case .cites: Message("cited from an earlier document", "提到此前的文档")
        case .takesUp: Message("taken up from an earlier document", "延续此前的文档")
        case .namesIndicator: Message("names the indicator", "提到该指标")
        case .statesIt: Message("states it", "提出该目标")
        case .sameThing: Message("speaks of the same thing", "说的是同一事项")
        case .sameSentence: Message("same sentence and words", "同一句、用词相近")
        case .sameSectorAndWords: Message("same sector and words", "同一领域、用词相近")
        case .sameSector: Message("same sector, place and time", "同一地区、时期和领域")
        case .answers: Message("answers", "对应结果")
        case .answeredBy: Message("set as target", "对应目标")
        }
    }
}
