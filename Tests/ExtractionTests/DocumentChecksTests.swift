import Testing

@testable import Extraction

@Suite("Consistency of a document's words")
struct DocumentChecksTests {
    private func checks(_ text: String) -> [Finding.Check] { DocumentChecks().findings(in: Array(text.utf8)).map(\.check) }

    private func words(_ text: String) -> [String] {
        let bytes = Array(text.utf8)
        return DocumentChecks().findings(in: bytes).map { String(decoding: bytes[$0.span.start..<$0.span.end], as: UTF8.self) }
    }

    // MARK: count

    @Test("A list that stops before its announced number is cut")
    func cutList() {
        let text = "同志们：\n下面，我讲三点意见。\n一、管好村里的水渠\n渠道要按时清淤。\n二、修好山上的便道\n便道要赶在雨季前修完。\n"
        #expect(checks(text) == [.count(announced: 3, found: 2)])
        #expect(words(text) == ["我讲三点意见"])
        #expect(checks(text + "三、办好老人的食堂\n食堂要天天开火。\n").isEmpty)
        #expect(checks(text + "三、办好老人的食堂\n食堂要天天开火。\n四、管好账本\n账要日清。\n") == [.count(announced: 3, found: 4)])
    }

    @Test("Numbers in digits, two-digit numerals and 两 announce as well", arguments: [
        ("重点抓好以下3个方面的工作：\n（一）修渠\n渠要直。\n（二）种树\n树要活。\n", 3),
        ("今年要重点做好十二项工作。\n（一）修渠\n渠要直。\n（二）种树\n树要活。\n", 12),
    ])
    func numbers(text: String, announced: Int) { #expect(checks("同志们：\n" + text) == [.count(announced: announced, found: 2)]) }

    @Test("Points inside a paragraph, also with points of their own")
    func sentence() {
        #expect(checks("今天的主要任务有两个：一是清点库存；二是定下明年的采购单。\n").isEmpty)
        #expect(checks("今天的主要任务有三个：一是清点库存；二是定下明年的采购单。\n") == [.count(announced: 3, found: 2)])
        #expect(checks("要突出抓好两件事：一是修路，一要选线，二要备料，三要开工；二是架桥。\n办法也有。一要算账，二要借力，三要赶工。\n").isEmpty)
    }

    @Test("An announcement that nothing follows is cut")
    func nothingFollows() {
        #expect(checks("同志们：\n路修好了。\n下面，我讲两点意见。\n") == [.count(announced: 2, found: 0)])
    }

    @Test("Numbers that announce no list", arguments: [
        "全镇有三个方面的高手。\n大家各显本领。\n", "从四个方面看，形势都好。\n一、水利\n水利要紧。\n", "我们抓好“七项工作”，成效很好。\n",
        "要从开源和节流两方面想办法。\n一要多种地。\n二要少花钱。\n三要记好账。\n", "要抓好修渠和种树这两件大事。\n一要早动手。\n二要多出工。\n三要勤验收。\n",
        "抓好第三方面工作。\n一是修渠。\n二是种树。\n", "今年办好5件实事，群众都说好。\n一是修渠。\n二是种树。\n",
    ])
    func noList(text: String) { #expect(checks(text).isEmpty) }

    // MARK: gap

    @Test("A number passed over or given twice")
    func gap() {
        let text = "一、修渠\n渠要直。\n二、种树\n树要活。\n四、养鱼\n鱼要肥。\n"
        #expect(checks(text) == [.gap(missing: 3, before: 4)])
        #expect(words(text) == ["四、养鱼"])
        #expect(checks("一、修渠\n渠要直。\n二、种树\n树要活。\n二、养鱼\n鱼要肥。\n") == [.repeated(2)])
    }

    @Test("Lists inside sections and points inside paragraphs leave no gap", arguments: [
        "一、修渠\n（一）选线\n线要直。\n（二）开挖\n土要运走。\n二、种树\n（一）选苗\n苗要壮。\n（二）挖坑\n坑要深。\n",
        "一、修渠\n要办的事。\n1．选线\n线要直。\n2．开挖\n土要运走。\n二、种树\n1．选苗\n苗要壮。\n",
        "一、修渠\n一、选线要直。\n二、开挖要快。\n三、验收要严。\n二、种树\n树要活。\n三、养鱼\n鱼要肥。\n",
        "第一，修渠。渠要直。第二，种树。树要活。\n第三，养鱼。鱼要肥。\n",
    ])
    func noGap(text: String) { #expect(checks(text).isEmpty) }

    // MARK: cut

    @Test("A text that ends in mid-sentence", arguments: [
        "渠修好了。\n去年全乡种了不少树，今年还要接着种，树苗由乡里统一采购，每户出一个", "渠修好了。\n去年种树、", "渠修好了。\n要像爱护眼睛一样爱护“绿", "渠修好了。\n今年要接着种树和",
    ])
    func cut(text: String) { #expect(checks(text) == [.cut]) }

    @Test("A text that ends with a heading") func endsWithHeading() {
        #expect(checks("一、修渠\n渠要直。\n二、种树\n") == [.cut])
    }

    @Test("Texts that end as they should", arguments: [
        "渠修好了。\n树也种了。\n", "渠修好了。\n树也种了！”\n", "渠修好了。\n谢谢大家\n", "渠修好了。\n坪上乡人民政府\n2026年1月8日\n", "渠修好了。\n树也种了（附表略）\n",
    ])
    func whole(text: String) { #expect(checks(text).isEmpty) }

    // MARK: 分别

    @Test("分别 needs a value for each member", arguments: [
        "茶叶、竹笋、蜂蜜产量分别增长3%、5%。\n", "茶叶、竹笋产量分别达到3万吨、5万吨和7万吨。\n",
    ])
    func respectively(text: String) {
        guard case .respectively = checks(text).first else { Issue.record("nothing found"); return }
    }

    @Test("Lists that match, and lists with more in them", arguments: [
        "茶叶、竹笋和蜂蜜产量分别增长3%、5%和7%。\n", "茶叶、竹笋产量分别比2020年增长3%、5%。\n", "茶叶、竹笋产量分别增长3%和5%。\n",
        "茶叶产量、产值分别为3万吨、5亿元。\n", "生产和销售收入、利润分别增长3%、5%。\n", "茶叶、竹笋、蜂蜜分别由三个合作社收购。\n",
        "茶叶、竹笋、蜂蜜产量分别增长3%、5%，7%。\n",
    ])
    func matching(text: String) { #expect(checks(text).isEmpty) }

    // MARK: turned

    @Test("What rises is more than before")
    func turned() {
        #expect(checks("自来水普及率从91%提高到88%。\n") == [.turned(from: "91%", to: "88%", rises: true)])
        #expect(checks("能耗由3.1吨降至3.4吨。\n") == [.turned(from: "3.1吨", to: "3.4吨", rises: false)])
    }

    @Test("Turns that are right, or of two units", arguments: [
        "自来水普及率从81%提高到88%。\n", "能耗由3.1吨降至2.9吨。\n", "产值从9000万元增加到1.2亿元。\n", "规模从8万元提高到1万亿元。\n", "从2020年的45%提高到52%。\n",
        "从第91名上升到第88名。\n",
    ])
    func rightTurns(text: String) { #expect(checks(text).isEmpty) }
}
