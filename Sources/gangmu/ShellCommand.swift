import ArgumentParser
import Documents
import Glibc
import KnowledgeGraph
import Presentation
import QueryLanguage
import Shell

struct ShellCommand: SpeakingCommand {
    static let configuration = CommandConfiguration(
        commandName: "shell", abstract: "Ask questions at a prompt, or line by line from standard input.",
        discussion: """
            Without a terminal on standard input, commands are read from it, one a line; the first that fails ends the program \
            and is named by its line.
            """)

    @Argument(help: "Documents and folders.", completion: .file())
    var paths: [String] = []

    @Flag(name: .customLong("no-init"), help: "Do not run init.gm of the configuration folder.")
    var skipsInit = false

    @OptionGroup var failing: Failing
    @OptionGroup var manner: Manner

    func run() throws {
        try checkFirstWord()
        var interpreter = Interpreter(session: try Waiting.watch { try Library.session(over: paths) })
        interpreter.session.isCancelled = { Interrupts.pending }
        interpreter.goesOn = failing.keepGoing
        interpreter.writesJSON = failing.jsonErrors
        let keepGoing = failing.keepGoing
        var worst: Int32 = 0, foundNothing = false
        let greeting = Self.greeting(interpreter.session.graph),
            past = InteractiveShell.Past(
                project: isatty(STDIN_FILENO) == 1 ? Library.project(of: paths).map { History(path: History.path(ofProject: $0)) } : nil)
        interpreter.history = {
            past.entries.indices.map { (past.times[$0], past.entries[$0], past.outcomes[$0]) }
        }
        if isatty(STDIN_FILENO) == 1 {
            interpreter.tutorial = Tutorial()
            if !skipsInit { InitialScript.run(in: &interpreter) }
        }
        let shell = InteractiveShell(
            .init(
                answer: { typed, number in
                    interpreter.partsAnswers = number != nil
                    let line = String(Script.withoutComment(Continuation.oneRow(typed)))
                    guard !line.allSatisfy(\.isWhitespace) else { return .init() }
                    let reply = interpreter.reply(to: line) { diagnostic in
                        number.map { number in
                            let before = typed.utf8.prefix(diagnostic.span.start),
                                row = before.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
                            return
                                "\(Message.standardInput.text):\(number + row.count - 1):\(String(decoding: row[row.count - 1], as: UTF8.self).count + 1)"
                        }
                    }
                    worst = max(worst, reply.exitCode)
                    foundNothing = foundNothing || reply.isEmpty
                    return .init(
                        output: reply.output, headerLines: reply.headerLines, problem: reply.remarks + reply.problem,
                        exitCode: keepGoing ? 0 : reply.exitCode,
                        leaves: interpreter.session.isOver, recalled: reply.recalled, rows: reply.rows, failure: reply.exitCode)
                },
                complete: { ProgramCompletion.complete($0, cursor: $1, in: interpreter.session) },
                prompt: { interpreter.session.settings["prompt"] },
                hints: { interpreter.session.settings["hints"] == "on" },
                pages: { interpreter.session.settings["pager"] == "on" },
                recallsAll: { interpreter.session.settings["recall"] == "all" },
                colours: { Terminal.$settings.withValue(interpreter.session.settings) { Terminal.hasColours } },
                ambiguousWidth: { Terminal.$settings.withValue(interpreter.session.settings) { Terminal.ambiguousWidth } }),
            greeting: greeting, past: past)
        let code = shell.run()
        // At the prompt a mistake is no failure of the program.
        guard isatty(STDIN_FILENO) == 0 else { return }
        if code != 0 || keepGoing && worst != 0 { throw Stop(code: max(code, worst)) }
        if failing.failEmpty, foundNothing { throw Stop(code: Failing.foundNothing) }
    }

    /// `gangmu qery …` is no path but a subcommand misspelt, and `gangmu targets 2026` a line of the language.
    private func checkFirstWord() throws(Stop) {
        guard let first = paths.first, !first.contains("/"), !FileSystem.exists(first) else { return }
        let line = paths.prefix { !FileSystem.exists($0) }.joined(separator: " ")
        let words = Gangmu.configuration.subcommands.compactMap { $0.configuration.commandName }
        let meant = (try? Parser.parse(line)) != nil ? "query '\(line)'" : Spelling.nearest(to: first, among: words).first
        guard let meant else { return }
        throw Stop(
            code: Stop.wrongCommand,
            Message("there is no file ‘\(first)’; did you mean: gangmu \(meant)", "没有文件“\(first)”；您是不是要：gangmu \(meant)"))
    }

    /// What is loaded, and three things to type.
    private static func greeting(_ graph: Graph) -> String {
        func count(_ type: NodeType, _ word: String) -> String {
            let number = graph.count(of: type)
            return "\(number) \(word)\(number == 1 ? "" : "s")"
        }
        return Message(
            """
            Gangmu 纲目: \(count(.document, "document")), \(count(.figure, "figure")), \(count(.measure, "measure"))
            Try: targets 2026    sectors    help
            New here? tutorial

            """,
            """
            纲目：\(graph.count(of: .document))份文档、\(graph.count(of: .figure))条数据、\(graph.count(of: .measure))条举措
            试试：目标 2026    领域    帮助
            初次使用？教程

            """
        ).text
    }
}
