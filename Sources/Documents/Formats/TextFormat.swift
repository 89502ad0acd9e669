/// Plain text and Markdown in UTF-8 or one of the encodings of Chinese text.
enum TextFormat: InputFormat {
    static let name = "text"

    static func recognises(_ bytes: [UInt8]) -> Bool { true }

    static func text(of bytes: [UInt8]) throws(Unreadable) -> [UInt8] {
        let text = try TextEncoding.utf8(bytes)
        // A page in UTF-16 shows itself only now.
        return text.count != bytes.count && HTMLFormat.recognises(text) ? try HTMLFormat.text(of: text) : text
    }
}

/// Finds out how a text is encoded.
enum TextEncoding {
    /// The text in UTF-8, itself where it is. `declared` is the encoding that the document names for itself, if it does.
    static func utf8(_ bytes: [UInt8], declared: String? = nil) throws(Unreadable) -> [UInt8] {
        if bytes.starts(with: [0xFF, 0xFE]) { return try converted(bytes.dropFirst(2), from: "UTF-16LE") }
        if bytes.starts(with: [0xFE, 0xFF]) { return try converted(bytes.dropFirst(2), from: "UTF-16BE") }
        guard let fault = TextCheck.fault(in: bytes) else { return bytes }
        if let declared, let decoded = try? ForeignCode.utf8(bytes, from: declared), decoded.broken * 100 <= bytes.count {
            return decoded.text
        }
        let zeros = bytes.prefix(sample).contains(0)
        let candidates = zeros ? ["UTF-16LE", "UTF-16BE"] : ["GB18030", "BIG5-HKSCS"]
        var best: (encoding: String, share: Double)?
        for encoding in candidates where !zeros || bytes.count % 2 == 0 {
            let share = commonShare(bytes.prefix(sample), as: encoding)
            if share > best?.share ?? leastShare { best = (encoding, share) }
        }
        guard let best else {
            throw Unreadable(zeros ? fault : Message("is not text in UTF-8, GB18030, Big5 or UTF-16", "不是UTF-8、GB18030、Big5或UTF-16文本"))
        }
        return try converted(bytes[...], from: best.encoding)
    }

    /// The share of common characters among all beyond ASCII when the bytes are taken as `encoding`; 0 where they cannot be.
    static func commonShare(_ bytes: ArraySlice<UInt8>, as encoding: String) -> Double {
        guard let (text, broken) = try? ForeignCode.utf8(bytes, from: encoding), broken * 100 <= bytes.count + 100 else { return 0 }
        var high = 0, good = 0
        for unit in SourceText(text).units where unit > 0x7F || encoding.hasPrefix("UTF-16") && unit < 0x20 {
            high += 1
            if common.contains(unit) { good += 1 }
        }
        return high == 0 ? 0 : Double(good) / Double(high)
    }

    private static func converted(_ bytes: ArraySlice<UInt8>, from encoding: String) throws(Unreadable) -> [UInt8] {
        do throws(ForeignCode.Failure) {
            return try ForeignCode.utf8(bytes, from: encoding).text
        } catch {
            throw Unreadable(error, kind: Message("text in \(encoding)", "\(encoding)文本"), needs: "iconv's table of it")
        }
    }

    /// Text in the wrong encoding has rare characters only (below 0.1); in the right one about two thirds are common.
    private static let leastShare = 0.2
    private static let sample = 1 << 16

    /// Characters and punctuation that Chinese prose and tables are full of, folded.
    private static let common = Set("""
        的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经十三\
        之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样\
        与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入\
        常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强放决西被干做必战先回则任取据处队南给色光\
        门即保治北造百规热领七海口东导器压志世金增争济阶油思术极交受联什认六共权收证改清己美再采转更单风切打白教速花带安场身车例真务具万每目至\
        达走积示议声报斗完类八离华名确才科张信节话米整空元况今集温传土许步群广石记需段研界拉林律究且越织装影算低持音众书布复容须际商非验连断深\
        难近矿千周委素技备半办青省列习响约支般史感劳便团往历市克何除消构府称太准精值号率族维划选标写存候毛亲快效院查江型按格养易置派层片始却专\
        状育厂京识适属圆包住调满县局照参红细引听该铁价严指标镇乡村街创环境绿色脱贫攻坚乡村振兴财政收入支出投资消费企业项目推促促力优服务亿吨亩\
        ，。、；：！？“”《》（）％—…·
        """.utf16).union(SourceText.fold("，：；！？（）％—"))
}
