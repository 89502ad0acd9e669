/// One pass from UTF-8 to folded units with offsets.
enum Folder {
    static func fold(_ bytes: [UInt8]) -> (units: [UInt16], offsets: UnitOffsets, marks: UnitMarks, isWellFormed: Bool) {
        var text = FoldedBlocks(room: bytes.count)
        let isWellFormed = fold(bytes.span, into: &text)
        text.close()
        return (text.units, text.offsets, UnitMarks(text.marks), isWellFormed)
    }

    private static func fold(_ bytes: Span<UInt8>, into text: inout FoldedBlocks) -> Bool {
        var isWellFormed = true
        var line = Line()
        var i = 0
        // The unit folded last; 0 before the first.
        var last = UInt16(0)
        var spaceBefore = false
        if bytes.count >= 3, bytes[0] == 0xEF, bytes[1] == 0xBB, bytes[2] == 0xBF { i = 3 }
        let n = bytes.count
        let table = FoldTable.shared
        let map = table.map.span, own = table.own.span
        while i < n {
            let start = i
            let unit = decode(bytes, &i)
            let folded = map[Int(unit)]
            if folded <= 0x20 {
                switch folded {
                case FoldTable.space:
                    spaceBefore = true
                    if line.isBroken { line.indented = true }
                case FoldTable.newline:
                    line.end()
                    spaceBefore = false
                default: break
                }
                continue
            }
            let opensLine = line.isBroken
            if opensLine {
                if last != 0, !line.continues(with: folded, after: last) {
                    text.add(mark: Unit.newline, at: start)
                    line.start(with: folded)
                } else if last == 0 {
                    line.start(with: folded)
                }
                line.resume()
            } else if spaceBefore, Unit.isLatin(folded), Unit.isLatin(last) {
                text.add(mark: Unit.space, at: start - 1)
            }
            spaceBefore = false
            if Unit.isHan(folded) {
                text.add(folded, at: start)
            } else {
                if folded == openBracket, !opensLine, let end = footnoteEnd(bytes, i, behind: last, table) {
                    i = end
                    continue
                }
                if folded == Unit.replacement { isWellFormed = false }
                line.add(folded)
                text.add(mark: folded, at: start)
            }
            last = folded
            // Nearly all of a Chinese text: the middle of a line, in characters of three bytes.
            while true {
                let end = text.addIdeographs(bytes, from: i, own)
                if end > i {
                    last = text.last
                    i = end
                }
                guard let unit = bytes.characterOfThree(at: i), unit >= 0x800, unit & 0xF800 != 0xD800 else { break }
                let start = i
                let folded = map[Int(unit)]
                guard folded > 0x20 else { break }
                i &+= 3
                if Unit.isHan(folded) {
                    text.add(folded, at: start)
                } else {
                    if folded == openBracket, let end = footnoteEnd(bytes, i, behind: last, table) {
                        i = end
                        continue
                    }
                    if folded == Unit.replacement { isWellFormed = false }
                    line.add(folded)
                    text.add(mark: folded, at: start)
                }
                last = folded
            }
        }
        return isWellFormed
    }

    /// Appends the units of a text whose characters all stand for one unit each, wherever they stand: no space, line, mark of a footnote.
    /// False, and nothing appended, where it has another.
    static func foldPlain(_ bytes: Span<UInt8>, into units: inout [UInt16]) -> Bool {
        let before = units.count, table = FoldTable.shared
        let map = table.map.span
        var i = 0
        while i < bytes.count {
            let folded = map[Int(decode(bytes, &i))]
            guard folded > 0x20, folded != openBracket else {
                units.removeLast(units.count - before)
                return false
            }
            units.append(folded)
        }
        return true
    }

    private static let openBracket = UInt16(0x5B), closeBracket = UInt16(0x5D)

    /// Behind the mark of a footnote ([2], 〔12〕) whose bracket ends at `i`: it stands behind a word and is no part of the sentence. The
    /// year of a document's number has four digits.
    private static func footnoteEnd(_ bytes: Span<UInt8>, _ i: Int, behind last: UInt16, _ table: FoldTable) -> Int? {
        guard Unit.isHan(last) || last == Unit.closeQuote || last == Unit.closeTitle || last == Unit.closeParenthesis || last == 0x25 else {
            return nil
        }
        var at = i, digits = 0
        while at < bytes.count, digits < 4 {
            let unit = table.map[Int(decode(bytes, &at))]
            if unit == closeBracket { return digits > 0 ? at : nil }
            guard Unit.isDigit(unit) else { return nil }
            digits += 1
        }
        return nil
    }

    /// An invisible character, and the one that is printed where a type is missing.
    private static let wordJoiner = UInt16(0x2060), geta = UInt16(0x3013)

