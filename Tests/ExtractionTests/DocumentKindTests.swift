import Extraction
import Lexicon
import Testing

/// Documents other than a government's report: communiqués, budgets, plans of five years, summaries with a plan.
@Suite struct DocumentKindTests {
    private func read(_ text: String, name: String = "text") -> Reading {
        TestData.reader.read(Array(text.utf8), name: name, path: "")
    }

    private func told(_ reading: Reading) -> [String] {
        reading.figures.map { "\($0.indicator) \($0.period?.description ?? "?") \($0.kind)" }
    }

    @Test func aCommuniqueTellsOfTheYearInItsTitle() {
        let reading = read("""
            柳湾县2024年国民经济和社会发展统计公报
            柳湾县统计局
            2025年4月2日
            全年茶叶总产量3.2万吨，比上年增长4.1%。
            三、城市建设和安全生产
            年末建成区绿地率41%，比上年末提高0.6个百分点。
            """, name: "2025-柳湾县")
        #expect(told(reading) == ["茶叶总产量 2024 actual", "茶叶总产量 2024 actual", "建成区绿地率 2024 actual", "建成区绿地率 2024 actual"])
        #expect(reading.measures.isEmpty)
        #expect(reading.masthead.date == "2025-04-02")
    }

    @Test func aTitleOfTwoYearsPlansForTheLater() {
        let reading = read("""
            关于柳湾市2025年预算执行情况和2026年预算草案的报告
            一、2025年预算执行情况
            全市茶业税收完成6亿元，增长3%。
            二、2026年预算草案
            全市茶业税收预期6.3亿元，增长5%。
            """)
        #expect(told(reading) == ["茶业税收 2025 actual", "茶业税收 2025 actual", "茶业税收 2026 target", "茶业税收 2026 target"])
    }

    @Test func aTitleOfOneYearPlansForIt() {
        let reading = read("柳湾镇2026年政府工作报告\n一、2025年工作回顾\n新建茶亭9座。\n二、2026年工作安排\n新建茶亭4座。\n")
        #expect(told(reading) == ["新建茶亭 2025 actual", "新建茶亭 2026 target"])
    }

    @Test func aPlanThatOpensWithTheYearBeforeTellsOfIt() {
        let reading = read("""
            柳湾县2026年国民经济和社会发展计划
            2025年，我县狠抓茶业。全年茶业产值增长5%，茶亭达到40座。
            按照会议部署，2026年主要预期目标是：茶业产值增长6%左右。
            2026年建成茶亭5座。
            """)
        #expect(told(reading) == ["茶业产值 2025 actual", "茶亭 2025 actual", "茶业产值 2026 target", "建成茶亭 2026 target"])
    }

    @Test func aTitleThatEndsInTasksPlans() {
        let reading = read("柳湾县2026年工作思路和重点任务\n2026年1月5日\n茶业产值达到7亿元以上。新建茶亭9座。\n")
        #expect(told(reading) == ["茶业产值 2026 target", "新建茶亭 2026 target"])
    }

    @Test func aMeanAYearIsOfThePlanThatTheTitleNames() {
        let reading = read("""
            柳湾县国民经济和社会发展第十五个五年规划纲要
            第三章 主要目标
            到2030年，茶业增加值年均增长7%，茶园面积达到12万亩。
            茶农收入年均增长6%。
            """, name: "2026-柳湾县")
        #expect(told(reading) == ["茶业增加值 2026/2030 target", "茶园面积 2030 target", "茶农收入 2026/2030 target"])
    }

    @Test func inASummaryWithAPlanThisYearIsTheOneSummedUp() {
        let reading = read("""
            柳湾镇2025年工作总结及2026年工作计划
            一、2025年主要工作
            今年以来，全镇茶业产值3亿元，增长5%。
            二、2026年工作计划
            今年，新建茶亭4座。
            """)
        #expect(told(reading) == ["茶业产值 2025 actual", "茶业产值 2025 actual", "新建茶亭 2026 target"])
    }

