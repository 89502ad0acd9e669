import Documents
import Extraction
import KnowledgeGraph
import Lexicon
import Synchronization
import Testing

@testable import QueryLanguage

/// Ctrl-C ends the work soon, wherever it is: what is counted is how often the work asks, and what it does once it was told to end.
@Suite struct Cancellation {
    /// Documents of 150 figures and 20 measures each; of some figures the next document has the result.
    private static func graph(documents: Int) -> Graph {
        let names = Fixture.lexicon.indicators.map(\.name)
        let readings = (0..<documents).map { number -> Reading in
            let place = ["东山省", "西河省"][number % 2], year = 2000 + number / 2
            let figures = (0..<150).map { at in
                let value = (at * 7 + number) % 97
                return at < 120 ? (names[at % names.count], "\(names[at % names.count])计划达到\(value)万，第\(at)项", value)
                    : ("山区水塘数量\(at / 2)", "山区水塘数量\(at / 2)达到\(at / 2)万，第\(at)项", at / 2)
            }
            let measures = (0..<20).map { "推进第\($0)项流域治理" }
            var draft = Fixture.Draft(
                "\(number)", place: place, level: .province, date: "\(year)-01-20", year: year,
                (figures.map(\.1) + measures).joined(separator: "\n") + "\n完。")
            for (at, figure) in figures.enumerated() {
                draft.figure(
                    figure.1, figure.0, .level, .equal, "\(figure.2)", "万", year - at % 2, at % 2 == 0 ? .target : .actual, "economy")
            }
            for words in measures { draft.measure(words, "推进", "ecology", year) }
            return draft.reading
        }
        return Graph(readings: readings, lexicon: Fixture.lexicon)
    }

    private static let large = graph(documents: 40), small = graph(documents: 6)

    /// What the questions of a session were answered with.
    private final class Asked: Sendable {
        private let state = Mutex((count: 0, limit: Int.max))

        init(yesAfter limit: Int = .max) { state.withLock { $0.limit = limit } }

        var count: Int { state.withLock { $0.count } }
        func isOver() -> Bool {
            state.withLock { state in
                state.count += 1
                return state.count > state.limit
            }
        }
    }

    private func questions(_ line: String, _ graph: Graph) -> Int {
        let asked = Asked()
        var session = Session(graph: graph, isCancelled: { asked.isOver() })
        guard case .success = session.answer(line) else { return 0 }
        return asked.count
    }

    private static let heavy = [
        "check | totals by place", "check | totals by place sector", "figures | sort value", "figures | sort text", "figures | trend",
        "figures | changes",
        "figures | compare by place", "figures | matrix place period", "figures | sum value by indicator place",
        "figures | where value > 3", "measures | targets",
        "targets | results", "figures outcome:met", "figures has:result", "figures (place:东山省 or value < 9)", "find 治理",
        "places 2015", "brief 2015",
    ]

    @Test("Each stage asks once more for every few thousand rows at most", arguments: [
        // The line, the same with less to do, and how many rows the difference may handle between two questions.
            ("figures | sort value", "figures", 4096), ("figures | sort period", "figures", 1024),
            ("figures | sum value by place", "figures | count by place", 4096),
            ("figures | where value > 3", "figures", 4096), ("figures (place:东山省 or value < 9) | count", "figures | count", 4096),
            ("figures", "figures | count", 1024),
    ])
    func stagesAskForManyRows(_ line: String, _ less: String, _ rows: Int) { expect(line, less, rows, Self.large) }

    @Test("Stages that do much for a row ask more often", arguments: [
        ("figures | trend", "figures | count", 256), ("figures | compare by place", "figures | count", 256), ("check", "targets", 64),
        ("check | totals by place", "targets | count by place", 32), ("figures outcome:met", "figures kind:target", 32),
        ("targets | results", "targets", 32), ("measures | targets", "measures", 64),
    ])
    func stagesAskForFewRows(_ line: String, _ less: String, _ rows: Int) { expect(line, less, rows, Self.small) }

