import Presentation

/// The help of the argument parser, which speaks English only, in Chinese: what each sentence says, and the few words of the parser's
/// own. A test finds any sentence that is missing here.
enum ChineseHelp {
    /// `english` as the parser writes it without breaking lines, in Chinese and broken at 80 cells.
    static func text(of english: String) -> String {
        english.split(separator: "\n", omittingEmptySubsequences: false).map { wrapped(line(String($0))) }.joined(separator: "\n")
    }

    /// What the parser says of a call that it cannot read, in Chinese.
    static func mistake(_ english: String) -> String {
        english.split(separator: "\n", omittingEmptySubsequences: false).map { row in
            let row = String(row)
            if let rest = tail(of: row, behind: "Error: ") { return "错误：" + (mistakes.lazy.compactMap { rest.said($0, $1) }.first ?? rest) }
            if let rest = tail(of: row, behind: "Help:  ") {
                let (lead, text, _) = line("  " + rest)
                return "说明：" + lead.split(separator: " ").joined(separator: " ") + "  " + text
            }
            if let rest = tail(of: row, behind: "Usage: ") { return "用法：" + rest }
            return row.said("  See '*' for more information.", "  详见：*") ?? row
        }.joined(separator: "\n")
    }

    private static func tail(of row: String, behind head: String) -> String? {
        row.hasPrefix(head) ? String(row.dropFirst(head.count)) : nil
    }

    /// Mistakes as the parser words them, where `*` stands for words of the call, and in Chinese.
    private static let mistakes = [
        ("Unknown option '*'. Did you mean '*'?", "没有选项“*”，是不是“*”？"), ("Unknown option '*'", "没有选项“*”"),
        ("Missing value for '*'", "“*”缺少值"), ("Missing expected argument '*'", "缺少参数“*”"), ("Missing one of: '*'", "缺少其中之一：“*”"),
        ("Unexpected argument '*'", "多出的参数“*”"), ("* unexpected arguments: '*'", "多出*个参数：“*”"),
        ("The value '*' is invalid for '*'. Please provide one of *.", "“*”不能作“*”的值；可取*"),
        ("The value '*' is invalid for '*'", "“*”不能作“*”的值"),
        ("The option '*' does not take any value, but '*' was specified.", "选项“*”不带值，却给了“*”"),
    ]

    /// No line of the parser's is longer.
    static let unbroken = 4000

    /// A label that hangs before its text, the text, and how far in its further lines stand.
    private typealias Line = (lead: String, text: String, hang: Int)

    private static func line(_ english: String) -> Line {
        for (head, chinese) in heads where english.hasPrefix(head) {
            let rest = String(english.dropFirst(head.count)).drop { $0 == " " }
            return (chinese, said(String(rest)), 6)
        }
        guard english.hasPrefix("  ") else { return ("", said(english), 0) }
        // `  --lang <en|zh>          The language of …`
        let content = english.drop { $0 == " " }, indent = english.count - content.count
        if indent > 8 { return (String(repeating: " ", count: indent), said(String(content)), indent) }
        guard let gap = content.range(of: "  ") else { return ("  ", said(String(content)), 2) }
        let text = content[gap...].drop { $0 == " " }
        let lead = english.prefix(english.count - text.count).replacing(" (default)", with: "（默认）")
        let column = 26, filled = lead.trimmingEnd
        return (filled + String(repeating: " ", count: max(column - CellWidth.of(filled), 1)), said(String(text)), column)
    }

    private static let heads = [
        ("OVERVIEW:", "概述："), ("USAGE:", "用法："), ("ARGUMENTS:", "参数："), ("OPTIONS:", "选项："), ("SUBCOMMANDS:", "子命令："),
    ]

    /// A sentence in Chinese, with the values that the parser writes behind it.
    private static func said(_ english: String) -> String {
        if let chinese = sentences[english] { return chinese }
        guard english.hasSuffix(")"), let start = english.lastIndex(of: "("), let chinese = sentences[String(english[..<start]).trimmingEnd]
        else { return english }
        let parts = english[english.index(after: start)...].dropLast().split(separator: ";").map { part -> String in
            let text = part.drop { $0 == " " }
            if text.hasPrefix("values: ") {
                return "可取" + text.dropFirst(8).split(separator: ",").map { $0.drop { $0 == " " } }.joined(separator: "、")
            }
            if text.hasPrefix("default: ") { return "默认" + text.dropFirst(9) }
            return String(text)
        }
        return chinese + "（" + parts.joined(separator: "；") + "）"
    }

