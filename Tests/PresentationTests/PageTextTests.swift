import QueryLanguage
import Testing

@testable import Presentation

@Suite struct PageTextTests {
    let page = Page([
        .heading("targets"), .paragraph("Figures still to be reached."),
        .definitions([.init("sector:CODE", "only this sector 领域"), .init("领域:生态", "the same, in Chinese")]),
        .heading("Examples"), .examples(["targets 2026", "目标 2026"]),
    ])

    @Test func plain() {
        #expect(
            PageText(style: .plain).text(of: page) == """
                targets
                Figures still to be reached.

                  sector:CODE  only this sector 领域
                  领域:生态    the same, in Chinese

                Examples
                  targets 2026
                  目标 2026

                """)
    }

    @Test func narrow() {
        for line in PageText(style: Style(width: 30)).text(of: page).split(separator: "\n") { #expect(CellWidth.of(line) <= 30) }
    }

    @Test func markdown() {
        let text = MarkdownFormat(style: .plain).text(of: page)
        #expect(text.hasPrefix("## targets\n\nFigures still to be reached.\n\n| | |\n| --- | --- |\n| `sector:CODE` |"))
        #expect(text.hasSuffix("```\ntargets 2026\n目标 2026\n```\n"))
    }
}
