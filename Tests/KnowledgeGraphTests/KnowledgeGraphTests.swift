import Documents
import Extraction
import Lexicon
import Testing

@testable import KnowledgeGraph

/// Small numbers that look drawn by lot, the same in every run.
struct Lot: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return state ^ (state >> 29)
    }
}

enum Drawn {
    static let lexicon: Lexicon = {
        var lexicon = Lexicon()
        for (code, name) in [("economy", "综合经济"), ("ecology", "生态环境"), ("industry", "工业制造"), ("industry.steel", "钢铁")] {
            lexicon.sectors.append(SectorEntry(sector: Sector(code), name: name, english: code, aliases: []))
        }
        lexicon.indicators = [
            IndicatorEntry(
                name: "地区生产总值", aliases: ["生产总值"], english: "GDP", family: "", direction: .up, sector: Sector("economy"))
        ]
        lexicon.places = [
            PlaceEntry(name: "全国", aliases: [], english: "China", level: .nation, parent: ""),
            PlaceEntry(name: "甲省", aliases: ["甲"], english: "Jia", level: .province, parent: "全国"),
        ]
        lexicon.plans = [PlanEntry(name: "十五五", aliases: [], english: "15th", period: Period(2026, 2030))]
        return lexicon
    }()

    /// Documents of random statements; places and indicators go beyond the lexicon, indices and spans sometimes beyond the text.
    static func readings(_ count: Int, seed: UInt64) -> [Reading] {
        var lot = Lot(state: seed)
        return (0..<count).map { number in
            let text = Array(
                (0..<40).map { _ in ["推进", "治理", "增长", "建设", "水", "\n"].randomElement(using: &lot) ?? "" }.joined().utf8)
            func span() -> ByteSpan {
                let start = Int.random(in: 0...text.count, using: &lot)
                return ByteSpan(start, start + Int.random(in: 0...30, using: &lot))
            }
            var reading = Reading(
                name: "文\(number)", path: "/\(number)", text: text,
                masthead: Masthead(
                    title: "题\(number)", place: ["全国", "甲", "甲省", "乙县", nil].randomElement(using: &lot) ?? nil,
                    year: Int.random(in: 2020...2026, using: &lot)))
            reading.sentences = [ByteSpan(0, text.count / 2), ByteSpan(text.count / 2, text.count)]
            for index in 0..<4 {
                reading.goals.append(
                    Goal(
                        span: span(), level: 1, title: "任务\(index)", parent: index > 1 ? 0 : nil,
                        looksForward: Bool.random(using: &lot)))
            }
            for _ in 0..<12 {
                reading.figures.append(
                    Figure(
                        span: span(), indicator: "x", canonical: ["地区生产总值", "甲量", "乙量", "丙量"].randomElement(using: &lot) ?? "",
                        aspect: .level, comparator: .atLeast, value: DecimalNumber(Int.random(in: 0...9, using: &lot)),
                        unit: ["亿元", "%", "万人", nil].randomElement(using: &lot) ?? nil,
                        period: [Period(2026), Period(2026, 2030), Period(2024), nil].randomElement(using: &lot) ?? nil,
                        kind: .target,
                        sector: [Sector("ecology"), Sector("mining.coal"), Sector("industry.steel")].randomElement(using: &lot)
                            ?? Sector("economy"),
                        moreSectors: [[], [], [Sector("economy")], [Sector("economy"), Sector("water")]].randomElement(using: &lot)
                            ?? [],
                        goal: Int.random(in: 0...5, using: &lot), sentence: Int.random(in: 0...3, using: &lot)))
                reading.measures.append(
                    Measure(span: span(), action: "推进", sector: Sector("ecology"), period: Period(2026), goal: 1, sentence: 0))
            }
            return reading
        }
    }
}

@Suite struct Building {
    /// Everything a person could see of a graph.
    private func picture(_ graph: Graph) -> [String] {
        var lines: [String] = []
        for type in NodeType.allCases {
            for row in 0..<graph.count(of: type) {
                let node = NodeID(type, row)
                lines.append(
                    "\(graph.identifier(of: node)) \(graph.keyText(of: node)) \(graph.name(of: node)) \(graph.words(of: node))")
            }
        }
        for row in 0..<graph.figures.count {
            let s = graph.figures.statement
            lines.append(
                "\(graph.figures.indicator[row]) \(graph.figures.unit[row]) \(s.goal[row]) \(s.place[row]) \(s.sector[row]) \(s.period[row])"
            )
        }
        return lines
    }

