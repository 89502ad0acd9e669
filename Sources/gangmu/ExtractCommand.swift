import ArgumentParser
import Documents
import Extraction
import Glibc
import Presentation

struct ExtractCommand: SpeakingCommand {
    static let configuration = CommandConfiguration(
        commandName: "extract", abstract: "Print the statements of documents, for programs.",
        discussion: """
            One JSON object a line: each document, then its goals, figures and measures in the order of the text. \
            With --from-ndjson documents come as lines {"id":…,"text":…} on standard input, with title, place, level, date and \
            year where they are known (base64 instead of text for the bytes of any file); each line of the answer names its \
            document, and one that cannot be read gives a line of type error and stops nothing.
            """)

    enum Format: String, ExpressibleByArgument, CaseIterable { case ndjson }

    @Option(help: "The form of the output.")
    var format: Format = .ndjson

    @Flag(help: "Give each figure and measure the spans of the words behind its fields, the rules and the signs that were weighed.")
    var evidence = false

    @Flag(name: .customLong("from-ndjson"), help: "Documents are lines of JSON, on standard input or in the files named.")
    var fromNDJSON = false

    @Flag(help: "Give the text of each document and all else that gangmu build needs to make the graph of the statements alone.")
    var withText = false

    @Option(help: ArgumentHelp("Documents read at once; one for each processor where it is not given.", valueName: "n"))
    var jobs: Int?

    @Argument(help: "Documents and folders.", completion: .file())
    var files: [String] = []

    @OptionGroup var manner: Manner

    /// What one file gives: its statements, and what could not be read of it.
    private struct Extract: Sendable {
        var statements: [UInt8] = []
        var failures: [FileFailure] = []
        var isRead = false
    }

    func validate() throws {
        if files.isEmpty, !fromNDJSON {
            throw ValidationError(
                Message("name documents or folders, or give documents by --from-ndjson", "请给出文档或文件夹，或用--from-ndjson给出文档").text)
        }
        if let jobs, jobs < 1 {
            throw ValidationError(Message("--jobs takes a number from 1 on, not \(jobs)", "--jobs应为1以上的数，不是\(jobs)").text)
        }
    }

    func run() throws {
        let reader = try Library.reader()
        if fromNDJSON { return try extractLines(reader) }
        let form = form
        var read = 0
        for path in files {
            do throws(FileFailure) {
                let (documents, unlisted) = try Corpus.files(at: path)
                unlisted.forEach(Library.report)
                OrderedWork.run(
                    documents, jobs: jobs ?? OrderedWork.processors, limit: Self.batch,
                    weight: { FileSystem.size($0) }, produce: { Self.extract($0, reader, form, isAlone: $1) }
                ) { extract in
                    extract.failures.forEach(Library.report)
                    StandardStream.output.write(extract.statements)
                    if extract.isRead { read += 1 }
                }
            } catch {
                Library.report(error)
            }
        }
        if read == 0 { throw Library.nothingReadable(in: files) }
    }

    /// Bytes of documents whose statements wait for each other at most, a single larger document apart.
    private static let batch = 4 << 20

    /// What the lines hold, as the flags have it.
    private struct Form: Sendable {
        var givesEvidence: Bool
        var givesText: Bool

        /// What is worked out; the lines hold no more.
        var details: ReadingDetails { givesText ? .all : givesEvidence ? .evidence : [] }

        func stream(document: String?) -> StatementStream {
            var stream = StatementStream()
            stream.givesEvidence = givesEvidence
            stream.givesText = givesText
            stream.document = document
            return stream
        }
    }

    private var form: Form { Form(givesEvidence: evidence, givesText: withText) }

    /// Writes statements out as they are read, where the document is `isAlone`; otherwise gathers them.
    private struct Writer: StatementSink {
        var stream: StatementStream
        let isAlone: Bool

        mutating func begin(_ document: Reading) { stream.begin(document) }
        mutating func add(_ goal: consuming Goal) { stream.add(goal); relieve() }
        mutating func add(_ figure: consuming Figure) { stream.add(figure); relieve() }
        mutating func add(_ measure: consuming Measure) { stream.add(measure); relieve() }
        mutating func add(_ problem: consuming Problem) { stream.add(problem); relieve() }

