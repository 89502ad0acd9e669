extension Noun {
    static let places = Noun(
        Description(
            "places", ["地区", "地方"], usage: "places [terms] [| stage]…",
            summary: "Places that documents speak for.",
            examples: ["places", "places level:province", "地区 | 前 5"]),
        .place, columns: ["id", "name", "level", "documents", "targets", "results", "measures", "problems"])
}
