import Glibc
import QueryLanguage

/// Edits one line after another on the terminal. It knows nothing of queries: what can be completed, hinted and coloured comes
/// from closures. Use it on the main thread.
public final class LineEditor {
    /// What could stand at the UTF-8 offset `cursor` of `line`.
    public var complete: (_ line: String, _ cursor: Int) -> Completion? = { _, _ in nil }
    /// The rest of the line as it might go on; shown dim behind it, taken with Right or End.
    public var hint: (_ line: String) -> String? = { _ in nil }
    /// The styles of the line's parts, in rising order.
    public var highlight: (_ line: String) -> [StyledRange] = { _ in [] }
    /// Whether Enter would cut the line off in the middle (an open quote); then it goes on in a further row.
    public var isUnfinished: (_ line: String) -> Bool = { _ in false }
    /// Entries that Ctrl-R searches, oldest first.
    public var searchable: () -> [String] = { [] }

    public enum Result: Equatable { case line(String), interrupted, endOfInput }
    public enum Unavailable: Error { case noTerminal, noUTF8Locale, noEditing }

    private let libedit: LibEdit
    private var screen: Screen
    private var frame = Frame()
    private var menu: CompletionMenu?
    private var search: HistorySearch?
    private var isPasting = false
    /// Lines of a paste that are still to be answered, and what came behind the last of them.
    private var pasted: [String] = []
    private var pastedRest = ""
    /// Whether the line taken last from a paste has no line break behind it, and waits for Enter.
    private var isWaiting = false
    /// Whether to draw colours; without them there are no hints either.
    public var colours = true
    /// Cells of an ambiguous character such as `…`.
    public var ambiguousWidth: Int {
        get { screen.ambiguous }
        set { screen.ambiguous = newValue }
    }

    public init(program: String) throws(Unavailable) {
        guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 else { throw .noTerminal }
        let term = Environment["TERM"] ?? ""
        guard !term.isEmpty, term != "dumb" else { throw .noEditing }
        guard LibEdit.useUTF8() else { throw .noUTF8Locale }
        Interrupts.install()
        guard let libedit = LibEdit(program: program) else { throw .noEditing }
        self.libedit = libedit
        screen = Screen(columns: 80, height: 24)
        screen.reflows = Screen.reflows { Environment[$0] }
        libedit.onPaint = { [unowned self] in paint($0) }
        libedit.onCommand = { [unowned self] in run($0) }
    }

    /// Puts an entry where Up finds it.
    public func remember(_ entry: String) { libedit.remember(entry) }
    /// Empties what `remember` has filled.
    public func forget() { libedit.forget() }

    /// Forgets the lines of a paste that were not answered yet.
    public func dropPasted() {
        pasted = []
        isWaiting = false
        pastedRest = ""
    }

    /// - Parameters:
    ///   - continuation: Stands before the further rows of a line that goes on; as wide as `prompt` to line up.
    ///   - text: What the line begins with.
    public func read(prompt: String, continuation: String, promptStyle: TextStyle = .plain, text: String = "") -> Result {
        frame = Frame(prompt: prompt, continuation: continuation, promptStyle: colours ? promptStyle : .plain)
        menu = nil
        search = nil
        (screen.columns, screen.height) = LibEdit.terminalSize
        screen.startOver()
        var start = text
        if let line = nextPasted() {
            if !isUnfinished(line), !isWaiting {
                frame.text = line
                frame.styles = colours ? highlight(line) : []
                Output.write(screen.finish(frame))
                return .line(line)
            }
            start = line
        } else if !pastedRest.isEmpty {
            start = pastedRest
            pastedRest = ""
        }
        let outcome = libedit.read(startingWith: start)
        menu = nil
        search = nil
        switch outcome {
        case .line(let line):
            frame.text = line
            frame.styles = colours ? highlight(line) : []
            Output.write(screen.finish(frame))
            return .line(line)
        case .interrupted:
            dropPasted()
            update()
            Output.write(screen.finish(frame, with: "^C"))
            Interrupts.clear()
            return .interrupted
        case .endOfInput:
            update()
            Output.write(screen.finish(frame))
            return .endOfInput
        }
    }

