/// A node's place in the graph: its type and its index within the type, dense from 0. It lives as long as the load order
/// does; what never changes is the node's content key.
public struct NodeID: Hashable, Sendable, Comparable {
    public let type: NodeType
    public let index: UInt32

    public init(_ type: NodeType, _ index: Int) {
        self.type = type
        self.index = UInt32(index)
    }

    public static func < (a: NodeID, b: NodeID) -> Bool { (a.type.rawValue, a.index) < (b.type.rawValue, b.index) }
}

public enum NodeType: UInt8, Sendable, CaseIterable {
    case document, goal, figure, measure, problem, indicator, sector, place, period, sentence

    /// As `"\(type)"`, without asking the runtime for it, which takes longer than a short answer.
    public var name: String {
        switch self {
        case .document: "document"
        case .goal: "goal"
        case .figure: "figure"
        case .measure: "measure"
        case .problem: "problem"
        case .indicator: "indicator"
        case .sector: "sector"
        case .place: "place"
        case .period: "period"
        case .sentence: "sentence"
        }
    }
}
