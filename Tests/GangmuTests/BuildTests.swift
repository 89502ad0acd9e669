import Foundation
import Testing

/// Graphs that are built again.
@Suite final class BuildTests {
    private let folder = FileManager.default.temporaryDirectory.appending(path: "gangmu-build-\(UUID().uuidString)")

    init() throws {
        try FileManager.default.createDirectory(at: folder.appending(path: "docs/more"), withIntermediateDirectories: true)
        for number in 0..<12 { try write(number, to: "第\(number)镇.txt") }
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    private func write(_ number: Int, to name: String) throws {
        let text = """
            第\(number)镇\(2020 + number % 6)年工作报告
            一、过去一年的工作
            去年，茶叶产量达到\(300 + number)吨，新修水渠\(number + 2)公里。存在的问题是，冷库偏少。
            二、今年的目标和任务
            今年全镇茶叶产量增长\(number % 5 + 3)%左右，新增就业\(100 + number)人以上。
            （一）做强茶产业。推进\(number + 1)座茶厂改造，培育制茶师傅\(number + 20)名。
            """
        try Data(text.utf8).write(to: folder.appending(path: "docs/" + name))
    }

    private func run(_ command: String) throws -> Program.Run { try Program.run("cd '\(folder.path)' && " + command) }

    private func bytes(_ name: String) throws -> Data { try Data(contentsOf: folder.appending(path: name)) }

    /// The environment of `Program.run` names no lexicon, and the folder is not the package's.
    private var gangmu: String {
        "GANGMU_LEXICON='\(Program.package.path)/Data/lexicon' '\(Program.executable.path)'"
    }

    @Test func aGraphIsVerifiedByteForByte() throws {
        #expect(try run("\(gangmu) build docs -o whole.gangmu").exitCode == 0)
        let sound = try run("\(gangmu) verify whole.gangmu")
        #expect(sound.exitCode == 0)
        #expect(sound.output.hasPrefix("whole.gangmu: whole; "), "\(sound.output)")
        var damaged = try bytes("whole.gangmu")
        damaged[damaged.count / 2] ^= 0x10
        try damaged.write(to: folder.appending(path: "damaged.gangmu"))
        let both = try run("\(gangmu) verify damaged.gangmu whole.gangmu")
        #expect(both.exitCode == 3)
        #expect(both.output.contains("damaged.gangmu: is damaged in "), "\(both.output)")
        #expect(both.output.contains("whole.gangmu: whole; "))
    }

    @Test func anUpdateGivesWhatAFreshBuildGives() throws {
        #expect(try run("\(gangmu) build docs -o kept.gangmu").exitCode == 0)
        let manager = FileManager.default, docs = folder.appending(path: "docs")
        let steps: [(String, read: Int, () throws -> Void)] = [
            ("nothing", 0, {}),
            ("a file changed", 1, { [self] in try write(77, to: "第3镇.txt") }),
            ("files came", 2, { [self] in
                try write(40, to: "more/第40镇.txt")
                try write(41, to: "新.txt")
            }),
            ("a file went", 0, { try manager.removeItem(at: docs.appending(path: "第5镇.txt")) }),
            ("a file moved", 0, { try manager.moveItem(at: docs.appending(path: "第6镇.txt"), to: docs.appending(path: "more/第6镇.txt")) }),
            ("a copy came", 0, { try manager.copyItem(at: docs.appending(path: "第7镇.txt"), to: docs.appending(path: "more/第7镇.txt")) }),
            ("the first of the copies went", 0, { try manager.removeItem(at: docs.appending(path: "more/第7镇.txt")) }),
            ("a time changed", 0, {
                    try manager.setAttributes(
                        [.modificationDate: Date(timeIntervalSinceNow: 999)], ofItemAtPath: docs.appending(path: "第8镇.txt").path)
            }),
        ]
        for (what, read, change) in steps {
            try change()
            let updated = try run("\(gangmu) build --update docs -o kept.gangmu")
            #expect(updated.exitCode == 0, "\(what): \(updated.output)")
            #expect(updated.output.contains("; \(read) file"), "\(what): \(updated.output)")
            #expect(try run("\(gangmu) build docs -o fresh.gangmu").exitCode == 0)
            #expect(try bytes("kept.gangmu") == bytes("fresh.gangmu"), "\(what)")
        }
    }
}
