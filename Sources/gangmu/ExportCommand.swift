import ArgumentParser
import Documents
import Glibc
import QueryLanguage

struct ExportCommand: SpeakingCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Write the whole graph for another program.",
        discussion: """
            The ending of FILE says the form: .db or .sqlite for SQLite, with a table for each type of node and a view for each \
            noun: sqlite3 out.db 'select * from targets where year = 2026'.
            """)

    @Flag(name: .shortAndLong, help: "Replace FILE where it is there already.")
    var force = false

    @Argument(help: "The file to write.", completion: .file())
    var file: String

    @Argument(help: "Documents and folders.", completion: .file())
    var paths: [String] = []

    @OptionGroup var manner: Manner

    func run() throws {
        guard ["db", "sqlite", "sqlite3"].contains(where: { file.hasSuffix("." + $0) }) else {
            throw Stop(code: Stop.wrongCommand, .unknownEnding(file, known: ".db, .sqlite"))
        }
        if access(file, F_OK) == 0 {
            guard force else { throw Stop(code: Stop.wrongCommand, .fileExists(file)) }
            unlink(file)
        }
        try Companion.become("export", on: paths, [file])
    }
}
