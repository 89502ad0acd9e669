import Documents

/// One page of HTML that needs nothing else: no network, no other file. Light and dark follow the reader's system; everything
/// is reached by the keyboard.
///
/// A page is made of sections, each written by a type of its own; `HTMLText.escaped` is the only way for text into them.
public struct HTMLPage: Sendable {
    public struct Section: Sendable {
        /// Nil where the page's title says it.
        public var heading: String?
        /// HTML, with all text in it escaped.
        public var body: String

        public init(heading: String? = nil, body: String) {
            self.heading = heading
            self.body = body
        }
    }

    public var title: String
    public var sections: [Section] = []
    /// Style rules and scripts that sections of this page need besides those of every page; each is written once.
    public var styles: [String] = []
    public var scripts: [String] = []

    /// On a site: drawn for this page alone; styles and scripts are let run by it (w3.org/TR/CSP3, nonces).
    public var nonce: String?

    public init(title: String, sections: [Section] = []) {
        self.title = title
        self.sections = sections
    }

    /// The whole page, in the tongue of the moment.
    public var text: String {
        let title = HTMLText.escaped(title)
        let mark = nonce.map { " nonce=\"\($0)\"" } ?? ""
        // A site says it in a header.
        let policy = nonce != nil ? "" : """
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'">

            """
        var body = ""
        for section in sections {
            body += "<section>\n"
            if let heading = section.heading { body += "<h2>\(HTMLText.escaped(heading))</h2>\n" }
            body += section.body + "</section>\n"
        }
        return """
            <!DOCTYPE html>
            <html lang="\(Tongue.current == .chinese ? "zh-CN" : "en")">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            \(policy)<title>\(title)</title>
            <style\(mark)>
            \(([Self.style] + Self.unique(styles)).joined(separator: "\n"))
            </style>
            </head>
            <body>
            <main>
            <h1>\(title)</h1>
            \(body)</main>
            \(Self.unique(scripts).map { "<script\(mark)>\n\($0)\n</script>\n" }.joined())</body>
            </html>

            """
    }

    private static func unique(_ texts: [String]) -> [String] {
        var seen: Set<String> = []
        return texts.filter { seen.insert($0).inserted }
    }

    private static let style = """
        :root { color-scheme: light dark; --ink: #1d1d1f; --ground: #fff; --faint: #5c6066; --line: #d0d4da; --shade: #f3f5f8; --accent: #0a5cad; }
        @media (prefers-color-scheme: dark) {
          :root { --ink: #e8e8ea; --ground: #16181b; --faint: #a4a9b0; --line: #3a3f46; --shade: #22262b; --accent: #7db8f2; }
        }
        body { margin: 0; background: var(--ground); color: var(--ink); line-height: 1.6;
          font-family: system-ui, "PingFang SC", "Hiragino Sans GB", "Microsoft YaHei", "Noto Sans CJK SC", "Source Han Sans SC", "WenQuanYi Micro Hei", sans-serif; }
        main { max-width: 80rem; margin: 0 auto; padding: 1rem 1.5rem 3rem; }
        h1 { font-size: 1.3rem; } h2 { font-size: 1.1rem; margin-top: 2rem; }
        a { color: var(--accent); }
        :focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
        .frame { overflow-x: auto; }
        table { border-collapse: collapse; font-variant-numeric: tabular-nums; }
        caption { text-align: left; color: var(--faint); padding: .3rem 0; }
        th, td { padding: .3rem .7rem; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; }
        th { background: var(--shade); white-space: nowrap; }
        thead th { position: sticky; top: 0; }
        .number { text-align: right; } .number, .short { white-space: nowrap; } .properties .number { text-align: left; }
        th button { font: inherit; font-weight: 600; color: inherit; background: none; border: 0; padding: 0; cursor: pointer; }
        th button::after { content: " ↕"; color: var(--faint); }
        th[aria-sort=ascending] button::after { content: " ↑"; } th[aria-sort=descending] button::after { content: " ↓"; }
        tbody tr:hover { background: var(--shade); }
        blockquote { margin: 1rem 0; padding: .2rem 1rem; border-left: 3px solid var(--accent); }
        mark { background: none; color: inherit; font-weight: 600; text-decoration: underline; text-underline-offset: .2em; }
        h3 { font-size: 1rem; margin: 1.2rem 0 .2rem; } article:target { background: var(--shade); box-shadow: 0 0 0 .6rem var(--shade); }
        input, button { font: inherit; padding: .25rem .5rem; } input { max-width: 70vw; } pre { overflow-x: auto; }
        dt { font-weight: 600; } .note { color: var(--faint); }
        @media print { th button::after { content: ""; } .frame { overflow: visible; } thead th { position: static; } }
        """
}

/// Text on its way into HTML.
public enum HTMLText {
    /// `text` as it shows: without control characters, and with the signs of HTML written out.
    public static func escaped(_ text: String) -> String {
        var escaped = ""
        for character in SafeText.line(text).unicodeScalars {
            switch character {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "\"": escaped += "&quot;"
            case "'": escaped += "&#39;"
            default: escaped.unicodeScalars.append(character)
            }
        }
        return escaped
    }
}
