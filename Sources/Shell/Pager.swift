import CLibEdit
import Glibc
import Presentation

/// The program that shows text longer than the terminal: `$GANGMU_PAGER`, else `$PAGER`, else `less -R`.
public enum Pager {
    /// Shows `text` where standard input and output are a terminal and it is longer than that, or a table that is wider; false
    /// where it has not been shown.
    /// - Parameter headerLines: Lines at its beginning that stay in sight, where the pager can keep them.
    public static func show(_ text: String, headerLines: Int, ambiguousWidth: Int = 1) -> Bool {
        guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1, let command, Environment["TERM"] ?? "dumb" != "dumb"
        else { return false }
        var columns: Int32 = 0, rows: Int32 = 0
        gm_terminal_size(&columns, &rows)
        let height = height(of: text, columns: Int(columns), most: Int(rows), ambiguousWidth: ambiguousWidth)
        // Rows that the terminal would fold are no table any more.
        guard height.rows >= Int(rows) || headerLines > 0 && height.isWide else { return false }
        let heading = text.split(separator: "\n", maxSplits: headerLines, omittingEmptySubsequences: false).prefix(headerLines).last ?? ""
        let words = prompt(withoutSequences(heading), columns: Int(columns), ambiguousWidth: ambiguousWidth)
        let status = script(command, chops: height.isWide, every: max(2, Int(rows) - 2)).withCString { script in
            String(headerLines).withCString { header in
                words.withCString { words in text.withUTF8Bytes { gm_page(script, header, words, $0, $1) } }
            }
        }
        Interrupts.clear()
        // 126 and 127: there is no such program.
        return status >= 0 && status != 126 && status != 127
    }

    /// Nil where it is set and empty.
    static var command: String? {
        let command = Environment["GANGMU_PAGER"] ?? Environment["PAGER"] ?? "less -R"
        return command.allSatisfy(\.isWhitespace) ? nil : command
    }

    /// For the system's shell. Its first argument is the number of heading lines, its second the last of them: `less` keeps them
    /// above the text where it has `--header`, else the last in the place of its prompt. Older ones spell a prompt byte by byte, so
    /// that a Chinese heading is repeated in the text instead, once for each screen of `every` lines.
    static func script(_ command: String, chops: Bool, every: Int) -> String {
        let name = command.split(whereSeparator: \.isWhitespace).first?.split(separator: "/").last
        guard name == "less" else { return command }
        // -X: what was seen last stays on the screen, with the numbers that can be typed.
        let less = "\(command) -R -X\(chops ? " -S" : "")"
        return """
            if [ "$1" = 0 ]; then set --
            elif less --help 2>/dev/null | grep -q -e --header; then set -- "--header=$1"
            elif printf %s "$2" | LC_ALL=C grep -q '[^ -~]'; then
                awk -v last="$1" 'NR == last { heading = $0 } NR > last && (NR - last) % \(every) == 0 { print heading } { print }' | \(less)
                exit
            else set -- "-Ps$2"
            fi
            exec \(less) "$@"
            """
    }

    /// A line as a prompt of `less`, in which some characters have a meaning; one row at most.
    private static func prompt(_ line: String, columns: Int, ambiguousWidth: Int) -> String {
        var prompt = "", used = 0
        for scalar in line.unicodeScalars where scalar.value >= 0x20 {
            used += CellWidth.of(scalar, ambiguous: ambiguousWidth)
            guard used < columns else { break }
            if "?:.%\\".unicodeScalars.contains(scalar) { prompt += "\\" }
            prompt.unicodeScalars.append(scalar)
        }
        return prompt
    }

    /// Rows of the terminal that `text` takes, counted up to `most`, and whether a line among them is wider than it.
    static func height(of text: String, columns: Int, most: Int, ambiguousWidth: Int = 1) -> (rows: Int, isWide: Bool) {
        var rows = 0, isWide = false
        for line in text.split(separator: "\n", omittingEmptySubsequences: false).dropLast(text.hasSuffix("\n") ? 1 : 0) {
            guard rows < most else { break }
            let cells = line.utf8.count <= columns ? 0 : CellWidth.of(withoutSequences(line), ambiguous: ambiguousWidth)
            isWide = isWide || cells > columns
            rows += max(1, (cells + columns - 1) / max(1, columns))
        }
        return (rows, isWide)
    }

    private enum SequenceState { case text, escape, csi, osc, oscEscape }

    /// Without colours (CSI) and hyperlinks (OSC), which take no cells.
    static func withoutSequences(_ text: some StringProtocol) -> String {
        guard text.utf8.contains(0x1B) else { return String(text) }
        var state = SequenceState.text, plain = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch state {
            case .text: if scalar == "\u{1B}" { state = .escape } else { plain.append(scalar) }
            case .escape: state = scalar == "[" ? .csi : scalar == "]" ? .osc : .text
            case .csi: if (0x40...0x7E).contains(scalar.value) { state = .text }
            case .osc: if scalar == "\u{1B}" { state = .oscEscape } else if scalar == "\u{07}" { state = .text }
            case .oscEscape: state = scalar == "\\" ? .text : .osc
            }
        }
        return String(plain)
    }
}
