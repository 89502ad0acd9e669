import Documents
import QueryLanguage
import Shell

/// `init.gm` of the configuration folder: a script like any other, run before the first prompt. Its mistakes are named and change
/// nothing else.
enum InitialScript {
    /// `$XDG_CONFIG_HOME/gangmu/init.gm`, else that of `~/.config`; nil without a home.
    static var path: String? { ConfigurationFolder.path.map { $0 + "/init.gm" } }

    static func run(in interpreter: inout Interpreter) {
        guard let path, FileSystem.exists(path) else { return }
        do throws(FileFailure) {
            let bytes = try FileSystem.read(path)
            do throws(Script.Mistake) {
                let script = try Script(name: path, bytes: bytes, arguments: Script.Arguments(), session: interpreter.session)
                let goesOn = interpreter.goesOn
                interpreter.goesOn = true
                _ = interpreter.execute(script) { reply in
                    Output.write(reply.output)
                    Output.write(reply.remarks + reply.problem, to: 2)
                    return true
                }
                interpreter.goesOn = goesOn
            } catch {
                Output.write(interpreter.failure(error.diagnostic, error.line, error.place).problem, to: 2)
            }
        } catch {
            Output.write("gangmu: \(error)\n", to: 2)
        }
    }
}

/// Where a person's own scripts and settings lie.
enum ConfigurationFolder {
    /// `gangmu` in `$XDG_CONFIG_HOME` or `~/.config`; nil without a home.
    static var path: String? {
        if let folder = Environment["XDG_CONFIG_HOME"], folder.hasPrefix("/") { return folder + "/gangmu" }
        guard let home = Environment["HOME"], !home.isEmpty else { return nil }
        return home + "/.config/gangmu"
    }
}