    /// The next whole line of a paste; rows that belong together come as one.
    private func nextPasted() -> String? {
        isWaiting = false
        while pasted.first.map(Continuation.saysNothing) ?? false { pasted.removeFirst() }
        guard !pasted.isEmpty else { return nil }
        let first = pasted.removeFirst()
        var line = first
        while let next = pasted.first, isUnfinished(line) || Continuation.goesOn(pasted: next, from: first) {
            pasted.removeFirst()
            if !Continuation.saysNothing(next) { line += "\n" + next }
        }
        if pasted.isEmpty, !pastedRest.isEmpty, isUnfinished(line) || Continuation.goesOn(pasted: pastedRest, from: first) {
            line += "\n" + pastedRest
            pastedRest = ""
            isWaiting = true
        }
        return line
    }

    // MARK: Drawing

    private func update() {
        let (text, cursor) = libedit.line
        frame.text = text
        frame.cursor = cursor
        frame.styles = colours ? highlight(text) : []
        frame.hint = menu == nil && cursor == text.utf8.count ? hint(for: text) ?? "" : ""
    }

    /// Without colours a hint could not be told from what was typed.
    private func hint(for text: String) -> String? {
        guard colours, !text.isEmpty, let rest = hint(text), !rest.isEmpty else { return nil }
        return rest
    }

    private func paint(_ why: LibEdit.Paint) {
        guard !isPasting else { return }
        if why != .changed {
            let size = LibEdit.terminalSize
            screen.resize(columns: size.columns, height: size.rows)
        }
        if why == .fresh { screen.startOver() }
        if let search {
            Output.write(screen.draw(search.frame(promptStyle: frame.promptStyle, colours: colours)))
            return
        }
        let (text, cursor) = libedit.line
        if let open = menu, !open.stands(on: text, cursor: cursor) { menu = nil }
        update()
        let room = screen.height - Layout(frame, columns: screen.columns, ambiguous: screen.ambiguous).rows.count
        frame.below = menu?.rows(columns: screen.columns, height: room, ambiguous: screen.ambiguous, plain: !colours) ?? []
        Output.write(screen.draw(frame))
    }

    // MARK: Keys

    private func run(_ command: LibEdit.Command) -> LibEdit.After {
        let (text, cursor) = libedit.line
        switch command {
        case .accept:
            guard isUnfinished(text), !endsInBlankRow(text) else { return .finish }
            libedit.replaceLine(with: text, cursor: text.utf8.count)
            libedit.insert("\n")
            return .done
        case .newline:
            libedit.insert("\n")
            return .done
        case .right, .end:
            guard cursor == text.utf8.count, let rest = hint(for: text) else { return .standard }
            libedit.insert(rest)
            return .done
        case .up: return moveRow(text, cursor, by: -1)
        case .down: return moveRow(text, cursor, by: 1)
        case .clear:
            Output.write("\u{1B}[H\u{1B}[2J")
            screen.startOver()
            return .done
        case .complete: return complete(text, cursor, by: 1)
        case .completeBack: return complete(text, cursor, by: -1)
        case .search: return searchHistory()
        case .paste: return paste(text, cursor)
        }
    }

    /// A second Enter on an empty row sends a line that would never be finished.
    private func endsInBlankRow(_ text: String) -> Bool {
        guard let row = text.utf8.lastIndex(of: UInt8(ascii: "\n")) else { return false }
        return text[text.index(after: row)...].allSatisfy { $0 == " " }
    }

    /// To the row above or below within the line, as many characters from its start; beyond them, through the history.
    private func moveRow(_ text: String, _ cursor: Int, by step: Int) -> LibEdit.After {
        let rows = text.split(separator: "\n", omittingEmptySubsequences: false)
        guard rows.count > 1 else { return .standard }
        var starts: [Int] = [], offset = 0
        for row in rows {
            starts.append(offset)
            offset += row.utf8.count + 1
        }
        let current = starts.lastIndex { $0 <= cursor } ?? 0
        let target = current + step
        guard rows.indices.contains(target) else { return .standard }
        let along = text.slice(starts[current]..<cursor).unicodeScalars.count
        let ahead = rows[target].unicodeScalars.prefix(along).reduce(0) { $0 + UTF8.width($1) }
        libedit.replaceLine(with: text, cursor: starts[target] + ahead)
        return .done
    }