    /// The character at `i` as one unit; moves `i` behind it.
    @inline(__always)
    private static func decode(_ bytes: Span<UInt8>, _ i: inout Int) -> UInt16 {
        let b = bytes[i]
        if b < 0x80 {
            i += 1
            return UInt16(b)
        }
        let left = bytes.count - i
        if b >= 0xE0, b < 0xF0, left >= 3, bytes[i + 1] & 0xC0 == 0x80, bytes[i + 2] & 0xC0 == 0x80 {
            let u = UInt16(b & 0x0F) << 12 | UInt16(bytes[i + 1] & 0x3F) << 6 | UInt16(bytes[i + 2] & 0x3F)
            i += 3
            return u >= 0x800 && (u < 0xD800 || u > 0xDFFF) ? u : Unit.replacement
        }
        if b >= 0xC2, b < 0xE0, left >= 2, bytes[i + 1] & 0xC0 == 0x80 {
            let u = UInt16(b & 0x1F) << 6 | UInt16(bytes[i + 1] & 0x3F)
            i += 2
            return u
        }
        if b >= 0xF0, b < 0xF5, left >= 4, bytes[i + 1] & 0xC0 == 0x80, bytes[i + 2] & 0xC0 == 0x80, bytes[i + 3] & 0xC0 == 0x80 {
            // Pictures (U+1F000 and above) say nothing; rare ideographs are no part of any word that the lexicon has.
            let isPicture = b > 0xF0 || bytes[i + 1] == 0x9F
            i += 4
            return isPicture ? wordJoiner : geta
        }
        i += 1
        return Unit.replacement
    }
}

/// Folded units as they are added, 64 by 64.
private struct FoldedBlocks {
    private(set) var units: [UInt16] = []
    private(set) var offsets = UnitOffsets(bases: [])
    private(set) var marks: [UInt64] = []

    /// The units that were added last, how far each lies behind `base`, and one bit for each that is no ideograph.
    private var block = InlineArray<64, UInt16>(repeating: 0), distances = InlineArray<64, UInt16>(repeating: 0)
    private var bits: UInt64 = 0
    private var base = 0, count = 0

    /// `room`: bytes of the text; memory that is not written to is never taken.
    init(room: Int) {
        units.reserveCapacity(room + 1)
        offsets.distances.reserveCapacity(room + 1)
        offsets.bases.reserveCapacity(room / 64 + 1)
        marks.reserveCapacity(room / 64 + 1)
    }

    /// Adds an ideograph that begins at the byte `offset`.
    @inline(__always)
    mutating func add(_ unit: UInt16, at offset: Int) {
        if count == 64 { close() }
        if count == 0 { base = offset }
        let distance = offset &- base
        if distance >= Int(UInt16.max) { offsets.far[units.count + count] = UInt32(truncatingIfNeeded: offset) }
        block[count & 63] = unit
        distances[count & 63] = UInt16(clamping: distance)
        count &+= 1
    }

    /// Adds what is no ideograph.
    @inline(__always)
    mutating func add(mark unit: UInt16, at offset: Int) {
        add(unit, at: offset)
        bits |= 1 &<< UInt64(count &- 1)
    }

    /// Adds the ideographs from the byte `start` on that stand for themselves, which `own` has a bit for: where they end. Those very
    /// far behind the first of their block are left out.
    @inline(__always)
    mutating func addIdeographs(_ bytes: Span<UInt8>, from start: Int, _ own: Span<UInt64>) -> Int {
        var at = start
        let end = bytes.count
        repeat {
            if count == 64 { close() }
            if count == 0 { base = at }
            guard at &- base < Int(UInt16.max) &- 3 * 64 else { return at }
            var k = count
            while k < 64, let unit = bytes.characterOfThree(at: at, of: end), own[Int(unit >> 6)] &>> UInt64(unit & 63) & 1 != 0 {
                block[k & 63] = unit
                distances[k & 63] = UInt16(truncatingIfNeeded: at &- base)
                k &+= 1
                at &+= 3
            }
            count = k
        } while count == 64
        return at
    }

    /// The unit that was added last.
    var last: UInt16 { block[(count &- 1) & 63] }

    /// Ends the block.
    mutating func close() {
        units.append(block.span.extracting(first: count))
        offsets.distances.append(distances.span.extracting(first: count))
        offsets.bases.append(UInt32(truncatingIfNeeded: base))
        marks.append(bits)
        (bits, count) = (0, 0)
    }
}

/// What is known of the line being read, to tell a paragraph's end from a line that only the page had broken.
private struct Line {
    private var hasStop = false
    private var openTitles = 0
    private var isHeading = false
    private var blanks = 0
    var isBroken = true
    var indented = false

    /// What is no ideograph.
    @inline(__always)
    mutating func add(_ u: UInt16) {
        switch u {
        case Unit.fullStop, Unit.semicolon: hasStop = true
        case Unit.openTitle: openTitles += 1
        case Unit.closeTitle: openTitles = max(0, openTitles - 1)
        default: break
        }
    }

