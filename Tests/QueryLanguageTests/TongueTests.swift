import Extraction
import Foundation
import KnowledgeGraph
import Lexicon
import Testing

@testable import Documents
@testable import QueryLanguage

/// Nothing that the program says is missing in one of its tongues.
@Suite struct TongueTests {
    /// Calls of `Message(…)` in the source, with the text of their two literals. `pattern` takes a literal with its escapes.
    private static func literals() throws -> [(file: String, english: String, chinese: String)] {
        let sources = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "Sources")
        let files = FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil)?.compactMap { $0 as? URL } ?? []
        var found: [(String, String, String)] = []
        for file in files where file.pathExtension == "swift" {
            let text = try String(contentsOf: file, encoding: .utf8)
            var rest = text[...]
            while let call = rest.range(of: "Message(") {
                rest = rest[call.upperBound...]
                guard let (english, after) = literal(rest), let (chinese, end) = literal(after.drop { $0 == "," || $0.isWhitespace })
                else { continue }
                found.append((file.lastPathComponent, english, chinese))
                rest = end
            }
        }
        return found
    }

    /// The string literal that `text` begins with, without what is interpolated, and what follows.
    private static func literal(_ text: Substring) -> (String, Substring)? {
        var rest = text.drop { $0.isWhitespace }
        let quotes = rest.hasPrefix("\"\"\"") ? "\"\"\"" : "\""
        guard rest.hasPrefix(quotes) else { return nil }
        rest = rest.dropFirst(quotes.count)
        var words = ""
        while !rest.isEmpty, !rest.hasPrefix(quotes) {
            if rest.hasPrefix("\\(") {
                var depth = 0
                rest = rest.dropFirst()
                repeat {
                    if rest.first == "(" { depth += 1 } else if rest.first == ")" { depth -= 1 }
                    rest = rest.dropFirst()
                } while depth > 0 && !rest.isEmpty
                words += "…"
            } else {
                words.append(rest.removeFirst())
            }
        }
        return (words, rest.dropFirst(quotes.count))
    }

    private static func hasHan(_ text: String) -> Bool { text.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) } }
    private static func hasLatin(_ text: String) -> Bool { text.contains { $0.isASCII && $0.isLetter } }

    @Test func everyMessageIsInBothTongues() throws {
        let messages = try Self.literals()
        #expect(messages.count > 250, "\(messages.count)")
        for (file, english, chinese) in messages {
            // Names of formats and examples (2026, gdp) are the same in both; punctuation holds no words.
            let isName = english.replacingOccurrences(of: "a ", with: "") == chinese
            if isName || !Self.hasLatin(english) || chinese.allSatisfy({ $0 == "…" }) { continue }
            #expect(Self.hasHan(chinese), "\(file): \(english)")
            #expect(chinese.count < 4 || !chinese.hasSuffix("."), "\(file): \(chinese)")
        }
    }

    @Test func everyDescriptionIsInBothTongues() {
        let all = Noun.all.map(\.description) + Verb.all.map(\.description) + StageWord.all.map(\.description)
        for description in all {
            for message in [description.usage, description.summary] + description.details {
                #expect(Self.hasLatin(message.english) && Self.hasHan(message.chinese), "\(description.name): \(message.english)")
            }
            // Whatever a usage names has a Chinese name; formats and N are written so in both.
            let formats = Set(OutputFormat.allCases.map(\.rawValue)).union(["N"])
            let words = description.usage.chinese.split { !($0.isASCII && ($0.isLetter || $0 == "-")) }.map(String.init)
            #expect(words.allSatisfy(formats.contains), "\(description.name): \(description.usage.chinese)")
        }
        for key in KeyWord.all { #expect(Self.hasLatin(key.summary.english) && Self.hasHan(key.summary.chinese), "\(key.name)") }
        for relation in Relation.allCases { #expect(Self.hasLatin(relation.name.english) && Self.hasHan(relation.name.chinese)) }
        for kind in LintReport.Kind.allCases { #expect(Self.hasHan(kind.name.chinese)) }
    }

    /// Pages of help in Chinese hold no English sentence.
    @Test func helpIsChineseThroughout() throws {
        var session = Session(graph: Graph(readings: [], lexicon: Lexicon()))
        session.tongue = .chinese
        for topic in [""] + HelpPages.topics {
            guard case .page(let page) = try session.answer("help \(topic)").get().body else { continue }
            for block in page.blocks {
                let texts: [String]
                switch block {
                case .heading(let text): texts = [text]
                case .paragraph(let text): texts = [text]
                case .definitions(let list): texts = list.map(\.text)
                case .examples: texts = []
                }
                for text in texts {
                    let words = text.split { !($0.isASCII && $0.isLetter) }
                    #expect(Self.hasHan(text) || words.count <= 3, "\(topic): \(text)")
                }
            }
        }
    }

    @Test func systemErrorsAreNamedInChinese() {
        for code in [ENOENT, EACCES, ENOSPC, EISDIR] { #expect(Self.hasHan(Message.system(code).chinese)) }
        #expect(Message.system(ENOENT).english == String(cString: strerror(ENOENT)))
    }

    @Test func namesAreTranslatedAndCodesAreNot() throws {
        var session = Session(graph: Fixture.graph)
        func cell(_ tongue: Tongue, _ column: String) throws -> (heading: String, said: String, code: String) {
            session.tongue = tongue
            guard case .table(let table) = try session.answer("figures | take 1 | select kind sector").get().body,
                let index = table.columns.firstIndex(where: { $0.key == column }), case .term(let term)? = table.rows.first?[index]
            else { throw Missing() }
            return tongue.speaking { (table.columns[index].heading, term.name.text, term.code) }
        }
        let english = try cell(.english, "kind"), chinese = try cell(.chinese, "kind")
        #expect(english.heading == "kind" && chinese.heading == "类型")
        #expect(english.said == english.code && chinese.code == english.code && Self.hasHan(chinese.said))
        #expect(try !Self.hasHan(cell(.english, "sector").code))
    }

    private struct Missing: Error {}
}
