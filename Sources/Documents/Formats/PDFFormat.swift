/// PDF with a text layer, read by `pdftotext` of poppler. Its lines are joined into paragraphs by `PDFParagraphs`; running heads,
/// page numbers and tables of contents are left out.
enum PDFFormat: InputFormat {
    static let name = "PDF"

    /// The header may stand anywhere in the first kilobyte (ISO 32000-1, annex H.3.4.1).
    static func recognises(_ bytes: [UInt8]) -> Bool { bytes.mentions("%PDF-", within: 0..<1024) }

    static func text(of bytes: [UInt8]) throws(Unreadable) -> [UInt8] { try extract(bytes).text }

    static func extract(_ bytes: [UInt8]) throws(Unreadable) -> Extract {
        let arguments = ["-q", "-enc", "UTF-8", "-bbox-layout", "-", "-"]
        let (status, output, errors): (Int, [UInt8], [UInt8])
        let layout: PDFLayout
        do throws(ForeignCode.Failure) {
            (status, output, errors) = try ForeignCode.run("pdftotext", arguments, input: bytes)
            // Control characters are no XML; a failed run prints none.
            layout = status == 0 ? PDFLayout(try Markup(output.map { $0 < 0x20 && $0 != 0x0A ? 0x20 : $0 }, isHTML: false)) : PDFLayout()
        } catch {
            throw Unreadable(error, kind: Message("a PDF", "PDF"), needs: "pdftotext of poppler-utils")
        }
        if status == 3 {
            throw Unreadable(Message("is a PDF that forbids copying its text; save it as DOCX or text", "是禁止复制文字的PDF；请另存为DOCX或文本"))
        }
        guard status == 0 else {
            let locked = errors.mentions("password") || bytes.mentions("/Encrypt")
            throw Unreadable(
                locked
                    ? Message("is an encrypted PDF; save it without its password", "是加密的PDF；请去掉密码另存")
                    : Message("is a PDF, and damaged; save it anew", "是PDF，且已损坏；请重新保存"))
        }
        let text = PDFParagraphs(layout).text
        guard !text.isEmpty else {
            let pages = layout.pageCount == 1 ? "its page is a picture" : "its \(layout.pageCount) pages are pictures"
            throw Unreadable(
                Message(
                    "is a PDF without text: \(pages); recognise the text (OCR) first",
                    "是没有文字的PDF：\(layout.pageCount)页都是图片；请先识别文字（OCR）"))
        }
        let bare = layout.pageCount - layout.pagesWithText
        let remark = Message(
            "\(bare) of \(layout.pageCount) pages hold no text, only pictures, and were not read; recognise their text (OCR)",
            "\(layout.pageCount)页中有\(bare)页没有文字，只有图片，未读入；请识别其文字（OCR）")
        return Extract(text: text, remark: bare > 0 ? remark : nil)
    }
}
