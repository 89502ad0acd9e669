import Foundation
import Testing

/// The real program, as it was built together with the tests; or that of `GANGMU_TESTED`.
enum Program {
    static let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    static let executable: URL = {
        if let named = ProcessInfo.processInfo.environment["GANGMU_TESTED"] { return URL(filePath: named) }
        let beside = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent().appending(path: "gangmu")
        let built = package.appending(path: ".build/debug/gangmu")
        return FileManager.default.isExecutableFile(atPath: beside.path) ? beside : built
    }()

    struct Run: Equatable {
        /// Standard output and standard error as they came.
        var output: String
        var exitCode: Int32
    }

    /// Runs `command` with `sh` in the package's folder; `gangmu` in it is the program. The environment is the same everywhere.
    static func run(_ command: String, input: String = "") throws -> Run {
        let process = Process()
        process.executableURL = URL(filePath: "/bin/sh")
        process.arguments = ["-c", "exec 2>&1\n" + command]
        process.currentDirectoryURL = package
        process.environment = [
            "PATH": executable.deletingLastPathComponent().path + ":/usr/local/bin:/usr/bin:/bin",
            "HOME": FileManager.default.temporaryDirectory.path, "LANG": "C",
        ]
        let inlet = Pipe(), outlet = Pipe()
        process.standardInput = inlet
        process.standardOutput = outlet
        process.standardError = outlet
        try process.run()
        // A program that ends before it has read its input is no failure of the test.
        signal(SIGPIPE, SIG_IGN)
        try? inlet.fileHandleForWriting.write(contentsOf: Data(input.utf8))
        try inlet.fileHandleForWriting.close()
        let output = try outlet.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return Run(output: String(decoding: output, as: UTF8.self), exitCode: process.terminationStatus)
    }
}
