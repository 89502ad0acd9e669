import ArgumentParser
import Documents
import Extraction
import KnowledgeGraph

struct BuildCommand: SpeakingCommand {
    static let configuration = CommandConfiguration(
        commandName: "build", abstract: "Read documents once and keep their graph in a file that opens at once.",
        discussion: """
            The file stands wherever a PATH does: gangmu shell FILE, gangmu query LINE FILE. It is written beside its place first, \
            so that FILE is the old graph or the new one whatever happens. It does not follow later changes of the documents.
            """)

    @Option(name: [.customShort("o"), .long], help: ArgumentHelp("The file to write.", valueName: "file"), completion: .file())
    var output: String

    @Argument(help: "Documents and folders.", completion: .file())
    var paths: [String]

    @OptionGroup var manner: Manner

    func run() throws {
        let reader = try Library.reader()
        let (readings, failures) = Corpus.load(paths: paths, reader: reader)
        failures.forEach(Library.report)
        guard !readings.isEmpty else { throw Library.nothingReadable(in: paths) }
        do throws(SnapshotFailure) {
            try Snapshot.write(Graph(readings: readings, lexicon: reader.lexicon), to: output)
        } catch {
            throw Stop(code: Stop.noData, Message("\(error.path): \(error.message.english)", "\(error.path)：\(error.message.chinese)"))
        }
        let figures = readings.reduce(0) { $0 + $1.figures.count }, measures = readings.reduce(0) { $0 + $1.measures.count }
        func count(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }
        let said = Message(
            "\(output): \(count(readings.count, "document")), \(count(figures, "figure")), \(count(measures, "measure"))",
            "\(output)：\(readings.count)份文档、\(figures)条数据、\(measures)条举措")
        StandardStream.error.write(said.text + "\n")
    }
}
