import Documents
import Lexicon
import Testing

@testable import Extraction

@Suite struct MeasureReaderTests {
    static let reader = MeasureReader(Lexicon.load(from: TestData.lexicon).lexicon)

    /// The measures of a plan whose body is `text`.
    private func measures(_ text: String, year: Int? = nil) -> [String] {
        let sample = Sample("二、今年重点任务\n\(text)")
        let parts = DocumentParts(sample.text, sample.outline)
        return Self.reader.read(sample.text, sample.outline, parts, year: year).map { sample.text.folded($0.range) }
    }

    private func actions(_ text: String) -> [String] {
        let sample = Sample("二、今年重点任务\n\(text)")
        let parts = DocumentParts(sample.text, sample.outline)
        return Self.reader.read(sample.text, sample.outline, parts).map { sample.text.folded($0.action) }
    }

    @Test func oneMeasureForEachVerbWithItsObject() {
        #expect(measures("修缮村级卫生室，配备全科医生；加快建设数字乡村。") == ["修缮村级卫生室", "配备全科医生", "加快建设数字乡村"])
        #expect(actions("修缮村级卫生室，加快建设数字乡村，持续推进村庄绿化。") == ["修缮", "建设", "推进"])
    }

    @Test func clausesThatShareAVerbAreOneMeasure() {
        #expect(measures("推进供水、供电、供气设施改造。") == ["推进供水、供电、供气设施改造"])
        #expect(measures("着力补齐短板、做强长板、筑牢底板。") == ["着力补齐短板、做强长板、筑牢底板"])
        #expect(measures("拆除危旧房屋三百间、改造农村旱厕1200座。").count == 2)
    }

    @Test func aFactBehindAFrameIsNoDeed() {
        #expect(measures("在校的茶农子弟已经从1990年的三百人增加到三千人。") == [])
        #expect(measures("对茶乡的健康发展和茶农生活的持续改善都具有重要的意义。") == [])
        #expect(measures("在各乡镇和全部茶场分批开展茶农培训。") == ["在各乡镇和全部茶场分批开展茶农培训"])
    }

    @Test func whatBeginsLikeAModalMayBeTheObject() {
        #expect(measures("积极发展可再生能源，推广可降解地膜。") == ["积极发展可再生能源", "推广可降解地膜"])
        #expect(measures("改革可以解决这些难题。") == [])
        #expect(measures("合理划分审批权限，及时调控茶叶库存，大力提振县城消费。") == ["合理划分审批权限", "及时调控茶叶库存", "大力提振县城消费"])
    }

    @Test func whatBeginsLikeAMarkOfAnotherKindIsTheObject() {
        #expect(measures("加强要素保障，深化要素市场改革。") == ["加强要素保障", "深化要素市场改革"])
        #expect(measures("理顺省以下分成办法，抓好以下几项工作。") == ["理顺省以下分成办法"])
        #expect(measures("增加山区补贴，要求各县照办。").contains("要求各县照办") == false)
    }

    @Test func adverbsMayTellByWhomHowOftenAndHowFar() {
        #expect(measures("滚动实施茶园更新三年计划，一县一策修订采摘标准。") == ["滚动实施茶园更新三年计划", "一县一策修订采摘标准"])
        #expect(measures("按季度调整茶价清单，分批次补种茶苗，全省域推进茶路贯通。") == ["按季度调整茶价清单", "分批次补种茶苗", "全省域推进茶路贯通"])
        #expect(measures("常态化根治欠薪，下调检测收费，指导茶农注册商标。") == ["常态化根治欠薪", "下调检测收费", "指导茶农注册商标"])
        #expect(measures("聚焦采摘、加工、包装、储运、销售等薄弱环节的短板部署实施一批改造。").count == 1)
        #expect(measures("专项转移支付规模不变，从茶叶吸纳就业能力看。") == [])
    }

