import Documents
import Lexicon

/// The standard names of what documents measure: names that mean the same are one indicator.
///
/// A name is looked up as it stands. Where the lexicon does not have it, it is brought into its normal form (规上 is 规模以上, 国内生产总值
/// is 地区生产总值, 的 goes: the `name-form` words), and what opens it without telling what is measured (全省, 实施, the name of the
/// document's own place: the `own` and `name-open` words) and what ends it so (数量, 总额: the `name-end` words) is taken off, as little
/// as leads to a name of the lexicon. What tells two things apart (新增, 城镇, 人均, 占比, another place) is no such word and stays.
public struct IndicatorNames: Sendable {
    let entries: [IndicatorEntry]
    /// Of each entry, as in `Self.kinds`; 0 for one that agrees with everything.
    private let kinds: [UInt8]
    private let exact: WordTrie
    /// The lexicon's names in normal form; -1 where two indicators would share one.
    private let normal: WordTrie
    private let forms: WordTrie
    private let replacements: [[UInt16]]
    /// `own` for a word of the document's own place, `idle` for another word, otherwise the index of the place so named.
    private let openings: WordTrie
    private static let own = Int32(-1), idle = Int32(-2)
    /// Written backwards.
    private let endings: WordTrie
    private let units: WordTrie
    private let unitFamilies: [String]
    private let places: [String: Int]
    /// Longest names in units, of those that the lexicon has in another form and of those that it does not have; longer ones are phrases.
    private static let longest = 40, longestUnlisted = 12
    /// What is left of a name has at least as many units, where a word was taken off that is no place.
    private static let least = 4

    public init(_ lexicon: Lexicon) {
        entries = lexicon.indicators
        kinds = entries.map { Self.kinds[$0.family] ?? 0 }
        var forms: [(word: [UInt16], value: Int32)] = [], openings = forms, endings = forms, names = forms, units = forms
        var replacements: [[UInt16]] = [], unitFamilies: [String] = []
        var places: [String: Int] = [:]
        for (i, place) in lexicon.places.enumerated() {
            places[place.name] = i
            for name in [place.name] + place.aliases where name.utf16.count >= 2 { openings.append((SourceText.fold(name), Int32(i))) }
        }
        self.places = places
        for entry in lexicon.words {
            let word = SourceText.fold(entry.word)
            switch entry.wordClass {
            case "own": openings.append((word, Self.own))
            case "name-open": openings.append((word, Self.idle))
            case "name-end": endings.append((word.reversed(), 0))
            case "name-form":
                forms.append((word, Int32(replacements.count)))
                replacements.append(SourceText.fold(entry.value))
            default: break
            }
        }
        for entry in lexicon.units {
            units.append((SourceText.fold(entry.unit), Int32(unitFamilies.count)))
            unitFamilies.append(entry.family)
        }
        for (i, entry) in entries.enumerated().reversed() {
            for name in entry.aliases + [entry.name] { names.append((SourceText.fold(name), Int32(i))) }
        }
        exact = WordTrie(names)
        self.forms = WordTrie(forms)
        self.replacements = replacements
        self.openings = WordTrie(openings)
        self.endings = WordTrie(endings)
        self.units = WordTrie(units)
        self.unitFamilies = unitFamilies
        let (trie, list) = (self.forms, replacements)
        var form: [UInt16] = []
        normal = WordTrie(names.map { (word, value) in
            Self.normal(word.span, trie, list, &form)
            return (form, value)
        }) { $0 == $1 ? $0 : -1 }
    }

    /// Index in `entries` of the indicator that has this name, in folded units.
    func index(of name: [UInt16]) -> Int? { exact.value(of: name).map { Int($0) } }

    /// A name's indicator, and its standard name, which may be known of no entry.
    struct Standard {
        /// Index in `entries`; nil where the lexicon does not have it.
        var entry: Int?
        /// The lexicon has the name as it stands.
        var isExact = false
        /// Of an entry: the lexicon's; otherwise the name in its normal form without what opens it. Nil: the name as it stands.
        var name: String?
    }