    @Test func theSameInAnyOrder() {
        for seed in 1...5 as ClosedRange<UInt64> {
            let readings = Drawn.readings(12, seed: seed)
            let expected = picture(Graph(readings: readings, lexicon: Drawn.lexicon))
            var lot = Lot(state: seed + 77)
            for _ in 0..<4 {
                #expect(picture(Graph(readings: readings.shuffled(using: &lot), lexicon: Drawn.lexicon)) == expected)
            }
        }
    }

    /// Documents that come later are numbered behind those that are there, and say what they would say among them.
    @Test func moreDocumentsLeaveNumbersAsTheyAre() {
        for seed in 1...5 as ClosedRange<UInt64> {
            let readings = Drawn.readings(12, seed: seed)
            let first = Graph(readings: Array(readings[..<7]), lexicon: Drawn.lexicon)
            let grown = Graph(first, adding: Array(readings[7...]), lexicon: Drawn.lexicon)
            for type in NodeType.allCases where type != .period {
                for row in 0..<first.count(of: type) {
                    let node = NodeID(type, row)
                    #expect(
                        grown.key(of: node) == first.key(of: node) && grown.words(of: node) == first.words(of: node), "\(node.numbered)")
                }
            }
            let whole = Graph(readings: readings, lexicon: Drawn.lexicon)
            for type in NodeType.allCases {
                let told = { (graph: Graph) in
                    (0..<graph.count(of: type)).map { "\(graph.keyText(of: NodeID(type, $0))) \(graph.name(of: NodeID(type, $0)))" }
                        .sorted()
                }
                #expect(told(grown) == told(whole))
            }
        }
    }

    @Test func keysStayWhateverElseIsLoaded() throws {
        let readings = Drawn.readings(12, seed: 9)
        let alone = Graph(readings: [readings[5]], lexicon: Drawn.lexicon)
        let among = Graph(readings: readings, lexicon: Drawn.lexicon)
        var keys: Set<UInt64> = []
        for type in NodeType.allCases { for row in 0..<among.count(of: type) { keys.insert(among.key(of: NodeID(type, row))) } }
        for type in [NodeType.document, .goal, .figure, .measure] {
            for row in 0..<alone.count(of: type) { #expect(keys.contains(alone.key(of: NodeID(type, row)))) }
        }
        let all = NodeType.allCases.reduce(0) { $0 + among.count(of: $1) }
        #expect(keys.count == all, "no two nodes share a key")
    }

    @Test func everyEdgeHasItsWayBack() {
        let graph = Graph(readings: Drawn.readings(20, seed: 3), lexicon: Drawn.lexicon)
        func check(_ column: some Collection<UInt32>, _ back: AdjacencyList, _ count: Int) {
            let column = Array(column)
            var found = 0
            for node in 0..<count {
                let sources = Array(back[node])
                #expect(sources == sources.sorted())
                for source in sources { #expect(column[Int(source)] == UInt32(node)) }
                found += sources.count
            }
            #expect(found == column.filter { $0 < UInt32(count) }.count)
        }
        let s = graph.figures.statement
        check(graph.figures.indicator, graph.figures.ofIndicator, graph.indicators.count)
        check(s.goal, s.ofGoal, graph.goals.count)
        check(s.place, s.ofPlace, graph.places.count)
        for sector in 0..<graph.sectors.count {
            let rows = (0..<graph.figures.count).filter { s.sectors(of: $0).contains(UInt16(sector)) }
            #expect(Array(s.ofSector[sector]) == rows.map { UInt32($0) })
        }
        #expect(!s.moreSectors.isEmpty && Array(s.moreSectors.rows) == s.moreSectors.rows.sorted())
        check(s.period.map { $0 == .max ? noNode : UInt32($0) }, s.ofPeriod, graph.periods.count)
        check(graph.goals.parent, graph.goals.children, graph.goals.count)
        check(graph.documents.place, graph.documents.ofPlace, graph.places.count)
        #expect(graph.documents.figures.last == UInt32(graph.figures.count))
    }

    @Test func aPeriodContainsItsYears() throws {
        let graph = Graph(readings: [], lexicon: Drawn.lexicon)
        let plan = try #require(graph.periods.index(of: Period(2026, 2030)))
        let years = graph.periods.years[plan].map { graph.periods.period[Int($0)] }
        #expect(years == [2026, 2027, 2028, 2029, 2030].map { Period($0) })
        let year = try #require(graph.periods.index(of: Period(2028)))
        #expect(Array(graph.periods.spans[year]) == [UInt32(plan)])
    }

    @Test func sectorsAreATree() throws {
        let graph = Graph(readings: Drawn.readings(5, seed: 1), lexicon: Drawn.lexicon)
        let mining = try #require(graph.names.node(.sector, named: "mining"))
        #expect(graph.sectorMask(under: Int(mining.index)).filter { $0 }.count == 2)
        #expect(graph.node(identifier: "mining.coal") != nil)
    }

    @Test func copiesOfADocumentAreLeftOut() {
        var readings = Drawn.readings(3, seed: 4)
        var copy = readings[1]
        copy.path = "/elsewhere"
        readings.append(copy)
        let graph = Graph(readings: readings, lexicon: Drawn.lexicon)
        #expect(graph.documents.count == 3)
        #expect(graph.duplicates.count == 1)
    }

    @Test func aliasesNameOnePlace() throws {
        let graph = Graph(readings: Drawn.readings(20, seed: 6), lexicon: Drawn.lexicon)
        let names = (0..<graph.places.count).map { graph.name(of: NodeID(.place, $0)) }
        #expect(names == ["全国", "甲省", "乙县"])
        #expect(graph.names.node(.place, named: "jia") == NodeID(.place, 1))
    }
}

@Suite struct Looking {
    @Test func identifiersReadBack() {
        let graph = Graph(readings: Drawn.readings(6, seed: 2), lexicon: Drawn.lexicon)
        for type in NodeType.allCases {
            for row in 0..<graph.count(of: type) {
                let node = NodeID(type, row)
                #expect(graph.node(identifier: graph.identifier(of: node)) == node)
                #expect(graph.node(identifier: graph.keyText(of: node)) == node)
            }
        }
        for wrong in ["", "f", "f0", "f999999", "x1", "f-1", "y", "y26", "d1x", "m１"] {
            #expect(graph.node(identifier: wrong) == nil, "\(wrong)")
        }
    }

    @Test(arguments: [
        ("亿元", 8, "元"), ("万亿斤", 12, "斤"), ("个百分点", 0, "百分点"), ("千瓦", 0, "千瓦"), ("万千瓦", 4, "千瓦"), ("千亿元", 11, "元"), ("万", 4, ""),
        ("%", 0, "%"), ("个", 0, "个"), ("公里", 0, "公里"),
    ])
    func unitsComeApart(unit: String, power: Int, base: String) {
        let scale = UnitScale(unit)
        #expect(scale.power == power)
        #expect(scale.base == base)
    }

    @Test func searchFindsWhatAPlainScanFinds() {
        var lot = Lot(state: 11)
        for _ in 0..<200 {
            let text = (0..<60).map { _ in ["水", "治", "A", "b", "理 ", "a"].randomElement(using: &lot) ?? "" }.joined()
            let words = (0..<Int.random(in: 1...3, using: &lot)).map { _ in ["水", "治", "a", "B"].randomElement(using: &lot) ?? ""
            }.joined()
            let (bytes, wanted) = (Array(text.lowercased().utf8), Array(words.lowercased().utf8))
            let plain = bytes.indices.filter { bytes[$0...].starts(with: wanted) }
            #expect(TextSearch(words).occurrences(in: Array(text.utf8)) == plain)
        }
        #expect(TextSearch("").occurrences(in: [1, 2]) == [])
        #expect(TextSearch("水").occurrences(in: [UInt8](repeating: 0, count: 3 << 20), isCancelled: { true }) == nil)
    }

    @Test func passagesMarkTheirWords() throws {
        let graph = Graph(readings: Drawn.readings(6, seed: 5), lexicon: Drawn.lexicon)
        for type in [NodeType.figure, .measure, .goal] {
            for row in 0..<graph.count(of: type) {
                let node = NodeID(type, row)
                let passage = try #require(graph.passage(of: node))
                #expect(
                    String(decoding: Array(passage.sentence.utf8)[passage.marked.range], as: UTF8.self) == graph.words(of: node))
                #expect(passage.line >= 1)
            }
        }
        #expect(graph.passage(of: NodeID(.place, 0)) == nil)
    }
}
