import ArgumentParser
import Documents
import Presentation
import QueryLanguage
import Shell

struct RunCommand: SpeakingCommand {
    static let configuration = CommandConfiguration(
        commandName: "run", abstract: "Run a saved query script.",
        discussion: """
            A script has one command a line; # begins a comment. Its first lines may declare parameters, as param year: year = 2026; \
            $year is the value. $1 … $9 are the arguments, $@ all of them, $$ is a dollar sign. The first command that fails stops \
            the script; it is shown as file:line:column. SCRIPT is a file or the name of one in Scripts/queries: gangmu query scripts.
            """)

    @Argument(help: "The script; - for standard input.", completion: .file())
    var script: String

    @Argument(help: "NAME=VALUE, or values in the order of the parameters; what $1 … $9 and $@ stand for.")
    var arguments: [String] = []

    @Option(name: .customLong("param"), help: ArgumentHelp("A value for a parameter; may be repeated.", valueName: "name=value"))
    var parameters: [String] = []

    @Option(
        name: .customLong("on"), help: ArgumentHelp("A document or folder; may be repeated.", valueName: "path"),
        completion: .file())
    var paths: [String] = []

    @Flag(help: "Read the script and its parameters, and run nothing.")
    var check = false

    @OptionGroup var failing: Failing
    @OptionGroup var manner: Manner

    func run() throws {
        let name = script == "-" ? Message.standardInput.text : ScriptFolder.path(of: script) ?? script
        let bytes: [UInt8]
        do throws(FileFailure) {
            bytes = try FileSystem.read(script == "-" ? "/dev/stdin" : name)
        } catch {
            var message = Message("\(error.path): \(error.reason.english)", "\(error.path)：\(error.reason.chinese)")
            if !FileSystem.exists(name) {
                let near = ScriptFolder.nearest(to: script).first
                message = Message(
                    "there is no script ‘\(script)’; "
                        + (near.map { "did you mean: gangmu run \($0)" } ?? "gangmu query scripts lists those that are saved"),
                    "没有脚本“\(script)”；" + (near.map { "您是不是要：gangmu run \($0)" } ?? "gangmu query 脚本 可列出已有的"))
            }
            throw Stop(code: Stop.noData, message)
        }
        let given = try given(for: Script.Heading(bytes).parameters.map(\.name))
        // Mistakes that need no documents are told before these are read.
        do throws(Script.Mistake) {
            _ = try Script(name: name, bytes: bytes, arguments: check ? Script.Arguments(inOrder: Array(repeating: "x", count: 9)) : given)
        } catch {
            if !check { throw stop(error) }
        }
        var interpreter = Interpreter(session: try Library.session(over: paths))
        interpreter.session.isCancelled = { Interrupts.pending }
        Interrupts.install()
        let script: Script
        do throws(Script.Mistake) {
            if check {
                let note = try Script.check(name: name, bytes: bytes, session: interpreter.session)
                StandardStream.output.write(note.text + "\n")
                return
            }
            script = try Script(name: name, bytes: bytes, arguments: given, session: interpreter.session)
        } catch {
            throw stop(error)
        }
        try failing.run(script, &interpreter)
    }

    private func given(for names: [String]) throws(Stop) -> Script.Arguments {
        var given = Script.Arguments()
        for parameter in parameters {
            guard let cut = parameter.firstIndex(where: { $0 == "=" || $0 == "＝" }) else {
                throw Stop(
                    code: Stop.wrongCommand,
                    Message("--param \(parameter): a value is missing: name=value", "--param \(parameter)：缺少值：名称=值"))
            }
            given.named.append((String(parameter[..<cut]), String(parameter[parameter.index(after: cut)...])))
        }
        for argument in arguments {
            if let cut = argument.firstIndex(where: { $0 == "=" || $0 == "＝" }), names.contains(String(argument[..<cut])) {
                given.named.append((String(argument[..<cut]), String(argument[argument.index(after: cut)...])))
            } else {
                given.inOrder.append(argument)
            }
        }
        return given
    }

    private func stop(_ mistake: Script.Mistake) -> Stop {
        let renderer = Renderer(style: Terminal.errorStyle)
        return Stop(
            code: mistake.diagnostic.exitCode,
            message: failing.jsonErrors
                ? renderer.json(mistake.diagnostic, line: mistake.line, place: mistake.place)
                : renderer.render(mistake.diagnostic, line: mistake.line, place: mistake.place))
    }
}

/// What counts as failing, and what happens then: the options of every subcommand that answers lines.
struct Failing: ParsableArguments {
    @Flag(help: "Go on after a command that fails, and end with the worst exit code.")
    var keepGoing = false

    @Flag(help: "End with 1 where a query finds nothing.")
    var failEmpty = false

    @Flag(help: "Write mistakes as JSON, one a line: code, message, start, end, expected, suggestion, suggestions.")
    var jsonErrors = false

    static let foundNothing: Int32 = 1

    /// Runs a script with its answers on standard output and its mistakes on standard error.
    func run(_ script: Script, _ interpreter: inout Interpreter) throws(Stop) {
        interpreter.goesOn = keepGoing
        interpreter.writesJSON = jsonErrors
        var foundNothing = false
        let code = interpreter.execute(script) { reply in
            StandardStream.error.write(reply.remarks)
            StandardStream.output.write(reply.output)
            StandardStream.error.write(reply.problem)
            foundNothing = foundNothing || reply.isEmpty
            return true
        }
        if code != 0 { throw Stop(code: code) }
        if failEmpty, foundNothing { throw Stop(code: Self.foundNothing) }
    }

    func run(_ line: String, _ interpreter: inout Interpreter) throws(Stop) {
        interpreter.goesOn = keepGoing
        interpreter.writesJSON = jsonErrors
        let reply = interpreter.reply(to: line)
        StandardStream.error.write(reply.remarks)
        StandardStream.output.write(reply.output)
        if reply.exitCode != 0 { throw Stop(code: reply.exitCode, message: reply.problem) }
        if failEmpty, reply.isEmpty { throw Stop(code: Self.foundNothing) }
    }
}
