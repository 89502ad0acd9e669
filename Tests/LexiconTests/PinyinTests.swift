import Testing

@testable import Lexicon

@Suite struct PinyinTests {
    @Test func everyCharacterOfTheTableHasAReading() {
        #expect(Pinyin.book.syllables.count > 400)
        #expect(Pinyin.readings(of: "纲") == [["gang"]])
        #expect(Pinyin.readings(of: "女率").map(\.first) == ["nv", "lv"])
        #expect(Pinyin.readings(of: "aＺ，") == [[], [], []])
        #expect(Pinyin.readings(of: "长")[0].sorted() == ["chang", "zhang"])
    }

    @Test(arguments: [
        ("重庆", "chong qing"), ("长江经济带", "chang jiang jing ji dai"), ("增长", "zeng zhang"), ("调查失业率", "diao cha shi ye lv"),
        ("协调", "xie tiao"), ("银行", "yin hang"), ("行政", "xing zheng"), ("会计", "kuai ji"), ("社会", "she hui"),
        ("重点", "zhong dian"), ("西藏", "xi zang"), ("厦门", "xia men"), ("六安", "lu an"), ("省长", "sheng zhang"),
    ])
    func wordsSettleReadings(word: String, spelled: String) {
        #expect(Pinyin.readings(of: word).map { $0[0] }.joined(separator: " ") == spelled)
    }

    @Test func everyWordOfTheTableIsRead() {
        #expect(Pinyin.book.words.count == Pinyin.words.split(separator: "\n").count)
        for word in Pinyin.book.words {
            for syllable in word.syllables { #expect(syllable < 420, "\(word.scalars)") }
        }
    }

    @Test(arguments: ["gdzc", "gdzctz", "gudingzichan", "gudingzichantouz", "gudingzc", "guding zichan", "固定zc", "gdzichan", "g", "gudzc"])
    func waysToBegin(typed: String) {
        #expect(PinyinPattern(typed)?.fit("固定资产投资") == .beginning)
    }

    @Test func otherFits() {
        func fit(_ typed: String, _ name: String) -> PinyinPattern.Fit? { PinyinPattern(typed)?.fit(name) }
        #expect(fit("gudingzichantouzi", "固定资产投资") == .whole)
        #expect(fit("chongqing", "重庆") == .whole)
        #expect(fit("zhongqing", "重庆") == nil)
        #expect(fit("cq", "重庆") == .beginning)
        #expect(fit("chq", "重庆") == .beginning)
        #expect(fit("zichan", "固定资产投资") == .inside)
        #expect(fit("gdtz", "固定资产投资") == .scattered)
        #expect(fit("gtz", "固定资产投资") == .scattered)
        #expect(fit("lvse", "绿色") == .whole)
        #expect(fit("luse", "绿色") == .whole)
        #expect(fit("lüse", "绿色") == .whole)
        #expect(fit("xi'an", "西安") == .whole)
        #expect(fit("rjsr", "（人均）收入") == .inside)
        #expect(fit("trgts", "targets") == .scattered)
        #expect(fit("zzz", "固定资产投资") == nil)
        #expect(PinyinPattern("") == nil)
        #expect(PinyinPattern(String(repeating: "a", count: 61)) == nil)
    }
}
