import Documents
import Extraction
import Foundation
import KnowledgeGraph
import Lexicon
import Testing

@testable import Presentation

/// Documents as lines, statements as lines, and the graph of both.
@Suite struct StatementLinesTests {
    private static let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
    private static let reader = Reader(lexicon: Lexicon.load(from: package.appending(path: "Data/lexicon").path).0)
    private static let readings = Corpus.load(paths: [package.appending(path: "Data/documents").path], reader: reader).readings

    private static func lines(_ readings: [Reading], withText: Bool = true) -> [ArraySlice<UInt8>] {
        var stream = StatementStream()
        stream.givesText = withText
        for reading in readings {
            stream.document = reading.path
            stream.append(reading)
        }
        return stream.bytes.split(separator: 0x0A)
    }

    private static func snapshot(_ readings: [Reading]) throws -> Data {
        let file = FileManager.default.temporaryDirectory.appending(path: "statements-\(UUID().uuidString).gangmu")
        defer { try? FileManager.default.removeItem(at: file) }
        try Snapshot.write(Graph(readings: readings, lexicon: reader.lexicon), to: file.path, fingerprint: 1)
        return try Data(contentsOf: file)
    }

    private static func read(_ pieces: [[ArraySlice<UInt8>]]) -> (readings: [Reading], failures: [FileFailure]) {
        var statements = StatementLines()
        for (i, piece) in pieces.enumerated() { statements.add(Array(piece.joined(separator: [0x0A])), path: "part-\(i)") }
        return statements.readings()
    }

    /// The law of the whole: documents → statements → graph is documents → graph, whatever order and files the lines are in.
    @Test func graphOfStatementsIsThatOfDocuments() throws {
        #expect(Self.readings.count > 2)
        let wanted = try Self.snapshot(Self.readings), lines = Self.lines(Self.readings)
        for pieces in [1, 3, 7] {
            let dealt = Dictionary(grouping: lines.shuffled()) { _ in Int.random(in: 0..<pieces) }.values
            let (readings, failures) = Self.read(Array(dealt))
            #expect(failures.isEmpty, "\(failures)")
            #expect(try Self.snapshot(readings) == wanted)
        }
        // A line that a cluster wrote twice counts once.
        #expect(try Self.snapshot(Self.read([lines, lines]).readings) == wanted)
    }

    @Test func statementsAreToldByContent() {
        #expect(StatementLines.areThere(in: Array(#"{"type":"goal","id":"g1"}"#.utf8)))
        #expect(!StatementLines.areThere(in: Array(#"{"type":"feature"}"#.utf8)))
        #expect(!StatementLines.areThere(in: Array("{一个括号}".utf8)))
        #expect(!StatementLines.areThere(in: []))
    }

    @Test func aDocumentIsTakenAsAWhole() throws {
        let one = try #require(Self.readings.first { $0.figures.count > 2 })
        let lines = Self.lines([one])
        for missing in lines.indices {
            var rest = lines
            rest.remove(at: missing)
            let (readings, failures) = Self.read([rest])
            #expect(readings.isEmpty)
            #expect(failures.count == 1)
        }
        #expect(Self.read([Self.lines([one], withText: false)]).failures.first?.reason.english.contains("--with-text") == true)
        var other = one
        other.text += Array("\n".utf8)
        #expect(Self.read([lines, Self.lines([other])]).failures.first?.reason.english.contains("same id") == true)
    }

    /// Broken lines give failures, never a crash, and no statement outside its text.
    @Test func isTotal() throws {
        let lines = Self.lines(Array(Self.readings.filter { $0.text.count < 20_000 }.prefix(2)))
        for _ in 0..<40 {
            var bytes = Array(lines.joined(separator: [0x0A]))
            for _ in 0..<20 { bytes[Int.random(in: bytes.indices)] = #"0123456789-{}[]",:"#.utf8.randomElement() ?? 0 }
            for reading in Self.read([[bytes[...]]]).readings {
                #expect(reading.figures.allSatisfy { $0.span.start >= 0 && $0.span.end <= reading.text.count })
                _ = Graph(readings: [reading], lexicon: Self.reader.lexicon)
            }
        }
    }

    @Test func whatIsGivenWinsOverTheText() throws {
        let text = "---\\nplace: 柳溪县\\nyear: 2024\\n---\\n# 柳溪县政府工作报告\\n\\n一、今年工作安排\\n\\n地区生产总值增长6%。\\n"
        func read(_ more: String) throws -> Reading {
            try Corpus.read(GivenDocument(line: Array(#"{"id":"a/甲.txt","text":"\#(text)"\#(more)}"#.utf8)), reader: Self.reader).reading
        }
        let plain = try read(""), given = try read(#","place":"云南省","year":"2031","date":"2031-01-20T08:00:00","title":"报告""#)
        #expect(plain.masthead.place == "柳溪县" && plain.masthead.year == 2024 && plain.name == "甲")
        #expect(given.masthead == Masthead(title: "报告", place: "云南省", level: .province, date: "2031-01-20", year: 2031))
        #expect(given.figures.first?.period == Period(2031))
        #expect(try read(#","date":"2030-12-01""#).masthead.date == "2030-12-01")
    }

    @Test(arguments: [
        (#"{"id":"a"}"#, "has no text"), (#"{"text":"x"}"#, "has no id"), (#"[1]"#, "is no JSON object"),
        (#"{"id":"a","text":1}"#, "is no text"),
        (#"{"id":"a","text":"x","year":"soon"}"#, "year"), (#"{"id":"a","text":"x","date":"2026-13"}"#, "date"),
        (#"{"id":"a","text":"x","level":"planet"}"#, "level"), (#"{"id":"a","base64":"!!"}"#, "Base64"), (#"{"id":"a","te"#, "no JSON"),
    ])
    func aLineThatIsNoDocumentSaysWhy(_ line: String, _ reason: String) {
        do throws(GivenDocument.Fault) {
            _ = try GivenDocument(line: Array(line.utf8))
            Issue.record("\(line) was taken")
        } catch {
            #expect(error.reason.english.contains(reason), "\(error.reason.english)")
        }
    }

    @Test func base64IsAnyFile() throws {
        for count in 0..<40 {
            let bytes = (0..<count).map { _ in UInt8.random(in: 0...255) }
            let line = #"{"id":"a","base64":"\#(Data(bytes).base64EncodedString())"}"#
            #expect(try GivenDocument(line: Array(line.utf8)).bytes == bytes)
        }
    }
}
