import Documents
import Extraction
import KnowledgeGraph
import Lexicon

/// The lines of the lexicon behind the fields of a statement, as `file: entry`.
struct LexiconLines {
    let lexicon: Lexicon

    /// `indicators.tsv: 地区生产总值 ← GDP`, with the alias that was met.
    func indicator(_ wording: String, _ canonical: String) -> String? {
        guard let entry = lexicon.indicators.first(where: { $0.name == canonical }) else { return nil }
        let name = SourceText.fold(wording)
        if name == SourceText.fold(entry.name) { return "indicators.tsv: \(entry.name)" }
        if entry.aliases.contains(where: { SourceText.fold($0) == name }) { return "indicators.tsv: \(entry.name) ← \(wording)" }
        let taken = words(in: wording, ["own", "name-open", "name-end", "name-form"])
        return "indicators.tsv: \(entry.name)" + (taken.map { "; \($0)" } ?? "")
    }

    /// The indicator's line where it gives the sector.
    func sector(ofIndicator canonical: String) -> String? {
        lexicon.indicators.first { $0.name == canonical }.map { "indicators.tsv: \($0.name) \($0.sector.rawValue)" }
    }

    /// `words.tsv: 左右 after ≈`: the words of these classes that stand in `text`, the longest first at each place.
    func words(in text: String, _ classes: Set<String>) -> String? {
        var entries: [[UInt16]: WordEntry] = [:]
        for entry in lexicon.words where classes.contains(entry.wordClass) && entries[SourceText.fold(entry.word)] == nil {
            entries[SourceText.fold(entry.word)] = entry
        }
        let found = Self.matches(in: text, entries).map(\.value)
        return list("words.tsv", found.map { [$0.word, $0.wordClass, $0.value].filter { !$0.isEmpty }.joined(separator: " ") })
    }

    /// `units.tsv: 元 money` for 亿元.
    func unit(_ unit: String) -> String? {
        let base = UnitScale(unit).base
        let entry = lexicon.units.first { $0.unit == unit } ?? lexicon.units.first { $0.unit == base }
        return entry.map { "units.tsv: \($0.unit) \($0.family)" }
    }

    /// The plan that `text` names and `period` lies in, or the words of time in it.
    func time(_ text: String, _ period: Period?) -> String? {
        var plans: [[UInt16]: PlanEntry] = [:]
        for plan in lexicon.plans where period.map({ plan.period.start <= $0.start && $0.end <= plan.period.end }) == true {
            for name in [plan.name] + plan.aliases { plans[SourceText.fold(name)] = plan }
        }
        let named = Self.matches(in: text, plans).map { "\($0.value.name) \($0.value.period.start)–\($0.value.period.end)" }
        return list("plans.tsv", named) ?? words(in: text, ["time"])
    }

    /// `sector-words.tsv: 污水 ecology 6`: the words of `text` that speak for the sector, taken as `SectorClassifier` takes them.
    func sectorWords(in text: String, for sector: Sector) -> String? {
        var votes: [[UInt16]: [SectorWord]] = [:]
        for word in lexicon.sectorWords { votes[SourceText.fold(word.word), default: []].append(word) }
        let speaking = Self.matches(in: text, votes).flatMap(\.value).filter { $0.sector.top == sector.top }
        return list("sector-words.tsv", speaking.map { "\($0.word) \($0.sector.rawValue) \($0.weight)" })
    }

    private func list(_ file: String, _ entries: [String]) -> String? {
        var seen: Set<String> = []
        let different = entries.filter { seen.insert($0).inserted }
        return different.isEmpty ? nil : "\(file): " + different.prefix(3).joined(separator: ", ")
    }

    /// The entries that stand in a text, from left to right, the longest at each place, without overlap.
    private static func matches<Entry>(in text: String, _ entries: [[UInt16]: Entry]) -> [(key: [UInt16], value: Entry)] {
        let units = SourceText.fold(text)
        let longest = entries.keys.reduce(0) { max($0, $1.count) }
        var found: [(key: [UInt16], value: Entry)] = [], at = 0
        while at < units.count {
            let length = stride(from: min(longest, units.count - at), to: 0, by: -1).first { entries[Array(units[at..<at + $0])] != nil }
            if let length, let entry = entries[Array(units[at..<at + length])] { found.append((Array(units[at..<at + length]), entry)) }
            at += length ?? 1
        }
        return found
    }
}
