import Documents
import Presentation
import QueryLanguage
import Shell

/// Lines in, text out: a session with the way its answers are printed, and what lines ask of the program: files and scripts.
struct Interpreter {
    var session: Session
    /// Whether a blank line parts answers for people from what was printed before; a prompt does that by itself.
    var partsAnswers = true
    /// What a script or pipe does at a command that fails.
    var goesOn = false
    /// Whether mistakes are written as JSON, one a line.
    var writesJSON = false
    /// The lines typed before, with when.
    var history: () -> [(time: String, line: String, outcome: History.Outcome?)] = { [] }
    /// Nil where no lines are typed by a person.
    var tutorial: Tutorial?
    private var hasPrinted = false
    /// The scripts that are running, one inside the other.
    private var running: [String] = []

    init(session: Session) {
        self.session = session
    }

    /// What a line gave, whole lines each: text for standard output, remarks for standard error, and what went wrong.
    struct Reply {
        var output = ""
        /// Lines at its beginning that stay in sight while the rest is paged.
        var headerLines = 0
        var remarks = ""
        var problem = ""
        /// 0, or what the program ends with where it stops here.
        var exitCode: Int32 = 0
        /// Of a table.
        var rows: Int?
        /// Whether a query found no row.
        var isEmpty = false
        /// What a question was read as, to be recalled and edited.
        var recalled: String?
    }

    /// - Parameter place: The place of a mistake, `file:line:column`.
    mutating func reply(to line: String, place: (Diagnostic) -> String? = { _ in nil }) -> Reply {
        let begun = ContinuousClock.now
        var reply = session.tongue.speaking { Terminal.$settings.withValue(session.settings) { replySpeaking(to: line, place) } }
        if session.settings["timing"] == "on", !reply.output.isEmpty || !reply.problem.isEmpty { time(&reply, ContinuousClock.now - begun) }
        return reply
    }

    /// What a question was read as, above the answer; beside it where the answer is for programs.
    private func tell(_ line: String, _ answer: Answer, _ reply: inout Reply) {
        reply.recalled = line
        let told = [Message("read as: \(line)", "读作：\(line)").text] + answer.readNotes
        if Renderer(style: Terminal.style).omitsNotes(of: answer) {
            reply.remarks = Renderer(style: Terminal.errorStyle).notes(told) + reply.remarks
        } else {
            let parts = reply.output.hasPrefix("\n"), told = Renderer(style: Terminal.style).notes(told)
            if reply.headerLines > 0 { reply.headerLines += told.utf8.count { $0 == UInt8(ascii: "\n") } }
            reply.output = (parts ? "\n" : "") + told + reply.output.dropFirst(parts ? 1 : 0)
        }
    }

    /// How long it took: beneath the answer at the prompt, else beside it.
    private func time(_ reply: inout Reply, _ taken: Duration) {
        let (seconds, attoseconds) = taken.components
        let tenths = seconds * 10_000 + attoseconds / 100_000_000_000_000
        let note = session.tongue.speaking { Message("\(tenths / 10).\(tenths % 10) ms", "\(tenths / 10).\(tenths % 10)毫秒").text } + "\n"
        if isAtPrompt { reply.output += note } else { reply.remarks += note }
    }

    private mutating func replySpeaking(to line: String, _ place: (Diagnostic) -> String?) -> Reply {
        let before = session
        do throws(Diagnostic) {
            let answer = try Waiting.watch { () throws(Diagnostic) in try answered(line) }
            switch answer.request {
            case nil:
                var reply = shown(answer, line)
                if let read = answer.readAs { tell(read, answer, &reply) }
                if isAtPrompt { reply.output += tutorial?.after(line, answer, in: &session) ?? "" }
                return reply
            case .save(let saving)?:
                let graph = session.graph, marksBytes = session.settings["bom"] == "on"
                return remark(
                    try Waiting.watch { () throws(Diagnostic) in
                        try OutputFile.save(answer, as: saving, line: line, from: graph, marksBytes: marksBytes)
                    })
            case .export(let saving)?:
                guard let format = GraphFormat(path: saving.path.text) else { return Reply() }
                let graph = session.graph
                return remark(
                    try Waiting.watch { () throws(Diagnostic) in try OutputFile.export(graph, as: format, saving, line: line) })
            case .load(let paths)?:
                let (answer, failures) = try LoadingDocuments.load(paths, line: line, into: &session)
                var reply = shown(answer, line)
                reply.remarks = failures.map { "gangmu: \($0)\n" }.joined() + reply.remarks
                return reply
            case .run(let script, let arguments)?: return try run(script, arguments)
            case .scripts(let action, let script)?: return try scripts(action, script)
            case .history(let words, let stages)?:
                let table = Self.table(history(), holding: words.map(\.text))
                return shown(try session.answer(line, with: table, stages).get(), line)
            case .clear?:
                return Reply(output: isAtPrompt ? Terminal.clearing : "")
            case .tutorial(let word)?:
                guard tutorial != nil else {
                    throw Diagnostic(.notHere, Message.tutorialAtPrompt.text, at: ByteSpan(0, line.utf8.count), expected: ["help"])
                }
                return Reply(output: tutorial?.start(word?.text, in: session) ?? "")
            }
        } catch {
            // A line that fails changes nothing: numbers go on meaning what was shown last.
            session = before
            return failure(error, line, place(error))
        }
    }

