import Documents
import Lexicon

/// Names that bear signs of a clause cut amiss. A wrong figure is worse than a missing one: what bears one is left out.
extension FigureReader {
    private var terms: UnsureTerms { grammar.unsureTerms }

    /// Whether `name`, which is no fragment, can hardly be what a number of this unit measures.
    func isUnsure(_ name: [UInt16], _ q: Quantity, isLevel: Bool) -> Bool {
        let end = name.count, name = name.span
        guard end > 0, !(isLevel && end == 2 && terms.fund.begins(name, 0, end)) else { return true }
        // Of which schools, a report of all the nation's need not say; the long reports of then told of one kind after another.
        if (documentYear ?? 9999) < 1994, terms.pupils.longest(name, 0, end) == end { return true }
        return lacksBearer(name, end, q, isLevel: isLevel) || disagrees(name, end, q, isLevel: isLevel)
            || (q.family == .money || q.family == .percent && terms.payers.begins(name, 0, end)) && isSumAlone(name, end)
    }

    /// The same of what moves with or ahead of something.
    func isUnsureTie(_ name: [UInt16], _ reference: [UInt16]) -> Bool {
        name.count < 2 || isFragment(name.span, name.count) || terms.vague.occurs(reference.span, 0, reference.count)
            || reference.count > 4 && terms.endsNone.ends(reference.span, 0, reference.count)
                && !terms.endsSome.ends(reference.span, 0, reference.count)
    }

    /// A report of the nation tells of one province (上海市在一季度，…), which the name does not say.
    func isOfOtherPlace(_ name: [UInt16], _ units: Span<UInt16>, before end: Int) -> Bool {
        guard isNational, let at = terms.provinces.first(units, sentence.lowerBound, end), at - sentence.lowerBound < 12 else {
            return false
        }
        return terms.provinces.first(name.span, 0, name.count) == nil && !(at..<end).contains { units[$0] == "、" }
    }

    /// Begins or ends amiss, or holds the words of a predicate: 中所占的比重, 铁路共新建, 竣工项目已达.
    func isFragment(_ name: Span<UInt16>, _ end: Int) -> Bool {
        guard end > 0 else { return false }
        if let length = terms.opensNone.longest(name, 0, end), (terms.opensSome.longest(name, 0, end) ?? 0) <= length { return true }
        if terms.endsNone.ends(name, 0, end), !terms.endsSome.ends(name, 0, end) { return true }
        // 前来访问过的外国领导人: words of a clause that 的 closes tell of the noun behind it.
        let closed = (0..<end).last { name[$0] == "的" } ?? -1
        if let at = terms.predicates.first(name, 1, end), !terms.sources.begins(name, at, end) || !terms.shareWords.ends(name, 0, end),
            at > closed || terms.sources.begins(name, at, end) || terms.arguments.begins(name, at, end),
            !(0..<at).contains(where: { name[$0] == Unit.openQuote }), name[at] != "前" || name[at - 1] != "学"  // 学前三年
        {
            return true
        }
        // 在恢复期间工业产值, 在比赛中获奖; but 甲在总产值中的比重, 在食堂中吃饭的人
        if let at = terms.places.first(name, 0, end), !terms.inPlace.begins(name, at, end), at == 0 || !terms.shareWords.ends(name, 0, end),
            let inside = (at + 1..<end).first(where: { terms.spans.begins(name, $0, end) && !terms.noSpans.begins(name, $0, end) }),
            inside > closed || at == 0 && terms.shareWords.ends(name, 0, end)
        {
            return true
        }
        if end > 4, (0..<4).allSatisfy({ Unit.isDigit(name[$0]) || QuantityParser.digit(name[$0]) != nil }) { return true }  // 一九五八粮食的指标
        if name[end - 1] == "年", (0..<end - 1).allSatisfy({ Unit.isDigit(name[$0]) || QuantityParser.isNumeral(name[$0]) }) { return true }  // 三十六年
        var numerals = 0
        for i in 0..<end {
            let unit = name[i]
            switch unit {
            case "年" where numerals >= 4: return true
            case "了" where i > closed && i > 0: if !isDeedAlone(name, i) { return true }
            case "是" where i > closed && i > 0: if !terms.beforeIs.contains(name[i - 1]), i + 1 == end || name[i + 1] != "否" { return true }
            case "已" where i > closed && i > 0: return true
            case "将" where i > closed && i > 0: if i + 1 == end || name[i + 1] != "军" { return true }
            default: break
            }
            numerals = Unit.isDigit(unit) || QuantityParser.isNumeral(unit) ? numerals + 1 : 0
        }
        return false
    }

