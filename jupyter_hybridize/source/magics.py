"""IPython's syntax overwritten in place by Python that does as little: every line and column stays where it was.

========================  ==================================================================================
``%magic``, ``!ls``       ``pass``; within a function, where its output counts, ``print()`` or ``_i()``
``x = !ls``               ``x = _i``: a name that no notebook binds, so nothing is known of it
``%time f(x)``            ``0;    f(x)``
``x?``                    ``pass``
``%%time``, its body      a blank line, the body
``%%bash``, its body      blank lines; :attr:`Masked.skipped` is ``%%bash``
========================  ==================================================================================

IPython finds its escapes in Python's tokens, all of them afresh after each one, and differently in each version of
Python. The scanner here goes over the text once: it tells strings, comments and brackets apart, and nothing else.
"""

from __future__ import annotations

import ast
import re
from dataclasses import dataclass

from jupyter_hybridize.source.lexing import COMMENT, EOL, NEWLINE, STRING, blank
from jupyter_hybridize.source.magic_names import MagicEffect, cell_magic, is_automagic, line_code, line_magic
from jupyter_hybridize.source.parse import LONGEST, parse_text

UNBOUND = ("_i", "_")  # names of IPython that no notebook binds: they stand for what it computes


@dataclass(frozen=True, slots=True)
class Masked:
    """A cell's text with Python syntax only."""

    text: str
    skipped: str | None = None
    runs_unknown_code: bool = False


_INVISIBLE = "\xa0\u1680\u2000-\u200b\u202f\u205f\u3000"  # spaces that Python refuses
_SUSPECT = re.compile(
    rf"(?:^|[\r\n])[ \t\f]*(?:[%!?,;/]|>>>|In \[)|=[ \t]*[%!]|\?[ \t]*(?:[\r\n]|$)|[\ufeff{_INVISIBLE}]"
)
_NESTED = 3  # escapes that follow each other on a line, as in `%time %timeit f(x)`
_SPACE = re.compile(rf"[ \t\f{_INVISIBLE}]*")
_CELL_MAGIC = re.compile(rf"(?:[ \t\f]*(?:\#[^\r\n]*)?{EOL})*[ \t\f]*%%(?P<name>[^\s?%]+)(?=\s|\Z)(?P<rest>[^\r\n]*)")
_LINE_MAGIC = re.compile(r"%{1,2}(?P<name>[\w.]+)(?P<rest>.*)", re.DOTALL)
_ESCAPE = re.compile(r"[%!?](?!=)|/(?![/=])|[,;]")
_HELP = re.compile(r"[\w*\]]\?{1,2}[ \t]*\Z")
_COMPOUND = re.compile(r"(?:async[ ]+)?(?:for|while|if|with|def|class|try)\b")
_DEFINITION = re.compile(r"(?:async\s+)?def\b")
_CONTINUED_LINE = re.compile(rf"(?:[^\r\n\\]+|\\{EOL}|\\)*")
_PROMPT = re.compile(r"(?m)^[ \t]*(?:>>>|\.\.\.|In \[\d+\]:|\.{3,}:)(?: |(?=[\r\n]|\Z))")
_TOKEN = re.compile(
    rf"""
    (?P<string>{STRING})
    |(?P<comment>{COMMENT})
    |(?P<joined>\\{EOL})
    |(?P<end>{EOL})
    |(?P<open>[(\[{{])
    |(?P<close>[)\]}}])
    |(?P<assign>(?<![=!<>+\-*/%@&|^:])=(?!=)[ \t]*(?:\\{EOL}[ \t]*)?(?P<value>%[^\W\d]|!(?!=))?)
    |(?P<invisible>[{_INVISIBLE}]+)
    |(?P<other>[^'"\#\\\r\n(\[{{)\]}}={_INVISIBLE}]+|.)
    """,
    re.VERBOSE | re.DOTALL,
)


_DEFINITIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.Import, ast.ImportFrom)


def mask(text: str) -> Masked:
    """Return *text* with IPython's syntax overwritten; what is neither IPython's nor Python is left for the parser."""
    if len(text) > LONGEST:
        return Masked(text)
    if is_automagic(text) and not _is_python(text):
        return Masked(blank(text), runs_unknown_code=line_magic(text.split()[0], text) is MagicEffect.UNKNOWN)
    if not _SUSPECT.search(text) or _is_python(text):
        return Masked(text)
    return _Masking(text).run()


def _is_python(text: str) -> bool:
    try:
        parse_text(text)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return False
    return True


def _defines(body: str) -> bool:
    """Return whether the body of a magic nobody knows is Python that defines or imports something."""
    try:
        tree = parse_text(mask(body).text)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return False
    return any(isinstance(s, _DEFINITIONS) for s in tree.body)


