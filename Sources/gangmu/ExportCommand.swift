import ArgumentParser
import Documents
import Glibc
import Presentation
import QueryLanguage

struct ExportCommand: SpeakingCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Write the graph for another program.",
        discussion: """
            The ending of FILE says the form: .graphml (networkx, igraph, Gephi), .dot (Graphviz), .ttl and .jsonld (RDF with PROV-O, \
            SKOS and QUDT), .cypher (a folder of CSV files for Neo4j and LadybugDB, with load.cypher), .ndjson (a line for each node \
            and edge), .db or .sqlite (SQLite, with a view for each noun: sqlite3 out.db 'select * from targets where year = 2026').
            """)

    @Flag(name: .shortAndLong, help: "Replace FILE where it is there already.")
    var force = false

    @Option(help: ArgumentHelp("Only the rows of this line and what they belong to; not for SQLite.", valueName: "line"))
    var only: String?

    @Argument(help: "The file to write.", completion: .file())
    var file: String

    @Argument(help: "Documents and folders.", completion: .file())
    var paths: [String] = []

    @OptionGroup var manner: Manner

    func run() throws {
        guard let format = GraphFormat(path: file), only == nil || format != .sqlite else {
            throw Stop(code: Stop.wrongCommand, .unknownEnding(file, known: GraphFormat.knownEndings))
        }
        var session = try Library.session(over: paths)
        let saving = Saving(Word(file), replaces: force)
        let result = Result { () throws(Diagnostic) in
            guard let only else { return try OutputFile.export(session.graph, as: format, saving, line: "export \(file)") }
            return try OutputFile.save(try session.answer(only).get(), as: saving, line: only, from: session.graph, marksBytes: true)
        }
        switch result {
        case .success(let note): StandardStream.error.write(note.text + "\n")
        case .failure(let diagnostic):
            guard diagnostic.code != .fileExists else { throw Stop(code: Stop.wrongCommand, .fileExists(file)) }
            let code = diagnostic.exitCode
            StandardStream.error.write(
                only.map { Renderer(style: Terminal.errorStyle).render(diagnostic, line: $0) } ?? diagnostic.message + "\n")
            throw ExitCode(code)
        }
    }
}
