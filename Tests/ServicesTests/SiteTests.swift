import KnowledgeGraph
import Testing

@testable import Services

@Suite struct SiteTests {
    private func ask(_ target: String, method: String = "GET", host: String? = "localhost:8026") -> Site.Response {
        Site(Village.desk.graph).response(method: method, target: target, host: host)
    }

    @Test func answersToThisMachineOnly() {
        for host in ["localhost", "LOCALHOST:1", "127.0.0.1:8026", "[::1]:9"] { #expect(Site.isOwn(host), "\(host)") }
        for host in [nil, "", "localhost.example", "127.0.0.1.example", "localhost:80a", "10.0.0.1", "localhost@example"] {
            #expect(!Site.isOwn(host))
            #expect(ask("/", host: host).status == 421)
        }
    }

    @Test func onlyReads() {
        for method in ["POST", "PUT", "DELETE", "PATCH", "CONNECT"] { #expect(ask("/", method: method).status == 405) }
        #expect(ask("/", method: "HEAD").status == 200)
        for line in ["targets%20%7C%20save%20x.csv", "export+x.dot", "run+jobs"] { #expect(ask("/?q=\(line)").status == 400) }
    }

    @Test func readsFormFields() {
        #expect(Site.fields("q=targets+2026%20%7C+take+1&offset=5&&x") == ["q": "targets 2026 | take 1", "offset": "5", "x": ""])
        #expect(Site.fields("q=%E7%9B%AE%E6%A0%87&q=%zz") == ["q": "%zz"])
    }

    @Test func everyPageIsGuarded() {
        for target in ["/", "/?q=targets", "/?q=nonsense", "/open/f1", "/source/f1", "/open/none", "/nothing/at/all"] {
            let response = ask(target)
            let policy = response.headers["Content-Security-Policy"] ?? ""
            #expect(policy.contains("default-src 'none'") && !policy.contains("unsafe"), "\(target)")
            #expect(response.headers["X-Content-Type-Options"] == "nosniff")
            #expect(response.body.hasPrefix("<!DOCTYPE html>"))
        }
        #expect(ask("/").headers["Content-Security-Policy"] != ask("/").headers["Content-Security-Policy"])
    }

    @Test func marksTheWordsInTheirText() {
        let page = ask("/source/f1").body
        #expect(page.contains("<mark id=\"here\">"))
        #expect(ask("/source/i1").status == 404 && ask("/source/d1").status == 200)
    }
}
