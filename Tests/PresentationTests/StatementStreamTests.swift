import Documents
import Extraction
import Foundation
import Lexicon
import Testing

@testable import Presentation

@Suite struct StatementStreamTests {
    private static let text = "一、修路\n今年修路12公里以上，扩建码头。\n"

    private static func span(_ part: String) -> ByteSpan {
        guard let range = text.range(of: part) else { return ByteSpan(0, 0) }
        let start = text[..<range.lowerBound].utf8.count
        return ByteSpan(start, start + part.utf8.count)
    }

    private static var reading: Reading {
        Reading(
            name: "渡口镇", path: "渡口镇.txt", text: Array(text.utf8),
            masthead: Masthead(title: "渡口镇“修路”计划", place: "渡口镇", level: .town, date: "2026-01", year: 2026),
            goals: [Goal(span: span("一、修路"), level: 1, title: "修路", parent: nil, looksForward: true)],
            figures: [
                Figure(
                    span: span("修路12公里以上"), indicator: "修路", canonical: "修路", aspect: .level, comparator: .atLeast,
                    value: DecimalNumber(12), unit: "公里", period: Period(2026), kind: .target, sector: Sector("infrastructure.highway"),
                    moreSectors: [Sector("agriculture.villages")], goal: 0)
            ],
            measures: [
                Measure(span: span("扩建码头"), action: "扩建", sector: Sector("infrastructure"), period: Period(2026), goal: 0, sentence: 0)
            ])
    }

    private func lines(_ stream: StatementStream) throws -> [[String: Any]] {
        try stream.bytes.split(separator: 0x0A).map {
            try #require(JSONSerialization.jsonObject(with: Data($0)) as? [String: Any])
        }
    }

    @Test func absentFieldsThatFollowEachOtherAreNull() throws {
        var reading = Self.reading
        reading.figures[0].unit = nil
        for givesText in [false, true] {
            var stream = StatementStream()
            stream.givesText = givesText
            stream.append(reading)
            let figure = try lines(stream)[2]
            for key in ["unit", "reference"] + (givesText ? ["source", "note", "sentence"] : []) {
                #expect(figure[key] is NSNull, "\(key)")
            }
        }
    }

    @Test func documentFirstThenStatementsInOrder() throws {
        var stream = StatementStream()
        stream.append(Self.reading)
        let objects = try lines(stream)
        #expect(objects.map { $0["type"] as? String } == ["document", "goal", "figure", "measure"])
        #expect(objects[0]["end"] as? Int == Self.text.utf8.count)
        #expect(objects[0]["level"] as? String == "town")
        #expect(objects[0]["year"] as? Int == 2026)
        #expect(objects[1]["parent"] is NSNull)
        #expect(objects[2]["comparator"] as? String == ">=")
        #expect(objects[2]["value"] as? Int == 12)
        #expect(objects[2]["high"] is NSNull)
        #expect(objects[2]["sector"] as? String == "infrastructure")
        #expect(objects[2]["sectors"] as? [String] == ["infrastructure", "agriculture"])
        #expect(objects[3]["sectors"] == nil)
        #expect(objects[2]["period"] as? String == "2026")
        #expect(objects.dropFirst().map { $0["id"] as? String } == ["g1", "f1", "m1"])
        #expect(objects.dropFirst(2).allSatisfy { $0["goal"] as? String == "g1" })
        for object in objects.dropFirst() {
            let start = try #require(object["start"] as? Int), end = try #require(object["end"] as? Int)
            #expect(object["text"] as? String == String(decoding: Array(Self.text.utf8)[start..<end], as: UTF8.self))
        }
    }

    @Test func theSameTwice() {
        var once = StatementStream(), twice = StatementStream()
        once.append(Self.reading)
        twice.append(Self.reading)
        twice.append(Self.reading)
        #expect(twice.bytes == once.bytes + once.bytes)
        twice.removeAll()
        #expect(twice.bytes.isEmpty)
        twice.append(Self.reading)
        #expect(twice.bytes == once.bytes)
    }

    @Test func aSpanOutsideTheTextIsEmpty() throws {
        var reading = Self.reading
        reading.measures[0].span = ByteSpan(9_000, 9_010)
        var stream = StatementStream()
        stream.append(reading)
        #expect(try lines(stream).last?["text"] as? String == "")
    }

    private func written(_ write: (inout OutputSpan<UInt8>) -> Void) -> String {
        var writer = JSONWriter()
        writer.line(room: 1000, write)
        return String(decoding: writer.bytes, as: UTF8.self)
    }

    @Test func numbersAreWrittenAsTheyAre() {
        var numbers = Array(0...20_000) + [99_999_999, 100_000_000, 1_234_567_890, -1, -20_000, .max, .min]
        for power in 1...8 { numbers += [-1, 0, 1].map { Int(pow(10, Double(power))) + $0 } }
        for number in numbers { #expect(written { $0.append(number: number) } == "\(number)") }
    }

    /// At every place of texts of any length, since several bytes are looked at together.
    @Test(arguments: ["\"", "\\", "\n", "\0", "\u{1F}", "\u{7F}", "\u{80}", "\u{9F}", "é", "水", "\u{1F600}"])
    func anyCharacterAnywhereIsValid(_ character: String) throws {
        for count in 0..<40 {
            for place in 0...count {
                let text = String(repeating: "a", count: place) + character + String(repeating: "z", count: count - place)
                let json = written { $0.append(text: text) }
                #expect(json.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control })
                #expect(try JSONSerialization.jsonObject(with: Data(json.utf8), options: .fragmentsAllowed) as? String == text)
            }
        }
    }
}
