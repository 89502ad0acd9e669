import Documents
import KnowledgeGraph
import Testing

@testable import QueryLanguage

/// Laws that hold for all lines, tried on many drawn ones; the same ones every time.
@Suite struct WholeLanguageTests {
    /// SplitMix64.
    private struct Draw: RandomNumberGenerator {
        var state: UInt64
        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var z = state
            z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
            z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
            return z ^ (z >> 31)
        }
    }

    // MARK: completion

    /// What is offered can be taken: the line has rows, or only wants an end.
    @Test(arguments: [
        "", "targets ", "目标 ", "targets 2026 ", "measures 2026 s", "targets | ", "目标 2026 | ", "measures | ", "sectors | ", "indicators | ",
        "places | ", "documents | ", "targets | sort ", "indicators | sort ", "sectors | sort ", "documents | sort ", "goals | sort ",
        "targets | count by ", "measures | count by ", "targets | select ", "indicators | select ", "targets | as ", "targets | where ",
        "targets sector:", "targets 2026 place:", "figures kind:", "目标 领域:", "open ", "related ", "help ", "set ", "set lang ", "matrix ",
        "count ", "trend ", "compare ", "targets | count by sector | sort ", "targets | count by sector | ",
        "targets | sum value by place | sort ", "targets | by sector | select ",
        "measures | to places | sort ", "targets | measures | ", "last | ", "sort",
    ])
    func whatIsOfferedCanBeTaken(line: String) {
        var session = Asker().session
        _ = session.answer("targets")
        let completion = session.complete(line, cursor: line.utf8.count)
        for candidate in completion.candidates {
            var taken = line.replacing(completion.replaced, with: candidate.text)
            if [.stage, .command].contains(candidate.kind) { taken += " " }
            var probe = session
            switch probe.answer(taken) {
            case .success(let answer):
                if [.value, .name].contains(candidate.kind), candidate.count != nil { #expect(!answer.isEmpty, "\(taken)") }
            case .failure(let diagnostic):
                // `back` before the first answer is no fault of the line.
                #expect([.missingArgument, .notHere].contains(diagnostic.code), "\(taken): \(diagnostic.message)")
            }
        }
    }

    // MARK: diagnostics

    private static let lines = [
        "targets 2026 sector:employment | sort value desc", "目标 2026 领域:生态 | 排序 值 降", "measures 2026 place:东山省 | count by sector",
        "举措 地区:西河 | 计数 按 领域", "results 地区生产总值 | select id value unit", "数据 指标:森林覆盖率 | 列 编号 值", "open f1", "打开 f1",
        "targets comparator:about value>=5", "目标 “就业” | 前 3", "targets | trend", "目标 | 格式 列表",
    ]

    /// A slip as fingers make them: a character left out, twice, changed, or two swapped.
    private static func slip(_ line: String, _ draw: inout Draw) -> String {
        var characters = Array(line)
        let at = Int.random(in: 0..<characters.count, using: &draw)
        switch Int.random(in: 0..<4, using: &draw) {
        case 0: characters.remove(at: at)
        case 1: characters.insert(characters[at], at: at)
        case 2: characters[at] = ["x", "q", "域", "标", "|", "\"", ":", "("].randomElement(using: &draw) ?? "x"
        default: if at > 0 { characters.swapAt(at - 1, at) }
        }
        return String(characters)
    }

    /// A mistake stands inside its line, at the border of characters, and comes with at most three lines, each of which works.
    @Test func slipsArePointedAtAndPutRight() {
        var draw = Draw(state: 26), refused = 0, helped = 0
        for _ in 0..<600 {
            let line = Self.slip(Self.lines.randomElement(using: &draw) ?? "", &draw)
            var session = Asker().session
            _ = session.answer("targets")
            guard case .failure(let diagnostic) = session.answer(line) else { continue }
            refused += 1
            let about = diagnostic.line ?? line
            #expect(diagnostic.span.start <= diagnostic.span.end && diagnostic.span.end <= about.utf8.count, "\(line)")
            for offset in [diagnostic.span.start, diagnostic.span.end] {
                let index = about.utf8.index(about.startIndex, offsetBy: offset)
                #expect(index.samePosition(in: about.unicodeScalars) != nil, "\(line) at \(offset)")
            }
            #expect(diagnostic.suggestions.count <= 3)
            let proposed = diagnostic.suggestions + (diagnostic.suggestion.map { [$0] } ?? [])
            helped += proposed.isEmpty ? 0 : 1
            for suggestion in proposed {
                var probe = session
                if case .failure(let other) = probe.answer(suggestion) { Issue.record("\(line): \(suggestion): \(other.message)") }
            }
        }
        // Most slips of a drawn line are seen, and most of those come with a way on.
        #expect(refused > 200 && helped * 10 > refused * 8, "\(helped) of \(refused)")
    }

    /// What is far from every word is no slip of one.
    @Test(arguments: ["qwertyuiop", "zzzzzz", "甲乙丙丁戊己", "target42x9", "nofunction"])
    func nothingFarIsProposed(word: String) {
        let words = Noun.all.flatMap(\.description.words) + Verb.all.flatMap(\.description.words)
        #expect(Spelling.nearest(to: word, among: words).isEmpty)
    }

    // MARK: the trail

    /// Wherever one goes, each step back gives the answer that was there, in its order, and its numbers again.
    @Test func everyWayLeadsBack() {
        for seed in 1...12 as ClosedRange<UInt64> {
            var draw = Draw(state: seed), session = Asker().session
            var trail: [[String]] = [], place = -1
            func seen(_ answer: Answer) -> [String] {
                switch answer.body {
                case .table(let table): table.nodes.map { $0.map { "\($0)" } ?? "" }
                case .card(let card): [card.heading] + card.links.map { "\($0.target)" }
                case .page, .nothing: []
                }
            }
            for step in 0..<80 {
                let count = place < 0 ? 0 : trail[place].count
                let line = switch Int.random(in: 0..<6, using: &draw) {
                    case 0:
                        ["targets", "measures", "sectors", "places", "documents", "figures 2026", "indicators"].randomElement(using: &draw)
                            ?? ""
                case 1: "back"
                case 2: "forward"
                case 3: "\(count + 40)"
                default: String(Int.random(in: 1...max(1, count), using: &draw))
                }
                switch (line, session.answer(line)) {
                case ("back", .success(let answer)):
                    place -= 1
                    #expect(place >= 0 && seen(answer) == trail[place], "seed \(seed), step \(step)")
                case ("forward", .success(let answer)):
                    place += 1
                    #expect(place < trail.count && seen(answer) == trail[place], "seed \(seed), step \(step)")
                case ("back", .failure): #expect(place <= 0)
                case ("forward", .failure): #expect(place == trail.count - 1)
                case (_, .success(let answer)):
                    #expect(line != "\(count + 40)", "a number beyond the rows opens nothing")
                    trail.removeSubrange((place + 1)...)
                    trail.append(seen(answer))
                    place = trail.count - 1
                case (_, .failure(let diagnostic)):
                    #expect([.noSuchRow, .notHere].contains(diagnostic.code), "\(line): \(diagnostic.message)")
                }
            }
            #expect(trail.count > 10)
        }
    }
}