    @Test func whatIsAttainedAndWhatAGoalTakesAreNoMeasures() {
        #expect(measures("修好两座桥，铺好三条路。自主创新取得新突破，茶业改革取得明显进展。").allSatisfy { !$0.contains("取得") })
        #expect(measures("修好两座桥，铺好三条路。推动茶业改革取得新突破。").last == "推动茶业改革取得新突破")
        #expect(measures("修好两座桥，铺好三条路。完成全年目标任务，要分批组织茶农培训。").last == "分批组织茶农培训")
        #expect(measures("修好两座桥，铺好三条路。培育茶企，持续提升茶叶品质。").suffix(2) == ["培育茶企", "持续提升茶叶品质"])
        #expect(measures("修好两座桥，铺好三条路。瞄准城里市场开展茶叶营销，新建、改扩建茶厂20座。").suffix(2) == ["瞄准城里市场开展茶叶营销", "新建、改扩建茶厂20座"])
        #expect(measures("修好两座桥，铺好三条路。修建茶路，兴修水塘。").suffix(2) == ["修建茶路", "兴修水塘"])
        #expect(measures("修好两座桥，铺好三条路。允许茶农自主定价，没收假茶。").suffix(2) == ["允许茶农自主定价", "没收假茶"])
    }

    @Test func connectingWordsAreLeftOut() {
        #expect(measures("各级干部要带头宣讲政策，同时，要认真听取群众意见。") == ["带头宣讲政策", "认真听取群众意见"])
        #expect(measures("我们将加强河道巡查，并公布举报电话。") == ["加强河道巡查", "公布举报电话"])
        #expect(measures("主要依靠集体经济，重要的是人心。") == [])
    }

    @Test func aimsAreNoMeasures() {
        #expect(measures("加强堤防巡护，确保安全度汛。") == ["加强堤防巡护"])
        #expect(measures("建设文化广场，让群众就近参加活动。") == ["建设文化广场"])
        #expect(measures("开展技能培训，为企业发展提供人才支撑。") == ["开展技能培训"])
        #expect(measures("健全粮食储备体系，增强市场调控能力。") == ["健全粮食储备体系"])
        #expect(measures("以更优的服务，激发经营主体活力。") == [])
    }

    @Test func theTopicOfASentenceIsNoMeasure() {
        #expect(measures("建设和美茶乡，最重要的是富裕茶农。").contains("建设和美茶乡") == false)
        #expect(measures("改进茶厂管理，以求更好地发挥茶师的作用。") == ["改进茶厂管理"])
    }

    @Test func whatComesOfItIsNoMeasure() {
        #expect(measures("降低制茶损耗，这也将节约出一笔资金。") == ["降低制茶损耗"])
        #expect(measures("大力发展茶食品，还将促进茶业结构的合理化。") == [])
        #expect(measures("排定先修的茶厂，以便在时间上保证重点茶区生产的需要。").last != "在时间上保证重点茶区生产的需要")
        #expect(measures("理顺茶价关系，以利于巩固茶区基础。") == ["理顺茶价关系"])
        #expect(measures("同外国茶商签订了合作开发部分茶山的合同。") == [])
        #expect(measures("同时，由于学徒待遇过高，学习期满后升级太快。") == [])
        #expect(measures("必须增强茶区实力，才能更有效地应对干旱。") == ["增强茶区实力"])
    }

    @Test func whatReadsLikeAnAimMayBeAMeasure() {
        #expect(measures("大力提高教师待遇。") == ["大力提高教师待遇"])
        #expect(measures("建强骨干医院，培养青年医生，办好乡村诊所，提升基层诊疗能力。").count == 4)
        #expect(measures("为老年人发放助餐补贴。") == ["为老年人发放助餐补贴"])
        #expect(measures("持续为茶企减负。为茶农办实事。为茶企减负30亿元。") == ["持续为茶企减负", "为茶农办实事", "为茶企减负30亿元"])
        #expect(measures("为茶企减负的措施落到实处。") == [])
    }

    @Test func groundAndFrame() {
        #expect(measures("围绕深海、深空等方向，超前布局。") == ["围绕深海、深空等方向,超前布局"])
        #expect(measures("按照县委部署，推进乡镇合并。") == ["推进乡镇合并"])
        #expect(measures("在全县推行河长制。") == ["在全县推行河长制"])
        #expect(measures("做好今年工作，责任重大。") == [])
        #expect(measures("以优化品种、提高质量、增加效益为中心，调整种植结构。") == ["调整种植结构"])
        #expect(measures("围绕推动茶业升级首要任务和构建新格局战略任务，办好茶博会。") == ["办好茶博会"])
    }

