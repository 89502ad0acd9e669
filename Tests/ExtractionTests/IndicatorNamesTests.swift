import Documents
import Lexicon
import Testing

@testable import Extraction

/// Names that mean the same are one indicator across documents, and names that differ stay apart.
@Suite struct IndicatorNamesTests {
    private let names = IndicatorNames(TestData.reader.lexicon)

    private func standard(_ name: String, unit: String? = nil, place: String? = nil) -> String {
        let found = names.standard(of: SourceText.fold(name), unit: unit, isLevel: unit != nil, home: names.home(place))
        return found.name ?? name
    }

    @Test(arguments: [
        ["地区生产总值", "国内生产总值", "GDP", "全省生产总值", "全市GDP", "经济", "经济总量", "我国经济", "国内生产总值总量"],
        ["一般公共预算收入", "地方一般公共预算收入", "全市一般公共预算收入", "全省地方一般公共预算收入"],
        ["规模以上工业增加值", "规上工业增加值", "规上工业", "全市规模以上工业增加值", "全区规上工业增加值增速"],
        ["社会消费品零售总额", "社零总额", "全社会消费品零售总额", "全市社会消费品零售总额"],
        ["固定资产投资", "全社会固定资产投资", "五年全社会固定资产投资", "固定资产投资总规模"],
        ["可再生能源装机容量", "可再生能源装机规模", "可再生能源发电装机规模", "可再生能源总装机容量"],
        ["研发经费投入强度", "研究与试验发展经费支出占地区生产总值的比重", "全社会R&D经费支出占GDP比例", "研发投入强度"],
        ["服务业增加值占比", "服务业增加值占国内生产总值的比重", "服务业增加值比重", "服务业占比"],
        ["居民人均可支配收入", "全体居民人均可支配收入", "常住居民人均可支配收入", "全市居民人均可支配收入"],
        ["中欧班列", "中欧班列开行数量"], ["高等学校招生", "普通高等学校招生人数", "普通高等学校招生规模"],
        ["棉花产量", "棉花的产量", "棉花总产量"], ["铁路营业里程", "铁路里程", "铁路通车里程"],
    ])
    func namesThatMeanTheSameAreOne(_ same: [String]) {
        #expect(same.map { standard($0) } == same.map { _ in same[0] })
    }

    @Test func theNationIsAnotherPlaceInAPlacesReport() {
        #expect(standard("全国粮食产量", place: "全国") == "粮食产量")
        #expect(standard("全国粮食产量", place: "云南省") == "全国粮食产量")
        #expect(standard("全省粮食产量", place: "云南省") == "粮食产量")
    }

    @Test(arguments: [
        ["居民人均可支配收入", "城镇居民人均可支配收入", "农村居民人均可支配收入", "城乡居民人均可支配收入", "脱贫地区农村居民人均可支配收入"],
        ["城镇调查失业率", "城镇登记失业率"], ["失业保险参保人数", "失业保险金标准"], ["医院", "三级医院", "公立医院"],
        ["A级旅游景区", "4A级旅游景区", "5A级旅游景区"], ["住宿餐饮业营业额", "住宿餐饮业增加值"],
        ["水土流失治理面积", "新增水土流失治理面积"], ["充电桩", "新增充电桩"], ["电力装机容量", "新增电力装机"],
        ["湿地面积", "湿地保护率"], ["加装电梯", "老旧电梯更新"], ["社会融资规模增量", "社会融资规模存量"],
        ["财政收入", "中央财政收入", "财政总收入", "一般公共预算收入", "税收收入"], ["养老床位", "每千名老年人养老床位数", "新增养老床位"],
        ["工业增加值", "规模以上工业增加值", "工业总产值"], ["地区生产总值", "人均地区生产总值", "国民生产总值", "海洋生产总值"],
        ["建成区绿化覆盖率", "建成区绿地率"], ["体质健康优良率", "近视率"], ["较大事故起数", "重特大事故起数"],
        ["城乡居民人均可支配收入", "城乡居民收入比"], ["科技成果转化率", "科技成果转化项目"],
    ])
    func namesThatDifferStayApart(_ different: [String]) {
        #expect(different.map { standard($0) } == different)
    }

    /// Another place's output is none of the document's own; its own place's name tells nothing.
    @Test func placesOpenNamesOnlyAtHome() {
        #expect(standard("成都市地区生产总值", place: "成都市") == "地区生产总值")
        #expect(standard("成都地区生产总值", place: "成都市") == "地区生产总值")
        #expect(standard("云溪县生产总值", place: "云溪县") == "地区生产总值")
        #expect(standard("成都地区生产总值", place: "四川省") == "成都地区生产总值")
        #expect(standard("昆明长水国际机场旅客吞吐量", place: "云南省") == "昆明长水国际机场旅客吞吐量")
    }

    /// The unit says that something else is measured.
    @Test func unitsTellIndicatorsApart() {
        #expect(standard("粮食产量", unit: "亿斤") == "粮食产量")
        #expect(standard("失业保险参保人数", unit: "万人") == "失业保险参保人数")
        #expect(names.standard(of: SourceText.fold("粮食产量"), unit: "亿元", isLevel: true, home: .init()).entry == nil)
        #expect(names.standard(of: SourceText.fold("人口"), unit: "亿元", isLevel: true, home: .init()).entry == nil)
        #expect(names.standard(of: SourceText.fold("粮食产量"), unit: "%", isLevel: false, home: .init()).entry != nil)
    }

    /// What the lexicon does not have: documents agree on its name all the same.
    @Test func unlistedNamesLoseWhatTellsNothing() {
        #expect(standard("全市乡村书屋") == "乡村书屋")
        #expect(standard("全省的乡村书屋") == "乡村书屋")
        #expect(standard("新增乡村书屋") == "新增乡村书屋")
        #expect(standard("目的地数量") == "目的地数量")
    }

    @Test(arguments: [
        ("2026-云溪县", "2026年预期目标：地区生产总值增长6%左右，规上工业增加值增长7%。", ["地区生产总值", "规模以上工业增加值"]),
        ("2026-全国", "今年发展主要预期目标是：国内生产总值增长5%左右。", ["地区生产总值"]),
        ("2026-云溪县", "2025年，经济增长5.2%，地方一般公共预算收入增长3%。", ["地区生产总值", "一般公共预算收入"]),
    ])
    func readingsAgree(name: String, text: String, indicators: [String]) {
        let reading = TestData.reader.read(Array("某地政府工作报告\n\n一、今年目标\n\n\(text)\n".utf8), name: name, path: name)
        #expect(reading.figures.map(\.canonical) == indicators)
    }
}
