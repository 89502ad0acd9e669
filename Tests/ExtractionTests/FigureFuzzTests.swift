import Documents
import Extraction
import Lexicon
import Testing

/// Any text can be read: words of the lexicon, numbers and marks in any order never stop the reader, and every span holds.
@Suite struct FigureFuzzTests {
    @Test(arguments: 0..<40) func anyOrderOfWordsIsRead(seed: Int) {
        var random = SplitMix(seed: UInt64(seed))
        let pieces = Self.pieces
        var text = "2026年某省政府工作报告\n一、2025年工作回顾\n"
        for _ in 0..<600 { text += pieces[Int(random.next() % UInt64(pieces.count))] }
        let bytes = Array(text.utf8)
        let reading = TestData.reader.read(bytes, name: "2026-某省", path: "")
        for f in reading.figures {
            #expect(f.span.start < f.span.end && f.span.end <= bytes.count)
            #expect(!f.indicator.isEmpty)
            #expect(reading.string(f.span).utf8.count == f.span.count)
            // A figure's words stand in one sentence.
            if let s = f.sentence {
                #expect(reading.sentences[s].start <= f.span.start && f.span.end <= reading.sentences[s].end)
            }
        }
    }

    private static let pieces = [
        "，", "、", "。", "；", "（", "）", "“", "”", "\n", "的", "分别", "均", "从", "增长", "下降到", "达到", "超过", "高于", "同步", "与", "和", "5%", "4.5%—5%",
        "3万亿元", "120个", "八成", "2030年", "“十五五”时期", "今年", "左右", "以上", "学校", "居民收入", "工业增加值", "建成", "新增", "全国", "占", "比上年", "翻一番", "其中",
        "目标", "为", "重点项目", "1.2亿", "个百分点", "如果", "两", "万", "第", "2.1∶1", "5G", "一半", "企业", "覆盖率", "年均", "快于", "比", "预计", "减轻", "提高", "约",
    ]
}

struct SplitMix: RandomNumberGenerator {
    private var state: UInt64
    init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1 }
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
