"""Turns the verdicts of a report into edits, and makes sure that they are right together.

Decorating one function changes the verdicts of others: what it calls is traced now. So the edited program is analysed
again, until nothing is left to change; a change that would bring about a hazard is taken back.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Set
from dataclasses import dataclass, replace

from jupyter_hybridize.edit.edit import Edit, EditError
from jupyter_hybridize.edit.plan import Action, Decision, plan
from jupyter_hybridize.results.report import FunctionReport, Report, UnitReport
from jupyter_hybridize.session import Session
from jupyter_hybridize.source.cell import Cell
from jupyter_hybridize.source.magics import mask
from jupyter_hybridize.source.program import Program, Unit, UnitKind

ROUNDS = 6  # two are usual; no function is changed twice in one way, so this only guards against a mistake

Key = tuple[str, str, int]  # unit, qualified name, which of the definitions of that name: it survives edits
Wish = Callable[[UnitReport, FunctionReport], bool]


@dataclass(frozen=True, slots=True)
class Change:
    """One function that changes."""

    unit: str
    cell: int
    name: str
    text: str  # "decorated with `@tf.function`"


@dataclass(frozen=True, slots=True)
class Changes:
    """What to do to a program, and what is to be said of it afterwards."""

    edits: tuple[Edit, ...]
    changes: tuple[Change, ...]
    report: Report
    taken_back: tuple[str, ...]  # one line each


def plan_changes(
    program: Program, report: Report, wish: Wish, session: Session | None = None, *, signatures: bool = False
) -> Changes:
    """Return the edits that carry out the verdicts *wish* agrees to, as far as they are right together.

    A *session* that has analysed the program before is quicker at analysing it with the edits. With *signatures*, the
    decorators get the signatures that can be written safely.
    """
    barred: dict[Key, str] = {}
    known = Session() if session is None else session
    while True:
        attempt = _attempt(program, report, _Asked(wish, signatures), barred.keys(), known)
        culprits = _culprits(attempt, hazards(report))
        if not culprits:
            break
        barred |= culprits
    taken_back = [f"{unit}: `{name}` is left as it is: {reason}" for (unit, name, _), reason in sorted(barred.items())]
    edits = tuple(_differences(program, attempt.program))
    return Changes(edits, attempt.changes, attempt.report, (*attempt.failures, *taken_back))


@dataclass(frozen=True, slots=True)
class _Asked:
    """Which verdicts are to be carried out, and whether with signatures."""

    wish: Wish
    signatures: bool = False


@dataclass(frozen=True, slots=True)
class _Attempt:
    program: Program
    report: Report
    done: frozenset[tuple[Key, str]]
    changes: tuple[Change, ...]
    failures: tuple[str, ...]


def _culprits(attempt: _Attempt, present: Set[Key]) -> dict[Key, str]:
    """Return the functions to leave alone, with the reason: their verdicts contradict each other, or do harm."""
    changed = {key for key, _ in attempt.done}
    undecided = {key for key in changed if {(key, "decorate"), (key, "undecorate")} <= attempt.done}
    if undecided:
        return dict.fromkeys(undecided, "once decorated, it would be better without")
    worse = hazards(attempt.report) - present
    return dict.fromkeys(changed & worse or (changed if worse else ()), "the change would bring about a hazard")


def _attempt(program: Program, report: Report, asked: _Asked, barred: Set[Key], session: Session) -> _Attempt:
    done: set[tuple[Key, str]] = set()
    changes: list[Change] = []
    failures: dict[str, None] = {}
    for _ in range(ROUNDS):
        units = []
        before = len(done)
        for unit, unit_report in zip(program.units, report.units, strict=False):  # libraries follow
            chosen = {
                key: function
                for key, function in _keyed(unit_report)
                if function.action != "keep" and asked.wish(unit_report, function)
                if key not in barred and (key, function.action) not in done
            }
            edited, carried = _edited(unit, chosen, failures, asked)
            units.append(edited)
            done |= {(key, function.action) for key, function in carried.items()}
            changes += [_change(unit.name, function, asked) for function in carried.values()]
        if len(done) == before:
            break
        program = replace(program, units=tuple(units))
        report = session.update(program)
    return _Attempt(program, report, frozenset(done), tuple(changes), tuple(failures))


def _edited(
    unit: Unit, chosen: Mapping[Key, FunctionReport], failures: dict[str, None], asked: _Asked
) -> tuple[Unit, Mapping[Key, FunctionReport]]:
    """Return the unit with all decisions carried out, or else with each that can be on its own."""
    try:
        decisions = [decision(function, signatures=asked.signatures) for function in chosen.values()]
        return with_edits(unit, plan(unit, decisions)), chosen
    except EditError as error:
        possible = {k: f for k, f in chosen.items() if len(chosen) > 1 and _edited(unit, {k: f}, failures, asked)[1]}
        if possible and len(possible) < len(chosen):
            return _edited(unit, possible, failures, asked)
        failures[_named(unit, str(error))] = None
        return unit, {}


def _named(unit: Unit, message: str) -> str:
    return message if message.startswith(unit.name) else f"{unit.name}: {message}"


def decision(function: FunctionReport, *, signatures: bool = False) -> Decision:
    """Return how the edits are told what to do about *function*."""
    decorator = function.decorator
    line = decorator.line if decorator else None
    arguments = _arguments(function, signatures=signatures)
    return Decision(function.cell, function.line, function.name, Action(function.action), arguments, line)


def _arguments(function: FunctionReport, *, signatures: bool) -> str:
    """Return the decorator's arguments. No signature unless asked for: it would forbid calls of other shapes."""
    present = dict(function.decorator.arguments) if function.decorator else {}
    wanted = {"input_signature": function.signature} if signatures and function.signature else function.arguments
    return ", ".join(f"{name}={value}" for name, value in {**present, **wanted}.items())


