import Documents
import Lexicon
import Testing

@testable import Extraction

@Suite struct MastheadReaderTests {
    private let body = "今年以来，上下同心，夏粮丰收，集体经济不断壮大，村容村貌明显改善，群众的日子越过越红火，大家都很高兴。"

    private func masthead(_ text: String, name: String = "报告") -> Masthead {
        var lexicon = Lexicon()
        lexicon.places = [
            PlaceEntry(name: "全国", aliases: ["国务院", "全国人民代表大会"], english: "China", level: .nation, parent: ""),
            PlaceEntry(name: "河西省", aliases: ["河西"], english: "Hexi", level: .province, parent: "全国"),
        ]
        let sample = Sample(text)
        return MastheadReader(lexicon).read(
            sample.text, sample.outline, DocumentParts(sample.text, sample.outline), name: name)
    }

    @Test func titlePlaceAndDateFromTheFirstLines() {
        let found = masthead("""
            首页
            2026年河西省政府工作报告
            ——2026年1月9日在河西省第八届人民代表大会第三次会议上
            来源：河西日报
            时间：2026-01-20
            各位代表：
            \(body)
            """)
        #expect(found == Masthead(title: "2026年河西省政府工作报告", place: "河西省", level: .province, date: "2026-01-09", year: 2026))
    }

    @Test func aMaskedPlaceIsNone() {
        let found = masthead("在*镇干部会议上的讲话\n发布时间：2025-12-08\n同志们：\n\(body)")
        #expect(found == Masthead(title: "在*镇干部会议上的讲话", place: nil, level: .town, date: "2025-12-08", year: 2026))
    }

    @Test func aPlaceThatTheLexiconDoesNotKnow() {
        #expect(masthead("青石县2026年政府工作报告\n\n\(body)").place == "青石县")
        #expect(masthead("2026年白沙镇人民政府工作报告\n\n\(body)").level == .town)
        #expect(masthead("在全镇2026年工作会议上的讲话\n\n\(body)").place == nil)
        #expect(masthead("加快建设美丽乡村的意见\n\n\(body)").place == nil)
        let meeting = masthead("政府工作报告\n——2026年1月20日在青石县第九届人民代表大会第六次会议上\n青石县人民政府县长\n各位代表：\n\(body)")
        #expect(meeting.place == "青石县")
        #expect(meeting.level == .county)
        #expect(masthead("政府工作报告\n——2026年1月20日在全县干部会议上\n各位代表：\n\(body)").place == nil)
    }

    @Test func theSmallestPlaceOfSeveral() {
        #expect(masthead("河西省白沙县2026年政府工作报告\n\(body)").place == "白沙县")
        #expect(masthead("政府工作报告\n——2026年1月20日在河西省白沙县第九届人民代表大会第六次会议上\n各位代表：\n\(body)").place == "白沙县")
        #expect(masthead("各位代表：\n现在，我代表白沙县人民政府，向大会报告工作。\n\(body)").place == "白沙县")
        #expect(masthead("河西省第八届人民代表大会第三次会议上的报告\n\(body)").place == "河西省")
    }

    @Test func whoPublishedATextIsNotItsPlace() {
        #expect(masthead("村里的账本\n2026年1月9日 来源：河西广播电视台\n\(body)").place == nil)
    }

    @Test func theYearFromWhatTheTextAnnounces() {
        #expect(masthead("关于白沙县2025年计划执行情况与2026年计划草案的报告\n各位代表：\n\(body)").year == 2026)
        #expect(masthead("各位代表：\n2025年工作回顾\n\(body)").year == 2026)
        #expect(masthead("各位代表：\n\(body)\n2026年经济社会发展主要预期目标是：粮食产量稳定在3万吨。").year == 2026)
        #expect(masthead("各位代表：\n\(body)").year == nil)
    }

    @Test func theTitleSaysWhichYearIsPlanned() {
        let found = masthead("在全镇2027年工作务虚会上的讲话\n发布时间：2026-10-08\n同志们：\n\(body)")
        #expect(found.year == 2027)
        #expect(found.date == "2026-10-08")
    }

    @Test func theFileNameFillsIn() {
        let found = masthead("各位代表：\n\(body)", name: "1994-全国")
        #expect(found == Masthead(title: "1994-全国", place: "全国", level: .nation, date: "1994", year: 1994))
    }

    @Test func theSpeakerNamesThePlace() {
        #expect(masthead("各位代表：\n现在，我代表河西省人民政府作报告。\n\(body)").place == "河西省")
        #expect(masthead("各位代表：\n河西来的客人说，这里变化很大。\n\(body)").place == nil)
    }

    @Test func frontMatterStandsAboveAll() {
        let found = masthead("""
            ---
            title: 河东镇规划（草案）
            place: 河东镇
            level: town
            date: 2026-03
            year: 2027
            ---
            # 2025年河西省政府工作报告

            \(body)
            """)
        #expect(found == Masthead(title: "河东镇规划（草案）", place: "河东镇", level: .town, date: "2026-03", year: 2027))
    }

    @Test func aTitleThatThePageBroke() {
        #expect(masthead("政府工作报\n告\n各位代表：\n\(body)").title == "政府工作报告")
    }

    @Test func datesInText() {
        func date(_ s: String) -> String? {
            let units = SourceText.fold(s)
            return DateInText.first(in: units, units.indices)?.iso
        }
        #expect(date("发布于２０２６年３月５日") == "2026-03-05")
        #expect(date("2026/3/5 09:00") == "2026-03-05")
        #expect(date("2026.03") == "2026-03")
        #expect(date("二〇二六年一月二十五日") == "2026-01-25")
        #expect(date("一九八六年十月三十一日") == "1986-10-31")
        #expect(date("二○二六年十一月") == "2026-11")
        #expect(date("十二个三十二年五月") == nil)
        #expect(date("2026年工作") == nil)
        #expect(date("电话2026-9999") == nil)
    }
}
