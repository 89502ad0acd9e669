extension OutputFormat {
    /// The format that a file's ending asks for: `csv`, `jsonl`, `md`, `txt` ….
    public init?(ending: String) {
        let ending = ending.lowercased()
        let synonyms: [String: OutputFormat] = ["jsonl": .ndjson, "md": .markdown, "txt": .table]
        guard let format = OutputFormat(rawValue: ending) ?? synonyms[ending] else { return nil }
        self = format
    }
}
