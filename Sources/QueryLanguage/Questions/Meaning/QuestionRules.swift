import Documents
import KnowledgeGraph
import Lexicon

/// What the words of a question say together, once each has filled its slot. The rules are applied from the first to the last; a
/// later one sees what the earlier left. What a single word does is told by its role (`TakingWords.swift`).
struct QuestionRule: Sendable {
    /// What it is there for.
    let example: String
    let apply: @Sendable (inout QuestionReader) throws(Diagnostic) -> Void

    init(_ example: String, _ apply: @escaping @Sendable (inout QuestionReader) throws(Diagnostic) -> Void) {
        (self.example, self.apply) = (example, apply)
    }

    static let all: [QuestionRule] = [
        .init("前三名是谁, behind a list") { reader throws(Diagnostic) in try reader.settleGoingOn() },
        .init("今年财政收入目标最高的省, where all say 一般公共预算收入") { reader throws(Diagnostic) in reader.renameIndicators() },
        .init("粮食产量比去年高吗") { reader throws(Diagnostic) in try reader.settleComparison() },
        .init("CPI目标什么时候从4%降到3%") { reader throws(Diagnostic) in reader.settleSteps() },
        .init("哪些省没有设失业率目标, GDP目标高于5%且失业率目标低于5.5%的省") { reader throws(Diagnostic) in try reader.settleParts() },
        .init("哪些省提了低空经济") { reader throws(Diagnostic) in reader.settleMention() },
        .init("福建跟台湾有关的措施") { reader throws(Diagnostic) in reader.settleRelated() },
        .init("中央对香港的政策, 福建提到台湾几次") { reader throws(Diagnostic) in reader.settleTopics() },
        .init("“双碳”最早见于哪年, 提过几次, 哪些报告没提") { reader throws(Diagnostic) in try reader.settleSayings() },
        .init("谁的失业率目标最低") { reader throws(Diagnostic) in try reader.settlePeople() },
        .init("生态文明建设提过几次") { reader throws(Diagnostic) in reader.lengthenNames() },
        .init("大气污染治理的措施") { reader throws(Diagnostic) in reader.shortenTexts() },
        .init("重庆GDP增速排第几") { reader throws(Diagnostic) in reader.settleRank() },
        .init("京津冀的GDP目标") { reader throws(Diagnostic) in reader.settleRegions() },
        .init("GDP目标倒数三名") { reader throws(Diagnostic) in reader.supposeRanks() },
        .init("GDP目标定在5%的有几家") { reader throws(Diagnostic) in reader.countPlaces() },
        .init("去年进出口下降的省份") { reader throws(Diagnostic) in reader.settleFalls() },
        .init("哪一年目标最高") { reader throws(Diagnostic) in reader.supposeNation() },
        .init("各省平均最高的") { reader throws(Diagnostic) in try reader.refuseTwoOrders() },
        .init("改革举措有多少条") { reader throws(Diagnostic) in reader.settleDeeds() },
        .init("关于咖啡、茶叶的举措") { reader throws(Diagnostic) in reader.settleLists() },
        .init("GDP目标低于5%但财政收入目标高于3%") { reader throws(Diagnostic) in try reader.refuseTwoBounds() },
        .init("GDP目标高于财政收入目标的省") { reader throws(Diagnostic) in try reader.settleVersus() },
        .init("北京和上海谁的举措多") { reader throws(Diagnostic) in reader.settleMore() },
        .init("2008和2009哪年赤字大") { reader throws(Diagnostic) in try reader.settleComparative() },
        .init("哪个目标最高") { reader throws(Diagnostic) in try reader.refuseOrderOfAll() },
        .init("目标是多少，去年完成多少") { reader throws(Diagnostic) in reader.joinClauses() },
        .init("新增多少就业") { reader throws(Diagnostic) in reader.completeNames() },
        .init("新能源汽车产了多少辆") { reader throws(Diagnostic) in reader.completeOutput() },
        .init("赤字超过3%的年份") { reader throws(Diagnostic) in reader.completeRates() },
        .init("各省CPI目标是不是都是2%") { reader throws(Diagnostic) in reader.settleUniversal() },
        .init("四万亿投向哪里") { reader throws(Diagnostic) in try reader.settleBareAmounts() },
        .init("就业目标最高的省") { reader throws(Diagnostic) in reader.supposeIndicator() },
        .init("GDP目标低于全国的省") { reader throws(Diagnostic) in try reader.settleAgainst() },
        .init("今年增长目标是多少") { reader throws(Diagnostic) in reader.supposeGrowth() },
        .init("谁是全国GDP目标最高的省份") { reader throws(Diagnostic) in reader.settleWhole() },
        .init("失业率目标最低的省") { reader throws(Diagnostic) in reader.supposeYear() },
        .init("谁的举措最多") { reader throws(Diagnostic) in reader.supposePlaces() },
    ]
}
