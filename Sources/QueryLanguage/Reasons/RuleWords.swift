import Extraction

/// The rules of the reading in plain words.
extension Evidence.NameRule {
    var words: Message {
        switch self {
        case .given: Message("given as it stands", "直接给出")
        case .before: Message("the phrase before the number", "数前面的短语")
        case .listed: Message("one name of the list before the numbers", "数前面所列名称之一")
        case .counted: Message("what is counted, behind the number", "数后面所计的事物")
        case .share: Message("what takes which share of what", "何者占何者的多大比重")
        case .completed: Message("the phrase before the number, completed from what was named before", "数前面的短语，由前文所提补全")
        case .inherited: Message("named in an earlier clause; this one names nothing", "前一分句已点明；本分句没有名称")
        }
    }
}

extension Evidence.PeriodRule {
    /// `year` is that of the document.
    func words(year: Int?) -> Message {
        switch self {
        case .given: Message("given as it stands", "直接给出")
        case .sentence: Message("named in the sentence", "句中写明")
        case .announced: Message("set by the sentence that announced targets", "由宣布目标的句子定下")
        case .opening: Message("named where the paragraph, or one before it, opens", "本段或前一段开头写明")
        case .heading: Message("named in the heading above", "上方标题写明")
        case .part:
            Message(
                "by the part: plans are of the document's year\(year.map { " \($0)" } ?? ""), reviews of the year before",
                "由所在部分定：部署属文档当年\(year.map { "（\($0)年）" } ?? "")，回顾属上一年")
        case .reckoned: Message("reckoned from the sentence and its part of the document", "由句子及其所在部分推算")
        case .none: Message("nothing names a time", "没有写明时间")
        }
    }
}

extension Evidence.KindRule {
    func words(looksForward: Bool) -> Message {
        switch self {
        case .given: Message("given as it stands", "直接给出")
        case .part:
            looksForward
                ? Message("this part of the document plans", "这一部分作部署") : Message("this part of the document looks back", "这一部分作回顾")
        case .period:
            looksForward
                ? Message("its period lies ahead of the document", "时期在文档之后") : Message("its period lies behind the document", "时期在文档之前")
        case .word: Message("told by a word of the sentence", "由句中一个词得知")
        }
    }
}

extension Sign {
    var words: Message {
        switch self {
        case .unknown: Message("the lexicon does not know the indicator", "词库没有该指标")
        case .short: Message("its name is very short", "名称很短")
        case .long: Message("its name is long", "名称很长")
        case .listed: Message("one name of a list", "并列名称之一")
        case .counted: Message("the name stands behind the number", "名称在数之后")
        case .share: Message("a share", "占比")
        case .completed: Message("the name was completed", "名称是补全的")
        case .inherited: Message("the name comes from an earlier clause", "名称出自前一分句")
        case .verbless: Message("no verb before the number", "数前面没有动词")
        case .announcedTime: Message("the period comes from an earlier sentence", "时期出自前一句")
        case .openingTime: Message("the period comes from an opening", "时期出自段首")
        case .headingTime: Message("the period comes from a heading", "时期出自标题")
        case .partTime: Message("the period comes from the part of the document alone", "时期只由所在部分得出")
        case .reckonedTime: Message("the period was reckoned", "时期是推算的")
        case .before1978: Message("a document before 1978", "1978年以前的文档")
        case .before1994: Message("a document of 1978–1993", "1978–1993年的文档")
        case .before2004: Message("a document of 1994–2003", "1994–2003年的文档")
        case .before2014: Message("a document of 2004–2013", "2004–2013年的文档")
        case .before2024: Message("a document of 2014–2023", "2014–2023年的文档")
        case .undated: Message("a document without a year", "没有年份的文档")
        case .closing: Message("the last clause of its sentence", "位于句末")
        }
    }
}
