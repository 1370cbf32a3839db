"""Turns decisions about definitions into edits: one for each cell that changes."""

from __future__ import annotations

import enum
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from jupyter_hybridize.edit.arguments import members_of
from jupyter_hybridize.edit.decorator import changed, decoration, reconfiguration, removal
from jupyter_hybridize.edit.edit import Edit, EditError
from jupyter_hybridize.edit.lines import Splice, splice
from jupyter_hybridize.edit.placement import import_splice
from jupyter_hybridize.edit.spelling import Spelling, find_spelling
from jupyter_hybridize.edit.syntax import Syntax, read
from jupyter_hybridize.source.cell import Cell
from jupyter_hybridize.source.program import Unit


class Action(enum.Enum):
    """What to do about a definition."""

    DECORATE = "decorate"
    UNDECORATE = "undecorate"
    RECONFIGURE = "reconfigure"


@dataclass(frozen=True, slots=True)
class Decision:
    """A definition, by its cell, the line of its ``def`` and its name, and what to do about it.

    ``arguments`` are written with ``tf`` for TensorFlow and respelled as the notebook writes it. ``decorator_line`` is
    any line of the decorator to remove or reconfigure; absent, the definition has only one called ``function``.
    """

    cell: int
    line: int
    name: str
    action: Action
    arguments: str = ""
    decorator_line: int | None = None


def plan(unit: Unit, decisions: Iterable[Decision]) -> tuple[Edit, ...]:
    """Return the edits that carry out the decisions, in the order of the cells; they belong together."""
    cells = {cell.index: position for position, cell in enumerate(unit.cells)}
    program = [read(cell.masked) for cell in unit.cells]
    edits = []
    ordered = sorted(decisions, key=lambda d: (d.cell, d.line))
    for index, group in groupby(ordered, key=lambda d: d.cell):
        if index not in cells:
            raise EditError(f"{unit.name}: there is no code cell {index}")
        position = cells[index]
        is_open = any(cell.runs_unknown_code for cell in unit.cells[: position + 1])
        edit, program[position] = _edit_cell(unit, position, list(group), program, is_open=is_open)
        edits.append(edit)
    return tuple(edit for edit in edits if edit.before != edit.after)


def _edit_cell(
    unit: Unit, position: int, decisions: Sequence[Decision], program: Sequence[Syntax], *, is_open: bool
) -> tuple[Edit, Syntax]:
    """Return the edit of one cell, and what the cell says after it."""
    cell = unit.cells[position]
    splices: list[Splice] = []
    imports: dict[str, Splice] = {}
    for decision in decisions:
        members = members_of(decision.arguments)
        spelling = Spelling("tf.function")
        if decision.action is Action.DECORATE or members:
            before, later = program[: position + 1], program[position + 1 :]
            spelling = find_spelling(before, decision.line, later=later, members=members, is_open=is_open)
        splices.append(_splice(cell, decision, spelling))
        line = spelling.import_line
        if line and line not in imports:
            imports[line] = import_splice(cell.text, cell.masked, decision.line, line)
    splices = [*imports.values(), *splices]
    after = changed(cell.text, cell.masked, splices, len(decisions), list(imports))
    return Edit(unit.name, cell.index, cell.text, after), read(splice(cell.masked, splices))


def _splice(cell: Cell, decision: Decision, spelling: Spelling) -> Splice:
    line, name, arguments = decision.line, decision.name, decision.arguments
    if decision.action is Action.DECORATE:
        return decoration(cell.text, cell.masked, line, name, spelling, arguments)
    if decision.action is Action.UNDECORATE:
        return removal(cell.masked, line, name, decision.decorator_line)
    return reconfiguration(cell.masked, line, name, spelling, arguments, decision.decorator_line)
