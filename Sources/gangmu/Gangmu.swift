import ArgumentParser
import Documents
import Glibc

/// The program: what stands on its command line is parsed here, each subcommand is a file beside this one.
@main
struct Gangmu: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "gangmu",
        abstract: "Ask policy documents for their targets, results and measures.",
        discussion: """
            PATH is a document, a table of facts, a folder of them, or one file of `gangmu build`; without one, $GANGMU_DATA or Data/documents of the program.

            Exit codes: 0 answered, 1 nothing found with --fail-empty, 2 wrong command, 3 data not found or unreadable, 130 interrupted.
            """,
        version: "0.1.0",
        subcommands: [
            ShellCommand.self, QueryCommand.self, RunCommand.self, ExtractCommand.self, BuildCommand.self, VerifyCommand.self,
            ExportCommand.self,
            ContextCommand.self, ServeCommand.self,
        ],
        defaultSubcommand: ShellCommand.self)

    @OptionGroup var manner: Manner

    static func main() {
        // A pipe that nobody reads any more shall end the program quietly, not by a signal.
        signal(SIGPIPE, SIG_IGN)
        do {
            if try Tongue.ofLocale.speaking({ try QueryCommand.runPlainly(CommandLine.arguments.dropFirst()) }) { return }
            var command = try parseAsRoot()
            // `gangmu help` is a command of the parser's, which has no manner.
            let manner = (command as? any SpeakingCommand)?.manner
            try Terminal.$colours.withValue(manner?.color ?? .auto) {
                try (manner?.tongue ?? .ofLocale).speaking { try command.run() }
            }
        } catch let stop as Stop {
            StandardStream.error.write(stop.message)
            Glibc.exit(stop.code)
        } catch {
            let isFailure = exitCode(for: error) != .success
            var text = fullMessage(for: error)
            if Tongue.asked(by: CommandLine.arguments) == .chinese {
                let unbroken = fullMessage(for: error, columns: ChineseHelp.unbroken)
                if isFailure { text = ChineseHelp.mistake(unbroken) }
                if !isFailure, text.hasPrefix("OVERVIEW:") { text = ChineseHelp.text(of: unbroken) }
            }
            (isFailure ? StandardStream.error : .output).write(text.isEmpty ? "" : text + "\n")
            Glibc.exit(isFailure ? Stop.wrongCommand : 0)
        }
    }
}

/// The end of the program before its work was done.
struct Stop: Error {
    static let wrongCommand: Int32 = 2, noData: Int32 = 3

    let code: Int32
    /// Whole lines for standard error; empty where all was said.
    var message: String

    init(code: Int32, message: String = "") {
        self.code = code
        self.message = message
    }

    init(code: Int32, _ message: Message) { self.init(code: code, message: "gangmu: \(message.text)\n") }
}
