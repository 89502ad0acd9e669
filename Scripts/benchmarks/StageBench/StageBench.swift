import Documents
import Extraction
import Lexicon
import Presentation

/// Reads the documents of a folder several times on one thread and prints what each stage took: name and seconds, tab between,
/// the median of the rounds; then the bytes, those written, and a scan of all bytes for one of them.
///
/// `StageBench LEXICON FOLDER ROUNDS`
@main
enum StageBench {
    struct Stopwatch: StageClock {
        var seconds = [Double](repeating: 0, count: ReadingStage.allCases.count)
        private var stage: Int?
        private var start = ContinuousClock.now

        mutating func enter(_ stage: ReadingStage) {
            stop()
            self.stage = stage.rawValue
        }

        mutating func stop() {
            let now = ContinuousClock.now
            if let stage { seconds[stage] += StageBench.seconds(now - start) }
            (stage, start) = (nil, now)
        }
    }

    struct Round {
        var read = 0.0, decode = 0.0, release = 0.0, output = 0.0, scan = 0.0
        var stages = Stopwatch()
        var bytes = 0, written = 0, found = 0
    }

    static func main() throws {
        let arguments = CommandLine.arguments
        guard arguments.count == 4, let rounds = Int(arguments[3]), rounds > 0 else {
            print("StageBench LEXICON FOLDER ROUNDS")
            return
        }
        let (lexicon, _) = Lexicon.load(from: arguments[1])
        let reader = Reader(lexicon: lexicon)
        let (files, _) = try FileSystem.files(under: arguments[2])
        var results: [Round] = []
        for _ in 0..<rounds { results.append(try round(files, reader)) }
        func give(_ name: String, _ value: (Round) -> Double) {
            print("\(name)\t\(results.map(value).sorted()[rounds / 2])")
        }
        give("read the file") { $0.read }
        give("check and decode") { $0.decode }
        for stage in ReadingStage.allCases { give("\(stage)") { $0.stages.seconds[stage.rawValue] } }
        give("write statements") { $0.output }
        give("give memory back") { $0.release }
        give("byte scan") { $0.scan }
        print("bytes\t\(results[0].bytes)")
        print("written\t\(results[0].written)")
        print("found\t\(results[0].found)")
    }

    static func round(_ files: [String], _ reader: Reader) throws -> Round {
        var round = Round()
        for file in files {
            let name = Corpus.documentName(file)
            let bytes = try timed(&round.read) { try FileSystem.read(file) }
            let text = try timed(&round.decode) { try DocumentText.extract(bytes, path: file).text }
            var reading: Reading? = reader.read(text, name: name, path: file, details: [], clock: &round.stages)
            round.stages.stop()
            let statements = timed(&round.output) {
                var stream = StatementStream()
                if let reading { stream.append(reading) }
                return stream.bytes
            }
            timed(&round.release) { reading = nil }
            timed(&round.scan) { for i in text.span.indices where text.span[i] == 0x25 { round.found += 1 } }
            round.bytes += text.count
            round.written += statements.count
        }
        return round
    }

    static func timed<Value>(_ total: inout Double, _ work: () throws -> Value) rethrows -> Value {
        let start = ContinuousClock.now
        defer { total += seconds(ContinuousClock.now - start) }
        return try work()
    }

    static func seconds(_ duration: Duration) -> Double {
        let (seconds, attoseconds) = duration.components
        return Double(seconds) + Double(attoseconds) / 1e18
    }
}
