// GraphBench import FOLDER FILE     tables in CSV as a graph, written as a snapshot; import-tables leaves the index of texts out
// GraphBench sections FILE -         name, bytes and bytes of a value of each section
// GraphBench complete FILE LINE      times what could be typed behind LINE, the first time and again
// GraphBench ask FILE QUESTIONS     times each line of QUESTIONS, five times round, with answers of text and of rows; tabs part a
//                                   question and its parameters
// GraphBench answer FILE QUESTIONS  prints the answers instead, a line `= question` before each
import Documents
import Glibc
import KnowledgeGraph
import QueryLanguage

func seconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}

func peakMegabytes() -> Int {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    return usage.ru_maxrss / 1024
}

func open(_ path: String) throws -> Graph {
    try Snapshot.open(path) { failure in
        print(failure)
        exit(3)
    }
}

func lines(_ path: String) throws -> [String] {
    String(decoding: try FileSystem.read(path), as: UTF8.self).split(separator: "\n").map(String.init)
}

let arguments = CommandLine.arguments
guard arguments.count == 4 else {
    print("usage: GraphBench import FOLDER FILE | complete FILE LINE | sections FILE - | ask FILE QUESTIONS | answer FILE QUESTIONS")
    exit(2)
}
switch arguments[1] {
case "import", "import-tables":
    let start = seconds()
    let graph = try Tables(folder: arguments[2]).graph(withIndex: arguments[1] == "import")
    let built = seconds()
    try Snapshot.write(graph, to: arguments[3], withIndex: arguments[1] == "import")
    let nodes = NodeType.allCases.filter { $0 != .sentence }.reduce(0) { $0 + graph.count(of: $1) }
    print("seconds\t\(seconds() - start)\nbuilt\t\(built - start)\npeak\t\(peakMegabytes())\nnodes\t\(nodes)")
case "sections":
    for section in try Snapshot.sections(of: arguments[2]) { print("\(section.name)\t\(section.bytes)\t\(section.stride)") }
case "complete":
    let session = Session(graph: try open(arguments[2]))
    for _ in 0..<2 {
        let start = seconds()
        let found = session.complete(arguments[3], cursor: arguments[3].utf8.count)
        print("\(seconds() - start)\t\(found.candidates.count)")
    }
case "answer":
    var questions = Questions(try open(arguments[2]), isText: true)
    for line in try lines(arguments[3]) {
        let parts = line.split(separator: "\t").map(String.init)
        questions.ask(Int(parts[0].dropFirst()) ?? 0, Array(parts.dropFirst()), parts.dropFirst().map { Int($0) ?? 0 })
        print("= \(line)")
        print(String(decoding: questions.answer, as: UTF8.self), terminator: "")
    }
case "ask":
    let graph = try open(arguments[2])
    let asked = try lines(arguments[3]).map { $0.split(separator: "\t").map(String.init) }
    var names: [String] = []
    for parts in asked where !names.contains(parts[0]) { names.append(parts[0]) }
    for (way, isText) in [("text", true), ("rows", false)] {
        var questions = Questions(graph, isText: isText)
        for name in names {
            let number = Int(name.dropFirst()) ?? 0
            for round in 0..<6 {
                for parts in asked where parts[0] == name {
                    let parameters = Array(parts.dropFirst()), numbers = parameters.map { Int($0) ?? 0 }, start = seconds()
                    questions.ask(number, parameters, numbers)
                    let took = seconds() - start
                    // The first round touches the pages.
                    if round > 0 { print("\(name)\t\(took)\t\(questions.rows)\t\(way)") }
                }
            }
        }
    }
default: exit(2)
}
