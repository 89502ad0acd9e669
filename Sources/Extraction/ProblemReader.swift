import Documents

/// A weakness admitted, as read, in units of the text.
public struct ProblemFound: Sendable, Hashable {
    public var range: Range<Int>
    /// Index in `Outline.headings` of the heading it stands under.
    public var heading: Int?
    /// Index in `Outline.paragraphs`.
    public var paragraph: Int
}

/// Reads the weaknesses that a document admits.
///
/// An admission begins at the sentence that turns to it (我们也清醒看到, 还存在不少问题) and ends with the paragraph, or before it
/// where a sentence turns to what is to be done. What it goes through is one problem for each group of clauses between ； and 。 that
/// says by itself what is wanting (不足, 仍然薄弱, 难度加大); the sentence that only announces, what was achieved beside it and the promise
/// to solve it are none. A list goes on in paragraphs with ordinals and dashes.
public struct ProblemReader: Sendable {
    public init() {}

    public func read(_ text: SourceText, _ outline: Outline, _ parts: DocumentParts) -> [ProblemFound] {
        let units = text.units
        var found: [ProblemFound] = []
        var heading = 0, isAdmitting = false
        for (i, paragraph) in outline.paragraphs.enumerated() {
            while heading < outline.headings.count, outline.headings[heading].range.lowerBound <= paragraph.range.lowerBound {
                heading += 1
            }
            let isListed = parts.paragraphs[i] == .problems
            guard isListed || paragraph.role == .body && Words.awareness.occurs(in: units, paragraph.range) else {
                isAdmitting = false
                continue
            }
            isAdmitting = isAdmitting && isListed
            for sentence in groups(units, paragraph.range, until: Unit.endsSentence) {
                // Judged by what follows the turn: 取得了成绩，但也要清醒看到….
                let turn = turn(units, sentence, isPassing: !isListed, isPlan: !isListed && parts.sections[i] == .plan),
                    start = isAdmitting ? nil : turn
                if turn != nil { isAdmitting = true }
                guard isAdmitting else { continue }
                if turn == nil, turnsAway(units, sentence) {
                    isAdmitting = false
                    continue
                }
                let before = found.count
                for group in groups(
                    units, (start ?? sentence.lowerBound)..<sentence.upperBound, until: { $0 == Unit.semicolon || $0 == Unit.colon })
                {
                    // What stands before a colon announces what follows.
                    if group.upperBound < sentence.upperBound, units[group.upperBound] == Unit.colon { continue }
                    // What is counted up in the list is one by its place, whatever its words.
                    let isItem = isListed && HeadingMarker.item(units, at: group.lowerBound, end: group.upperBound) != nil
                    let group = trimmed(units, group)
                    if isWeakness(units, group, isItem: isItem) {
                        found.append(ProblemFound(range: group, heading: heading > 0 ? heading - 1 : nil, paragraph: i))
                    }
                }
                // A paragraph on other things turns back to them without saying so.
                if !isListed, turn == nil, found.count == before { isAdmitting = false }
            }
        }
        return found
    }

    /// The pieces of a range between units that end one; empty ones left out.
    private func groups(_ units: [UInt16], _ range: Range<Int>, until ends: (UInt16) -> Bool) -> [Range<Int>] {
        var pieces: [Range<Int>] = [], start = range.lowerBound
        for k in range where ends(units[k]) {
            if k > start { pieces.append(start..<k) }
            start = k + 1
        }
        if start < range.upperBound { pieces.append(start..<range.upperBound) }
        return pieces
    }

