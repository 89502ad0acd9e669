import Documents
import Lexicon
import Testing

@testable import Extraction

/// What the cells of tables by hand say.
@Suite struct FactReaderTests {
    private func figures(_ table: String) -> [Figure] {
        FactTable.read(Array(table.utf8), name: "table", path: "table.csv", reader: TestData.reader).reading.figures
    }

    private func said(_ target: String, of indicator: String = "单位地区生产总值能耗", unit: String = "") -> String {
        figures("地区,指标,年份,目标值,单位\n云溪县,\(indicator),2025,\(target),\(unit)\n").map {
            "\($0.aspect) \($0.comparator.rawValue) \($0.value?.description ?? "") \($0.unit ?? "")"
        }.joined(separator: "; ")
    }

    @Test("A sign bounds the number with its sign, a word its size; statements bound the size", arguments: [
        ("≤-3%", "growth >= -3 %"), ("≥-3%", "growth <= -3 %"), ("-3%以上", "growth >= -3 %"), ("不高于-3%", "growth >= -3 %"),
        ("下降3%以上", "growth >= -3 %"), ("降低不低于3%", "growth >= -3 %"), ("下降3%左右", "growth ≈ -3 %"), ("≥3%", "growth >= 3 %"),
    ])
    func bounds(cell: String, wanted: String) { #expect(said(cell) == wanted) }

    @Test("A column of comparators bounds the number with its sign")
    func column() {
        let found = figures("place,indicator,aspect,comparator,value,unit,period,kind\n云溪县,单位地区生产总值能耗,growth,<=,-3,%,2025,target\n")
        #expect(found.map(\.comparator) == [.atLeast])
    }

    @Test("Changes told in words, and prices, whose percentage is their growth", arguments: [
        ("居民消费价格", "3%左右", "", "growth ≈ 3 %"), ("居民消费价格指数", "102.3", "%", "level = 102.3 %"), ("城镇调查失业率", "5.5%以内", "", "level <= 5.5 %"),
        ("农村低保人口", "减少300", "人", "change = -300 人"), ("粮食产量", "增长2%", "", "growth = 2 %"),
    ])
    func aspects(indicator: String, cell: String, unit: String, wanted: String) { #expect(said(cell, of: indicator, unit: unit) == wanted) }
}
