extension Noun {
    static let sentences = Noun(
        Description(
            "sentences", ["句子", "查找", "检索"], aliases: ["find"], usage: "sentences [terms] [| stage]…",
            summary: Message(
                "Sentences that hold the words, best first: `find 城市更新`.", "含有所给词语的句子，最相关的在前：`查找 城市更新`。"),
            details: [
                Message(
                    "A word is found where a sentence has all its pairs of neighbouring characters, sentences with the word as it stands first; in quotes the words must stand as they are. Words and numbers in Latin script are found whole, in either case.",
                    "一个词的各对相邻汉字都在一句之中，即为找到，原样含有该词的句子在前；加引号则必须一字不差。外文词和数字须整词相符，不分大小写。"),
                Message(
                    "Ranked by BM25 over an index of the texts. Places and years narrow the documents; other names are words here: `sector:` and `indicator:` ask for sentences with such a statement.",
                    "按文本索引以BM25排序。地区和年份限定文档；其他名称在此只是词语：`领域:`、`指标:`查找含有此类陈述的句子。"),
                Message(
                    "A row opens the sentence with its source and statements; `| measures` goes on to these.",
                    "打开一行可见该句的出处和陈述；`| 举措`由此继续。"),
            ],
            examples: ["find 建设", "find \"建设\" | count by place", "查找 建设 | 前 5"]),
        .sentence, columns: ["id", "place", "year", "snippet", "document"], order: .byRelevance)
}
