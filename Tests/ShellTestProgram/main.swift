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
        return Completion(replaced: ByteSpan(start, cursor), candidates: (1...200).map { .init("候选\($0)", .name, detail: "“说明”") })
    }
    if typed == "trap" {
        let nothing: [Completion] = []
        return nothing[start]
    }
    return Completion(replaced: ByteSpan(start, cursor), candidates: words.filter { $0.hasPrefix(typed) }.map { .init($0, .command) })
}

func answer(_ line: String, _ number: Int?) -> InteractiveShell.Reply {
    switch line {
    case "exit": return .init(leaves: true)
    case "help": return .init(output: "help\n")
    case "sleep":
        for _ in 0..<2000 where !Interrupts.pending { usleep(5000) }
        return .init(output: Interrupts.pending ? "" : "slept\n", problem: Interrupts.pending ? "interrupted\n" : "", exitCode: 130)
    case "flood": return .init(output: String(repeating: "碳达峰碳中和\n", count: 500_000))
    case "nap":
        usleep(300_000)
        return .init(output: "rested\n")
    case _ where line.hasPrefix("zz"):
        return .init(problem: (number.map { "standard input:\($0): " } ?? "") + "unknown\n", exitCode: 2)
    default: return .init(output: "= \(line)\n")
    }
}

exit(InteractiveShell(.init(answer: answer, complete: candidates)).run())
