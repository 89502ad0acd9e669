import Documents
import Extraction
import Foundation
import KnowledgeGraph
import Lexicon
import Testing

@testable import QueryLanguage

/// Questions and the lines that they mean, asked of the documents that come with the program.
@Suite struct QuestionTests {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    private static let root = folder.deletingLastPathComponent().deletingLastPathComponent()

    static let graph: Graph = {
        let lexicon = Lexicon.load(from: root.appending(path: "Data/lexicon").path).0
        let readings = Corpus.load(paths: [root.appending(path: "Data/documents").path], reader: Reader(lexicon: lexicon)).0
        return Graph(readings: readings, lexicon: lexicon)
    }()

    /// A question, a tab, and the line in English words; the line is empty where the question has a word, given after a
    /// second tab, that is not understood.
    struct Case: CustomTestStringConvertible, Sendable {
        var question: String
        var line: String
        var unknown: String?
        var testDescription: String { question }
    }

    static let cases: [Case] = {
        let text = (try? String(contentsOf: root.appending(path: "Tests/Questions/questions.tsv"), encoding: .utf8)) ?? ""
        return text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map { line in
            let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            return Case(question: cells[0], line: cells.count > 1 ? cells[1] : "", unknown: cells.count > 2 ? cells[2] : nil)
        }
    }()

    @Test func questionsAreReadAsTheLinesTheyMean() throws {
        if ProcessInfo.processInfo.environment["RERECORD"] == "1" { try record() }
        #expect(Self.cases.count >= 150)
        var session = Session(graph: Self.graph)
        for one in Self.cases {
            switch session.answer(one.question) {
            case .success(let answer):
                let read = try #require(answer.readAs, "\(one.question) is read as a question")
                // Where a command is made for such questions, the query that says the same stands in the table.
                let asked = Diagnostic(.unknownCommand, "", at: ByteSpan(0, 0))
                let reading = try? Questions(graph: Self.graph).read(one.question, besides: asked)?.get()
                #expect(try english(reading?.query ?? reading?.line ?? read) == one.line, "\(one.question)")
                // The line that is shown is an ordinary one.
                guard case .success(let again) = session.answer(read) else {
                    Issue.record("\(read) runs as it is shown")
                    continue
                }
                #expect(again.readAs == nil && again.isEmpty == answer.isEmpty, "\(read)")
            case .failure(let diagnostic):
                let line = diagnostic.line ?? one.question
                #expect(one.unknown == String(line.utf8Slice(diagnostic.span)), "\(one.question): \(diagnostic.message)")
            }
        }
    }

    /// Writes the readings down anew, to be read over.
    private func record() throws {
        var session = Session(graph: Self.graph)
        let lines = try Self.cases.map { one -> String in
            switch session.answer(one.question) {
            case .success(let answer):
                let asked = Diagnostic(.unknownCommand, "", at: ByteSpan(0, 0))
                let reading = try? Questions(graph: Self.graph).read(one.question, besides: asked)?.get()
                return one.question + "\t" + (try (reading?.query ?? reading?.line ?? answer.readAs).map { try english($0) } ?? "")
            case .failure(let diagnostic):
                let line = diagnostic.line ?? one.question
                return one.question + "\t\t" + line.utf8Slice(diagnostic.span)
            }
        }
        let head = "# question, the line it means, or the word in it that is not understood\n"
        try (head + lines.joined(separator: "\n") + "\n").write(
            to: Self.root.appending(path: "Tests/Questions/questions.tsv"), atomically: true, encoding: .utf8)
    }

    /// The standard English form.
    private func english(_ line: String) throws -> String {
        Printer(.english).print(try Parser.parse(line))
    }

    /// Two forms of one question are read alike.
    @Test(arguments: [
        ("云南2026年的GDP增长目标是多少", "雲南2026年的GDP增長目標是多少？"), ("2026年哪些省的GDP目标高于5%", "2026年哪些省的ＧＤＰ目标高于５％？"),
        ("今年各省GDP目标", "请问，今年各省的GDP目标是什么呢？"), ("GDP目标超过5%的省", "GDP目标超过百分之五的省"),
    ])
    func formsOfAQuestionAreReadAlike(_ one: String, _ other: String) throws {
        var session = Session(graph: Self.graph)
        let first = try session.answer(one).get().readAs, second = try session.answer(other).get().readAs
        #expect(first != nil && first == second)
    }

    @Test func aQuestionCanBeExplainedAndGoneOnFrom() throws {
        var session = Session(graph: Self.graph)
        let explained = try session.answer("explain 今年哪些省的GDP目标高于5%").get()
        #expect(explained.readAs == "explain 目标 时期:2026 级别:省级 指标:地区生产总值 值>5%")
        let rows = try session.answer("今年哪些省的GDP目标高于5%").get()
        let last = try session.answer("last | count").get()
        guard case .table(let table) = rows.body, case .table(let count) = last.body else {
            Issue.record("both answers are tables")
            return
        }
        #expect(table.rows.count > 0 && count.rows == [[.integer(table.rows.count)]])
    }

