import Documents
import Glibc
import Presentation
import QueryLanguage

/// The read–answer–print loop: with line editing on a terminal, plainly from a pipe.
public struct InteractiveShell {
    /// What the loop asks of the rest of the program.
    public struct Interpreter {
        /// Answers one line; a long answer asks `Interrupts.pending` now and then. `number` counts the lines of a pipe from 1,
        /// to be named where a command fails; nil at the prompt. A line from a pipe has line breaks where it takes several rows.
        public var answer: (_ line: String, _ number: Int?) -> Reply
        public var complete: (_ line: String, _ cursor: Int) -> Completion?
        public var highlight: (_ line: String) -> [StyledRange]
        public var isUnfinished: (_ line: String) -> Bool
        /// What stands before the line that is typed.
        public var prompt: () -> String
        /// Whether a line shows how it may go on.
        public var hints: () -> Bool
        /// Whether an answer longer than the terminal goes through the pager.
        public var pages: () -> Bool
        /// Whether lines typed over other documents are recalled too.
        public var recallsAll: () -> Bool
        /// Whether the line being typed is coloured and hinted.
        public var colours: () -> Bool
        /// Cells of an ambiguous character such as `…`.
        public var ambiguousWidth: () -> Int

        public init(
            answer: @escaping (String, Int?) -> Reply,
            complete: @escaping (String, Int) -> Completion? = { _, _ in nil },
            highlight: @escaping (String) -> [StyledRange] = LineColours.ranges,
            isUnfinished: @escaping (String) -> Bool = Continuation.isNeeded,
            prompt: @escaping () -> String = { InteractiveShell.prompt }, hints: @escaping () -> Bool = { true },
            pages: @escaping () -> Bool = { true }, recallsAll: @escaping () -> Bool = { true },
            colours: @escaping () -> Bool = { InteractiveShell.wantsColours }, ambiguousWidth: @escaping () -> Int = { 1 }
        ) {
            self.answer = answer
            self.complete = complete
            self.highlight = highlight
            self.isUnfinished = isUnfinished
            self.prompt = prompt
            self.hints = hints
            self.pages = pages
            self.recallsAll = recallsAll
            self.colours = colours
            self.ambiguousWidth = ambiguousWidth
        }
    }

    /// What came of a line.
    public struct Reply: Sendable {
        /// For standard output; ends with a line break unless it is empty.
        public var output: String
        /// Lines at the beginning of `output` that stay in sight while the rest is paged, such as the heading of a table.
        public var headerLines: Int
        /// For standard error, ready to be shown; empty where all went well.
        public var problem: String
        /// 0, or what a pipe ends with when it stops here.
        public var exitCode: Int32
        /// Whether the line asked to leave the shell.
        public var leaves: Bool
        /// Of the answer; nil where it has none to be counted.
        public var rows: Int?
        /// What the line failed with at the prompt, or 0.
        public var failure: Int32
        /// What the line, a question, was read as; it is kept in the history as if it had been typed.
        public var recalled: String?

        public init(
            output: String = "", headerLines: Int = 0, problem: String = "", exitCode: Int32 = 0, leaves: Bool = false,
            recalled: String? = nil, rows: Int? = nil, failure: Int32? = nil
        ) {
            self.rows = rows
            self.failure = failure ?? exitCode
            self.headerLines = headerLines
            self.recalled = recalled
            self.output = output
            self.problem = problem
            self.exitCode = exitCode
            self.leaves = leaves
        }
    }

    private let interpreter: Interpreter
    private let greeting: String
    private let past: Past

    public static let prompt = "纲目> "

    /// - Parameter greeting: Shown once above the first prompt on a terminal.
    public init(_ interpreter: Interpreter, greeting: String = "", past: Past = Past()) {
        self.interpreter = interpreter
        self.greeting = greeting
        self.past = past
    }

    /// False where `NO_COLOR` is set.
    public static var wantsColours: Bool { (Environment["NO_COLOR"] ?? "").isEmpty }

