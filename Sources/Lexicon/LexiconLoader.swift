import Documents

/// A line or file of `Data/lexicon` that could not be used; the rest is loaded without it.
public struct LexiconProblem: Error, Sendable, Hashable, CustomStringConvertible {
    public var file: String
    /// From 1; 0 where the whole file is meant.
    public var line: Int
    /// What was found and what was expected.
    public var message: Message

    public init(file: String, line: Int, message: Message) {
        self.file = file
        self.line = line
        self.message = message
    }

    public var description: String { line > 0 ? "\(file):\(line): \(message.text)" : "\(file): \(message.text)" }
}

extension Lexicon {
    /// Reads the seven tables of a folder. A file that is absent and a line that is broken are reported; the rest loads.
    public static func load(from folder: String) -> (lexicon: Lexicon, problems: [LexiconProblem]) {
        var loader = LexiconLoader(folder: folder)
        loader.loadAll()
        return (loader.lexicon, loader.problems)
    }
}

/// Builds a `Lexicon` from its files and gathers what is wrong with them.
struct LexiconLoader {
    let folder: String
    var lexicon = Lexicon()
    var problems: [LexiconProblem] = []

    init(folder: String) { self.folder = folder }

    mutating func loadAll() {
        loadSectors()
        loadSectorWords()
        loadIndicators()
        loadPlaces()
        loadPlans()
        loadUnits()
        loadWords()
    }

    private mutating func loadSectors() {
        var codes = NamesSeen(), names = NamesSeen()
        var named: [(line: Int, code: String)] = []
        let columns = ["code", "name", "english", "aliases", "foundations"]
        read("sectors.tsv", columns: columns, filled: ["code", "name", "english"], optional: ["foundations"]) { row throws(LineFault) in
            let code = row[0]
            guard Self.isSectorCode(code) else {
                throw LineFault(
                    "“\(code)” is no sector code: expected small letters, finer ones after a dot: industry.chips",
                    "“\(code)”不是领域代码：应为小写字母，细分领域写在点后：industry.chips")
            }
            let sector = Sector(rawValue: code)
            guard sector == sector.top || codes.has(sector.top.rawValue) else {
                throw LineFault(
                    "“\(code)” stands before its top sector: expected a line “\(sector.top.rawValue)” above it",
                    "“\(code)”在其上级领域之前：上面应先有“\(sector.top.rawValue)”一行")
            }
            try codes.add([code], line: row.line)
            let english = row.values(2)
            let aliases = row.values(3) + english.dropFirst()
            try names.add([row[1], english[0]] + aliases, line: row.line)
            let foundations = row.values(4)
            named += foundations.map { (row.line, $0) }
            return SectorEntry(
                sector: sector, name: row[1], english: english[0], aliases: aliases, foundations: foundations.map { Sector(rawValue: $0) })
        } keep: { $0.sectors.append($1) }
        // What a sector rests on may stand below it.
        let known = Set(lexicon.sectors.map(\.sector.rawValue))
        for (line, code) in named where !known.contains(code) {
            do throws(LineFault) { _ = try Self.sector(code, known) } catch {
                problems.append(LexiconProblem(file: path("sectors.tsv"), line: line, message: error.message))
            }
        }
        for index in lexicon.sectors.indices { lexicon.sectors[index].foundations.removeAll { !known.contains($0.rawValue) } }
    }

    private mutating func loadSectorWords() {
        let known = Set(lexicon.sectors.map(\.sector.rawValue))
        var seen = NamesSeen()
        let columns = ["word", "sector", "weight"]
        read("sector-words.tsv", columns: columns, filled: columns) { row throws(LineFault) in
            let sector = try Self.sector(row[1], known)
            guard let weight = Int(row[2]), (0...100).contains(weight) else {
                throw LineFault("weight “\(row[2])”: expected a whole number from 0 to 100", "权重“\(row[2])”：应为0到100的整数")
            }
            let words = row.values(0)
            try seen.add(words, line: row.line, scope: row[1])
            return words.map { SectorWord(word: $0, sector: sector, weight: weight) }
        } keep: { $0.sectorWords += $1 }
    }

    private mutating func loadIndicators() {
        let known = Set(lexicon.sectors.map(\.sector.rawValue))
        var seen = NamesSeen()
        let columns = ["name", "aliases", "english", "unit", "direction", "sector"]
        read("indicators.tsv", columns: columns, filled: ["name", "english", "direction", "sector"]) { row throws(LineFault) in
            guard let direction = Direction(rawValue: row[4]) else {
                throw LineFault("direction “\(row[4])”: expected up, down or none", "方向“\(row[4])”：应为up、down或none")
            }
            var sectors: [Sector] = []
            for code in row.values(5) { sectors.append(try Self.sector(code, known)) }
            guard sectors.count <= 3 else {
                throw LineFault(
                    "\(sectors.count) sectors: expected at most 3, the main one first", "有\(sectors.count)个领域：最多3个，主领域在前")
            }
            let english = row.values(2)
            let aliases = row.values(1) + english.dropFirst()
            try seen.add([row[0], english[0]] + aliases, line: row.line)
            return IndicatorEntry(
                name: row[0], aliases: aliases, english: english[0], family: row[3], direction: direction, sector: sectors[0],
                moreSectors: Array(sectors.dropFirst()))
        } keep: { $0.indicators.append($1) }
    }

