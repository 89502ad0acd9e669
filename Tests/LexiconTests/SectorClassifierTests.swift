import Documents
import Lexicon
import Testing

@Suite struct SectorClassifierTests {
    private let classifier = ProjectLexicon.classifier

    @Test(arguments: [
        ("全市生产总值", "economy"), ("居民消费价格涨幅", "economy"), ("经营主体总量", "economy"),
        ("规模以上工业增加值", "industry"), ("新能源汽车产量", "industry"), ("千亿级产业集群", "industry"),
        ("每万人口高价值发明专利拥有量", "technology"), ("新增全国重点实验室", "technology"),
        ("智能算力规模", "digital"), ("5G基站", "digital"), ("数字经济核心产业增加值占生产总值比重", "digital"),
        ("夏粮总产量", "agriculture"), ("新建高标准农田", "agriculture"), ("生猪出栏", "agriculture"),
        ("社会消费品零售总额", "services"), ("新引进首店", "services"),
        ("接待过夜游客", "culture"), ("博物馆数量", "culture"),
        ("固定资产投资", "investment"), ("引进省外到位资金", "investment"), ("省重点项目", "investment"),
        ("新改建农村公路", "infrastructure"), ("机场旅客吞吐量", "infrastructure"), ("新增公共停车泊位", "infrastructure"),
        ("新型储能装机", "energy"), ("原煤产量", "energy"),
        ("单位地区生产总值能耗", "ecology"), ("国考断面水质优良比例", "ecology"), ("新建口袋公园", "ecology"),
        ("常住人口城镇化率", "urban"), ("改造老旧小区", "urban"),
        ("民营经济增加值占比", "reform"), ("涉企行政检查次数", "reform"),
        ("货物贸易进出口总额", "opening"), ("实际使用外资", "opening"),
        ("一般公共预算收入", "finance"), ("制造业贷款余额", "finance"), ("新增专项债券", "finance"),
        ("新增中小学学位", "education"), ("引进高层次人才", "education"),
        ("每千人口执业（助理）医师数", "health"), ("基本医保参保率", "health"),
        ("城镇新增就业", "employment"), ("农村居民人均可支配收入", "employment"),
        ("新增养老床位", "welfare"), ("每千人口托位数", "welfare"), ("城乡低保标准", "welfare"),
        ("生产安全事故起数", "safety"), ("社区矛盾纠纷化解率", "safety"),
        ("办理人大代表建议", "government"), ("压减“三公”经费", "finance"),
    ])
    func tellsTheSectorOfAnIndicator(_ name: String, _ sector: String) {
        #expect(classifier.sector(of: name)?.top.rawValue == sector)
    }

    @Test(arguments: [
        ("培育一批链主企业和配套工厂", "industry"), ("布局合成生物、脑机接口等赛道", "industry"),
        ("组织高校和企业联合攻关关键技术", "technology"), ("开放公共数据", "digital"),
        ("扩大家庭农场和合作社经营规模", "agriculture"), ("发放消费券", "services"), ("修缮古建筑和革命旧址", "culture"),
        ("盯紧项目开工和投产", "investment"), ("打通断头路、瓶颈路", "infrastructure"), ("建成海上风电基地", "energy"),
        ("严格入河排污口整治", "ecology"), ("推进城中村和危旧房改造", "urban"), ("规范行政检查，不扰企业", "reform"),
        ("支持企业布局海外仓", "opening"), ("兜牢基层“三保”底线", "finance"), ("办好家门口的幼儿园", "education"),
        ("让县级医院强起来", "health"), ("帮扶高校毕业生就业", "employment"), ("发展社区助餐和居家养老", "welfare"),
        ("开展燃气和消防隐患排查", "safety"), ("自觉接受人大、政协监督", "government"),
    ])
    func tellsTheSectorOfAMeasure(_ clause: String, _ sector: String) {
        #expect(classifier.sector(of: clause, trust: SectorClassifier.measureHint)?.top.rawValue == sector)
    }

    @Test func givesTheFinerSectorWhereItsWordsAgree() {
        #expect(classifier.sector(of: "生物医药产业规模")?.rawValue == "industry.biomedicine")
        #expect(classifier.sector(of: "高速公路通车里程")?.rawValue == "infrastructure.highway")
        #expect(classifier.sector(of: "钢铁、石化、纺织")?.rawValue == "industry")
    }

