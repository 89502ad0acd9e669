import Foundation
import Lexicon
import Testing

@Suite struct LexiconLoaderTests {
    /// Loads a lexicon of the given files, in a folder of its own that is removed afterwards.
    private func load(_ files: [String: String]) throws -> (lexicon: Lexicon, problems: [LexiconProblem]) {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        for (name, text) in files { try Data(text.utf8).write(to: folder.appendingPathComponent(name)) }
        return Lexicon.load(from: folder.path)
    }

    private let sectors = "code\tname\tenglish\taliases\necology\t生态环境\tecology\t生态|环保\nenergy\t能源\tenergy\n"

    private func problems(_ found: [LexiconProblem], of file: String) -> [LexiconProblem] {
        found.filter { $0.file.hasSuffix("/" + file) }
    }

    @Test func readsValuesColumnsInAnyOrderAndComments() throws {
        let (lexicon, found) = try load([
            "sectors.tsv": sectors,
            "indicators.tsv": """
                # what a report counts
                sector\tname\taliases\tenglish\tunit\tdirection\tremark
                ecology\t森林覆盖率\t森林覆盖面 | 绿化率\tforest cover|forest coverage\tpercent\tup\tof all land\r

                  # an indented comment
                energy\t发电量\t\tpower generation\tenergy\tnone
                """,
        ])
        #expect(problems(found, of: "indicators.tsv").isEmpty)
        #expect(lexicon.sectors.map(\.aliases) == [["生态", "环保"], []])
        #expect(lexicon.indicators == [
            IndicatorEntry(
                name: "森林覆盖率", aliases: ["森林覆盖面", "绿化率", "forest coverage"], english: "forest cover", family: "percent",
                direction: .up, sector: Sector("ecology")),
            IndicatorEntry(
                name: "发电量", aliases: [], english: "power generation", family: "energy", direction: .none,
                sector: Sector("energy")),
        ])
    }

    @Test func reportsABrokenLineAndLoadsTheRest() throws {
        let (lexicon, found) = try load([
            "sectors.tsv": sectors,
            "indicators.tsv": """
                name\taliases\tenglish\tunit\tdirection\tsector
                发电量\t\tpower generation\tenergy\tsideways\tenergy
                森林覆盖率\t\tforest cover\tpercent\tup\tforest
                原油产量\t\tcrude oil\tmass\tup\tenergy
                一\t二\t三\t四\t五\t六\t七
                \t\tnameless\t\tup\tenergy
                石油\t原油产量\toil\tmass\tup\tenergy
                """,
        ])
        let broken = problems(found, of: "indicators.tsv")
        #expect(broken.map(\.line) == [2, 3, 5, 6, 7])
        #expect(broken.map(\.message.english) == [
            "direction “sideways”: expected up, down or none",
            "sector “forest” is not known: expected a code of sectors.tsv",
            "7 cells: expected 6, one for each column, with a tab between them",
            "the column “name” is empty",
            "“原油产量” is given twice: line 4 has it already",
        ])
        #expect(broken[0].description.hasSuffix("indicators.tsv:2: direction “sideways”: expected up, down or none"))
        #expect(lexicon.indicators.map(\.name) == ["原油产量"])
    }

    @Test func reportsAbsentFilesAndMissingColumns() throws {
        let (lexicon, found) = try load(["units.tsv": "unit\n元\n", "plans.tsv": "# nothing yet\n"])
        #expect(lexicon.units.isEmpty)
        #expect(found.count == 7)
        #expect(problems(found, of: "units.tsv").first?.message.english == "no column “family”: expected unit, family")
        #expect(problems(found, of: "plans.tsv").first?.message.english.hasPrefix("has no line of column names") == true)
        #expect(problems(found, of: "sectors.tsv").first?.line == 0)
    }

    @Test func aSectorRestsOnOthersThatMayStandBelowIt() throws {
        let (lexicon, found) = try load([
            "sectors.tsv": """
                code\tname\tenglish\taliases\tfoundations
                farming\t农业\tfarming
                farming.grain\t粮食\tgrain\t\tfarming.land|farming.sea
                farming.land\t耕地\tfarmland
                """
        ])
        #expect(lexicon.sectors.map(\.foundations) == [[], [Sector("farming.land")], []])
        #expect(
            problems(found, of: "sectors.tsv").map { "\($0.line) \($0.message.english)" } == [
                "3 sector “farming.sea” is not known: expected a code of sectors.tsv"
            ])
    }

    @Test func splitsWordsThatShareALine() throws {
        let (lexicon, found) = try load([
            "sectors.tsv": sectors,
            "sector-words.tsv": "word\tsector\tweight\n煤|煤炭\tenergy\t4\n煤\tecology\t1\n煤炭\tenergy\t2\n油\tenergy\t-1\n",
            "units.tsv": "unit\tfamily\n元|美元\tmoney\n",
            "words.tsv": "word\tclass\tvalue\n左右|上下\tcomparator\t≈\n",
            "plans.tsv": "name\taliases\tenglish\tstart\tend\n十五五\t“十五五”\t15th plan\t2026\t2030\n十六五\t\t\t2035\t2031\n",
            "places.tsv": """
                name\taliases\tenglish\tlevel\tparent
                全国\t\tChina\tnation
                北京市\t北京|京\tBeijing\tprovince\t全国
                甲市\t\t\tcity\t乙省
                """,
        ])
        #expect(lexicon.sectorWords.map(\.word) == ["煤", "煤炭", "煤"])
        #expect(lexicon.units.map(\.unit) == ["元", "美元"])
        #expect(lexicon.words == [
            WordEntry(word: "左右", wordClass: "comparator", value: "≈"),
            WordEntry(word: "上下", wordClass: "comparator", value: "≈"),
        ])
        #expect(lexicon.plans.map(\.period) == [Period(2026, 2030)])
        #expect(lexicon.places.map(\.parent) == ["", "全国"])
        #expect(found.map(\.line).sorted() == [0, 3, 4, 4, 5])
    }
}
