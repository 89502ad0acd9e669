import KnowledgeGraph

/// The provinces that a region is made of: asked for 长三角, a question means those of it that have documents.
///
/// 东部, 中部, 西部 and 东北 as the National Bureau of Statistics divides the country since 2011; 长三角 by the plan of 2019 for its
/// integration, 京津冀 by that of 2015, 长江经济带 by that of 2016, 黄河流域 by that of 2021, 成渝 by that of 2021.
enum Regions {
    static let members: [String: [String]] = [
        "东部地区": ["北京市", "天津市", "河北省", "上海市", "江苏省", "浙江省", "福建省", "山东省", "广东省", "海南省"],
        "中部地区": ["山西省", "安徽省", "江西省", "河南省", "湖北省", "湖南省"],
        "西部地区": [
            "内蒙古自治区", "广西壮族自治区", "重庆市", "四川省", "贵州省", "云南省", "西藏自治区", "陕西省", "甘肃省", "青海省",
            "宁夏回族自治区", "新疆维吾尔自治区",
        ],
        "东北地区": ["辽宁省", "吉林省", "黑龙江省"],
        "长三角": ["上海市", "江苏省", "浙江省", "安徽省"],
        "京津冀": ["北京市", "天津市", "河北省"],
        "粤港澳大湾区": ["广东省", "香港特别行政区", "澳门特别行政区"],
        "成渝地区双城经济圈": ["重庆市", "四川省"],
        "长江经济带": ["上海市", "江苏省", "浙江省", "安徽省", "江西省", "湖北省", "湖南省", "重庆市", "四川省", "云南省", "贵州省"],
        "黄河流域": ["青海省", "四川省", "甘肃省", "宁夏回族自治区", "内蒙古自治区", "山西省", "陕西省", "河南省", "山东省"],
    ]
}

extension Graph {
    /// The provinces of a region, as rows of the places; none of a place that is no region.
    func members(ofRegion place: Int) -> [Int] {
        guard let names = Regions.members[name(of: NodeID(.place, place))] else { return [] }
        return names.compactMap { self.names.node(.place, named: $0).map { Int($0.index) } }
    }
}
