import Foundation
import Testing

@testable import Documents

/// The documents that `data/make-documents.py` makes.
private enum Pile {
    static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("data").path

    static func extract(_ name: String) throws -> (text: String, format: String) {
        let path = "\(folder)/\(name)"
        let (text, format, _) = try DocumentText.extract(try FileSystem.read(path), path: path)
        return (String(decoding: text, as: UTF8.self), format)
    }

    /// The paragraphs without marks of headings and indents.
    static func paragraphs(_ name: String) throws -> [String] {
        try extract(name).text.split(separator: "\n").map {
            String($0.drop { $0 == "\u{3000}" || $0 == "#" || $0 == " " || $0 == "\u{2003}" })
        }
    }
}

@Suite struct FormatTests {
    @Test(arguments: [
        ("report-gbk.txt", "text"), ("report-utf16le.txt", "text"), ("report-utf16be.txt", "text"), ("page.html", "HTML"),
        ("report.pdf", "PDF"), ("report-justified.pdf", "PDF"), ("report-unindented.pdf", "PDF"), ("report-columns.pdf", "PDF"),
    ])
    func givesTheSameParagraphs(file: String, format: String) throws {
        #expect(try Pile.extract(file).format == format)
        #expect(try Pile.paragraphs(file) == Pile.paragraphs("report.txt"))
    }

    @Test func readsParagraphsAndTablesOfWord() throws {
        let paragraphs = try Pile.paragraphs("report.docx")
        #expect(paragraphs == (try Pile.paragraphs("report.txt")) + ["项目 | 长度"])
        #expect(try Pile.extract("report.docx").text.contains("## 一、2025年工作回顾"))
    }

    @Test func readsBig5() throws {
        #expect(try Pile.extract("traditional-big5.txt").text.hasPrefix("二、今年的工作：我們要發展農業和教育"))
    }

    @Test(arguments: [
        ("archive.txt", "is a ZIP archive; unpack it first"), ("picture.txt", "is a picture"), ("empty.txt", "is empty"),
        ("scan.pdf", "is a PDF without text: its 2 pages are pictures; recognise the text (OCR) first"),
        ("locked.pdf", "is an encrypted PDF; save it without its password"), ("broken.pdf", "is a PDF, and damaged"),
    ])
    func namesWhyItCannotRead(file: String, reason: String) throws {
        let failure = #expect(throws: FileFailure.self) { try Pile.extract(file) }
        #expect(failure?.reason.english.hasPrefix(reason) == true, "\(failure?.reason.english ?? "")")
    }

    @Test func textInUTF8ComesBackAsItIs() throws {
        let bytes = Array("\u{FEFF}一行\r\n<二>\n".utf8)
        #expect(try DocumentText.extract(bytes, path: "a").text == bytes)
    }

    @Test func refusesWhatIsNoText() {
        let latin = Array("caf".utf8) + [0xE9] + Array(" cr".utf8) + [0xE8] + Array("me br".utf8) + [0xFB] + Array("l".utf8) + [0xE9, 0x65]
        #expect(throws: FileFailure.self) { try DocumentText.extract(latin, path: "a") }
        #expect(throws: FileFailure.self) { try DocumentText.extract((0..<4096).map { UInt8(($0 * 37 + $0 / 7) % 256) }, path: "a") }
        #expect(throws: FileFailure.self) { try DocumentText.extract(Array("%PDF-1.4\nnothing".utf8), path: "a") }
        #expect(throws: FileFailure.self) { try DocumentText.extract(Array("PK\u{3}\u{4}word/document.xml".utf8), path: "a") }
    }

    @Test func readsPagesWithTheirTextInOneBlock() throws {
        let page = """
            <html><body><nav>首页，要闻，专题。</nav><div id=main>第一句讲农业，也讲水利。<br>第二句讲学校，也讲医院。
            <script>x = "一，二，三，四";</script></div><table><tr><td>指标</td><td>数值&lt;</td></tr></table></body></html>
            """
        let text = String(decoding: try DocumentText.extract(Array(page.utf8), path: "a").text, as: UTF8.self)
        #expect(text.contains("第一句讲农业，也讲水利。\n"))
        #expect(text.contains("第二句讲学校，也讲医院。"))
        #expect(!text.contains("专题") && !text.contains("三"))
    }
}
