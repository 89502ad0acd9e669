/// Content that is known and not read: named, with what to do.
enum ForeignFormats: InputFormat {
    static let name = "foreign"

    static func recognises(_ bytes: [UInt8]) -> Bool { reason(bytes) != nil }

    static func text(of bytes: [UInt8]) throws(Unreadable) -> [UInt8] {
        throw Unreadable(reason(bytes) ?? "is of an unknown format")
    }

    /// Signatures at the beginning (RFC 2083, ISO 10918, ISO 32000 and the like).
    private static let signatures: [(start: [UInt8], at: Int, reason: String)] = [
        ([0x89, 0x50, 0x4E, 0x47], 0, picture), ([0xFF, 0xD8, 0xFF], 0, picture), (Array("GIF8".utf8), 0, picture),
        (Array("II*\0".utf8), 0, picture), (Array("MM\0*".utf8), 0, picture), (Array("WEBP".utf8), 8, picture),
        ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], 0, "is an old Word, Excel or PowerPoint file; save it as PDF or CSV"),
        (Array("{\\rtf".utf8), 0, "is an RTF file; save it as DOCX"),
        (Array("Rar!".utf8), 0, "is a RAR archive; unpack it first"),
        ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], 0, "is a 7z archive; unpack it first"),
        ([0x1F, 0x8B], 0, "is a gzip archive; unpack it first"),
        ([0x7F, 0x45, 0x4C, 0x46], 0, "is a program"),
        (Array("SQLite format 3".utf8), 0, "is a database of SQLite"),
        (Array("ftyp".utf8), 4, "is a video or picture; only text is read"),
    ]
    private static let picture = "is a picture; recognise its text (OCR) and give the text"

    /// What a ZIP holds, by the name of a member; names stand in it uncompressed.
    private static let packages: [(member: String, reason: String)] = [
        ("xl/workbook", "is an Excel workbook; save the sheet as CSV"),
        ("ppt/presentation", "is a PowerPoint file; save it as PDF"),
        ("OFD.xml", "is an OFD file; save it as PDF"),
        ("application/epub+zip", "is an EPUB book; save its text as HTML"),
        ("application/vnd.oasis.opendocument", "is an OpenDocument file; save it as DOCX or CSV"),
    ]

    private static func reason(_ bytes: [UInt8]) -> String? {
        if bytes.holds("PK\u{3}\u{4}") || bytes.holds("PK\u{5}\u{6}") {
            return packages.first { bytes.mentions($0.member) }?.reason ?? "is a ZIP archive; unpack it first"
        }
        if bytes.holds("MIME-Version:") || bytes.holds("From: <Saved by"), bytes.mentions("multipart/related", within: 0..<2048) {
            return "is a web archive (MHTML); save the page as HTML"
        }
        return signatures.first { bytes.count >= $0.at && bytes[$0.at...].starts(with: $0.start) }?.reason
    }
}
