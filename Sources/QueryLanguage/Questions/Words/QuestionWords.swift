/// The words that questions are made of, besides names and numbers. One line teaches one role; words are in simplified
/// characters, and several of a role are parted by spaces. English words of several parts have `_` between them.
enum QuestionWords {
    static let roles: [(role: QuestionRole, words: String)] = [
        (.noun("targets"), "约束性指标 约束性目标 预期性指标 预期性目标 目标 指标目标 预期目标 目标值 预期 预计目标 发展目标 target targets goal_of aim aims"),
        (.noun("results"), "实际数 实际情况 实际数据 结果 现状 现况 目前水平 现有水平 完成值 实际 实际值 实绩 成绩 成果 实际完成 完成数 result results outcome outcomes actual actually"),
        (.noun("figures"), "量化指标 定量指标 数据 数字 数值 figure figures number_of_it data"),
        (
            .noun("measures"),
            "举措 措施 政策 政策措施 做法 办法 具体举措 具体措施 重大举措 重要举措 工作 重点工作 工作安排 新招 实招 招数 高招 妙招 硬招 大招 行动 安排 动作 干什么 打算 部署 想法 做什么 抓什么 做些什么 干些什么 抓些什么 做了什么 搞啥 搞什么 搞些什么 to_do do_about doing_about plan_to_do planning_to_do 干啥 做啥 干了啥 干了什么 做了啥 做了些什么 干了些什么 干了些啥 干了哪些 做了哪些 办哪些 抓哪些 推哪些 搞哪些 做哪些 干哪些 办什么 办些什么 办了什么 办了啥 怎么干 怎么做 怎么抓 事情 大事 要事 实事 哪些事 哪些事情 什么事 什么事情 几件事 些什么事 measure measures action actions policy policies steps"
        ),
        (.noun("goals"), "任务 重点任务 工作任务 主要任务 task tasks goal goals"),
        (
            .noun("problems"),
            "短板 不足 缺点 毛病 隐患 软肋 痛点 问题 不足之处 存在的问题 困难 薄弱环节 挑战 弱项 欠缺 不足的地方 problem problems weakness weaknesses shortcoming shortcomings difficulties challenges"
        ),
        (.noun("documents"), "文档 文件 报告 工作报告 政府工作报告 材料 document documents report reports"),
        (
            .noun("sentences"),
            "句子 原话 原文 语句 表述 提法 说法 内容 段落 论述 描述 叙述 措辞 如何谈 怎么谈 如何谈的 怎么谈的 如何谈到 怎么谈到 怎么说 怎么说的 咋说 咋说的 怎么讲 怎么讲的 怎么提 怎么提的 怎么写 怎么写的 怎么表述 如何表述 怎么描述 如何描述 怎么评价 如何评价 sentences sentence passages"
        ),
        (.dimension("place", level: "province"), "省 直辖市 省份 省市 省区市 省市区 省级 省级地区 省区 province provinces"),
        (.dimension("place", level: "city"), "市 城市 地级市 地市 州市 city cities"),
        (.dimension("place", level: "county"), "县 区县 县区 县市 市县 county counties"),
        (.dimension("place", level: "town"), "乡镇 镇 乡 town towns"),
        (.dimension("place", level: nil), "地区 地方 地 谁 是谁 哪里 哪儿 place places region regions who"),
        (.dimension("sector", level: nil), "领域 行业 板块 部门 sector sectors field fields area areas"),
        (.dimension("indicator", level: nil), "指标 indicator indicators"),
        (.dimension("period", level: nil), "年份 年度 年 year years"),
        (
            .which,
            "哪一 哪些 哪个 哪几个 哪几 哪 什么 什么样的 哪一个 哪一些 哪位 啥 何 哪家 哪份 哪几份 哪几条 哪几项 哪项 哪条 都有啥 哪些事 哪些事情 什么事 什么事情 几件事 些什么事 which what list show show_me tell_me find_me"
        ),
        (.amount, "的规模 的总规模 总额 总规模 多少 百分之几 百分之多少 几个百分点 几个点 几成 几 多大 多高 多快 多低 多少钱 若干 how_many how_much how_high how_fast how_large"),
        (
            .whether,
            "吗 么 有没有 有木有 有无 是否 是不是 能否 可否 有没 没有吗 了没 了没有 没有呢 does did is_there are_there has have do whether any"
        ),
        (.number, "number_of the_number_of 数量 个数 条数 项数 总数 数目 多少条 多少项 多少个 多少份 几条 几项 几个 几份 几家 多少家 数一数 分组 归类 分类 count how_many_of"),
        (.each, "各 各个 每个 每 每一个 分 按 按照 逐 分别 各自 每条 各类 by each every per"),
        (.counter, "件 条 项 个 份 家 名 类 套 座 所 处 批 台 辆 张"),
        (.before(.moreThan), "高于 超过 大于 多于 超 超出 突破 破 冲破 高过 快于 > above over more_than greater_than higher_than exceeding exceeds exceed"),
        (
            .before(.atLeast),
            "不低于 不少于 不小于 至少 达到 达 不下于 站上 迈上 跨上 跨过 跃上 大于等于 >= ≥ at_least no_less_than reaching 提高到 提升到 增加到 增长到 增至 提高至 提升至 上升到 升到 升至 扩大到"
        ),
        (.before(.lessThan), "低于 小于 少于 不到 不足 未达到 没达到 没有达到 未达 低过 慢于 < below under less_than lower_than"),
        (
            .before(.atMost),
            "不超过 不高于 不大于 至多 最多不超过 控制在 小于等于 不多于 <= ≤ at_most no_more_than up_to 降到 降至 下降到 下降至 降低到 降低至 减到 减至 压到 压减到 压降到 控制到 回落到"
        ),
        (
            .before(.equal),
            "等于 为 是 在 定为 定在 设为 恰好 正好 刚好 = == equal_to equals of_exactly exactly around of_around roughly of_roughly approximately 定成 设成 订为 订在 定到 定的是"
        ),
        (.before(.notEqual), "不是 不等于 不为 不在 != ≠"),
        (.behind(.atLeast), "以上 及以上 或以上 或更高 or_more or_higher or_above"),
        (.behind(.equal), "左右 上下 or_so"),
        (.behind(.atMost), "以下 以内 及以下 之内 或更低 or_less or_lower or_below"),
        (.between, "之间 between"),
        (.highest(aspect: nil), "最高 最高的 居首 排第一 第一 第一名 最激进 最积极 最狠 最猛 最大胆 最敢 最乐观 highest"),
        (.highest(aspect: "growth"), "增长最快 增速最快 最快 增长最高 增速最高 增幅最大 涨得最多 fastest"),
        (.highest(aspect: "level"), "规模最大 总量最大 largest biggest"),
        (.lowest(aspect: nil), "最低 最小 最后一名 垫底 最保守 最谨慎 最悲观 最稳 lowest smallest"),
        (.lowest(aspect: "growth"), "增长最慢 增速最慢 最慢 增速最低 增长最低 增幅最小 slowest"),
        (.nth(2, descending: true), "第二高 第二快 第二大"), (.nth(2, descending: false), "第二低 第二慢 第二小"),
        (.nth(3, descending: true), "第三高 第三快 第三大"), (.nth(3, descending: false), "第三低 第三慢 第三小"),
        (.most, "最多 最大 最密集 most"),
        (.fewest, "最少 fewest least"),
        (.top, "前 排名前 排前 头 排在前 位居前 top first"),
        (.bottom, "后 倒数 排名后 末 最后 最后的 排名最后 排最后 末尾 bottom last_ranked"),
        (
            .ranked(descending: true),
            "排名 排序 排行 排一下 排个序 排个名 从高到低 由高到低 从大到小 由大到小 从多到少 由多到少 降序 高低 ranked rank ranking sorted descending"
        ),
        (.ranked(descending: false), "从低到高 由低到高 从小到大 由小到大 从少到多 由少到多 升序 ascending"),
        (.mean, "平均 均值 平均值 平均数 平均是多少 average mean"),
        (.total, "合计 总和 加起来 一共加起来 相加 加总 累加 各省相加 之和 sum total"),
        (.growth, "涨 上涨 涨了 增速 增幅 增长率 增长 年均增长 年均增速 年均 增长速度 涨幅 增长多快 同比增长 growth grow grew growing rate_of_growth"),
        (.level, "总量 绝对量"),
        (.change, "增 增了 多了 升 升了 提高 增加 上升 增减"),
        (.falling, "减 减了 少了 降了 降 跌 下降 降低 减少 下跌 降幅 falling fall fell decline decrease"),
        (.reached, "hit hits 完成 实现 达到 达 达成 做到 到了 达到了 完成到 achieved reached reach achieve"),
        (
            .kept,
            "完成情况 完成得怎么样 完成得如何 完成怎么样 完成没有 完成了没有 完成了没 完成没 完成了吗 完成了么 完成吗 完成与否 是否完成 有没有完成 达标 达标了吗 达标吗 达标没有 兑现 兑现了吗 兑现情况 实现了吗 实现了没有 实现没有 实现没 兑现没有 兑现没 达成没 落实没 落实没有 实现情况 是否实现 有没有实现 是否达成 是否达到 达成了吗 达到了吗 达到没有 落实情况 落实了吗 落实得怎么样 落实得如何 是否兑现 是否达标 控制住了吗 控制住没有 控制住了没有 稳住了吗 守住 守住了 守住了吗 守住了没 守住了没有 守住没有 守住没 做到了吗 做到没有 做到没 做到了没有 办到了吗 办到没有 到位了吗 met kept fulfilled meet"
        ),
        (
            .outcome("missed"),
            "没完成 没有完成 未完成 未能完成 没达成 没有达成 未达成 没实现 没有实现 未实现 未能实现 没兑现 没有兑现 未兑现 没达标 没有达标 未达标 没达到 没有达到 未达到 未达 落空 落空了 没控制住 没有控制住 没稳住 没保住 miss missed unmet not_met not_reached fell_short"
        ),
        (.outcome("met"), "已完成 已经完成 如期完成 顺利完成 完成了的 已实现 已经实现 已达成 已经达成 已兑现 已经兑现 兑现了的 已达标 达标的"),
        (
            .revised,
            "变了吗 变了没 变了没有 变没变 有没有变 有没有变化 有变化吗 有什么变化 有哪些变化 调整了 调整过 调整了吗 调整过吗 有没有调整 有没有调整过 改没改 变成 变为 改成 改为 不再用 不再使用 不再设 不再设定 怎么调整 如何调整 调没调 有何变化 改了吗 变动过吗 revised adjusted changed"
        ),
        (.place("全国"), "国家 中央 全国性 国家层面 中央政府 我们国家 countrywide country central_government the_central_government"),
        (.place("内蒙古自治区"), "内蒙"),
        (.sign(rises: true), "正增长 为正 是正的 为正数 为正值"), (.sign(rises: false), "负增长 为负 是负 为负数 是负数 为负值 是负值 是负的"),
        (.without, "没有 无 缺少 缺 尚无 还没有 没有对应 没有相应 没 没能 without no lacking"),
        (.with, "有对应 带有 具有 with having"),
        (.except, "除了 除 除去 不含 不包括 剔除 除开 不算 except excluding besides other_than"),
        (
            .compare,
            "是升是降 是涨是跌 是高是低 升还是降 涨还是跌 升了还是降了 对比表 比较表 放一张表里 放在一张表里 放到一张表里 放一起 放在一起 摆在一起 放一块 列成表 列成一张表 列个表 列一张表 做个表 做成表 做成一张表 并排 side_by_side in_one_table 主要区别 主要差别 主要变化 主要不同 有什么不同 有什么区别 有哪些不同 有哪些区别 有何区别 有啥不同 有啥区别 有啥不一样 有什么不一样 一样 一样吗 一致 相同 不一样 一样多 一样高 谁多 谁少 谁大 谁快 谁慢 哪个多 same difference differ 比较 对比 相比 差距 差别 差异 谁高 谁更高 哪个高 哪个更高 哪个大 谁大 谁低 比一比 差多少 差几个百分点 差几个点 差几 差了多少 之比 相差几个百分点 相差 相差多少 不同 有何不同 区别 异同 compare compared versus vs"
        ),
        (
            .trend,
            "咋变 咋变的 怎么变的 如何演变 怎么演变 演变 变迁 走势图 趋势图 曲线图 变化图 走势 趋势 变化趋势 变化 历年 逐年 历史 历年来 变动 曲线 历次 怎么变 如何变化 怎么变化 怎样变化 trend trends history change evolve evolved change_over_time over_time over_the_years"
        ),
        (.overview, "进展 进展情况 进展如何 怎么样 咋样 什么情况 啥情况 好不好 行不行 情况 概况 总体情况 介绍 介绍一下 概括 总结 概览 基本情况 总体 overview summary"),
        (.how, "怎么 如何 怎样 咋 怎 怎么办 咋办 怎么搞 怎么布局 如何布局 怎么谋划 如何谋划 怎么推进 如何推进 怎么推动 如何推动 怎么落实 如何落实 怎么发展 如何发展 怎么支持 如何支持 怎么应对 如何应对 咋搞 咋整 咋弄 怎么弄 怎么解决 怎么安排 如何安排 咋安排 怎么部署 如何部署 how"),
        (
            .mention,
            "有没有提 有没有提到 有没有提过 有没有说到 有没有写到 提没提 提没提到 提了没 提了没有 提到 提及 涉及 关于 有关 围绕 针对 提到了 说到 谈到 讲到 写到 包含 含有 相关 mention mentions mentioning about concerning regarding on"
        ),
        (.and, "和 与 及 以及 跟 同 、 , 还有 且 并且 而且 但 但是 不过 可是 却 又 同时 and but"),
        (.share, "占比 比重 所占比重 所占比例 占的比重 占GDP比重 占gdp比例 占gdp的比例 占比例 占gdp比重 占gdp的比重 share proportion"),
        (.goesOn, "只看 只要 仅看 只留 只保留 其中 里面 里边 里头 当中 这当中 这里面 这些 这些里 这些里面 它们 他们 再 上面 以上这些 of_these of_those only among_them among_these"),
        (.or, "或 或者 还是 or"),
        (.aspectOf, "方面 这方面 这块 一块 上 方向"),
        (.since, "以来 以后 之后 起 至今 到现在 到今天 after since from"),
        (.until, "以前 之前 before until"),
        (.than, "比 比起 than"),
        (.high, "高 大 多 快 higher larger"),
        (.low, "低 小 少 慢 lower smaller"),
        (.tied("sync"), "挂钩 相挂钩 同步增长 基本同步 同步 保持同步 in_step"),
        (.tied("outpace"), "跑赢 快于 高于经济增长 outpacing outpace"),
        (.ahead, "要 将 将要 力争 争取 确保 预计 需要 will"),
        (.moved(raised: true), "往上调 向上调 往上调整 向上调整 往上提 调上去 上调过 调高过 上调 调高 上调了 调高了 提高了 增加了 更高了 抬高 raised lifted increased raise"),
        (
            .moved(raised: false),
            "往下调 向下调 往下调整 向下调整 往下降 调下来 下调过 调低过 下调 调低 下调了 调低了 降低了 下降了 减少了 更低了 压低 lowered cut reduced decreased lower_their lower_its"
        ),
        (.surpassed, "超额完成 超额实现 超额达成 超额完成了 超预期完成 超额 exceeded surpassed overfulfilled overachieved"),
        (
            .rate,
            "完成得好 完成得更好 完成率 达成率 兑现率 达标率 实现率 what_share share_of what_percentage percentage_of what_proportion proportion_of completion_rate fulfilment_rate fulfillment_rate"
        ),
        (.promises, "承诺 承诺了 许诺 许下 答应 promise promised promises pledge pledged pledges commit_to committed_to commitments"),
        (.first, "最早 首次 第一次 最先 最初 头一次 头一回 第一回 首度 first_mentioned first_mention earliest"),
        (.latest, "最后一次 最近一次 上一次"),
        (.when, "何时 什么时候 啥时候 几时 什么时间 when"),
        (.begins, "开始"),
        (.times, "几次 多少次 次数 多少回 几回 多少遍 几遍 频次 词频 how_often how_many_times"),
        (
            .unmentioned,
            "没提 没有提 未提 没有提出 没提出 未提出 没有设定 没设定 未设定 没有设 没设 没有设置 没设置 未设置 没有制定 没有定 没定 没给出 没有给出 没列 没有列 没列入 没安排 没有安排 没有公布 没公布 未公布 没提到 没有提到 未提到 未提及 没有提及 没提及 没出现 未出现 没有出现 没写 没有写 没说 没有说 只字未提 不提 没讲 没有讲 没涉及 没有涉及 未涉及 does_not_mention do_not_mention don't_mention doesn't_mention not_mention never_mention do_not_set does_not_set did_not_set have_not_set has_not_set do_not_have does_not_have did_not_have don't_have doesn't_have didn't_set lack lacks"
        ),
        (.turn(isNew: true), "新增了 新增的 新加了 多了哪些 多出了 新提出 新提出了 新提出的"),
        (.turn(isNew: false), "不再提 不再提了 不再提出 不再出现 少了哪些 去掉了 删去了 删掉了 取消了"),
        (.rank, "第几 第几高 第几低 第几多 第几快 第几大 排第几 排几 第几名 第几位 排名第几 排在第几 排第几名 排第几位 排多少名 多少名"),
        (.ours, "我们 咱们 咱 我 本 俺们 我们的 our my"),
        (.range, "区间 范围 区间值 区间目标 ranges 区间的"),
        (.stands(for: "居民消费价格"), "通货膨胀 物价涨幅 物价上涨"),
        (.stands(for: "碳达峰碳中和 大气环境"), "减排 污染减排"), (.stands(for: "研发投入"), "r&d投入"), (.stands(for: "煤炭"), "煤"), (.stands(for: "粮食"), "粮"),
        (.stands(for: "城镇新增就业"), "城镇就业 新增城镇就业"),
        (.stands(for: "脱贫人口 贫困人口"), "减贫 减贫人数 脱贫人数"),
        (.stands(for: "公路"), "修路 公路建设 马路"),
        (.stands(for: "医疗健康"), "看病 就医 看病就医 看病难 医保 看医生 doctors"),
        (.stands(for: "教育人才"), "上学 读书 入学 念书 孩子上学 上学难 娃娃上学 幼儿园 school schools"),
        (.stands(for: "农民人均纯收入 农村居民人均可支配收入"), "农民人均收入 农民收入 农民的收入 农村人均收入 农民人均年收入"),
        (.stands(for: "居民人均可支配收入"), "工资 薪水 挣钱 收入水平 老百姓收入 百姓收入 wages salaries incomes"),
        (.stands(for: "住房与房地产"), "房子 买房 楼市 房价 住房问题 租房 homes houses"),
        (.stands(for: "就业与收入"), "找工作 打工 工作岗位 岗位 job_market"),
        (.stands(for: "农业农村"), "种地 种田 三农 农民"),
        (.stands(for: "养老服务"), "老人 老年人 老年 elderly old_people"),
        (.stands(for: "城市交通"), "堵车 公交 出行 traffic"),
        (.stands(for: "生态环境"), "污染 环保 生态环保 pollution"),
        (.stands(for: "营商环境建设"), "做生意 开公司 办企业"),
        (
            .unanswerable,
            "众数 中位数 中位值 标准差 方差 相关系数 创新高 创历史新高 历史新高 创新低 最好 最好的 最差 最差的 的影响 有什么影响 有何影响 有啥影响 影响多大 影响有多大 影响如何 median correlation best worst 为什么 为何 为啥 咋就 凭什么 原因 缘由 几月 最后一年 最末一年 哪天 哪一天 哪个月 几月几号 why 谁负责 负责 占全国 占全国的 占全省 关键词 高频词 热词 谁来 谁牵头 由谁 谁落实 谁管 谁作的 谁做的 谁写的 谁说的 责任人 责任单位 牵头单位 负责人 作者 不打算 没打算 不准备 多少字 多少页 几页"
        ),
    ]

