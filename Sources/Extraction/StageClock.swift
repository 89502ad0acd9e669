/// A part of the work on one document, as `Scripts/bench stages` tells them apart.
public enum ReadingStage: Int, Sendable, CaseIterable {
    /// Bytes into folded units with their offsets.
    case clean
    /// Paragraphs, page residue, headings and the parts they belong to.
    case outline
    /// The masthead and the time frame of every paragraph.
    case time
    case goals
    /// Paragraphs into words, numbers and times.
    case lex
    /// Numbers into figures, with names, periods and evidence.
    case figures
    case sentences
    /// The sectors of headings, figures and measures.
    case sectors
    case measures
    case problems
}

/// What is told where each stage begins; the one before ends there.
public protocol StageClock {
    mutating func enter(_ stage: ReadingStage)
}

/// Measures nothing and costs nothing.
struct NoStageClock: StageClock {
    @inline(__always)
    mutating func enter(_ stage: ReadingStage) {}
}
