import Extraction
import Foundation
import Lexicon
import Testing

/// The hard constructions, each with sentences of its own and the figures that they state: `constructions.txt`.
@Suite struct ConstructionTests {
    private static let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("constructions.txt").path

    @Test func sentencesYieldTheirFiguresAndNoOthers() throws {
        let text = try String(contentsOfFile: Self.path, encoding: .utf8)
        var recorded = ""
        var sentence = "", expected: [String] = [], checked = 0
        func close() {
            guard !sentence.isEmpty else { return }
            let found = Self.figures(of: sentence)
            #expect(found == expected, "\(sentence)")
            recorded += found.map { "    \($0)\n" }.joined()
            checked += 1
            sentence = ""
        }
        for line in text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
            if line.hasPrefix("    ") {
                expected.append(line.trimmingCharacters(in: .whitespaces))
                continue
            }
            close()
            recorded += line + "\n"
            expected = []
            if line.hasPrefix("review") || line.hasPrefix("plan") { sentence = line }
        }
        close()
        #expect(checked >= 60)
        if ProcessInfo.processInfo.environment["RERECORD"] == "1" {
            while recorded.hasSuffix("\n\n") { recorded.removeLast() }
            try recorded.write(toFile: Self.path, atomically: true, encoding: .utf8)
        }
    }

    private static func figures(of line: String) -> [String] {
        let isPlan = line.hasPrefix("plan")
        // "plan 1984: ": of that year and of the nation.
        let opening = line.prefix { $0 != ":" }.split(separator: " ")
        let sentence = line.drop { $0 != ":" }.dropFirst(2)
        let year = opening.count > 1 ? Int(opening[1]) ?? 2026 : 2026, place = opening.count > 1 ? "全国" : "某省"
        let document = "\(year)年\(place)政府工作报告\n" + (isPlan ? "一、\(year)年工作安排\n" : "一、\(year - 1)年工作回顾\n") + sentence + "\n"
        return TestData.reader.read(Array(document.utf8), name: "\(year)-\(place)", path: "").figures.map { f in
            let high = f.high.map { "–\($0)" } ?? ""
            let number = [f.comparator.rawValue, f.value.map { "\($0)\(high)" }, f.unit].compactMap { $0 }.joined(separator: " ")
            let reference = f.reference.map { " → \($0)" } ?? ""
            return "\(f.indicator) | \(f.aspect) | \(number) | \(f.period?.description ?? "?") | \(f.kind)\(reference)"
        }
    }
}
