import Documents

/// The names in a list that shares a head or a beginning: 城镇、农村居民人均可支配收入.
enum ListedNames {
    /// `count`: the numbers that the list has, where it has several: 金融业、软件和信息服务业增加值 are two names for two numbers.
    static func split(_ name: [UInt16], count: Int = 1, grammar: Grammar) -> [[UInt16]] {
        // 零售业、餐饮业销售额(营业额): the other word for it is of the last alone.
        if count > 1, name.last == ")", let open = name.lastIndex(of: "("), open > 2, name.count - open <= 6,
            name[..<open].contains(Unit.enumerationComma)
        {
            return split(Array(name[..<open]), count: count, grammar: grammar)
        }
        // 总资产、存贷款余额 of three numbers; 汽车产销量
        for (both, each) in pairs {
            guard let at = name.firstRange(of: both), count > 1 || both == deposits && !name.contains(Unit.enumerationComma) else {
                continue
            }
            let start = name[..<at.lowerBound].lastIndex(of: Unit.enumerationComma).map { $0 + 1 } ?? 0
            let end = name[at.upperBound...].firstIndex(of: Unit.enumerationComma) ?? name.count
            let wholes = each.map { Array(name[start..<at.lowerBound]) + $0 + Array(name[at.upperBound..<end]) }
            let before = name[..<start].split(separator: Unit.enumerationComma).map(Array.init),
                behind = name[end...].split(separator: Unit.enumerationComma).map(Array.init)
            if count == 1 || before.count + behind.count + 2 == count { return before + wholes + behind }
        }
        let names = split(name, byWords: true, grammar)
        guard count > 1, names.count > count, name.contains(Unit.enumerationComma) else { return names }
        let fewer = split(name, byWords: false, grammar)
        return fewer.count == count ? fewer : names
    }

