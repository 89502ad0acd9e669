import Documents
import Foundation
import Lexicon
import Testing

@testable import Extraction

/// A folder of what people really have, made by `Tests/DocumentsTests/data/make-pages.py`.
@Suite struct PileTests {
    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("DocumentsTests/data/pile").path
    private static let loaded = Corpus.load(paths: [folder], reader: TestData.reader)

    private func reading(_ name: String) throws -> Reading { try #require(Self.loaded.readings.first { $0.name == name }) }
    private func text(_ name: String) throws -> String { String(decoding: try reading(name).text, as: UTF8.self) }
    private func goals(_ name: String) throws -> [String] { try reading(name).goals.map(\.title) }
    private func figures(_ name: String) throws -> [String] {
        try reading(name).figures.map {
            "\($0.place ?? "") \($0.canonical) \($0.comparator.rawValue) \($0.value?.description ?? "") \($0.unit ?? "") \($0.period?.description ?? "")"
        }
    }

    @Test func whatCanBeReadIsRead() {
        #expect(Set(Self.loaded.readings.map(\.name)) == ["报告", "文件", "沙洲县", "指标", "带文字"])
    }

    @Test(arguments: [
        ("压缩.txt", "is a ZIP archive"), ("扫描件.pdf", "is a PDF without text"), ("空.md", "is empty"), ("style", "is a script or style sheet"),
        (
            "表/考核.csv:1",
            "is a table without a column of indicators among “考核项”, “数值甲”, “数值乙”; a first line says which one it is: # columns: 考核项 = indicator"
        ),
        ("表/指标.txt:1", "passes over the columns “牵头单位”. A first line can say what they are: # columns: 牵头单位 = -"),
        ("表/指标.txt:5", "“三十万” in column 目标值 is no number"),
    ])
    func whatCannotIsNamedWithItsReason(file: String, reason: String) {
        let failure = Self.loaded.failures.first { $0.path == "\(Self.folder)/\(file)" }
        #expect(failure?.reason.english.hasPrefix(reason) == true, "\(failure?.reason.english ?? "none")")
    }

    @Test func nothingElseFails() { #expect(Self.loaded.failures.count == 7) }

    @Test func aSavedPageIsItsTextAlone() throws {
        let text = try text("报告"), reading = try reading("报告")
        #expect(text.hasPrefix("2026年柳湾市政府工作报告\n"))
        for gone in ["当前位置", "首页", "机构职能", "字号", "打印", "分享", "上一篇", "附件", "备案", "99人", "逗号", "var"] {
            #expect(!text.contains(gone), "\(gone)")
        }
        #expect(text.contains("乡镇 | 粮食产量（万吨）") && text.contains("东渡镇 | 3.2"))
        #expect(reading.masthead.title == "2026年柳湾市政府工作报告")
        #expect(reading.masthead.place == "柳湾市")
        #expect(try goals("报告") == ["2025年工作回顾", "2026年工作安排", "夯实农业基础"])
        #expect(reading.figures.map(\.canonical) == [
            "地区生产总值", "地区生产总值", "规模以上工业增加值", "新增经营主体", "地区生产总值", "城镇新增就业", "居民人均可支配收入", "城镇调查失业率", "新增高标准农田",
        ])
    }

    @Test func spansCountInTheExtractedText() throws {
        for name in ["报告", "文件", "沙洲县", "带文字"] {
            let reading = try reading(name)
            for figure in reading.figures {
                let words = String(decoding: reading.text[figure.span.start..<figure.span.end], as: UTF8.self)
                #expect(figure.value.map { words.contains($0.description) } == true, "\(words)")
            }
        }
    }

    @Test func automaticNumbersOfWordAreHeadings() throws {
        #expect(try goals("文件") == [
            "上年工作回顾", "今年工作安排", "发展现代农业", "办好民生实事", "新建幼儿园2所", "改造老旧小区15个", "守牢安全底线", "排查隐患", "加强自身建设",
        ])
        let levels = try reading("文件").goals.map(\.level)
        #expect(levels == [1, 1, 2, 2, 3, 3, 2, 3, 1])
        let lines = try text("文件").split(separator: "\n").map { $0.drop { $0 == "\u{3000}" || $0 == "#" || $0 == " " } }
        #expect(lines.contains("一、上年工作回顾") && lines.contains("（三）守牢安全底线") && lines.contains("1.排查隐患。"))
        #expect(lines.contains("三、加强自身建设"))
    }

    @Test func changesTrackedInWordAreAccepted() throws {
        let text = try text("文件")
        #expect(text.contains("新建高标准农田4万亩"))
        #expect(text.contains("修复水利设施，整治山塘60口。"))
        #expect(text.contains("城镇新增就业 | 2600人"))
        #expect(text.components(separatedBy: "文本框：").count == 2)
        for gone in ["藏起来", "不变价", "9万亩"] { #expect(!text.contains(gone)) }
        #expect(text.components(separatedBy: "上年工作回顾").count == 2)
    }

    @Test func foreignColumnsAreUnderstood() throws {
        #expect(try figures("指标") == [
            "石柳县 地区生产总值 ≈ 6 % 2026", "柳湾市 规模以上工业增加值 >= 7 % 2026", "柳湾市 城镇新增就业 = 4500 人 2026", "柳湾市 城镇调查失业率 <= 5.5 % 2026",
        ])
        let reading = try reading("指标")
        #expect(reading.figures.map(\.aspect) == [.growth, .growth, .level, .level])
        #expect(reading.figures.allSatisfy { $0.kind == .target })
    }
}