    private func expect(_ line: String, _ less: String, _ rows: Int, _ graph: Graph) {
        let more = questions(line, graph) - questions(less, graph),
            handled = line.hasPrefix("measures") ? graph.measures.count : graph.figures.count * 3 / 4
        #expect(handled >= rows && more >= handled / rows, "\(line): \(more) questions more than \(less)")
    }

    @Test("Once it is told to end the work asks a few times more, and gives no half answer", arguments: heavy)
    func theEndIsSoon(_ line: String) {
        let all = questions(line, Self.small)
        #expect(all > 0, "\(line) has an answer")
        for share in 0..<4 {
            let limit = all * share / 4, asked = Asked(yesAfter: limit)
            var session = Session(graph: Self.small, isCancelled: { asked.isOver() })
            guard case .failure(let diagnostic) = session.answer(line) else {
                Issue.record("\(line) was answered although it was told to end at question \(limit) of \(all)")
                continue
            }
            #expect(diagnostic.code == .interrupted)
            // Sixteen rows at most ask up to three times each before the loop over them ends.
            #expect(asked.count - limit <= 64, "\(line): \(asked.count - limit) questions after the end")
        }
    }

    @Test("Questions, which try other lines and look words up, end as soon", arguments: [
        "东山省哪年的流域治理举措最多", "哪些省没有超过3万的数据", "西河省有没有提到流域治理", "2015年东山省的水塘目标完成了吗",
    ])
    func questionsEndSoon(_ question: String) { theEndIsSoon(question) }

    /// A line with each stage, over all figures. A stage that is not here has no test of its end.
    private static let ofEachStage = [
        "where": "figures | where value > 3", "sort": "figures | sort place", "take": "figures | take 4000", "skip": "figures | skip 5",
        "select": "figures | select place text",
        "count": "figures | count by place indicator", "by": "figures | by place", "sum": "figures | sum value by place",
        "mean": "figures | mean value by indicator",
        "min": "figures | min value by place", "max": "figures | max value by place", "totals": "check | totals by place",
        "trend": "figures | trend",
        "changes": "figures | changes", "compare": "figures | compare", "matrix": "figures | matrix place period", "plot": "figures | plot",
        "to": "figures | to measures",
        "with": "figures | with measures", "without": "figures | without measures",
        "source": "figures | source", "wide": "figures | wide", "as": "figures | as csv",
    ]

    @Test(
        "Every stage asks, ends soon, and then there is no answer", arguments: StageWord.all.map(\.description.name).filter { $0 != "save" }
    )
    func everyStageEnds(_ stage: String) throws { theEndIsSoon(try #require(Self.ofEachStage[stage], "a line with | \(stage)")) }

    /// Whether to end, which is taken back.
    private final class End: Sendable {
        private let state = Mutex(true)
        var isAsked: Bool { state.withLock { $0 } }
        func takeBack() { state.withLock { $0 = false } }
    }

    @Test("What was worked out while the end came is not kept")
    func nothingHalfIsKept() throws {
        let end = End(), figures = Self.small.figures
        let memory = CheckMemory(Self.small, isCancelled: { end.isAsked }), whole = CheckMemory(Self.small, isCancelled: { false })
        let answered = try #require((0..<figures.count).first { figures.kind[$0] == FigureKind.target.code && whole[$0]?.result != nil })
        #expect(memory[answered]?.result == nil)
        end.takeBack()
        #expect(memory[answered]?.result == whole[answered]?.result)
    }

    @Test("The order is that of sorting, and ends where it is told to")
    func sortsUnlessCancelled() throws {
        var lot = SystemRandomNumberGenerator()
        let numbers = (0..<20_000).map { _ in Int.random(in: 0..<500, using: &lot) }
        #expect(try numbers.sorted(unless: { false }, by: <) == numbers.sorted())
        var compared = 0
        #expect(throws: Diagnostic.self) {
            try numbers.sorted(unless: { compared > 5000 }) { a, b in
                compared += 1
                return a < b
            }
        }
        #expect(compared < 5000 + 4096 + 1)
        #expect(Array(numbers.until { false }) == numbers)
        #expect(numbers.until({ true }, every: 100).reduce(0) { count, _ in count + 1 } == 99)
    }
}
