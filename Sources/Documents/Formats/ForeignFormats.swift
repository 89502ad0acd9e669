/// Content that is known and not read: named, with what to do.
enum ForeignFormats: InputFormat {
    static let name = "foreign"

    static func recognises(_ bytes: [UInt8]) -> Bool { reason(bytes) != nil }

    static func text(of bytes: [UInt8]) throws(Unreadable) -> [UInt8] {
        throw Unreadable(reason(bytes) ?? Message("is of an unknown format", "格式不明"))
    }

    /// Signatures at the beginning (RFC 2083, ISO 10918, ISO 32000 and the like).
    private static let signatures: [(start: [UInt8], at: Int, reason: Message)] = [
        ([0x89, 0x50, 0x4E, 0x47], 0, picture), ([0xFF, 0xD8, 0xFF], 0, picture), (Array("GIF8".utf8), 0, picture),
        (Array("II*\0".utf8), 0, picture), (Array("MM\0*".utf8), 0, picture), (Array("WEBP".utf8), 8, picture),
        (
            [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], 0,
            Message("is an old Word, Excel or PowerPoint file; save it as PDF or CSV", "是旧版Word、Excel或PowerPoint文件；请另存为PDF或CSV")
        ),
        (Array("{\\rtf".utf8), 0, Message("is an RTF file; save it as DOCX", "是RTF文件；请另存为DOCX")),
        (Array("Rar!".utf8), 0, Message("is a RAR archive; unpack it first", "是RAR压缩包；请先解压")),
        ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], 0, Message("is a 7z archive; unpack it first", "是7z压缩包；请先解压")),
        ([0x1F, 0x8B], 0, Message("is a gzip archive; unpack it first", "是gzip压缩包；请先解压")),
        ([0x7F, 0x45, 0x4C, 0x46], 0, Message("is a program", "是程序")),
        (Array("SQLite format 3".utf8), 0, Message("is a database of SQLite", "是SQLite数据库")),
        (Array("ftyp".utf8), 4, Message("is a video or picture; only text is read", "是视频或图片；这里只读文字")),
    ]
    private static let picture = Message("is a picture; recognise its text (OCR) and give the text", "是图片；请先识别文字（OCR）再读")

    /// What a ZIP holds, by the name of a member; names stand in it uncompressed.
    private static let packages: [(member: String, reason: Message)] = [
        ("xl/workbook", Message("is an Excel workbook; save the sheet as CSV", "是Excel工作簿；请把工作表另存为CSV")),
        ("ppt/presentation", Message("is a PowerPoint file; save it as PDF", "是PowerPoint文件；请另存为PDF")),
        ("OFD.xml", Message("is an OFD file; save it as PDF", "是OFD文件；请另存为PDF")),
        ("application/epub+zip", Message("is an EPUB book; save its text as HTML", "是EPUB电子书；请把文字另存为HTML")),
        ("application/vnd.oasis.opendocument", Message("is an OpenDocument file; save it as DOCX or CSV", "是OpenDocument文件；请另存为DOCX或CSV")),
    ]

    private static func reason(_ bytes: [UInt8]) -> Message? {
        if bytes.holds("PK\u{3}\u{4}") || bytes.holds("PK\u{5}\u{6}") {
            return packages.first { bytes.mentions($0.member) }?.reason ?? Message("is a ZIP archive; unpack it first", "是ZIP压缩包；请先解压")
        }
        if bytes.holds("MIME-Version:") || bytes.holds("From: <Saved by"), bytes.mentions("multipart/related", within: 0..<2048) {
            return Message("is a web archive (MHTML); save the page as HTML", "是网页存档（MHTML）；请把网页另存为HTML")
        }
        return signatures.first { bytes.count >= $0.at && bytes[$0.at...].starts(with: $0.start) }?.reason ?? (isCode(bytes) ? code : nil)
    }

    private static let code = Message("is a script or style sheet", "是脚本或样式表")

    /// Style sheets and scripts, which lie beside saved pages: braces and semicolons, and hardly a character beyond ASCII.
    private static func isCode(_ bytes: [UInt8]) -> Bool {
        // Nearly every document shows in its first bytes that it is none.
        guard let first = bytes.first, first < 0x80, bytes.prefix(64).count(where: { $0 >= 0x80 }) < 8 else { return false }
        var braces = 0, ends = 0, beyond = 0
        let sample = bytes.prefix(8192)
        for b in sample {
            switch b {
            case UInt8(ascii: "{"), UInt8(ascii: "}"): braces += 1
            case UInt8(ascii: ";"): ends += 1
            case 0x80...: beyond += 1
            default: break
            }
        }
        return braces >= 2 && ends >= 1 && (braces + ends) * 200 >= sample.count && beyond * 3 <= sample.count
            && first != UInt8(ascii: "<") && first != UInt8(ascii: "{") && first != UInt8(ascii: "[")
    }
}
