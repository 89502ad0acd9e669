import Documents
import Testing

@testable import Extraction

@Suite struct ProblemReaderTests {
    private func problems(_ text: String) -> [String] {
        let sample = Sample("一、工作回顾\n\(text)\n二、今年安排\n面对困难，我们要迎难而上，把各项工作做得更好。")
        let parts = DocumentParts(sample.text, sample.outline)
        return ProblemReader().read(sample.text, sample.outline, parts).map { sample.text.folded($0.range) }
    }

    @Test func oneProblemForEachGroupOfClauses() {
        let found = problems("我们也清醒认识到，工作中还存在不少短板和不足。主要是：骨干企业偏少，创新能力不强；农村道路老化；部分干部作风不实。")
        #expect(found == ["骨干企业偏少,创新能力不强", "农村道路老化", "部分干部作风不实"])
    }

    @Test func countedProblems() {
        let found = problems("成绩面前，我们清醒看到存在不少问题和挑战：一是水源污染时有发生。二是财政收支矛盾突出。对这些问题，我们将逐一解决。")
        #expect(found == ["水源污染时有发生", "财政收支矛盾突出"])
    }

    @Test func promisesAreNoProblems() {
        let found = problems("我们清醒地看到，养老床位不足。我们一定直面问题，决不辜负群众期待。")
        #expect(found == ["养老床位不足"])
    }

    @Test func announcementsAreNoProblems() {
        let found = problems("成绩可喜，问题也不容忽视，我们对此有清醒认识。一是山洪隐患较多。二是文化设施陈旧。这些都要在发展中解决。")
        #expect(found == ["山洪隐患较多", "文化设施陈旧"])
    }

    @Test func otherPartsHoldNone() {
        #expect(problems("去年克服重重困难，解决了群众反映的问题。") == [])
    }

    @Test func whatWasAchievedBesideThemIsNone() {
        let found = problems("""
            去年我镇发展面临多重困难和严峻挑战。面对这些，全镇上下苦干实干，果园面积增长6%，又解决三百户饮水问题。\
            在肯定成绩的同时，我们也清醒看到，发展中还存在不少问题。水渠修护滞后，镇上诊所医生不足。
            """)
        #expect(found == ["水渠修护滞后,镇上诊所医生不足"])
    }

    @Test func answersToProblemsAreNone() {
        #expect(problems("改革必须破除障碍。针对存在的重审批、轻服务问题，我们持续精简环节，办理事项削减四成。办事环境明显改善，市场活力增强。") == [])
        #expect(problems("我镇与邻镇的边界问题仍存在一些分歧，妥善处理存在的问题，使往来更加密切。") == [])
    }

    @Test func passingMentionsAreNone() {
        #expect(
            problems(
                "茶叶生产连年增长，全镇茶厂发展到三十二座，职工一千八百人，产品销往邻近各县，茶农收入比上年增加两成，村里用茶款修路、修渠、办学校，做成了许多过去想做而没有做的事。大多数茶厂办得好，有的茶厂管理上存在一些问题，要继续办好。今年又建成茶厂三座。")
                == [])
    }

    @Test func anAdmissionAtTheEndOfAParagraphIsFound() {
        let text =
            "过去一年，我们扎实工作，完成了修路、修渠、植树等各项任务，新修村路三十公里，整修水渠十二条，植树二十万株，新建校舍六所，改造旧房八百间，受到群众欢迎和肯定，各项事业有了新的发展。但是，经济发展中仍然存在一些突出矛盾和问题。养殖成本上升，青年就业压力较大。我们必须下决心解决。"
        #expect(problems(text) == ["养殖成本上升,青年就业压力较大"])
    }

    @Test func whatOnlySaysThatThereAreSomeIsNone() {
        #expect(problems("我们清醒认识到，工作中还有缺点和失误，发展还面临不少困难。水库老化，防汛能力不强。") == ["水库老化,防汛能力不强"])
    }

    @Test func aWeaknessMayHaveASolutionWanting() {
        #expect(problems("也要清醒看到存在不少困难。灌渠漏水情况依然严重，巡护办法需要进一步加强；个别村不少应该淘汰的水泵还没有更换。") == [
            "灌渠漏水情况依然严重,巡护办法需要进一步加强", "个别村不少应该淘汰的水泵还没有更换",
        ])
    }
}
