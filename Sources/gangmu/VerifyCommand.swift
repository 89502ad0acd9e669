import ArgumentParser
import Documents
import KnowledgeGraph

struct VerifyCommand: SpeakingCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify", abstract: "Check a graph that was built, byte for byte and list for list.",
        discussion: """
            Every page of FILE is compared with its checksum, and everything that follows from the columns of the graph is made again and \
            compared: lists, counts, the index of texts, keys. What is wrong is named, and the exit code is 3. Commands check what they \
            read as they read it; this is for a file from elsewhere.
            """)

    @Argument(help: "Files of gangmu build.", completion: .file())
    var files: [String]

    @OptionGroup var manner: Manner

    func run() throws {
        var isSound = true
        for file in files {
            do throws(SnapshotFailure) {
                let whole = try Waiting.watch { () throws(SnapshotFailure) in try Library.audit(file) }
                let said = Message(
                    "\(file): whole; \(whole.sections) sections on \(whole.pages) pages as they were written, and all lists follow from their columns",
                    "\(file)：完好；\(whole.sections)个部分、\(whole.pages)页与写入时一致，各列表与各列相符")
                StandardStream.output.write(said.text + "\n")
            } catch {
                isSound = false
                StandardStream.error.write("gangmu: \(error)\n")
            }
        }
        if !isSound { throw Stop(code: Stop.noData) }
    }
}
