import Documents
import FlyingFox
import FlyingSocks
import Foundation

/// A site on this machine's own address (127.0.0.1), for nobody else.
public struct SiteServer: Sendable {
    private let site: Site
    private let tongue: Tongue

    public init(_ site: Site, tongue: Tongue) {
        self.site = site
        self.tongue = tongue
    }

    /// Serves until the process ends.
    ///
    /// - Parameter port: 0 takes any that is free.
    /// - Parameter ready: Told the address once requests are taken.
    /// - Throws: Where the port cannot be had.
    public func run(port: UInt16, ready: @escaping @Sendable (String) -> Void) async throws {
        let (site, tongue) = (site, tongue)
        let server = HTTPServer(address: try .inet(ip4: "127.0.0.1", port: port), logger: .disabled)
        await server.appendRoute("*") { request in
            let answer = tongue.speaking {
                site.response(method: request.method.rawValue, target: request.target.rawValue, host: request.headers[.host])
            }
            var headers: HTTPHeaders = [.contentType: answer.type]
            for (name, value) in answer.headers { headers[HTTPHeader(name)] = value }
            let isHead = request.method.rawValue == "HEAD"
            return HTTPResponse(
                statusCode: HTTPStatusCode(answer.status, phrase: Self.phrase(answer.status)), headers: headers,
                body: isHead ? Data() : Data(answer.body.utf8))
        }
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await server.run() }
            group.addTask {
                try await server.waitUntilListening()
                if case .ip4(_, let port)? = await server.listeningAddress { ready("http://127.0.0.1:\(port)/") }
            }
            try await group.waitForAll()
        }
    }

    private static func phrase(_ status: Int) -> String {
        switch status {
        case 200: "OK"
        case 400: "Bad Request"
        case 404: "Not Found"
        case 405: "Method Not Allowed"
        case 421: "Misdirected Request"
        default: "Error"
        }
    }
}