    /// The document's own place, for `standard`.
    struct Home {
        /// Index in the lexicon's places.
        var index: Int?
        /// Folded: 云溪县.
        var name: [UInt16] = []
        /// The nation, or no place that is known.
        var isNation = true
    }

    func home(_ name: String?) -> Home {
        Home(index: name.flatMap { places[$0] }, name: name.map { SourceText.fold($0) } ?? [], isNation: name == nil || name == "全国")
    }

    /// What `standard` works with; one serves a whole document without further memory.
    struct Bench {
        fileprivate var form: [UInt16] = [], backwards: [UInt16] = []
        fileprivate var starts: [(at: Int, isOwn: Bool)] = [], ends: [Int] = []
        /// Units that were asked for, each in the slot of its hash.
        fileprivate var units: [KnownUnit]

        /// `room`: for so many units, a power of two; what is asked once needs room for one.
        init(room: Int = 256) { units = [KnownUnit](repeating: KnownUnit(), count: room) }
    }

    /// A unit with what is asked of it for every figure: a document has few.
    fileprivate struct KnownUnit {
        var unit = QuantityUnit(), text = ""
        /// As in `IndicatorNames.kinds`; 0 for one that agrees with everything.
        var kind: UInt8 = 0
    }

    /// The slot of `unit` in the bench, which knows it then.
    private func slot(_ unit: QuantityUnit, _ bench: inout Bench) -> Int {
        let slot = unit.hash & (bench.units.count - 1)
        if bench.units[slot].unit != unit {
            let kind = family(of: unit).flatMap { $0 == "percent" ? nil : Self.kinds[$0] } ?? 0
            bench.units[slot] = KnownUnit(unit: unit, text: unit.string, kind: kind)
        }
        return slot
    }

    /// `unit` as documents write it; nil for none.
    func text(of unit: QuantityUnit, _ bench: inout Bench) -> String? {
        unit.isEmpty ? nil : bench.units[slot(unit, &bench)].text
    }

    /// The standard of a name, in folded units, whose number has this unit, in a document of this place. Money is no level of an
    /// indicator that counts people: where `isLevel`, the unit must be one of its family.
    func standard(of name: Span<UInt16>, unit: QuantityUnit, isLevel: Bool, home: borrowing Home, _ bench: inout Bench) -> Standard {
        func entry(_ i: Int32, _ bench: inout Bench) -> Bool { i >= 0 && (!isLevel || agrees(unit, Int(i), &bench)) }
        if let i = exact.value(of: name) {
            return entry(i, &bench) ? Standard(entry: Int(i), isExact: true, name: entries[Int(i)].name) : Standard()
        }
        // 地区生产总值(GDP)
        if name.count > 2, name[name.count - 1] == Unit.closeParenthesis,
            let open = name.indices.last(where: { name[$0] == Unit.openParenthesis }),
            let i = exact.value(of: name.extracting(0..<open)), entry(i, &bench)
        {
            return Standard(entry: Int(i), name: entries[Int(i)].name)
        }
        guard name.count <= Self.longest else { return Standard() }
        let isAsGiven = Self.normal(name, forms, replacements, &bench.form)
        if let i = normal.value(of: bench.form), entry(i, &bench) { return Standard(entry: Int(i), name: entries[Int(i)].name) }
        let form = bench.form, count = form.count
        findStarts(of: form.span, home, &bench.starts)
        findEnds(&bench)
        for start in bench.starts {
            for end in bench.ends where start.at > 0 || end < count {
                guard end - start.at >= (start.isOwn && end == count ? 2 : Self.least),
                    let i = normal.value(of: form.span.extracting(start.at..<end)), entry(i, &bench)
                else { continue }
                return Standard(entry: Int(i), name: entries[Int(i)].name)
            }
        }
        // No entry: the name without the words of the document's own place, so that documents agree on it all the same.
        guard name.count <= Self.longestUnlisted, let start = bench.starts.last(where: { $0.isOwn && count - $0.at >= Self.least }),
            start.at > 0 || !isAsGiven
        else { return Standard() }
        return Standard(name: String(folded: form.span.extracting(start.at..<count)))
    }

