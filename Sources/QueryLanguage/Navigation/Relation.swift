/// An edge as people read it, both ways in one table.
enum Relation: String, CaseIterable, Sendable {
    case document, goal, parent, children, indicator, place, sector, period, years, spans
    case measuresOfGoal, figuresOfGoal, sameIndicator
    case documents, goals, targets, results, measures, problems
    // Reasons of `related`
    case sameGoal, sharesIndicator, namesIndicator, sameSectorAndWords, answers, answeredBy

    var chinese: String {
        switch self {
        case .document: "文档"
        case .goal: "所属任务"
        case .parent: "上级"
        case .children: "下级"
        case .indicator: "指标"
        case .place: "地区"
        case .sector: "领域"
        case .period: "时期"
        case .years: "所含年份"
        case .spans: "所属规划期"
        case .measuresOfGoal: "同一任务下的举措"
        case .figuresOfGoal: "同一任务下的数据"
        case .sameIndicator, .sharesIndicator: "同一指标"
        case .documents: "文档"
        case .goals: "任务"
        case .targets: "目标"
        case .results: "结果"
        case .measures: "举措"
        case .problems: "短板"
        case .sameGoal: "同一任务"
        case .namesIndicator: "提到该指标"
        case .sameSectorAndWords: "同一领域、用词相近"
        case .answers: "对应结果"
        case .answeredBy: "对应目标"
        }
    }
}
