"""From a place in a cell to the place in the notebook's file: the line and column of its JSON.

Editors and code review know a notebook's file, not its cells.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import accumulate
from pathlib import Path

from jupyter_hybridize.edit.json_text import JsonError, Value, character_offsets, items, load, members, whole_value
from jupyter_hybridize.edit.lines import split_lines

_LINE_END = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True, slots=True)
class Region:
    """A stretch of a file; lines and columns count from 1, and the end is behind the last character."""

    line: int
    column: int
    end_line: int
    end_column: int


class TextLines:
    """Finds the line and column of a position in a text."""

    def __init__(self, text: str) -> None:
        self._starts = [0, *(match.end() for match in _LINE_END.finditer(text))]

    def region(self, start: int, end: int) -> Region:
        """Return the region of the characters from *start* to *end*."""
        return Region(*self._at(start), *self._at(end))

    def _at(self, position: int) -> tuple[int, int]:
        line = bisect_right(self._starts, position)
        return line, position - self._starts[line - 1] + 1


@dataclass(slots=True)
class NotebookPlaces:
    """The places of one notebook's file, whose raw *text* is given."""

    text: str
    _lines: TextLines = field(init=False)
    _cells: list[Value] = field(init=False)

    def __post_init__(self) -> None:
        self._lines = TextLines(self.text)
        self._cells = _cells(self.text)

    def region(self, cell: int, start: tuple[int, int], end: tuple[int, int]) -> Region | None:
        """Return where in the file the stretch of a cell stands that *start* and *end* (line, column) enclose."""
        strings = _strings(self.text, self._cells, cell)
        if not strings:
            return None
        texts = [str(load(self.text, string)) for string in strings]
        starts = [0, *accumulate(map(len, texts))]
        first = _position("".join(texts), *start)
        last = max(first, _position("".join(texts), *end) - 1)
        opening, _ = self._raw(strings, starts, min(first, starts[-1] - 1))
        _, closing = self._raw(strings, starts, min(last, starts[-1] - 1))
        return self._lines.region(opening, closing)

    def _raw(self, strings: list[Value], starts: list[int], position: int) -> tuple[int, int]:
        """Return where in the file the character at *position* of the cell starts and ends."""
        index = max(0, bisect_right(starts, position) - 1)
        string = strings[index]
        offsets = character_offsets(self.text[string.start : string.end])
        within = max(0, min(position - starts[index], len(offsets) - 2))
        return string.start + offsets[within], string.start + offsets[min(within + 1, len(offsets) - 1)]


def _cells(text: str) -> list[Value]:
    try:
        top: Mapping[str, Value] = members(text, whole_value(text).start)
        return items(text, top["cells"].start) if "cells" in top else []
    except JsonError:
        return []


def _strings(text: str, cells: list[Value], cell: int) -> list[Value]:
    """Return where the strings stand that the source of the cell is made of."""
    if not 0 <= cell < len(cells):
        return []
    try:
        source = members(text, cells[cell].start).get("source")
        if source is None:
            return []
        strings = items(text, source.start) if text[source.start] == "[" else [source]
    except JsonError:
        return []
    found = [string for string in strings if text[string.start] == '"' and string.end > string.start + 2]
    return found if len(found) == len([string for string in strings if string.end > string.start + 2]) else []


def _position(text: str, line: int, column: int) -> int:
    """Return the position in *text* of a column (from 0) of a line (from 1)."""
    lines = split_lines(text)
    return min(sum(map(len, lines[: line - 1])) + column, len(text))


@dataclass(slots=True)
class FilePlaces:
    """The places of all files; each notebook is read once, when it is first asked for."""

    _known: dict[str, NotebookPlaces | None] = field(default_factory=dict)

    def region(self, path: str, cell: int, start: tuple[int, int], end: tuple[int, int]) -> Region:
        """Return where in the file at *path* a stretch of a cell stands; in a module, whose *cell* is -1, there itself.

        What cannot be found any more is said to stand in the file's first line.
        """
        if cell < 0:
            return Region(start[0], start[1] + 1, end[0], end[1] + 1)
        if path not in self._known:
            self._known[path] = _read(path)
        places = self._known[path]
        found = places.region(cell, start, end) if places is not None else None
        return found or Region(1, 1, 1, 1)


def _read(path: str) -> NotebookPlaces | None:
    try:
        return NotebookPlaces(Path(path).read_bytes().decode("utf-8-sig"))
    except (OSError, ValueError):
        return None
