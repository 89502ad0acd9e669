/// Questions that are a stage on figures, as a line of their own: `trend GDP` is `figures GDP | trend`.
extension Verb {
    static let trend = Verb(
        description: Description(
            "trend", ["走势", "趋势"], usage: "trend INDICATOR [terms] [| stage]…",
            summary: Message(
                "Targets and results of an indicator by year, as a chart with its table; the same as `figures … | trend`.",
                "一项指标逐年的目标与结果，画成图并列成表；同`数据 … | 走势`。"),
            details: [
                Message(
                    "Places and indicators are laid over each other, at most six: trend 地区生产总值 place:全国,北京. A year without a report is a gap, not a zero.",
                    "几个地区或指标画在一起，至多六条：走势 地区生产总值 地区:全国,北京。没有报告的年份留空，不当作零。"),
                Message(
                    "One axis holds one aspect and one kind of unit, that of most targets; the last line says what else there is: aspect:level.",
                    "一根轴只画一个方面、一类单位，取目标最多的；末行说明还有什么：方面:水平。"),
                Message(
                    "Of several figures of one year the one of the place as a whole, from the report of that time, is drawn; means of years and parts are left out.",
                    "同一年有几个数时，取全地区的、出自当时报告的；多年平均和局部的数不画。"),
            ],
            examples: ["trend 地区生产总值", "trend 居民消费价格 place:全国", "走势 城镇新增就业 地区:全国 2010..2024"])
    ) { parser throws(Diagnostic) in
        let word = parser.previous
        var query = try parser.query(Word("figures", at: word.span))
        guard !query.terms.isEmpty else { throw parser.missing(.indicator, after: word) }
        query.stages.insert(.trend, at: 0)
        return .query(query)
    }

    static let compare = Verb(
        description: Description(
            "compare", ["对比", "比较"], usage: "compare [terms] [by KEY] [| stage]…",
            summary: Message(
                "Figures as a matrix: a row for each place, a column for each indicator; the same as `figures … | compare`.",
                "把数据排成矩阵：每个地区一行，每项指标一列；同`数据 … | 对比`。"),
            details: [
                Message("A list narrows it: compare place:北京,云南 2026.", "可以列举：对比 地区:北京,云南 2026。"),
                Message(
                    "`by` takes another property for the rows: by period, by document. What is missing is –; ranges and ≈ stand as they are.",
                    "`按`可改用别的属性作行：按 时期、按 文档。缺的写–；区间和≈照原样。"),
                Message(
                    "A column has one unit, that of most of its numbers; what was in another (万亿元 among 亿元) is converted, and the last lines say so: the row's own words are at `open`.",
                    "一列只用一个单位，取用得最多的；别的单位（亿元中的万亿元）换算过来，并在末行说明，原文见“打开”。"),
                Message(
                    "Rows stand by the first column, the greatest first; ▲ marks the highest of each column, ▼ the lowest.",
                    "按第一列从大到小排列；▲为该列最高，▼为最低。"),
            ],
            examples: ["compare 地区生产总值 2026 by place", "compare 2026", "对比 粮食产量 按 时期"])
    ) { parser throws(Diagnostic) in
        let word = parser.previous
        let terms = try parser.terms(upTo: StageWord.by)
        let key = try parser.onlyGroup(after: word)
        return .query(Query(noun: Word("figures", at: word.span), terms: terms, stages: [.compare(by: key)] + (try parser.stages())))
    }

    static let count = Verb(
        description: Description(
            "count", ["计数", "统计"], usage: "count NOUN [terms] [by KEY …] [| stage]…",
            summary: Message(
                "The number of rows of a noun, in all or in each group; the same as `NOUN … | count by KEY …`.",
                "某一名词的行数：总数，或各组之数；同`名词 … | 计数 按 属性 …`。"),
            examples: ["count targets 2026", "count measures by sector year", "计数 目标 2026 按 地区"])
    ) { parser throws(Diagnostic) in
        let noun = try parser.requiredNoun(after: parser.previous)
        let terms = try parser.terms(upTo: StageWord.by)
        let keys = try parser.grouping()
        return .query(Query(noun: noun, terms: terms, stages: [.count(by: keys)] + (try parser.stages())))
    }

    static let matrix = Verb(
        description: Description(
            "matrix", ["矩阵", "交叉"], usage: "matrix [NOUN] KEY KEY [terms] [| stage]…",
            summary: Message(
                "How many measures, or rows of another noun, there are of each pair of two properties; the same as `measures … | matrix KEY KEY`.",
                "举措（或另一名词的行）按两个属性的每种组合各有多少；同`举措 … | 矩阵 属性 属性`。"),
            examples: ["matrix sector place", "matrix targets sector period 2026..2030", "矩阵 目标 领域 地区"])
    ) { parser throws(Diagnostic) in
        let word = parser.previous
        let start = parser
        var noun = parser.optionalNoun() ?? Noun.measures
        var (down, across) = try parser.twoKeys(after: word)
        // matrix measures sector place>=3: what looked like a noun is the first property.
        if parser.isBeforeSign {
            parser = start
            noun = Noun.measures
            (down, across) = try parser.twoKeys(after: word)
        }
        var query = try parser.query(Word(noun.name, at: word.span))
        query.stages.insert(.matrix(down, across), at: 0)
        return .query(query)
    }
}
