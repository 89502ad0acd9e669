extension Noun {
    static let places = Noun(
        Description(
            "places", ["地区", "地方"], usage: "places [terms] [| stage]…",
            summary: Message("Places that documents speak for.", "文档所代表的地区。"),
            examples: ["places", "places level:province", "地区 | 前 5"]),
        .place, columns: ["id", "name", "level", "documents", "targets", "results", "measures", "problems"])
}
