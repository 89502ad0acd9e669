import Documents
import Lexicon
import Testing

/// What the files of `Data/lexicon` have to keep true as lines are added.
@Suite struct ProjectLexiconTests {
    private let lexicon = ProjectLexicon.loaded.lexicon

    @Test func everyLineLoads() {
        #expect(ProjectLexicon.loaded.problems == [])
    }

    @Test func holdsTheTopSectorsOfTheGuideInOrder() {
        let tops = lexicon.sectors.map(\.sector).filter { $0 == $0.top }.map(\.rawValue)
        #expect(tops == [
            "economy", "industry", "technology", "digital", "agriculture", "services", "culture", "investment", "infrastructure",
            "energy", "ecology", "urban", "reform", "opening", "finance", "education", "health", "employment", "welfare",
            "safety", "government",
        ])
        #expect(lexicon.sectors.contains { $0.sector.rawValue == "industry.biomedicine" && $0.name == "生物医药" })
    }

    @Test func everySectorHasWords() {
        let spoken = Set(lexicon.sectorWords.map(\.sector))
        #expect(lexicon.sectors.map(\.sector).filter { !spoken.contains($0) } == [])
    }

    private func indicator(_ name: String) -> IndicatorEntry? {
        lexicon.indicators.first { $0.name == name || $0.aliases.contains(name) || $0.english == name }
    }

    @Test(arguments: [
        ["地区生产总值", "国内生产总值", "GDP", "生产总值", "经济"],
        ["一般公共预算收入", "地方一般公共预算收入"],
        ["规模以上工业增加值", "规上工业增加值"],
        ["粮食产量", "粮食总产量", "grain"],
        ["城镇调查失业率", "unemployment"],
        ["森林覆盖率", "forest cover"],
        ["研发经费投入强度", "全社会研发经费投入强度", "研发投入强度"],
        ["PM2.5浓度", "细颗粒物年均浓度"],
    ])
    func namesThatMeanTheSameAreOneIndicator(_ names: [String]) {
        let found = names.map { indicator($0)?.name }
        #expect(Set(found) == [names[0]])
    }

    @Test(arguments: [
        ["居民人均可支配收入", "城镇居民人均可支配收入", "农村居民人均可支配收入", "农民人均纯收入"],
        ["城镇调查失业率", "城镇登记失业率"],
        ["地区生产总值", "人均地区生产总值", "国民生产总值"],
        ["一般公共预算收入", "财政总收入", "税收收入"],
        ["单位地区生产总值能耗", "单位地区生产总值二氧化碳排放", "单位地区生产总值用水量"],
        ["粮食产量", "粮食综合生产能力", "粮食播种面积", "粮食单产"],
        ["进出口总额", "出口总额", "进口总额", "服务贸易总额"],
    ])
    func namesThatDifferStayApart(_ names: [String]) {
        #expect(names.map { indicator($0)?.name } == names)
    }

    @Test func knowsWhichWayIsBetter() {
        let directions = ["城镇调查失业率", "PM2.5浓度", "能耗强度", "生产安全事故起数", "居民消费价格", "城镇新增就业", "钢产量"]
            .map { indicator($0)?.direction }
        #expect(directions == [.down, .down, .down, .down, .down, .up, Direction.none])
    }

    /// Folding must not make one name of two, or the trie would keep only the later one.
    @Test func indicatorNamesStayApartWhenFolded() {
        var owners: [[UInt16]: String] = [:]
        for entry in lexicon.indicators {
            for name in [entry.name] + entry.aliases {
                let before = owners.updateValue(entry.name, forKey: SourceText.fold(name))
                #expect(before == nil || before == entry.name, "\(name): \(before ?? "") and \(entry.name)")
            }
        }
    }

    @Test func plansHaveTheirYears() {
        let years = Dictionary(uniqueKeysWithValues: lexicon.plans.map { ($0.name, $0.period) })
        #expect(years["一五"] == Period(1953, 1957))
        #expect(years["二五"] == Period(1958, 1962))
        #expect(years["三五"] == Period(1966, 1970))
        #expect(years["六五"] == Period(1981, 1985))
        #expect(years["十四五"] == Period(2021, 2025))
        #expect(years["十五五"] == Period(2026, 2030))
        #expect(lexicon.plans.first { $0.aliases.contains("第十五个五年规划") }?.name == "十五五")
    }

    @Test func placesFormATree() {
        let byName = Dictionary(uniqueKeysWithValues: lexicon.places.map { ($0.name, $0) })
        #expect(lexicon.places.filter { $0.level == .province }.count == 34)
        #expect(lexicon.places.filter { $0.level == .province }.allSatisfy { $0.parent == "全国" })
        #expect(lexicon.places.filter { $0.level == .city }.allSatisfy { byName[$0.parent]?.level == .province })
        #expect(byName["苏州市"]?.parent == "江苏省")
        #expect(lexicon.places.first { $0.aliases.contains("京") }?.name == "北京市")
    }

    @Test func loadsQuickly() {
        let clock = ContinuousClock()
        let times = (0..<5).map { _ in clock.measure { _ = Lexicon.load(from: ProjectLexicon.folder) } }
        let limit: Duration = isOptimised ? .milliseconds(30) : .milliseconds(600)
        #expect((times.min() ?? .zero) < limit)
    }

    private var isOptimised: Bool {
        var optimised = true
        assert({ optimised = false; return true }())
        return optimised
    }
}
