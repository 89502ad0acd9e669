import Documents
import KnowledgeGraph
import QueryLanguage
import Shell

/// What a line can go on with: what the session knows, and the files and scripts that only the program knows.
enum ProgramCompletion {
    static func complete(_ line: String, cursor: Int, in session: Session) -> Completion {
        var completion = session.complete(line, cursor: cursor)
        guard !completion.wanted.isEmpty else { return completion }
        var typed = line.utf8Text(completion.replaced)
        if typed.hasPrefix("\"") { typed.removeFirst() }
        for wanted in completion.wanted {
            switch wanted {
            case .files: completion.candidates += files(typed)
            case .scripts:
                completion.candidates += ScriptFolder.purposes.filter { $0.name.hasPrefix(typed) }
                    .map { .init($0.name, .script, detail: $0.purpose) }
            case .parameters(let script):
                completion.candidates += parameters(of: script).filter { $0.name.hasPrefix(typed) }
                    .map {
                        .init(
                            $0.name + "=", .parameter, detail: [$0.kind.name.text, $0.help].filter { !$0.isEmpty }.joined(separator: " "))
                    }
            case .value(let name, let script):
                guard let key = parameters(of: script).first(where: { $0.name == name })?.kind.key else { continue }
                let query = "figures \(key):" + typed
                completion.candidates += session.complete(query, cursor: query.utf8.count).candidates
            }
        }
        return completion
    }

    private static func parameters(of script: String) -> [ScriptParameter] {
        guard let path = ScriptFolder.path(of: script), let bytes = try? FileSystem.read(path) else { return [] }
        return Script.Heading(bytes).parameters
    }

    /// Files and folders that go on from what is typed; a folder with `/`, to be gone into.
    private static func files(_ typed: String) -> [Completion.Candidate] {
        let cut = typed.lastIndex(of: "/").map { typed.index(after: $0) } ?? typed.startIndex
        let folder = String(typed[..<cut]), beginning = typed[cut...]
        let names = FileSystem.names(in: folder.isEmpty ? "." : folder, hidden: beginning.hasPrefix(".")) ?? []
        return names.filter { $0.hasPrefix(beginning) }.prefix(500).map { name in
            let path = folder + name
            return .init(Printer.quotedIfNeeded(FileSystem.isFolder(path) ? path + "/" : path), .file)
        }
    }
}

extension String {
    /// The bytes of `span`, held inside the text.
    fileprivate func utf8Text(_ span: ByteSpan) -> String {
        let bytes = Array(utf8), start = min(max(0, span.start), bytes.count), end = min(max(start, span.end), bytes.count)
        return String(decoding: bytes[start..<end], as: UTF8.self)
    }
}
