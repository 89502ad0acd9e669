import ArgumentParser
import Documents
import Presentation

struct RunCommand: SpeakingCommand {
    static let configuration = CommandConfiguration(
        commandName: "run", abstract: "Run a saved query script.",
        discussion: """
            A script has one command a line; # begins a comment. $1 … $9 are the arguments, $@ all of them, $$ is a dollar sign. \
            The first command that fails stops the script; it is shown as file:line:column.
            """)

    @Argument(help: "The script; - for standard input.", completion: .file())
    var script: String

    @Argument(help: "What $1 … $9 and $@ stand for.")
    var arguments: [String] = []

    @Option(
        name: .customLong("on"), help: ArgumentHelp("A document or folder; may be repeated.", valueName: "path"),
        completion: .file())
    var paths: [String] = []

    @OptionGroup var manner: Manner

    func run() throws {
        let script = try Self.script(at: script, arguments: arguments)
        var interpreter = Interpreter(session: try Library.session(over: paths))
        for command in script.commands {
            try interpreter.run(command.text) { script.place(of: $0.span, in: command) }
            if interpreter.session.isOver { return }
        }
    }

    private static func script(at path: String, arguments: [String]) throws(Stop) -> Script {
        let bytes: [UInt8]
        do throws(FileFailure) {
            bytes = try FileSystem.read(path == "-" ? "/dev/stdin" : path)
        } catch {
            throw Stop(code: Stop.noData, Message("\(error.path): \(error.reason.english)", "\(error.path)：\(error.reason.chinese)"))
        }
        do throws(Script.Mistake) {
            return try Script(name: path == "-" ? Message.standardInput.text : path, bytes: bytes, arguments: arguments)
        } catch {
            let text = Renderer(style: Terminal.errorStyle).render(error.diagnostic, line: error.line, place: error.place)
            throw Stop(code: Stop.wrongCommand, message: text)
        }
    }
}