    private mutating func answered(_ line: String) throws(Diagnostic) -> Answer {
        let before = session
        let found = aside { isCancelled in
            var session = before
            session.isCancelled = isCancelled
            let answer = session.answer(line)
            session.isCancelled = before.isCancelled
            return (session, answer)
        }
        guard let (after, answer) = found else { throw .stopped }
        session = after
        return try answer.get()
    }

    /// Does `work`, at the prompt beside it, so that Ctrl-C gives the prompt back at once: then nil.
    private func aside<Result: Sendable>(_ work: @escaping @Sendable (_ isCancelled: @escaping @Sendable () -> Bool) -> Result) -> Result? {
        guard isAtPrompt else { return work(session.isCancelled) }
        let watch = Progress.watch, tongue = session.tongue
        return Aside.run(until: session.isCancelled) { isCancelled in
            tongue.speaking { Progress.$watch.withValue(watch) { work(isCancelled) } }
        }
    }

    /// Whether a person waits for each answer.
    private var isAtPrompt: Bool { !partsAnswers }

    /// Lines with their numbers, as `!5` takes them: those that hold all the words, or the newest where only a number is given.
    private static func table(_ lines: [(time: String, line: String, outcome: History.Outcome?)], holding words: [String]) -> Table {
        var kept = Array(lines.enumerated())
        if words.count == 1, let newest = Int(words[0]) {
            kept = kept.suffix(max(0, newest))
        } else {
            kept = kept.filter { line in words.allSatisfy { line.element.line.lowercased().contains($0.lowercased()) } }
        }
        var table = Table(
            columns: [
                Column(key: "number", chinese: "序号", rightAligned: true), Column(key: "time", chinese: "时间", shrink: 4),
                Column(key: "line", chinese: "命令", shrink: 1),
                Column(key: "rows", chinese: "行数", rightAligned: true, shrink: 5),
                Column(key: "ms", chinese: "毫秒", rightAligned: true, shrink: 6),
                Column(key: "exit", chinese: "退出码", rightAligned: true, shrink: 7),
            ],
            rows: kept.map { number, entry in
                let outcome = entry.outcome
                return [
                    .integer(number + 1), .text(History.localTime(entry.time)), .text(String(entry.line.map { $0.isNewline ? " " : $0 })),
                    outcome?.rows.map { .integer($0) } ?? .empty, outcome.map { .integer($0.milliseconds) } ?? .empty,
                    outcome.map { .integer(Int($0.exitCode)) } ?? .empty,
                ]
            },
            nodes: kept.map { _ in nil })
        for (row, entry) in kept.enumerated() where (entry.element.outcome?.exitCode ?? 0) != 0 {
            table.marks.append(Table.Mark(row: row, column: 2, sign: "  ✗"))
        }
        return table
    }

    private mutating func shown(_ given: Answer, _ line: String? = nil) -> Reply {
        var answer = given
        if isAtPrompt { follow(session.settings, &answer) }
        // A name that was kept is worth a word at the prompt only.
        if case .nothing = answer.body {
            return partsAnswers ? Reply() : Reply(output: Renderer(style: Terminal.style).notes(answer.notes))
        }
        let renderer = Renderer(style: Terminal.style)
        let isCancelled = session.isCancelled, graph = session.graph
        let rendering = answer
        let rendered = Waiting.watch {
            aside { isCancelled in
                Rendering.$stop.withValue(Rendering.Stop(when: isCancelled)) { renderer.rendered(rendering, title: line, graph: graph) }
            }
        }
        guard let (text, headingLines) = rendered, !(isAtPrompt && isCancelled()) else { return failure(.stopped, line ?? "", nil) }
        var reply = Reply(output: text, headerLines: headingLines, isEmpty: answer.isEmpty)
        if case .table(let table) = given.body { reply.rows = table.rows.count }
        if partsAnswers, hasPrinted, !reply.output.isEmpty, !renderer.omitsNotes(of: answer) { reply.output = "\n" + reply.output }
        hasPrinted = hasPrinted || !reply.output.isEmpty
        // Formats for programs hold rows only; why there are none must still be said.
        if answer.isEmpty, renderer.omitsNotes(of: answer) {
            reply.remarks = Renderer(style: Terminal.errorStyle).notes(answer.notes)
        }
        return reply
    }

