import CLibEdit
import Glibc

/// libedit as an engine of lines: its keys, buffer, kill ring and vi and emacs commands, without its drawing. All unsafe code
/// of the shell is in this file. Use it on the main thread.
final class LibEdit {
    enum Paint { case changed, resized, fresh }
    enum Command { case complete, completeBack, accept, newline, search, right, end, up, down, paste, clear }
    enum After { case done, beep, standard, finish, cancel }
    enum Outcome { case line(String), endOfInput, interrupted }
    enum Key: Equatable { case scalar(Unicode.Scalar), endOfInput, interrupted }

    /// Called before each key that is waited for.
    var onPaint: (Paint) -> Void = { _ in }
    /// Called for the keys that libedit does not answer itself.
    var onCommand: (Command) -> After = { _ in .standard }

    private var editor: OpaquePointer?

    /// Nil where libedit cannot edit: standard input or output is no terminal, or `~/.editrc` says `edit off`.
    init?(program: String) {
        var callbacks = gm_callbacks()
        callbacks.context = Unmanaged.passUnretained(self).toOpaque()
        callbacks.paint = { context, why in
            guard let context else { return }
            let me = Unmanaged<LibEdit>.fromOpaque(context).takeUnretainedValue()
            me.onPaint(why == GM_PAINT_FRESH ? .fresh : why == GM_PAINT_RESIZED ? .resized : .changed)
        }
        callbacks.command = { context, command in
            guard let context, let known = Command(command) else { return GM_BEEP }
            return Unmanaged<LibEdit>.fromOpaque(context).takeUnretainedValue().onCommand(known).forC
        }
        guard let editor = gm_editor_open(program, callbacks) else { return nil }
        self.editor = editor
    }

    deinit { gm_editor_close(editor) }

    /// Sets the process to a UTF-8 locale; false where the system has none.
    static func useUTF8() -> Bool { gm_use_utf8_locale() }

    func read(startingWith text: String = "") -> Outcome {
        text.withUTF8Bytes { gm_editor_prefill(editor, $0, $1) }
        switch gm_editor_read(editor) {
        case GM_LINE: return .line(line.text)
        case GM_INTERRUPTED: return .interrupted
        default: return .endOfInput
        }
    }

    /// The line and the UTF-8 offset of the cursor.
    var line: (text: String, cursor: Int) {
        var length = 0, cursor = 0
        guard let bytes = gm_editor_line(editor, &length, &cursor) else { return ("", 0) }
        let text = String(decoding: UnsafeRawBufferPointer(start: bytes, count: length), as: UTF8.self)
        return (text, cursor)
    }

    func replaceLine(with text: String, cursor: Int) {
        text.withUTF8Bytes { gm_editor_replace(editor, $0, $1, cursor) }
    }

    func insert(_ text: String) {
        text.withUTF8Bytes { gm_editor_insert(editor, $0, $1) }
    }

    func remember(_ entry: String) {
        entry.withUTF8Bytes { gm_editor_remember(editor, $0, $1) }
    }

    /// Empties the list that Up goes through.
    func forget() { gm_editor_forget(editor) }

    func beep() { gm_editor_beep(editor) }

    func readKey() -> Key {
        let key = gm_editor_key(editor)
        if key >= 0, let scalar = Unicode.Scalar(UInt32(key)) { return .scalar(scalar) }
        return Int(key) == GM_KEY_INTERRUPTED ? .interrupted : .endOfInput
    }

    /// Gives a key back, so that libedit reads it next.
    func push(_ key: Unicode.Scalar) { gm_editor_push(editor, key.value) }

    static func keyComes(within milliseconds: Int) -> Bool { gm_key_waiting(Int32(clamping: milliseconds)) }

    static var terminalSize: (columns: Int, rows: Int) {
        var columns: Int32 = 80, rows: Int32 = 24
        gm_terminal_size(&columns, &rows)
        return (Int(columns), Int(rows))
    }
}

extension LibEdit.Command {
    fileprivate init?(_ command: gm_command) {
        switch command {
        case GM_COMPLETE: self = .complete
        case GM_COMPLETE_BACK: self = .completeBack
        case GM_ACCEPT: self = .accept
        case GM_NEWLINE: self = .newline
        case GM_SEARCH: self = .search
        case GM_RIGHT: self = .right
        case GM_END: self = .end
        case GM_UP: self = .up
        case GM_DOWN: self = .down
        case GM_PASTE: self = .paste
        case GM_CLEAR: self = .clear
        default: return nil
        }
    }
}

extension LibEdit.After {
    fileprivate var forC: gm_after {
        switch self {
        case .done: GM_DONE
        case .beep: GM_BEEP
        case .standard: GM_DEFAULT
        case .finish: GM_FINISH
        case .cancel: GM_CANCEL
        }
    }
}

extension String {
    func withUTF8Bytes<Result>(_ body: (UnsafePointer<CChar>?, Int) -> Result) -> Result {
        var copy = self
        return copy.withUTF8 { bytes in
            bytes.withMemoryRebound(to: CChar.self) { body($0.baseAddress, $0.count) }
        }
    }
}

/// Ctrl-C, as a flag that whoever works long asks for.
public enum Interrupts {
    /// From now on Ctrl-C sets the flag, and a signal that ends the process puts the terminal back first.
    public static func install() { gm_catch_signals() }
    /// Whether Ctrl-C was pressed since `clear`. Any thread may ask.
    public static var pending: Bool { gm_interrupted() }
    public static func clear() { gm_clear_interrupt() }
}
