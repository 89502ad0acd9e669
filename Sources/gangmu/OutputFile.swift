import Documents
import Glibc
import KnowledgeGraph
import Presentation
import QueryLanguage
import Shell

/// Answers written into files, whole or not at all.
enum OutputFile {
    /// Writes `answer` and says what was written. A file that is there stays unless the saving may replace it.
    /// - Parameter marksBytes: Whether CSV with characters beyond ASCII begins with a byte order mark, without which Excel takes
    ///   it for text in the encoding of the system.
    static func save(_ answer: Answer, as saving: Saving, line: String, from graph: Graph, marksBytes: Bool) throws(Diagnostic) -> Message {
        var answer = answer
        let path = saving.path.text
        let ending = path.split(separator: "/").last?.split(separator: ".").dropFirst().last.map(String.init)
        answer.format = saving.format ?? ending.flatMap { OutputFormat(ending: $0) } ?? answer.format
        if saving.format == nil, let ending, OutputFormat(ending: ending) == nil, let format = GraphFormat(ending: ending) {
            return try export(graph, around: answer.nodes, as: format, saving, line: line)
        }
        if answer.format == .svg, !Renderer.canDraw(answer) {
            throw Diagnostic(.notHere, Message.nothingToDraw.text, at: saving.path.span)
        }
        let text = Renderer(style: .plain).render(answer, title: line, graph: graph)
        func failure(_ message: Message, _ code: Diagnostic.Code, suggestion: String? = nil) -> Diagnostic {
            Diagnostic(code, message.text, at: saving.path.span, suggestion: suggestion)
        }
        let temporary = "\(path).\(getpid()).part"
        let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
        guard descriptor >= 0 else { throw failure(.cannotWrite(path, .system(errno)), .cannotWrite) }
        defer { unlink(temporary) }
        var bytes = Array(text.utf8)
        if marksBytes, answer.format == .csv, bytes.contains(where: { $0 >= 0x80 }) { bytes.insert(contentsOf: [0xEF, 0xBB, 0xBF], at: 0) }
        var at = 0
        while at < bytes.count {
            let written = bytes[at...].withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
            if written < 0, errno == EINTR { continue }
            guard written > 0 else {
                let reason = Message.system(errno)
                close(descriptor)
                throw failure(.cannotWrite(path, reason), .cannotWrite)
            }
            at += written
        }
        guard close(descriptor) == 0 else { throw failure(.cannotWrite(path, .system(errno)), .cannotWrite) }
        // `link` gives the name only where nothing has it; not every file system knows it.
        if saving.replaces {
            guard rename(temporary, path) == 0 else { throw failure(.cannotWrite(path, .system(errno)), .cannotWrite) }
        } else if link(temporary, path) != 0 {
            let isThere = errno == EEXIST || FileSystem.exists(path)
            if isThere {
                throw failure(.alreadyThere(path), .fileExists, suggestion: replacing(line, saving))
            }
            guard rename(temporary, path) == 0 else { throw failure(.cannotWrite(path, .system(errno)), .cannotWrite) }
        }
        if case .table(let table) = answer.body { return .written(path, rows: table.rows.count) }
        return .written(path, rows: nil)
    }

    /// Writes the graph, or the part of it around some nodes, for another program and says what was written.
    static func export(
        _ graph: Graph, around nodes: [NodeID]? = nil, as format: GraphFormat, _ saving: Saving, line: String
    ) throws(Diagnostic) -> Message {
        let path = saving.path.text
        do throws(GraphFile.Failure) {
            guard let form = GraphTextFormat(format) else {
                try Companion.write(graph, to: path, replaces: saving.replaces)
                return .written(path, rows: nil)
            }
            return try Rendering.$stop.withValue(Rendering.Stop { Interrupts.pending }) {
                Result { () throws(GraphFile.Failure) in
                    let elements = GraphElements(graph, around: nodes)
                    try GraphFile.write(elements, as: form, to: path, replaces: saving.replaces)
                    return Message.writtenGraph(
                        path, nodes: elements.nodeCount, files: form.isFolder ? FileSystem.names(in: path)?.count : nil)
                }
            }.get()
        } catch {
            if error.isStopped { throw .stopped }
            throw Diagnostic(
                error.isThere ? .fileExists : .cannotWrite, error.message.text, at: saving.path.span,
                suggestion: error.isThere ? replacing(line, saving) : nil)
        }
    }

    /// The line with `!` behind the word that saves.
    private static func replacing(_ line: String, _ saving: Saving) -> String? {
        guard case .success(let command) = Result(catching: { () throws(Diagnostic) in try Parser.parse(line) }) else { return nil }
        return Printer(Tongue.current == .chinese ? .chinese : .english).print(command.replacingFiles)
    }
}

extension Command {
    /// The same command, allowed to replace files.
    var replacingFiles: Command {
        switch self {
        case .save(var saving):
            saving.replaces = true
            return .save(saving)
        case .export(var saving):
            saving.replaces = true
            return .export(saving)
        case .query(var query):
            query.stages = query.stages.map { stage in
                guard case .save(var saving) = stage else { return stage }
                saving.replaces = true
                return .save(saving)
            }
            return .query(query)
        default: return self
        }
    }
}

extension Answer {
    /// What its rows or links stand for, and the node of a card.
    fileprivate var nodes: [NodeID] {
        switch body {
        case .table(let table): table.nodes.compactMap(\.self)
        case .card(let card): [card.node].compactMap(\.self) + card.links.map(\.target)
        default: []
        }
    }
}