    @Test func leansOnTheHeadingWhereTheWordsSayNothing() {
        #expect(classifier.sector(of: "抓紧抓好这件事") == nil)
        #expect(classifier.sector(of: "抓紧抓好这件事", hint: Sector("health")) == Sector("health"))
        #expect(classifier.sector(of: "新建医院3家", hint: Sector("urban"))?.top == Sector("health"))
    }

    @Test(arguments: [
        ("推进城际铁路等重大项目建设", "infrastructure"), ("深化农业保险制度改革", "finance"), ("实施氢基能源一体化项目", "energy"),
        ("谋划一批重大项目", "investment"), ("深化重点领域改革", "reform"), ("支持民间资本参与重大项目建设", "investment"),
    ])
    func theFieldOutweighsTheFormInWhichItIsDone(_ clause: String, _ sector: String) {
        #expect(classifier.sector(of: clause)?.top.rawValue == sector)
    }

    @Test func aHeadingOfInvestmentGathersProjectsOfAllFields() throws {
        let investment = try #require(classifier.numbered(Sector("investment"))),
            health = try #require(classifier.numbered(Sector("health")))
        #expect(classifier.trust(of: investment) < classifier.trust(of: health))
        let projects = try #require(classifier.numbered(Sector("investment.projects")))
        #expect(classifier.areAlike(investment, projects) && !classifier.areAlike(investment, health))
    }

    @Test func leansOnTheWordsAround() {
        #expect(classifier.sector(of: "超过2000户", context: "实施农村危房改造，惠及群众超过2000户")?.top == Sector("urban"))
        #expect(classifier.sector(of: "水库12座", context: "建设美丽乡村和水库12座")?.top == Sector("infrastructure"))
    }

    @Test(arguments: [
        ("统筹养老服务和医疗机构建设", "health", ["welfare"]), ("新改建农村公路", "infrastructure", ["agriculture"]),
        ("新增充电桩", "infrastructure", ["energy"]), ("中央财政教育经费", "education", ["finance"]),
        ("绿色低碳产业规模", "industry", ["ecology"]), ("森林覆盖率", "ecology", []), ("西部地区高速公路", "infrastructure", []),
        ("继续努力", "economy", []), ("生猪出栏和粮食产量", "agriculture", []),
    ])
    func namesFurtherSectorsOnlyOnTheirOwnWords(_ phrase: String, _ main: String, _ further: [String]) {
        #expect(classifier.furtherSectors(of: phrase, besides: Sector(main)).map(\.top.rawValue) == further)
    }

    @Test func aWordOfWeightNothingNeverDecides() {
        var lexicon = Lexicon()
        for code in ["industry", "ecology"] {
            lexicon.sectors.append(SectorEntry(sector: Sector(code), name: code, english: code, aliases: []))
        }
        lexicon.sectorWords = [SectorWord(word: "绿色工厂", sector: Sector("ecology"), weight: 0)]
        let alone = SectorClassifier(lexicon: lexicon)
        #expect(alone.sector(of: "绿色工厂", hint: Sector("industry")) == Sector("industry"))
        #expect(alone.furtherSectors(of: "绿色工厂", besides: Sector("industry")) == [Sector("ecology")])
        #expect(alone.furtherSectors(of: "绿色工厂", besides: Sector("ecology")) == [])
    }

    @Test func readsPhrasesInsideALongerText() {
        let text = SourceText.fold("今年粮食产量稳定，轨道交通运营里程超过300公里。")
        let at = text.firstIndex(of: UInt16(0x8F68)) ?? 0
        let phrase = Array(text[at..<at + 8])
        #expect(classifier.sector(of: phrase)?.top == Sector("infrastructure"))
        #expect(classifier.sector(of: phrase, context: classifier.context(text.span))?.top == Sector("infrastructure"))
    }

    @Test func anEmptyLexiconKnowsNothing() {
        #expect(SectorClassifier(lexicon: Lexicon()).sector(of: "粮食产量") == nil)
    }
}
