// A program around the shell that knows a few words and no documents: what the terminal tests drive, so that they try the
// editing of lines and nothing else.
import Documents
import Glibc
import QueryLanguage
import Shell

let words = ["compare", "count", "history", "targets", "results"]

func candidates(_ line: String, _ cursor: Int) -> Completion? {
    let before = Array(line.utf8.prefix(cursor))
    let start = (before.lastIndex(of: UInt8(ascii: " ")) ?? -1) + 1
    let typed = String(decoding: before[start...], as: UTF8.self)
    if typed == "many" {
        let many = (1...200).map { Completion.Candidate("候选\($0)", .name, detail: "“说明”") }
        return Completion(replaced: ByteSpan(start, cursor), candidates: many)
    }
    if typed == "trap" {
        let nothing: [Completion] = []
        return nothing[start]
    }
    let fitting = words.filter { $0.hasPrefix(typed) }.map { Completion.Candidate($0, .command) }
    return Completion(replaced: ByteSpan(start, cursor), candidates: fitting)
}

func answer(_ line: String, _ number: Int?) -> InteractiveShell.Reply {
    switch line {
    case "exit": return .init(leaves: true)
    case "help": return .init(output: "help\n")
    case "sleep":
        for _ in 0..<2000 where !Interrupts.pending { usleep(5000) }
        return Interrupts.pending ? .init(problem: "interrupted\n", exitCode: 130) : .init(output: "slept\n")
    case "flood": return .init(output: String(repeating: "碳达峰碳中和\n", count: 500_000))
    case "nap":
        usleep(300_000)
        return .init(output: "rested\n")
    case _ where line.hasPrefix("zz"):
        return .init(problem: (number.map { "standard input:\($0): " } ?? "") + "unknown\n", exitCode: 2)
    default: return .init(output: "= \(line)\n")
    }
}

let past = InteractiveShell.Past()
exit(
    InteractiveShell(
        .init(
            answer: { line, number in
                guard line == "history" else { return answer(line, number) }
                let lines = past.entries.enumerated().map { "\($0.offset + 1)  \($0.element)\n" }
                return .init(output: lines.joined())
            },
            complete: candidates),
        past: past
    ).run())
