import Services
import Testing

@Suite struct ContextServerTests {
    let server = ContextServer(Village.desk)

    func ask(_ line: String) throws -> JSON { try JSON(parsing: try #require(server.answer(to: line))) }

    @Test(arguments: [("2025-06-18", "2025-06-18"), ("1999-01-01", "2025-11-25")])
    func agreesOnARevision(asked: String, given: String) throws {
        let answer = try ask(
            #"{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"\#(asked)","capabilities":{}}}"#)
        #expect(answer["id"] == 1)
        #expect(answer["result"]?["protocolVersion"]?.text == given)
    }

    @Test(arguments: [
        ("{", -32700), ("[]", -32600), (#"{"id":1}"#, -32600), (#"{"jsonrpc":"2.0","id":1,"method":"tools/remove"}"#, -32601),
        (#"{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"delete"}}"#, -32602),
        (#"{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"query"}}"#, -32602),
        (#"{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"query","arguments":{"line":"targets","limit":0}}}"#, -32602),
        (#"{"jsonrpc":"2.0","id":1,"method":"resources/read","params":{"uri":"gangmu://documents/../../etc/passwd"}}"#, -32002),
        (#"{"jsonrpc":"2.0","id":1,"method":"resources/read","params":{"uri":"file:///etc/passwd"}}"#, -32002),
        (
            #"{"jsonrpc":"2.0","id":1,"method":"tools/list","params":{"_meta":{"io.modelcontextprotocol/protocolVersion":"3000-01-01"}}}"#,
            -32022
        ),
    ])
    func aWrongRequestGetsItsCode(line: String, code: Int) throws {
        #expect(try ask(line)["error"]?["code"]?.integer == code)
    }

    @Test func notificationsAndEmptyLinesGetNoAnswer() {
        #expect(server.answer(to: #"{"jsonrpc":"2.0","method":"notifications/initialized"}"#) == nil)
        #expect(server.answer(to: "  ") == nil)
    }

    @Test func aLineThatIsTooLongIsRefusedAtOnce() throws {
        for part in ["粮", "(", "not "] {
            let line = "targets " + String(repeating: part, count: 100_000)
            let answer = try ask(
                #"{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"query","arguments":{"line":"\#(line)"}}}"#)
            #expect(answer["result"]?["isError"] == true)
        }
    }

    @Test func aMistakeInALineIsAnAnswerForTheAssistant() throws {
        let answer = try ask(
            #"{"jsonrpc":"2.0","id":"a","method":"tools/call","params":{"name":"query","arguments":{"line":"targets sector:nowhere"}}}"#)
        #expect(answer["result"]?["isError"] == true)
    }

    @Test func everyToolIsListedWithItsArguments() throws {
        guard case .list(let tools)? = try ask(#"{"jsonrpc":"2.0","id":1,"method":"tools/list"}"#)["result"]?["tools"] else {
            return #expect(Bool(false), "no tools")
        }
        #expect(tools.compactMap { $0["name"]?.text } == ["query", "open", "source", "check", "related", "help"])
        #expect(tools.allSatisfy { $0["inputSchema"]?["type"] == "object" })
    }

    @Test func theTextOfADocumentIsAResource() throws {
        let answer = try ask(#"{"jsonrpc":"2.0","id":1,"method":"resources/read","params":{"uri":"gangmu://documents/d1"}}"#)
        guard case .list(let contents)? = answer["result"]?["contents"] else { return #expect(Bool(false), "no contents") }
        #expect(contents.first?["text"]?.text == Village.text)
    }
}
