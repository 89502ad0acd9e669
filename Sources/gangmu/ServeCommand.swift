import ArgumentParser
import Documents
import QueryLanguage

struct ServeCommand: SpeakingCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve", abstract: "Show the graph in a browser, on this machine only.",
        discussion: """
            Pages: / with a search box, /?q=LINE, /open/ID, /source/ID; the same as JSON under /api?q=LINE, /api/open/ID, \
            /api/source/ID. It only reads, keeps nothing between requests, and answers to localhost alone. Ctrl-C ends it.
            """)

    @Option(name: .shortAndLong, help: "The port; 0 takes one that is free.")
    var port: UInt16 = 8026

    @Argument(help: "Documents and folders.", completion: .file())
    var paths: [String] = []

    @OptionGroup var manner: Manner

    func run() throws { try Companion.become("serve", on: paths, [String(port), Tongue.current.rawValue]) }
}