    /// Where a sentence begins to admit weaknesses, if it does. `isPassing`: in a paragraph on other things, where only weaknesses of the
    /// work or of the whole count (工作中还有缺点), not those of anything (食堂还存在问题).
    private func turn(_ units: [UInt16], _ sentence: Range<Int>, isPassing: Bool, isPlan: Bool) -> Int? {
        guard !Words.abroad.occurs(in: units, sentence) else { return nil }
        // In a plan to see clearly is also a task.
        if !isPlan, let sober = Words.sober.first(in: units, sentence) { return sober }
        var at = sentence.lowerBound
        while let sign = Words.awareness.first(in: units, at..<sentence.upperBound) {
            at = sign + Words.awareness.length(in: units, at: sign, end: sentence.upperBound)
            let clause = clause(units, holding: sign, in: sentence)
            // 针对存在的问题, 克服面临的困难; 面临困难的时候 tells of what was.
            guard !Words.answers.occurs(in: units, clause.lowerBound..<sign), !Words.whiles.occurs(in: units, clause) else { continue }
            let end =
                clause.upperBound < sentence.upperBound && Words.seeing.begins(units, sign..<sentence.upperBound)
                ? min(sentence.upperBound, at + 60) : clause.upperBound
            guard let noun = Words.weaknesses.last(in: units, at..<max(at, end)) else { continue }
            if Words.amounts.occurs(in: units, clause.lowerBound..<noun), !isPassing || Words.general.occurs(in: units, clause) {
                return clause.lowerBound
            }
        }
        if !isPassing, let naming = Words.namings.first(in: units, sentence) {
            return clause(units, holding: naming, in: sentence).lowerBound
        }
        return nil
    }

    private func clause(_ units: [UInt16], holding at: Int, in sentence: Range<Int>) -> Range<Int> {
        func parts(_ u: UInt16) -> Bool { u == Unit.comma || u == Unit.semicolon || u == Unit.colon }
        var start = at, end = at
        while start > sentence.lowerBound, !parts(units[start - 1]) { start -= 1 }
        while end < sentence.upperBound, !parts(units[end]) { end += 1 }
        return start..<end
    }

    /// Whether a sentence turns to what is to be done, or was.
    private func turnsAway(_ units: [UInt16], _ sentence: Range<Int>) -> Bool {
        let sentence = trimmed(units, sentence)
        return Words.resolves.begins(units, sentence)
            || Words.answers.begins(units, sentence) && Words.weaknesses.occurs(in: units, sentence)
                && Words.imperatives.occurs(in: units, sentence)
    }

    /// Without 比如, 主要是, 二是, —— and what turns to the weaknesses (我们也清醒认识到).
    private func trimmed(_ units: [UInt16], _ group: Range<Int>) -> Range<Int> {
        var start = group.lowerBound
        if let turn = Words.turns.last(in: units, start..<min(group.upperBound, start + 60)) {
            start = turn + Words.turns.length(in: units, at: turn, end: group.upperBound)
        }
        trim: while start < group.upperBound {
            if units[start] == Unit.comma || units[start] == "-" || units[start] == " " { start += 1; continue }
            let link = Words.links.length(in: units, at: start, end: group.upperBound)
            if link > 0 { start += link; continue }
            if let marker = HeadingMarker.item(units, at: start, end: group.upperBound) { start = marker.end; continue }
            break trim
        }
        return start..<group.upperBound
    }

    private func isWeakness(_ units: [UInt16], _ group: Range<Int>, isItem: Bool) -> Bool {
        guard group.count >= 6, !Words.resolves.begins(units, group), !Words.remedies.occurs(in: units, group) else { return false }
        // 针对…问题，我们持续深化改革 answers it.
        if Words.answers.begins(units, group), Words.deeds.occurs(in: units, group) { return false }
        guard let faults = withoutAnnouncement(units, group) else { return false }
        let fault = Words.faults.first(in: units, faults)
        if let imperative = Words.imperatives.first(in: units, faults), imperative < fault ?? .max { return false }
        return fault != nil || isItem
            || Words.troubles.occurs(in: units, faults) && Words.degrees.occurs(in: units, faults)
                && !Words.overcomings.occurs(in: units, faults)
    }

    /// The clauses that say which weaknesses there are: without last ones that say only that there are some (工作中还存在不少问题和不足).
    private func withoutAnnouncement(_ units: [UInt16], _ group: Range<Int>) -> Range<Int>? {
        var end = group.upperBound
        while Words.shortcomings.ends(units, group.lowerBound..<end) {
            var start = end
            while start > group.lowerBound, units[start - 1] != Unit.comma { start -= 1 }
            let last = start..<end
            guard Words.amounts.occurs(in: units, last),
                last.count <= 45 && Words.general.occurs(in: units, last) || last.count <= 16 && Words.opensGenerally.begins(units, last)
            else { break }
            guard start - 1 > group.lowerBound else { return nil }
            end = start - 1
        }
        return group.lowerBound..<end
    }

