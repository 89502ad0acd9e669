import Documents
import Extraction
import Foundation
import Testing

/// One report in every format gives the same statements.
@Suite struct FormatStatementsTests {
    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("DocumentsTests/data").path

    /// Title, year, headings, figures and measures, spaces aside.
    private static func statements(_ file: String) throws -> [String] {
        let (reading, problems) = try Corpus.read("\(folder)/\(file)", reader: TestData.reader)
        #expect(problems.isEmpty)
        func words(_ span: ByteSpan) -> String { reading.string(span).filter { !$0.isWhitespace } }
        return ["\(reading.masthead)"]
            + reading.goals.map { "\($0.level) \($0.title) \(String(describing: $0.parent)) \($0.looksForward)" }
            + reading.figures.map {
                "\(words($0.span)) \($0.canonical) \($0.aspect) \($0.comparator) \(String(describing: $0.value)) "
                    + "\($0.unit ?? "") \(String(describing: $0.period)) \($0.kind) \($0.sector.rawValue) \(String(describing: $0.goal))"
            }
            + reading.measures.map { "\(words($0.span)) \($0.action) \($0.sector.rawValue) \(String(describing: $0.goal))" }
    }

    @Test(arguments: [
        "report-gbk.txt", "report-utf16le.txt", "report-utf16be.txt", "page.html", "report.docx", "report.pdf",
        "report-justified.pdf", "report-unindented.pdf", "report-columns.pdf",
    ])
    func givesTheSameStatements(file: String) throws {
        let expected = try Self.statements("report.txt")
        #expect(expected.count > 10)
        #expect(try Self.statements(file) == expected)
    }
}
