"""The cells a kernel has run so far, as a program in execution order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from jupyter_hybridize.results.report import FunctionReport, Report, UnitReport
from jupyter_hybridize.source.cell import Cell, CellState
from jupyter_hybridize.source.magics import mask
from jupyter_hybridize.source.program import Order, Program, Unit, UnitKind

NAME = "this notebook"


@dataclass(frozen=True, slots=True)
class History:
    """What was run, by execution count: ``texts[0]`` is empty, as in IPython's ``In``."""

    texts: tuple[str, ...]

    @classmethod
    def of(cls, texts: Sequence[str], current: str | None = None) -> History:
        """Return the history with the *current* cell as its last entry, whether or not it was stored already."""
        entries = tuple(texts) or ("",)
        if current is None:
            return cls(entries)
        if len(entries) > 1 and entries[-1].rstrip("\n") == current.rstrip("\n"):
            entries = entries[:-1]  # the history drops the newlines at the end
        return cls((*entries, current))

    @property
    def last(self) -> int:
        """Return the execution count of the last cell."""
        return len(self.texts) - 1

    def program(self) -> Program:
        """Return the cells as one notebook, each numbered by its execution count."""
        cells = tuple(_cell(count, text) for count, text in enumerate(self.texts) if count and text.strip())
        return Program((Unit(NAME, UnitKind.NOTEBOOK, cells),), Order.EXECUTION)


def _cell(count: int, text: str) -> Cell:
    masked = mask(text)
    return Cell(
        f"In [{count}]", count, text, masked.text, count, CellState.RUN, masked.skipped, masked.runs_unknown_code
    )


def latest(report: Report) -> Report:
    """Return the report without the definitions that a later one of the same name has replaced."""
    return replace(report, units=tuple(replace(unit, functions=_latest(unit)) for unit in report.units))


def _latest(unit: UnitReport) -> tuple[FunctionReport, ...]:
    final: dict[str, int] = {}
    for function in unit.functions:  # a class that is defined again takes all its methods along
        final[_root(function)] = max(final.get(_root(function), 0), function.cell)
    return tuple(function for function in unit.functions if final[_root(function)] == function.cell)


def _root(function: FunctionReport) -> str:
    return function.name.partition(".")[0]


def only_cell(report: Report, count: int) -> Report:
    """Return what the report says about one cell."""
    return replace(report, units=tuple(_only(unit, count) for unit in report.units))


def _only(unit: UnitReport, count: int) -> UnitReport:
    functions = tuple(function for function in unit.functions if function.cell == count)
    problems = tuple(problem for problem in unit.problems if problem.cell in (count, -1))
    return replace(unit, functions=functions, problems=problems)
