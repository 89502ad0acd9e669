import Testing

@testable import Extraction

@Suite("Consistency of a document's words")
struct DocumentChecksTests {
    private func checks(_ text: String) -> [Finding.Check] { DocumentChecks().findings(in: Array(text.utf8)).map(\.check) }

    @Test("A list that stops before its announced number is cut")
    func cutList() {
        let text = "同志们：\n下面，我讲三点意见。\n一、管好村里的水渠\n渠道要按时清淤。\n二、修好山上的便道\n便道要赶在雨季前修完。\n"
        #expect(checks(text) == [.count(announced: 3, found: 2)])
        #expect(checks(text + "三、办好老人的食堂\n食堂要天天开火。\n").isEmpty)
    }

    @Test("Members inside a sentence are counted too")
    func sentence() {
        #expect(checks("今天的主要任务有两个：一是清点库存；二是定下明年的采购单。\n").isEmpty)
        #expect(checks("今天的主要任务有三个：一是清点库存；二是定下明年的采购单。\n") == [.count(announced: 3, found: 2)])
    }

    @Test("Numbers that announce no list", arguments: [
        "全镇有三个方面的高手。\n大家各显本领。\n", "从四个方面看，形势都好。\n一、水利\n水利要紧。\n", "我们抓好“七项工作”，成效很好。\n",
    ])
    func noList(text: String) { #expect(checks(text).isEmpty) }

    @Test("分别 needs a value for each member")
    func respectively() {
        #expect(checks("茶叶、竹笋、蜂蜜产量分别增长3%、5%。\n") == [.respectively(members: 3, values: 2)])
        #expect(checks("茶叶、竹笋和蜂蜜产量分别增长3%、5%和7%。\n").isEmpty)
        #expect(checks("茶叶、竹笋产量分别比2020年增长3%、5%。\n").isEmpty)
    }
}
