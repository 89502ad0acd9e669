import QueryLanguage

extension Message {
    static func noCompanion(_ service: String) -> Message {
        Message(
            "\(service) needs the program gangmu-services beside this one; Scripts/gangmu \(service) builds both",
            "\(service)需要与本程序放在一起的gangmu-services；Scripts/gangmu \(service)会同时构建两者")
    }
    static func cannotStart(_ program: String, reason: String) -> Message {
        Message("\(program) cannot be started: \(reason)", "无法启动\(program)：\(reason)")
    }
    /// The program that writes it has said why.
    static func databaseFailed(_ path: String) -> Message { Message("\(path) was not written", "\(path)没有写成") }
    static func unknownEnding(_ file: String, known: String) -> Message {
        Message("\(file): its ending says no form that can be written; there are \(known)", "\(file)：不能按文件名的结尾判断格式；可用：\(known)")
    }
    static func fileExists(_ file: String) -> Message {
        Message("\(file) is there already; --force replaces it", "\(file)已存在；加--force可替换")
    }
}
