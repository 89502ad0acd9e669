import Documents
import Testing

@testable import QueryLanguage

@Suite struct Completions {
    let session = Asker()

    private func candidates(_ line: String) -> [Completion.Candidate] {
        session.session.complete(line, cursor: line.utf8.count).candidates
    }

    /// With counts, where there are any.
    private func offered(_ line: String) -> [String] {
        candidates(line).map { candidate in candidate.count.map { "\(candidate.text) \($0)" } ?? candidate.text }
    }

    private func offeredTexts(_ line: String) -> [String] { candidates(line).map(\.text) }

    @Test func commandsComeFirst() {
        #expect(offered("tar") == ["targets"])
        #expect(offered("").prefix(3) == ["targets", "results", "figures"])
        #expect(offered("举") == ["举措"])
        #expect(offered("措") == ["措施"])
        #expect(offered("施") == ["措施"], "inside, where nothing begins so")
        #expect(offered("op") == ["open"])
        #expect(offered("nothing") == [])
    }

    @Test func behindAnUnknownKeyTheKeysItMayBe() {
        #expect(offeredTexts("targets sectr:") == ["sector:"])
        #expect(offeredTexts("targets 2026 sectr:ecol") == ["sector:ecol"])
        #expect(offeredTexts("目标 领城:") == ["领域:"])
        #expect(offeredTexts("targets qqqq:").contains("place:"))
        let completion = session.session.complete("targets 2026 sectr:ecol", cursor: 23)
        #expect(completion.replaced == ByteSpan(13, 23))
    }

    @Test func valuesAreThoseOfTheRowsSoFar() {
        #expect(offered("targets sector:") == ["economy 2", "finance 2", "ecology 1", "employment 1"])
        #expect(offered("targets 西河 sector:") == ["economy 1", "finance 1"])
        #expect(offered("targets sector:e") == ["economy 2", "ecology 1", "employment 1"])
        #expect(offered("目标 领域:") == ["综合经济 2", "财政金融 2", "生态环境 1", "就业与收入 1"])
        #expect(offered("targets sector:生") == ["生态环境 1"])
        #expect(offered("measures sector:") == ["ecology 3", "employment 1", "industry 1", "industry.biomedicine 1"])
        #expect(offered("targets place:东山省,") == ["东山省 3", "西河省 2", "青石镇 1"])
        #expect(offered("figures kind:") == ["target 6", "actual 3"])
        #expect(offered("targets gdp | where place:") == ["东山省 1", "西河省 1"])
        #expect(offered("targets unit:").first == "% 3")
    }

    @Test func termsAreKeysYearsAndNames() {
        #expect(offeredTexts("targets se") == ["sector:"])
        #expect(offeredTexts("targets ").contains("sector:"))
        #expect(offered("targets ").contains("2026 4"))
        #expect(offered("targets 地区生") == ["地区生产总值 2"])
        #expect(offered("targets gd") == ["GDP 2"])
        #expect(offered("targets 产总") == ["地区生产总值 2", "生产总值 2"])
        #expect(offered("targets 南原") == [], "a place without targets is not offered")
    }

    @Test func pinyinFindsNames() {
        #expect(offered("targets dqsc") == ["地区生产总值 2"])
        #expect(offered("targets diqushengchan") == ["地区生产总值 2"])
        #expect(offered("targets diqusc") == ["地区生产总值 2"])
        #expect(offered("targets 地区sc") == ["地区生产总值 2"])
        #expect(offered("targets sector:sthj") == ["生态环境 1"])
        #expect(offered("targets place:xh") == ["西河省 2"])
        #expect(offered("targets czxz") == ["城镇新增就业 1"])
        #expect(offered("targets zengjiu") == ["城镇新增就业 1", "新增就业 1"], "inside, where nothing begins so")
        #expect(offered("targets dszz") == ["地区生产总值 2"], "scattered, where nothing else fits")
        #expect(offered("mubiao") == ["目标"])
        #expect(offered("targets qqq") == [])
    }

