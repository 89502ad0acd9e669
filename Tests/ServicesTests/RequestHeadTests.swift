import Testing

@testable import Services

@Suite("requests, as they come in")
struct RequestHeadTests {
    private func read(_ text: String) -> RequestHead.Reading { RequestHead.read(Array(text.utf8)) }

    @Test("A request is read once its lines are there")
    func whole() {
        let text = "GET /?q=targets HTTP/1.1\r\nAccept: */*\r\nhost: \t127.0.0.1:80 \r\n\r\n"
        #expect(read(text) == .read(RequestHead(method: "GET", target: "/?q=targets", host: "127.0.0.1:80")))
        for length in 0..<text.utf8.count { #expect(RequestHead.read(Array(text.utf8.prefix(length))) == .unfinished) }
        #expect(read("GET / HTTP/1.0\n\n") == .read(RequestHead(method: "GET", target: "/", host: nil)))
    }

    @Test("What is too long is refused before all of it is there")
    func long() {
        #expect(read("GET /" + String(repeating: "a", count: 100_000)) == .refused(414))
        #expect(read("GET /" + String(repeating: "a", count: 7900) + " HTTP/1.1\r\n\r\n") != .refused(414))
        #expect(read("GET / HTTP/1.1\r\n" + String(repeating: "A: b\r\n", count: 20_000)) == .refused(431))
        #expect(read("GET / HTTP/1.1\r\nA: " + String(repeating: "b", count: 100_000)) == .refused(431))
    }

    @Test(arguments: [
        "\r\n\r\n", "GET\r\n\r\n", "GET / FTP/1\r\n\r\n", "GET / HTTP/1.1\r\nHost 127.0.0.1\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n", "GET /a b HTTP/1.1\r\n\r\n",
    ])
    func malformed(_ text: String) { #expect(read(text) == .refused(400)) }
}
