import Foundation

/// A session written down: remarks (`; …`), commands of the system's shell (`$ …`), and below a `$ gangmu …` without a question
/// the lines typed at its prompt (`纲目> …`), each with its exact output. A failure ends in `[exit N]`.
struct Transcript {
    enum Item: Equatable {
        case remark(String)
        case command(String)
        case line(String)
    }

    static let prompt = "纲目> "
    let items: [Item]

    /// Reads the remarks and commands of a transcript; its outputs are made anew by `replayed`.
    init(_ text: String) {
        items = text.split(separator: "\n").compactMap { line in
            if line.hasPrefix("; ") { return .remark(String(line.dropFirst(2))) }
            if line.hasPrefix("$ ") { return .command(String(line.dropFirst(2))) }
            if line.hasPrefix(Self.prompt) { return .line(String(line.dropFirst(Self.prompt.count))) }
            return nil
        }
    }

    /// The transcript with the outputs that the program gives now.
    ///
    /// Lines of a session are replayed by feeding the program the first one, the first two and so on: what the output grows by
    /// belongs to the last of them. The blank line that parts two answers stands above the second command here.
    func replayed(run: (_ command: String, _ input: String) throws -> Program.Run) rethrows -> String {
        var text = "", command = "", input = "", before = ""
        for (index, item) in items.enumerated() {
            switch item {
            case .remark(let remark):
                text += "; \(remark)\n"
            case .command(let typed):
                (command, input, before) = (typed, "", "")
                text += "$ \(typed)\n"
                if index + 1 < items.count, case .line = items[index + 1] { continue }
                text += Self.shown(try run(command, ""), after: "")
            case .line(let line):
                input += line + "\n"
                let run = try run(command, input)
                text += Self.prompt + line + "\n" + Self.shown(run, after: before)
                before = run.output
            }
        }
        return text
    }

    private static func shown(_ run: Program.Run, after before: String) -> String {
        let new = run.output.hasPrefix(before) ? String(run.output.dropFirst(before.count)) : "[the output before changed]\n" + run.output
        return (new.hasPrefix("\n") ? String(new.dropFirst()) : new) + (run.exitCode == 0 ? "" : "[exit \(run.exitCode)]\n") + "\n"
    }
}
