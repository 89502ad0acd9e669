import Documents
import Presentation
import QueryLanguage

/// Lines in, text out: a session with the way its answers are printed.
struct Interpreter {
    var session: Session
    /// Whether a blank line parts answers for people from what was printed before; a prompt does that by itself.
    var partsAnswers = true
    private var hasPrinted = false

    init(session: Session) {
        self.session = session
    }

    /// What a line gave: text for standard output and for standard error, and the diagnostic where it failed.
    struct Reply {
        var output = ""
        var remarks = ""
        var diagnostic: Diagnostic?
    }

    mutating func reply(to line: String) -> Reply { session.tongue.speaking { replySpeaking(to: line) } }

    private mutating func replySpeaking(to line: String) -> Reply {
        let renderer = Renderer(style: Terminal.style)
        switch session.answer(line) {
        case .success(let answer):
            var reply = Reply(output: renderer.render(answer, title: line))
            if partsAnswers, hasPrinted, !reply.output.isEmpty, !renderer.omitsNotes(of: answer) {
                reply.output = "\n" + reply.output
            }
            hasPrinted = hasPrinted || !reply.output.isEmpty
            // Formats for programs hold rows only; why there are none must still be said.
            if answer.isEmpty, renderer.omitsNotes(of: answer) {
                reply.remarks = Renderer(style: Terminal.errorStyle).notes(answer.notes)
            }
            return reply
        case .failure(let diagnostic):
            return Reply(diagnostic: diagnostic)
        }
    }

    /// Answers `line` on standard output; a failing line is shown on standard error with its `place`, and stops the program.
    mutating func run(_ line: String, place: (Diagnostic) -> String? = { _ in nil }) throws(Stop) {
        let reply = reply(to: line)
        StandardStream.error.write(reply.remarks)
        StandardStream.output.write(reply.output)
        guard let diagnostic = reply.diagnostic else { return }
        let text = Renderer(style: Terminal.errorStyle).render(diagnostic, line: line, place: place(diagnostic))
        throw Stop(code: diagnostic.exitCode, message: text)
    }
}
