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
        而且 并且 今年 今年要 今年将 年内 明年 全年 下半年 上半年 一方面 另一方面 首先要 其次 首先 此外 另外 今后 今后五年 各地 各地要 各级政府要 就要 \
        各地区各部门要 各部门要 计划 拟 决定 积极稳妥地 去
        """)
    let modals = HeadWords("要 必须 应 应当 将 都要 还要 也要 均要 务必 需 须 要在")
    /// Manner that only an action has: 大力提高 is a measure, 全面提高 may be an aim.
    let efforts = HeadWords("大力 着力 积极 加快 加力 探索 坚决 抓紧 持续")
    /// 同时, 由于…: argues as well.
    let turns = HeadWords("同时, 但是, 而且, 此外, 但 同时 而且"), grounds = HeadWords("由于 因为 如果 即使 虽然")
    let arguments = HeadWords("""
        如果 只有 只要 无论 不论 假如 否则 即使 虽然 尽管 由于 因为 不仅 之所以 实践证明 事实证明 实践表明 去年 过去 几年来 近年来 这几年 前几年 长期以来 \
        有人 有的 有些 一些地方 目前 这是 这就是 这些 那种 为什么 让我们 而如果 但如果 已建成
        """)
    let holdings = HeadWords("坚持 树牢 牢记 认识 认清 领悟 树立 践行 贯彻 把握 落实 学习 弘扬 倡导 宣传")
    /// In early reports: what commits the sentence behind it, and what makes it tell, argue or quote.
    let commitments = HeadWords("要 必须 应 应该 应当 将 须 需要 计划 决定 准备 争取 拟 力求 努力 继续 进一步 今后 今年 明年 着手")
    let arguing = HeadWords("""
        例如 比如 譬如 就能够 就可以 就有可能 才能够 已经能够 就是为 近来 说明 认为 是错误的 是有害的 自然的 只要 列宁 马克思 斯大林 总理说 宪法中 毛主席说 指示中 那种 根本途径 旧中国         旧社会 无疑 必然 从来 不论 无论 凡是 的时候 谁都 决议,使 一切国家机关 协议, 目的是 我们坚持原则 在过去 在这期间 口号是 出现了 有不少人 之所以 我们相信 反复证明 总之是 问题是: 问题是, 他建议 妄图 企图 叫嚣 猖狂 责任,就是 标准,是 目的,是 意义,是 我们深信 我们坚信 “我们 要求我们坚 吹嘘 煽动 进展情况是 恰恰相反 证明了 表明了 他们说 宪法规定, 将能够
        """)
    /// What turns from telling and calling to what is to be done.
    let renewals = HeadWords("必须 应当 应该 决定 准备 今后 我们要 我们将 我们还要 都要 还要 也要 仍要 仍然要")
    /// What a sentence says of the clauses before it.
    let asides = HeadWords(",这是 ,这就是 ,所有这些 ,这些都")
    let states = HeadWords("不同 不够 进一步开展起来 以外 之外 很高 很低 很大 很多 较低 较高 模糊 严重 薄弱 落后 不足 不高 不强 较差 很差 显著 有限 年内 障碍 投入生产 不严 不紧 不力")
    let attained = HeadWords("进展 突破 成效 成果 实效 进步 成绩 胜利"), attains = HeadWords("取得 实现 获得"),
        causes = HeadWords("推动 推进 促进 支持 助力 带动 引导 帮助 努力 力争 争取 服务 确保 保障")
    let ownGoals = HeadWords("目标 目标任务 任务 工作"), achievings = HeadWords("实现 完成 做好 达成 抓好")
    let spans = HeadWords("年时间 年左右时间 年的时间 年左右的时间 以后 之后 完成后 建成后 通过后 批准后 实施后 改造后 投产后 前提下 条件下 情况下 基础上 的同时 过程中 全面胜利 伟大胜利 新胜利 更大胜利 最后胜利 彻底胜利 的胜利 繁重 艰巨 紧迫 而奋斗 而斗争 而努力 的关键 的标志 第一年 第二年 第三年 第四年 第五年 最后一年")
    let takings = HeadWords("把 将"), turnings = HeadWords("改变为 改为 变为 转变为 改变成 变成 作为 当作 看作 提拔到 安排到 转移到 集中到 输送到 充实到")
    /// What a deed is done to, and what is done behind it: 对…，给予….
    let towards = HeadWords("对"), givings = HeadWords("实行 实施 给予 予以 采取 按 比照 一律"),
        deeds = HeadWords("进行 加强 开展 加大 完善 严格 加以 实行 实施 给予 予以 采取")
    /// How things go by themselves.
    let courses = HeadWords("继续显现 持续显现 逐步显现 日益显现 不断提高 不断增强 不断改善 明显提高 明显增强 明显改善 显著提高 显著增强 进一步巩固")
    /// What opens a sentence with a goal, where what it takes stands behind it: 要扩大茶山，最根本的是….
    let goalsAhead = HeadWords("要 我们要")
    let resumptions = HeadWords("仍然 仍 将 主要靠 关键 根本的 对于 也取得 已取得 除了 一般 大约")
    let outlooks = HeadWords("转变为")
    let effects = HeadWords("将起 负有 将会 可达 具有重大 具有重要 具有更重要 具有极其 将使 使我国国民经济")
    /// What people are called to make of themselves.
    let ownTargets = HeadWords("自己的 他们的专长 主人翁")
    let ourselves = HeadWords("我们 它们 他们")
    let people = HeadWords("们 人民 青年 工人 农民 职工 妇女 学生 知识分子 侨胞 同胞 群众 党员 公民 工商业者 战士 每个人 资本家 人士 成员 科学研究人员 工程技术人员 民主党派")
    /// What follows a topic: 建设…，必须….
    let duties = HeadWords("首先必须 当然必须 必须 要 应 应该 应当 需要 就 都要 首先要"), strictDuties = HeadWords("必须 首先必须 当然必须 就必须 首先要")
    let outcome = HeadWords("这也将 这还将 这将 这样就 这就 还将促进 还将有 还将使 也将促进 也将有 也将使 必将 势必 才能 就能 就可以 将使 将有力 将有效地 将促进 将推动 将大大 将极大 将对 将会 将起 将产生 将有助 将有利 将带来")
    let predicates = HeadWords(
        "最重要的是 最根本的是 最关键的是 最主要的是 还将促进 还将有 还将使 必将 势必 是 就是 都是 也是 既是 不仅是 具有 对于 关系到 关系着 意味着 有利于 有助于 离不开 关键在于 关键在 关键是 根本在于 重点在于 最终是 目的是 目的在于 取得了 也取得了 收到了 已经成为 已成为 已经开始 已开始 关系 根本的道路是 根本途径是 根本的途径是 根本的办法是 主要的办法是 根本出路在 出路在于 并不是 并非 一种办法 一个办法 而把")
    let judgements = HeadWords("任务 内容 要求 关键 前提 途径 保证 根本 基础 重点 责任 问题 标志 主线 举措 选择 使命 大事 方针")
    let essences = HeadWords("基础 保证 关键 前提 标志 保障")
    let announcements = HeadWords("""
        以下几 以下方 以下原 以下政 以下关 以下要 以下工 以下重 以下任 以下事 以下举 以下措 以下问 以下两 以下三 以下四 以下五 以下六 以下七 以下八 以下九 以下十 下列 如下 \
        几方面工作 方面工作 几项工作
        """)
    let outcomes = HeadWords("增长 提升至 提高到 提高至 提升到 降至 降到 下降 达到 达 超过 超 占")
    let means = HeadWords("以 通过 用")
    let frames = HeadWords("在 与 同 向 对 为 由 从 利用 依托 以 用 聚焦 围绕 针对 瞄准")
    let frameEnds = HeadWords(
        "要求 部署 原则 精神 思路 目标 方向 契机 指导 基础上 过程中 条件下 方针 工作中 下 中 上 前提下 方面 以后 时 时间里 之后 同时 抓手 重点 主线 目的 引领 牵引 为主 为主体 导向 为中心 为核心 为动力 为支撑 为保障 为基础 为统领 为根本 为纲 首要任务 战略任务 中心任务 根本任务 战略定位 来看 能力看 情况看 趋势看 方面看 后"
    )
    /// 以下一些问题, 在校的学生已经…: no frame of a deed.
    let facts = HeadWords("以及 以下 在校 以上 对于"), factSigns = HeadWords("为中心的 为主的 为目的的 为基础的 已经 将会有 具有 有着 的意义 的作用 存在着 还存在")
    let ends = HeadWords("支撑 动力 动能 保障 力量 条件 基础 活力 环境 氛围 空间 贡献 经验 引擎 源泉 后盾 遵循 支持 样板 示范 方案 路子")
    /// What asks others, and what opens an aim that the clauses behind it share.
    let hopes = HeadWords("希望 我们希望 也希望 还希望 殷切希望"), aims = HeadWords("有利于 有助于 以求 以便 以利于 以充分 以更好 以保证 来实现 来解决 来推动 来促进 来加强 来提高 来改变 来满足 来完成 来保证")
    /// What a clause behind others is for: 以增强….
    let betterments = HeadWords("""
        以提高 以增强 以适应 以促进 以防止 以保证 以满足 以减少 以推动 以改善 以实现 以加快 以降低 以扩大 以提升 以确保 以决定
        """)
    let sakes = HeadWords("是为了 为的是 目的是")
    /// What the last clause is for, rather than a deed.
    let finals = HeadWords("保证 带动 支撑 满足 增进 奋力")
    /// What people are stirred to do is no deed of the issuer.
    let stirrings = HeadWords("""
        激励人 激励广大 激励全 鼓励他们 鼓励人 鼓励广大 鼓励企业 鼓励公私 鼓励群众 教育人 教育广大 教育他们 教育群众 带领全 带领人 带领广大 带领群众 \
        协助企业 帮助群众 帮助广大 帮助他们 促使企业 促使他们 使我们的 使广大 使人民 使人们 使他们 使群众 使全体 号召 要求他们 纷纷要求 教育青年 教育工人 教育农民 教育职工 教育学生 教育社员 帮助农民 说服工 说服农 说服群 说服一切
        """)
    /// What opens a sentence with its purpose, and joins another to it.
    let purposesAhead = HeadWords("为了 为着 为使"), joins = HeadWords("并且 并")
    /// What tells the weight of a thing: 对全局有着重要意义.
    let significance = HeadWords("意义 作用 好处 影响"),
        havings = HeadWords("具有 有着 都有 起着 也有 将有 有重大 有重要 有极 有很 有十分 将产生 会产生 将发挥 会发挥")
    let weights = HeadWords("更加重要 十分重要 非常重要 极其重要 极为重要 至关重要")
    /// What stands before a time, and between people and what they must do.
    let atTime = UnitSet("在到"), alsoAll = UnitSet("都也")
    let creeds = HeadWords("科学发展观为指导 重要思想为指导 社会主义思想为指导 理论为指导 理论为指针")
    /// What announces a list of deeds.
    let lists = HeadWords("件事 件事情 件大事 件实事 项工作 项重点工作 项任务 个环节 个方面 方面工作")
    /// What stands before 是 where a statement is made.
    let beforeIs = UnitSet("也都就正")
    /// What follows from a condition: 就必须….
    let consequences = HeadWords("就不仅要 就不但要 就必须 就要 就应 就得")
    /// What is told in a plan: …将为, 由…增加到…, …都需要….
    let figures = HeadWords("将为 将达 将占 将由 将从 将有 就将 都需要 还得 共有一 共有二 共有三 共有四 共有五 共有六 共有七 共有八 共有九 共有十 共有1 共有2 共有3 共有4 共有5 共有6 共有7 共有8 共有9 缩减为"), froms = HeadWords("由 从 将由 将从"), changes = HeadWords("增加到 提高到 减少到 上升到 增长到 下降到 达到 发展到")
    let kinds = HeadWords("一项 一个 一种 我们 一件 当前")
    let reliefs = HeadWords("减负 纾困 纾困解难 解难 排忧解难 松绑 办实事 办好事")
    let purposes = HeadWords("为全面建 为现代化 为实现 为推动 为促进 为加快 为建设 为未来 为经济 为高质量 为构建 为推进 为国家 为了 为全国 为中国式 为改革 为我 为新 为保 为做 为发展 为着 为使")
    /// One bit for each unit that tells a report, modulo 64.
    let telling: UInt64 = [
        Unit.openQuote, Unit.closeQuote, Unit.openTitle, Unit.closeTitle, MeasureSentence.of, MeasureSentence.isWord,
        MeasureSentence.perfect,
    ].reduce(0) { $0 | 1 << UInt64($1 & 63) }
}
