import Documents
import Glibc
import KnowledgeGraph
import Presentation
import QueryLanguage
import Shell

/// A graph in a file for another program, written beside its place and put there when it is whole.
enum GraphFile {
    struct Failure: Error {
        var message: Message
        /// The file is there already.
        var isThere = false
        /// Somebody stopped it.
        var isStopped = false
    }

    static func write(_ elements: GraphElements, as format: GraphTextFormat, to path: String, replaces: Bool) throws(Failure) {
        let isThere = FileSystem.exists(path)
        if isThere, !replaces { throw Failure(message: .alreadyThere(path), isThere: true) }
        let temporary = "\(path).\(getpid()).part"
        if format.isFolder {
            guard mkdir(temporary, 0o777) == 0 else { throw Failure(message: .cannotWrite(path, .system(errno))) }
        }
        var files: [String: OutputStream] = [:]
        do throws(Failure) {
            try format.write(elements) { name, text throws(Failure) in
                if Interrupts.pending { throw Failure(message: Message("interrupted", "已中断"), isStopped: true) }
                if files[name] == nil { files[name] = try OutputStream(name.isEmpty ? temporary : temporary + "/" + name, for: path) }
                try files[name]?.write(text)
            }
            for name in files.keys { try files[name]?.close() }
            if Interrupts.pending { throw Failure(message: Message("interrupted", "已中断"), isStopped: true) }
            // A folder takes the place of an empty one only.
            if format.isFolder, isThere { remove(folder: path) }
            guard rename(temporary, path) == 0 else { throw Failure(message: .cannotWrite(path, .system(errno))) }
        } catch {
            for name in files.keys { try? files[name]?.close() }
            if format.isFolder { remove(folder: temporary) } else { unlink(temporary) }
            throw error
        }
    }

    /// A folder that was written by this type: it holds files only.
    private static func remove(folder: String) {
        for name in FileSystem.names(in: folder, hidden: true) ?? [] { unlink(folder + "/" + name) }
        rmdir(folder)
    }

    /// A file that is written in large pieces.
    private struct OutputStream {
        private let descriptor: Int32
        private let path: String
        private var waiting: [UInt8] = []
        private var isOpen = true

        init(_ name: String, for path: String) throws(Failure) {
            self.path = path
            descriptor = open(name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
            guard descriptor >= 0 else { throw Failure(message: .cannotWrite(path, .system(errno))) }
        }

        mutating func write(_ text: String) throws(Failure) {
            waiting.append(contentsOf: text.utf8)
            if waiting.count >= 1 << 18 { try flush() }
        }

        private mutating func flush() throws(Failure) {
            var at = 0
            while at < waiting.count {
                let written = waiting[at...].withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
                if written < 0, errno == EINTR { continue }
                guard written > 0 else { throw Failure(message: .cannotWrite(path, .system(errno))) }
                at += written
            }
            waiting.removeAll(keepingCapacity: true)
        }

        mutating func close() throws(Failure) {
            guard isOpen else { return }
            isOpen = false
            defer { waiting = [] }
            do throws(Failure) { try flush() } catch {
                Glibc.close(descriptor)
                throw error
            }
            guard Glibc.close(descriptor) == 0 else { throw Failure(message: .cannotWrite(path, .system(errno))) }
        }
    }
}
