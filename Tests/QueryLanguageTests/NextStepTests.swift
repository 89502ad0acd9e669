import Testing

@testable import QueryLanguage

/// Whatever goes wrong, the diagnostic says what to do next: a line that runs as it stands.
@Suite struct NextStepTests {
    @Test(arguments: [
        ("open f999", "open f9"), ("open 湿地公园", "find 湿地公园"), ("open x12", "documents"), ("why d9", nil), ("7", "targets"),
        ("#7", "targets"),
        ("source", "targets"), ("frobnicate", "help"), ("targets foo:1", "help properties"), ("targets | frob", "help"),
        ("mubiao 2026", "目标 2026"), ("目表 2026", "目标 2026"), ("targets sector:shengtai", "targets sector:生态"), ("targets place:東山", nil),
        ("tagrets sector:生太环境", "targets sector:生态环境"), ("targets place:Donshan", "targets place:Dongshan"),
    ])
    func aLineIsProposedThatRuns(_ line: String, _ proposal: String?) throws {
        let asker = Asker()
        guard let diagnostic = asker.diagnostic(line) else { return #expect(line.contains("東")) }
        if let proposal { #expect(diagnostic.suggestion == proposal) }
        if let suggestion = diagnostic.suggestion { #expect(asker.diagnostic(suggestion) == nil, "\(line) → \(suggestion)") }
        #expect(Set(diagnostic.expected).count == diagnostic.expected.count)
    }
}
