import Documents
import Extraction
import KnowledgeGraph
import Lexicon
import Services

/// A small document of a made-up village and the desk over its graph.
enum Village {
    static let text = """
        溪口镇2026年政府工作报告

        一、2025年工作回顾

        全镇粮食总产量达到3.2万吨，城镇新增就业420人。

        二、2026年工作安排

        今年的主要目标是：粮食总产量达到3.4万吨，城镇新增就业500人，一般公共预算收入增长4%左右。

        （一）抓好粮食生产。新建高标准农田800亩，推广良种，修通机耕道12公里。

        """

    static let desk: Desk = {
        let folder = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
        let lexicon = Lexicon.load(from: "/" + folder + "/Data/lexicon").lexicon
        let reader = Reader(lexicon: lexicon)
        let reading = reader.read(Array(text.utf8), name: "溪口镇2026.txt", path: "溪口镇2026.txt")
        return Desk(graph: Graph(readings: [reading], lexicon: lexicon))
    }()
}
