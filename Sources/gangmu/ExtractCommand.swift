import ArgumentParser
import Documents
import Extraction
import Presentation

struct ExtractCommand: SpeakingCommand {
    static let configuration = CommandConfiguration(
        commandName: "extract", abstract: "Print the statements of documents, for programs.",
        discussion: "One JSON object a line: each document, then its goals, figures and measures in the order of the text.")

    enum Format: String, ExpressibleByArgument, CaseIterable { case ndjson }

    @Option(help: "The form of the output.")
    var format: Format = .ndjson

    @Flag(help: "Give each figure and measure the spans of the words behind its fields, the rules and the signs that were weighed.")
    var evidence = false

    @Option(help: ArgumentHelp("Documents read at once; one for each processor where it is not given.", valueName: "n"))
    var jobs: Int?

    @Argument(help: "Documents and folders.", completion: .file())
    var files: [String]

    @OptionGroup var manner: Manner

    /// What one file gives: its statements, and what could not be read of it.
    private struct Extract: Sendable {
        var statements: [UInt8] = []
        var failures: [FileFailure] = []
        var isRead = false
    }

    func validate() throws {
        if let jobs, jobs < 1 { throw ValidationError(Message("--jobs takes a number from 1 on, not \(jobs)", "--jobs应为1以上的数，不是\(jobs)").text) }
    }

    func run() throws {
        let reader = try Library.reader()
        let evidence = evidence
        var read = 0
        for path in files {
            do throws(FileFailure) {
                let (documents, unlisted) = try Corpus.files(at: path)
                unlisted.forEach(Library.report)
                OrderedWork.run(
                    documents, jobs: jobs ?? OrderedWork.processors, limit: Self.batch,
                    weight: { FileSystem.size($0) }, produce: { Self.extract($0, reader, evidence: evidence) }
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

    private static func extract(_ file: String, _ reader: Reader, evidence: Bool) -> Extract {
        do throws(FileFailure) {
            let (reading, problems) = try Corpus.read(file, reader: reader, details: evidence ? .evidence : [])
            var stream = StatementStream()
            stream.givesEvidence = evidence
            stream.append(reading)
            return Extract(statements: stream.bytes, failures: problems, isRead: true)
        } catch {
            return Extract(failures: [error])
        }
    }
}
