extension StageWord {
    static let trend = StageWord(
        description: Description(
            "trend", ["走势", "趋势"], usage: "| trend",
            summary: Message("Targets and results by year, as a chart with its table.", "逐年的目标与结果，画成图并列成表。"),
            details: Verb.trend.description.details, examples: ["figures 地区生产总值 | trend"])
    ) { _, _ in .trend }

    static let compare = StageWord(
        description: Description(
            "compare", ["对比", "比较"], usage: "| compare [by KEY]",
            summary: Message("A matrix: a row for each place, a column for each indicator.", "矩阵：每个地区一行，每项指标一列。"),
            details: Verb.compare.description.details, examples: ["targets 2026 | compare", "目标 2026 | 对比 按 地区"])
    ) { parser, word throws(Diagnostic) in .compare(by: try parser.onlyGroup(after: word)) }

    static let matrix = StageWord(
        description: Description(
            "matrix", ["矩阵", "交叉"], usage: "| matrix KEY KEY",
            summary: Message("How many rows there are of each pair of two properties.", "两个属性每种组合各有多少行。"),
            examples: ["measures | matrix sector place", "目标 | 矩阵 领域 时期"])
    ) { parser, word throws(Diagnostic) in
        let (down, across) = try parser.twoKeys(after: word)
        return .matrix(down, across)
    }

    static let plot = StageWord(
        description: Description(
            "plot", ["绘图", "画图"], usage: "| plot [FILE]",
            summary: Message("The rows as a chart: in the terminal, or as SVG in a file.", "把各行画成图：画在终端，或写成SVG文件。"),
            details: [
                Message(
                    "A trend is drawn as lines over years; a matrix, a comparison and totals as a grid, the darker the greater; a path as chains, what is related as a star; any other table as bars: its first words beside its first numbers, or how many rows there are of each kind.",
                    "走势画成逐年的线；矩阵、对比和统计画成方格，越深数越大；路径画成链，相关画成星；其他表画成条：第一列文字配第一列数，没有数的按类计行数。"),
                Message(
                    "Of `check` the bars are the results, with the targets as marks on them.", "`核对`的条是结果，目标是条上的短线。"),
                Message(
                    "`| as svg`, `| as chart` and `| save FILE.svg` do the same. The file follows the light or dark of its reader.",
                    "`| 格式 svg`、`| 格式 图表`、`| 保存 文件.svg`与此相同。SVG随读者的明暗配色。"),
            ],
            examples: ["measures | count by sector | plot", "trend 地区生产总值 | plot"])
    ) { parser, word throws(Diagnostic) in
        guard !parser.isAtStageEnd else { return .format(.chart) }
        let saving = try parser.saving(after: word)
        return .save(Saving(saving.path, as: .svg, replaces: saving.replaces))
    }
}