    private static func wrapped(_ line: Line) -> String {
        var rows: [String] = [], row = line.lead, width = CellWidth.of(line.lead)
        var word = "", wordWidth = 0
        func flush() {
            if width + wordWidth > 79, width > line.hang {
                rows.append(row.trimmingEnd)
                (row, width) = (String(repeating: " ", count: line.hang), line.hang)
                while word.first == " " { (word, wordWidth) = (String(word.dropFirst()), wordWidth - 1) }
            }
            row += word
            width += wordWidth
            (word, wordWidth) = ("", 0)
        }
        for character in line.text {
            // A sign stays with the word before it; a Chinese character is a word.
            let isHan = CellWidth.of(String(character)) > 1, isSign = "，。；：、）」”".contains(character)
            if !isSign, isHan || character == " " || word.last.map({ CellWidth.of(String($0)) > 1 && $0 != "（" }) == true { flush() }
            word.append(character)
            wordWidth += CellWidth.of(String(character))
        }
        flush()
        return (rows + [row.trimmingEnd]).joined(separator: "\n")
    }

    private static let sentences: [String: String] = [
        "Ask policy documents for their targets, results and measures.": "查询政策文件中的目标、结果和举措。",
        """
        PATH is a document, a table of facts, a folder of them, or one file of `gangmu build`; without one, \
        $GANGMU_DATA or Data/documents of the program.
        """:
            """
            PATH是一份文档、一张数据表、放它们的文件夹，或gangmu build写出的一个文件；不给出时用$GANGMU_DATA或程序的Data/documents。
            """,
        "Exit codes: 0 answered, 1 nothing found with --fail-empty, 2 wrong command, 3 data not found or unreadable, 130 interrupted.":
            "退出码：0 已回答；1 没有找到（用--fail-empty时）；2 命令有误；3 数据不存在或无法读取；130 中断。",
        "The language of messages, headings and help; that of the locale where it is not given.": "提示、表头和帮助所用的语言；不给出时随系统的语言环境。",
        "Whether answers are coloured: auto, on a terminal that shows colours.": "答案是否用颜色；auto指终端能显示颜色时用。",
        "Show the version.": "显示版本。",
        "Show help information.": "显示帮助。",
        "Show subcommand help information.": "显示子命令的帮助。",
        "See 'gangmu help <subcommand>' for detailed help.": "各子命令的详细帮助：gangmu help <subcommand>",
        "Ask questions at a prompt, or line by line from standard input.": "在提示符下提问，或从标准输入逐行读取命令。",
        """
        Without a terminal on standard input, commands are read from it, one a line; the first that fails ends the \
        program and is named by its line.
        """:
            """
            标准输入不是终端时，从中逐行读取命令；第一条出错的命令使程序结束，并指出在第几行。
            """,
        "Documents and folders.": "文档和文件夹。",
        "Do not run init.gm of the configuration folder.": "不运行配置文件夹中的init.gm。",
        "Go on after a command that fails, and end with the worst exit code.": "命令出错后继续，最后以最重的退出码结束。",
        "End with 1 where a query finds nothing.": "查询没有找到任何内容时以1结束。",
        "Write mistakes as JSON, one a line: code, message, start, end, expected, suggestion, suggestions.":
            "错误写成JSON，每行一条：code、message、start、end、expected、suggestion、suggestions。",
        "Answer one command line, such as 'targets 2026 sector:ecology'.": "回答一行命令，例如“目标 2026 领域:生态环境”。",
        "The command line, quoted as one word.": "一行命令，加引号作为一个词。",
        "Run a saved query script.": "运行保存的查询脚本。",
        """
        A script has one command a line; # begins a comment. Its first lines may declare parameters, as param year: \
        year = 2026; $year is the value. $1 … $9 are the arguments, $@ all of them, $$ is a dollar sign. The first \
        command that fails stops the script; it is shown as file:line:column. SCRIPT is a file or the name of one in \
        Scripts/queries: gangmu query scripts.
        """:
            """
            脚本每行一条命令；#后是注释。开头几行可以声明参数，如param year: year = 2026；$year是它的值。$1 … $9是各个参数，$@是全部参数，$$是美元符号。第一条出错的命令使脚本停止，\
            并以“文件:行:列”指出。SCRIPT是一个文件，或Scripts/queries中脚本的名称：gangmu query 脚本。
            """,
        "The script; - for standard input.": "脚本；-指标准输入。",
        "NAME=VALUE, or values in the order of the parameters; what $1 … $9 and $@ stand for.": "NAME=VALUE，或按参数次序给出的值；即$1 … $9和$@所代表的。",
        "A value for a parameter; may be repeated.": "一个参数的值；可重复。",
        "A document or folder; may be repeated.": "一份文档或一个文件夹；可重复。",
        "Read the script and its parameters, and run nothing.": "只检查脚本和参数，不运行。",
        "Print the statements of documents, for programs.": "输出文档中的陈述，供其他程序使用。",
        """
        One JSON object a line: each document, then its goals, figures and measures in the order of the text. With \
        --from-ndjson documents come as lines {"id":…,"text":…} on standard input, with title, place, level, date and \
        year where they are known (base64 instead of text for the bytes of any file); each line of the answer names \
        its document, and one that cannot be read gives a line of type error and stops nothing.
        """:
            """
            每行一个JSON对象：先是文档，再按原文次序是它的任务、数据和举措。用--from-ndjson时，文档是标准输入中的各行{"id":…,"text":…}，已知时另有title、place、level、\
            date和year（任何文件的字节用base64代替text）；答案的每一行都写明所属文档，无法读取的文档给出一行type为error的内容，其余照常。
            """,
        "The form of the output.": "输出的格式。",
        "Give each figure and measure the spans of the words behind its fields, the rules and the signs that were weighed.":
            "为每条数据和举措给出各字段所依据的原文位置、规则和所考虑的迹象。",
        "Documents are lines of JSON, on standard input or in the files named.": "文档是标准输入或所列文件中的JSON行。",
        "Give the text of each document and all else that gangmu build needs to make the graph of the statements alone.":
            "给出每份文档的原文，以及gangmu build仅凭这些陈述建图所需的其他内容。",
        "Documents read at once; one for each processor where it is not given.": "同时读取几份文档；不给出时每个处理器一份。",
        "Read documents once and keep their graph in a file that opens at once.": "一次读完文档，把图存入可即时打开的文件。",
        """
        The file stands wherever a PATH does: gangmu shell FILE, gangmu query LINE FILE. It is written beside its \
        place first, so that FILE is the old graph or the new one whatever happens. Later changes of the documents \
        are taken up by building it again: with --update only files that changed are read.
        """:
            """
            凡写PATH的地方都可以写这个文件：gangmu shell FILE，gangmu query LINE FILE。先写在旁边再换上，因此无论发生什么，FILE不是旧图就是新图。文档后来有变动时重新建图：\
            用--update时只读取有变动的文件。
            """,
        "The file to write.": "要写入的文件。",
        "Read only the files that changed since FILE was built, by their content. The result is that of a new build.":
            "只读取FILE建成之后内容有变动的文件；结果与重新建图相同。",
        "Check a graph that was built, byte for byte and list for list.": "逐字节、逐列表检查建好的图。",
        """
        Every page of FILE is compared with its checksum, and everything that follows from the columns of the graph \
        is made again and compared: lists, counts, the index of texts, keys. What is wrong is named, and the exit \
        code is 3. Commands check what they read as they read it; this is for a file from elsewhere.
        """:
            """
            FILE的每一页都与其校验和比对，凡由图的各列推出的内容（列表、计数、原文索引、键）都重新生成并比对。有误之处会指明，退出码为3。各命令读取时本就检查所读内容；本命令用于来自别处的文件。
            """,
        "Files of gangmu build.": "gangmu build写出的文件。",
        "Write the graph for another program.": "把图写出，供其他程序使用。",
        """
        The ending of FILE says the form: .graphml (networkx, igraph, Gephi), .dot (Graphviz), .ttl and .jsonld (RDF \
        with PROV-O, SKOS and QUDT), .cypher (a folder of CSV files for Neo4j and LadybugDB, with load.cypher), \
        .ndjson (a line for each node and edge), .db or .sqlite (SQLite, with a view for each noun: sqlite3 out.db \
        'select * from targets where year = 2026').
        """:
            """
            FILE的扩展名说明格式：.graphml（networkx、igraph、Gephi），.dot（Graphviz），.ttl和.jsonld（RDF，含PROV-O、SKOS和QUDT），\
            .cypher（供Neo4j和LadybugDB用的CSV文件夹，附load.cypher），.ndjson（每个节点和边一行），.db或.sqlite（SQLite，每个名词一个视图：sqlite3 \
            out.db 'select * from targets where year = 2026'）。
            """,
        "Replace FILE where it is there already.": "FILE已存在时替换它。",
        "Only the rows of this line and what they belong to; not for SQLite.": "只写这一行命令的各行及其所属；不用于SQLite。",
        "Serve an assistant over the Model Context Protocol, on standard input and output.": "在标准输入输出上按模型上下文协议（MCP）为助手服务。",
        """
        Tools: query, open, source, check, related, help. Resources: the documents and their text. It only reads, and \
        every row has the exact words it came from.
        """:
            """
            工具：query、open、source、check、related、help。资源：文档及其原文。只读取，不改动；每一行都附所依据的原文。
            """,
        "Show the graph in a browser, on this machine only.": "在浏览器中查看图，仅限本机。",
        """
        Pages: / with a search box, /?q=LINE, /open/ID, /source/ID; the same as JSON under /api?q=LINE, /api/open/ID, \
        /api/source/ID. It only reads, keeps nothing between requests, and answers to localhost alone. Ctrl-C ends it.
        """:
            """
            页面：/（有搜索框）、/?q=LINE、/open/ID、/source/ID；同样内容的JSON在/api?q=LINE、/api/open/ID、/api/source/ID。只读取，\
            两次请求之间不保留任何内容，只回应localhost。按Ctrl-C结束。
            """,
        "The port; 0 takes one that is free.": "端口；0表示取一个空闲的。",
    ]
}

