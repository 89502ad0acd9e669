import KnowledgeGraph

/// A session whose graph gets more documents: what was answered before goes on meaning what it meant.
extension Session {
    /// The answer to a line by which documents were added to the graph: those that are new.
    /// - Parameter grown: The graph of this session with more documents behind its own.
    public mutating func answer(_ line: String, with grown: Graph, notes: [String]) -> Result<Answer, Diagnostic> {
        tongue.speaking {
            do throws(Diagnostic) {
                var next = self
                let known = UInt32(graph.documents.count)
                next.move(to: grown)
                var evaluator = next.evaluator(line)
                var flow = try evaluator.select(.documents, [])
                flow.rows.removeAll { $0 < known }
                var answer = try evaluator.run(flow, [])
                answer.notes = notes + answer.notes
                answer = next.show(answer, line, flow: evaluator.found)
                self = next
                return .success(answer)
            } catch {
                return .failure(error)
            }
        }
    }
}

/// Nodes of a graph in one that has more documents: all keep their numbers but periods, which stand in the order of their years.
struct Renumbering {
    let old: Graph
    let new: Graph

    func node(_ node: NodeID) -> NodeID {
        guard node.type == .period, let row = new.periods.index(of: old.periods.period[Int(node.index)]) else { return node }
        return NodeID(.period, row)
    }

    func table(_ table: Table) -> Table {
        var table = table
        table.nodes = table.nodes.map { $0.map(node) }
        return table
    }

    func answer(_ answer: Answer) -> Answer {
        var answer = answer
        switch answer.body {
        case .table(let table): answer.body = .table(self.table(table))
        case .card(var card):
            card.node = node(card.node)
            for index in card.links.indices { card.links[index].target = node(card.links[index].target) }
            answer.body = .card(card)
        case .page, .nothing: break
        }
        return answer
    }

    /// The same rows; what is counted beside them is counted anew.
    func flow(_ flow: Evaluator.Flow) -> Evaluator.Flow {
        var flow = flow
        func row(_ row: UInt32) -> UInt32 { UInt32(node(NodeID(flow.noun.type, Int(row))).index) }
        let ties = flow.scene.ties
        flow.rows = flow.rows.map(row)
        flow.reached = flow.reached?.map(row)
        flow.groups = flow.groups.map(table)
        let sought = flow.scene.sought
        flow.scene = Scene(graph: new)
        flow.scene.sought = sought
        for (key, tie) in ties {
            flow.scene.ties[row(key)] = Ties.Tie(relation: tie.relation, from: tie.from.map(node), count: tie.count)
        }
        guard flow.groups == nil, new.statements(of: flow.noun.type) == nil, flow.noun.type != .sentence else { return flow }
        var counting = Selection(graph: new, line: "", isCancelled: { false })
        let sides = Selection.Sides(flow.terms, of: flow.noun.type, in: new)
        flow.scene.counts = (try? counting.counts(per: flow.noun.type, terms: sides.statements)) ?? StatementCounts()
        return flow
    }
}
