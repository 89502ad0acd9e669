import Documents
import Testing

@testable import Extraction

@Suite struct OutlineReaderTests {
    private let body = "我们将按照县委的部署逐项落实，责任到人，按月通报进展，年底集中验收，让群众看得见变化。"

    @Test func numberedHeadingsOfThreeLevels() {
        let sample = Sample("""
            一、上年工作回顾
            \(body)
            二、今年重点任务
            （一）做强县域工业，培育新的增长点。\(body)
            1.建好产业园。\(body)
            第二，办好民生事业。\(body)
            一要扩建中心小学。\(body)
            """)
        #expect(sample.headings == [
            "1 上年工作回顾", "1 今年重点任务", "2 做强县域工业,培育新的增长点", "3 建好产业园", "2 办好民生事业", "3 扩建中心小学",
        ])
        #expect(sample.outline.headings.map(\.parent) == [nil, nil, 1, 2, 1, 4])
    }

    @Test func bulletsOpenHeadingsAndItems() {
        let sample = Sample("""
            一、今年重点任务
            ● 做强县域茶业
            \(body)
            ◆修好进村道路。\(body)
            ▪新建茶厂30座。
            • 改造茶园5万亩，增长8%
            """)
        #expect(sample.headings == ["1 今年重点任务", "3 做强县域茶业", "3 修好进村道路"])
    }

    @Test func itemsInsideAParagraph() {
        let sample = Sample("今后五年要抓住三件事：一是修好进村道路，二是管好山塘水库；三是办好乡村学校。\n\(body)")
        #expect(sample.headings == ["3 修好进村道路", "3 管好山塘水库", "3 办好乡村学校"])
        #expect(Sample("这条路一是太窄。\(body)").headings == [])
        #expect(Sample("我们也清醒认识到存在不少困难和问题：一是产业偏弱；二是人才偏少。\(body)").headings == [])
    }

    @Test func leadSentencesOpenParagraphsLikeHeadings() {
        let sample = Sample("""
            一、今年重点任务
            扩大有效投资。抓紧开工建设一批水利工程，争取年内完成主体。
            稳住外贸基本盘。支持企业参加境外展会，用好出口信用保险。
            我们要再接再厉。各级干部要走到群众中间去，把问题解决在基层。
            民生是最大的政治。要把更多财力用在百姓身上，一件一件落到实处。
            """)
        #expect(sample.headings == ["1 今年重点任务", "3 扩大有效投资", "3 稳住外贸基本盘"])
    }

    @Test func aLeadSentenceBelowAHeadingNeedsCompany() {
        let sample = Sample("""
            （一）城乡面貌焕然一新
            老旧管网全部更换。新修绿道二十公里，建成口袋公园八处，群众出行更加方便。
            （二）民生保障更加有力
            \(body)
            """)
        #expect(sample.headings == ["2 城乡面貌焕然一新", "2 民生保障更加有力"])
    }

    @Test func seriesOfYearsAndDashes() {
        let sample = Sample("""
            一、工作回顾
            这五年，我们一心一意谋发展，家底更加厚实。\(body)
            这五年，我们下大力气治污水，河湖更加清澈。\(body)
            ——社会大局和谐稳定。\(body)
            五年来，各项事业都有新的进步，干部群众付出了很多。\(body)
            """)
        #expect(sample.headings == [
            "1 工作回顾", "3 这五年,我们一心一意谋发展,家底更加厚实", "3 这五年,我们下大力气治污水,河湖更加清澈", "3 社会大局和谐稳定",
        ])
    }

    @Test func aSentenceOfItsOwnIsAHeadingButAnAnnouncementIsNot() {
        let sample = Sample("""
            三、今年安排
            重点做好五个方面工作。
            加强农业基础地位。
            \(body)
            拓宽利用外资的领域。
            \(body)
            """)
        #expect(sample.headings == ["1 今年安排", "3 加强农业基础地位", "3 拓宽利用外资的领域"])
    }

    @Test func aListInsideASectionDoesNotReachTheFirstLevel() {
        let sample = Sample("""
            一、基本情况
            \(body)
            二、主要措施
            为此规定四条。
            一、控制投资规模。\(body)
            二、消耗高、质量差、长期亏损的企业；
            三、办好农村事业
            \(body)
            """)
        #expect(sample.headings == ["1 基本情况", "1 主要措施", "3 控制投资规模", "1 办好农村事业"])
    }

    @Test func anAttachmentCountsAnew() {
        let sample = Sample("""
            一、工作回顾
            \(body)
            二、工作安排
            \(body)\(body)
            附件
            一、修建村级公路
            \(body)
            """)
        #expect(sample.headings.last == "1 修建村级公路")
    }

    @Test func markdownHeadings() {
        let sample = Sample("""
            # 某县工作报告

            ## 一、工作回顾

            \(body)

            ## 今年打算

            ### 抓项目

            \(body)
            """)
        #expect(sample.headings == ["1 工作回顾", "1 今年打算", "2 抓项目"])
    }

    @Test func partsChaptersAndSections() {
        let sample = Sample("第一章　总体要求\n\(body)\n第一节 发展环境\n\(body)\n第二章　重点工程\n\(body)")
        #expect(sample.headings == ["1 总体要求", "2 发展环境", "1 重点工程"])
        #expect(Sample("第一篇　形势\n第一章　机遇\n\(body)").headings == ["1 形势", "2 机遇"])
        #expect(Sample("第一章写得很好，\(body)").headings == [])
    }

    @Test func aHeadingWithoutItsOpeningBracket() {
        #expect(Sample("（\n三）改革不断深入。\n\(body)").headings == ["2 改革不断深入"])
        #expect(Sample("三）改革不断深入。\n\(body)").headings == ["2 改革不断深入"])
    }

    @Test(arguments: ["十分重视", "3.5亿元资金到位", "第一产业平稳", "一是一、二是二的作风", "一", "（", "2026年是开局之年"])
    func whatLooksLikeANumberIsNone(opening: String) {
        #expect(Sample("\(opening)，\(body)").headings == [])
    }
}
