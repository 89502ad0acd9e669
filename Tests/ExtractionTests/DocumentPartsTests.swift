import Documents
import Testing

@testable import Extraction

@Suite struct DocumentPartsTests {
    private func parts(_ text: String) -> [DocumentPart] {
        let sample = Sample(text)
        return DocumentParts(sample.text, sample.outline).paragraphs
    }

    private let body = "村里的路修好了，河水变清了，新的学校和卫生院也投入使用，群众的日子越过越红火。"

    @Test func sectionsLookBackOrForward() {
        #expect(parts("一、2025年工作回顾\n\(body)\n二、2026年重点工作\n\(body)") == [.review, .review, .plan, .plan])
        #expect(parts("一、加快建设美丽乡村\n\(body)") == [.plan, .plan])
        #expect(parts("一、乡村建设取得新进展\n\(body)") == [.review, .review])
        #expect(parts("一、努力推动乡村建设取得新进展\n\(body)") == [.plan, .plan])
        // A year before that of another heading is past, whatever is said of it.
        #expect(parts("一、一九九五年的决算\n\(body)\n二、一九九六年的预算\n\(body)") == [.review, .review, .plan, .plan])
        // A first section that says neither turns where a paragraph looks back.
        #expect(parts("一、历史性的转变\n去年以来，\(body)\n二、走好第一步\n\(body)") == [.plan, .review, .plan, .plan])
        #expect(parts("一、当前国内形势和基本任务\n过去一年里，\(body)") == [.plan, .review])
    }

    @Test func linesWithoutANumberOpenParts() {
        // Numbered headings below follow the line, whatever they begin with, until one says outright that it plans.
        #expect(parts("白沙镇报告\n2024年工作回顾\n一、加快推进农田建设\n\(body)\n二、2025年重点工作\n\(body)") == [.other, .review, .review, .review, .plan, .plan])
        #expect(parts("白沙镇报告\n回顾2024年工作成果\n\(body)\n展望2025年工作目标\n\(body)") == [.other, .review, .review, .plan, .plan])
        #expect(parts("白沙镇报告\n■ 2024年成绩单\n●村集体收入达到90万元\n■ 2025年主要预期目标\n●村集体收入达到100万元") == [.other, .review, .review, .plan, .plan])
        // A sentence is no such line.
        #expect(parts("\(body)\n今年的主要目标，大家都很清楚。") == [.other, .other])
    }

    @Test func foundationsWithinAPlanLookBack() {
        let found = parts("""
            白沙县“十四五”教育规划
            一、发展基础
            （一）基本情况
            全县现有学校90所。\(body)
            二、主要目标
            \(body)
            """)
        #expect(found == [.other, .review, .review, .review, .plan, .plan])
        let item = parts("白沙县委关于“十四五”规划的建议\n一、开启新征程\n1.“十三五”取得的成就。\(body)\n2.主要目标。\(body)")
        #expect(item == [.other, .plan, .review, .plan])
        #expect(parts("一、开启新征程\n（一）发展基础产业\n\(body)").allSatisfy { $0 == .plan })
        #expect(parts("一、开启新征程\n（一）统筹城乡，强化茶业发展基础\n\(body)").allSatisfy { $0 == .plan })
        #expect(parts("一、实干为先：2025年成果丰硕\n\(body)\n二、再开新局：2026年\n\(body)") == [.review, .review, .plan, .plan])
    }

    @Test func theTitleOfACommuniquéReports() {
        let sample = Sample("青石县2024年国民经济和社会发展统计公报\n青石县统计局\n一、综合\n\(body)\n二、城市建设\n\(body)")
        let parts = DocumentParts(sample.text, sample.outline)
        #expect(parts.sections.suffix(4).allSatisfy { $0 == .review })
        let account = Sample("关于青石县2024年预算执行情况的报告\n各位代表：\n\(body)")
        #expect(DocumentParts(account.text, account.outline).reportsOnly)
        let draft = Sample("关于青石县2024年计划执行情况与2025年计划草案的报告\n各位代表：\n\(body)")
        #expect(!DocumentParts(draft.text, draft.outline).reportsOnly)
    }

    @Test func aSectionOfBothTurnsAtTheParagraphOfThePlan() {
        let found = parts("""
            一、“十四五”发展成就和“十五五”主要目标
            五年来，\(body)
            “十五五”时期是我镇爬坡过坎的五年，\(body)
            """)
        #expect(found == [.review, .review, .plan])
    }

    @Test func weaknessesAdmitted() {
        let found = parts("""
            一、工作回顾
            \(body)
            我们也清醒地看到，工作中还有不少短板，\(body)
            二、今年安排
            面对困难和挑战，我们要迎难而上，\(body)
            """)
        #expect(found == [.review, .review, .problems, .plan, .plan])
    }

    @Test func aLookBackInsideThePlan() {
        #expect(parts("一、今年安排\n过去一年，\(body)\n今年要再上台阶，\(body)") == [.plan, .review, .plan])
    }

    @Test func thanksAndAppealsCommitNobody() {
        let found = parts("""
            各位代表：
            一、工作回顾
            \(body)在此，我代表镇政府向大家表示衷心的感谢！
            二、今年安排
            \(body)
            各位代表！让我们更加紧密地团结起来，再创佳绩！
            """)
        #expect(found == [.other, .review, .other, .plan, .plan, .other])
    }

    @Test func aNoticeCommitsFromItsFirstSentence() {
        #expect(parts("关于整治村容村貌的通知\n各村民委员会要立即清理沟渠，\(body)") == [.other, .plan])
        #expect(parts("村情简介\n我们村依山傍水，\(body)") == [.other, .other])
    }

    @Test func sectionsAreKeptApartFromParts() {
        let sample = Sample("一、工作回顾\n我们也清醒认识到，差距和不足还不少，\(body)")
        let parts = DocumentParts(sample.text, sample.outline)
        #expect(parts.paragraphs == [.review, .problems])
        #expect(parts.sections == [.review, .review])
        #expect(parts.headings == [.review])
    }
}