    private enum Words {
        static let sober = PhraseSet("清醒认识 清醒地认识 清醒看到 清醒地看到 清醒的认识 清醒的看到 清醒意识 深深感到")
        static let awareness = PhraseSet("清醒 看到 认识到 意识到 正视 承认 坦诚 存在 面临 还有 仍有 发现 问题也不容忽视 问题不容忽视 问题不可忽视 问题是 问题之一是 问题仍然是 问题在于 缺点是 困难是 深深感到")
        static let seeing = PhraseSet("看到 认识到 意识到 正视 承认 发现 坦诚")
        /// What is wanting is named in the same breath.
        static let namings = PhraseSet("问题也不容忽视 问题不容忽视 问题不可忽视 问题是 问题之一是 问题仍然是 问题主要是 问题在于 缺点是 主要困难是 突出矛盾是")
        static let weaknesses = PhraseSet("困难 问题 不足 短板 差距 缺点 失误 错误 挑战 薄弱 矛盾 弊病 漏洞 弊端 隐患 因素 风险")
        /// The announcement is about ties with others.
        static let abroad = PhraseSet("两国 关系正常化 帝国主义 霸权主义 社会主义国家 资本主义国家 中美 中日 中苏 对华 台湾 裁军 各国人民 敌我矛盾 人民内部矛盾 国际争端 边界 国际环境 世界人民 西方国家")
        static let answers = PhraseSet("针对 对存在 对于存在 对这些 对于这些 面对 应对 解决 克服 战胜 处理 化解 破解 消除 研究 纠正 虽然 尽管 曾 过去 当年 去年发展 对照 没有")
        static let whiles = PhraseSet("的时候 之际 情况下 以后 吓倒 形势下 环境下 条件下")
        static let deeds = PhraseSet("我们 采取 实施 推进 推动 深化 加快 开展 出台 国务院 完善 制定 建立")

        static let turns = PhraseSet("认识到 清醒认识 看到 意识到 深深感到")
        static let links = PhraseSet("比如 例如 如 主要是 主要有 主要表现在 主要表现为 突出表现在 突出的是 特别是 同时 此外 另外 一方面 另一方面 还有 的是 , 第一 第二 第三 第四 第五 但是 但")
        static let resolves = PhraseSet("""
            我们必须 我们要 我们将 我们一定 我们坚信 我们有信心 我们相信 我们完全 我们决 我们绝 我们应 我们已 我们有 对此 对这些 对于这些 对存在 针对这些 面对这些 这些问题 要高度重视 必须高度 必须采取 一定要 以上问题 这些都 这些矛盾 \
            所有这些 今后 下一步 在今后 在肯定 在看到 同志们 各位代表 民之所望 要 必须 应当 应该 各级政府要 各级政府必须 政府要 困难越 越是 只要
            """)
        static let remedies = PhraseSet(
            "加以解决 认真解决 着力解决 切实解决 予以解决 努力解决 有力措施 决不辜负 绝不辜负 不辜负 直面问题 迎难而上 加以改进 问题也不容忽视 问题不容忽视 只要我们 充分做好 坚决改进 努力改进 认真研究 下大力气解决 掉以轻心 一系列措施 高度重视"
        )
        static let imperatives = PhraseSet("必须 我们要 一定要 务必 我们将 要先从 不能改变 决不能 绝不能 坚决")
        static let amounts = PhraseSet("不少 一些 许多 诸多 很多 很大 不小 存在 面临 仍 还 也有 某些 这样那样 种种 多重 不容忽视 不可忽视")
        static let shortcomings = PhraseSet("问题 不足 困难 短板 挑战 困难和问题 问题和不足 困难和挑战 差距 风险 矛盾 缺点 失误 矛盾和问题 薄弱环节 弱项 不满意的地方")
        /// What an announcement is about.
        static let general = PhraseSet(
            "工作中 政府工作 发展中 发展面临 发展还面临 发展仍面临 前进 道路 我们 经济社会发展 经济社会生活 经济生活 社会生活 经济运行 经济发展 我国 我省 我市 我区 全省 全市 全区 我县 形势 老问题")
        static let opensGenerally = PhraseSet("还 仍 也 存在 面临")

