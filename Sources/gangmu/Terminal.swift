import ArgumentParser
import Glibc
import Presentation
import QueryLanguage
import Shell

/// What is known of the terminal behind standard output.
enum Terminal {
    /// The screen and what scrolled off it, gone; the cursor in its corner.
    static let clearing = "\u{1B}[H\u{1B}[2J\u{1B}[3J"

    /// When answers are coloured.
    enum Colours: String, ExpressibleByArgument, CaseIterable, Sendable { case auto, always, never }

    /// What `--color` asked for.
    @TaskLocal static var colours = Colours.auto
    /// What `set` asked for.
    @TaskLocal static var settings = Settings()

    /// `set color`, else `--color`.
    private static var wanted: Colours {
        settings.isChanged("color") ? Colours(rawValue: settings["color"]) ?? colours : colours
    }

    /// The style for standard output: plain unless it is a terminal. Asks anew each time, since windows change their size.
    static var style: Style {
        guard isatty(STDOUT_FILENO) == 1 else {
            return Style(width: settings.number("width"), colour: wanted == .always, ambiguousWidth: ambiguousWidth)
        }
        return Style(
            width: width, colour: hasColours, ambiguousWidth: ambiguousWidth,
            linkFolder: hasHyperlinks ? Path.workingFolder : nil)
    }

    /// The style for standard error.
    static var errorStyle: Style {
        guard isatty(STDERR_FILENO) == 1 else { return Style(colour: wanted == .always, ambiguousWidth: ambiguousWidth) }
        return Style(width: width, colour: hasColours, ambiguousWidth: ambiguousWidth)
    }

    /// `set width`, else the columns of the window; 80 where the terminal does not tell.
    private static var width: Int {
        if let width = settings.number("width") { return width }
        var size = winsize()
        for descriptor in [STDOUT_FILENO, STDERR_FILENO] {
            if ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 { return Int(size.ws_col) }
        }
        return 80
    }

    /// `NO_COLOR`, set and not empty, and the terminal type `dumb` turn colours off.
    static var hasColours: Bool {
        switch wanted {
        case .always: true
        case .never: false
        case .auto: InteractiveShell.wantsColours && Environment["TERM"] != "dumb"
        }
    }

    /// Cells of an ambiguous character such as `…`; `GANGMU_AMBIGUOUS_WIDTH=2` for terminals that draw them wide.
    static var ambiguousWidth: Int { settings.number("ambiguous") ?? standardAmbiguousWidth }

    private static var standardAmbiguousWidth: Int { Environment["GANGMU_AMBIGUOUS_WIDTH"] == "2" ? 2 : 1 }

    private static var hasHyperlinks: Bool {
        switch settings["hyperlinks"] {
        case "on": true
        case "off": false
        default: hasColours && knowsHyperlinks
        }
    }

    /// Terminals known to show OSC 8 hyperlinks, by the variables they set; asking the terminal could hang.
    private static var knowsHyperlinks: Bool {
        if let version = Environment["VTE_VERSION"].flatMap({ Int($0) }), version >= 5000 { return true }
        return Environment["KITTY_WINDOW_ID"] != nil || Environment["WT_SESSION"] != nil
            || ["iTerm.app", "WezTerm", "vscode", "ghostty"].contains(Environment["TERM_PROGRAM"])
    }
}
