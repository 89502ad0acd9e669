// swift-tools-version: 6.2
import PackageDescription

/// With GANGMU_STATIC=1 the program holds all of its libraries: a third of the time of a short answer would go by in finding and
/// relocating them.
let isWhole = Context.environment["GANGMU_STATIC"] == "1"
/// Types such as [Figure] are laid out by the compiler, and not at each start anew: a sixth of a short answer.
let laidOut: SwiftSetting = .unsafeFlags(["-Xfrontend", "-prespecialize-generic-metadata"], .when(configuration: .release))
let swift: [SwiftSetting] = [.swiftLanguageMode(.v6)] + (isWhole ? [laidOut] : [])

/// Without notes for a debugger, and written in one piece, its pages come into memory faster.
let wholeFlags = ["-static-executable", "-Xlinker", "-S", "-Xlinker", "--no-mmap-output-file"]
let whole: [LinkerSetting] = isWhole ? [.unsafeFlags(wholeFlags, .when(configuration: .release))] : []
/// What libedit itself needs stands behind it.
let lineEditing: [LinkerSetting] = (["edit"] + (isWhole ? ["tinfo", "bsd", "md"] : [])).map { .linkedLibrary($0) }

/// A module of the flow; it may import only modules that stand before it in `package.targets`.
func module(_ name: String, imports: [Target.Dependency]) -> Target {
    .target(name: name, dependencies: imports, swiftSettings: swift)
}

func tests(_ name: String, of imports: [Target.Dependency], data: [String] = []) -> Target {
    .testTarget(name: name + "Tests", dependencies: imports, exclude: data, swiftSettings: swift)
}

let package = Package(
    name: "gangmu",
    products: [.executable(name: "gangmu", targets: ["gangmu"])],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.0.0"),
        .package(url: "https://github.com/swhitty/FlyingFox", from: "0.20.0"),
    ],
    targets: [
        .target(name: "CLibEdit", linkerSettings: lineEditing),
        // libxml2 and libarchive are opened at need, not linked: they would cost every start of the program milliseconds.
        .target(name: "CDocumentLibraries", cSettings: [.unsafeFlags(["-I/usr/include/libxml2"])]),
        module("Documents", imports: ["CDocumentLibraries"]),
        module("Lexicon", imports: ["Documents"]),
        module("Extraction", imports: ["Documents", "Lexicon"]),
        module("KnowledgeGraph", imports: ["CDocumentLibraries", "Documents", "Lexicon", "Extraction"]),
        module("QueryLanguage", imports: ["Documents", "Lexicon", "Extraction", "KnowledgeGraph"]),
        module("Presentation", imports: ["Documents", "Lexicon", "Extraction", "KnowledgeGraph", "QueryLanguage"]),
        module("Shell", imports: ["CLibEdit", "Documents", "Lexicon", "KnowledgeGraph", "QueryLanguage", "Presentation"]),
        .executableTarget(
            name: "gangmu",
            dependencies: [
                "Documents", "Lexicon", "Extraction", "KnowledgeGraph", "QueryLanguage", "Presentation", "Shell",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            exclude: ["Documentation.docc"],
            swiftSettings: swift,
            linkerSettings: whole),
        // Apart from the flow and its program, since what it needs (Foundation, SQLite, HTTP) would slow every start.
        module("Services", imports: [
            "Documents", "Lexicon", "KnowledgeGraph", "QueryLanguage", "Presentation", .product(name: "GRDB", package: "GRDB.swift"),
            .product(name: "FlyingFox", package: "FlyingFox"),
        ]),
        .executableTarget(
            name: "gangmu-services", dependencies: ["Documents", "KnowledgeGraph", "Services"], swiftSettings: swift,
            // FoundationNetworking, which the HTTP server imports, needs it where the runtime is linked statically.
            linkerSettings: [.linkedLibrary("curl")]),
        // What the terminal tests drive.
        .executableTarget(
            name: "ShellTestProgram", dependencies: ["Documents", "QueryLanguage", "Shell"], path: "Tests/ShellTestProgram",
            swiftSettings: swift),
        // What Scripts/bench stages measures.
        .executableTarget(
            name: "StageBench", dependencies: ["Documents", "Lexicon", "Extraction", "Presentation"],
            path: "Scripts/benchmarks/StageBench", swiftSettings: swift),
        // What Scripts/bench graph measures.
        .executableTarget(
            name: "GraphBench", dependencies: ["Documents", "Lexicon", "Extraction", "KnowledgeGraph", "QueryLanguage"],
            path: "Scripts/benchmarks/GraphBench", swiftSettings: swift),
        .testTarget(name: "DocumentsTests", dependencies: ["Documents"], exclude: ["data"], swiftSettings: swift),
        tests("Lexicon", of: ["Documents", "Lexicon"]),
        tests("Extraction", of: ["Documents", "Lexicon", "Extraction"], data: ["constructions.txt"]),
        tests("KnowledgeGraph", of: ["KnowledgeGraph"]),
        tests("QueryLanguage", of: ["QueryLanguage"]),
        tests("Presentation", of: ["Documents", "Lexicon", "Extraction", "KnowledgeGraph", "QueryLanguage", "Presentation"]),
        tests("Shell", of: ["Documents", "QueryLanguage", "Presentation", "Shell"]),
        tests("Services", of: ["Documents", "Lexicon", "Extraction", "KnowledgeGraph", "Services", .product(name: "GRDB", package: "GRDB.swift")]),
        tests("Gangmu", of: ["gangmu", "Documents", "Presentation", "QueryLanguage"]),
    ]
)
