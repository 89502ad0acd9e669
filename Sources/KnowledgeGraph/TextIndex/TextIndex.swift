import Synchronization

/// In which sentences each term of the texts stands, and how often: an inverted index as columns.
///
/// A posting is the distance from the sentence before, doubled, plus one where the term stands there several times; then that
/// number follows. Both are written seven bits a byte, the low ones first, the eighth bit set where more follow.
public struct TextIndex: Sendable {
    /// Ascending.
    var terms: Series<UInt64> = []
    /// How many sentences hold each.
    var sentences: Series<UInt32> = []
    /// Where the postings of each begin in `postings`, and one past the last.
    var offsets: Series<Int> = [0]
    var postings: Series<UInt8> = []

    init() {}

    /// One posting of a term.
    struct Posting {
        var sentence: UInt32
        var times: UInt32
    }

    /// Where the term stands among `terms`, or would stand.
    private func place(of term: UInt64) -> Int {
        var low = 0, high = terms.count
        while low < high {
            let middle = (low + high) / 2
            if terms[middle] < term { low = middle + 1 } else { high = middle }
        }
        return low
    }

    func index(of term: UInt64) -> Int? {
        let place = place(of: term)
        return place < terms.count && terms[place] == term ? place : nil
    }

    /// All pairs that begin with the character, among them that of the end of a run.
    func indices(beginningWith character: UInt32) -> Range<Int> {
        place(of: TextTerms.pair(character, 0))..<place(of: TextTerms.pair(character + 1, 0))
    }

    /// Gives `body` the postings of the term at `index`, ascending.
    @inline(__always)
    func forEach(at index: Int, _ body: (Posting) -> Void) {
        let slice = postings[offsets[index]..<offsets[index + 1]]
        _ = slice.withContiguousStorageIfAvailable { bytes in
            let bytes = bytes.span
            var at = 0, sentence = UInt32.max
            func number() -> UInt32 {
                var number: UInt32 = 0, shift: UInt32 = 0
                while at < bytes.count {
                    let byte = bytes[at]
                    at += 1
                    number |= UInt32(byte & 0x7F) << shift
                    if byte < 0x80 { break }
                    shift += 7
                }
                return number
            }
            while at < bytes.count {
                let code = number()
                sentence = sentence &+ code >> 1
                body(Posting(sentence: sentence, times: code & 1 == 0 ? 1 : number()))
            }
        }
    }

    /// The sentences that hold the term at `index`, ascending.
    func rows(at index: Int) -> [UInt32] {
        var rows: [UInt32] = []
        rows.reserveCapacity(Int(sentences[index]))
        forEach(at: index) { rows.append($0.sentence) }
        return rows
    }
}

extension Graph {
    /// The index of the texts: that of the snapshot, or one that is made when it is first asked for.
    public var textIndex: TextIndex {
        index.terms.isEmpty && sentences.count > 0 ? lateIndex.index(of: self) : index
    }
}

/// The index of a graph that was not written to a file: made at most once, by whoever needs it first.
final class LateIndex: Sendable {
    private let made = Mutex<TextIndex?>(nil)

    func index(of graph: Graph) -> TextIndex {
        made.withLock { made in
            if let made { return made }
            let index = TextIndexBuilder.index(of: graph)
            made = index
            return index
        }
    }
}