    /// `byWords`: at 和 and its like too, and not at 、 alone.
    private static func split(_ name: [UInt16], byWords: Bool, _ grammar: Grammar) -> [[UInt16]] {
        if let pair = townAndCountry(name) { return pair }
        if name.starts(with: threeSectors), name.count < 10 {
            // 一二三产增加值
            return threeSectors.prefix(3).map { [$0] + name[3...] }
        }
        var parts: [[UInt16]] = [[]]
        for (i, u) in name.enumerated() {
            // 、和与及, but not in 普及, 参与, 总和
            if u == Unit.enumerationComma || byWords && (u == "和" || u == "与" || u == "及") && (i == 0 || !bound.contains(name[i - 1])) {
                parts.append([])
            } else {
                parts[parts.count - 1].append(u)
            }
        }
        parts.removeAll { $0.isEmpty }
        // 接待游客、实现旅游收入: each has its own deed and no shared head.
        var areDeeds = false
        for i in parts.indices.dropFirst() where parts[i].count > 4 {
            if let m = grammar.trie.longestMatch(in: parts[i], at: 0), grammar.classes[Int(m.value)] == .verb {
                parts[i].removeFirst(m.length)
                areDeeds = true
            }
        }
        if areDeeds { return parts }
        guard parts.count > 1, let last = parts.last else { return [name] }
        if let halves = halvedWords(parts) { return halves }
        if let ends = sharedAttribute(parts) { return ends }
        // 城镇和农村人均消费
        if parts.count == 2, towns.contains(where: { parts[0].suffix(2).elementsEqual($0) }),
            countries.contains(where: { parts[1].starts(with: $0) }), parts[1].count > 2
        {
            return [parts[0] + parts[1][2...], parts[1]]
        }
        // 单位国内生产总值能耗和二氧化碳排放
        if parts[0].starts(with: perUnit), let value = parts[0].lastIndex(of: "值"), value < parts[0].count - 1 {
            for i in parts.indices.dropFirst() where !parts[i].starts(with: perUnit) { parts[i] = parts[0][...value] + parts[i] }
            return parts
        }
        // 游客、新增外资公司、免税品销售额: what is new is whole, and so are those beside it; 接待游客和旅游收入.
        let areWhole = !isNew(last) && parts.contains(where: isNew) || parts.dropLast().contains { receives.begins($0.span, 0, $0.count) }
        let given = parts[0]
        // 国家级、部级创新平台: the last says what they are.
        if let rank = parts[0].last, ranks.contains(rank), parts.dropLast().allSatisfy({ $0.count <= 4 && $0.last == rank }),
            let at = last.firstIndex(of: rank), at <= 4, last.count > at + 2
        {
            return parts.dropLast().map { $0 + last[(at + 1)...] } + [last]
        }
        // 民间投资、工业投资占比: sums that have no share of their own.
        if sharesOfSums.ends(last.span, 0, last.count), parts.dropLast().allSatisfy({ sums.ends($0.span, 0, $0.count) }) {
            // 非化石能源发电量、用电量占比
            let bare = last.dropLast(2), first = parts[0]
            let whole = (2...3).contains(bare.count) && first.count >= bare.count + 3 && first.last == bare.last
                && !first.suffix(bare.count).elementsEqual(bare) ? first.dropLast(bare.count) + last : last
            return parts.dropLast().map { $0 + last.suffix(2) } + [whole]
        }
        if !areWhole, var head = sharedHead(last, grammar) {
            // 甲湖、乙湖还湖面积: the words behind what all end in are shared.
            if let end = parts[0].last, placeEnds.contains(end),
                parts.dropLast().allSatisfy({ (2...5).contains($0.count) && $0.last == end }),
                let at = last.dropFirst().dropLast(head.count).firstIndex(of: end), at <= 5
            {
                head = Array(last[(at + 1)...])
            }
            // 养老金、城市低保、农村低保标准: what a member holds already is no part of what they share.
            for part in parts.dropLast() {
                if let n = (2...4).first(where: {
                    head.count >= $0 + 2 && part.count > $0 && part.suffix($0).elementsEqual(head.prefix($0))
                }) {
                    head.removeFirst(n)
                }
            }
            // 化学需氧量、氨氮减排量: a measure of its own, and yet reduced or let out.
            let isReduction = head.contains("减"), isDischarge = head[0] == "排"
            for i in parts.indices.dropLast()
            where isReduction
                ? !parts[i].contains("减") : !endsInHead(parts[i], grammar) || isDischarge && parts[i].suffix(3).elementsEqual(oxygenDemand)
            {
                // 茶机制造业 + 业增加值
                parts[i] +=
                    parts[i].last == "业" && head.starts(with: industry)
                    ? head.dropFirst(2) : head[0] == "业" && parts[i].last == head[0] ? head.dropFirst() : head[...]
            }
        } else if !areWhole, endsInMeasure(last) {
            // 炼铁、炼钢先进产能占比: what is alike shows where the shared words begin.
            var shared: ArraySlice<UInt16>?
            for i in parts.indices.dropLast() {
                let n = parts[i].count
                guard (2...4).contains(n), last.count >= n + 2, !endsInMeasure(parts[i]),
                    last[0] == parts[i][0] || last[n - 1] == parts[i][n - 1]
                else { continue }
                shared = last[n...]
                parts[i] += last[n...]
            }
            // 清洁能源、新能源装机占比: where their common end stands.
            if shared == nil, parts[0].count > 3, !endsInMeasure(parts[0]), let at = last.firstRange(of: Array(parts[0].suffix(2))),
                at.lowerBound > 0, at.upperBound + 2 <= last.count
            {
                shared = last[at.upperBound...]
            }
            // 新能源汽车、智能家电、智能手机零售额
            if let shared { for i in parts.indices.dropLast() where !endsInMeasure(parts[i]) { parts[i] += shared } }
        }
        // 对非洲、拉美市场出口: to whom.
        if parts[0].first == "对", parts[0].count > 2 {
            for i in parts.indices.dropFirst()
            where endsInHead(parts[i], grammar) && parts[i].count > 4 && parts[i][0] != "对"
                && parts[0].suffix(2).elementsEqual(parts[i].suffix(2))
            { parts[i].insert("对", at: 0) }
        }
        // 适龄儿童入园率和普惠率: the beginning is shared.
        let first = parts[0]
        for i in parts.indices.dropFirst() {
            let part = parts[i]
            // 基础设施投资、工业投资: whole already.
            let isWhole = sharedHead(part, grammar).map { $0.count >= 2 && given.suffix($0.count).elementsEqual($0) } ?? false
            if !isWhole, part.count <= 4, part.count >= 2, first.count >= part.count + 2, first.last == part.last,
                Self.measureEnds.contains(part[part.count - 1])
            {
                var beginning = Array(first.dropLast(part.count))
                if beginning.suffix(2).elementsEqual(part.prefix(2)) { beginning.removeLast(2) }  // 死亡事故起数和死亡人数
                parts[i] = beginning + part
            } else if part.count <= 4, first.count >= part.count + 3, endsInMeasure(first), let m = grammar.trie.longestMatch(in: part),
                m.length == part.count,
                grammar.classes[Int(m.value)] == .attribute
            {
                var beginning = first.dropLast(part.count)
                // 企业营业收入、利润
                if part.elementsEqual(profit), beginning.suffix(2).elementsEqual(business) { beginning = beginning.dropLast(2) }
                parts[i] = beginning + part  // 签约项目数与合同额
            }
        }
        return parts
    }

    private static let receives = HeadWords("接待 吸引")

    /// 中、高等职业学校 → 中等职业学校, 高等职业学校; 本外币存、贷款余额 → 本外币存款余额, 本外币贷款余额.
    private static func halvedWords(_ parts: [[UInt16]]) -> [[UInt16]]? {
        // 一、二、三产
        if parts.count > 2, let last = parts.last, last.count > 1, halves.contains(last[0]),
            parts.dropLast().allSatisfy({ $0.count == 1 && halves.contains($0[0]) })
        {
            return parts.dropLast().map { $0 + last.dropFirst() } + [last]
        }
        guard parts.count == 2, let half = parts[0].last, halves.contains(half), let other = parts[1].first, halves.contains(other),
            parts[1].count > 2
        else { return nil }
        let beginning = parts[0].dropLast()
        guard beginning.isEmpty || beginning.count > 2 else { return nil }
        return [parts[0] + parts[1].dropFirst(), beginning + parts[1]]
    }

