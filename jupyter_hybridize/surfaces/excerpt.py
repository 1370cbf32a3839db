"""The line of source a finding is about, made safe to show, with the stretch to mark."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from jupyter_hybridize.source.program import Program

WIDTH = 100  # a longer line is cut around the marked stretch
LINE_END = re.compile(r"\r\n|\r|\n")  # Python's own idea of a line; str.splitlines knows six more
UNSHOWN = {"Cc", "Cf", "Cs", "Zl", "Zp"}  # controls and marks that can change how the rest is shown


@dataclass(frozen=True, slots=True)
class Excerpt:
    """One line of source; the characters from ``start`` to ``end`` are the ones meant."""

    line: str
    start: int
    end: int

    @property
    def carets(self) -> str:
        """Return the line that marks the stretch from below."""
        lead = "".join(" " * _width(character) for character in self.line[: self.start])
        return lead + "^" * max(1, sum(_width(character) for character in self.line[self.start : self.end]))


@dataclass(frozen=True, slots=True)
class Sources:
    """The lines of every cell of the programs that were analysed, by unit and cell."""

    cells: Mapping[tuple[str, int], str]
    _split: dict[tuple[str, int], list[str]] = field(default_factory=dict, init=False, repr=False, compare=False)

    @classmethod
    def of(cls, programs: Iterable[Program]) -> Sources:
        """Return the sources of *programs*, their libraries included."""
        units = [unit for program in programs for unit in (*program.units, *program.libraries)]
        return cls({(unit.name, cell.index): cell.text for unit in units for cell in unit.cells})

    def lines(self, unit: str, cell: int) -> list[str]:
        """Return the lines of a cell, which is split once for all findings in it; none where there is no such cell."""
        place = unit, cell
        if place not in self._split:
            self._split[place] = LINE_END.split(self.cells[place]) if place in self.cells else []
        return self._split[place]

    def excerpt(self, unit: str, cell: int, start: tuple[int, int], end: tuple[int, int]) -> Excerpt | None:
        """Return the line at *start* (line, column) with the stretch up to *end* marked, or None if there is none."""
        lines = self.lines(unit, cell)
        if not 1 <= start[0] <= len(lines):
            return None
        line = lines[start[0] - 1]
        last = end[1] if end[0] == start[0] else len(line.rstrip())
        return _cut(line, min(max(start[1], 0), len(line)), min(max(last, 0), len(line)))


def visible(text: str) -> str:
    """Return *text* with every character that a terminal or browser would obey, not show, written as an escape."""
    return "".join(map(_visible, text))


def _visible(character: str) -> str:
    if character == "\t":
        return "    "
    if unicodedata.category(character) in UNSHOWN:
        return character.encode("unicode_escape", "surrogatepass").decode()
    return character


def _cut(line: str, start: int, end: int) -> Excerpt:
    indent = len(line) - len(line.lstrip()) if line.strip() else 0
    first = min(indent, start)
    if len(line) - first > WIDTH:
        first = max(first, min(start - WIDTH // 4, len(line) - WIDTH))
    last = min(len(line), first + WIDTH)
    before = ("…" if first > indent else "") + visible(line[first:start])
    marked = visible(line[start : min(end, last)])
    after = visible(line[min(max(start, end), last) : last].rstrip()) + ("…" if last < len(line) else "")
    return Excerpt(before + marked + after, len(before), len(before) + len(marked))


def _width(character: str) -> int:
    if unicodedata.combining(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
