/// Takes the statements of one document as they are read, in the order of the text.
public protocol StatementSink {
    /// Comes first: the document without its statements.
    mutating func begin(_ document: Reading)
    mutating func add(_ goal: consuming Goal)
    mutating func add(_ figure: consuming Figure)
    mutating func add(_ measure: consuming Measure)
    mutating func add(_ problem: consuming Problem)
}

/// Keeps them all.
struct WholeReading: StatementSink {
    private(set) var reading = Reading(name: "", path: "", text: [], masthead: Masthead(title: ""))

    mutating func begin(_ document: Reading) { reading = document }
    mutating func add(_ goal: consuming Goal) { reading.goals.append(goal) }
    mutating func add(_ figure: consuming Figure) { reading.figures.append(figure) }
    mutating func add(_ measure: consuming Measure) { reading.measures.append(measure) }
    mutating func add(_ problem: consuming Problem) { reading.problems.append(problem) }
}
