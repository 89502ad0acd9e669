import Lexicon

/// What a measure is about apart from its own words: the heading that it stands under, the short sentence of its paragraph that
/// opens a topic (强化人才支撑。 before the sentences that carry it out), and the measure before it in its sentence.
struct MeasureTopic {
    /// How much the topic of a paragraph weighs against the words of the measure, and what the heading then loses.
    private static let topicTrust = 4.0, topicCost = 4.0
    private static let neighbourTrust = 1.0
    /// Units of the longest sentence that opens a topic.
    private static let longestTopic = 12

    private(set) var hints = SectorClassifier.Context()
    private var paragraph = -1, sentence = -1
    private var topic: SectorClassifier.Numbered?, neighbour: SectorClassifier.Numbered?

    /// Makes `hints` those of `measure`; measures come in the order of the text.
    mutating func turn(to measure: MeasureFound, heading: SectorClassifier.Numbered?, _ sectors: borrowing SectorClassifier) {
        if measure.paragraph != paragraph { (paragraph, topic) = (measure.paragraph, nil) }
        if measure.sentence.lowerBound != sentence { (sentence, neighbour) = (measure.sentence.lowerBound, nil) }
        hints.forget()
        var trust = 0.0, isOther = true
        if let heading {
            trust = sectors.trust(of: heading)
            if let topic { isOther = !sectors.areAlike(heading, topic) }
        }
        if let topic, isOther {
            hints.add(topic, trust: Self.topicTrust)
            trust -= Self.topicCost
        }
        if let neighbour { hints.add(neighbour, trust: Self.neighbourTrust) }
        if let heading { hints.add(heading, trust: trust) }
    }

    /// Keeps the sector that `measure` turned out to have for those behind it.
    mutating func keep(_ sector: SectorClassifier.Numbered, of measure: MeasureFound) {
        neighbour = sector
        if measure.range == measure.sentence, measure.range.count <= Self.longestTopic { topic = sector }
    }
}
