import Dispatch
import Documents
import Glibc
import QueryLanguage
import Shell
import Synchronization

/// Shows on standard error what an answer that takes long is doing and how far it is, and wipes that away before the answer.
final class Waiting: Sendable {
    /// Work of less than this says nothing.
    static let patience = 300

    private struct State {
        var doing: Message?
        var done = 0
        var total = 0
        var isOver = false
        var isShown = false
    }

    private let state = Mutex(State())
    private let tongue = Tongue.current
    private let begun = ContinuousClock.now

    /// Does `work`; where standard error is a terminal, a person sees how it goes.
    static func watch<Result, Failure: Error>(_ work: () throws(Failure) -> Result) throws(Failure) -> Result {
        guard isatty(STDERR_FILENO) == 1, Environment["TERM"] ?? "dumb" != "dumb" else { return try work() }
        let waiting = Waiting()
        waiting.showLater(after: patience)
        defer { waiting.end() }
        let result: Swift.Result<Result, Failure> = Progress.$watch.withValue(Progress.Watch { waiting.note($0, $1, $2) }) {
            do throws(Failure) { return .success(try work()) } catch { return .failure(error) }
        }
        return try result.get()
    }

    private func note(_ doing: Message, _ done: Int, _ total: Int) {
        state.withLock { ($0.doing, $0.done, $0.total) = (doing, done, total) }
    }

    private func showLater(after milliseconds: Int) {
        DispatchQueue.global().asyncAfter(deadline: .now() + .milliseconds(milliseconds)) { [self] in
            let goesOn = state.withLock { state in
                guard !state.isOver else { return false }
                state.isShown = true
                Output.write("\r\u{1B}[K" + text(state), to: STDERR_FILENO)
                return true
            }
            if goesOn { showLater(after: 100) }
        }
    }

    private func text(_ state: State) -> String {
        let (whole, attoseconds) = (ContinuousClock.now - begun).components
        let tenths = Int(whole) * 10 + Int(attoseconds / 100_000_000_000_000_000)
        let seconds = "\(tenths / 10).\(tenths % 10)"
        return tongue.speaking {
            var text = (state.doing ?? Message("working", "处理中")).text
            if state.total > 0 {
                let done = min(state.done, state.total)
                // From a second on what is left can be told from what was done.
                if tenths >= 10, done > 0 {
                    let filled = done * Self.barWidth / state.total, left = (state.total - done) * tenths / done / 10
                    text += " " + String(repeating: "█", count: filled) + String(repeating: "░", count: Self.barWidth - filled)
                    text += Message(
                        " \(done)/\(state.total) · \(done * 10 / tenths)/s · \(left) s left",
                        " \(done)/\(state.total) · 每秒\(done * 10 / tenths) · 还需\(left)秒").text
                    return text + Message(" · Ctrl-C stops it", " · Ctrl-C停止").text
                } else {
                    text += " \(done * 100 / state.total)%"
                }
            }
            return text + Message(" · \(seconds) s · Ctrl-C stops it", " · \(seconds)秒 · Ctrl-C停止").text
        }
    }

    private static let barWidth = 10

    private func end() {
        state.withLock { state in
            state.isOver = true
            if state.isShown { Output.write("\r\u{1B}[K", to: STDERR_FILENO) }
        }
    }
}
