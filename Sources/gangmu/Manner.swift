import ArgumentParser
import Documents
import Presentation
import Shell

/// How the program speaks, whatever it is asked: the options that every subcommand takes.
struct Manner: ParsableArguments {
    @Option(
        help: ArgumentHelp("The language of messages, headings and help; that of the locale where it is not given.", valueName: "en|zh"))
    var lang: Tongue?

    @Option(help: ArgumentHelp("Whether answers are coloured: auto, on a terminal that shows colours.", valueName: "auto|always|never"))
    var color: Terminal.Colours = .auto

    var tongue: Tongue { lang ?? Tongue.ofLocale }
}

/// A subcommand with those options.
protocol SpeakingCommand: ParsableCommand {
    var manner: Manner { get }
}

extension Tongue: ExpressibleByArgument {
    /// That of `--lang`, where help is asked for and the arguments were not all read; else that of the locale.
    static func asked(by arguments: [String]) -> Tongue {
        for (at, word) in arguments.enumerated() {
            if word == "--lang", at + 1 < arguments.count, let tongue = Tongue(rawValue: arguments[at + 1]) { return tongue }
            if word.hasPrefix("--lang="), let tongue = Tongue(rawValue: String(word.dropFirst(7))) { return tongue }
        }
        return ofLocale
    }

    /// That of `LC_ALL`, `LC_MESSAGES` or `LANG`, the first that is set: Chinese where it begins with `zh`.
    static var ofLocale: Tongue {
        let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap { Environment[$0] }.first { !$0.isEmpty }
        return locale?.lowercased().hasPrefix("zh") == true ? .chinese : .english
    }
}
