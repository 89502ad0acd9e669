import KnowledgeGraph

/// A region, which stands for the provinces that it is made of: asked for 长三角, a line means those of it that have documents.
struct Region: Sendable {
    /// The name of the place where the lexicon has it; else the name that questions use.
    let name: String
    /// Other names that questions use.
    var words: [String] = []
    let members: [String]

    /// Every region; a new one is a line here, in lines of the language and in questions alike.
    ///
    /// 东部, 中部, 西部 and 东北 as the National Bureau of Statistics divides the country since 2011; 华北, 华东, 华中, 华南, 西南 and
    /// 西北 by the codes of GB/T 2260; 长三角 by the plan of 2019 for its integration, 京津冀 by that of 2015, 长江经济带 by that of
    /// 2016, 黄河流域 by that of 2021, 成渝 by that of 2021.
    static let all: [Region] = [
        Region(name: "东部地区", words: ["eastern"], members: ["北京市", "天津市", "河北省", "上海市", "江苏省", "浙江省", "福建省", "山东省", "广东省", "海南省"]),
        Region(name: "中部地区", words: ["central"], members: ["山西省", "安徽省", "江西省", "河南省", "湖北省", "湖南省"]),
        Region(
            name: "西部地区", words: ["western"],
            members: [
                "内蒙古自治区", "广西壮族自治区", "重庆市", "四川省", "贵州省", "云南省", "西藏自治区", "陕西省", "甘肃省", "青海省",
                "宁夏回族自治区", "新疆维吾尔自治区",
            ]),
        Region(name: "东北地区", words: ["东三省", "东北三省", "northeastern"], members: ["辽宁省", "吉林省", "黑龙江省"]),
        Region(name: "长三角", words: ["长三角地区", "长三角三省一市"], members: ["上海市", "江苏省", "浙江省", "安徽省"]),
        Region(name: "京津冀", words: ["京津冀三地"], members: ["北京市", "天津市", "河北省"]),
        Region(name: "粤港澳大湾区", members: ["广东省", "香港特别行政区", "澳门特别行政区"]),
        Region(name: "成渝地区双城经济圈", words: ["川渝", "川渝地区", "川渝两地"], members: ["重庆市", "四川省"]),
        Region(
            name: "长江经济带",
            members: ["上海市", "江苏省", "浙江省", "安徽省", "江西省", "湖北省", "湖南省", "重庆市", "四川省", "云南省", "贵州省"]),
        Region(name: "黄河流域", members: ["青海省", "四川省", "甘肃省", "宁夏回族自治区", "内蒙古自治区", "山西省", "陕西省", "河南省", "山东省"]),
        Region(name: "华北", words: ["华北地区"], members: ["北京市", "天津市", "河北省", "山西省", "内蒙古自治区"]),
        Region(name: "华东", words: ["华东地区"], members: ["上海市", "江苏省", "浙江省", "安徽省", "福建省", "江西省", "山东省"]),
        Region(name: "华中", words: ["华中地区"], members: ["河南省", "湖北省", "湖南省"]),
        Region(name: "华南", words: ["华南地区"], members: ["广东省", "广西壮族自治区", "海南省"]),
        Region(name: "西南", words: ["西南地区"], members: ["重庆市", "四川省", "贵州省", "云南省", "西藏自治区"]),
        Region(name: "西北", words: ["西北地区"], members: ["陕西省", "甘肃省", "青海省", "宁夏回族自治区", "新疆维吾尔自治区"]),
        Region(name: "直辖市", words: ["四大直辖市", "municipalities"], members: ["北京市", "天津市", "上海市", "重庆市"]),
        Region(name: "北上广", members: ["北京市", "上海市", "广东省"]),
        Region(name: "北上广深", words: ["一线城市"], members: ["北京市", "上海市", "广州市", "深圳市"]),
        Region(name: "江浙沪", members: ["上海市", "江苏省", "浙江省"]),
    ]

    static func named(_ name: String) -> Region? { all.first { $0.name == name } }
}

extension Graph {
    /// The provinces of a region, as rows of the places; none of a place that is no region.
    func members(ofRegion place: Int) -> [Int] {
        guard let region = Region.named(name(of: NodeID(.place, place))) else { return [] }
        return region.members.compactMap { self.names.node(.place, named: $0).map { Int($0.index) } }
    }
}