    @Test func aReviewMayReachIntoTheYearAtHand() {
        let reading = read("""
            柳湾县2025年财政决算和2026年上半年预算执行情况的报告
            一、2025年财政决算情况
            茶业税收6亿元。
            二、2026年上半年预算执行情况
            茶业税收3亿元，增长4%。
            """)
        #expect(told(reading) == ["茶业税收 2025 actual", "茶业税收 2026 actual", "茶业税收 2026 actual"])
    }

    @Test func aSpeechTurnsWhereItSaysWhatTheYearIs() {
        let reading = read("""
            在全县茶业工作会议上的讲话
            （2026年1月8日）
            同志们：
            2025年，全县茶业产值增长8%。
            2026年是茶业提质之年。要确保茶业产值增长7%，建成茶厂20座。
            """)
        #expect(told(reading) == ["茶业产值 2025 actual", "茶业产值 2026 target", "建成茶厂 2026 target"])
    }

    @Test func newsTurnToAndFroByWhatTheirParagraphsSay() {
        let reading = read("""
            柳湾县2024年政府工作报告摘要

            1月9日，柳湾县召开大会，县长作政府工作报告。

            去年，全县茶业产值增长4%，新建茶亭9座。

            对于2024年的目标任务，柳湾县主要预期目标为茶业产值增长5%左右、茶园面积稳定在12万亩。

            2023年，茶农收入增长3%。改造茶厂20座。

            在旅游方面，茶园接待游客30万人次。

            力争茶业税收增长6%以上、力争茶叶出口额增长7%以上。
            """, name: "2024-柳湾县")
        #expect(told(reading) == [
            "茶业产值 2023 actual", "新建茶亭 2023 actual", "茶业产值 2024 target", "茶园面积 2024 target", "茶农收入 2023 actual", "改造茶厂 2023 actual",
            "茶园接待游客 2023 actual", "茶业税收 2024 target", "茶叶出口额 2024 target",
        ])
    }

    @Test func newsSayThatTargetsWereSet() {
        for words in ["报告提出了2024年新的预期目标，其中包括", "报告建议2024年主要预期目标为：", "今年主要预期目标也定了，其中", "对于2024年，主要预期目标是"] {
            let reading = read("柳湾县2024年政府工作报告摘要\n县长介绍，2023年茶业产值增长4%。" + words + "茶业产值增长5%左右等。\n", name: "2024-柳湾县")
            #expect(told(reading) == ["茶业产值 2023 actual", "茶业产值 2024 target"], "\(words)")
        }
        let reached = read("柳湾县2024年政府工作报告摘要\n2023年全面完成年初确定的预期目标，其中茶业产值增长4%。\n", name: "2024-柳湾县")
        #expect(told(reached) == ["茶业产值 2023 actual"])
    }

    @Test func newsGoBackFromTargetsToWhatWasReached() {
        let reading = read("""
            柳湾县2024年政府工作报告摘要
            县长作政府工作报告。今年主要预期目标也定了，其中茶业产值增长5%以上。
            报告也展示了2023年柳湾县取得的成绩：茶业产值12亿元。茶园面积增至5万亩。
            改造茶厂20座。
            """, name: "2024-柳湾县")
        #expect(told(reading) == ["茶业产值 2024 target", "茶业产值 2023 actual", "茶园面积 2023 actual", "改造茶厂 2023 actual"])
    }

    @Test func newsMayLeadToAPlanWithoutAHeading() {
        let reading = read("""
            1月9日，柳湾县召开大会，县长作政府工作报告。一起来看看会上提到的2024年工作思路和重点任务。
            茶业产值增长6%左右
            新建茶亭7座
            """, name: "2024-柳湾县")
        #expect(told(reading) == ["茶业产值 2024 target", "新建茶亭 2024 target"])
    }
}
