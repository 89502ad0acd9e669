import Documents
import QueryLanguage

extension Renderer {
    /// A diagnostic as one line of JSON: `code`, `message`, `place` where there is one, `line`, `start` and `end` in characters
    /// of the line, half-open from 0, `expected`, `suggestion` or null, `suggestions` (at most three lines
    /// that work, that one first), `exit`.
    public func json(_ diagnostic: Diagnostic, line: String, place: String? = nil) -> String {
        func characters(_ offset: Int) -> Int { String(decoding: line.utf8.prefix(max(0, offset)), as: UTF8.self).count }
        var json = JSONWriter()
        json.beginObject()
        json.key(plain: "code")
        json.value(diagnostic.code.rawValue)
        json.key(plain: "message")
        json.value(diagnostic.message)
        if let place {
            json.key(plain: "place")
            json.value(place)
        }
        json.key(plain: "line")
        json.value(line)
        json.key(plain: "start")
        json.value(characters(diagnostic.span.start))
        json.key(plain: "end")
        json.value(characters(diagnostic.span.end))
        json.key(plain: "expected")
        json.beginArray()
        for word in diagnostic.expected { json.value(word) }
        json.endArray()
        json.key(plain: "suggestion")
        if let suggestion = diagnostic.suggestion { json.value(suggestion) } else { json.null() }
        json.key(plain: "suggestions")
        json.beginArray()
        let single = diagnostic.suggestion.map { [$0] } ?? []
        for line in diagnostic.suggestions.isEmpty ? single : diagnostic.suggestions { json.value(line) }
        json.endArray()
        json.key(plain: "exit")
        json.value(Int(diagnostic.exitCode))
        json.endObject()
        json.newLine()
        return json.text
    }
}
