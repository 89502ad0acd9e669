import Documents

/// The words with which a document turns to its weaknesses.
enum ProblemSigns {
    /// Whether the text of `range` admits weaknesses: 清醒认识到 … 不足. `firmly`: only by a set phrase, as in a plan, where
    /// difficulties are also what is to be overcome.
    static func admits(_ units: [UInt16], _ range: Range<Int>, firmly: Bool = false) -> Bool {
        if firmly { return sober.occurs(in: units, range.prefix(40)) }
        return sober.occurs(in: units, range) || strong.occurs(in: units, range)
            || awareness.occurs(in: units, range) && weakness.occurs(in: units, range)
    }

    private static let sober = PhraseSet("清醒认识 清醒地认识 清醒看到 清醒地看到 清醒的认识")
    private static let strong = PhraseSet("""
        问题也不容忽视 不少问题和 存在的主要问题 存在不少问题 存在一些问题 存在一些短板 存在的问题 \
        问题和不足 困难和问题 问题和困难 困难和挑战 问题和挑战 缺点和失误 缺点和错误 短板和不足 短板弱项
        """)
    private static let awareness = PhraseSet("看到 认识到 正视 承认 存在 面临 还有")
    private static let weakness = PhraseSet("困难 问题 不足 短板 差距 缺点 挑战 薄弱 矛盾")
}