    private func complete(_ text: String, _ cursor: Int, by step: Int) -> LibEdit.After {
        if var open = menu, open.stands(on: text, cursor: cursor) {
            open.move(by: step)
            menu = open
            libedit.replaceLine(with: open.line, cursor: open.cursor)
            return .done
        }
        menu = nil
        guard let completion = complete(text, cursor), !completion.candidates.isEmpty else { return .beep }
        let typed = text.slice(completion.replaced.range)
        if completion.candidates.count == 1 {
            let candidate = completion.candidates[0]
            // What follows a command is another word, so the space is typed too.
            let endsLine = completion.replaced.end >= text.utf8.count
            let whole = candidate.text + (endsLine && [.command, .stage, .script].contains(candidate.kind) ? " " : "")
            guard whole != typed else { return .beep }
            let (line, end) = text.replacing(completion.replaced.range, with: whole)
            libedit.replaceLine(with: line, cursor: end)
            return .done
        }
        let common = completion.commonPrefix
        if common.hasPrefix(typed), common != typed {
            let (line, end) = text.replacing(completion.replaced.range, with: common)
            libedit.replaceLine(with: line, cursor: end)
            return .done
        }
        menu = CompletionMenu(completion, line: text, cursor: cursor)
        return .done
    }

    // MARK: Ctrl-R

    private func searchHistory() -> LibEdit.After {
        let before = libedit.line
        var running = HistorySearch(entries: searchable())
        menu = nil
        while true {
            search = running
            let key = libedit.readKey()
            switch running.press(key) {
            case .goOn: continue
            case .beep: libedit.beep()
            case .take(let entry, let cursor, let runs):
                search = nil
                if let entry { libedit.replaceLine(with: entry, cursor: cursor) }
                // The key that ended the search does what it always does; a lone Escape only ends it.
                if !runs, case .scalar(let scalar) = key, scalar != "\u{1B}" || LibEdit.keyComes(within: 50) {
                    libedit.push(scalar)
                }
                return runs && entry != nil ? .finish : .done
            case .giveUp:
                search = nil
                libedit.replaceLine(with: before.text, cursor: before.cursor)
                return .done
            case .interrupted:
                search = nil
                return .cancel
            }
        }
    }

    // MARK: Paste

    /// Takes everything up to the end mark. One line is put into the line; of many, each is answered in turn, and what stands
    /// behind the last line break waits for more.
    private func paste(_ text: String, _ cursor: Int) -> LibEdit.After {
        isPasting = true
        defer { isPasting = false }
        let mark = Array("\u{1B}[201~".unicodeScalars)
        var content: [Unicode.Scalar] = []
        while !content.suffix(mark.count).elementsEqual(mark) {
            guard case .scalar(let scalar) = libedit.readKey() else { return .cancel }
            content.append(scalar)
        }
        content.removeLast(mark.count)
        var clean = String.UnicodeScalarView()
        for (i, scalar) in content.enumerated() {
            switch scalar {
            case "\r": clean.append("\n")
            case "\n" where i > 0 && content[i - 1] == "\r": break
            case "\t": clean.append(" ")
            case _ where scalar.value < 0x20 && scalar != "\n" || (0x7F..<0xA0).contains(scalar.value): break
            default: clean.append(scalar)
            }
        }
        var lines = String(clean).split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        if lines.count == 2, lines[1].isEmpty { lines.removeLast() }
        guard lines.count > 1 else {
            libedit.insert(lines.first ?? "")
            return .done
        }
        let head = text.slice(0..<cursor), tail = text.slice(cursor..<text.utf8.count)
        lines[0] = head + lines[0]
        pastedRest = lines.removeLast() + tail
        pasted = lines
        guard let first = nextPasted() else { return .done }
        libedit.replaceLine(with: first, cursor: first.utf8.count)
        return isUnfinished(first) || isWaiting ? .done : .finish
    }
}
