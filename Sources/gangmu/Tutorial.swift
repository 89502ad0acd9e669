import Documents
import Glibc
import Lexicon
import Presentation
import QueryLanguage
import Shell

/// Ten steps through the language. Each says what to type; what is typed is answered as ever, and then looked at. The step that
/// was reached is kept in the state folder, so that it can be left at any time.
struct Tutorial {
    /// The step that is being done, from 1; nil where none is.
    private var step: Int?

    /// The step that was reminded of.
    private var reminded: Int?

    private struct Step: Sendable {
        /// What it is about, and what to do.
        var text: Message
        /// Lines that do it.
        var example: Message
        /// Whether a line did it.
        var isDone: @Sendable (Command, Answer) -> Bool
    }

    // MARK: what is said

    /// Begins, goes on where it was left, goes to a step, or stops; says so.
    mutating func start(_ word: String?, in session: Session) -> String {
        if word == "stop" {
            step = nil
            return paragraph([Message("The tutorial is left; `tutorial` goes on with it.", "已离开教程；输入“教程”可继续。").text])
        }
        let wanted = word.flatMap { Int($0) } ?? Self.kept ?? 1
        step = min(max(wanted, 1), Self.steps.count)
        reminded = nil
        keep()
        return introduction
    }

    /// What to say after a line was answered; empty where no step is being done.
    mutating func after(_ line: String, _ answer: Answer, in session: inout Session) -> String {
        guard let current = step, let command = try? Parser.parse(line, aliases: session.aliases), command != .nothing else { return "" }
        guard Self.steps[current - 1].isDone(command, answer), !answer.isEmpty else {
            // Once is enough, and help and ways back are part of learning.
            guard reminded != current, !command.isBesideTheSteps else { return "" }
            reminded = current
            return paragraph([again(current)])
        }
        let done = Message("✓ Step \(current) done.", "✓ 第\(current)步完成。").text
        guard current < Self.steps.count else {
            step = nil
            removeKept()
            let end = Message(
                "That was the last step. `help` lists everything there is; `help WORD` explains a word.",
                "这是最后一步。“帮助”列出全部内容，“帮助 词”说明一个词。")
            return paragraph([done, end.text])
        }
        step = current + 1
        keep()
        return paragraph([done]) + introduction
    }

    private var introduction: String {
        guard let step else { return "" }
        let one = Self.steps[step - 1]
        let heading = Message("Step \(step) of \(Self.steps.count)", "第\(step)步，共\(Self.steps.count)步").text
        let page = Page([.heading(heading), .paragraph(one.text.text), .examples([one.example.text])])
        return "\n" + Renderer(style: Terminal.style).render(Answer(.page(page)))
    }

    private func again(_ step: Int) -> String {
        let example = Self.steps[step - 1].example
        return Message(
            "Step \(step) is still to do: \(example.english)    (`tutorial stop` leaves it)",
            "第\(step)步尚未完成：\(example.chinese)    （“教程 停止”可离开）").text
    }

    private func paragraph(_ notes: [String]) -> String { "\n" + Renderer(style: Terminal.style).notes(notes) }

    // MARK: the steps

    private static func query(_ command: Command, _ noun: String? = nil) -> Query? {
        guard case .query(let query) = command, noun == nil || query.noun.text == noun else { return nil }
        return query
    }

