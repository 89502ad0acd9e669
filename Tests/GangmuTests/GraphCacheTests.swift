import Foundation
import Testing

/// The graph that is kept to start faster.
@Suite final class GraphCacheTests {
    private let folder = FileManager.default.temporaryDirectory.appending(path: "gangmu-cache-\(UUID().uuidString)")

    init() throws {
        try FileManager.default.createDirectory(at: folder.appending(path: "docs"), withIntermediateDirectories: true)
        try write("今年全镇茶叶产量达到410吨。", to: "山口镇.txt")
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    private func write(_ sentence: String, to name: String) throws {
        let text = "山口镇2026年工作报告\n一、今年的目标和任务\n\(sentence)\n"
        try Data(text.utf8).write(to: folder.appending(path: "docs/" + name))
    }

    private func ask(_ line: String = "figures | as csv") throws -> Program.Run {
        try Program.run("GANGMU_CACHE='\(folder.path)/cache' gangmu query '\(line)' '\(folder.path)/docs'")
    }

    private func kept(_ ending: String) throws -> [URL] {
        try FileManager.default.contentsOfDirectory(at: folder.appending(path: "cache"), includingPropertiesForKeys: nil)
            .filter { $0.pathExtension == ending }
    }

    @Test func aKeptGraphGivesTheSameAnswers() throws {
        for line in ["figures | as json", "documents | as csv", "why f1", "source f1", "targets 茶叶"] {
            let first = try Program.run("GANGMU_CACHE= gangmu query '\(line)' '\(folder.path)/docs'")
            #expect(try ask(line) == first)
            #expect(try ask(line) == first)
        }
        #expect(try kept("gangmu").count == 1)
        let attributes = try FileManager.default.attributesOfItem(atPath: folder.appending(path: "cache").path)
        #expect(attributes[.posixPermissions] as? Int == 0o700)
    }

    @Test func changesAreNoticed() throws {
        #expect(try ask().output.contains("410"))
        #expect(try ask().output.contains("410"))
        try write("今年全镇茶叶产量达到420吨。", to: "山口镇.txt")
        #expect(try ask().output.contains("420"), "as long as before, within the same second")
        try write("今年全镇粮食产量达到77吨。", to: "又一份.txt")
        #expect(try ask().output.contains("77"))
        try FileManager.default.removeItem(at: folder.appending(path: "docs/又一份.txt"))
        #expect(try !ask().output.contains("77"))
        // A new time with the old bytes is no change: the snapshot stays.
        let before = try kept("gangmu")[0].resourceValues(forKeys: [.contentModificationDateKey]).contentModificationDate
        try FileManager.default.setAttributes(
            [.modificationDate: Date(timeIntervalSinceNow: 3600)], ofItemAtPath: folder.appending(path: "docs/山口镇.txt").path)
        #expect(try ask().output.contains("420"))
        #expect(try kept("gangmu")[0].resourceValues(forKeys: [.contentModificationDateKey]).contentModificationDate == before)
    }

    @Test func whatCannotBeReadIsNamedEachTime() throws {
        try Data([0x50, 0x4B, 3, 4, 0, 0, 0, 0]).write(to: folder.appending(path: "docs/坏.txt"))
        let first = try ask()
        #expect(first.output.contains("坏.txt"))
        #expect(try ask() == first)
    }

    @Test func aDamagedOrMissingGraphIsMadeAnew() throws {
        let right = try ask()
        for ending in ["gangmu", "files"] {
            let file = try kept(ending)[0]
            let bytes = try Data(contentsOf: file)
            for broken in [Data(), Data(bytes.prefix(bytes.count / 2)), Data("nonsense\n".utf8)] {
                try broken.write(to: file)
                #expect(try ask() == right, "\(ending) of \(broken.count) bytes")
            }
            try FileManager.default.removeItem(at: file)
            #expect(try ask() == right)
        }
        // A page that was damaged since is told, and the next start is well again.
        let file = try kept("gangmu")[0]
        var bytes = try Data(contentsOf: file)
        for index in stride(from: bytes.count / 8, to: bytes.count, by: 512) { bytes[index] ^= 0xFF }
        try bytes.write(to: file)
        let damaged = try ask()
        #expect(damaged.exitCode == 3 && damaged.output.contains("gangmu: ") || damaged == right)
        #expect(try ask() == right)
    }

    @Test func aFolderThatCannotBeWrittenHarmsNothing() throws {
        let right = try ask()
        let run = try Program.run("GANGMU_CACHE=/proc/none gangmu query 'figures | as csv' '\(folder.path)/docs'")
        #expect(run == right)
    }
}
