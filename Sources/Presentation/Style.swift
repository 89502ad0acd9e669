/// What the place that an answer is printed to can do. The program finds it out; nothing here asks a terminal.
public struct Style: Sendable, Hashable {
    /// Cells of a line; nil where lines may be as long as they are, as in a file or a pipe.
    public var width: Int?
    /// Whether lines may hold colours and emphasis (SGR sequences).
    public var colour: Bool
    /// Cells of a character of the class East Asian Ambiguous: 1, or 2 in many terminals set up for Chinese.
    public var ambiguousWidth: Int
    /// The folder that relative paths of hyperlinks (OSC 8) start from; nil where the terminal knows no hyperlinks.
    public var linkFolder: String?

    public init(width: Int? = nil, colour: Bool = false, ambiguousWidth: Int = 1, linkFolder: String? = nil) {
        self.width = width
        self.colour = colour
        self.ambiguousWidth = ambiguousWidth
        self.linkFolder = linkFolder
    }

    /// For files and pipes.
    public static let plain = Style()

    var layout: TextLayout { TextLayout(ambiguousWidth: ambiguousWidth) }

    /// `text` in the look of `role`, where colours are on.
    func ink(_ text: String, _ role: Ink?) -> String {
        guard let role else { return text }
        return colour && !text.isEmpty ? "\u{1B}[\(role.rawValue)m\(text)\u{1B}[0m" : text
    }

    /// `text` as a hyperlink to the file at `path`, where hyperlinks are on.
    func link(_ text: String, toFile path: String) -> String {
        guard let linkFolder, !path.isEmpty else { return text }
        let absolute = path.hasPrefix("/") ? path : linkFolder + "/" + path
        return "\u{1B}]8;;file://\(Self.percentEncoded(absolute))\u{1B}\\\(text)\u{1B}]8;;\u{1B}\\"
    }

    private static func percentEncoded(_ path: String) -> String {
        var encoded = ""
        for byte in path.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "/"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"):
                encoded.unicodeScalars.append(Unicode.Scalar(byte))
            default:
                let digits = String(byte, radix: 16, uppercase: true)
                encoded += "%" + (digits.count == 1 ? "0" : "") + digits
            }
        }
        return encoded
    }
}

/// What a piece of text is, as SGR parameters that read well on light and on dark ground.
enum Ink: String {
    case heading = "1"
    /// Row numbers, notes, places of sources.
    case aside = "2"
    case marked = "1;4"
    /// Words of the language, names of relations and properties.
    case name = "36"
    case error = "1;31"
    case suggestion = "32"
}
