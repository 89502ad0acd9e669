import Foundation
import KnowledgeGraph
import Lexicon
import Presentation
import QueryLanguage
import Testing

/// The page `Language.md` of the documentation says what `help` says, word for word. `RERECORD=1 Scripts/test --filter
/// LanguagePageTests` writes it anew.
@Suite struct LanguagePageTests {
    private static let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Sources/gangmu/Documentation.docc/Language.md")

    @Test func theDocumentationSaysWhatHelpSays() throws {
        let page = try Self.page()
        if ProcessInfo.processInfo.environment["RERECORD"] == "1" { try page.write(to: Self.file, atomically: true, encoding: .utf8) }
        #expect(try String(contentsOf: Self.file, encoding: .utf8) == page)
    }

    private static func page() throws -> String {
        var session = Session(graph: Graph(readings: [], lexicon: Lexicon()))
        func help(_ word: String) throws -> String {
            var answer = try session.answer(word.isEmpty ? "help" : "help \(word)").get()
            answer.format = .markdown
            return Renderer(style: .plain).render(answer)
        }
        var page = "# Language\n\nWhat can be typed at the prompt, in a script and in `gangmu query`. `help` gives the same words.\n\n"
        page += try help("")
        page += "\n" + (try help("questions")) + "\n" + (try help("grammar"))
        for (title, words) in [
            ("Nouns", Noun.all.map(\.name)), ("Stages", StageWord.all.map(\.description.name)),
            ("Commands", Verb.all.map(\.description.name)),
        ] {
            page += "\n## \(title) in full\n"
            for word in words { page += "\n" + (try help(word)).replacingOccurrences(of: "## ", with: "### ") }
        }
        return page
    }
}