    /// A name alone is a line too, but commands come first.
    @Test func namesBeginALineWhereNoCommandDoes() {
        #expect(offeredTexts("dqsc").contains("地区生产总值"))
        #expect(offeredTexts("地区生").contains("地区生产总值"))
        #expect(candidates("tar").allSatisfy { $0.kind == .command })
    }

    @Test func misspeltNamesAreHeard() {
        #expect(Spelling.nearest(to: "顾定自产投姿", among: ["固定资产投资", "城镇新增就业"]) == ["固定资产投资"])
        #expect(Spelling.nearest(to: "senlinfugailv", among: ["森林覆盖率", "森林"]) == ["森林覆盖率"])
        #expect(Spelling.nearest(to: "深林复盖率", among: ["森林覆盖率", "城镇新增就业"]) == ["森林覆盖率"])
        #expect(Spelling.nearest(to: "完全两样的", among: ["固定资产投资"]) == [])
    }

    @Test func stagesAfterABar() {
        #expect(offeredTexts("targets |").first == "where")
        #expect(offeredTexts("targets | so") == ["sort", "source"])
        #expect(offeredTexts("targets | 排") == ["排序"])
        #expect(offeredTexts("targets | sort val") == ["value"])
        #expect(offeredTexts("targets | sort value ").first == "desc")
        #expect(offeredTexts("targets | as j") == ["json"])
        #expect(offeredTexts("targets | count ") == ["by"])
        #expect(offeredTexts("targets | count by pl") == ["place"])
        #expect(!offeredTexts("targets | select place ").contains("place"))
        #expect(offered("targets | take ") == [])
    }

    @Test func idsAfterOpen() {
        _ = session.ids("targets gdp")
        #expect(offeredTexts("open ").prefix(2) == ["f3", "f6"])
        #expect(offeredTexts("open 东") == ["东山省", "东山", "东山省政府工作报告"])
        #expect(offeredTexts("open m").contains("m5"))
        #expect(offeredTexts("help so").first == "sort")
    }

    @Test func comparisonsAfterAKey() {
        #expect(offeredTexts("targets value ").prefix(3) == ["=", "!=", ">="])
        #expect(offeredTexts("targets sector ").prefix(3) == [":", "=", "!="])
        #expect(offeredTexts("targets val") == ["value>="])
        #expect(!offeredTexts("targets 2026 ").contains(">="))
    }

    @Test func countsFollowWhatStandsBefore() {
        #expect(offered("targets (西河 or 东山) place:") == ["东山省 3", "西河省 2"])
        #expect(offered("targets (西河 sector:") == ["economy 1", "finance 1"], "an open bracket")
        #expect(offered("targets 西河 or place:").contains("东山省 3"), "behind or the other terms say nothing")
        #expect(offered("explain targets 西河 sector:") == ["economy 1", "finance 1"])
        #expect(offered("let x = targets 西河 sector:") == ["economy 1", "finance 1"])
        #expect(offered("targets gdp | measures sector:") == offered("targets gdp | measures | where sector:"))
    }

    @Test func rowsWithANameGoOn() {
        _ = session.ids("targets 西河")
        #expect(offered("last | where sector:") == ["economy 1", "finance 1"])
        #expect(offeredTexts("targets in ").first == "last")
        _ = session.session.answer("let mine = targets 西河")
        #expect(offered("$m") == ["$mine 2"])
        #expect(offered("$mine sector:") == ["economy 1", "finance 1"])
        #expect(offeredTexts("targets in $") == ["$mine"])
    }

    @Test func filesAndScriptsAreAskedOfTheProgram() {
        func wanted(_ line: String) -> [Completion.Wanted] { session.session.complete(line, cursor: line.utf8.count).wanted }
        #expect(wanted("save ans") == [.files])
        #expect(wanted("targets | save ") == [.files])
        #expect(wanted("targets | as csv out") == [.files])
        #expect(wanted("run ") == [.scripts, .files])
        #expect(wanted("run brief ") == [.parameters(script: "brief")])
        #expect(wanted("run brief year=20") == [.value(ofParameter: "year", script: "brief")])
        #expect(wanted("scripts show ") == [.scripts, .files])
        #expect(wanted("targets ") == [])
    }

