import ArgumentParser
import Documents
import Extraction
import KnowledgeGraph
import QueryLanguage

struct BuildCommand: SpeakingCommand {
    static let configuration = CommandConfiguration(
        commandName: "build", abstract: "Read documents once and keep their graph in a file that opens at once.",
        discussion: """
            The file stands wherever a PATH does: gangmu shell FILE, gangmu query LINE FILE. It is written beside its place first, \
            so that FILE is the old graph or the new one whatever happens. Later changes of the documents are taken up by building \
            it again: with --update only files that changed are read.
            """)

    @Option(name: [.customShort("o"), .long], help: ArgumentHelp("The file to write.", valueName: "file"), completion: .file())
    var output: String

    @Flag(help: "Read only the files that changed since FILE was built, by their content. The result is that of a new build.")
    var update = false

    @Argument(help: "Documents and folders.", completion: .file())
    var paths: [String]

    @OptionGroup var manner: Manner

    func run() throws {
        let reader = try Library.reader()
        let fingerprint = try Library.fingerprint()
        let known = update ? knownReadings(fingerprint) : nil
        var files: [String: UInt64] = [:]
        var again = 0
        let (readings, failures) = Waiting.watch {
            Corpus.load(
                paths: paths, reader: reader,
                known: { bytes, path in
                    let hash = ContentHash.of(bytes)
                    files[path] = hash
                    let reading = known?.reading(ofFile: path, hash: hash)
                    if reading == nil { again += 1 }
                    return reading
                },
                progress: { Progress.watch?.note(.readingDocuments, $0, $1) })
        }
        failures.forEach(Library.report)
        guard !readings.isEmpty else { throw Library.nothingReadable(in: paths) }
        // What is wrong with a file is to be told each time.
        for failure in failures { files[failure.path] = nil }
        do throws(SnapshotFailure) {
            try Waiting.watch { () throws(SnapshotFailure) in
                Progress.watch?.note(.buildingGraph, 0, 0)
                try Snapshot.write(Graph(readings: readings, lexicon: reader.lexicon, files: files), to: output, fingerprint: fingerprint)
            }
        } catch {
            throw Stop(code: Stop.noData, Message("\(error.path): \(error.message.english)", "\(error.path)：\(error.message.chinese)"))
        }
        let figures = readings.reduce(0) { $0 + $1.figures.count }, measures = readings.reduce(0) { $0 + $1.measures.count }
        func count(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }
        var said = Message(
            "\(output): \(count(readings.count, "document")), \(count(figures, "figure")), \(count(measures, "measure"))",
            "\(output)：\(readings.count)份文档、\(figures)条数据、\(measures)条举措")
        if known != nil {
            said = Message(said.english + "; \(count(again, "file")) read", said.chinese + "；读取了\(again)个文件")
        }
        StandardStream.error.write(said.text + "\n")
    }

    /// What the file holds already, where it is whole and was read with the same program and lexicon; else why it does not serve.
    private func knownReadings(_ fingerprint: UInt64) -> KnownReadings? {
        guard FileSystem.exists(output) else { return nil }
        do throws(SnapshotFailure) {
            try Snapshot.verify(output)
            guard try Snapshot.fingerprint(of: output) == fingerprint else {
                tell("was read with another program or lexicon", "是用另一个程序或词库读出的")
                return nil
            }
            return KnownReadings(try Library.open(output))
        } catch {
            tell(error.message.english, error.message.chinese)
            return nil
        }
    }

    private func tell(_ english: String, _ chinese: String) {
        let said = Message("\(output): \(english); reading all documents", "\(output)：\(chinese)；读取全部文档")
        StandardStream.error.write("gangmu: \(said.text)\n")
    }
}

extension Message {
    static let readingDocuments = Message("reading documents", "读取文档")
    static let buildingGraph = Message("building the graph", "生成图")
}
