import QueryLanguage

/// Rows below what they share: columns whose values come again become branches, the other columns a leaf each. A card is a tree
/// of its properties and its links.
struct TreeFormat: AnswerFormat {
    let style: Style
    static let holdsNotes = true

    private final class Branch {
        private(set) var label: String
        let ink: Ink?
        var branches: [Branch] = []
        private var byLabel: [String: Branch] = [:]

        init(_ label: String, _ ink: Ink? = nil) {
            self.label = label
            self.ink = ink
        }

        func branch(_ label: String, _ ink: Ink?) -> Branch {
            if let known = byLabel[label] { return known }
            let new = Branch(label, ink)
            byLabel[label] = new
            branches.append(new)
            return new
        }

        /// Takes in a branch that is alone below this one, and so on down; leaves stay apart.
        func join() {
            while branches.count == 1, let only = branches.first, !only.branches.isEmpty {
                label += "  " + only.label
                branches = only.branches
            }
            branches.forEach { $0.join() }
        }
    }

    func text(of table: Table) -> String {
        let root = Branch("")
        let texts = table.rows.heeded.map { $0.map(\.text) }
        let branching = branchColumns(table, texts)
        for row in texts.indices.heeded {
            var place = root
            for column in branching where !texts[row][column].isEmpty { place = place.branch(texts[row][column], .name) }
            let leaf = table.columns.indices.filter { !branching.contains($0) }.map { texts[row][$0] }.filter { !$0.isEmpty }
            place.branches.append(Branch(leaf.joined(separator: "  ")))
        }
        root.branches.heeded.forEach { $0.join() }
        return lines(root.branches, before: "", isTop: true)
    }

    func text(of card: Card) -> String {
        let root = Branch(SafeText.line(card.heading), .heading)
        for (column, value) in card.properties where value != .empty {
            root.branches.append(Branch(column.heading + "  " + value.text))
        }
        if let source = card.source {
            root.branches.append(Branch(SafeText.line("\(source.path.isEmpty ? source.document : source.path):\(source.line)"), .aside))
        }
        for link in card.links {
            root.branch(SafeText.line(link.relation.name.text), .name).branches.append(Branch(SafeText.line(link.text)))
        }
        for more in card.more {
            let relation = root.branch(SafeText.line(more.relation.name.text), .name)
            relation.branches.append(Branch(Message.more(more.count, SafeText.line(more.command)).text, .aside))
        }
        return lines([root], before: "", isTop: true)
    }

    func text(of page: Page) -> String { PageText(style: style).text(of: page) }

    /// Columns of words or years in which most values come again, those with the fewest values first; one column at least is
    /// left for the leaves.
    private func branchColumns(_ table: Table, _ texts: [[String]]) -> [Int] {
        var columns: [(column: Int, values: Int)] = []
        for column in table.columns.indices where !table.columns[column].rightAligned {
            let filled = texts.heeded.map { $0[column] }.filter { !$0.isEmpty }
            let values = filled.heeded.reduce(into: Set<String>()) { $0.insert($1) }.count
            if filled.count > 1, values * 2 <= filled.count { columns.append((column, values)) }
        }
        let sorted = columns.sorted { ($0.values, $0.column) < ($1.values, $1.column) }.map(\.column)
        return Array(sorted.prefix(min(3, table.columns.count - 1)))
    }

    private func lines(_ branches: [Branch], before: String, isTop: Bool = false) -> String {
        let layout = style.layout
        // Lines of a box are wide in some terminals for Chinese; ASCII is not.
        let plain = style.ambiguousWidth != 1
        var text = ""
        for (place, branch) in branches.enumerated().heeded {
            let isLast = place == branches.count - 1
            let fork = isTop ? "" : plain ? (isLast ? "`- " : "|- ") : (isLast ? "└─ " : "├─ ")
            let rest = isTop ? "" : isLast ? "   " : plain ? "|  " : "│  "
            let room = style.width.map { max(8, $0 - layout.width(before + fork)) }
            let below = before + rest + (branch.branches.isEmpty ? "" : plain ? "|  " : "│  ")
            for (row, line) in layout.lines(of: branch.label, cells: room.map { branch.branches.isEmpty ? $0 : max(8, $0 - 3) })
                .enumerated()
            {
                text += style.ink(row == 0 ? before + fork : below, .aside) + style.ink(String(branch.label[line]), branch.ink) + "\n"
            }
            text += lines(branch.branches, before: before + rest)
        }
        return text
    }
}