    private mutating func loadPlaces() {
        var seen = NamesSeen()
        var names = Set<String>()
        let columns = ["name", "aliases", "english", "level", "parent"]
        read("places.tsv", columns: columns, filled: ["name", "level"]) { row throws(LineFault) in
            guard let level = PlaceLevel(rawValue: row[3]) else {
                let levels = PlaceLevel.allCases.map(\.rawValue).joined(separator: ", ")
                throw LineFault("level “\(row[3])”: expected one of \(levels)", "级别“\(row[3])”：应为\(levels)之一")
            }
            guard row[4].isEmpty || names.contains(row[4]) else {
                throw LineFault(
                    "parent “\(row[4])” is not known: expected the name of a place on a line above", "上级“\(row[4])”未知：应为上面某行的地名")
            }
            let english = row.values(2), aliases = row.values(1) + english.dropFirst()
            try seen.add([row[0]] + aliases, line: row.line)
            names.insert(row[0])
            return PlaceEntry(name: row[0], aliases: aliases, english: english.first ?? "", level: level, parent: row[4])
        } keep: { $0.places.append($1) }
    }

    private mutating func loadPlans() {
        var seen = NamesSeen()
        let columns = ["name", "aliases", "english", "start", "end"]
        read("plans.tsv", columns: columns, filled: ["name", "start", "end"]) { row throws(LineFault) in
            guard let start = Int(row[3]), let end = Int(row[4]), (1900...2200).contains(start), (start...2200).contains(end)
            else {
                throw LineFault(
                    "years “\(row[3])” and “\(row[4])”: expected a first and a last year, as 2026 and 2030",
                    "年份“\(row[3])”和“\(row[4])”：应为首尾两年，如2026和2030")
            }
            let english = row.values(2), aliases = row.values(1)
            try seen.add([row[0]] + aliases + english, line: row.line)
            return PlanEntry(
                name: row[0], aliases: aliases + english.dropFirst(), english: english.first ?? "", period: Period(start, end))
        } keep: { $0.plans.append($1) }
    }

    private mutating func loadUnits() {
        var seen = NamesSeen()
        read("units.tsv", columns: ["unit", "family"], filled: ["unit"]) { row throws(LineFault) in
            let units = row.values(0)
            try seen.add(units, line: row.line)
            return units.map { UnitEntry(unit: $0, family: row[1]) }
        } keep: { $0.units += $1 }
    }

    private mutating func loadWords() {
        var seen = NamesSeen()
        read("words.tsv", columns: ["word", "class", "value"], filled: ["word", "class"]) { row throws(LineFault) in
            let words = row.values(0)
            try seen.add(words, line: row.line, scope: row[1])
            return words.map { WordEntry(word: $0, wordClass: row[1], value: row[2]) }
        } keep: { $0.words += $1 }
    }

    // MARK: - Lines

    /// Reads one file; `parse` makes an entry of a line or says what is wrong with it. The columns `filled` must not be empty.
    private mutating func read<Entry>(
        _ name: String, columns: [String], filled: [String], optional: [String] = [],
        parse: (TableRow) throws(LineFault) -> Entry, keep: (inout Lexicon, Entry) -> Void
    ) {
        let path = path(name)
        let bytes: [UInt8]
        do { bytes = try FileSystem.read(path) } catch {
            problems.append(
                LexiconProblem(
                    file: path, line: 0, message: Message("cannot be read: \(error.reason.english)", "无法读取：\(error.reason.chinese)")))
            return
        }
        let table = LexiconTable(bytes: bytes, columns: columns, optional: optional)
        if let fault = table.fault {
            problems.append(LexiconProblem(file: path, line: fault.line, message: fault.message))
            return
        }
        let needed = columns.indices.filter { filled.contains(columns[$0]) }
        for line in table.lines {
            do throws(LineFault) {
                let row = try table.row(line)
                for column in needed where row.isEmpty(column) {
                    throw LineFault("the column “\(columns[column])” is empty", "“\(columns[column])”列是空的")
                }
                keep(&lexicon, try parse(row))
            } catch {
                problems.append(LexiconProblem(file: path, line: line.number, message: error.message))
            }
        }
    }

    private func path(_ name: String) -> String { folder.hasSuffix("/") ? folder + name : folder + "/" + name }

    private static func isSectorCode(_ code: String) -> Bool {
        !code.isEmpty && code.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { part in
            !part.isEmpty && part.utf8.allSatisfy { (97...122).contains($0) || $0 == 45 }
        }
    }

    private static func sector(_ code: String, _ known: Set<String>) throws(LineFault) -> Sector {
        guard known.contains(code) else {
            throw LineFault("sector “\(code)” is not known: expected a code of sectors.tsv", "领域“\(code)”未知：应为sectors.tsv中的代码")
        }
        return Sector(rawValue: code)
    }
}

/// What is wrong with a line.
struct LineFault: Error {
    var message: Message
    init(_ english: String, _ chinese: String) { message = Message(english, chinese) }
}

/// The names that a file has given so far, to report one that is given twice. Names are kept as 64-bit FNV-1a hashes.
private struct NamesSeen {
    private var lines: [UInt64: Int] = [:]

    init() { lines.reserveCapacity(4096) }

    func has(_ name: String) -> Bool { lines[hash(name, after: hash(""))] != nil }

    /// Adds the names of a line; within one `scope` none may come twice.
    mutating func add(_ names: [String], line: Int, scope: String = "") throws(LineFault) {
        for name in names {
            let key = hash(name, after: hash(scope))
            if let before = lines.updateValue(line, forKey: key) {
                lines[key] = before
                throw LineFault("“\(name)” is given twice: line \(before) has it already", "“\(name)”给了两次：第\(before)行已有")
            }
        }
    }

    private func hash(_ text: String, after start: UInt64 = 0xcbf2_9ce4_8422_2325) -> UInt64 {
        var hash = start
        let bytes = text.utf8Span.span
        for i in bytes.indices { hash = (hash ^ UInt64(bytes[i])) &* 0x100_0000_01b3 }
        return hash
    }
}
