/// What a word of a question does in it, whatever it is about.
enum QuestionRole: Hashable, Sendable {
    /// What is asked for, a noun of the language.
    case noun(String)
    /// A kind of thing that rows have, by its property: which provinces, of each sector. Of places, their level where it is said.
    case dimension(String, level: String?)
    /// 哪些, 什么.
    case which
    /// 多少, 几.
    case amount
    /// 吗, 有没有.
    case whether
    /// 数量: how many, whatever stands beside it.
    case number
    /// 各, 每个, 按.
    case each
    /// 条, 项: counts statements where an amount is asked.
    case counter
    /// 高于 before its number.
    case before(Comparison)
    /// 以上 behind its number.
    case behind(Comparison)
    /// 之间, behind two numbers.
    case between
    case highest(aspect: String?), lowest(aspect: String?)
    /// 最多: most rows, or the largest value.
    case most, fewest
    /// 前, 前几名: a number follows.
    case top, bottom
    case ranked(descending: Bool)
    case mean, total
    case growth, change
    /// 下降 before a number.
    case falling
    /// 完成: what was reached.
    case reached
    /// 完成情况: whether targets were met.
    case kept
    /// 没完成: targets of which this became.
    case outcome(String)
    /// 调整: whether targets became others from year to year.
    case revised
    /// A manner of naming a place without its name: 国家.
    case place(String)
    case without, with
    case except
    case compare, trend, overview
    /// 怎么, 如何: what is done about it.
    case how
    case mention
    case and, or
    /// 方面, 领域 behind the name of a sector.
    case aspectOf
    /// 之间 of years: 以来, 以前.
    case since, until
    /// 比 … 高.
    case than
    case high, low
    /// Says nothing about what is asked.
    case filler
    /// Targets that are tied to another growth: 同步, 跑赢.
    case tied(String)
    /// 将, 要: of what is still to come.
    case ahead
    /// 上调: the target is another than before, and which way.
    case moved(raised: Bool)
    /// 超额完成: met, and more.
    case surpassed
    /// 完成率: how many of the targets were met.
    case rate
    /// 区间: a target of two ends.
    case range
    /// 承诺: targets and measures alike.
    case promises
    /// 最早, 首次; 最近一次.
    case first, latest
    /// 什么时候: answered where it asks when something was said.
    case when
    /// 开始, behind 什么时候.
    case begins
    /// 几次: how often something is said.
    case times
    /// 没提: of documents that do not have it.
    case unmentioned
    /// 第几: the rank of one among all.
    case rank
    /// 北上广: several places in one word.
    case places(String)
    /// 我们: whose place is not said.
    case ours
    /// An everyday word for what has another name: 看病 for 医疗健康.
    case stands(for: String)
    /// 负增长.
    case sign(rises: Bool)
    /// A question that the language does not have.
    case unanswerable
}