    private static let steps: [Step] = [
        Step(
            text: Message(
                "A query begins with a noun: targets, results, measures. A year narrows it. Ask for the targets of 2026.",
                "查询以名词开头：目标、结果、举措。加年份可缩小范围。请查2026年的目标。"),
            example: Message("targets 2026", "目标 2026"),
            isDone: { command, _ in
                query(command, "targets")?.terms.contains {
                    if case .years(let low, let high, _) = $0 { low != nil && low == high } else { false }
                } ?? false
            }),
        Step(
            text: Message(
                "A term with a colon asks for a property. Type `targets 2026 sector:` and press Tab: the sectors there, with how many targets each would leave. Choose employment.",
                "带冒号的条件按属性查找。输入“目标 2026 领域:”后按Tab键：列出这里的各领域及其目标数。请选就业与收入。"),
            example: Message("targets 2026 sector:employment", "目标 2026 领域:就业与收入"),
            isDone: { command, _ in
                query(command)?.terms.contains {
                    if case .key(let key, let values) = $0 { key.text == "sector" && !values.isEmpty } else { false }
                } ?? false
            }),
        Step(
            text: Message(
                "Names can be typed in Chinese or English, and by pinyin: `targets 2026 gdzc` and Tab gives 固定资产投资. Ask for it.",
                "名称可用中文或英文，也可用拼音：输入“目标 2026 gdzc”后按Tab键得到固定资产投资。请查一查。"),
            example: Message("targets 2026 固定资产投资", "目标 2026 固定资产投资"),
            isDone: { command, _ in
                query(command)?.terms.contains { if case .word(let word) = $0 { word.text.hasPrefix("固定资产投资") } else { false } } ?? false
            }),
        Step(
            text: Message(
                "Every row has a number. Type the number 1: the card of the first row, with all that is known of it.",
                "每一行都有编号。输入数字1：打开第一行的卡片，列出有关它的一切。"),
            example: Message("1", "1"),
            isDone: { command, answer in
                guard case .card = answer.body else { return false }
                if case .follow = command { return true }
                if case .open = command { return true }
                return false
            }),
        Step(
            text: Message(
                "No number without its source. `source` shows the document, the line and the exact words.",
                "每个数都有出处。“来源”给出文档、行号和原话。"),
            example: Message("source", "来源"),
            isDone: { command, _ in if case .source = command { true } else { false } }),
        Step(
            text: Message(
                "You can always go back: `back` brings the answer before, with its numbers.",
                "随时可以返回：“返回”回到上一个答案，编号不变。"),
            example: Message("back", "返回"), isDone: { command, _ in command == .back }),
        Step(
            text: Message(
                "Stages after | work on the rows. Show the five greatest targets for new urban jobs.",
                "竖线|之后的步骤对各行作进一步处理。请列出城镇新增就业的五个最高目标。"),
            example: Message("targets 2026 城镇新增就业 | sort value desc | take 5", "目标 2026 城镇新增就业 | 排序 值 降 | 前 5"),
            isDone: { command, _ in
                guard let stages = query(command)?.stages else { return false }
                let sorts = stages.contains { if case .sort = $0 { true } else { false } }
                return sorts && stages.contains { if case .take = $0 { true } else { false } }
            }),
        Step(
            text: Message("Rows can be counted in groups. Count the targets of 2026 by sector.", "可以分组计数。请按领域统计2026年的目标。"),
            example: Message("targets 2026 | count by sector", "目标 2026 | 计数 按 领域"),
            isDone: { command, _ in
                query(command)?.stages.contains { if case .count(let keys) = $0 { !keys.isEmpty } else { false } } ?? false
            }),
        Step(
            text: Message(
                "`last` stands for the rows of the last answer. Write them as CSV; `save FILE` would put them into a file.",
                "“上次”代表上一个答案的各行。请以CSV写出；“保存 文件”则写入文件。"),
            example: Message("last | as csv", "上次 | 格式 csv"),
            isDone: { command, _ in
                guard let query = query(command, "last") else { return false }
                return query.stages.contains { stage in
                    switch stage {
                    case .format(.csv), .save: true
                    default: false
                    }
                }
            }),
        Step(
            text: Message(
                "Whatever you forget, `help` tells: of a word, `help sort`; by what it is about, `help groups`.",
                "忘了什么就用“帮助”：说明一个词，如“帮助 排序”；按内容查找，如“帮助 分组”。"),
            example: Message("help sort", "帮助 排序"),
            isDone: { command, _ in if case .help = command { true } else { false } }),
    ]

    // MARK: the step that was reached

    private static var path: String? {
        if let state = Environment["XDG_STATE_HOME"], state.hasPrefix("/") { return state + "/gangmu/tutorial" }
        return Environment["HOME"].flatMap { $0.isEmpty ? nil : $0 + "/.local/state/gangmu/tutorial" }
    }

    private static var kept: Int? {
        guard let path, let bytes = try? FileSystem.read(path) else { return nil }
        return Int(String(decoding: bytes.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self))
    }

    private func keep() {
        guard let step, let path = Self.path else { return }
        var folder = ""
        for part in path.split(separator: "/").dropLast() {
            folder += "/" + part
            mkdir(folder, 0o700)
        }
        let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { return }
        Output.write("\(step)\n", to: descriptor)
        close(descriptor)
    }

    private func removeKept() {
        if let path = Self.path { unlink(path) }
    }
}

extension Command {
    /// Whether it asks the documents nothing.
    fileprivate var isBesideTheSteps: Bool {
        switch self {
        case .nothing, .help, .leave, .clear, .set, .history, .back, .forward, .trail, .names, .aliases, .explain, .scripts, .tutorial: true
        default: false
        }
    }
}