    /// Words that say nothing of what is asked for, but that something is done.
    static let deeds: Set<String> = Set(words(LittleWords.deeds))

    /// Words that no list has, though each of their characters is in one.
    static let ofTexts: Set<String> = Set(words(LittleWords.ofTexts))

    /// Words that would narrow it, and cannot.
    static let weighty: Set<String> = Set(words(LittleWords.weighty))

    /// Numbers that count rows only where rows are spoken of.
    static let looseNumbers: Set = ["多少条", "多少项", "多少个", "多少份", "几条", "几项", "几个", "几份", "几家", "多少家"]

    private static func words(_ text: String) -> [String] {
        text.utf8.split(whereSeparator: { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\n") }).map { word in
            String(decoding: word.map { $0 == UInt8(ascii: "_") ? 0x20 : $0 }, as: UTF8.self)
        }
    }

    /// Every word, folded, with its roles; longest words first matter to the reader.
    static let byWord: [String: [QuestionRole]] = {
        var table: [String: [QuestionRole]] = [:]
        func add(_ word: String, _ role: QuestionRole) {
            if !(table[word]?.contains(role) ?? false) { table[word, default: []].append(role) }
        }
        for (role, row) in roles { for word in words(row) { add(word, role) } }
        for region in Region.all { for word in [region.name] + region.words { add(word, .region(region.name)) } }
        for row in LittleWords.rows + [LittleWords.deeds, LittleWords.weighty] { for word in words(row) { add(word, .filler) } }
        return table
    }()

    /// Chinese words that say what is wanted, for did-you-mean.
    static let telling: [String] = byWord.filter { $0.key.hasHan && $0.key.unicodeScalars.count > 1 && $0.value.contains { $0 != .filler } }
        .map(\.key).sorted()

    static let longest = byWord.keys.map { $0.unicodeScalars.count }.max() ?? 1

    /// Indicators that are spoken of by the name they had before, each with the one that reports have now.
    static let renamed = [("财政收入", "一般公共预算收入"), ("财政支出", "一般公共预算支出"), ("农民人均纯收入", "农村居民人均可支配收入")]

    /// Words of `ranked` that do not say which way.
    static let neutralOrder: Set = ["排名", "排序", "排行", "排一下", "排个序", "排个名", "高低", "ranked", "rank", "ranking", "sorted"]
}