/// The words that questions are made of, besides names and numbers. One line teaches one role; words are in simplified
/// characters, and several of a role are parted by spaces. English words of several parts have `_` between them.
enum QuestionWords {
    static let roles: [(role: QuestionRole, words: String)] = [
        (.noun("targets"), "目标 指标目标 预期目标 目标值 预期 预计目标 发展目标 target targets goal_of aim aims"),
        (.noun("results"), "实际数 实际情况 实际数据 结果 现状 现况 目前水平 现有水平 完成值 实际 实际值 实绩 成绩 成果 实际完成 完成数 result results outcome outcomes actual actually"),
        (.noun("figures"), "量化指标 定量指标 数据 数字 数值 figure figures number_of_it data"),
        (
            .noun("measures"),
            "举措 措施 政策 政策措施 做法 办法 具体举措 具体措施 重大举措 重要举措 工作 重点工作 工作安排 行动 安排 动作 干什么 打算 部署 想法 做什么 抓什么 做些什么 干些什么 抓些什么 做了什么 搞啥 搞什么 搞些什么 to_do do_about doing_about plan_to_do planning_to_do 干啥 做啥 干了啥 干了什么 做了啥 做了些什么 干了些什么 干了些啥 干了哪些 做了哪些 办了什么 办了啥 怎么干 怎么做 怎么抓 事情 大事 要事 实事 哪些事 哪些事情 什么事 什么事情 几件事 些什么事 measure measures action actions policy policies steps"
        ),
        (.noun("goals"), "任务 重点任务 工作任务 主要任务 task tasks goal goals"),
        (.noun("problems"), "短板 不足 缺点 毛病 隐患 软肋 痛点 问题 不足之处 存在的问题 困难 薄弱环节 挑战 弱项 欠缺 不足的地方 problem problems weakness weaknesses shortcoming shortcomings difficulties challenges"),
        (.noun("documents"), "文档 文件 报告 工作报告 政府工作报告 材料 document documents report reports"),
        (.noun("sentences"), "句子 原话 原文 语句 表述 提法 说法 sentences sentence passages"),
        (.dimension("place", level: "province"), "省 省份 省市 省区市 省市区 省级 省级地区 直辖市 省区 province provinces"),
        (.dimension("place", level: "city"), "市 城市 地级市 地市 州市 city cities"),
        (.dimension("place", level: "county"), "县 区县 县区 县市 市县 county counties"),
        (.dimension("place", level: "town"), "乡镇 镇 乡 town towns"),
        (.dimension("place", level: nil), "地区 地方 地 谁 哪里 哪儿 place places region regions who"),
        (.dimension("sector", level: nil), "领域 行业 板块 部门 sector sectors field fields area areas"),
        (.dimension("indicator", level: nil), "指标 indicator indicators"),
        (.dimension("period", level: nil), "年份 年度 年 year years"),
        (.which, "哪一 哪些 哪个 哪几个 哪几 哪 什么 什么样的 哪一个 哪一些 哪位 啥 何 哪家 哪份 哪几份 哪几条 哪几项 哪项 哪条 都有啥 哪些事 哪些事情 什么事 什么事情 几件事 些什么事 which what list show show_me tell_me find_me"),
        (.amount, "总额 总规模 多少 几 多大 多高 多快 多低 多少钱 若干 how_many how_much how_high how_fast how_large"),
        (
            .whether,
            "吗 么 有没有 有无 是否 是不是 能否 可否 有没 没有吗 了没 了没有 没有呢 does did is_there are_there has have do whether any"
        ),
        (.number, "number_of the_number_of 数量 个数 条数 项数 总数 数目 多少条 多少项 多少个 多少份 几条 几项 几个 几份 几家 多少家 数一数 分组 归类 分类 count how_many_of"),
        (.each, "各 各个 每个 每 每一个 分 按 按照 逐 分别 各自 每条 各类 by each every per"),
        (.counter, "件 条 项 个 份 家 名 类 套 座 所 处 批 台 辆 张"),
        (.before(.moreThan), "高于 超过 大于 多于 超 超出 突破 破 冲破 高过 快于 > above over more_than greater_than higher_than exceeding exceeds exceed"),
        (.before(.atLeast), "不低于 不少于 不小于 至少 达到 达 不下于 站上 迈上 跨上 跨过 跃上 大于等于 >= ≥ at_least no_less_than reaching"),
        (.before(.lessThan), "低于 小于 少于 不到 不足 未达到 没达到 没有达到 未达 低过 慢于 < below under less_than lower_than"),
        (.before(.atMost), "不超过 不高于 不大于 至多 最多不超过 控制在 小于等于 不多于 <= ≤ at_most no_more_than up_to"),
        (.before(.equal), "等于 为 是 在 定为 定在 设为 恰好 正好 刚好 = == equal_to equals of_exactly exactly"),
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
        (.total, "合计 总和 加起来 一共加起来 之和 sum total"),
        (.growth, "涨 上涨 涨了 增速 增幅 增长率 增长 年均增长 年均增速 年均 增长速度 涨幅 增长多快 同比增长 growth grow grew growing rate_of_growth"),
        (.change, "增 增了 多了 升 升了 提高 增加 上升 增减"),
        (.falling, "减 减了 少了 降了 降 跌 下降 降低 减少 下跌 降幅 falling fall fell decline decrease"),
        (.reached, "hit hits 完成 实现 达到 达 达成 做到 到了 达到了 完成到 achieved reached reach achieve"),
        (
            .kept,
            "完成情况 完成得怎么样 完成得如何 完成怎么样 完成没有 完成了没有 完成了没 完成没 完成了吗 完成了么 完成吗 完成与否 是否完成 有没有完成 达标 达标了吗 达标吗 达标没有 兑现 兑现了吗 兑现情况 实现了吗 实现了没有 实现没有 实现情况 是否实现 有没有实现 是否达成 是否达到 达成了吗 达到了吗 达到没有 落实情况 落实了吗 落实得怎么样 落实得如何 是否兑现 是否达标 met kept fulfilled meet"
        ),
        (.outcome("missed"), "没完成 没有完成 未完成 未能完成 没达成 没有达成 未达成 没实现 没有实现 未实现 未能实现 没兑现 没有兑现 未兑现 没达标 没有达标 未达标 没达到 没有达到 未达到 未达 落空 落空了 miss missed unmet not_met not_reached fell_short"),
        (.outcome("met"), "已完成 已经完成 如期完成 顺利完成 完成了的 已实现 已经实现 已达成 已经达成 已兑现 已经兑现 兑现了的 已达标 达标的"),
        (.revised, "变了吗 变了没 变了没有 变没变 有没有变 有没有变化 有变化吗 有什么变化 有哪些变化 调整了 调整过 调整了吗 调整过吗 有没有调整 有没有调整过 怎么调整 如何调整 调没调 有何变化 改了吗 变动过吗 revised adjusted changed"),
        (.place("全国"), "国家 中央 全国性 国家层面 中央政府 我们国家 countrywide country central_government the_central_government"),
        (.places("北京市 上海市 广东省"), "北上广"),
        (.places("北京市 上海市 广东省 深圳市"), "北上广深"),
        (.places("上海市 江苏省 浙江省"), "江浙沪"),
        (.places("重庆市 四川省 贵州省 云南省 西藏自治区"), "西南 西南地区"),
        (.places("陕西省 甘肃省 青海省 宁夏回族自治区 新疆维吾尔自治区"), "西北 西北地区"),
        (.places("北京市 天津市 河北省 山西省 内蒙古自治区"), "华北 华北地区"),
        (.places("上海市 江苏省 浙江省 安徽省 福建省 江西省 山东省"), "华东 华东地区"),
        (.places("广东省 广西壮族自治区 海南省"), "华南 华南地区"),
        (.places("河南省 湖北省 湖南省"), "华中 华中地区"),
        (.place("内蒙古自治区"), "内蒙"),
        (.sign(rises: true), "正增长"), (.sign(rises: false), "负增长"),
        (.without, "没有 无 缺少 缺 尚无 还没有 没有对应 没有相应 没 没能 without no lacking"),
        (.with, "有对应 带有 具有 with having"),
        (.except, "除了 除 除去 不含 不包括 剔除 除开 不算 except excluding besides other_than"),
        (.compare, "主要区别 主要差别 主要变化 主要不同 有什么不同 有什么区别 有哪些不同 有哪些区别 有何区别 有啥不同 有啥区别 有啥不一样 有什么不一样 一样 一样吗 一致 相同 不一样 一样多 一样高 谁多 谁少 谁大 谁快 谁慢 哪个多 same difference differ 比较 对比 相比 差距 差别 差异 谁高 谁更高 哪个高 哪个更高 哪个大 谁大 谁低 比一比 差多少 相差 相差多少 不同 有何不同 区别 异同 compare compared versus vs"),
        (.trend, "咋变 咋变的 怎么变的 如何演变 怎么演变 演变 变迁 走势 趋势 变化趋势 变化 历年 逐年 历史 历年来 变动 曲线 历次 怎么变 如何变化 怎么变化 怎样变化 trend trends history change evolve evolved change_over_time over_time over_the_years"),
        (.overview, "怎么样 咋样 什么情况 啥情况 好不好 行不行 情况 概况 总体情况 介绍 介绍一下 概括 总结 概览 基本情况 总体 overview summary"),
        (.how, "怎么 如何 怎样 咋 怎 怎么办 咋办 怎么搞 咋搞 咋整 咋弄 怎么弄 怎么解决 怎么安排 如何安排 咋安排 怎么部署 如何部署 怎么说 咋说 怎么讲 怎么提 how"),
        (.mention, "提到 提及 涉及 关于 有关 围绕 针对 提到了 说到 谈到 讲到 写到 包含 含有 相关 mention mentions mentioning about concerning regarding on"),
        (.and, "和 与 及 以及 跟 同 、 , 还有 且 并且 而且 and"),
        (.or, "或 或者 还是 or"),
        (.aspectOf, "方面 这方面 这块 一块 上 方向"),
        (.since, "以来 以后 之后 起 至今 到现在 到今天 after since from"),
        (.until, "以前 之前 before until"),
        (.than, "比 比起 than"),
        (.high, "高 大 多 快 higher larger"),
        (.low, "低 小 少 慢 lower smaller"),
        (.tied("sync"), "同步 保持同步 in_step"),
        (.tied("outpace"), "跑赢 快于 高于经济增长 outpacing outpace"),
        (.ahead, "要 将 将要 力争 争取 确保 预计 需要 will"),
        (.moved(raised: true), "上调 调高 上调了 调高了 提高了 增加了 更高了 抬高 raised lifted increased raise"),
        (.moved(raised: false), "下调 调低 下调了 调低了 降低了 下降了 减少了 更低了 压低 lowered cut reduced decreased lower_their lower_its"),
        (.surpassed, "超额完成 超额实现 超额达成 超额完成了 超预期完成 超额 exceeded surpassed overfulfilled overachieved"),
        (.rate, "完成率 达成率 兑现率 达标率 实现率 what_share share_of what_percentage percentage_of what_proportion proportion_of completion_rate fulfilment_rate fulfillment_rate"),
        (.promises, "承诺 承诺了 许诺 许下 答应 promise promised promises pledge pledged pledges commit_to committed_to commitments"),
        (.first, "最早 首次 第一次 最先 最初 头一次 头一回 第一回 首度 first_mentioned first_mention earliest"),
        (.latest, "最后一次 最近一次 上一次"),
        (.when, "何时 什么时候 啥时候 几时 什么时间 when"),
        (.begins, "开始"),
        (.times, "几次 多少次 次数 多少回 几回 多少遍 几遍 频次 词频 how_often how_many_times"),
        (.unmentioned, "没提 没有提 未提 没提到 没有提到 未提到 未提及 没有提及 没提及 没出现 未出现 没有出现 没写 没有写 没说 没有说 只字未提 不提 没讲 没有讲 没涉及 没有涉及 未涉及 does_not_mention do_not_mention don't_mention doesn't_mention not_mention never_mention"),
        (.rank, "第几 排第几 排几 第几名 第几位 排名第几 排在第几 排第几名 排第几位 排多少名 多少名"),
        (.ours, "我们 咱们 咱 我 本 俺们 我们的 our my"),
        (.range, "区间 范围 区间值 区间目标 ranges"),
        (.stands(for: "公路"), "修路 公路建设 马路"),
        (.stands(for: "医疗健康"), "看病 就医 看病就医 看病难 医保 看医生 doctors"),
        (.stands(for: "教育人才"), "上学 读书 入学 念书 孩子上学 上学难 娃娃上学 幼儿园 school schools"),
        (.stands(for: "居民人均可支配收入"), "工资 薪水 挣钱 收入水平 老百姓收入 百姓收入 wages salaries incomes"),
        (.stands(for: "住房与房地产"), "房子 买房 楼市 房价 住房问题 租房 homes houses"),
        (.stands(for: "就业与收入"), "找工作 打工 工作岗位 岗位 job_market"),
        (.stands(for: "农业农村"), "种地 种田 三农 农民"),
        (.stands(for: "养老服务"), "老人 老年人 老年 elderly old_people"),
        (.stands(for: "城市交通"), "堵车 公交 出行 traffic"),
        (.stands(for: "生态环境"), "污染 环保 pollution"),
        (.stands(for: "营商环境建设"), "做生意 开公司 办企业"),
        (.unanswerable, "中位数 中位值 标准差 方差 相关系数 创新高 创历史新高 历史新高 创新低 最好 最好的 最差 最差的 median correlation best worst 为什么 为何 为啥 咋就 凭什么 原因 缘由 几月 哪天 哪一天 哪个月 几月几号 why 谁负责 谁来 谁牵头 由谁 谁落实 谁管 谁作的 谁做的 谁写的 谁说的 责任人 责任单位 牵头单位 负责人 作者 不打算 没打算 不准备 多少字 多少页 几页"),
        (
            .filler,
            """
            给出 发 发放 变成 变为 改为 改成 起 对照 对照表 国务院 承认 承认了 坦承 正视 列举 罗列 盘点 梳理 归纳 整理 整理一下 举出 举例 量化 可量化 定量 哪里找 两会 全国两会 总理 省长 市长 领导 后来 后续 之后来 出现 出现过 出现了 写进 写进了 写入 写入了 提的 提得 定得 见于 见诸 一词 这个词 这词 词 字样 字眼 这一提法 这个提法 这个说法 点 点儿 些啥子 篇 一篇 一份 一段 稿子 文章 选题 论文 顺便 顺便问一下 麻烦问下 问下 请问一下 请教一下 我要 我想 我想看 我想查 我想问 我想了解 我需要 需要知道 有劳 帮我查 帮我看 帮我看看 帮我找 帮我列 给我看看 给我查 给我讲讲 讲讲 说一说 谈谈 聊聊 想请教 据说 听说 话说 其实 大致 基本上 特别是 尤其 尤其是 比如 例如 按理说 今年度 年里 这几年里 咱们的 全国人大 呀呀 来着 着呢 的话 一直 都在 都有哪些 主要有 一共是 总共是 各有 各自的 各自有 两地 三地 四地 两省 三省 四省 两市 三市 四市 两个地方 带 文中 文里 文章中 孩子 娃 我家 家里 产 好 修 政府 省政府 市政府 各级政府 whose new admit admits admitted acknowledge acknowledges say says said state states expect expects expected need needs want wants use used using per_cent year's province's 的事 的事儿 事儿 谢谢 谢谢您 谢谢了 多谢 感谢 辛苦 辛苦了 拜托 拜托了 劳驾 您好 你好 了解 了解一下 想了解 好的 曾经 曾 找找 来看看 大家 哈 嘞 hi hello hey thanks thank_you plz pls serve serves serving support supports supporting underpin underpins back backs their his her right now currently so far please_list 以外 之外 的 了 呢 啊 吧 呀 嘛 哦 地 得 着 过 被 把 将 要 会 能 可以 应该 应 需要 需 想 想要 想知道 知道 请 请问 请教 麻烦 帮我 帮忙 给我 给 我 你 您 \
            他们 它 它们 其 其中 这 那 这些 那些 这个 那个 都 也 还 就 才 只 又 再 很 较 更 大概 大约 约 到底 究竟 具体 主要 重点 重要 新的 新 \
            有 存在 是 为 在 里 里面 中 内 下 对 对于 就 从 由 向 以 于 用 来 去 到 至 所 之 等 等等 些 一些 一下 看 看看 看一下 查 查询 查一下 查查 找 找出 \
            列出 列 列一下 显示 告诉 告诉我 说 说说 讲 提出 提出了 制定 制定了 设定 设定了 设 设了 定 定了 定的 采取 采取了 推出 推出了 出台 出台了 部署了 \
            明确 明确了 规划 规划了 确定 确定了 准备 计划 拟 推进 推动 促进 加强 发展 抓 搞 做 干 办 开展 实施 落实 支持 支撑 保障 解决 用于 为了 \
            设立 写 写了 写的 写着 呈现 公布 公布了 发布 发布了 报 报的 值 水平 方面的 年 全年 年度 时 时候 期间 时期 共 总共 一共 共有 现在 目前 当前 里的 上的 \
            属于 来自 收录 收录了 系统 库里 库中 手头 对应 相应 所有 全部 全 整个 各项 一个 多 分布 统计 统计一下 汇总 一览 清单 列表 名单 分别是 分别有 \
            设置 要求 预计 力争 确保 努力 争取 建设 改善 提升 完善 应对 处理 排 位 名 度 比例 大的 需求 做好 还是 如下 之中 当中 另外 还要 \
            远景 长远 中期 近期 新开工 开工 优化 健全 构建 打造 培育 扩大 深化 强化 稳定 增强 维护 防范 化解 破解 壮大 做强 做优 做大 激发 释放 拓展 拉动 带动 引导 鼓励 保护 修复 落实好 要建 要修 要造 要办 新增 控制 调控 管控 意思 含义 定义 意义 。 ！ … — · 《 》 〈 〉 ‘ ’ ~ / & 不错 情形 状况 呈 叫 下来 起来 出来 ? ! . ; : ( ) " ' the a an of in for at to its is are was were be been will would can could should \
            please me my us we you it that this those these there their them as s how_about value level all set sets setting plan plans planned \
            planning made make take took taken does it give gives given named most_recent get want see know doing provide provided 提 提了 提过 提到过 排列 做得 干得 抓得 好不好 事关 家 号称 总的 一般 通常 分别为 各是 各为 都是 都要 都有 想看 想查 看一看 瞧瞧 请列 请给 想问 问一下 我看看 能不能 可不可以 帮 帮忙查 查下 看下 呗 咧 嗯 那么 那 那个 那边 这边 关于 具体是 具体有 都 一共有 got aimed aiming among look like set_by
            """
        ),
    ]