    /// 推广|了: verbs of action alone.
    private func isDeedAlone(_ name: Span<UInt16>, _ end: Int) -> Bool {
        var i = 0
        while i < end {
            if let m = grammar.actionTrie.longestMatch(in: name, at: i, limit: end) {
                i += m.length
            } else if name[i] == "和" || name[i] == "或" {
                i += 1
            } else {
                return false
            }
        }
        return true
    }

    /// Of a share of things counted: 二成的农民.
    func isStubOfPart(_ name: [UInt16]) -> Bool {
        terms.bearerless.longest(name.span, 0, name.count) == name.count || !name.contains("了") && isFragment(name.span, name.count)
    }

    /// Whose it is was said elsewhere: 占总数比重, 内设机构, a share of 农民.
    private func lacksBearer(_ name: Span<UInt16>, _ end: Int, _ q: Quantity, isLevel: Bool) -> Bool {
        if terms.bearerless.longest(name, 0, end) == end { return true }
        guard q.family == .percent || q.unit == "成" else { return false }
        if !isLevel { return terms.institutions.longest(name, 0, end) == end }
        guard q.unit.last != "点", !terms.shares.ends(name, 0, end) else { return false }
        if terms.amounts.ends(name, 0, end) { return true }
        return !(end > 5 && (terms.uses.occurs(name, 1, end) || terms.widths.ends(name, 0, end) || (1..<end).contains { name[$0] == "的" }))
    }

    /// The unit is none of what the name measures: 案件 in 人, 占比 in 元, 支出 in 平方米.
    private func disagrees(_ name: Span<UInt16>, _ end: Int, _ q: Quantity, isLevel: Bool) -> Bool {
        switch q.family {
        case .people:
            return isLevel && (terms.rates.ends(name, 0, end) || terms.matters.ends(name, 0, end) || terms.ratios.ends(name, 0, end) || terms.sums.ends(name, 0, end))
        case .area, .length, .mass, .volume:
            return terms.ratios.ends(name, 0, end) || terms.people.ends(name, 0, end) || isLevel && q.family == .area && terms.sums.ends(name, 0, end)
        case .money: return terms.shareWords.ends(name, 0, end) || terms.people.ends(name, 0, end) || isLevel && terms.offices.ends(name, 0, end)
        case .count:
            return isLevel && terms.rates.ends(name, 0, end) || q.unit == "个" && terms.months.ends(name, 0, end)
                || q.unit == "种" && terms.outputs.ends(name, 0, end) && !(0..<end).contains { name[$0] == "的" }
        default: return false
        }
    }

    /// 中央财政安排, 专项资金: who gives, and not what for.
    private func isSumAlone(_ name: Span<UInt16>, _ end: Int) -> Bool {
        guard end > 2, terms.knownSums.longest(name, 0, end) != end else { return false }  // 压减资金4亿元
        var i = 0
        while i < end {
            guard let length = terms.sumWords.longest(name, i, end) else { return false }
            i += length
        }
        return true
    }
}

