import ArgumentParser
import Documents

struct QueryCommand: SpeakingCommand {
    static let configuration = CommandConfiguration(
        commandName: "query", abstract: "Answer one command line, such as 'targets 2026 sector:ecology'.")

    @Argument(help: "The command line, quoted as one word.")
    var line: String

    @Argument(help: "Documents and folders.", completion: .file())
    var paths: [String] = []

    @OptionGroup var failing: Failing
    @OptionGroup var manner: Manner

    func run() throws {
        var interpreter = Interpreter(session: try Library.session(over: paths))
        try failing.run(line, &interpreter)
    }
}