    /// Words that say nothing of what is asked for, but that something is done.
    static let deeds: Set = [
        "促进", "推进", "推动", "加强", "发展", "落实", "支持", "保障", "解决", "改善", "提升", "完善", "应对", "处理", "治理", "保护", "修复", "防范", "化解", "破解", "壮大", "激发", "释放", "拓展", "拉动",
        "带动", "鼓励", "培育", "扩大", "深化", "强化", "稳定", "建设", "优化", "健全", "构建", "打造", "改革", "振兴",
    ]

    /// Every word, folded, with its roles; longest words first matter to the reader.
    static let byWord: [String: [QuestionRole]] = {
        var table: [String: [QuestionRole]] = [:]
        for (role, words) in roles {
            for word in words.utf8.split(whereSeparator: { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\n") }) {
                let underscore = UInt8(ascii: "_"), isPlain = !word.contains(underscore)
                let text = isPlain ? String(Substring(word)) : String(decoding: word.map { $0 == underscore ? 0x20 : $0 }, as: UTF8.self)
                if !(table[text]?.contains(role) ?? false) { table[text, default: []].append(role) }
            }
        }
        return table
    }()

    /// Chinese words that say what is wanted, for did-you-mean.
    static let telling: [String] = byWord.filter { $0.key.hasHan && $0.key.unicodeScalars.count > 1 && $0.value.contains { $0 != .filler } }.map(\.key).sorted()

    static let longest = byWord.keys.map { $0.unicodeScalars.count }.max() ?? 1

    /// Words of `ranked` that do not say which way.
    static let neutralOrder: Set = ["排名", "排序", "排行", "排一下", "排个序", "排个名", "高低", "ranked", "rank", "ranking", "sorted"]
}
