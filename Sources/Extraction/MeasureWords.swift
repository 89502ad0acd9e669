import Documents

/// The words that the clauses of measures are told by. One object serves all sentences: a constant of a type is asked for anew at
/// each use.
final class MeasureWords: Sendable {
    /// Characters that make one word with 要: 主要, 重要, 需要 …
    let beforeMust = UnitSet("主重需必纪摘首紧只想不提概扼是")
    /// What follows a verb only where it is a noun: 试点可以…, 改革已….
    let afterNoun = UnitSet("可能会将应已正也都还有得越既不又需")
    /// What begins as `afterNoun` or 要 does, and is an object: 发展|可再生能源, 加强|要素保障.
    let things = HeadWords("""
        可再生 可降解 可循环 可持续 可靠 可控 可信 可视 可回收 可利用 会展 会计 会议 还田 还林 应急 应用 正向 有机 有序 有色 有线 有效 有偿 \
        要素 要件 要点 要道 要领 要务 要地 要塞
        """)
    let links = HeadWords("""
        并 同时 还 也 又 都 要 必须 应 应当 需 需要 将 我们要 我们将 我们必须 我们 既要 又要 还要 也要 都要 更要 特别是 特别是要 尤其是要 尤其要 特别要 \
        以及 而且 并且 今年 今年要 今年将 年内 明年 全年 下半年 上半年 一方面 另一方面 首先要 其次 首先 此外 另外 今后 今后五年 各地 各地要 各级政府要 就要 \
        各地区各部门要 各部门要 计划 拟 决定 积极稳妥地 去
        """)
    let modals = HeadWords("要 必须 应 应当 将 都要 还要 也要 均要 务必 需 须 要在")
    /// Manner that only an action has: 大力提高 is a measure, 全面提高 may be an aim.
    let efforts = HeadWords("大力 着力 积极 加快 加力 探索 坚决 抓紧 持续")
    /// 同时, 由于…: argues as well.
    let turns = HeadWords("同时, 但是, 而且, 此外, 但 同时 而且"), grounds = HeadWords("由于 因为 如果 即使 虽然")
    let arguments = HeadWords("""
        如果 只有 只要 无论 不论 假如 否则 即使 虽然 尽管 由于 因为 不仅 之所以 实践证明 事实证明 实践表明 去年 过去 几年来 近年来 这几年 前几年 长期以来 \
        有人 有的 有些 一些地方 目前 这是 这就是 这些 那种 为什么
        """)
    let holdings = HeadWords("坚持 牢记 认识 认清 领悟 树立 践行 贯彻 把握 落实 学习 弘扬 倡导 宣传")
    /// In early reports: what commits the sentence behind it, and what makes it tell, argue or quote.
    let commitments = HeadWords("要 必须 应 应该 应当 将 须 需要 计划 决定 准备 争取 拟 力求 努力 继续 进一步 今后 今年 明年 着手")
    let arguing = HeadWords("""
        例如 比如 譬如 就能够 就可以 就有可能 才能够 已经能够 就是为 近来 说明 认为 是错误的 是有害的 自然的 只要 列宁 马克思 斯大林 总理说 宪法中 毛主席说 指示中 那种 根本途径 旧中国         旧社会 无疑 必然 从来 不论 无论 凡是 的时候 谁都 决议,使 一切国家机关 协议, 目的是 我们坚持原则 在过去 在这期间 口号是 出现了 有不少人 之所以 我们相信 反复证明 总之是 问题是: 问题是,
        """)
    /// What a sentence says of the clauses before it.
    let asides = HeadWords(",这是")
    let states = HeadWords("不同 不够 进一步开展起来 以外 之外 很高 很低 很大 很多 较低 较高 模糊 严重 薄弱 落后 不足 不高 不强 较差 很差 显著 有限 年内 障碍")
    let attained = HeadWords("进展 突破 成效 成果 实效 进步 成绩 胜利"), attains = HeadWords("取得 实现 获得"),
        causes = HeadWords("推动 推进 促进 支持 助力 带动 引导 帮助 努力 力争 争取 服务 确保 保障")
    let ownGoals = HeadWords("目标 目标任务 任务 工作"), achievings = HeadWords("实现 完成 做好 达成 抓好")
    let spans = HeadWords("年时间 年左右时间 年的时间 年左右的时间")
    let takings = HeadWords("把 将"), turnings = HeadWords("改变为 改为 变为 转变为 改变成")
    let resumptions = HeadWords("仍然 仍 将 主要靠 关键 根本的 对于")
    let outlooks = HeadWords("转变为")
    let effects = HeadWords("将起 负有 将会 可达 具有重大 具有重要 具有更重要 具有极其 将使 使我国国民经济")
    /// What people are called to make of themselves.
    let ownTargets = HeadWords("自己的 他们的专长 主人翁")
    let ourselves = HeadWords("我们 它们 他们")
    let people = HeadWords("们 人民 青年 工人 农民 职工 妇女 学生 知识分子 侨胞 同胞 群众 党员 公民 工商业者 战士 每个人 资本家 人士 成员 科学研究人员 工程技术人员 民主党派")
    /// What follows a topic: 建设…，必须….
    let duties = HeadWords("首先必须 当然必须 必须 要 应 应该 应当 需要 就 都要 首先要"), strictDuties = HeadWords("必须 首先必须 当然必须 就必须 首先要")
    let outcome = HeadWords("这也将 这还将 这将 这样就 这就 还将促进 还将有 还将使 也将促进 也将有 也将使 必将 势必 才能 就能 就可以")
    let predicates = HeadWords(
        "最重要的是 最根本的是 最关键的是 最主要的是 还将促进 还将有 还将使 必将 势必 是 就是 都是 也是 既是 不仅是 具有 对于 关系到 关系着 意味着 有利于 有助于 离不开 关键在于 关键在 关键是 根本在于 重点在于 最终是 目的是 目的在于")
    let judgements = HeadWords("任务 内容 要求 关键 前提 途径 保证 根本 基础 重点 责任 问题 标志 主线 举措 选择 使命 大事 方针")
    let announcements = HeadWords("""
        以下几 以下方 以下原 以下政 以下关 以下要 以下工 以下重 以下任 以下事 以下举 以下措 以下问 以下两 以下三 以下四 以下五 以下六 以下七 以下八 以下九 以下十 下列 如下 \
        几方面工作 方面工作 几项工作
        """)
    let outcomes = HeadWords("增长 提升至 提高到 提高至 提升到 降至 降到 下降 达到 达 超过 超 占")
    let means = HeadWords("以 通过 用")
    let frames = HeadWords("在 与 同 向 对 为 由 从 利用 依托 以 用 聚焦 围绕 针对 瞄准")
    let frameEnds = HeadWords(
        "要求 部署 原则 精神 思路 目标 方向 契机 指导 基础上 过程中 条件下 方针 工作中 下 中 上 前提下 方面 以后 时 时间里 之后 同时 抓手 重点 主线 目的 引领 牵引 为主 为主体 导向 为中心 为核心 为动力 为支撑 为保障 为基础 为统领 为根本 为纲 首要任务 战略任务 中心任务 根本任务 战略定位 来看 能力看 情况看 趋势看 方面看"
    )
    /// 以下一些问题, 在校的学生已经…: no frame of a deed.
    let facts = HeadWords("以下 在校 以上"), factSigns = HeadWords("已经 将会有 具有 有着 的意义 的作用")
    let ends = HeadWords("支撑 动力 动能 保障 力量 条件 基础 活力 环境 氛围 空间 贡献 经验 引擎 源泉 后盾 遵循 支持 样板 示范 方案 路子")
    /// What asks others, and what opens an aim that the clauses behind it share.
    let hopes = HeadWords("希望 我们希望 也希望 还希望 殷切希望"), aims = HeadWords("以求 以便 以利于 以充分 以更好 以保证 来实现 来解决 来推动 来促进 来加强 来提高 来改变 来满足 来完成 来保证")
    /// What follows from a condition: 就必须….
    let consequences = HeadWords("就不仅要 就不但要 就必须 就要 就应 就得")
    /// Figures told in a plan: …将为, 由…增加到….
    let figures = HeadWords("将为 将达 将占 将由 将从 将有 就将"), froms = HeadWords("由 从 将由 将从"), changes = HeadWords("增加到 提高到 减少到 上升到 增长到 下降到 达到 发展到")
    let kinds = HeadWords("一项 一个 一种 我们 一件 当前")
    let purposes = HeadWords("为全面建 为现代化 为实现 为推动 为促进 为加快 为建设 为未来 为经济 为高质量 为构建 为推进 为国家 为了 为全国 为中国式 为改革 为我 为新 为保 为做 为发展")
    /// One bit for each unit that tells a report, modulo 64.
    let telling: UInt64 = [
        Unit.openQuote, Unit.closeQuote, Unit.openTitle, Unit.closeTitle, MeasureSentence.of, MeasureSentence.isWord,
        MeasureSentence.perfect,
    ].reduce(0) { $0 | 1 << UInt64($1 & 63) }
}
