"""The parts of a cell: of one that is edited, what stands before the edit need not run again.

A part is a run of statements. Which parts a cell has depends on where it was edited, what they do together does not.
"""

from __future__ import annotations

import ast
from dataclasses import dataclass
from typing import Final, Protocol

from jupyter_hybridize.interpreter.cells.cell_run import CellRun, Recorder
from jupyter_hybridize.interpreter.machine import Machine
from jupyter_hybridize.source.parse import Opaque, Parsed, lines_of

_MOST_PARTS: Final = 4


class TopLevel(Protocol):
    """The top level of a cell, whose statements are run in order."""

    parsed: Parsed | Opaque

    @property
    def is_at_rest(self) -> bool:
        """Return whether no statement that was run has left anything but in the state."""

    def run(self, first: int, end: int) -> None:
        """Run the statements from *first* on, *end* left out."""


@dataclass(frozen=True, slots=True)
class _Part:
    """Statements that were run together."""

    end: int  # the number of the first statement after them
    started: int
    is_closed: bool  # what follows in the cell depends on it only through the state
    run: CellRun | None  # None if it is not known what that depends on


@dataclass(frozen=True, slots=True)
class PartedCell:
    """A cell that was run, part by part."""

    parsed: Parsed | Opaque
    parts: tuple[_Part, ...]


def run_cell(m: Machine, top: TopLevel, earlier: PartedCell | None) -> PartedCell:
    """Run a cell, those of its first statements left out that *earlier* tells the effect of."""
    total = _count(top.parsed)
    alike = 0 if earlier is None else _alike(earlier.parsed, top.parsed)
    parts: list[_Part] = []
    for part in () if earlier is None else earlier.parts[: _MOST_PARTS if alike == total else _MOST_PARTS - 2]:
        if part.end > alike or not (part.is_closed or part.end == total) or part.started != m.clock:
            break
        if part.run is None or not part.run.fits(m):
            break
        part.run.repeat(m)
        parts.append(part)
    done = parts[-1].end if parts else 0
    for end in (alike, total):
        if end > done:
            parts.append(_run(m, top, done, end))
            done = end
    return PartedCell(top.parsed, tuple(parts))


def _run(m: Machine, top: TopLevel, first: int, end: int) -> _Part:
    is_open, started = not top.is_at_rest, m.clock
    recorder = Recorder(m)
    top.run(first, end)
    told = recorder.finish(m)
    return _Part(end, started, top.is_at_rest, None if is_open else told)


def _count(parsed: Parsed | Opaque) -> int:
    return 1 if isinstance(parsed, Opaque) else len(parsed.tree.body)


def _alike(old: Parsed | Opaque, new: Parsed | Opaque) -> int:
    """Return how many first statements of a cell are written as they were, on lines of their own."""
    if old is new:
        return _count(new)
    if isinstance(old, Opaque) or isinstance(new, Opaque) or _kind(old) != _kind(new):
        return 0
    body = new.tree.body
    pairs = zip(_statements(old), _statements(new), strict=False)
    count = next((n for n, (one, other) in enumerate(pairs) if one != other), min(len(old.tree.body), len(body)))
    while 0 < count < len(body) and _first_line(body[count]) <= (body[count - 1].end_lineno or 0):
        count -= 1
    return count


def _kind(parsed: Parsed) -> tuple[object, ...]:
    cell = parsed.cell
    return (cell.index, cell.skipped, cell.runs_unknown_code)


def _statements(parsed: Parsed) -> list[tuple[object, ...]]:
    """Return where each statement of a cell stands, and the lines that it stands on."""
    lines, masked = lines_of(parsed)
    found: list[tuple[object, ...]] = []
    for node in parsed.tree.body:
        first, last = _first_line(node) - 1, node.end_lineno
        place = (type(node), first, node.lineno, node.col_offset, last, node.end_col_offset)
        found.append((*place, lines[first:last], masked[first:last]))
    return found


def _first_line(node: ast.stmt) -> int:
    decorators: list[ast.expr] = getattr(node, "decorator_list", [])
    return min([node.lineno, *(each.lineno for each in decorators)])
