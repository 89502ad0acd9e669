import Documents
import Glibc
import QueryLanguage
import Shell

/// Where saved scripts lie: those that came with the program, and one's own.
enum ScriptFolder {
    static let ending = ".gm"

    /// One's own first: `$XDG_CONFIG_HOME/gangmu/scripts`, then `Scripts/queries` beside the program.
    static var folders: [String] {
        [ConfigurationFolder.path.map { $0 + "/scripts" }, Path.besideProgram("Scripts/queries")].compactMap(\.self)
            .filter { FileSystem.isFolder($0) }
    }

    /// Where one's own are put.
    static var own: String { (ConfigurationFolder.path ?? "~/.config/gangmu") + "/scripts" }

    /// Every saved script by its name, with its purpose.
    static var purposes: [(name: String, purpose: String)] {
        files().map { (name($0), Script.Heading((try? FileSystem.read($0)) ?? []).purpose) }
    }

    private static func files() -> [String] {
        folders.flatMap { folder in
            guard case .success(let found) = Result(catching: { () throws(FileFailure) in try FileSystem.files(under: folder) }) else {
                return [String]()
            }
            return found.files.filter { $0.hasSuffix(ending) }
        }
    }

    private static func name(_ path: String) -> String { String(Path.name(path).dropLast(ending.count)) }

    /// The file of a path, or of the name of a saved script.
    static func path(of word: Word) throws(Diagnostic) -> String {
        if let path = path(of: word.text) { return path }
        let near = nearest(to: word.text)
        throw Diagnostic(
            .unknownIdentifier, Message.noScript(word.text).text, at: word.span, expected: near.isEmpty ? ["scripts"] : near,
            suggestion: near.first.map { "run \($0)" } ?? "scripts")
    }

    /// Names of saved scripts that this may be a slip of.
    static func nearest(to text: String) -> [String] { Spelling.nearest(to: text, among: files().map(name)) }

    static func path(of text: String) -> String? {
        for path in [text, text + ending] where FileSystem.exists(path) && !FileSystem.isFolder(path) { return path }
        guard !text.contains("/") else { return nil }
        return folders.flatMap { ["\($0)/\(text)", "\($0)/\(text)\(ending)"] }.first { FileSystem.exists($0) }
    }

    static func read(_ path: String, at word: Word) throws(Diagnostic) -> [UInt8] {
        do throws(FileFailure) {
            return try FileSystem.read(path)
        } catch {
            throw Diagnostic(.unknownIdentifier, error.description, at: word.span)
        }
    }

    /// Every saved script with its parameters and its purpose.
    static func table() -> Table {
        let rows = files().map { path -> [Cell] in
            let heading = Script.Heading((try? FileSystem.read(path)) ?? [])
            return [.text(name(path)), .text(heading.signature), .text(heading.purpose)]
        }
        return Table(
            columns: [
                Column(key: "script", chinese: "脚本"), Column(key: "parameters", chinese: "参数", shrink: 2),
                Column(key: "purpose", chinese: "用途", shrink: 1),
            ], rows: rows, nodes: rows.map { _ in nil })
    }
}

/// A script in the editor of `$VISUAL` or `$EDITOR`.
enum Editing {
    static func edit(_ path: String, at word: Word) throws(Diagnostic) {
        guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 else {
            throw Diagnostic(.notHere, Message.editsOnTerminal.text, at: word.span)
        }
        let editor = ["VISUAL", "EDITOR"].lazy.compactMap { Environment[$0] }.first { !$0.isEmpty } ?? "vi"
        // The editor may be a command with options; the path is handed to it as it is.
        var arguments: [UnsafeMutablePointer<CChar>?] = ["sh", "-c", "\(editor) \"$1\"", "sh", path].map { (part: String) in strdup(part) }
        arguments.append(nil)
        defer { for argument in arguments { free(argument) } }
        var child = pid_t()
        var status: Int32 = 0
        guard posix_spawn(&child, "/bin/sh", nil, nil, arguments, environ) == 0 else {
            throw Diagnostic(.notHere, Message.noEditor(editor).text, at: word.span)
        }
        while waitpid(child, &status, 0) < 0, errno == EINTR {}
        guard status == 0 else { throw Diagnostic(.notHere, Message.noEditor(editor).text, at: word.span) }
    }
}
