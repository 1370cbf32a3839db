"""One report on several programs: a function that more than one of them calls is told of once, in its file."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from jupyter_hybridize.decide.absence import Absence
from jupyter_hybridize.results.report import FunctionReport, Report, UnitReport

_Place = tuple[int, int, int, str]
_UNCALLED = "HYB101"


def merged(reports: Sequence[Report]) -> Report:
    """Return the report on all the programs that *reports* are about; each is a process of its own.

    What one of them does to a function says nothing of another, so the function has to be right in each.
    """
    if not reports:
        return Report((), "", {})
    unknown: Counter[str] = Counter()
    units: dict[str, list[UnitReport]] = {}
    for report in reports:
        unknown.update(report.unknown_calls)
        for unit in report.units:
            units.setdefault(os.path.abspath(unit.path), []).append(unit)
    each = tuple(own[0] if len(own) == 1 else _one(own) for own in units.values())
    return replace(reports[0], units=each, unknown_calls=dict(unknown.most_common()))


def _one(told: Sequence[UnitReport]) -> UnitReport:
    """Return what several programs tell of one unit, as the one that tells most of it does."""
    fullest = max(told, key=lambda unit: len(unit.functions))
    functions: dict[_Place, list[FunctionReport]] = {}
    for unit in (fullest, *(unit for unit in told if unit is not fullest)):
        for function in unit.functions:
            functions.setdefault(_place(function), []).append(function)
    return replace(fullest, functions=tuple(_weakest(each) for _, each in sorted(functions.items())))


def _place(function: FunctionReport) -> _Place:
    return (function.cell, function.line, function.column, function.name)


def _weakest(verdicts: Sequence[FunctionReport]) -> FunctionReport:
    """Return the verdict that promises least, of those that rest on calls if there are any."""
    called = [each for each in verdicts if not _is_uncalled(each)] or verdicts[:1]
    weakest = min(called, key=_promise)
    if len({_action(each) for each in called}) == 1:
        return _without_disagreement(weakest, called)
    if weakest.mode == "hybrid" and weakest.confidence != "hazard":
        return next((e for e in called if e.action == "keep"), replace(weakest, action="keep", confidence="fine"))
    return _without_disagreement(weakest, called)


def _is_uncalled(function: FunctionReport) -> bool:
    return any(finding.code == _UNCALLED for finding in (*function.findings, *function.silenced))


def _action(function: FunctionReport) -> tuple[object, ...]:
    return function.action, tuple(sorted(function.arguments.items()))


def _promise(function: FunctionReport) -> int:
    """Return how much a verdict promises: that it is safe where it pays comes before that it does not pay elsewhere."""
    order = ("hazard", "refused", "verify-first", "unsure", "verified", "proved", "no-gain", "fine")
    is_unsure = function.confidence == "no-gain" and function.safety != "safe"
    return order.index("unsure" if is_unsure else function.confidence)


def _without_disagreement(function: FunctionReport, others: Iterable[FunctionReport]) -> FunctionReport:
    """Return *function* without a signature that does not serve all calls, and with what all verdicts rest on."""
    assumes = tuple(dict.fromkeys(_assumptions([function, *others])))
    signatures = {each.signature for each in others}
    if len(signatures) == 1:
        return replace(function, assumes=assumes)
    reason = Absence.SEVERAL_PROGRAMS
    told = replace(function, signature_absence=reason.value, signature_reason=reason.sentence(""))
    return replace(told, assumes=assumes, signature=None)


def _assumptions(functions: Iterable[FunctionReport]) -> Iterator[str]:
    for each in functions:
        yield from each.assumes