    /// Questions as people ask them, of any reports: each is answered by a line that is shown, refused with a place in it, or its
    /// empty answer says why it is empty.
    @Test func anyQuestionIsAnsweredOrSaysWhyNot() throws {
        let text = (try? String(contentsOf: Self.root.appending(path: "Tests/Questions/unseen.tsv"), encoding: .utf8)) ?? ""
        let questions = text.split(separator: "\n").filter { !$0.hasPrefix("#") }.compactMap {
            $0.split(separator: "\t").last.map(String.init)
        }
        #expect(questions.count >= 250)
        var session = Session(graph: Self.graph)
        for question in questions {
            switch session.answer(question) {
            case .success(let answer):
                let read = answer.readAs ?? question
                #expect((try? Parser.parse(read)) != nil, "\(question) → \(read)")
                #expect(!answer.isEmpty || !answer.notes.isEmpty || !answer.readNotes.isEmpty, "\(question) → \(read)")
            case .failure(let diagnostic):
                let line = diagnostic.line ?? question
                #expect(
                    !diagnostic.message.isEmpty && diagnostic.span.end <= line.utf8.count && diagnostic.span.start <= diagnostic.span.end,
                    "\(question)")
            }
        }
    }

    /// 那贵州呢 is the question before it with another place, time or thing, and stands by itself where nothing was asked before.
    @Test(arguments: [
        (["四川今年GDP目标是多少", "那云南呢"], "targets 2026 place:云南省 indicator:地区生产总值"),
        (["四川今年GDP目标是多少", "那云南呢", "CPI呢"], "targets 2026 place:云南省 indicator:居民消费价格"),
        (["全国2024年粮食产量目标", "那2023年呢？"], "targets 2023 place:全国 indicator:粮食产量"), (["那云南呢"], "open 云南省"),
        (["四川今年GDP目标是多少", "open 1", "那云南呢"], "targets 2026 place:云南省 indicator:地区生产总值"),
        (["四川今年GDP目标是多少", "有哪些省"], "places level:province"),
        (["湖南去年财政收入", "那湖北呢", "目标呢", "前年呢"], "targets 2024 place:湖北省 财政收入"),
        (["四川今年GDP目标", "和云南比呢"], "figures 2026 place:四川省,云南省 indicator:地区生产总值 kind:target | compare by place"),
        (["四川今年目标", "那举措有哪些"], "measures 2026 place:四川省"),
        (["安徽和江西今年的GDP目标", "哪个高一点"], "last | sort value desc | take 1"),
    ])
    func aQuestionIsGoneOnFrom(_ lines: [String], _ line: String) throws {
        var session = Session(graph: Self.graph), read: String?
        for line in lines { read = try session.answer(line).get().readAs }
        #expect(try english(try #require(read)) == line)
    }

    /// Words of a question that its line has no place for are named, and a line that is tried instead says so.
    @Test(arguments: [
        ("某镇去年完成了哪些事", "没有用到：“完成”"), ("2026年某镇的举措对比", "没有用到：“对比”"), ("2026年云南和江苏的GDP目标各是多少", "没有载入江苏省"),
        ("某镇怎么处理污水，财政收入目标是多少", "这一问没有读，请另问：财政收入目标是多少"), ("新疆、辽宁的GDP目标", "没有载入辽宁省"),
        ("广东各市今年的GDP", "没有用到：“市”"), ("全国GDP目标连续下调的年份", "没有用到：“连续”"), ("河北的粮食目标高不高", "没有用到：“高”"),
        ("今年生态方面的约束性指标", "没有用到：“约束性指标”"), ("今年就业目标最高的省", "“就业”读作城镇新增就业"), ("2024年GDP目标低于全国的省", "与全国2024年的5%相比"),
        ("某镇今年有多少条改革举措", "“改革”读作原文中的词语"),
    ])
    func whatIsNotInTheLineIsNamed(_ question: String, _ words: String) throws {
        var session = Session(graph: Self.graph)
        session.tongue = .chinese
        let answer = try session.answer(question).get()
        #expect(answer.readNotes.contains { $0.hasPrefix(words) }, "\(question): \(answer.readAs ?? "") \(answer.readNotes)")
    }

    /// What was not understood carried the question: it is refused.
    @Test(arguments: ["某镇为什么要补种绿植", "2026年谁负责某镇的河湖长制", "某镇的GDP和财政收入的中位数"])
    func whatCannotBeAnsweredIsRefused(_ question: String) {
        var session = Session(graph: Self.graph)
        guard case .failure = session.answer(question) else {
            Issue.record("\(question) is refused")
            return
        }
    }

    /// One slip of one word is read as the word that sounds so, and that is said; what may be several words is refused.
    @Test(arguments: [
        ("城镇调查失业律目标", "“城镇调查失业律”当作“城镇调查失业率”之误"), ("固定资产投次目标", "“固定资产投次”当作“固定资产投资”之误"), ("今年各省GDP木标", "“木标”当作“目标”之误"),
    ])
    func aSlipOfOneWordIsReadAsTheWord(_ question: String, _ note: String) throws {
        var session = Session(graph: Self.graph)
        session.tongue = .chinese
        #expect(try session.answer(question).get().readNotes.first == note)
    }

    /// What a name of the question says must be in the line: no word of a question is passed over in silence.
    @Test func everyNameOfAQuestionIsInItsLine() throws {
        var session = Session(graph: Self.graph)
        for place in ["云南", "四川", "广东", "吉林"] {
            for (words, key) in [("GDP", "指标:地区生产总值"), ("固定资产投资增速", "指标:固定资产投资"), ("粮食产量", "指标:粮食产量")] {
                for (year, shown) in [("今年", "2026"), ("2025年", "2025"), ("近三年", "2024..2026"), ("十四五", "十四五")] {
                    for form in ["\(year)\(place)的\(words)目标是多少", "\(place)\(year)\(words)目标有多少？", "请问\(place)的\(words)\(year)目标"] {
                        let answer = try session.answer(form).get()
                        // What finds nothing stands beside the line that is tried instead.
                        let line =
                            ([answer.readAs ?? ""] + answer.readNotes.map { $0.replacing("”", with: " ”") }).joined(separator: " ") + " "
                        #expect(line.contains(key) && line.contains("地区:\(place)") && line.contains(" \(shown) "), "\(form) → \(line)")
                    }
                }
            }
        }
    }
}