    @Test func statementsAndReportsAreNoMeasures() {
        #expect(measures("发展是第一要务。改革的成败在于落实。优质的服务最能留人。") == [])
        #expect(measures("推进了农田水利建设。") == [])
        #expect(measures("保障供水的关键是管好水源。") == [])
        #expect(measures("加强乡风建设是各村各户的共同任务。") == [])
        #expect(measures("牢记我们的根基是群众。") == ["牢记我们的根基是群众"])
        #expect(measures("为了建设美丽乡村，筹集专项资金。") == ["筹集专项资金"])
        #expect(measures("维护社会治安，是公安机关的职责。") == [])
        #expect(measures("研发投入强度达到3.1%。") == [])
    }

    @Test func argumentsCommitToNothing() {
        #expect(measures("只有办好学校，培养人才，乡村才有希望。") == [])
        #expect(measures("如果放松管理，扩大投资，就会造成浪费。") == [])
        #expect(measures("今年添置图书。去年修缮校舍，扩建操场。") == ["添置图书"])
    }

    @Test func aimsHopesConditionsAndFiguresCommitToNothing() {
        #expect(measures("扩大茶叶出口，以便换取外汇，增加机器进口。") == ["扩大茶叶出口"])
        #expect(measures("扩大茶叶出口，以便换取外汇，还要增加机器进口。") == ["扩大茶叶出口", "增加机器进口"])
        #expect(measures("依靠茶农的积极性，来实现全县的计划。") == [])
        #expect(measures("我们希望邻县爱护水源，消除合作的障碍。") == [])
        #expect(measures("要解决这个矛盾，就必须改造老茶园。") == ["改造老茶园"])
        #expect(measures("全部建成后增加的产能将为九万吨。由十万人增加到二十万人。") == [])
        #expect(measures("重视茶农教育是我们长远的打算。发展合作社是一项新的事业。") == [])
    }

    @Test func earlyReportsCommitOnlyWhereTheySayThatTheyDo() {
        #expect(measures("建设茶山，必须依靠茶农。争取用三年时间，改造老茶园。") == ["改造老茶园"])
        #expect(measures("茶农们热情很高，办起茶校，培养了茶师。我们要办好茶校，培养茶师。", year: 1958) == ["办好茶校", "培养茶师"])
        #expect(measures("改造老茶园，推广新茶种。", year: 1958) == ["改造老茶园", "推广新茶种"])
        #expect(measures("青年们都应该学习文化，提高制茶本领。", year: 1958) == [])
        #expect(measures("建设茶乡，当然必须依靠茶农。党外人士也应该尽职，消除对茶工的误解。", year: 1958) == [])
        #expect(measures("有决定意义的问题是：推广新茶种，提高管茶水平。种茶运动将进一步开展起来。", year: 1955) == [])
        #expect(measures("今后要少进口茶机，不要在引进后不加推广。", year: 1981) == [])
        #expect(measures("发展茶业生产，建设茶乡，仍然主要靠茶农。参加茶社的许多老茶师和其他人士，多数都尽了职责。", year: 1981) == [])
        #expect(measures("实现今年的茶业计划，将继续扩大茶乡的财力。", year: 1959) == [])
        #expect(measures("我们要按照需要，把分散的茶叶收购体制，改变为统一的收购体制。").contains("把分散的茶叶收购体制") == false)
        #expect(measures("茶业资本家应该努力克服困难，改善茶厂管理。我们相信，发扬勤俭的作风，困难都可以克服。", year: 1955) == [])
        #expect(measures("全县人民，必须团结起来，厉行节约。要解决缺茶的问题，就不仅要多种茶树。", year: 1955).contains("厉行节约") == false)
        #expect(measures("例如，要改造一座老茶厂，扩建两座新茶厂。", year: 1958) == [])
        #expect(measures("一九五三年要开垦茶山，各村新建茶路。", year: 1958) == [])
        #expect(measures("只要茶农努力，增加投入，扩大茶山就有可能。", year: 1958) == [])
        #expect(measures("今年要改造老茶园，减少约二万亩，管理水平还很低。", year: 1958) == ["改造老茶园"])
    }