def _change(unit: str, function: FunctionReport, asked: _Asked) -> Change:
    arguments = _arguments(function, signatures=asked.signatures)
    new = f"@tf.function({arguments})" if arguments else "@tf.function"
    old = function.decorator.text if function.decorator else ""
    texts = {"decorate": f"decorated with `{new}`", "undecorate": f"freed of `{old}`", "reconfigure": f"now `{new}`"}
    return Change(unit, function.cell, function.name, texts[function.action])


def _keyed(unit: UnitReport) -> Iterator[tuple[Key, FunctionReport]]:
    seen: Counter[str] = Counter()
    for function in sorted(unit.functions, key=lambda f: (f.cell, f.line, f.column)):
        yield (unit.path, function.name, seen[function.name]), function
        seen[function.name] += 1


def hazards(report: Report) -> frozenset[Key]:
    """Return the functions that tracing makes go wrong as they are."""
    keyed = (pair for unit in report.units for pair in _keyed(unit))
    return frozenset(key for key, function in keyed if function.confidence == "hazard")


def with_edits(unit: Unit, edits: Iterable[Edit]) -> Unit:
    """Return *unit* with those of the *edits* that are of it."""
    after = {edit.cell: edit.after for edit in edits if edit.unit == unit.name}
    cells = (_cell(unit, cell, after[cell.index]) if cell.index in after else cell for cell in unit.cells)
    return replace(unit, cells=tuple(cells))


def _cell(unit: Unit, cell: Cell, text: str) -> Cell:
    if unit.kind is UnitKind.MODULE:
        return replace(cell, text=text, masked=text)
    masked = mask(text)
    return replace(cell, text=text, masked=masked.text)


def _differences(before: Program, after: Program) -> Iterator[Edit]:
    for old_unit, new_unit in zip(before.units, after.units, strict=True):
        for old, new in zip(old_unit.cells, new_unit.cells, strict=True):
            if old.text != new.text:
                yield Edit(old_unit.name, old.index, old.text, new.text)
