import Foundation
import KnowledgeGraph

/// A server of the Model Context Protocol (modelcontextprotocol.io/specification): JSON-RPC 2.0, one message a line. It only reads,
/// and keeps nothing between requests, so it serves both the revisions that begin with `initialize` and those whose requests
/// carry their version.
public struct ContextServer: Sendable {
    private let desk: Desk

    public init(_ desk: Desk) {
        self.desk = desk
    }

    /// Revisions that begin with a handshake, newest first, and those without.
    static let handshakeVersions = ["2025-11-25", "2025-06-18", "2025-03-26", "2024-11-05"], statelessVersions = ["2026-07-28"]
    static let versionKey = "io.modelcontextprotocol/protocolVersion"

    struct Fault: Error {
        var code: Int
        var message: String
        var data: JSON?

        static func parameters(_ message: String) -> Fault { Fault(code: -32602, message: message) }
    }

    /// Reads messages from `input` and writes the answers to `output` until the input ends.
    public func run(input: FileHandle = .standardInput, output: FileHandle = .standardOutput) {
        var rest = Data()
        while true {
            let more = input.availableData
            rest += more
            while let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
                if let answer = answer(to: String(decoding: rest[..<end], as: UTF8.self)) {
                    do { try output.write(contentsOf: Data((answer + "\n").utf8)) } catch { return }
                }
                rest.removeSubrange(...end)
            }
            if more.isEmpty { return }
        }
    }

    /// The answer to one line; nil to a notification and to an empty line.
    public func answer(to line: String) -> String? {
        guard line.contains(where: { !$0.isWhitespace }) else { return nil }
        guard let message = try? JSON(parsing: line) else {
            return failure(.null, Fault(code: -32700, message: "the line is not JSON")).line
        }
        if case .list(let batch) = message {
            guard !batch.isEmpty else { return failure(.null, Fault(code: -32600, message: "the batch is empty")).line }
            let answers = batch.compactMap { answer(to: $0) }
            return answers.isEmpty ? nil : JSON.list(answers).line
        }
        return answer(to: message)?.line
    }

    private func answer(to message: JSON) -> JSON? {
        let id = message["id"]
        guard message["jsonrpc"]?.text == "2.0", let method = message["method"]?.text else {
            // An answer to a question that was never asked.
            if message["result"] != nil || message["error"] != nil { return nil }
            return failure(id ?? .null, Fault(code: -32600, message: "not a request of JSON-RPC 2.0"))
        }
        guard let id else { return nil }
        let parameters = message["params"] ?? [:]
        do throws(Fault) {
            let version = parameters["_meta"]?[Self.versionKey]?.text
            if let version, !(Self.handshakeVersions + Self.statelessVersions).contains(version) {
                throw Fault(
                    code: -32022, message: "the revision \(version) is not known here",
                    data: [
                        "requested": .text(version),
                        "supported": .list((Self.statelessVersions + Self.handshakeVersions).map { .text($0) }),
                    ])
            }
            var result = try result(of: method, parameters)
            if version.map(Self.statelessVersions.contains) ?? (method == "server/discover"), case .object(var object) = result {
                object["resultType"] = "complete"
                if method != "tools/call" { (object["ttlMs"], object["cacheScope"]) = (0, "private") }
                result = .object(object)
            }
            return ["jsonrpc": "2.0", "id": id, "result": result]
        } catch {
            return failure(id, error)
        }
    }

    private func failure(_ id: JSON, _ fault: Fault) -> JSON {
        var error: [String: JSON] = ["code": .number(.init(fault.code)), "message": .text(fault.message)]
        error["data"] = fault.data
        return ["jsonrpc": "2.0", "id": id, "error": .object(error)]
    }

    // MARK: methods

    private static let capabilities: JSON = ["tools": [:], "resources": [:]]
    private static let serverInfo: JSON = ["name": "gangmu", "title": "Gangmu 纲目", "version": "0.1.0"]
    private static let instructions: JSON = """
        Targets, results, measures and weaknesses that governments state in work reports and plans, each with the exact words it \
        came from. Begin with `query` (`documents`, `sectors`, `targets 2026`); cite the document, line and words of every row you \
        use. A figure that no row states is not known.
        """

    private func result(of method: String, _ parameters: JSON) throws(Fault) -> JSON {
        switch method {
        case "initialize":
            let asked = parameters["protocolVersion"]?.text ?? ""
            return [
                "protocolVersion": .text(Self.handshakeVersions.contains(asked) ? asked : Self.handshakeVersions[0]),
                "capabilities": Self.capabilities, "serverInfo": Self.serverInfo, "instructions": Self.instructions,
            ]
        case "server/discover":
            return [
                "supportedVersions": .list((Self.statelessVersions + Self.handshakeVersions).map { .text($0) }),
                "capabilities": Self.capabilities, "serverInfo": Self.serverInfo, "instructions": Self.instructions,
            ]
        case "ping": return [:]
        case "tools/list": return ["tools": .list(Tool.all.map(\.json))]
        case "tools/call": return try call(parameters)
        case "resources/list": return resources
        case "resources/templates/list":
            return [
                "resourceTemplates": [
                    [
                        "uriTemplate": .text(Desk.scheme + "{id}"), "name": "document", "mimeType": "text/plain",
                        "description": "The text of a document, by its id (d1, d2, …).",
                    ]
                ]
            ]
        case "resources/read": return try read(parameters)
        default: throw Fault(code: -32601, message: "there is no method \(method)")
        }
    }

    private func call(_ parameters: JSON) throws(Fault) -> JSON {
        guard let name = parameters["name"]?.text, let tool = Tool.all.first(where: { $0.name == name }) else {
            throw .parameters("no such tool; there are " + Tool.all.map(\.name).joined(separator: ", "))
        }
        do throws(Tool.Failure) {
            let answer = try tool.answer(desk, parameters["arguments"] ?? [:])
            return ["content": [["type": "text", "text": .text(answer.line)]], "structuredContent": answer]
        } catch {
            switch error {
            case .argument(let message): throw .parameters(message)
            case .refused(let refusal):
                return [
                    "content": [["type": "text", "text": .text(refusal.text)]], "structuredContent": refusal.json, "isError": true,
                ]
            }
        }
    }

    private var resources: JSON {
        let list = (0..<desk.graph.documents.count).map { document -> JSON in
            [
                "uri": .text(Desk.address(ofDocument: document)), "name": .text(desk.graph.strings[desk.graph.documents.name[document]]),
                "title": .text(desk.title(ofDocument: document)), "mimeType": "text/plain",
            ]
        }
        return ["resources": .list(list)]
    }

    private func read(_ parameters: JSON) throws(Fault) -> JSON {
        guard let address = parameters["uri"]?.text, let document = desk.document(at: address) else {
            throw Fault(code: -32002, message: "there is no such document", data: ["uri": parameters["uri"] ?? .null])
        }
        return [
            "contents": [["uri": .text(address), "mimeType": "text/plain", "text": .text(desk.text(ofDocument: document))]]
        ]
    }
}