    @Test func whatASentenceSpeaksOfIsNoMeasure() {
        #expect(measures("办好茶校，提高茶农的文化水平，是茶乡的百年大计。") == [])
        #expect(measures("新建茶路，改善茶乡交通，对搞活流通具有重要意义。") == [])
        #expect(measures("新建茶路，发挥货栈的作用。") == ["新建茶路", "发挥货栈的作用"])
        #expect(measures("发展茶业教育，关系茶乡的未来，要办好茶校。") == ["办好茶校"])
        #expect(measures("新建茶路，改善茶乡交通；办好茶校，是各村的大事。") == ["新建茶路", "改善茶乡交通"])
        #expect(measures("加强茶山管护也是各村的一项老规矩。保护茶树就是保护茶农的饭碗。") == [])
        #expect(measures("改造茶厂、扩建茶市等都需要增加投入。今年茶业改革的任务十分繁重。") == [])
        #expect(measures("对于加强茶山管护、防治虫害，都具有重大作用。") == [])
        #expect(measures("改良茶具，改善茶厂，所有这些，都能够提高茶叶质量。", year: 1959) == [])
        #expect(measures("要消灭茶山的虫害，并不是一下子做得到的。") == [])
    }

    @Test func purposesAheadAreNoMeasures() {
        #expect(measures("为了办好茶市，保证茶叶供应，各乡要组织车队。") == ["组织车队"])
        #expect(measures("为了改善交通，并且为茶农提供更多方便，今年要新建茶路。") == ["新建茶路"])
        #expect(measures("为了办好茶市，成立专门机构，培训管理人员。") == ["成立专门机构", "培训管理人员"])
    }

    @Test func whatFollowsAnAimOrAnOutcomeBelongsToIt() {
        #expect(measures("各乡要组织干部学习，以提高管理水平，减少盲目性。") == ["组织干部学习"])
        #expect(measures("办好茶市，以提高茶价为重点，完善收购办法。") == ["办好茶市", "完善收购办法"])
        #expect(measures("做好这些工作，将有力地促进茶业发展，增加茶农收入。", year: 1984) == [])
        #expect(measures("做好这些工作，将有力地促进茶业发展；各乡要新建茶路。").last == "新建茶路")
        #expect(measures("这些办法都是为了调动茶农积极性，扩大茶山，增加产量。", year: 1980) == [])
        #expect(measures("合理安排车辆，改进调度，保证市场供应。") == ["合理安排车辆", "改进调度"])
        #expect(measures("改进调度，保证每天运出茶叶三百吨。").last == "保证每天运出茶叶三百吨")
    }

    @Test func announcedListsAndWholeSentencesOfIdeasCommitToNothing() {
        #expect(measures("今年重点抓好五件事：新建茶路，办好茶校。") == ["新建茶路", "办好茶校"])
        #expect(measures("做好今年的工作，要以科学理论为指导，深入贯彻全会精神，推进茶乡建设。") == [])
        #expect(measures("让我们紧密团结起来，把茶乡建设得更加美好。") == [])
        #expect(measures("完成茶厂改造后，办好茶市。在整顿茶市的基础上，修订收购办法。") == ["办好茶市", "修订收购办法"])
        #expect(measures("动员茶农，夺取春茶生产的全面胜利。") == ["动员茶农"])
    }