    mutating func end() {
        blanks += 1
        isBroken = true
        indented = false
    }

    mutating func start(with first: UInt16) {
        hasStop = false
        openTitles = 0
        isHeading = first == Unit.openParenthesis || Line.numerals.contains(first)
    }

    mutating func resume() {
        isBroken = false
        blanks = 0
        indented = false
    }

    /// Whether a line that begins with `next` goes on with the sentence that ended in `last`.
    func continues(with next: UInt16, after last: UInt16) -> Bool {
        switch next {
        case Unit.comma, Unit.fullStop, Unit.enumerationComma, Unit.semicolon, Unit.closeTitle, Unit.closeQuote,
             Unit.closeParenthesis, 0x25 /* % */:
            return true
        default: break
        }
        switch last {
        case Unit.comma, Unit.enumerationComma, Unit.openTitle, Unit.openQuote, Unit.openParenthesis: return true
        case Unit.fullStop, Unit.exclamation, Unit.question, Unit.semicolon, Unit.colon: return false
        default: break
        }
        if indented { return false }
        if Unit.isDigit(last) { return Line.quantityTails.contains(next) || hasStop }
        if openTitles > 0 { return true }
        // Running text that stops without a mark was broken by the page; a numbered heading was not.
        return hasStop && !isHeading && !Line.numerals.contains(next) && next != Unit.openParenthesis
            && last != Unit.closeQuote && last != Unit.closeParenthesis && last != Line.captionEnd
    }

    private static let numerals = Set("一二三四五六七八九十第".utf16)
    /// 记者某某摄: a picture's caption ends without a mark.
    private static let captionEnd = UInt16(0x6444)
    private static let quantityTails = Set("万亿千百多余个%元人户次年月".utf16)
}

/// Where each unit of the basic plane folds to.
struct FoldTable: Sendable {
    static let drop = UInt16(0), space = UInt16(1), newline = UInt16(2)
    static let shared = FoldTable()

    let map: [UInt16]
    /// One bit for each unit that is an ideograph and folds to itself: they fit the nearest cache.
    let own: ContiguousArray<UInt64>

    private init() {
        var map = [UInt16](repeating: 0, count: 0x10000)
        for u in 0x21...0xFFFF { map[u] = UInt16(u) }
        for u in 0...0x20 { map[u] = Self.drop }
        for u in 0x7F...0x9F { map[u] = Self.drop }
        for u in [0x09, 0x20, 0xA0, 0x3000] { map[u] = Self.space }
        for u in 0x2000...0x200A { map[u] = Self.space }
        for u in [0x0A, 0x2028, 0x2029] { map[u] = Self.newline }
        for u in [0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0xFEFF, 0xFE0E, 0xFE0F, 0xAD, 0x2060] { map[u] = Self.drop }
        for u in 0xFF01...0xFF5E { map[u] = UInt16(u - 0xFEE0) }
        // ﹐﹑﹒﹔﹕﹖﹗﹙﹚﹛﹜﹝﹞﹪: the small forms that pages in traditional characters use.
        let small: [(Int, UInt16)] = [
            (0xFE50, 0x2C), (0xFE51, 0x3001), (0xFE52, 0x2E), (0xFE54, 0x3B), (0xFE55, 0x3A), (0xFE56, 0x3F), (0xFE57, 0x21),
            (0xFE59, 0x28),
            (0xFE5A, 0x29), (0xFE5B, 0x7B), (0xFE5C, 0x7D), (0xFE5D, 0x5B), (0xFE5E, 0x5D), (0xFE6A, 0x25),
        ]
        for (from, to) in small { map[from] = to }
        for u in [0x2010, 0x2011, 0x2012, 0x2013, 0x2014, 0x2015, 0x2212, 0x2500, 0xFE63] { map[u] = 0x2D }  // dashes
        for u in [0x301C, 0x223C, 0x2053] { map[u] = 0x7E }  // wave dashes
        map[0x2236] = 0x3A  // ∶ ratio sign
        map[0x3015] = 0x5D; map[0x3014] = 0x5B  // 〔 〕
        map[0xFF61] = Unit.fullStop
        map[0x301D] = Unit.openQuote; map[0x301E] = Unit.closeQuote; map[0x301F] = Unit.closeQuote
        for (from, to) in zip(Variants.traditional.utf16, Variants.simplified.utf16) { map[Int(from)] = to }
        self.map = map
        own = ContiguousArray((0..<1 << 10).map { word in
            (0..<64).reduce(0) { bits, k in
                let unit = UInt16(word << 6 | k)
                return Unit.isHan(unit) && map[Int(unit)] == unit ? bits | 1 << UInt64(k) : bits
            }
        })
    }
}