        /// Words that say by themselves that something is wanting.
        static let faults = PhraseSet("""
            不足 不够 不强 不高 不大 不合理 不协调 不平衡 不充分 不适应 不到位 不健全 不完善 不规范 不满意 不稳 不牢 不巩固 不优 不实 不严 不力 不匹配 不同步 不准 不畅 不广 不好 不作为 不担当 不佳 \
            不尽如人意 不理想 不深 不紧 不全 不齐 不多 不灵 不明 不清 不旺 不快 不均 不当 不正之风 不良 不廉 不勤 不及预期 不相适应 不符 不利于 不容忽视 不容乐观 不周 不可持续 不安全 不确定 跟不上 压缩不下 得很不 不可低估 未形成 未根本 未完全 \
            未能 尚未 尚待 还没有 没有得到 没有根本 没有改变 没有理顺 没有很好 没有完成 没有实现 没有达到 未能实现 没有落实 没有认真 没有及时 没有能够 重视不 注意不 \
            有待 亟待 亟需 尚需 还需 仍需 仍须 尚须 还须 需要加强 需要进一步 需要提高 需要巩固 还要加大 还要下 还要补 还要进一步 还要多年 还要花 任务艰巨 艰巨 繁重 较重 任务重 任务还 紧迫 任重道远 更为迫切 持续用力 攻坚期 \
            滞后 薄弱 脆弱 粗放 落后 缓慢 迟缓 乏力 疲弱 偏弱 偏低 偏高 偏大 偏多 偏少 偏紧 偏小 偏慢 偏重 过快 过大 过高 过多 过剩 过长 过猛 过热 过度 过于 过窄 总量不 \
            紧张 短缺 缺乏 缺少 匮乏 失衡 失调 混乱 恶化 严重 严峻 突出 尖锐 难度 难以 难于 较难 困难 下行压力 压力 负担重 负担过重 赤字 亏损 积压 浪费 贪污 腐败 官僚主义 形式主义 弄虚作假 铺张 违法 违规 违反 拖欠 事故 事件 \
            屡禁不止 时有发生 屡有发生 仍有发生 仍存在 依然存在 仍然存在 还存在 存在着 隐患 堵点 卡点 短板 弱项 欠账 差距 缺点 失误 偏差 漏洞 弊病 意见较多 意见还 供不应求 脱节 重复建设 盲目 松懈 松弛 下滑 萎缩 抬头 蔓延 加剧 \
            反弹 走低 减产 上学难 看病难 办事难 融资难 上学贵 看病贵 令人痛心 教训 制约 约束 低下 低端 老化 陈旧 分化 硬骨头 较差 很差 效益差 质量差 涨幅过 上涨过 上涨较多 高位 高位运行 连续出现 乱收费 乱摊派 推诿 挪用 官商 失信 失职 重负 贫困面 障碍 多发 频发 \
            堪忧 根基不 冲击 深层次 提高不 增加不 下降不 消耗多 消耗高 消耗大 消耗过 污染重 代价过大 成本高 成本上升 低水平 水平低 效率低 效益低 比重低 逐年下降 有所下降 贸易摩擦 保护主义 危机 动荡 震荡 隐性 外流 流失 质量下降 滋长 滋生 脱离群众 脱离实际 占比高 知名品牌少
            """)
        /// What may be wanting, where the words say that it still is or is more.
        static let troubles = PhraseSet("问题 矛盾 风险 挑战 不稳定 通货膨胀 污染 疫情 需求收缩 意见 失业 下岗 收入差距 弊端 因素")
        static let degrees = PhraseSet("仍 依然 还 尚 更 较 不少 加大 增多 上升 增加 存在 面临 潜在 凸显 相当 不小 越来越 比较 发生 上涨 多")
        static let overcomings = PhraseSet("克服 战胜 化解了 解决了 成功 有效应对 得到解决 得到缓解 得到改善 取得 迎刃而解 吓倒")
    }
}