/// Tables of facts as people keep them.
@Suite struct FactTableTests {
    private func read(_ table: String) -> (figures: [Figure], problems: [String]) {
        let bytes = Array(table.utf8)
        guard FactTable.isTable(bytes) else { return ([], ["no table"]) }
        let (reading, problems) = FactTable.read(bytes, name: "表", path: "表.csv", reader: TestData.reader)
        return (reading.figures, problems.map { "\($0.path) \($0.reason.english)" })
    }

    @Test(arguments: [
        "region,metric,year,target,unit\n云溪县,GDP,2026,312.6,亿元\n", "地区\t指标名称\t年度\t计划数\t计量单位\n云溪县\tGDP\t2026年\t312.6\t亿元\n",
        "县;指标;年;目标值（亿元）\n云溪县;GDP;2026;312.6\n", "地区,指标,年份,数值,类型\n云溪县,GDP,2026,312.6亿元,目标\n",
        "# columns: 考核内容 = indicator, 单位名 = place\n单位名,考核内容,年份,目标,单位\n云溪县,GDP,2026,312.6,亿元\n",
        "\u{FEFF}地区,指标,年份,目标值,单位\r\n云溪县,GDP,2026,\"312.6\",亿元\r\n",
    ])
    func columnsAreKnownByWhatTheyAreCalled(table: String) throws {
        let (figures, problems) = read(table)
        #expect(problems == [])
        let figure = try #require(figures.first)
        #expect(figures.count == 1 && figure.canonical == "地区生产总值" && figure.place == "云溪县" && figure.kind == .target)
        #expect(figure.value?.description == "312.6" && figure.unit == "亿元" && figure.period == Period(2026) && figure.aspect == .level)
    }

    @Test func targetsAndResultsMayStandSideBySide() {
        let (figures, problems) = read("地区,指标,年份,目标值,完成值,单位\n云溪县,城镇新增就业,2025,3200,3310,人\n云溪县,粮食产量,2025,,41.5,万吨\n")
        #expect(problems == [])
        #expect(figures.map(\.kind) == [.target, .actual, .actual])
        #expect(figures.map { $0.value?.description } == ["3200", "3310", "41.5"])
    }

    @Test func periodsRangesAndSigns() {
        let (figures, problems) = read("指标,时期,目标,单位\n森林覆盖率,十五五,≥43,%\n粮食产量,2026-2030年,12–13,万吨\n降雨,2026-01-15,-3,%\n")
        #expect(problems == [])
        #expect(figures.map(\.period) == [Period(2026, 2030), Period(2026, 2030), Period(2026)])
        #expect(figures.map(\.comparator) == [.atLeast, .range, .equal])
        #expect(figures.map { $0.high?.description } == [nil, "13", nil])
    }

    @Test(arguments: [
        (
            "地区,指标,年分,目标值\n云溪县,GDP,2026,3亿元\n",
            "表.csv:1 passes over the columns “年分”; did you mean “年份”? A first line can say what they are: # columns: 年分 = 年份"
        ),
        (
            "地区,指标,年份\n云溪县,GDP,2026\n",
            "表.csv:1 is a table without a column of values among “地区”, “指标”, “年份”; a first line says which one it is: # columns: 地区 = value"
        ),
        ("指标,年份,目标\nGDP,明年,5%\n", "表.csv:2 “明年” in column 年份: expected 2026 or 2026/2030"),
        ("指标,年份,数值\nGDP,2026,5%\n", "表.csv:2 column kind is empty: expected target, actual or estimate"),
    ])
    func whatIsWrongIsNamed(table: String, problem: String) { #expect(read(table).problems == [problem]) }

    @Test func textsAreNoTables() {
        #expect(!FactTable.isTable(Array("2026年云溪县政府工作报告\n\n一、目标,安排;任务\n".utf8)))
        #expect(!FactTable.isTable(Array("各位代表,现在,我报告工作,请审议。\n今年,地区生产总值增长6%。\n".utf8)))
        #expect(!FactTable.isTable(Array("---\ntitle: 某镇\n---\n".utf8)))
    }
}
