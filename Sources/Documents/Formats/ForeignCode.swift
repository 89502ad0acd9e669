import CDocumentLibraries

/// The C libraries and tools that read foreign documents, as values in and values out: the only unsafe code of this module.
enum ForeignCode {
    enum Failure: Error { case missing, broken, tooLarge }

    /// Text in `encoding` (a name of iconv) as UTF-8, with the number of bytes that are no character in it.
    static func utf8(_ bytes: some Collection<UInt8>, from encoding: String) throws(Failure) -> (text: [UInt8], broken: Int) {
        var broken = 0
        let input = Array(bytes)
        let result = input.withUnsafeBufferPointer { gm_utf8(encoding, $0.baseAddress, $0.count, &broken) }
        return (try taken(result), broken)
    }

    /// A member of a ZIP archive.
    static func zipMember(_ name: String, of bytes: [UInt8]) throws(Failure) -> [UInt8] {
        try taken(bytes.withUnsafeBufferPointer { gm_zip_member($0.baseAddress, $0.count, name) })
    }

    /// The records of `gm_markup` for UTF-8 markup.
    static func markup(_ bytes: [UInt8], isHTML: Bool) throws(Failure) -> [UInt8] {
        try taken(bytes.withUnsafeBufferPointer { gm_markup($0.baseAddress, $0.count, isHTML) })
    }

    /// What a tool prints when it is given `input`; its exit status is −1 where it did not come to an end.
    static func run(_ tool: String, _ arguments: [String], input: [UInt8]) throws(Failure)
        -> (status: Int, output: [UInt8], errors: [UInt8]) {
        var output = gm_result(), errors = gm_result()
        let words = [tool] + arguments
        // The words of the command behind one another, each ended by a zero, as C takes them.
        var joined: [UInt8] = []
        for word in words { joined += Array(word.utf8) + [0] }
        var starts = [0]
        for word in words.dropLast() { starts.append(starts[starts.count - 1] + word.utf8.count + 1) }
        let status = joined.withUnsafeBufferPointer { text in
            text.withMemoryRebound(to: CChar.self) { text in
                var pointers: [UnsafePointer<CChar>?] = []
                if let base = text.baseAddress { pointers = starts.map { base + $0 } }
                pointers.append(nil)
                return pointers.withUnsafeBufferPointer { list in
                    input.withUnsafeBufferPointer { gm_run_tool(list.baseAddress, $0.baseAddress, $0.count, &output, &errors) }
                }
            }
        }
        defer { gm_release(errors) }
        let messages = [UInt8](UnsafeBufferPointer(start: errors.data, count: errors.length))
        return (Int(status), try taken(output), messages)
    }

    private static func taken(_ result: gm_result) throws(Failure) -> [UInt8] {
        defer { gm_release(result) }
        switch result.status {
        case GM_READ: return [UInt8](UnsafeBufferPointer(start: result.data, count: result.length))
        case GM_MISSING: throw .missing
        case GM_TOO_LARGE: throw .tooLarge
        default: throw .broken
        }
    }
}
