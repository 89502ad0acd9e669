import Lexicon
import Testing

@testable import Extraction

/// The sector of a measure: its own words first, then the short sentence that opens its topic, its heading, the measure before it.
@Suite struct MeasureSectorTests {
    static let reader = Reader(lexicon: Lexicon.load(from: TestData.lexicon).lexicon)

    private func sectors(_ plan: String) -> [String] {
        let text = "2026年青溪县政府工作报告\n二、2026年重点工作\n\(plan)\n"
        return Self.reader.read(Array(text.utf8), name: "2026-青溪县", path: "").measures.map(\.sector.top.rawValue)
    }

    @Test func projectsUnderAHeadingOfInvestmentAreOfTheirOwnField() {
        #expect(sectors("（一）扩大有效投资。开工青溪至白沙高速等项目，推进灌溉水源工程，建设联网变电站，铺开千兆宽带网络，充实项目储备库。")
            == ["infrastructure", "infrastructure", "energy", "digital", "investment"])
    }

    @Test func aShortSentenceOpensATopic() {
        #expect(sectors("（一）做强科技创新。建好县级实验室。强化人才支撑。完善分类定级办法。") == ["technology", "education", "education"])
    }

    @Test func aTopicEndsWithItsParagraph() {
        #expect(sectors("（一）做强科技创新。建好县级实验室。强化人才支撑。完善分类定级办法。\n（二）促进消费。办好年货节。完善定期通报办法。").last == "services")
    }

    @Test func withoutWordsOfItsOwnAMeasureFollowsItsHeading() {
        #expect(sectors("（一）发展文化旅游。抓紧抓好这件事，定期通报。").allSatisfy { $0 == "culture" })
    }

    @Test func aLongerNameTellsTheFieldOfItsWords() {
        #expect(sectors("（一）抓好几件大事。发展休闲食品，修复废弃矿山，推行一窗受理，加强重特大疾病保障，建设综合能源基地，开工青溪客专，建好省级农业产业园，抓好城建重点工程。")
            == ["agriculture", "ecology", "reform", "health", "energy", "infrastructure", "agriculture", "urban"])
        #expect(sectors("（一）抓好几件大事。深化农村土地制度改革，举办茶乡文旅博览会，破除地方保护，化解不良贷款。") == ["agriculture", "culture", "reform", "finance"])
    }

    @Test func aHeadingOfTheWholeEconomyGathersAllFields() {
        #expect(
            sectors("（一）促进经济稳定增长。盘活农村资产，防范系统性金融风险，推动茶乡文化旅游高质量发展，推动高质量发展。")
                == ["agriculture", "finance", "culture", "economy"])
    }
}