    /// Runs until the input ends. 0, or the exit code of the first command of a pipe that failed.
    public func run() -> Int32 {
        guard isatty(STDIN_FILENO) == 1 else { return runPipe() }
        let editor: LineEditor
        do throws(LineEditor.Unavailable) {
            editor = try LineEditor(program: "gangmu")
        } catch {
            if error == .noUTF8Locale {
                let notice = Message(
                    "this system has no UTF-8 locale, so lines cannot be edited; type whole lines",
                    "本系统没有UTF-8区域设置，不能编辑输入行；请整行输入")
                Output.write("gangmu: \(notice.text)\n", to: STDERR_FILENO)
            }
            return runPlainly(prompts: isatty(STDOUT_FILENO) == 1)
        }
        return run(with: editor)
    }

    // MARK: On a terminal

    private func run(with editor: LineEditor) -> Int32 {
        past.isOfAll = interpreter.recallsAll()
        for entry in past.entries { editor.remember(entry) }
        if let failure = past.failure { Output.write(Message("gangmu: history: ", "gangmu: 历史：").text + "\(failure)\n", to: STDERR_FILENO) }
        editor.complete = interpreter.complete
        editor.highlight = interpreter.highlight
        editor.isUnfinished = interpreter.isUnfinished
        editor.hint = { [interpreter, past] in
            !interpreter.hints() ? nil : hint(for: $0, entry: past.newest(goingOnFrom:), complete: interpreter.complete)
        }
        editor.searchable = {
            past.searchable()
        }
        Output.write(greeting)
        let prompt = TextStyle("1;36")
        while true {
            let mark = interpreter.prompt()
            (editor.colours, editor.ambiguousWidth) = (interpreter.colours(), interpreter.ambiguousWidth())
            let further = String(repeating: " ", count: max(0, CellWidth.of(mark, ambiguous: editor.ambiguousWidth) - 4)) + "... "
            switch editor.read(prompt: mark, continuation: further, promptStyle: prompt) {
            case .interrupted: continue
            case .endOfInput: return 0
            case .line(let typed):
                guard let line = recall(typed, from: past.entries) else { continue }
                if past.append(line) { editor.remember(line) }
                Interrupts.clear()
                let begun = ContinuousClock.now
                let reply = interpreter.answer(Continuation.oneRow(line), nil)
                let taken = (ContinuousClock.now - begun).components
                past.finish(
                    line,
                    .init(
                        rows: reply.rows, milliseconds: Int(taken.seconds * 1000 + taken.attoseconds / 1_000_000_000_000_000),
                        exitCode: reply.failure))
                if let recalled = reply.recalled, past.append(recalled) { editor.remember(recalled) }
                if past.isOfAll != interpreter.recallsAll() {
                    past.isOfAll.toggle()
                    editor.forget()
                    for entry in past.entries { editor.remember(entry) }
                }
                Output.write(reply.problem, to: STDERR_FILENO)
                guard show(reply), !reply.leaves else { return 0 }
                if Interrupts.pending { editor.dropPasted() }
            }
        }
    }

    /// False where nobody reads any more.
    private func show(_ reply: Reply) -> Bool {
        if interpreter.pages(), Pager.show(reply.output, headerLines: reply.headerLines, ambiguousWidth: interpreter.ambiguousWidth()) {
            return true
        }
        return Output.write(reply.output, endsEarly: true)
    }

    /// The loop for terminals that libedit cannot edit on: whole lines, as the terminal itself edits them.
    private func runPlainly(prompts: Bool) -> Int32 {
        Interrupts.install()
        var source = LineSource()
        if prompts { Output.write(greeting) }
        while true {
            if prompts { Output.write(interpreter.prompt()) }
            do throws(LineSource.Failure) {
                guard let line = try source.next() else {
                    if prompts { Output.write("\n") }
                    return 0
                }
                guard !line.text.trimmed.isEmpty else { continue }
                Interrupts.clear()
                let reply = interpreter.answer(line.text, nil)
                Output.write(reply.problem, to: STDERR_FILENO)
                guard show(reply), !reply.leaves else { return 0 }
                Interrupts.clear()
            } catch {
                switch error {
                case .interrupted:
                    Interrupts.clear()
                    Output.write("\n")
                case .notUTF8: Output.write("gangmu: \(error)\n", to: STDERR_FILENO)
                default:
                    Output.write("gangmu: \(error)\n", to: STDERR_FILENO)
                    return 3
                }
            }
        }
    }

    // MARK: From a pipe

