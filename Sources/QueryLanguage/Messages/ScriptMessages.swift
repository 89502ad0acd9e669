import Documents

/// Of scripts and files.
extension Message {
    public static func written(_ path: String, rows: Int?) -> Message {
        guard let rows else { return Message("\(path) written", "已写入\(path)") }
        return Message("\(path): \(rows == 1 ? "1 row" : "\(rows) rows")", "已写入\(path)：\(rows)行")
    }
    public static func writtenGraph(_ path: String, nodes: Int, files: Int? = nil) -> Message {
        if let files {
            return Message(
                "\(path): a folder of \(files) files, \(nodes == 1 ? "1 node" : "\(nodes) nodes")", "已写入文件夹\(path)：\(files)个文件，\(nodes)个节点")
        }
        return Message("\(path): \(nodes == 1 ? "1 node" : "\(nodes) nodes")", "已写入\(path)：\(nodes)个节点")
    }
    public static func alreadyThere(_ path: String) -> Message {
        Message("\(path) is there already; it is not replaced", "\(path)已存在，不覆盖")
    }
    public static func cannotWrite(_ path: String, _ reason: Message) -> Message {
        Message("\(path) cannot be written: \(reason.english)", "\(path)无法写入：\(reason.chinese)")
    }
    public static func rowsShown(_ shown: Int, of all: Int) -> Message {
        Message("\(shown) of \(all) rows; `set rows all` shows all", "共\(all)行，显示\(shown)行；`设置 行数 all`显示全部")
    }
    public static func noScripts(_ folder: String) -> Message {
        Message("no scripts are saved yet: put files with commands, NAME.gm, into \(folder)", "还没有保存的脚本：把写有命令的文件（名称.gm）放入\(folder)")
    }
    public static let tutorialAtPrompt = Message("the tutorial is for the prompt", "教程只能在提示符下进行")
    public static func noScript(_ name: String) -> Message {
        Message("there is no script ‘\(name)’; `scripts` lists them", "没有脚本“\(name)”；“脚本”可列出已有的")
    }
    public static func scriptRunsItself(_ path: String) -> Message { Message("\(path) runs itself", "\(path)运行自身") }
    public static let editsOnTerminal = Message("scripts are edited on a terminal only", "只能在终端上编辑脚本")
    public static func noEditor(_ editor: String) -> Message {
        Message("the editor ‘\(editor)’ failed; EDITOR names another", "编辑器“\(editor)”出错；可用EDITOR指定另一个")
    }
    public static func checked(_ path: String, commands: Int, parameters: Int) -> Message {
        Message(
            "\(path): \(commands) \(commands == 1 ? "command" : "commands"), \(parameters) \(parameters == 1 ? "parameter" : "parameters"), no mistake found",
            "\(path)：\(commands)条命令，\(parameters)个参数，没有发现错误")
    }
    public static func parameterMissing(_ name: String, _ type: Message) -> Message {
        Message("the parameter \(name) (\(type.english)) has no value", "参数\(name)（\(type.chinese)）没有值")
    }
    public static func parameterUnknown(_ name: String) -> Message {
        Message("the script has no parameter ‘\(name)’", "脚本没有参数“\(name)”")
    }
    public static func parameterTwice(_ name: String) -> Message {
        Message("the parameter \(name) has two values", "参数\(name)有两个值")
    }
    public static func tooManyArguments(_ value: String, parameters: Int) -> Message {
        Message(
            "‘\(value)’ is one value too many: the script has \(parameters) \(parameters == 1 ? "parameter" : "parameters")",
            "多出一个值“\(value)”：脚本有\(parameters)个参数")
    }
    public static func notOfType(_ name: String, _ value: String, _ type: Message) -> Message {
        Message("\(name): ‘\(value)’ is no \(type.english)", "\(name)：“\(value)”不是\(type.chinese)")
    }
    public static func unknownType(_ word: String) -> Message {
        Message("‘\(word)’ is no type of parameters", "没有“\(word)”这种参数类型")
    }
    public static let parameterForm = Message(
        "a parameter is written: param NAME: TYPE = DEFAULT", "参数写作：参数 名称: 类型 = 缺省值")
    public static let parametersFirst = Message("parameters stand before the first command", "参数须写在第一条命令之前")
}
