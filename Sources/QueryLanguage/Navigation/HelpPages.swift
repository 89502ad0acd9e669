/// Pages of help, made of the descriptions that the parser itself uses.
enum HelpPages {
    static func overview() -> Page {
        func definitions(_ descriptions: [Description]) -> Page.Block {
            .definitions(descriptions.map { .init("\($0.usage)  \($0.chinese[0])", $0.summary) })
        }
        return Page([
            .paragraph("A query is a noun, terms that narrow it, and stages after |. Every word is also there in Chinese."),
            .examples(["targets 2026", "目标 2026 | 排序 值 降 | 前 5", "measures 2026 | count by sector", "open d1"]),
            .heading("Nouns 名词"),
            .definitions(Noun.all.map { .init("\($0.name)  \($0.description.chinese[0])", $0.description.summary) }),
            .heading("Terms 条件"), terms,
            .heading("Stages 步骤"), definitions(StageWord.all.map(\.description)),
            .heading("Commands 命令"), definitions(Verb.all.map(\.description)),
            .paragraph("help WORD says all about a word: help targets, help sort, help sector, help terms."),
        ])
    }

    private static let terms = Page.Block.definitions([
        .init("2026", "statements whose period covers the year"),
        .init("2021..2025", "periods that overlap the years; 2024.. and ..2020 are open at one end"),
        .init("十四五", "figures of exactly that plan period; other rows of its years"),
        .init("sector:ecology", "a property has this value, or one of several: place:北京,上海"),
        .init("value>=4亿元", "comparisons >= <= > < = !=, whatever the 万 or 亿"),
        .init("gdp", "a place, sector, indicator or plan by any of its names, else words of the text"),
        .init("\"exact text\"", "these very words in the source"),
        .init("-word", "not this; before any term"),
        .init("a b  a or b  not a  ( )", "all of them, either, the contrary, and brackets: 或 非"),
    ])

    /// The page of one word of the language; nil where there is none.
    static func page(on word: String) -> Page? {
        if let noun = Noun.named(word) {
            let keys = Property.all(of: noun.type).compactMap { property in KeyWord.named(property.key) }
            return page(noun.description) + [
                .heading("Properties 属性"), .definitions(keys.map { .init("\($0.name)  \($0.chinese[0])", $0.summary) }),
            ]
        }
        // `source` is both.
        let pages = [StageWord.named(word)?.description, Verb.named(word)?.description].compactMap(\.self).map { page($0) }
        if let first = pages.first { return pages.dropFirst().reduce(first) { $0 + $1.blocks } }
        if ["terms", "term", "条件"].contains(word.lowercased()) { return Page([.heading("Terms 条件"), terms]) }
        if ["properties", "keys", "属性"].contains(word.lowercased()) {
            return Page([
                .heading("Properties 属性"), .definitions(KeyWord.all.map { .init("\($0.name)  \($0.chinese[0])", $0.summary) }),
            ])
        }
        guard let key = KeyWord.named(word) else { return nil }
        var blocks: [Page.Block] = [.heading("\(key.name)  \(key.chinese.joined(separator: " "))"), .paragraph(key.summary)]
        if !key.values.isEmpty {
            blocks.append(.definitions(key.values.map { .init($0.name, $0.chinese.joined(separator: " ")) }))
        }
        return Page(blocks)
    }

    /// All words that `help` takes.
    static let topics: [String] =
        (Noun.all.map(\.description) + Verb.all.map(\.description) + StageWord.all.map(\.description)).flatMap(\.words)
        + KeyWord.all.flatMap(\.words) + ["terms", "properties"]

    private static func page(_ description: Description) -> Page {
        let others = description.chinese + description.aliases
        return Page(
            [
                .heading("\(description.name)  \(others.joined(separator: " "))"),
                .definitions([.init(description.usage, description.summary)]),
            ]
                + description.details.map { .paragraph($0) } + [.examples(description.examples)])
    }
}

extension Page {
    fileprivate static func + (page: Page, blocks: [Block]) -> Page { Page(page.blocks + blocks) }
}