class _Masking:
    """The pass over one cell: what was written so far, and the functions around the current line."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.pieces: list[str] = []  # together as long as `position`
        self.position = 0
        self.definitions: list[int] = []  # columns of the enclosing `def`s
        self.skipped: str | None = None
        self.runs_unknown_code = False

    def run(self) -> Masked:
        """Mask the whole text."""
        self._marks()
        self._cell_magics()
        while self.position < len(self.text):
            self._logical_line()
        return Masked("".join(self.pieces), self.skipped, self.runs_unknown_code)

    def _keep(self, end: int) -> None:
        self.pieces.append(self.text[self.position : end])
        self.position = end

    def _overwrite(self, end: int, *candidates: str) -> None:
        """Replace the text up to *end* by the first candidate that fits on its first line, or by spaces."""
        old = self.text[self.position : end]
        width = len(NEWLINE.split(old, maxsplit=1)[0])
        new = next((c for c in candidates if len(c) <= width), "")
        self.pieces.append(new + blank(old[len(new) :]))
        self.position = end

    def _marks(self) -> None:
        """Blank what is no code: a byte order mark, and the prompts of a pasted interactive session."""
        if self.text.startswith("\ufeff"):
            self.text = "\f" + self.text[1:]  # a form feed starts the count of the indentation anew
        prompt = _PROMPT.match(self.text)
        if prompt and prompt[0].lstrip().startswith((">>>", "In [")):
            self.text = _PROMPT.sub(lambda match: " " * len(match[0]), self.text)

    def _cell_magics(self) -> None:
        """Blank the lines of the cell magics on top, and the body where it is not Python."""
        while match := _CELL_MAGIC.match(self.text, self.position):
            name, rest = match["name"], match["rest"]
            magic = cell_magic(name, rest)
            self.runs_unknown_code |= magic.effect is MagicEffect.UNKNOWN
            self._keep(match.start("name") - 2)
            is_python = magic.effect is MagicEffect.PYTHON or (
                magic.effect is MagicEffect.UNKNOWN and _defines(self.text[match.end() :])
            )
            if not is_python:
                self.skipped = f"%%{name}"
            if magic.code:
                self._overwrite(match.end() - len(magic.code), "0;")
                break
            binding = "".join(f"{bound}=" for bound in magic.binds) + "_i" if magic.binds else ""
            self.runs_unknown_code |= len(binding) > match.end() - self.position
            self._overwrite(match.end(), binding)
            if self.skipped:
                self._overwrite(len(self.text))

    def _logical_line(self) -> None:
        start = self.position
        body = _SPACE.match(self.text, start)
        assert body
        self._overwrite_invisible(body.end())
        if self.position == len(self.text):
            return
        character = self.text[self.position]
        if character in "\r\n#":
            self._statement()
            return
        column = self.position - start
        while self.definitions and self.definitions[-1] >= column:
            self.definitions.pop()
        if _DEFINITION.match(self.text, self.position):
            self.definitions.append(column)
        for _ in range(_NESTED):
            if not self._escape():
                break
        self._statement()

    def _overwrite_invisible(self, end: int) -> None:
        self.pieces.append(re.sub(f"[{_INVISIBLE}]", " ", self.text[self.position : end]))
        self.position = end

    def _escape(self) -> bool:
        """Overwrite the escape at the start of a logical line, up to where Python begins again."""
        if not _ESCAPE.match(self.text, self.position):
            return False
        end = _end_of_command(self.text, self.position)
        command = self.text[self.position : end]
        name, rest = _magic_of(command)
        effect = line_magic(name, rest) if name else MagicEffect.UNKNOWN if command[0] in ",;/" else MagicEffect.NONE
        self.runs_unknown_code |= effect is MagicEffect.UNKNOWN
        code = line_code(name, rest) if effect is MagicEffect.PYTHON else ""
        if not code:
            self._overwrite(end, *self._statements())
        elif keyword := _COMPOUND.match(code):
            self._overwrite(end - len(code) + len(keyword[0]), keyword[0])
        else:
            self._overwrite(end - len(code), "_i();" if self.definitions else "0;")
        return True

    def _statements(self) -> tuple[str, ...]:
        """Return what an escape may become: nothing, or within a function some output of which nothing is known."""
        return ("print()", "_i()", "~_i", "_i", "0") if self.definitions else ("pass", "0")

    def _statement(self) -> None:
        """Go to the end of the logical line, and overwrite an escape that is assigned or that asks for help."""
        start, pieces = self.position, len(self.pieces)
        depth, assigned, is_code = 0, False, False
        while self.position < len(self.text):
            match = _TOKEN.match(self.text, self.position)
            assert match
            kind = match.lastgroup
            if kind == "end" and depth == 0:
                break
            if kind == "assign" and depth == 0 and not assigned:
                assigned = True
                if match["value"]:
                    self._keep(match.start("value"))
                    self._value()
                    continue
            depth = max(0, depth + (kind == "open") - (kind == "close"))
            is_code = kind == "other"
            self._overwrite_invisible(match.end()) if kind == "invisible" else self._keep(match.end())
        if is_code and _HELP.search(self.text, max(start, self.position - 80), self.position):
            end, self.position = self.position, start
            del self.pieces[pieces:]
            self._overwrite(end, *self._statements())
        self._keep(min(len(self.text), self.position + 1))

    def _value(self) -> None:
        """Overwrite an assigned ``%magic`` or ``!command``, up to where Python begins again."""
        end = _end_of_command(self.text, self.position)
        name, rest = _magic_of(self.text[self.position : end])
        effect = line_magic(name, rest) if name else MagicEffect.NONE
        self.runs_unknown_code |= effect is MagicEffect.UNKNOWN
        code = line_code(name, rest) if effect is MagicEffect.PYTHON else ""
        if self.definitions:
            self._overwrite(end, "_i()", "~_i", *UNBOUND)
        elif code and _is_expression(code):
            self._overwrite(end - len(code), "_i or ")
        else:
            self._overwrite(end, *UNBOUND)


def _end_of_command(text: str, position: int) -> int:
    match = _CONTINUED_LINE.match(text, position)
    assert match
    return match.end()


def _magic_of(command: str) -> tuple[str, str]:
    """Return the name and the argument of ``%name argument``; the name is empty for what is no magic."""
    match = _LINE_MAGIC.match(command)
    return (match["name"], match["rest"]) if match and not match["rest"].startswith("?") else ("", "")


def _is_expression(code: str) -> bool:
    return _is_python(f"0 or {code.strip()}")
