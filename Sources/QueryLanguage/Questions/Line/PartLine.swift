import KnowledgeGraph

/// A line of several parts: what the places have and what they lack.
extension QuestionLine {
    /// `places | with targets … | without targets …`; a part that is put in order is gone on to at the end.
    func lineOfParts() -> String? {
        var head: [String], stages: [String] = []
        switch frame.partKind {
        case "place" where frame.partsOfReports: (head, stages) = (reports, [word(Noun.places.description)])
        case "place": head = [word(Noun.places.description)] + placesAlone
        case "sector": head = [word(Noun.sectors.description)]
        default: head = reports
        }
        var ends: [String] = []
        for part in frame.parts {
            let line = QuestionLine(graph: graph, form: form, frame: part.frame)
            guard let noun = line.noun().flatMap({ Noun.named($0) }) else { return nil }
            let rows = ([word(noun.description)] + line.terms(noun)).joined(separator: " ")
            if part.has, part.frame.superlative ?? part.frame.ranking.map({ .init(descending: $0) }) != nil {
                ends = [rows] + line.ends(noun)
            } else {
                stages.append("\(stage(part.has ? .with : .without)) \(rows)")
            }
        }
        if ends.isEmpty, frame.counts || frame.amount || frame.countsDimension { ends = [stage(.count)] }
        return ([head.joined(separator: " ")] + stages + ends).joined(separator: " | ")
    }

    /// The reports of the time, places and level that are asked for.
    var reports: [String] { [word(Noun.documents.description)] + terms(.documents, of: frame) }

    /// Places; those that something is told of at that time, where one is lacking.
    private var placesAlone: [String] {
        var bare = frame
        if frame.parts.allSatisfy(\.has) { (bare.years, bare.plans) = ([], []) }
        return terms(.places, of: bare)
    }

    private func terms(_ noun: Noun, of frame: QuestionFrame) -> [String] {
        var rest = self
        rest.frame = frame
        (rest.frame.subjects, rest.frame.texts, rest.frame.presence, rest.frame.conditions) = ([], [], [], [])
        return rest.terms(noun)
    }
}
