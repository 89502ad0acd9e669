import Foundation
import Testing

/// What `--help` says in Chinese: every sentence of the English one, in lines of at most 80 cells.
@Suite struct HelpTests {
    static let commands = ["", "shell", "query", "run", "extract", "build", "verify", "export", "mcp", "serve"]

    @Test(arguments: commands) func everySentenceIsChinese(_ command: String) throws {
        let english = try Program.run("gangmu \(command) --help").output
        let help = try Program.run("LANG=zh_CN.UTF-8 gangmu \(command) --help")
        #expect(help.exitCode == 0 && help.output.hasPrefix("概述："))
        #expect(try Program.run("gangmu --lang zh \(command) --help").output == help.output)
        for line in help.output.split(separator: "\n") {
            let cells = line.unicodeScalars.reduce(0) { $0 + ($1.value >= 0x2E80 ? 2 : 1) }
            #expect(cells <= 80, "\(line)")
            // Three English words in a row are a sentence, unless they are typed as they stand.
            let isTyped = ["--", "'", "$", "gangmu ", "param "].contains { line.contains($0) }
            #expect(isTyped || line.firstMatch(of: /[a-z]+ [a-z]+ [a-z]+/) == nil, "\(line)")
        }
        // Every option and subcommand is there.
        for match in english.matches(of: /--[a-z-]+/) { #expect(help.output.contains(match.output)) }
        for match in english.matches(of: /(?m)^  ([a-z]+) {4,}/) { #expect(help.output.contains("  " + match.output.1)) }
    }

    /// What is for other programs stays what it is.
    @Test func whatOtherProgramsReadIsNotTranslated() throws {
        for option in ["--version", "--generate-completion-script bash", "--experimental-dump-help"] {
            let one = try Program.run("gangmu \(option)"), other = try Program.run("LANG=zh_CN.UTF-8 gangmu \(option)")
            #expect(one == other, "\(option)")
        }
    }
}
