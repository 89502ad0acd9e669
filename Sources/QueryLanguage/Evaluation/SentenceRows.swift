import KnowledgeGraph

/// Rows of sentences by what their documents and statements are of.
struct SentenceRows {
    let graph: Graph

    /// Sentences of the documents, in their order.
    func rows(of documents: some Sequence<Int>) -> [UInt32] {
        documents.flatMap { Array(graph.sentences.offsets[$0]..<graph.sentences.offsets[$0 + 1]) }
    }

    /// Sentences whose property `key` has one of the codes; nil where sentences have no such property.
    func rows(_ key: String, _ codes: [Int]) -> [UInt32]? {
        switch key {
        case "document": rows(of: codes)
        case "place": rows(of: codes.flatMap { graph.documents.ofPlace[$0].map { Int($0) } }.sorted())
        case "year": rows(of: codes.flatMap { graph.documents.ofYear[$0].map { Int($0) } }.sorted())
        case "indicator":
            sentences(codes.flatMap { graph.figures.ofIndicator[$0].map { graph.figures.statement.sentence[Int($0)] } })
        case "sector": sentences(ofStatements(codes, \.ofSector))
        case "goal": sentences(ofStatements(codes, \.ofGoal))
        default: nil
        }
    }

    func sentence(of statement: NodeID) -> [UInt32] {
        sentences(graph.statements(of: statement.type).map { [$0.sentence[Int(statement.index)]] } ?? [])
    }

    private func ofStatements(_ codes: [Int], _ list: KeyPath<StatementColumns, AdjacencyList>) -> [UInt32] {
        [graph.figures.statement, graph.measures.statement, graph.problems.statement].flatMap { statements in
            codes.flatMap { code in statements[keyPath: list][code].map { statements.sentence[Int($0)] } }
        }
    }

    /// Each once, ascending.
    private func sentences(_ rows: [UInt32]) -> [UInt32] { Set(rows).subtracting([noNode]).sorted() }
}
