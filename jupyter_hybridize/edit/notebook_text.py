"""Changes the source of cells in the raw text of a notebook and leaves every other character as it was."""

from __future__ import annotations

import json
import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from jupyter_hybridize.edit.edit import Edit, EditError
from jupyter_hybridize.edit.json_text import (
    JsonError,
    Value,
    character_offsets,
    encode,
    escapes_non_ascii,
    items,
    load,
    members,
    whole_value,
)
from jupyter_hybridize.edit.lines import Stretch, changed_stretches, replace, split_lines

_COMPACT_KEY = re.compile(r'"source":\S')


@dataclass(frozen=True, slots=True)
class _Source:
    """The source of a cell: the raw text of its strings, what is between them, and what each string says."""

    head: str  # `[` and the space after it; empty where the source is one string
    strings: tuple[str, ...]
    gaps: tuple[str, ...]
    tail: str
    texts: tuple[str, ...]
    usual_gap: str
    ascii_only: bool


def edit_notebook(text: str, edits: Sequence[Edit]) -> str:
    """Return the notebook's raw *text* with the edits made to its cells."""
    cells = _cells(text, edits[0].unit if edits else "")
    stretches = []
    for edit in edits:
        value, source = _source(text, cells, edit)
        changes = changed_stretches(edit.before, edit.after, "".join(source.texts))
        if changes is None:
            raise EditError(f"{edit.place}: the text has changed since it was analysed")
        stretches.append(Stretch(value.start, value.end, _rewritten(source, changes)))
    try:
        return replace(text, stretches)
    except ValueError as error:
        raise EditError(f"{edits[0].unit}: two edits of one cell") from error


def _cells(text: str, unit: str) -> list[Value]:
    try:
        top = members(text, whole_value(text).start)
        if "nbformat" not in top or load(text, top["nbformat"]) != 4 or "cells" not in top:
            raise EditError(f"{unit}: not a notebook of format 4")
        return items(text, top["cells"].start)
    except JsonError as error:
        raise EditError(f"{unit}: {error}") from error


def _source(text: str, cells: Sequence[Value], edit: Edit) -> tuple[Value, _Source]:
    if not 0 <= edit.cell < len(cells):
        raise EditError(f"{edit.place}: there is no such cell")
    try:
        cell = members(text, cells[edit.cell].start)
        if "source" not in cell or "cell_type" not in cell or load(text, cell["cell_type"]) != "code":
            raise EditError(f"{edit.place}: not a code cell with a source")
        value = cell["source"]
        strings = items(text, value.start) if text[value.start] == "[" else [value]
    except JsonError as error:
        raise EditError(f"{edit.place}: {error}") from error
    raw = [text[s.start : s.end] for s in strings]
    if not all(string.startswith('"') for string in raw):
        raise EditError(f"{edit.place}: the source is not text")
    start, end = (strings[0].start, strings[-1].end) if strings else (value.end - 1, value.end - 1)
    gaps = tuple(text[a.end : b.start] for a, b in pairwise(strings))
    head, tail = text[value.start : start], text[end : value.end]
    return value, _Source(
        head,
        tuple(raw),
        gaps,
        tail,
        tuple(json.loads(string) for string in raw),
        gaps[0] if gaps else _gap(head, text[cells[edit.cell].start : cells[edit.cell].end]),
        _is_ascii_only(text[value.start : value.end], text),
    )


def _gap(head: str, cell: str) -> str:
    """Return what to write between two strings where the source has fewer than two."""
    if "\n" in head or "\r" in head:
        return f",{head[1:]}"
    return "," if _COMPACT_KEY.search(cell) else ", "


def _is_ascii_only(source: str, text: str) -> bool:
    """Return whether to escape what is not ASCII: as in this source, else as in the file."""
    near = escapes_non_ascii(source)
    return bool(escapes_non_ascii(text) if near is None else near)


def _rewritten(source: _Source, changes: Sequence[Stretch]) -> str:
    """Return the raw text of the changed source."""
    starts = [0, *accumulate(map(len, source.texts))]
    inside: list[list[Stretch]] = [[] for _ in source.texts]
    between: list[list[str]] = [[] for _ in range(len(source.texts) + 1)]
    removed: set[int] = set()
    for change in changes:
        for index in range(bisect_right(starts, change.start) - 1, bisect_left(starts, change.end)):
            start, end = max(change.start, starts[index]), min(change.end, starts[index + 1])
            if source.head and starts[index] == start < end == starts[index + 1]:
                removed.add(index)
            elif start < end:
                inside[index].append(Stretch(start - starts[index], end - starts[index], ""))
        if change.text:
            _insert(source, starts, change, inside, between)
    strings = [_edited(raw, inside[i], ascii_only=source.ascii_only) for i, raw in enumerate(source.strings)]
    if not source.head:
        return "".join(strings)
    return _joined(source, strings, between, removed)


def _insert(
    source: _Source,
    starts: Sequence[int],
    change: Stretch,
    inside: Sequence[list[Stretch]],
    between: Sequence[list[str]],
) -> None:
    """Put the new text between two strings of the list where that is possible, else into a string."""
    index = bisect_left(starts, change.start)
    at_boundary = starts[index] == change.start
    is_last = at_boundary and change.end == starts[-1]
    if source.head and at_boundary and (is_last or change.text[-1] in "\r\n"):
        between[index] += [f'"{encode(line, ascii_only=source.ascii_only)}"' for line in split_lines(change.text)]
        return
    index = min(bisect_right(starts, change.start), len(source.texts)) - 1
    offset = change.start - starts[index]
    inside[index].append(Stretch(offset, offset, change.text))


def _edited(raw: str, changes: Sequence[Stretch], *, ascii_only: bool) -> str:
    """Return a raw string with changes, given in its characters, made."""
    if not changes:
        return raw
    offsets = character_offsets(raw)
    encoded = [Stretch(offsets[c.start], offsets[c.end], encode(c.text, ascii_only=ascii_only)) for c in changes]
    return replace(raw, sorted(encoded, key=lambda c: (c.start, c.end)))


def _joined(source: _Source, strings: Sequence[str], between: Sequence[list[str]], removed: set[int]) -> str:
    """Return the list; each string keeps what followed it, so that taking out what was put in restores the text."""
    entries: list[tuple[str, str | None]] = []
    for index in range(len(strings) + 1):
        entries += [(string, source.usual_gap) for string in between[index]]
        if index < len(strings) and index not in removed:
            entries.append((strings[index], source.gaps[index] if index < len(source.gaps) else None))
    if not entries:
        return "[]"
    body = "".join(string + (source.usual_gap if gap is None else gap) for string, gap in entries[:-1])
    head = source.head if source.strings else "["
    return f"{head}{body}{entries[-1][0]}{source.tail if source.strings else ']'}"