        private mutating func relieve() {
            guard isAlone, stream.count >= ExtractCommand.waiting else { return }
            StandardStream.output.write(stream.bytes)
            stream.removeAll()
        }
    }

    /// Bytes of statements that wait to be written at once.
    private static let waiting = 1 << 18

    private static func extract(_ file: String, _ reader: Reader, _ form: Form, isAlone: Bool) -> Extract {
        do throws(FileFailure) {
            if form.givesText {
                let (reading, problems) = try Corpus.read(file, reader: reader, details: form.details)
                var stream = form.stream(document: file)
                stream.append(reading)
                return Extract(statements: stream.bytes, failures: problems, isRead: true)
            }
            var writer = Writer(stream: form.stream(document: nil), isAlone: isAlone)
            let problems = try Corpus.read(file, reader: reader, details: form.details, into: &writer)
            return Extract(statements: writer.stream.bytes, failures: problems, isRead: true)
        } catch {
            return Extract(failures: [error])
        }
    }

    // MARK: documents as lines

    private func extractLines(_ reader: Reader) throws {
        guard !files.isEmpty else {
            do throws(FileFailure) {
                return try extractLines(of: STDIN_FILENO, reader)
            } catch {
                throw Stop(code: Stop.noData, Message("standard input: \(error.reason.english)", "标准输入：\(error.reason.chinese)"))
            }
        }
        var isRead = false
        for file in files {
            do throws(FileFailure) {
                let descriptor = open(file, O_RDONLY | O_CLOEXEC)
                guard descriptor >= 0 else { throw FileFailure(path: file, reason: .system(errno)) }
                defer { close(descriptor) }
                try extractLines(of: descriptor, reader)
                isRead = true
            } catch {
                Library.report(FileFailure(path: file, reason: error.reason))
            }
        }
        if !isRead { throw Library.nothingReadable(in: files) }
    }

    /// Milliseconds that lines wait for more, so that whoever gives one document after the other gets each answer.
    private static let patience: Int32 = 20

    private func extractLines(of descriptor: Int32, _ reader: Reader) throws(FileFailure) {
        var lines = LineReader(descriptor: descriptor)
        let form = form, jobs = jobs ?? OrderedWork.processors
        var batch: [(number: Int, line: LineReader.Line)] = []
        var number = 0, load = 0
        while let line = try lines.next() {
            number += 1
            if case .bytes(let bytes) = line {
                if bytes.allSatisfy({ $0 <= 0x20 }) { continue }
                load += bytes.count
            }
            batch.append((number, line))
            if load < Self.batch, lines.hasMore(within: Self.patience) { continue }
            Self.extract(&batch, reader, form, jobs: jobs)
            load = 0
        }
        Self.extract(&batch, reader, form, jobs: jobs)
    }

    private static func extract(_ batch: inout [(number: Int, line: LineReader.Line)], _ reader: Reader, _ form: Form, jobs: Int) {
        OrderedWork.run(
            batch, jobs: jobs, limit: .max, weight: { _ in 0 },
            produce: { item, _ in extract(item.line, number: item.number, reader, form) }, consume: { StandardStream.output.write($0) })
        batch.removeAll()
    }

    private static func extract(_ line: LineReader.Line, number: Int, _ reader: Reader, _ form: Form) -> [UInt8] {
        guard case .bytes(let bytes) = line else {
            return error(document: nil, line: number, "is longer than \(LineReader.limit >> 20) MiB")
        }
        let document: GivenDocument
        do throws(GivenDocument.Fault) {
            document = try GivenDocument(line: bytes)
        } catch {
            return Self.error(document: error.id, line: number, error.reason.english)
        }
        do throws(FileFailure) {
            let (reading, problems) = try Corpus.read(document, reader: reader, details: form.details.union(.problems))
            var stream = form.stream(document: document.id)
            stream.append(reading)
            for problem in problems { stream.appendError(document: document.id, line: number, reason: problem.reason.english) }
            return stream.bytes
        } catch {
            return Self.error(document: document.id, line: number, error.reason.english)
        }
    }

    private static func error(document: String?, line: Int, _ reason: String) -> [UInt8] {
        var stream = StatementStream()
        stream.appendError(document: document, line: line, reason: reason)
        return stream.bytes
    }
}