extension StringProtocol {
    /// Without the spaces at the end.
    fileprivate var trimmingEnd: String {
        var text = Substring(self)
        while text.last == " " { text.removeLast() }
        return String(text)
    }

    fileprivate func range(of gap: String) -> String.Index? {
        var at = startIndex
        while at < endIndex {
            if self[at...].hasPrefix(gap) { return at }
            at = index(after: at)
        }
        return nil
    }

    fileprivate func replacing(_ old: String, with new: String) -> String {
        guard let at = range(of: old) else { return String(self) }
        return String(self[..<at]) + new + String(self[index(at, offsetBy: old.count)...])
    }
}

extension String {
    /// What `chinese` says with the words that stand where `english` has `*`; nil where it is not worded so.
    fileprivate func said(_ english: String, _ chinese: String) -> String? {
        let pieces = english.split(separator: "*", omittingEmptySubsequences: false)
        guard hasPrefix(pieces[0]) else { return nil }
        var rest = self[...].dropFirst(pieces[0].count), words: [String] = []
        for (index, piece) in pieces.enumerated().dropFirst() {
            let isLast = index == pieces.count - 1 && piece.isEmpty
            guard let end = isLast ? rest.endIndex..<rest.endIndex : rest.firstRange(of: piece) else { return nil }
            words.append(Self.listed(String(rest[..<end.lowerBound])))
            rest = rest[end.upperBound...]
        }
        guard rest.isEmpty else { return nil }
        return zip(chinese.split(separator: "*", omittingEmptySubsequences: false), words + [""]).map { $0 + $1 }.joined()
    }

    /// Words of a list between marks, in Chinese marks: 'a', 'b' and 'c'.
    private static func listed(_ english: String) -> String {
        var text = english
        for joint in ["', and '", "' and '", "', '"] { text = text.replacing(joint, with: "”、“") }
        if text.hasPrefix("'") { text = "“" + text.dropFirst() }
        if text.hasSuffix("'") { text = text.dropLast() + "”" }
        return text
    }
}
