import Lexicon

extension Graph {
    /// The first column whose length does not fit the others; nil where all do. A file whose checksums fit and whose lengths do
    /// not was not written by this program. Looks at no value, so that it takes the same time whatever the size.
    var ill: String? {
        var lengths = Lengths()
        let (documents, goals, sentences) = (documents, goals, sentences)
        lengths.expect(
            documents.count, "documents", documents.path.count, documents.title.count, documents.date.count, documents.place.count,
            documents.year.count, documents.level.count, documents.key.count)
        lengths.expect(
            documents.count + 1, "documents", documents.textStart.count, documents.goals.count, documents.figures.count,
            documents.measures.count, documents.problems.count, sentences.offsets.count)
        lengths.expect(sentences.count, "sentences", sentences.end.count)
        lengths.expect(
            goals.count, "goals", goals.parent.count, goals.title.count, goals.level.count, goals.looksForward.bytes.count,
            goals.start.count,
            goals.end.count, goals.key.count)
        for (name, table) in [("figures", figures.statement), ("measures", measures.statement), ("problems", problems.statement)] {
            lengths.expect(
                table.count, name, table.goal.count, table.sentence.count, table.place.count, table.sector.count, table.period.count,
                table.start.count, table.end.count, table.key.count)
            lengths.expect(table.moreSectors.rows.count, name + ".moreSectors", table.moreSectors.sectors.count)
            lengths.expect(goals.count + 1, name + ".ofGoal", table.ofGoal.offsets.count)
            lengths.expect(sectors.count + 1, name + ".ofSector", table.ofSector.offsets.count)
            lengths.expect(periods.count + 1, name + ".ofPeriod", table.ofPeriod.offsets.count)
            lengths.expect(places.count + 1, name + ".ofPlace", table.ofPlace.offsets.count)
        }
        lengths.expect(
            figures.count, "figures", figures.statement.count, figures.wording.count, figures.aspect.count, figures.comparator.count,
            figures.kind.count, figures.value.significand.count, figures.value.exponent.count, figures.high.significand.count,
            figures.high.exponent.count, figures.unit.count, figures.reference.count, figures.confidence.count)
        lengths.expect(measures.count, "measures", measures.statement.count, measures.confidence.count)
        for (name, table, kinds) in [
            ("facets.figures", facets.figures, FigureKind.allCases.count), ("facets.measures", facets.measures, 1),
            ("facets.problems", facets.problems, 1),
        ] {
            lengths.expect(places.count * kinds, name, table.places.count)
            lengths.expect(periods.count * kinds, name, table.periods.count)
            lengths.expect(sectors.count * kinds, name, table.sectors.count)
            lengths.expect(kinds == 1 ? 0 : indicators.count * kinds, name, table.indicators.count)
        }
        lengths.expect(measures.indicators.rows.count, "measures.indicators", measures.indicators.nodes.count)
        lengths.expect(indicators.count + 1, "measures.ofIndicator", measures.ofIndicator.offsets.count)
        lengths.expect(
            indicators.count, "indicators", indicators.english.count, indicators.sector.count, indicators.direction.count,
            indicators.documents.count)
        lengths.expect(indicators.count + 1, "figures.ofIndicator", figures.ofIndicator.offsets.count)
        lengths.expect(sectors.count, "sectors", sectors.name.count, sectors.english.count, sectors.parent.count)
        lengths.expect(sectors.count + 1, "sectors.foundations", sectors.foundations.offsets.count)
        lengths.expect(places.count, "places", places.english.count, places.level.count, places.parent.count)
        lengths.expect(periods.count, "periods", periods.name.count)
        lengths.expect(units.count, "units", units.base.count, units.power.count)
        lengths.expect(names.count, "names", names.type.count, names.order.count, names.spellings.count, names.folded.count)
        lengths.expect(files.path.count, "files", files.hash.count, files.document.count)
        lengths.expect(index.terms.count, "index", index.sentences.count)
        lengths.expect(index.terms.count + 1, "index", index.offsets.count, index.repeatOffsets.count)
        lengths.expect(index.repeatSentences.count, "index.repeats", index.repeatTimes.count)
        for (name, postings) in [
            ("figures.byPeriod", figures.byPeriod), ("figures.byIndicator", figures.byIndicator), ("figures.byPlace", figures.byPlace),
            ("measures.byPeriod", measures.byPeriod),
        ] {
            lengths.expect(postings.keys.count + 1, name, postings.offsets.count)
            let beside = postings.beside, rows = postings.rows.count
            for count in [beside.place.count, beside.indicator.count, beside.period.count, beside.sector.count, beside.kind.count]
            where count > 0 {
                lengths.expect(rows, name, count)
            }
            lengths.expect(name.hasPrefix("figures") ? rows : 0, name, beside.value.significand.count, beside.value.exponent.count)
        }
        lengths.expect(figures.count, "figures.byIndicator", figures.byIndicator.rows.count)
        lengths.expect(figures.count, "figures.byPlace", figures.byPlace.rows.count)
        lengths.expect(figures.count + figures.statement.moreSectors.rows.count, "figures.byPeriod", figures.byPeriod.rows.count)
        lengths.expect(measures.count + measures.statement.moreSectors.rows.count, "measures.byPeriod", measures.byPeriod.rows.count)
        return lengths.ill
    }

    private struct Lengths {
        var ill: String?

        mutating func expect(_ wanted: Int, _ name: String, _ lengths: Int...) {
            if ill == nil, lengths.contains(where: { $0 != wanted }) { ill = name }
        }
    }
}
