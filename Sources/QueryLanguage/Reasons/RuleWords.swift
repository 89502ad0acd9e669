import Extraction

/// The rules of the reading in plain words.
extension Evidence.NameRule {
    var english: String {
        switch self {
        case .given: "given as it stands"
        case .before: "the phrase before the number"
        case .listed: "one name of the list before the numbers"
        case .counted: "what is counted, behind the number"
        case .share: "what takes which share of what"
        case .completed: "the phrase before the number, completed from what was named before"
        case .inherited: "named in an earlier clause; this one names nothing"
        }
    }
}

extension Evidence.PeriodRule {
    /// `year` is that of the document.
    func english(year: Int?) -> String {
        switch self {
        case .given: "given as it stands"
        case .sentence: "named in the sentence"
        case .announced: "set by the sentence that announced targets"
        case .opening: "named where the paragraph, or one before it, opens"
        case .heading: "named in the heading above"
        case .part: "by the part: plans are of the document's year\(year.map { " \($0)" } ?? ""), reviews of the year before"
        case .reckoned: "reckoned from the sentence and its part of the document"
        case .none: "nothing names a time"
        }
    }
}

extension Evidence.KindRule {
    func english(looksForward: Bool) -> String {
        switch self {
        case .given: "given as it stands"
        case .part: looksForward ? "this part of the document plans" : "this part of the document looks back"
        case .period: looksForward ? "its period lies ahead of the document" : "its period lies behind the document"
        case .word: "told by a word of the sentence"
        }
    }
}

extension Sign {
    var english: String {
        switch self {
        case .unknown: "the lexicon does not know the indicator"
        case .short: "its name is very short"
        case .long: "its name is long"
        case .listed: "one name of a list"
        case .counted: "the name stands behind the number"
        case .share: "a share"
        case .completed: "the name was completed"
        case .inherited: "the name comes from an earlier clause"
        case .verbless: "no verb before the number"
        case .announcedTime: "the period comes from an earlier sentence"
        case .openingTime: "the period comes from an opening"
        case .headingTime: "the period comes from a heading"
        case .partTime: "the period comes from the part of the document alone"
        case .reckonedTime: "the period was reckoned"
        case .before1978: "a document before 1978"
        case .before1994: "a document of 1978–1993"
        case .before2004: "a document of 1994–2003"
        case .before2014: "a document of 2004–2013"
        case .before2024: "a document of 2014–2023"
        case .undated: "a document without a year"
        }
    }
}
