/// Words of questions that say nothing of what is asked for. A new one is a word here, in the row it belongs to.
enum LittleWords {
    static let rows: [String] = [
        // What is wanted of whoever answers.
        """
        列举 罗列 盘点 梳理 归纳 整理 整理一下 举出 举例 顺便 顺便问一下 麻烦问下 问下 请问一下 请教一下 我要 我想 我想看 我想查 我想问 我想了解 \
        我需要 需要知道 有劳 帮我查 帮我看 帮我看看 帮我找 帮我列 给我看看 给我查 给我讲讲 讲讲 说一说 谈谈 聊聊 想请教 我家 既 既要 花 花了 花掉 一点 点儿 谢谢 谢谢您 谢谢了 多谢 \
        感谢 辛苦 辛苦了 拜托 拜托了 劳驾 您好 你好 了解 了解一下 想了解 找找 想要 想知道 知道 请问 请教 麻烦 帮我 帮忙 给我 看看 看一下 查询 查一下 \
        查查 找出 列出 列一下 显示 告诉 告诉我 说说 统计 统计一下 汇总 一览 清单 列表 名单 想看 想查 看一看 瞧瞧 请列 请给 想问 问一下 我看看 帮忙查 \
        查下 看下
        """,
        // Characters between words.
        """
        发 起 嘅 咗 嗰 词 点 推 推一推 篇 建 带 娃 产 好 修 曾 哈 嘞 的 了 呢 啊 吧 呀 嘛 哦 地 得 着 过 被 把 将 要 会 能 应 需 想 请 给 我 你 您 它 其 这 那 都 也 还 就 \
        才 只 再 很 较 更 约 新 有 是 为 在 里 中 内 下 对 从 由 向 以 于 用 来 去 到 至 所 之 等 些 看 查 找 列 说 讲 设 定 拟 抓 搞 做 干 办 写 \
        报 值 年 时 共 全 多 排 位 名 度 呈 叫 提 家 帮 呗 咧 嗯
        """,
        // A table is what is answered with.
        """
        表 表格 一张表 列表 规模
        """,
        // Verbs, times and turns of speech.
        """
        给出 发放 对照 对照表 国务院 承认 承认了 坦承 正视 量化 可量化 定量 哪里找 两会 总理 省长 市长 领导 后来 后续 \
        之后来 出现 出现过 出现了 写进 写进了 写入 写入了 提的 提得 定得 见于 见诸 一词 这个词 这词 字样 字眼 这一提法 这个提法 这个说法 些啥子 \
        一篇 一份 一段 稿子 文章 选题 论文 据说 听说 话说 其实 大致 基本上 特别是 尤其 尤其是 比如 例如 按理说 今年度 年里 这几年里 咱们的 全国人大 \
        呀呀 来着 着呢 的话 一直 都在 都有哪些 主要有 一共是 总共是 各有 各自的 各自有 两地 三地 四地 两省 三省 四省 两市 三市 四市 两个地方 文中 \
        文里 文章中 孩子 家里 政府 省政府 市政府 各级政府 的事 的事儿 事儿 好的 曾经 来看看 大家 以外 之外 可以 应该 需要 他们 它们 其中 这些 那些 \
        这个 那个 大概 大约 到底 究竟 具体 主要 重点 重要 新的 存在 里面 对于 等等 一些 一下 提出 提出了 制定 制定了 设定 设定了 设了 定了 定的 采取 \
        采取了 推出 推出了 出台 出台了 部署了 明确 明确了 规划 规划了 确定 确定了 准备 计划 开展 实施 支撑 用于 为了 设立 写了 写的 写着 呈现 公布 \
        公布了 发布 发布了 报的 水平 方面的 全年 年度 时候 期间 时期 总共 一共 共有 现在 目前 当前 里的 上的 属于 来自 收录 收录了 系统 库里 库中 \
        手头 对应 相应 所有 全部 整个 各项 一个 分布 分别是 分别有 设置 要求 预计 力争 确保 努力 争取 比例 大的 需求 做好 还是 如下 之中 当中 另外 \
        还要 远景 长远 中期 近期 新开工 开工 增强 维护 做强 做优 做大 引导 落实好 要建 要修 要造 要办 新增 控制 调控 管控 意思 含义 定义 意义 不错 \
        情形 状况 下来 起来 出来 提了 提过 提到过 沿线 沿岸 经济工作 经济社会发展 国民经济和社会发展 排列 做得 干得 抓得 好不好 事关 自己 自己的 号称 总的 一般 通常 分别为 各是 各为 都是 都要 都有 能不能 可不可以 \
        那么 那边 这边 关于 具体是 具体有 一共有 集中 降到 降至 下降到 下降至 降低到 降低至 减到 减至 提高到 提升到 增加到 增长到 增至 上升到 升到 升至 扩大到 压到 回落到 集中在 集中于 集中体现在 体现在 涉及到的 的话题 会是 一共会 到底是 是啥 都包括 包括 包含了 \
        各级 服务于 支撑着 靠 依靠 凭 生产 生产了 产了 出产 再 里边 里头 数据上
        """,
        // English.
        """
        whose new admit admits admitted acknowledge acknowledges say says said state states expect expects expected need needs want wants use used \
        using per_cent year's province's hi hello hey thanks thank_you plz pls serve serves serving support supports supporting underpin underpins \
        create creates creating created build builds building add adds adding generate introduce back backs their his her right now currently so far please_list the a an of in for at to its is are was were be been will would can could \
        should please me my us we you it that this those these there them as s how_about value level all set sets setting plan plans planned planning \
        made make take took taken does give gives given named had most_recent main major principal what_about how_about get see know doing provide provided got aimed aiming among look like set_by
        """,
        // Marks.
        """
        。 ！ … — · 《 》 〈 〉 ‘ ’ ~ / & ? ! . ; : ( ) " '
        """,
    ]

    /// Words that would narrow what is asked for, which the language has nothing for: they are named where they stand.
    static let weighty =
        """
        约束性 约束性指标 约束性目标 预期性 预期性指标 预期性目标 连续 连续多年 最新 最新的 再次 只有 仅有 仅 唯一 独有 独家 共同 联合 共有的 都有的 最重要 最重要的 最关键 最关键的 最主要 最主要的 最核心 最核心的 最突出 最突出的 首要 首要的 头等 \
        同时提到 都提到 都提 都提了 都提到了 only_one common jointly most_important unique
        """

    /// Words of the texts that consist of little characters.
    static let ofTexts = "新建 稳增长 保增长 促增长 共建 产能 去产能 内需 地下 应用 更新 内地 排查 全会 用地 定位 起点 地位 新设 报名"

    /// Words that say nothing of what is asked for, but that something is done.
    static let deeds =
        """
        促进 推进 推动 加强 发展 落实 支持 保障 解决 改善 提升 完善 应对 处理 治理 保护 修复 防范 化解 破解 壮大 激发 释放 拓展 拉动 带动 鼓励 培育 \
        扩大 深化 强化 稳定 稳住 稳 建设 优化 健全 构建 打造 改革 振兴 上马
        """
}