    /// The form and length of tables at the prompt.
    private func follow(_ settings: Settings, _ answer: inout Answer) {
        guard case .table(var table) = answer.body else { return }
        if answer.format == nil, settings.isChanged("format") { answer.format = OutputFormat(rawValue: settings["format"]) }
        guard let most = settings.number("rows"), table.rows.count > most, [nil, .table, .wide, .list, .card].contains(answer.format)
        else { return }
        answer.notes.append(Message.rowsShown(most, of: table.rows.count).text)
        table.rows.removeSubrange(most...)
        table.nodes.removeSubrange(most...)
        answer.body = .table(table)
    }

    /// A word about what was done: at the prompt in the place of an answer, else beside the output.
    private func remark(_ note: Message) -> Reply {
        partsAnswers
            ? Reply(remarks: Renderer(style: Terminal.errorStyle).notes([note.text]))
            : Reply(output: Renderer(style: Terminal.style).notes([note.text]))
    }

    func failure(_ diagnostic: Diagnostic, _ typed: String, _ place: String?) -> Reply {
        let line = diagnostic.line ?? typed
        let renderer = Renderer(style: Terminal.errorStyle)
        return Reply(
            problem: writesJSON
                ? renderer.json(diagnostic, line: line, place: place) : renderer.render(diagnostic, line: line, place: place),
            exitCode: diagnostic.exitCode)
    }

    // MARK: scripts

    private mutating func run(_ name: Word, _ arguments: [ScriptArgument]) throws(Diagnostic) -> Reply {
        let path = try ScriptFolder.path(of: name)
        guard !running.contains(path), running.count < 16 else {
            throw Diagnostic(.notHere, Message.scriptRunsItself(path).text, at: name.span)
        }
        var given = Script.Arguments()
        for argument in arguments {
            if let parameter = argument.name {
                given.named.append((parameter.text, argument.value.text))
            } else {
                given.inOrder.append(argument.value.text)
            }
        }
        let bytes = try ScriptFolder.read(path, at: name)
        do throws(Script.Mistake) {
            let script = try Script(name: path, bytes: bytes, arguments: given, session: session)
            var whole = Reply()
            let code = execute(script) { reply in
                whole.output += reply.output
                whole.remarks += reply.remarks
                whole.problem += reply.problem
                whole.isEmpty = whole.isEmpty || reply.isEmpty
                return true
            }
            whole.exitCode = code
            return whole
        } catch {
            return failure(error.diagnostic, error.line, error.place)
        }
    }

    /// Runs the commands of a script one after the other, each reply given to `emit` at once; false from it ends the script.
    /// The worst exit code of its commands, the first where it does not go on.
    mutating func execute(_ script: Script, emit: (Reply) -> Bool) -> Int32 {
        running.append(script.name)
        defer { running.removeLast() }
        var worst: Int32 = 0
        for command in script.commands {
            let reply = reply(to: command.text) { script.place(of: $0.span, in: command) }
            worst = max(worst, reply.exitCode)
            guard emit(reply), !session.isOver else { break }
            if reply.exitCode != 0, !goesOn || reply.exitCode == 130 { break }
        }
        return worst
    }

    private mutating func scripts(_ action: ScriptAction, _ name: Word?) throws(Diagnostic) -> Reply {
        guard let name else {
            let table = ScriptFolder.table()
            return shown(Answer(.table(table), notes: table.rows.isEmpty ? [Message.noScripts(ScriptFolder.own).text] : []))
        }
        let path = try ScriptFolder.path(of: name)
        switch action {
        case .list, .show:
            let text = String(decoding: try ScriptFolder.read(path, at: name), as: UTF8.self)
            return Reply(
                output: text.split(separator: "\n", omittingEmptySubsequences: false).map { SafeText.line(String($0)) }.joined(
                    separator: "\n"))
        case .edit:
            try Editing.edit(path, at: name)
            return try check(path, name)
        case .check: return try check(path, name)
        }
    }

    private func check(_ path: String, _ name: Word) throws(Diagnostic) -> Reply {
        let bytes = try ScriptFolder.read(path, at: name)
        do throws(Script.Mistake) {
            return remark(try Script.check(name: path, bytes: bytes, session: session))
        } catch {
            return failure(error.diagnostic, error.line, error.place)
        }
    }
}