    @Test func idsGoOnFromWhatIsTyped() {
        #expect(offeredTexts("open f") .prefix(3) == ["f1", "f2", "f3"])
        #expect(offeredTexts("lint d").prefix(3) == ["d1", "d2", "d3"])
        #expect(!offeredTexts("lint ").contains { $0.hasPrefix("f") })
    }

    @Test func theTypedPartIsReplaced() {
        let line = "目标 领域:生态 | 排序"
        let cursor = "目标 领域:生".utf8.count
        let completion = session.session.complete(line, cursor: cursor)
        #expect(completion.replaced == ByteSpan("目标 领域:".utf8.count, cursor))
        #expect(completion.candidates.map(\.text) == ["生态环境"])
        // In the middle of a character nothing breaks.
        _ = session.session.complete(line, cursor: 1)
        _ = session.session.complete(line, cursor: 999)
    }

    /// What is offered can be taken: the line then has an answer with rows, or goes on.
    @Test(arguments: [
        "targets sector:", "targets 2026 place:", "figures kind:", "measures sector:", "targets unit:", "targets 地",
        "figures period:", "measures action:", "figures document:", "figures goal:",
    ])
    func offeredValuesHaveRows(line: String) {
        let completion = session.session.complete(line, cursor: line.utf8.count)
        #expect(!completion.candidates.isEmpty)
        for candidate in completion.candidates where candidate.kind == .value || candidate.kind == .name {
            let taken = line.replacing(completion.replaced, with: candidate.text)
            #expect(session.ids(taken).count == candidate.count, "\(taken)")
        }
    }

    /// Whoever takes one offer after the other comes to lines that are read and have rows, or that want more behind them.
    @Test(arguments: 0..<200)
    func offersLeadToAnswers(seed: UInt64) {
        var draw = Draw(seed: seed)
        // What leaves the line or the graph is no query; names of files and words to be made up are not offered.
        let starts = Noun.all.map(\.description).flatMap { [$0.name, $0.chinese[0]] }
        var line = starts[Int(draw.next() % UInt64(starts.count))] + (draw.next() % 2 == 0 ? " " : " | ")
        for _ in 0..<7 {
            let asker = Asker()
            _ = asker.session.answer("let mine = targets 2026")
            let completion = asker.session.complete(line, cursor: line.utf8.count)
            let offers = completion.candidates.filter { !["save", "保存", "plot", "绘图", "画图"].contains($0.text) }
            guard !offers.isEmpty else { break }
            // Years are offered newest first.
            let values = offers.filter { $0.kind == .value && Int($0.text) == nil }
            for pair in zip(values, values.dropFirst()) {
                if let first = pair.0.count, let second = pair.1.count {
                    #expect(first >= second, "\(line): \(pair.0.text) before \(pair.1.text)")
                }
            }
            let offer = offers[Int(draw.next() % UInt64(offers.count))]
            let taken = line.replacing(completion.replaced, with: offer.text)
            switch asker.session.answer(taken) {
            case .success(let answer):
                if let count = offer.count, count > 0 { #expect(!answer.isEmpty, "\(taken) has no rows, \(count) were promised") }
                if answer.isEmpty { return }
                line = taken + (draw.next() % 3 == 0 ? " | " : " ")
            case .failure(let diagnostic):
                // It is only not whole yet.
                guard diagnostic.code == .missingArgument, diagnostic.span.end >= taken.trimmingSpace.utf8.count else {
                    Issue.record("\(taken), of offer ‘\(offer.text)’: \(diagnostic.message)")
                    return
                }
                line = taken + (":<>=≥≤".contains(taken.last ?? " ") ? "" : " ")
            }
        }
    }

    private struct Draw {
        var state: UInt64
        init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 0x1234_5678_9ABC_DEF1 }
        mutating func next() -> UInt64 {
            state ^= state << 13
            state ^= state >> 7
            state ^= state << 17
            return state >> 8
        }
    }
}
