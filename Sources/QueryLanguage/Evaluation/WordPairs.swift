import Documents
import KnowledgeGraph

/// Pairs of neighbouring Chinese characters of one text that tell what it is about, to be looked for in very many others.
///
/// Pairs that statements of every field have in common (推进, 加强) are left out, as are those that only touch over an amount, and 的.
struct WordPairs: Sendable {
    private var pairs = SievedPairs()

    init(_ text: String) {
        let light = Self.light
        Self.forEach(in: Array(text.utf8).span) { if !light.contains($0) { pairs.insert($0) } }
    }

    var count: Int { pairs.count }

    /// How many pairs `text` has in common with these, and how many it has, repeated ones as often as they stand there; nil for one with
    /// fewer than two in common.
    /// - Parameter seen: What to reckon with; what it held is forgotten.
    func common(with text: SeriesSlice<UInt8>, _ seen: inout PairSet) -> (common: Int, count: Int)? {
        text.withSpan { common(with: $0, &seen) }
    }

    private func common(with text: Span<UInt8>, _ seen: inout PairSet) -> (common: Int, count: Int)? {
        seen.forget()
        let light = Self.light
        var count = 0
        Self.forEach(in: text) { pair in
            if pairs.contains(pair) {
                if seen.insert(pair) { count &+= 1 }
            } else if !light.contains(pair) {
                count &+= 1
            }
        }
        return seen.count < 2 ? nil : (seen.count, count)
    }

    /// Gives the pairs of a text in UTF-8, each as one number, as often as they occur.
    @inline(__always)
    private static func forEach(in text: Span<UInt8>, _ body: (UInt32) -> Void) {
        var last: UInt32 = 0, isAmount = false, at = 0
        while at < text.count {
            let code: UInt32
            if let unit = text.characterOfThree(at: at) ?? lastCharacter(of: text, at: at) {
                code = UInt32(unit)
                at &+= 3
                if !isAmount, isWord(code) {
                    if last != 0 { body(last << 16 | code) }
                    last = code
                    continue
                }
            } else {
                // Other characters are letters that only part the Chinese ones.
                code = UInt32(text[at])
                at &+= 1
            }
            if (0x30...0x39).contains(code) || (0xFF10...0xFF19).contains(code) {
                (isAmount, last) = (true, 0)
            } else if !(isAmount && unitCodes.contains(code)) {
                isAmount = false
                last = isWord(code) ? code : 0
            }
        }
    }

    /// A character of three bytes behind which the text ends.
    private static func lastCharacter(of text: Span<UInt8>, at place: Int) -> UInt16? {
        guard place + 3 == text.count, text[place] & 0xF0 == 0xE0 else { return nil }
        return UInt16(text[place] & 0x0F) << 12 | UInt16(text[place + 1] & 0x3F) << 6 | UInt16(text[place + 2] & 0x3F)
    }

    @inline(__always)
    private static func isWord(_ code: UInt32) -> Bool { code >= 0x4E00 && code <= 0x9FFF && code != of }

    private static let of: UInt32 = 0x7684  // 的
    /// Units and bounds behind a number (1285万吨以上), which two statements may have in common by chance.
    static let unitLetters = Set(".,．，%％千万亿吨元斤亩人户个项家套公里米平方立以上左右内")
    private static let unitCodes = Set(unitLetters.flatMap { $0.unicodeScalars.map(\.value) })

    /// Words that statements of every field have in common: what is done, how, and what anything may be called.
    static let lightWords = Set(
        """
        推进 推动 加强 加快 加大 提高 提升 完善 健全 实施 实行 开展 深化 促进 建设 建立 建成 继续 坚持 落实 扩大 增加 优化 支持 鼓励 引导 做好 抓好 确保 保障 强化 \
        组织 完成 实现 达到 解决 进行 推行 制定 积极 全面 深入 大力 着力 努力 切实 重点 主要 有关 一批 一般 一些 各类 各项 项目 工程 工作 行动 机制 体系 制度 \
        能力 水平 力度 方式 作用 问题 地方 地区 全国 全省 全市 国家 城镇 城市 农村 规模 数量 标准 比例 平均
        """.split { $0 == " " || $0 == "\n" }.map(String.init))
    private static let light = lightWords.reduce(into: SievedPairs()) { light, word in
        forEach(in: Array(word.utf8).span) { light.insert($0) }
    }
}

/// A set of pairs that most numbers asked for are not in: a bit for each, by a hash, turns nearly all of them down.
private struct SievedPairs {
    private var pairs = PairSet()
    private var sieve = [UInt64](repeating: 0, count: 64)

    var count: Int { pairs.count }

    mutating func insert(_ pair: UInt32) {
        _ = pairs.insert(pair)
        sieve[Self.hash(pair) >> 6] |= 1 << UInt64(Self.hash(pair) & 63)
    }

    @inline(__always)
    func contains(_ pair: UInt32) -> Bool {
        let hash = Self.hash(pair)
        return sieve[hash >> 6] &>> UInt64(hash & 63) & 1 != 0 && pairs.contains(pair)
    }

    /// From 0 to 4095.
    @inline(__always)
    private static func hash(_ pair: UInt32) -> Int { Int(truncatingIfNeeded: (pair &* 0x9E37_79B9) >> 20) }
}

/// A set of a few hundred numbers that is emptied and filled again very often.
struct PairSet: Sendable {
    private(set) var count = 0
    /// A number at its hash, or behind it, below the round in which it was put there.
    private var slots = [UInt64](repeating: 0, count: 128)
    private var round: UInt64 = 1 << 32

    /// Whether it was not there.
    @inline(__always)
    mutating func insert(_ number: UInt32) -> Bool {
        let at = slot(number), entry = round | UInt64(number)
        guard slots[at] != entry else { return false }
        slots[at] = entry
        count &+= 1
        if count &* 2 > slots.count { grow() }
        return true
    }

    @inline(__always)
    func contains(_ number: UInt32) -> Bool { slots[slot(number)] == round | UInt64(number) }

    mutating func forget() {
        round &+= 1 << 32
        count = 0
    }

    /// Where it is, or would be.
    @inline(__always)
    private func slot(_ number: UInt32) -> Int {
        let entry = round | UInt64(number), mask = slots.count &- 1
        var at = Int(truncatingIfNeeded: (UInt64(number) &* 0x9E37_79B9_7F4A_7C15) &>> 40) & mask
        while slots[at] >= round, slots[at] != entry { at = (at &+ 1) & mask }
        return at
    }

    private mutating func grow() {
        let all = slots.filter { $0 >= round }
        slots = [UInt64](repeating: 0, count: slots.count * 2)
        for entry in all { slots[slot(UInt32(truncatingIfNeeded: entry))] = entry }
    }
}
