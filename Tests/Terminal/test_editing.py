"""Random edit sessions: after every key the screen is what a plain model of the line says."""
import random
import unittest

from terminal import BACKSPACE, CTRL, DELETE, END, HOME, LEFT, PROMPT, RIGHT, Home, Terminal

WIDE = "碳达峰能耗就业龘，。《》（）％Ａ"
NARROW = "xzq0937 .%-“”…—·≥①"
CELLS = {**{c: 2 for c in WIDE}, **{c: 1 for c in NARROW}}


def cells(text):
    return sum(2 if c in "纲目" else CELLS.get(c, 1) for c in text)


class Model:
    """A line and what keys do to it. In libedit ^Y brings back a character that Delete took, too."""

    def __init__(self, killed=""):
        self.text, self.cursor, self.killed = "", 0, killed

    def press(self, key):
        t, c = self.text, self.cursor
        if key == LEFT:
            self.cursor = max(0, c - 1)
        elif key == RIGHT:
            self.cursor = min(len(t), c + 1)
        elif key in (HOME, CTRL["A"]):
            self.cursor = 0
        elif key in (END, CTRL["E"]):
            self.cursor = len(t)
        elif key == BACKSPACE:
            if c:
                self.text, self.cursor = t[:c - 1] + t[c:], c - 1
        elif key == DELETE:
            if c < len(t):
                self.text, self.killed = t[:c] + t[c + 1:], t[c]
        elif key == CTRL["K"]:
            self.text, self.killed = t[:c], t[c:]
        elif key == CTRL["U"]:
            self.text, self.killed, self.cursor = "", t, 0
        elif key == CTRL["Y"]:
            self.text, self.cursor = t[:c] + self.killed + t[c:], c + len(self.killed)
        else:
            self.text, self.cursor = t[:c] + key + t[c:], c + len(key)

    def rows(self, columns):
        """The rows on a terminal, and the cursor's column and row."""
        rows, used, at = [PROMPT], cells(PROMPT), None
        for i, c in enumerate(self.text):
            if used + cells(c) > columns:
                rows.append("")
                used = 0
            if i == self.cursor:
                at = used, len(rows) - 1
            rows[-1] += c
            used += cells(c)
        if at is None:
            if used >= columns:
                rows.append("")
                used = 0
            at = used, len(rows) - 1
        return [r.rstrip() for r in rows], at


KEYS = [LEFT] * 6 + [RIGHT] * 3 + [HOME, END, CTRL["A"], CTRL["E"]] + [BACKSPACE] * 4 + [DELETE] * 2 + [CTRL["K"], CTRL["Y"]]


def session(seed, keys, longest=None, killed=""):
    """Keys of one session, the same for the same seed; the line stays within `longest` cells."""
    pick = random.Random(seed)
    model, out = Model(killed), []
    while len(out) < keys:
        if pick.random() < 0.55:
            key = pick.choice(WIDE if pick.random() < 0.6 else NARROW)
            if longest and cells(model.text) + 2 > longest:
                key = BACKSPACE
            if not model.text and key == " ":
                continue
        else:
            key = pick.choice(KEYS)
            if key == CTRL["Y"] and longest and cells(model.text + model.killed) > longest:
                continue
        model.press(key)
        out.append(key)
    return out


class Sessions(unittest.TestCase):
    def play(self, seeds, columns, keys, longest, colours):
        home = Home()
        terminal = Terminal(home, columns, 24, environment={} if colours else {"NO_COLOR": "1"})
        wrong, model = [], None
        try:
            for seed in seeds:
                if len(wrong) > 5:
                    break
                # The x at the end shows that all keys before it were read: Ctrl-C throws away the others. What ^Y brings
                # back outlives a dropped line.
                model, top = Model(model.killed if model else ""), terminal.cursor[1]
                for number, key in enumerate(session(seed, keys, longest, model.killed) + ["x"]):
                    model.press(key)
                    rows, at = model.rows(columns)
                    terminal.send(key)

                    def right(t):
                        first = min(top, t.rows - len(rows))
                        return t.cursor == (at[0], first + at[1]) and all(t.row(first + y) == r for y, r in enumerate(rows))
                    try:
                        terminal.wait(right, timeout=3)
                    except AssertionError as failure:
                        wrong.append(f"seed {seed}, key {number} {key!r}, line {model.text!r}, cursor {model.cursor}: {failure}")
                        break
                    top = min(top, terminal.rows - len(rows))
                terminal.send(CTRL["C"])
                terminal.wait(lambda t: b"^C" in t.raw and t.row() == PROMPT.rstrip() and t.cursor[0] == 6, "the line dropped")
                terminal.send(CTRL["L"])
                terminal.wait(lambda t: t.row(0) == PROMPT.rstrip() and t.cursor == (6, 0), "a new line")
                terminal.raw = b""
        finally:
            terminal.close()
            home.close()
        return wrong

    def test_one_row(self):
        wrong = self.play(range(300), 80, 30, 70, colours=False)
        self.assertFalse(wrong[:3], f"{len(wrong)} of 300 sessions wrong")

    def test_one_row_in_colours(self):
        wrong = self.play(range(1000, 1060), 80, 30, 70, colours=True)
        self.assertFalse(wrong[:3], f"{len(wrong)} of 60 sessions wrong")

    def test_wrapped(self):
        for columns in 31, 40:
            with self.subTest(columns=columns):
                wrong = self.play(range(2000 + columns, 2060 + columns), columns, 60, None, colours=False)
                self.assertFalse(wrong[:3], f"{len(wrong)} of 60 sessions wrong")


if __name__ == "__main__":
    unittest.main()
