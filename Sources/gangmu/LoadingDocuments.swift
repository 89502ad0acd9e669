import Documents
import Extraction
import Glibc
import KnowledgeGraph
import QueryLanguage

/// `load`: more documents for a running session.
enum LoadingDocuments {
    /// The answer, which lists what is new, and remarks on what could not be read.
    static func load(
        _ paths: [Word], line: String, into session: inout Session
    ) throws(Diagnostic) -> (answer: Answer, failures: [FileFailure]) {
        guard let reader = session.reader() else {
            throw Diagnostic(.notHere, Message.noLexicon.text, at: ByteSpan(0, line.utf8.count))
        }
        var names: [String] = []
        for path in paths { names += try matches(path, of: paths, in: line) }
        let graph = session.graph, isCancelled = session.isCancelled
        let (loading, grown) = Waiting.watch {
            let loading = Library.read(names, beside: graph, reader: reader, isCancelled: isCancelled)
            guard !loading.readings.isEmpty, !isCancelled() else { return (loading, graph) }
            Progress.watch?.note(.buildingGraph, 0, 0)
            return (loading, Graph(graph, adding: loading.readings, lexicon: reader.lexicon))
        }
        guard !isCancelled() else { throw .stopped }
        if loading.readings.isEmpty, loading.known == 0, let first = loading.failures.first {
            let word = paths.first { first.path.hasPrefix($0.text) } ?? paths[0]
            let more =
                loading.failures.count > 1
                ? Message(" (and \(loading.failures.count - 1) more)", "（另有\(loading.failures.count - 1)个）").text : ""
            throw Diagnostic(.notHere, "\(first)" + more, at: word.span)
        }
        let before = graph.documents.count, now = grown.documents.count
        var notes = [Message.loaded(now - before, of: now).text]
        if loading.known > 0 { notes.append(Message.loadedBefore(loading.known).text) }
        return (try session.answer(line, with: grown, notes: notes).get(), loading.failures)
    }

    /// The files that a path stands for: itself, or what its `*`, `?` and `~` match.
    private static func matches(_ path: Word, of paths: [Word], in line: String) throws(Diagnostic) -> [String] {
        if FileSystem.exists(path.text) { return [path.text] }
        var found = glob_t()
        defer { globfree(&found) }
        if glob(path.text, GLOB_TILDE | GLOB_BRACE, nil, &found) == 0 {
            return (0..<Int(found.gl_pathc)).compactMap { found.gl_pathv[$0].map { String(cString: $0) } }
        }
        var suggestion = Library.nearest(to: path.text).map { line.replacing(path.span, with: Printer.quotedIfNeeded($0)) }
        // A name with spaces in it, not quoted.
        if let first = paths.first, let last = paths.last, paths.count > 1 {
            let span = ByteSpan(first.span.start, last.span.end), whole = String(line.utf8Slice(span))
            if FileSystem.exists(whole) { suggestion = line.replacing(span, with: "\"\(whole)\"") }
        }
        throw Diagnostic(.notHere, Message.noSuchPath(path.text).text, at: path.span, suggestion: suggestion)
    }
}

extension Message {
    fileprivate static let noLexicon = Message("no lexicon is there to read documents with", "没有读取文档所需的词库")
    fileprivate static func noSuchPath(_ path: String) -> Message { Message("there is no file or folder ‘\(path)’", "没有文件或文件夹“\(path)”") }
    fileprivate static func loaded(_ new: Int, of all: Int) -> Message {
        new == 0
            ? Message("nothing new; \(all) documents are loaded", "没有新的文档；现有\(all)份")
            : Message("\(new) document\(new == 1 ? "" : "s") loaded, \(all) in all", "载入\(new)份文档，现有\(all)份")
    }
    fileprivate static func loadedBefore(_ count: Int) -> Message {
        Message("\(count) \(count == 1 ? "was" : "were") there already", "其中\(count)份已在")
    }
}
