import Documents
import Lexicon
import QueryLanguage

/// One JSON value: an array of objects for a table, an object for a card or a page.
struct JSONFormat: AnswerFormat {
    let style: Style
    static let holdsNotes = false

    func text(of table: Table) -> String {
        let records = Records(table)
        var json = JSONWriter()
        json.beginArray()
        for row in records.rows.heeded {
            json.breakLine()
            json.record(records.names, row)
        }
        if !records.rows.isEmpty { json.newLine() }
        json.endArray()
        json.newLine()
        return json.text
    }

    func text(of card: Card) -> String {
        var json = JSONWriter()
        json.card(card)
        json.newLine()
        return json.text
    }

    func text(of page: Page) -> String {
        var json = JSONWriter()
        json.page(page)
        json.newLine()
        return json.text
    }
}

extension JSONWriter {
    var text: String { String(decoding: bytes, as: UTF8.self) }

    mutating func record(_ names: [String], _ values: [FieldValue]) {
        beginObject()
        for (name, field) in zip(names, values) {
            key(name)
            value(field)
        }
        endObject()
    }

    mutating func card(_ card: Card) {
        let records = Records(card)
        beginObject()
        key(plain: "heading")
        value(card.heading)
        key(plain: "properties")
        record(records.names, records.rows.first ?? [])
        key(plain: "source")
        if let source = card.source { self.source(source) } else { null() }
        key(plain: "links")
        beginArray()
        for link in card.links {
            beginObject()
            key(plain: "relation")
            value(link.relation.code)
            key(plain: "label")
            value(link.label)
            if let reason = link.reason {
                key(plain: "reason")
                value(reason)
            }
            endObject()
        }
        endArray()
        key(plain: "more")
        beginArray()
        for more in card.more {
            record(
                ["relation", "count", "command"],
                [.text(more.relation.code), .number(DecimalNumber(more.count)), .text(more.command)])
        }
        endArray()
        endObject()
    }

    private mutating func source(_ source: Citation) {
        beginObject()
        key(plain: "document")
        value(source.document)
        key(plain: "path")
        value(source.path)
        key(plain: "line")
        value(source.line)
        key(plain: "sentence")
        value(source.sentence)
        key(plain: "start")
        value(source.marked.start)
        key(plain: "end")
        value(source.marked.end)
        endObject()
    }

    mutating func page(_ page: Page) {
        beginObject()
        key(plain: "blocks")
        beginArray()
        for block in page.blocks {
            beginObject()
            switch block {
            case .heading(let text):
                key(plain: "heading")
                value(text)
            case .paragraph(let text):
                key(plain: "paragraph")
                value(text)
            case .definitions(let list):
                key(plain: "definitions")
                beginArray()
                for definition in list {
                    record(["term", "text"], [.text(definition.term), .text(definition.text)])
                }
                endArray()
            case .examples(let examples):
                key(plain: "examples")
                beginArray()
                for example in examples { value(example) }
                endArray()
            }
            endObject()
        }
        endArray()
        endObject()
    }
}
