import ArgumentParser

struct ContextCommand: SpeakingCommand {
    static let configuration = CommandConfiguration(
        commandName: "mcp", abstract: "Serve an assistant over the Model Context Protocol, on standard input and output.",
        discussion: """
            Tools: query, open, source, check, related, help. Resources: the documents and their text. It only reads, and every \
            row has the exact words it came from.
            """)

    @Argument(help: "Documents and folders.", completion: .file())
    var paths: [String] = []

    @OptionGroup var manner: Manner

    func run() throws { try Companion.become("mcp", on: paths) }
}