/// What the rules above ask for, made once with the grammar.
struct UnsureTerms: Sendable {
    let provinces = HeadWords("""
        北京市 天津市 上海市 重庆市 河北省 山西省 辽宁省 吉林省 黑龙江省 江苏省 浙江省 安徽省 福建省 江西省 山东省 河南省 湖北省 湖南省 广东省 海南省 四川省 贵州省 云南省 陕西省 甘肃省 青海省
        """)
    let opensNone = HeadWords("""
        突破 前两年 前三年 前四年 前五年 绝大多数 大多数 大部分 原定 涉及税 涉及的 共建设 共投入 共支出 共安排 共完成 共新建 共修建 平均一个 每人收入 中所 中的 上的 下的 内的 上完成 的 其 仅 单 如 象 第一是 接着 因而 因此 因为 动用 后来 至 已 到 为到 为国家 为其 为此 据 根据对 根据1 按 按照 加上 占 完全 许多 主动 来看 范围来 还 少 多 超过 超出 处于 需要 \
        用来 用或者 去办 花费 花的 可 能 要 就 也 都 又 并 且 但 而 则 却 仍 曾 才 只 由 使 把 被 让 向国家 大约 大概 每一 从集体 修订 \
        人认为 实现的 一个 一种 某 前面 年中央 年进出口 得 经 此 凡 这 那 它 我们 他们 另 先 将 没 不能 不得 以基本 从 在批发 对实现 对我国 保证 于 所 与 和 及 或 等 之
        """)
    let opensSome = HeadWords("""
        突破性 突破口 中央 中小 中等 中国 中型 中外 中医 中学 中西 中欧 中老 中亚 中部 中心 中高 中低 中职 中东 中级 中成 中华 中转 中籼 中晚 中介 中间 中层 中试 中韩 中非 中俄 中巴 中考 中药 中农 中长 中游 \
        中原 中期 中新 中日 中美 中关村 中线 中青年 中年 中专 中水 中毒 中标 中资 中粮 中铁 中建 中核 中石 中化 中交 中信 中铝 中航 中车 中成药 中草药 中高端 中微 中线 上榜 上下游 上消化 上市 上海 上市 上缴 上网 上学 上级 上线 上岗 上规 上门 上云 上游 上合 上交 上架 上新 上映 上划 上报 下岗 下降 下达 下放 下游 下拨 \
        下乡 下派 下辖 下山 下沉 下调 下级 内河 内燃 内设 内资 内销 内蒙 内陆 内贸 内地 内外 内需 内部 内江 内涝 内科 内容 其他 其它 其余 单位 单产 单项 单体 单车 单独 单株 单亩 单机 单晶 单次 单身 \
        单列 单一 单村 单季 单校 单井 如期 如皋 如东 象山 象牙 至善 到期 到位 到岗 到港 到达 到账 到访 到村 为民 据点 按揭 按时 按需 按劳 按比例 按键 按货币 按人口 按可比 占地 占用 占补 完全中学 来华 来自 来访 来料 来源 来往 \
        还田 还林 还草 还湿 还款 还湖 还贷 还建 还本 少数 少年 少儿 少先队 少捕 多元 多式 多边 多功能 多层 多晶 多双边 多媒体 多年生 多云 多种形式 多种经营 多个 多部门 多孩 多能 多点 多党 多金属 多胎 可再生 可比 \
        可支配 可持续 可利用 可吸入 可降解 可用 可耕 可燃 可控 可转 可回收 可调 可循环 可视 可售 可溯 可食 可信 可装 可及 可替代 可选 可复制 可开采 可采 能源 能耗 能力 能效 能级 能量 能人 能繁 \
        要素 要道 要件 要害 要案 就业 就医 就诊 就读 就地 就近 就学 就餐 就寝 就职 都市 都江堰 都匀 又好又快 并网 并购 并轨 并联 并行 但丁 而立 则例 才干 只读 由企业 使用 使馆 使领馆 使命 把手 把关 把握 \
        被保险 被保 被征 被救 被害 被监 被灾 被淹 被帮 被抚 被认定 被选 被列 被评 被授 被纳入 被扶 被命名 让利 每百 每千 每万 每十 每亿 平均每百 平均工资 得分 得到 经济 经营 经常 经过 经费 经典 经贸 经开 经销 经纪 经过认定 凡纳 \
        此类 另类 再生 再就业 再贷款 再造 再保险 再融资 再制造 先进 先导 先行 先锋 先天 先心病 将军 没收 不动产 不良 不锈钢 不足 不孕 不合格 不饱和 不含 不包括 不文明 以工代赈 以旧换新 以上规 以色列 以税代利 以奖代补 \
        以电代 从业 从事 所得 所有 所属 所辖 与会 和平 和谐 和田 和县 及格 或有 等级 等离子 等效 等外 之江 保证金 保证保险 修订 为民办实事 为企业 为服务包 为群众 为民 为改造 于都 于田 为老
        """)
    let endsNone = HeadWords("""
        了 的 是 有 为 在 多 少 比 也 只 从 每人 每台容量 的统计 的检查 完成 准备 修建 共新建 起来 来说 则 中 上 内 里 即 大体 没 或 或者 与 和 及 于 到 不 也是这样 骨干 之多 期间 时期 同时 \
        展开 访问 来访 之前 之后 以前 以后 又 便 才 曾 使 把 被 由 因 之 其 此 这 那 很 更 最 较 且 而 但 并
        """)
    let endsSome = HeadWords("""
        收入比 存贷比 惠及 人才 资源库存 能耗比 高中 初中 海上 水上 线上 网上 规上 以上 陆上 路上 集中 城内 境内 国内 省内 市内 县内 区内 校内 院内 室内 体内 年内 期内 户内 增多 减少 缺少 公里 乡里 邻里 家里 总和 调和 共和 饱和 中和 温和 参与 \
        赠与 给与 普及 顾及 涉及 波及 所有 国有 公有 私有 共有 占有 拥有 持有 享有 具有 含有 现有 原有 特有 稀有 富有 民有 目的 行为 作为 人为 有为 存在 所在 潜在 报到 签到 达到 得到 对比 占比 同比 环比 性价比 之比 焦比 \
        命中 途中 空中 水中 其中 研究生在读 附中 一中 二中 国中 法中 中法 中巴 能量比 竞争比 首次命中 供需比 床护比 师生比 生师比 医护比 抚养比 投入产出比 电煤比 配比 倍比 容积比 容积 年产量 库存 自由 理由 缘由 出其
        """)
    /// Words that a clause has, and a name only before 的.
    let predicates = HeadWords("""
        得以 因此 因而 先后 好于 低于 小于 大于 转为 变为 来自 要按 要在 属于 处于 由于 已经 就是 都是 都没 多出 共新建 共修建 总是 越来越 这样 如果 可以 能够 可能 应该 为了 许多 最近 接着 后来 因为 之后 \
        估算 并且 而且 从而 尤其 甚至 还办 还占 还要 还有 即因 定在 之多 来看 来说 目前 今后 这些 那些 这个 那个 我们 他们 它们 自己 首先 主动地 仍然 似乎 只差 可使 使工业 为国家节约 大约 超过 超出 出现较大 世纪末 \
        为年产 计划增加 计划新建 前两年 前三年 前四年 是我国 是我们 给了我们 共计 给了 成长起来 上山下乡 进展 有的 是否 解决了 年底前要 \
        要覆盖 要达到 要增加 要提高 要控制
        """)
    /// What is said of a clause, whatever follows.
    let arguments = HeadWords("前两年 前三年 前四年 给了我们 是我国 是我们 越来越 世纪末 许多 为了 如果 最近 这样 这个 那个 我们 他们")
    let sources = HeadWords("来自")
    let places = HeadWords("在"), spans = HeadWords("中 里 期间 时期 基础上 条件下"), noSpans = HeadWords("中西 中部 中心 中小 中央 中等 中国 中试 里程")
    let inPlace = HeadWords("在校 在职 在建 在岗 在册 在园 在编 在训 在学 在线 在研 在孵 在库 在营 在外 在家 在地 在产 在读 在籍 在途 在场 在逃 在乡 在村 在京 在华 在用")
    let beforeIs = UnitSet("凡但可于总")
    let bearerless = HeadWords("""
        措施 城市 农村 县 市 省 乡 镇 村 县、市 县(市) 省(区、市) 省(自治区、直辖市) 职工 工业部门 建设项目 其他建设项目 单位造价 浪费 损失 设计能力 使用面积 服务面积 生产 出产 招生 招生数 毕业 学生总数 在校学生总数 单位 \
        项目 投资总规模 内设机构 人员总数 人员编制总数 试点的范围 试点范围 扶持对象 救助人数 积累资金 宣布失效 超收 复线 参加的农民 参加的农户 参加的人数 实现了再就业 实现再就业 用汇 创汇 \
        载重量 总的投资额 减价 主要产品 重要项目 主要工业产品 五年投资 生产量 日产量 平均日产量 工业单位 总收入 收入 支出 国家投资 筹资 境外筹资 员额 一个月 前面所 亩产 存栏 亏损 \
        亏损额 用户 用户数 资助金额 支持项目 支持项目总投资 县医院 县中医院 县妇幼保健院 农田 棉田 学生 农民 高等学校学生 惠及农村居民 少 多 上 中 下 基本药物制度 \
        工业企业 教育支出 卫生支出 设计标准 购买力 社员 黄金 电站 水电站 县棉田 一般 平均每人 企业试点 春耕时 流域面积 学生人数 从业人员 地方建设项目 增加的年产能力 达到的年产能力 增加的发电能力 增长的绝对数 三类地区 全部建成后的年产能力 全部建成后增加的年产能力 全部建成后增加的发电能力 参加人数 全长 \
        对经济增长贡献率 对经济增长的贡献率 经济增长贡献率 对经济增长贡献
        """)
    let fund = HeadWords("资金")
    let pupils = HeadWords("在校学生 在校生")
    let institutions = HeadWords("高等学校 普通高等学校 中等学校 普通中学 中学 小学 学校 企业 医院 工厂 合作社营商业 国营商业")
    let shares = HeadWords("""
        率 升幅 涨幅 降幅 增幅 系数 比重 占比 比例 份额 水平 程度 贡献 强度 集中度 密度 满意度 幅度 速度 指数 关税 指标 比 度 成数 概率 资助面 覆盖面 浓度 含量 品位 面 感 平均值 扣除 覆盖 普及 利润 完成 税 利息 上浮 “3个95%” 95% 目标 得分 任务
        """)
    let uses = HeadWords("用于 投向 投放 覆盖")
    let widths = HeadWords("范围 规模 试点")
    let rates = HeadWords("优良率 达标率 合格率 增长率 失业率 覆盖率 普及率 利用率 处理率 入学率 成活率 比率")
    let ratios = HeadWords("比重 占比 比例 份额 就业率 普及率 覆盖率"), shareWords = HeadWords("比重 占比 份额")
    let matters = HeadWords("案件 经费 支出 费用 投资 资金 产值 面积 里程")
    let sums = HeadWords("支出 经费 费 收入 投资 资金 产值 利润")
    let people = HeadWords("人员 职工 学生 工人 人数 教师 干部")
    let amounts = HeadWords("数量 金额 总数"), outputs = HeadWords("产量"), offices = HeadWords("部门 机关 学校")
    let months = HeadWords("月 小时 星期 世纪")
    let knownSums = HeadWords("财政支出 国家财政支出 预算支出 国家预算支出 支出总数 国债投资 中央预算内投资 政府投资 中央政府投资 中央政府公共投资 中央建设投资 财政资金 预算")
    let payers = HeadWords("中央 国家 地方 各级 省级 市级"), vague = HeadWords("这些 情况")
    let sumWords = HeadWords("""
        中央 国家 各级 地方 省级 市级 县级 自治区 和 政府 财政 国债 公共 国务院 预算 共 再 每年 累计 连续三年 五年 此项 新增 拟 将 已 当年就 安排 投入 支出 支持 拨付 下拨 下达 增加 用于县 建设 补助 补贴 专项 投资 资金 经费 拨款 扶持 提供 就
        """)
}