    private func runPipe() -> Int32 {
        var source = LineSource()
        while true {
            do throws(LineSource.Failure) {
                guard var line = try source.next() else { return 0 }
                guard !line.text.trimmed.isEmpty else { continue }
                while Continuation.isOpen(line.text), let more = try source.next() { line.text += "\n" + more.text }
                let reply = interpreter.answer(line.text, line.number)
                guard Output.write(reply.output) else {
                    guard let failure = Output.failure else { return 0 }
                    Output.write(failure.text, to: STDERR_FILENO)
                    return 3
                }
                if reply.leaves { return 0 }
                Output.write(reply.problem, to: STDERR_FILENO)
                if reply.exitCode != 0 { return reply.exitCode }
            } catch {
                Output.write("gangmu: \(error)\n", to: STDERR_FILENO)
                return error.exitCode
            }
        }
    }

    // MARK: History

    /// The lines typed before; shared with who answers `history`.
    public final class Past {
        /// Of all documents.
        private var all: History
        /// Of those that are open.
        private var own: History?
        /// Whether the lines of all documents are known, not only those of the open ones.
        var isOfAll = false

        public init(_ all: History = History(path: History.standardPath), project: History? = nil) {
            (self.all, own) = (all, project)
        }

        private var known: History { isOfAll ? all : own ?? all }
        public var entries: [String] { known.entries }
        public var times: [String] { known.times }
        public var outcomes: [History.Outcome?] { known.outcomes }
        var failure: String? { all.failure ?? own?.failure }

        /// Keeps a line in both files; whether it is new among those that are known.
        func append(_ line: String) -> Bool {
            let now = Glibc.time(nil)
            let isNew = all.append(line, time: now), isNewHere = own?.append(line, time: now)
            return isOfAll ? isNew : isNewHere ?? isNew
        }

        func finish(_ line: String, _ outcome: History.Outcome) {
            all.finish(line, outcome)
            own?.finish(line, outcome)
        }

        /// The newest line that goes on from this one; none that failed when it was last typed.
        func newest(goingOnFrom line: String) -> String? {
            var failed: Set<String> = []
            for (entry, outcome) in zip(known.entries, known.outcomes).reversed() where entry.hasPrefix(line) && entry != line {
                if let outcome, outcome.exitCode != 0 {
                    failed.insert(entry)
                } else if !failed.contains(entry) {
                    return entry
                }
            }
            return nil
        }

        /// What Ctrl-R looks through, with what other shells have added: lines of other documents come last.
        func searchable() -> [String] {
            all.refresh()
            own?.refresh()
            guard let own, !isOfAll else { return all.entries }
            return all.entries + own.entries
        }
    }

    /// The newest entry that goes on from the line, else the best candidate for its last word.
    private func hint(for line: String, entry: (String) -> String?, complete: (String, Int) -> Completion?) -> String? {
        if let entry = entry(line) { return String(entry.dropFirst(line.count)) }
        guard let completion = complete(line, line.utf8.count), completion.replaced.end == line.utf8.count,
            completion.replaced.count > 0, let best = completion.candidates.first
        else { return nil }
        let typed = line.slice(completion.replaced.range)
        return best.text.hasPrefix(typed) && best.text != typed ? String(best.text.dropFirst(typed.count)) : nil
    }

    /// `!5`, `!-1`, `!!` and `!targets` as the entries they name, shown before they run; nil, with a word about it, where there
    /// is none. Other lines come back as they are.
    private func recall(_ line: String, from entries: [String]) -> String? {
        guard let first = line.first, first == "!" || first == "！", line.count > 1 else { return line }
        let name = line.dropFirst().trimmed
        let found: String?
        if name == "!" || name == "！" {
            found = entries.last
        } else if let number = Int(name) {
            let index = number > 0 ? number - 1 : entries.count + number
            found = entries.indices.contains(index) ? entries[index] : nil
        } else {
            found = entries.last { $0.hasPrefix(name) }
        }
        guard let found else {
            let notice = Message("no line \(line) in the history; `history` lists them", "历史中没有\(line)；`历史`列出全部")
            Output.write(notice.text + "\n", to: STDERR_FILENO)
            return nil
        }
        Output.write(found + "\n")
        return found
    }
}

extension StringProtocol {
    /// Without white space at both ends, ideographic spaces too.
    var trimmed: String {
        guard let first = firstIndex(where: { !$0.isWhitespace }) else { return "" }
        let last = lastIndex(where: { !$0.isWhitespace }) ?? first
        return String(self[first...last])
    }
}
