import Lexicon

extension Signs {
    /// Of a figure, from its evidence and its name.
    init(of found: FigureReader.Found, isKnown: Bool, year: Int?) {
        insert(.unknown, where: !isKnown)
        insert(.short, where: !isKnown && found.indicator.count <= 2)
        insert(.long, where: !isKnown && found.indicator.count > 12)
        insert(year: year)
        let evidence = found.evidence
        insert(.listed, where: evidence.name == .listed)
        insert(.counted, where: evidence.name == .counted)
        insert(.share, where: evidence.name == .share)
        insert(.completed, where: evidence.name == .completed)
        insert(.inherited, where: evidence.name == .inherited)
        insert(.verbless, where: evidence.verb.isEmpty && found.value != nil)
        switch evidence.time {
        case .given, .sentence: break
        case .announced: insert(.announcedTime)
        case .opening: insert(.openingTime)
        case .heading: insert(.headingTime)
        case .part, .none: insert(.partTime)
        case .reckoned: insert(.reckonedTime)
        }
    }
}