    @Test func anObjectBehindACommaBelongsToItsMeasure() {
        #expect(measures("要把扩大茶叶出口，作为今年的重要任务，新建茶路。") == ["把扩大茶叶出口,作为今年的重要任务", "新建茶路"])
        #expect(measures("要把分散的茶叶收购体制，改变为统一的收购体制，办好茶市。")
            == ["把分散的茶叶收购体制,改变为统一的收购体制", "办好茶市"])
        #expect(measures("对春季茶叶收购价格、茶市收费，实行目录管理，办好茶市。") == ["对春季茶叶收购价格、茶市收费,实行目录管理", "办好茶市"])
        #expect(measures("对茶厂实行分类管理，给予补助。") == ["对茶厂实行分类管理", "给予补助"])
    }

    @Test func whatOthersAreStirredToDoIsNoMeasure() {
        #expect(measures("要办好茶校，教育广大茶农爱护茶山，遵守茶市规矩。", year: 1982) == ["办好茶校", "教育广大茶农爱护茶山"])
        #expect(measures("要教育广大茶农爱护茶山，还要新建茶路。", year: 1982) == ["教育广大茶农爱护茶山", "新建茶路"])
        #expect(measures("要教育广大茶农爱护茶山；新建茶路。", year: 1982).last == "新建茶路")
        #expect(measures("茶业资本家应该克服困难，积极整顿茶厂；要改善茶山。", year: 1955) == ["改善茶山"])
        #expect(measures("因此，全县人民，必须团结起来，增加生产，厉行节约，各村还要办好茶校。", year: 1955) == ["办好茶校"])
        #expect(measures("要严格规定茶农必须完成的任务，改进茶市管理。", year: 1984).last == "改进茶市管理")
        #expect(measures("对于返乡的知识青年，要办好茶校，安排好他们的生活。", year: 1984) == ["办好茶校", "安排好他们的生活"])
        #expect(measures("他建议，应该逐步提高茶价，缩短收购时间。", year: 1982) == [])
    }

    @Test func whatWasDoneOrComesOfItIsNoMeasure() {
        #expect(measures("鉴于茶价过高，制定了新的办法，压缩销量，今后还要改善供应。", year: 1955) == ["改善供应"])
        #expect(measures("今年要办好茶市；在一九五四年九月，又对茶叶、茶具实行计划收购。", year: 1955) == ["办好茶市"])
        #expect(measures("茶校培养了茶师，但是我们仍然要用极大的努力办好茶校，改善茶具。", year: 1979).last == "改善茶具")
        #expect(measures("完成今年的计划，将扩大茶山，将提高茶农收入。", year: 1959) == [])
        #expect(measures("今年茶厂共有八十座。我们要扩大茶山，必须有很多茶农。", year: 1958) == [])
        #expect(measures("办好茶校，为完成茶叶计划而奋斗。改善茶市的关键，首先在于管理。", year: 1958) == ["办好茶校"])
        #expect(measures("要扩大茶山，增加茶农收入，必须办好茶校。", year: 1986) == ["办好茶校"])
        #expect(measures("要扩大茶山，增加茶叶出口。", year: 1986) == ["扩大茶山", "增加茶叶出口"])
        #expect(measures("各茶厂互相竞争，有利于改善经营管理，提高茶叶质量。", year: 1980) == [])
        #expect(measures("扩大茶叶消费的效应继续显现。推动茶农收入不断提高。") == ["推动茶农收入不断提高"])
        #expect(measures("组建茶业银行，以及承担茶叶储备任务的茶业公司。") == ["组建茶业银行"])
        #expect(measures("在茶市里还存在着许多混乱。", year: 1957) == [])
        #expect(measures("已建成的主要有：新增茶路三千公里。保护主义继续升温。") == [])
    }

    @Test func headingsAndOtherPartsHoldNone() {
        let sample = Sample("""
            一、工作回顾
            推进水库除险加固，新建泵站六座，群众用水有了保障。
            二、今年重点任务
            （一）发展现代农业。推广优良品种，防治病虫害。
            扩大有效投资。开工建设两座水库，年内完成库区移民。
            稳定就业形势。组织专场招聘会，使毕业生尽快找到工作。
            """)
        let found = Self.reader.read(sample.text, sample.outline, DocumentParts(sample.text, sample.outline))
        #expect(found.map { sample.text.folded($0.range) } == ["推广优良品种", "防治病虫害", "开工建设两座水库", "完成库区移民", "组织专场招聘会"])
        #expect(found.map { $0.heading.map { sample.text.folded(sample.outline.headings[$0].title) } }
            == ["发展现代农业", "发展现代农业", "扩大有效投资", "扩大有效投资", "稳定就业形势"])
    }

    @Test func guidingIdeasAndTargetsCommitToNoSingleAction() {
        #expect(measures("今年工作的总体要求是：坚持稳中求进，推进高质量发展。") == [])
        #expect(measures("主要预期目标是：推动产值增长6%。") == [])
    }

    @Test func commasInsideQuotesAndTitlesDoNotCut() {
        #expect(measures("落实《关于办好学校，改善食堂的意见》。") == ["落实《关于办好学校,改善食堂的意见》"])
    }
}
