import ArgumentParser
import Documents
import Extraction
import Presentation

struct ExtractCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "extract", abstract: "Print the statements of documents, for programs.",
        discussion: "One JSON object a line: each document, then its goals, figures and measures in the order of the text.")

    enum Format: String, ExpressibleByArgument, CaseIterable { case ndjson }

    @Option(help: "The form of the output.")
    var format: Format = .ndjson

    @Flag(help: "Give each figure and measure the spans of the words behind its fields, the rules and the signs that were weighed.")
    var evidence = false

    @Argument(help: "Documents and folders.", completion: .file())
    var files: [String]

    func run() throws {
        let reader = try Library.reader()
        var stream = StatementStream()
        stream.givesEvidence = evidence
        var read = 0
        for path in files {
            do throws(FileFailure) {
                let (documents, unlisted) = try Corpus.files(at: path)
                unlisted.forEach(Library.report)
                for file in documents where extract(file, reader, &stream) { read += 1 }
            } catch {
                Library.report(error)
            }
        }
        if read == 0 { throw Library.nothingReadable(in: files) }
    }

    /// Prints the statements of one file; false where it cannot be read.
    private func extract(_ file: String, _ reader: Reader, _ stream: inout StatementStream) -> Bool {
        do throws(FileFailure) {
            let (reading, problems) = try Corpus.read(file, reader: reader)
            problems.forEach(Library.report)
            stream.removeAll()
            stream.append(reading)
            StandardStream.output.write(stream.bytes)
            return true
        } catch {
            Library.report(error)
            return false
        }
    }
}
