import ArgumentParser
import Documents
import Glibc

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
        try Self.check(line)
        var interpreter = Interpreter(session: try Waiting.watch { try Library.session(over: paths) })
        try failing.run(line, &interpreter)
    }
}

extension QueryCommand {
    private static func check(_ line: String) throws(Stop) {
        guard line.allSatisfy(\.isWhitespace) else { return }
        throw Stop(
            code: Stop.wrongCommand, Message("the line is empty; try: gangmu query 'targets 2026'", "没有输入命令；试试：gangmu query '目标 2026'"))
    }

    /// Answers `query LINE [PATH…]` where no option is given; false for any other command line. Scripts ask so over and over, and
    /// to take such a line apart by its description costs more than most answers.
    static func runPlainly(_ arguments: some Collection<String>) throws(Stop) -> Bool {
        guard arguments.first == configuration.commandName, arguments.count >= 2, !arguments.contains(where: { $0.hasPrefix("-") })
        else { return false }
        try check(arguments[arguments.index(after: arguments.startIndex)])
        var interpreter = Interpreter(
            session: try Waiting.watch { () throws(Stop) in try Library.session(over: Array(arguments.dropFirst(2))) })
        let reply = interpreter.reply(to: arguments[arguments.index(after: arguments.startIndex)])
        StandardStream.error.write(reply.remarks)
        StandardStream.output.write(reply.output)
        if reply.exitCode != 0 { throw Stop(code: reply.exitCode, message: reply.problem) }
        // What is left would be taken apart piece by piece: the system does that at once.
        withExtendedLifetime(interpreter) { Glibc.exit(0) }
    }
}
