import Documents
import Lexicon

/// Files and folders as readings.
public enum Corpus {
    /// Reads every document under `paths`. What cannot be read is named with its reason; the others load.
    /// Statements in NDJSON (`StatementLines`) are taken for the documents that they were read from, in whatever files they lie.
    /// Files called README are passed over. A file whose bytes `known` has a reading of is not read again. `progress` is told how
    /// many of a folder's files are read before each. Nothing is read where it is cancelled.
    public static func load(
        paths: [String], reader: Reader, known: (_ bytes: [UInt8], _ path: String) -> Reading? = { _, _ in nil },
        progress: (_ done: Int, _ total: Int) -> Void = { _, _ in }, isCancelled: () -> Bool = { false }
    ) -> (readings: [Reading], failures: [FileFailure]) {
        var readings: [Reading] = []
        var failures: [FileFailure] = []
        var statements = StatementLines()
        for path in paths {
            do throws(FileFailure) {
                let (files, unlisted) = try files(at: path)
                failures += unlisted
                for (number, file) in files.enumerated() {
                    if isCancelled() { return ([], []) }
                    progress(number, files.count)
                    do throws(FileFailure) {
                        let bytes = try FileSystem.read(file)
                        if StatementLines.areThere(in: bytes) {
                            statements.add(bytes, path: file)
                            continue
                        }
                        if let reading = known(bytes, file) {
                            readings.append(reading)
                            continue
                        }
                        let (reading, problems) = try read(bytes, of: file, reader: reader)
                        readings.append(reading)
                        failures += problems
                    } catch {
                        failures.append(error)
                    }
                }
            } catch {
                failures.append(error)
            }
        }
        let (told, faults) = statements.readings()
        return (readings + told, failures + faults)
    }

    /// The documents at `path`: the file itself, or all files of the folder except those called README, and what of the folder
    /// could not be opened.
    public static func files(at path: String) throws(FileFailure) -> (files: [String], failures: [FileFailure]) {
        let (files, failures) = try FileSystem.files(under: path)
        let documents = FileSystem.isFolder(path) ? files.filter { !isReadme($0) && !isMarker($0) } : files
        if documents.isEmpty, failures.isEmpty { throw FileFailure(path: path, reason: Message("holds no documents", "里面没有文档")) }
        return (documents, failures)
    }

    /// Reads one file, a text of any format that `DocumentText` knows or a table of facts. Spans count in the extracted text.
    public static func read(
        _ path: String, reader: Reader, details: ReadingDetails = .all
    ) throws(FileFailure) -> (reading: Reading, problems: [FileFailure]) {
        try read(try FileSystem.read(path), of: path, reader: reader, details: details)
    }

    /// The same; the statements are given one by one. Returns what could not be read.
    public static func read(
        _ path: String, reader: Reader, details: ReadingDetails = .all, into sink: inout some StatementSink
    ) throws(FileFailure) -> [FileFailure] {
        let bytes = try FileSystem.read(path)
        if StatementLines.areThere(in: bytes) { throw holdsStatements(path) }
        return try read(bytes, name: documentName(path), path: path, reader: reader, details: details, into: &sink)
    }

    private static func read(
        _ bytes: [UInt8], of path: String, reader: Reader, details: ReadingDetails = .all
    ) throws(FileFailure) -> (reading: Reading, problems: [FileFailure]) {
        if StatementLines.areThere(in: bytes) {
            throw holdsStatements(path)
        }
        return try read(bytes, name: documentName(path), path: path, reader: reader, details: details)
    }

    private static func holdsStatements(_ path: String) -> FileFailure {
        FileFailure(path: path, reason: Message("holds statements already; gangmu build reads them", "已是抽取出的陈述；可用gangmu build读取"))
    }

    private static func read(
        _ bytes: [UInt8], name: String, path: String, given: GivenMasthead = GivenMasthead(), reader: Reader, details: ReadingDetails
    ) throws(FileFailure) -> (reading: Reading, problems: [FileFailure]) {
        var whole = WholeReading()
        let problems = try read(bytes, name: name, path: path, given: given, reader: reader, details: details, into: &whole)
        return (whole.reading, problems)
    }

    private static func read(
        _ bytes: [UInt8], name: String, path: String, given: GivenMasthead = GivenMasthead(), reader: Reader, details: ReadingDetails,
        into sink: inout some StatementSink
    ) throws(FileFailure) -> [FileFailure] {
        let (bytes, _, remark) = try DocumentText.extract(bytes, path: path)
        if FactTable.isTable(bytes) {
            var (table, problems) = FactTable.read(bytes, name: name, path: path, reader: reader)
            if table.figures.isEmpty, problems.count == 1 { throw problems[0] }
            reader.apply(given, to: &table.masthead)
            let figures = table.figures
            table.figures = []
            sink.begin(table)
            for figure in figures { sink.add(figure) }
            return problems
        }
        reader.read(bytes, name: name, path: path, given: given, details: details, into: &sink)
        return remark.map { [$0] } ?? []
    }

    /// Reads a document that was given as a line of NDJSON; its id stands for the file's path.
    public static func read(
        _ document: GivenDocument, reader: Reader, details: ReadingDetails = .all
    ) throws(FileFailure) -> (reading: Reading, problems: [FileFailure]) {
        try read(
            document.bytes, name: nameOf(id: document.id), path: document.id, given: document.masthead, reader: reader, details: details)
    }

    /// As of a path where the id ends like a file; `report-1.5` does not.
    private static func nameOf(id: String) -> String {
        let ending = id.split(separator: ".").last ?? ""
        let isEnding =
            id.contains(".") && ending.utf8.count <= 5 && ending.first?.isLetter == true
            && ending.utf8.allSatisfy { $0 > 0x2F && $0 < 0x7B }
        return isEnding ? documentName(id) : id.split(separator: "/").last.map(String.init) ?? id
    }

    /// A file's name without folder and extension.
    public static func documentName(_ path: String) -> String {
        let file = path.split(separator: "/").last ?? ""
        guard let dot = file.lastIndex(of: "."), dot > file.startIndex else { return String(file) }
        return String(file[..<dot])
    }

    /// The empty file by which Spark says that a folder is whole.
    private static func isMarker(_ path: String) -> Bool { path.hasSuffix("/_SUCCESS") && FileSystem.size(path) == 0 }

    private static func isReadme(_ path: String) -> Bool {
        documentName(path).lowercased() == "readme"
    }
}
