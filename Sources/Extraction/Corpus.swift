import Documents
import Lexicon

/// Files and folders as readings.
public enum Corpus {
    /// Reads every document under `paths`. What cannot be read is named with its reason; the others load.
    /// Files called README are passed over. A file whose bytes `known` has a reading of is not read again. `progress` is told how
    /// many of a folder's files are read before each.
    public static func load(
        paths: [String], reader: Reader, known: (_ bytes: [UInt8], _ path: String) -> Reading? = { _, _ in nil },
        progress: (_ done: Int, _ total: Int) -> Void = { _, _ in }
    ) -> (readings: [Reading], failures: [FileFailure]) {
        var readings: [Reading] = []
        var failures: [FileFailure] = []
        for path in paths {
            do throws(FileFailure) {
                let (files, unlisted) = try files(at: path)
                failures += unlisted
                for (number, file) in files.enumerated() {
                    progress(number, files.count)
                    do throws(FileFailure) {
                        let bytes = try FileSystem.read(file)
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
        return (readings, failures)
    }

    /// The documents at `path`: the file itself, or all files of the folder except those called README, and what of the folder
    /// could not be opened.
    public static func files(at path: String) throws(FileFailure) -> (files: [String], failures: [FileFailure]) {
        let (files, failures) = try FileSystem.files(under: path)
        let documents = FileSystem.isFolder(path) ? files.filter { !isReadme($0) } : files
        if documents.isEmpty, failures.isEmpty { throw FileFailure(path: path, reason: Message("holds no documents", "里面没有文档")) }
        return (documents, failures)
    }

    /// Reads one file, a text of any format that `DocumentText` knows or a table of facts. Spans count in the extracted text.
    public static func read(_ path: String, reader: Reader) throws(FileFailure) -> (reading: Reading, problems: [FileFailure]) {
        try read(try FileSystem.read(path), of: path, reader: reader)
    }

    private static func read(
        _ bytes: [UInt8], of path: String, reader: Reader
    ) throws(FileFailure) -> (reading: Reading, problems: [FileFailure]) {
        let (bytes, _, remark) = try DocumentText.extract(bytes, path: path)
        let name = documentName(path)
        if FactTable.isTable(bytes) {
            let (table, problems) = FactTable.read(bytes, name: name, path: path, reader: reader)
            if table.figures.isEmpty, problems.count == 1 { throw problems[0] }
            return (table, problems)
        }
        return (reader.read(bytes, name: name, path: path), remark.map { [$0] } ?? [])
    }

    /// A file's name without folder and extension.
    public static func documentName(_ path: String) -> String {
        let file = path.split(separator: "/").last ?? ""
        guard let dot = file.lastIndex(of: "."), dot > file.startIndex else { return String(file) }
        return String(file[..<dot])
    }

    private static func isReadme(_ path: String) -> Bool {
        documentName(path).lowercased() == "readme"
    }
}
