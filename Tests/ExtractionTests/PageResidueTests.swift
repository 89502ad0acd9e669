import Documents
import Testing

@testable import Extraction

@Suite struct PageResidueTests {
    private let body = "今年以来，全镇上下齐心协力，夏粮喜获丰收，集体经济不断壮大，村容村貌明显改善，群众的日子越过越红火。"

    @Test func theFrontOfAPage() {
        let sample = Sample("下载\n打印\n某镇工作报告\n来源：某某日报\n镇长 张某\n各位代表：\n\(body)")
        #expect(sample.paragraphs(.residue) == ["下载", "打印", "某镇工作报告", "来源:某某日报", "镇长张某"])
        #expect(sample.paragraphs(.body).count == 2)
    }

    @Test func frontMatterIsNoText() {
        let sample = Sample("---\ntitle: 某镇工作报告\nyear: 2026\n---\n\(body)\n")
        #expect(sample.paragraphs(.body).count == 1)
        #expect(sample.paragraphs(.residue).count == 4)
    }

    @Test func theEndOfAPage() {
        let sample = Sample("各位代表：\n\(body)\n\(body)\n\n• 点赞 0\n• 收藏 2\n相关文章\n某某讲话稿")
        #expect(sample.paragraphs(.residue) == ["•点赞0", "•收藏2", "相关文章", "某某讲话稿"])
    }

    @Test func captionsBetweenParagraphs() {
        let sample = Sample("各位代表：\n\(body)\n村民正在晾晒稻谷。本报记者李某摄\n\(body)")
        #expect(sample.paragraphs(.residue).count == 1)
        #expect(Sample("各位代表：\n\(body)\n这里的风光适宜拍摄。\n\(body)").paragraphs(.residue) == [])
    }

    @Test func glossariesBehindTheReport() {
        let sample = Sample("各位代表：\n\(body)\(body)\n附件\n名词解释\n1.“双百”：一百个村、一百个户。\n2.“三有”：有路、有灯、有网。")
        #expect(sample.paragraphs(.glossary).count == 3)
        #expect(sample.headings == [])
        let notes = Sample("各位代表：\n\(body)\(body)\n注释\n［1］三有：有路、有灯、有网。\n")
        #expect(notes.paragraphs(.glossary).count == 2)
    }

    @Test func aGlossaryWordInTheTextOpensNone() {
        let sample = Sample("各位代表：\n\(body)\n\(body)\n关于这个名词的解释，我们已经印发各位。\n\(body)")
        #expect(sample.paragraphs(.glossary) == [])
    }
}
