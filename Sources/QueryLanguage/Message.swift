/// Everything the language says to people, in one table; another tongue is another property beside `english`.
enum Message: Hashable {
    /// What can stand in a line.
    enum Part: String, Hashable {
        case command, term, stage, property, value, number, identifier, format, grouping, end

        var english: String {
            switch self {
            case .command: "a command"
            case .term: "a term"
            case .stage: "a stage"
            case .property: "a property"
            case .value: "a value"
            case .number: "a number"
            case .identifier: "an id, a row or a name"
            case .format: "a format"
            case .grouping: "by and a property"
            case .end: "the end of the line"
            }
        }

        /// A few things that could stand there.
        var expected: [String] {
            switch self {
            case .command: Noun.all.map(\.description.name) + ["open", "help"]
            case .term: ["2026", "sector:ecology", "value>=5", "\"…\""]
            case .stage: StageWord.all.map(\.description.name)
            case .property: ["place", "indicator", "sector", "period", "value"]
            case .value: ["5"]
            case .number: ["5"]
            case .identifier: ["f1", "1"]
            case .format: OutputFormat.allCases.map(\.rawValue)
            case .grouping: ["by"]
            case .end: []
            }
        }
    }

    case unclosedQuote, unclosedBracket
    case unknownCommand(String), unknownStage(String), unknownKey(String), unknownFormat(String), unknownTopic(String)
    case unknownIdentifier(String), unknownValue(String, key: String)
    case notAProperty(String, noun: String), notAColumn(String)
    case missing(Part, after: String)
    case unexpected(String, [Part])
    case notANumber(String), notComparable(String), notNumeric(String)
    case reversedYears(Int, Int)
    case rowWithoutNode(Int), rows(Int)
    case noSuchRow(Int, of: Int), nothingToFollow, noCard, noWayBack, noWayForward
    case noSource(String)
    case noReasons(String), unreadable(String)
    case interrupted
    // Notes
    case spansThatCover(year: String, rows: Int, spans: String)
    case withinPlan(rows: Int, noun: String, plan: String, line: String)
    case readAs(word: String, meaning: String)
    case readAsText(word: String)
    case readAsSector(word: String, sector: String, exactly: String)
    case mixedUnits(String)
    case unitsApart
    case nothingLoaded, nothingFound(noun: String)
    case emptiedBy(term: String, before: Int, noun: String)
    case valuesThere(key: String, values: String)
    case noDocumentCovers(years: String, known: String)
    case neverCovers(noun: String, years: String, known: String)
    case placeWithoutDocument(String)
    case didYouMean(String)
    case nothingRelated
    case allAgree(documents: Int), disagreements(String, in: Int, of: Int)

    var english: String {
        switch self {
        case .unclosedQuote: "the quotation has no end"
        case .unclosedBracket: "the bracket has no end"
        case .unknownCommand(let word): "‘\(word)’ is not a command"
        case .unknownStage(let word): "‘\(word)’ is not a stage"
        case .unknownKey(let word): "‘\(word)’ is not a property"
        case .unknownFormat(let word): "‘\(word)’ is not a format"
        case .unknownTopic(let word): "no help on ‘\(word)’"
        case .unknownIdentifier(let word): "nothing here is called ‘\(word)’"
        case .unknownValue(let word, let key): "no \(key) is called ‘\(word)’"
        case .notAProperty(let word, let noun): "\(noun) have no \(word)"
        case .notAColumn(let word): "the rows have no column \(word) here"
        case .missing(let part, let word):
            word.isEmpty ? "\(part.english) is missing" : "\(part.english) is missing after ‘\(word)’"
        case .unexpected(let word, let parts):
            "‘\(word)’ cannot stand here; expected \(parts.map(\.english).joined(separator: " or "))"
        case .notANumber(let word): "‘\(word)’ is not a number"
        case .notComparable(let word): "\(word) cannot be compared"
        case .notNumeric(let word): "\(word) is not a number"
        case .reversedYears(let low, let high): "\(low) is after \(high)"
        case .noSuchRow(let row, let count):
            count == 0 ? "there is no \(row): nothing is numbered" : "there is no \(row): they go from 1 to \(count)"
        case .rowWithoutNode(let row): "row \(row) stands for several things, not for one that can be opened"
        case .rows(let count): count == 1 ? "1 row" : "\(count) rows"
        case .nothingToFollow: "there is no table or card yet"
        case .noCard: "no card is open"
        case .noWayBack: "this is where you began"
        case .noWayForward: "this is the latest answer"
        case .noSource(let name): "\(name) is not from one document"
        case .noReasons(let name): "\(name) is no statement; why is told of figures, measures, problems and goals"
        case .unreadable(let name): "\(name) cannot be explained: the lexicon it was read with is not there"
        case .interrupted: "interrupted"
        case .spansThatCover(let year, let rows, let spans):
            "\(rows) of the rows \(rows == 1 ? "belongs" : "belong") to \(spans), covering \(year): see column period"
        case .withinPlan(let rows, let noun, let plan, let line):
            "\(rows) more \(noun) belong to single years of \(plan): \(line)"
        case .readAs(let word, let meaning): "‘\(word)’ was read as \(meaning)"
        case .readAsSector(let word, let sector, let line): "‘\(word)’ was read as sector \(sector); for the word itself: \(line)"
        case .readAsText(let word): "‘\(word)’ names nothing here; it was searched for in the text"
        case .mixedUnits(let units): "values in different units (\(units)) were sorted each among themselves"
        case .unitsApart: "different units have rows of their own"
        case .nothingLoaded: "nothing is loaded"
        case .nothingFound(let noun): "there are no \(noun)"
        case .emptiedBy(let term, let before, let noun): "\(before) \(noun) before ‘\(term)’, none after it"
        case .valuesThere(let key, let values): "\(key) there: \(values)"
        case .noDocumentCovers(let years, let known): "no document covers \(years); the years known are \(known)"
        case .neverCovers(let noun, let years, let known): "no \(noun) cover \(years) here; there are some for \(known)"
        case .placeWithoutDocument(let place): "no document of \(place) is loaded"
        case .didYouMean(let line): "did you mean: \(line)"
        case .allAgree(let documents):
            documents == 1 ? "all is well: the checks found nothing in the document"
                : "all is well: the checks found nothing in \(documents) documents"
        case .disagreements(let kinds, let faulty, let documents): "\(kinds); in \(faulty) of \(documents) documents"
        case .nothingRelated: "nothing here bears on it"
        }
    }
}
