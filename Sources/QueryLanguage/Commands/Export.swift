extension Verb {
    static let export = Verb(
        description: Description(
            "export", ["导出"], usage: "export FILE",
            summary: Message("Writes the whole graph for another program, in the form of the file's ending.", "把整个图写给其他程序用，格式由扩展名决定。"),
            details: [
                Message(
                    ".graphml for networkx, igraph and Gephi; .dot for Graphviz; .ttl and .jsonld for RDF, with PROV-O, SKOS and QUDT.",
                    ".graphml供networkx、igraph、Gephi用；.dot供Graphviz用；.ttl和.jsonld为RDF，用PROV-O、SKOS和QUDT词汇。"),
                Message(
                    ".cypher is a folder of CSV files for Neo4j and LadybugDB; .db an SQLite database with a view for each noun; .ndjson a line for each node and edge.",
                    ".cypher为文件夹，内有供Neo4j和LadybugDB载入的CSV；.db为SQLite数据库，每个名词一个视图；.ndjson每个节点、每条边一行。"),
                Message(
                    "Of an answer, `| save FILE` writes the rows with what they belong to: `targets 2026 | save targets.graphml`.",
                    "`| 保存 FILE`写出答案各行及其所属：`目标 2026 | 保存 目标.graphml`。"),
                Message("A file that is there is not replaced, unless by `export!`.", "已有的文件不会被覆盖，除非用`export!`（`导出!`）。"),
            ],
            examples: [])
    ) { parser throws(Diagnostic) in .export(try parser.exporting(after: parser.previous)) }
}