    func standard(of name: [UInt16], unit: String?, isLevel: Bool, home: borrowing Home) -> Standard {
        var bench = Bench(room: 1)
        let unit = unit.map { QuantityUnit(SourceText.fold($0)) } ?? QuantityUnit()
        return standard(of: name.span, unit: unit, isLevel: isLevel, home: home, &bench)
    }

    /// Where a name may begin: at 0, then behind each word that opens it. `isOwn`: nothing but the document's own place was passed.
    private func findStarts(of name: Span<UInt16>, _ home: borrowing Home, _ starts: inout [(at: Int, isOwn: Bool)]) {
        starts.removeAll(keepingCapacity: true)
        var last = (at: 0, isOwn: true)
        starts.append(last)
        if home.name.count >= 2, name.count > home.name.count, home.name.indices.allSatisfy({ name[$0] == home.name[$0] }) {
            last = (home.name.count, true)
            starts.append(last)
        }
        while let match = openings.longestMatch(in: name, at: last.at, limit: name.count), last.at + match.length < name.count {
            guard match.value < 0 || Int(match.value) == home.index else { break }
            if match.value >= 0, name[last.at + match.length] == "港" { break }  // 上海港
            // 全国 in a province's report is another place.
            if match.value == Self.own, !home.isNation, match.length == 2, name[last.at + 1] == "国" { break }
            last = (last.at + match.length, last.isOwn && match.value != Self.idle)
            starts.append(last)
        }
    }

    /// Where a name may end: at its end, then before each word that ends it.
    private func findEnds(_ bench: inout Bench) {
        let count = bench.form.count
        bench.ends.removeAll(keepingCapacity: true)
        bench.ends.append(count)
        guard let last = bench.form.last, endings.hasWord(beginningWith: last) else { return }
        bench.backwards.removeAll(keepingCapacity: true)
        bench.backwards += bench.form.reversed()
        var at = 0
        while let match = endings.longestMatch(in: bench.backwards.span, at: at, limit: count), at + match.length < count {
            at += match.length
            bench.ends.append(count - at)
        }
    }

    /// Writes the normal form of `name` into `form`; whether it is `name` itself.
    @discardableResult
    private static func normal(_ name: Span<UInt16>, _ forms: WordTrie, _ replacements: [[UInt16]], _ form: inout [UInt16]) -> Bool {
        form.removeAll(keepingCapacity: true)
        var at = 0, isAsGiven = true
        forms.eachWord(of: name) { place, value in
            form.append(name.extracting(at..<place.lowerBound))
            form += replacements[Int(value)]
            let isSame =
                replacements[Int(value)].count == place.count
                && place.indices.allSatisfy { replacements[Int(value)][$0 - place.lowerBound] == name[$0] }
            isAsGiven = isAsGiven && isSame
            at = place.upperBound
        }
        form.append(name.extracting(at..<name.count))
        return isAsGiven
    }

    /// Whether a number with this unit can be a level of the indicator. Unknown units and families agree with everything, and so does
    /// percent: what is called a level may be a share of a plan, or growth told without a word.
    private func agrees(_ unit: QuantityUnit, _ entry: Int, _ bench: inout Bench) -> Bool {
        guard !unit.isEmpty, kinds[entry] != 0 else { return true }
        let given = bench.units[slot(unit, &bench)].kind
        return given == 0 || given == kinds[entry]
    }

    /// The family of a unit without 万 and 亿.
    private func family(of unit: QuantityUnit) -> String? {
        var rest = (0..<unit.count).map { unit[$0] }[...]
        while true {
            if let i = units.value(of: Array(rest)) { return unitFamilies[Int(i)] }
            guard let first = rest.first, Self.powers.contains(first) else { return nil }
            rest = rest.dropFirst()
        }
    }

    private static let powers = Set("十百千万亿个".utf16)
    /// Families that a level's unit tells apart; things and people are counted with the same words, and water is weighed as well.
    private static let kinds: [String: UInt8] = [
        "money": 1, "mass": 2, "area": 3, "length": 4, "volume": 2, "energy": 6, "power": 7, "count": 8, "people": 8, "percent": 9,
    ]
}
