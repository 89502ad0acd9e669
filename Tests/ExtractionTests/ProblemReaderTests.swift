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
}
