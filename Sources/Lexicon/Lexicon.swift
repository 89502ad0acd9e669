/// The language knowledge of `Data/lexicon`: what words mean, as data. One line of a file teaches one word.
public struct Lexicon: Sendable {
    public var sectors: [SectorEntry] = []
    public var sectorWords: [SectorWord] = []
    public var indicators: [IndicatorEntry] = []
    public var places: [PlaceEntry] = []
    public var plans: [PlanEntry] = []
    public var units: [UnitEntry] = []
    public var words: [WordEntry] = []

    public init() {}
}

/// A line of `sectors.tsv`: `code name english aliases foundations`. Of several English names the first is kept as such, in every file.
public struct SectorEntry: Sendable, Hashable {
    public var sector: Sector
    public var name: String
    public var english: String
    public var aliases: [String]
    /// Sectors whose measures its targets rest on: grain on farmland and seeds.
    public var foundations: [Sector]

    public init(sector: Sector, name: String, english: String, aliases: [String], foundations: [Sector] = []) {
        self.sector = sector
        self.name = name
        self.english = english
        self.aliases = aliases
        self.foundations = foundations
    }
}

/// A line of `sector-words.tsv`: `word sector weight`; a word that speaks for a sector. With a weight of 0 it never decides the
/// main sector, and names a further one.
public struct SectorWord: Sendable, Hashable {
    public var word: String
    public var sector: Sector
    public var weight: Int

    public init(word: String, sector: Sector, weight: Int) {
        self.word = word
        self.sector = sector
        self.weight = weight
    }
}

/// Whether more or less of an indicator is better.
public enum Direction: String, Sendable, CaseIterable {
    case up, down, none
}

/// A line of `indicators.tsv`: `name aliases english unit direction sector`.
public struct IndicatorEntry: Sendable, Hashable {
    /// The standard name, the `canonical` of a figure.
    public var name: String
    public var aliases: [String]
    public var english: String
    /// Unit family of its level, such as `money`; empty where it has none.
    public var family: String
    public var direction: Direction
    public var sector: Sector
    /// Further sectors that its figures are of, at most two.
    public var moreSectors: [Sector]

    public init(
        name: String, aliases: [String], english: String, family: String, direction: Direction, sector: Sector,
        moreSectors: [Sector] = []
    ) {
        self.name = name
        self.aliases = aliases
        self.english = english
        self.family = family
        self.direction = direction
        self.sector = sector
        self.moreSectors = moreSectors
    }
}

/// A line of `places.tsv`: `name aliases english level parent`.
public struct PlaceEntry: Sendable, Hashable {
    public var name: String
    public var aliases: [String]
    public var english: String
    public var level: PlaceLevel
    /// Name of the place above it; empty for the nation.
    public var parent: String

    public init(name: String, aliases: [String], english: String, level: PlaceLevel, parent: String) {
        self.name = name
        self.aliases = aliases
        self.english = english
        self.level = level
        self.parent = parent
    }
}

/// A line of `plans.tsv`: `name aliases english start end`, such as `十五五` for 2026 to 2030.
public struct PlanEntry: Sendable, Hashable {
    public var name: String
    public var aliases: [String]
    public var english: String
    public var period: Period

    public init(name: String, aliases: [String], english: String, period: Period) {
        self.name = name
        self.aliases = aliases
        self.english = english
        self.period = period
    }
}

/// A line of `units.tsv`: `unit family`, such as `元 money`, `公里 length`; without 万 and 亿.
public struct UnitEntry: Sendable, Hashable {
    public var unit: String
    public var family: String

    public init(unit: String, family: String) {
        self.unit = unit
        self.family = family
    }
}

/// A line of `words.tsv`: `word class value`; the grammar words of figures and measures (comparators, degree words,
/// growth verbs, action verbs, time words, noise).
public struct WordEntry: Sendable, Hashable {
    public var word: String
    public var wordClass: String
    public var value: String

    public init(word: String, wordClass: String, value: String) {
        self.word = word
        self.wordClass = wordClass
        self.value = value
    }
}
