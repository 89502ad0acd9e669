import Foundation
import Testing

/// Whole sessions with the real program. `RERECORD=1 Scripts/test --filter TranscriptTests` writes the outputs of now into the
/// files, to be read over before they are committed.
@Suite struct TranscriptTests {
    static let folder = Program.package.appending(path: "Tests/Transcripts")
    static let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [])
        .filter { $0.hasSuffix(".transcript") }.sorted()

    @Test func thereAreTranscripts() {
        #expect(Self.names.count >= 8)
    }

    @Test(arguments: names)
    func replay(_ name: String) throws {
        let file = Self.folder.appending(path: name)
        let recorded = try String(contentsOf: file, encoding: .utf8)
        let replayed = try Transcript(recorded).replayed { try Program.run($0, input: $1) }
        if Self.records {
            try replayed.write(to: file, atomically: true, encoding: .utf8)
            return
        }
        #expect(replayed == recorded, "\(Self.difference(recorded, replayed))")
    }

    /// The session that the README shows is one, too.
    @Test func theReadmeShowsARealSession() throws {
        let file = Program.package.appending(path: "README.md")
        let readme = try String(contentsOf: file, encoding: .utf8)
        let parts = readme.components(separatedBy: "```")
        let index = try #require(parts.firstIndex { $0.hasPrefix("console\n") })
        let replayed = try Transcript(parts[index]).replayed { try Program.run($0, input: $1) }
        var now = parts
        now[index] = "console\n" + replayed.trimmingCharacters(in: .newlines) + "\n"
        if Self.records {
            try now.joined(separator: "```").write(to: file, atomically: true, encoding: .utf8)
        } else {
            #expect(now[index] == parts[index])
        }
    }

    private static var records: Bool { ProcessInfo.processInfo.environment["RERECORD"] == "1" }

    /// The first line that differs, with its number.
    private static func difference(_ recorded: String, _ replayed: String) -> String {
        let old = recorded.split(separator: "\n", omittingEmptySubsequences: false)
        let new = replayed.split(separator: "\n", omittingEmptySubsequences: false)
        for index in 0..<max(old.count, new.count) {
            let a = index < old.count ? old[index] : "(end)", b = index < new.count ? new[index] : "(end)"
            if a != b { return "line \(index + 1)\nrecorded: \(a)\nnow:      \(b)" }
        }
        return "no difference"
    }
}