    /// 财政用于科技、教育的支出 → 财政用于科技的支出, 财政用于教育的支出.
    private static func sharedAttribute(_ parts: [[UInt16]]) -> [[UInt16]]? {
        guard let last = parts.last, let of = last.lastIndex(of: "的"), (1...3).contains(last.count - of - 1),
            !parts.dropLast().contains(where: { $0.contains("的") }), let use = parts[0].firstRange(of: usedFor)
        else { return nil }
        let beginning = parts[0][..<use.upperBound], tail = last[of...]
        return parts.indices.map { i in (i == 0 ? [] : Array(beginning)) + parts[i] + (i == parts.count - 1 ? [] : Array(tail)) }
    }

    private static func isNew(_ name: [UInt16]) -> Bool { name.count > 3 && name[0] == "新" && FigureReader.newVerbs.contains(name[1]) }

    private static let sharesOfSums = HeadWords("占比 比重 份额"), sums = HeadWords("投资 收入 产值 增加值 支出 产量 营收 销售额 出口 出口额 贷款 发电量 用电量 装机")
    private static let profit = Array("利润".utf16), business = Array("营业".utf16)
    private static let threeSectors = Array("一二三产".utf16)
    private static let towns = ["城镇", "城市"].map { Array($0.utf16) }, countries = ["农村", "乡村"].map { Array($0.utf16) }
    private static let placeEnds = UnitSet("湖江河海山岛港市县区省州镇村")
    private static let oxygenDemand = Array("需氧量".utf16)
    private static let ranks = UnitSet("级类型"), industry = Array("产业".utf16)
    private static let perUnit = Array("单位".utf16)
    private static let halves = UnitSet("中高低初大小存贷进出长短内外上下一二三"), usedFor = Array("用于".utf16)

    /// 城乡居民收入 → 城镇居民收入, 农村居民收入; so 城、乡居民收入.
    private static func townAndCountry(_ name: [UInt16]) -> [[UInt16]]? {
        guard let at = bothResidents.lazy.compactMap({ name.firstRange(of: $0) }).first, at.upperBound < name.count,
            name[at.upperBound] != "基"
        else { return nil }
        let before = name[..<at.lowerBound], after = name[at.upperBound...]
        let residents = at.count > 4 && name[at.lowerBound + 2] == "常" ? permanentResidents : residents
        return [Array("城镇".utf16), Array("农村".utf16)].map { before + $0 + residents + after }
    }

    private static let bothResidents = ["城乡居民", "城、乡居民", "城乡常住居民"].map { Array($0.utf16) }
    private static let residents = Array("居民".utf16), permanentResidents = Array("常住居民".utf16)

    /// 城镇调查失业率和登记失业率稳定在5%: one number of two rates.
    static func areRates(_ name: [UInt16], _ q: Quantity) -> Bool {
        guard q.family == .percent, name.last == "率",
            let at = name.dropLast(2).firstIndex(where: { $0 == "和" || $0 == Unit.enumerationComma }), at > 2
        else { return false }
        return name[at - 1] == "率"
    }

    /// The longest head word that ends `name` and leaves something before it.
    static func sharedHead(_ name: [UInt16], _ grammar: Grammar) -> [UInt16]? {
        headStart(name, grammar).map { Array(name[$0...]) }
    }

    /// Where that word begins.
    private static func headStart(_ name: [UInt16], _ grammar: Grammar) -> Int? {
        let units = name.span, end = name.count
        for start in 1..<max(2, end) {
            if let m = grammar.trie.longestMatch(in: units, at: start, limit: end), start + m.length == end,
                grammar.words[Int(m.value)].isHead
            {
                return start
            }
        }
        return nil
    }

    static func endsInHead(_ name: [UInt16], _ grammar: Grammar) -> Bool {
        headStart(name, grammar) != nil || name.last.map { Self.measureEnds.contains($0) } == true && name.count >= 4
    }

    static func endsInMeasure(_ name: [UInt16]) -> Bool { name.last.map { endsInMeasure($0) } == true }

    static func endsInMeasure(_ last: UInt16) -> Bool { measureEnds.contains(last) }

    private static let deposits = Array("存贷款".utf16)
    private static let pairs = [(deposits, ["存款", "贷款"]), (Array("产销量".utf16), ["产量", "销量"])].map { both, each in
        (both, each.map { Array($0.utf16) })
    }
    private static let bound = UnitSet("普涉参总饱缓柔温惠触危波")
    private static let measureEnds = UnitSet("率额量数值入资度积重比费")
}
