"""From a request of the sidebar to the edits that carry it out: whole texts, stretches and a patch."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass

from jupyter_hybridize.edit.edit import Edit, EditError, undo, unified_diff
from jupyter_hybridize.edit.lines import changed_stretches
from jupyter_hybridize.edit.plan import Action, Decision, plan
from jupyter_hybridize.results.report import FunctionReport, UnitReport
from jupyter_hybridize.surfaces.changes import Change, Changes, Wish, plan_changes
from jupyter_hybridize.surfaces.payload import Json
from jupyter_hybridize.surfaces.server.analysis import Analysed
from jupyter_hybridize.surfaces.server.errors import RequestError
from jupyter_hybridize.surfaces.server.ignoring import with_ignore
from jupyter_hybridize.surfaces.server.requests import EditRequest
from jupyter_hybridize.surfaces.wording import headline

SURE = frozenset({"proved", "verified"})


@dataclass(frozen=True, slots=True)
class SpanEdit:
    """Replace a stretch of a cell by ``text``; positions count UTF-16 code units, as JavaScript does."""

    start: int
    end: int
    expected: str  # what stands there now
    text: str


@dataclass(frozen=True, slots=True)
class CellEdit:
    """The edit of one cell; the spans do not overlap, and all positions are those of ``before``."""

    cell: int
    cell_id: str
    before: str
    after: str
    spans: tuple[SpanEdit, ...]
    diff: str


@dataclass(frozen=True, slots=True)
class ChangedFunction:
    """One function that changes, and how, in words."""

    cell: int
    cell_id: str
    name: str
    text: str


@dataclass(frozen=True, slots=True)
class EditReply:
    """What to write into which cells; ``left`` tells, one line each, what was left alone."""

    action: str
    edits: tuple[CellEdit, ...]
    changes: tuple[ChangedFunction, ...] = ()
    left: tuple[str, ...] = ()
    sequence: int | None = None


def edit_payload(request: EditRequest, analyse: Callable[[], Analysed]) -> dict[str, Json]:
    """Return the JSON object of the edits; *analyse* answers for the notebook if it is asked."""
    try:
        return asdict(_reply(request, analyse))
    except EditError as error:
        raise _refused(str(error).removeprefix(f"{request.notebook.path}: ")) from None


def _reply(request: EditRequest, analyse: Callable[[], Analysed]) -> EditReply:
    if request.action == "ignore":
        cell = request.notebook.cells[request.cell]
        after = with_ignore(cell.source, request.line, request.rules)
        return _made(request, [Edit(request.notebook.path, request.cell, cell.source, after)])
    if request.made:
        return _made(request, map(undo, _checked(request)))
    analysed = analyse()
    if request.action == "undo":
        return _made(request, _without_decorator(request, analysed))
    unit = analysed.report.units[0]
    is_all = request.action == "apply-all-proved"
    wish = _sure if is_all else _only(_chosen(request, unit), unit)
    signatures = not is_all and _function(request, unit).action == "reconfigure"  # the panel shows what it writes
    changes = plan_changes(analysed.program, analysed.report, wish, analysed.session, signatures=signatures)
    if not changes.edits and changes.taken_back:
        raise _refused(changes.taken_back[0].removeprefix(f"{unit.path}: "))
    return _planned(request, changes)


def _checked(request: EditRequest) -> list[Edit]:
    """Return the edits to undo, each of a cell that still is as the edit left it."""
    edits = [Edit(request.notebook.path, made.cell, made.before, made.after) for made in request.made]
    for edit in edits:
        if request.notebook.cells[edit.cell].source != edit.after:
            raise RequestError(409, "stale", f"cell {edit.cell} has changed since, and is left alone")
    return edits


def _chosen(request: EditRequest, unit: UnitReport) -> FunctionReport:
    function = _function(request, unit)
    if function.action == "keep":
        raise _refused(f"there is nothing to apply to `{function.name}`: {headline(function)}")
    return function


def _function(request: EditRequest, unit: UnitReport) -> FunctionReport:
    for function in unit.functions:
        if (function.cell, function.line) == (request.cell, request.line):
            return function
    raise RequestError(409, "stale", f"no function is defined on line {request.line} of cell {request.cell}")


def _without_decorator(request: EditRequest, analysed: Analysed) -> tuple[Edit, ...]:
    function = _function(request, analysed.report.units[0])
    if function.decorator is None:
        raise _refused(f"`{function.name}` has no `tf.function` to take away")
    decision = Decision(
        function.cell, function.line, function.name, Action.UNDECORATE, decorator_line=function.decorator.line
    )
    return plan(analysed.program.units[0], [decision])


def _sure(_: UnitReport, function: FunctionReport) -> bool:
    return function.confidence in SURE and function.pays


def _only(chosen: FunctionReport, unit: UnitReport) -> Wish:
    """Return the wish for one function, which edits move: it stays the same one of the definitions of its name."""
    number = _definitions(chosen.name, unit).index(chosen)

    def wish(later: UnitReport, function: FunctionReport) -> bool:
        found = _definitions(chosen.name, later)
        return number < len(found) and found[number] is function

    return wish


def _definitions(name: str, unit: UnitReport) -> list[FunctionReport]:
    found = (function for function in unit.functions if function.name == name)
    return sorted(found, key=lambda f: (f.cell, f.line, f.column))


def _planned(request: EditRequest, changes: Changes) -> EditReply:
    told = tuple(_changed(request, change) for change in changes.changes)
    left = tuple(line.removeprefix(f"{request.notebook.path}: ") for line in changes.taken_back)
    return EditReply(request.action, _cells(request, changes.edits), told, left, request.notebook.sequence)


def _made(request: EditRequest, edits: Iterable[Edit]) -> EditReply:
    return EditReply(request.action, _cells(request, edits), sequence=request.notebook.sequence)


def _changed(request: EditRequest, change: Change) -> ChangedFunction:
    return ChangedFunction(change.cell, request.notebook.cells[change.cell].id, change.name, change.text)


def _cells(request: EditRequest, edits: Iterable[Edit]) -> tuple[CellEdit, ...]:
    return tuple(_cell(edit, request.notebook.cells[edit.cell].id) for edit in edits)


def _cell(edit: Edit, cell_id: str) -> CellEdit:
    spans = changed_stretches(edit.before, edit.after, edit.before) or []
    made = tuple(
        SpanEdit(_utf16(edit.before, s.start), _utf16(edit.before, s.end), edit.before[s.start : s.end], s.text)
        for s in spans
    )
    return CellEdit(edit.cell, cell_id, edit.before, edit.after, made, unified_diff(edit, edit.place))


def _utf16(text: str, position: int) -> int:
    return len(text[:position].encode("utf-16-le", "surrogatepass")) // 2


def _refused(message: str) -> RequestError:
    return RequestError(422, "refused", message)
