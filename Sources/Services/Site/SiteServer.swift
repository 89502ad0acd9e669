import Documents
import FlyingFox
import FlyingSocks
import Foundation

/// A site on this machine's own address (127.0.0.1), for nobody else.
///
/// The sockets are FlyingFox's; its server is not used, since it reads a request line at a cost that grows with the square of its
/// length, and gives no answer to one that is too long.
public struct SiteServer: Sendable {
    private let site: Site
    private let tongue: Tongue

    /// How long a request may take to come in, and an answer to be taken.
    private static let patience = Duration.seconds(15)

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
        let pool = HTTPServer.defaultPool()
        try await pool.prepare()
        let socket = try Socket(domain: AF_INET)
        try socket.setValue(true, for: .localAddressReuse)
        try socket.bind(to: .inet(ip4: "127.0.0.1", port: port))
        try socket.listen()
        let listener = try AsyncSocket(socket: socket, pool: pool)
        if case .ip4(_, let port) = try socket.sockname() { ready("http://127.0.0.1:\(port)/") }
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await pool.run() }
            group.addTask {
                try await withThrowingDiscardingTaskGroup { connections in
                    for try await connection in listener.sockets { connections.addTask { await serve(connection) } }
                }
            }
            try await group.next()
            group.cancelAll()
        }
    }

    /// Answers the one request of a connection, and closes it.
    private func serve(_ connection: AsyncSocket) async {
        if let reading = await Self.inTime({ try await Self.request(connection) }) { try? await answer(reading, connection) }
        try? connection.close()
    }

    private static func request(_ connection: AsyncSocket) async throws -> RequestHead.Reading {
        var bytes: [UInt8] = []
        while true {
            bytes += try await connection.read(atMost: 4096)
            let reading = RequestHead.read(bytes)
            if reading != .unfinished { return reading }
        }
    }

    private func answer(_ reading: RequestHead.Reading, _ connection: AsyncSocket) async throws {
        let response: Site.Response, isHead: Bool
        switch reading {
        case .read(let head):
            response = tongue.speaking { site.response(method: head.method, target: head.target, host: head.host) }
            isHead = head.method == "HEAD"
        case .refused(let status): (response, isHead) = (site.refusal(status), false)
        case .unfinished: return
        }
        let body = Data(response.body.utf8)
        var head =
            "HTTP/1.1 \(response.status) \(Self.phrase(response.status))\r\nContent-Type: \(response.type)\r\nContent-Length: \(body.count)\r\nConnection: close\r\n"
        for (name, value) in response.headers.sorted(by: { $0.key < $1.key }) { head += "\(name): \(value)\r\n" }
        let whole = Data((head + "\r\n").utf8) + (isHead ? Data() : body)
        await Self.inTime {
            try await connection.write(whole)
            // To close with bytes unread would reset the connection, and the answer would be lost with it.
            shutdown(connection.socket.file.rawValue, Int32(SHUT_WR))
            while true { _ = try await connection.read(atMost: 4096) }
        }
    }

    /// What is done before patience ends; nil where it fails or is not.
    @discardableResult
    private static func inTime<Value: Sendable>(_ work: @escaping @Sendable () async throws -> Value) async -> Value? {
        await withTaskGroup(of: Value?.self) { group in
            group.addTask { try? await work() }
            group.addTask {
                try? await Task.sleep(for: patience)
                return nil
            }
            let first = await group.next() ?? nil
            group.cancelAll()
            return first
        }
    }

    private static func phrase(_ status: Int) -> String {
        switch status {
        case 200: "OK"
        case 400: "Bad Request"
        case 404: "Not Found"
        case 405: "Method Not Allowed"
        case 414: "URI Too Long"
        case 421: "Misdirected Request"
        case 431: "Request Header Fields Too Large"
        default: "Error"
        }
    }
}
