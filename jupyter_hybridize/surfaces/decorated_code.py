"""The cell of one function as it would be with the decorator that its verdict proposes."""

from __future__ import annotations

from dataclasses import dataclass

from jupyter_hybridize.results.report import FunctionReport, UnitReport
from jupyter_hybridize.surfaces.changes import plan_changes
from jupyter_hybridize.surfaces.commands import CommandError
from jupyter_hybridize.surfaces.magic_options import without_apply
from jupyter_hybridize.surfaces.trials import Prepared


@dataclass(frozen=True, slots=True)
class DecoratedCell:
    """A cell before and after; ``count`` is its execution count."""

    count: int
    before: str
    after: str


def decorated_cell(prepared: Prepared) -> DecoratedCell:
    """Return the changed cell of a function; raise :class:`CommandError` where nothing is to be changed."""
    found = prepared.standing
    if found is None:
        raise CommandError(f"`{prepared.target.path}` is not defined in a cell of this notebook")
    report = found.report

    def wish(_: UnitReport, function: FunctionReport) -> bool:
        return function == report

    changes = plan_changes(prepared.analysis.program, prepared.analysis.report, wish)
    edits = [edit for edit in changes.edits if edit.cell == report.cell]
    if not edits:
        reason = changes.taken_back[0] if changes.taken_back else "its verdict proposes no change"
        raise CommandError(f"nothing to write for `{report.name}`: {reason}")
    return DecoratedCell(report.cell, edits[0].before, without_apply(edits[0].after))
