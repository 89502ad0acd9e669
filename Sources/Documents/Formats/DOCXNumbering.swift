/// The automatic numbers of Word paragraphs (ECMA-376 part 1, 17.9): 一、（一）1. stand in `word/numbering.xml` and not in the text, and
/// are counted on through the document.
struct DOCXNumbering {
    private struct Level {
        var start = 1
        var format = "decimal"
        /// `%1、`: %1 stands for the number of the first level.
        var text: String?
        /// All numbers in Arabic digits (`isLgl`).
        var isLegal = false
        var style: String?
    }

    private struct List {
        var abstract: String
        var starts: [Int: Int] = [:]
    }

    /// Levels by the id of their definition, lists by their number.
    private var definitions: [String: [Int: Level]] = [:]
    private var lists: [String: List] = [:]
    /// What has been counted so far, by definition: lists of one definition count on together.
    private var counted: [String: [Int: Int]] = [:]
    private var restarted: Set<String> = []

    init() {}

    init(_ markup: Markup) {
        let nodes = markup.nodes
        func value(_ name: String, in node: Int) -> String? {
            markup.children(of: node).first { nodes[$0].name == name }.map { nodes[$0].attribute("val") ?? "" }
        }
        func level(_ i: Int) -> Level {
            var level = Level()
            level.start = value("start", in: i).flatMap { Int($0) } ?? 1
            level.format = value("numFmt", in: i) ?? "decimal"
            level.text = value("lvlText", in: i)
            level.isLegal = value("isLgl", in: i).map { $0 != "0" && $0 != "false" } ?? false
            level.style = value("pStyle", in: i)
            return level
        }
        for i in nodes.indices {
            if nodes[i].name == "abstractNum", let id = nodes[i].attribute("abstractNumId") {
                for child in markup.children(of: i) where nodes[child].name == "lvl" {
                    if let depth = nodes[child].attribute("ilvl").flatMap({ Int($0) }) {
                        definitions[id, default: [:]][depth] = level(child)
                    }
                }
            } else if nodes[i].name == "num", let id = nodes[i].attribute("numId"), let abstract = value("abstractNumId", in: i) {
                var list = List(abstract: abstract)
                for child in markup.children(of: i) where nodes[child].name == "lvlOverride" {
                    guard let depth = nodes[child].attribute("ilvl").flatMap({ Int($0) }) else { continue }
                    list.starts[depth] = value("startOverride", in: child).flatMap { Int($0) }
                }
                lists[id] = list
            }
        }
    }

    /// Where a paragraph stands in a list.
    struct Place {
        var list: String?
        var depth: Int?
    }

    /// The number of the next paragraph at a place, as it is printed; nil for bullets and for what is no list. `style` is the
    /// paragraph's, which may name the level.
    mutating func next(_ place: Place, style: String?) -> String? {
        guard let id = place.list, let list = lists[id], let levels = definitions[list.abstract] else { return nil }
        let depth = place.depth ?? levels.first { $0.value.style != nil && $0.value.style == style }?.key ?? 0
        guard let level = levels[depth] else { return nil }
        var counts = counted[list.abstract] ?? [:]
        if let start = list.starts[depth], restarted.insert("\(id)/\(depth)").inserted {
            counts[depth] = start
        } else {
            counts[depth] = counts[depth].map { $0 + 1 } ?? level.start
        }
        for deeper in counts.keys where deeper > depth { counts[deeper] = nil }
        counted[list.abstract] = counts
        guard level.format != "bullet", level.format != "none", let text = level.text else { return nil }
        var label = ""
        var rest = Substring(text)
        while let c = rest.popFirst() {
            guard c == "%", let digit = rest.first, let n = digit.wholeNumberValue, n > 0 else {
                label.append(c)
                continue
            }
            rest.removeFirst()
            let of = levels[n - 1] ?? Level()
            label += Self.number(counts[n - 1] ?? of.start, level.isLegal ? "decimal" : of.format)
        }
        return label.isEmpty ? nil : label
    }

    /// A number in a format of ECMA-376 (17.18.59 ST_NumberFormat).
    static func number(_ n: Int, _ format: String) -> String {
        switch format {
        case "chineseCounting", "chineseCountingThousand", "japaneseCounting", "taiwaneseCounting", "taiwaneseCountingThousand",
            "koreanCounting":
            return chinese(n, Array("零一二三四五六七八九"), ["", "十", "百", "千"])
        case "chineseLegalSimplified": return chinese(n, Array("零壹贰叁肆伍陆柒捌玖"), ["", "拾", "佰", "仟"], always: true)
        case "ideographLegalTraditional": return chinese(n, Array("零壹貳參肆伍陸柒捌玖"), ["", "拾", "佰", "仟"], always: true)
        case "ideographDigital", "japaneseDigitalTenThousand", "taiwaneseDigital":
            return String(String(n).compactMap { $0.wholeNumberValue.map { Array("〇一二三四五六七八九")[$0] } })
        case "ideographTraditional": return (1...10).contains(n) ? String(Array("甲乙丙丁戊己庚辛壬癸")[n - 1]) : String(n)
        case "decimalEnclosedCircle", "decimalEnclosedCircleChinese": return scalar(0x2460, n)
        case "decimalEnclosedParen": return scalar(0x2474, n)
        case "decimalEnclosedFullstop": return scalar(0x2488, n)
        case "ideographEnclosedCircle": return (1...10).contains(n) ? scalar(0x3280, n) : String(n)
        case "decimalFullWidth", "decimalFullWidth2":
            return String(String(n).compactMap { $0.wholeNumberValue.map { Array("０１２３４５６７８９")[$0] } })
        case "decimalZero": return n < 10 ? "0\(n)" : String(n)
        case "upperLetter", "lowerLetter":
            guard n > 0, n <= 26 * 30 else { return String(n) }
            let letters = Array(format == "upperLetter" ? "ABCDEFGHIJKLMNOPQRSTUVWXYZ" : "abcdefghijklmnopqrstuvwxyz")
            return String(repeating: letters[(n - 1) % 26], count: (n - 1) / 26 + 1)
        case "upperRoman": return roman(n)
        case "lowerRoman": return roman(n).lowercased()
        default: return String(n)
        }
    }

    private static func scalar(_ first: UInt32, _ n: Int) -> String {
        guard (1...20).contains(n), let scalar = Unicode.Scalar(first + UInt32(n) - 1) else { return String(n) }
        return String(Character(scalar))
    }

    /// Up to 9,999; 十 and not 一十 below 20, unless `always`.
    private static func chinese(_ n: Int, _ digits: [Character], _ places: [String], always: Bool = false) -> String {
        guard (1...9999).contains(n) else { return n == 0 ? String(digits[0]) : String(n) }
        if !always, n < 20, n >= 10 { return places[1] + (n > 10 ? String(digits[n - 10]) : "") }
        var text = "", zero = false
        for power in (0...3).reversed() {
            let digit = n / [1, 10, 100, 1000][power] % 10
            if digit == 0 {
                zero = !text.isEmpty
            } else {
                if zero { text.append(digits[0]) }
                zero = false
                text += String(digits[digit]) + places[power]
            }
        }
        return text
    }

    private static func roman(_ n: Int) -> String {
        guard (1...3999).contains(n) else { return String(n) }
        var left = n, text = ""
        for (value, letters) in [
            (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"),
            (5, "V"),
            (4, "IV"), (1, "I"),
        ] {
            while left >= value {
                text += letters
                left -= value
            }
        }
        return text
    }
}
