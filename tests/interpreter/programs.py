"""Runs programs through the interpreter alone and tells what ``reveal(…)`` saw."""

from __future__ import annotations

import sys

from jupyter_hybridize.interpreter.cells.runner import run
from jupyter_hybridize.interpreter.trace import Trace
from jupyter_hybridize.knowledge.api import Knowledge
from jupyter_hybridize.source.cell import Cell
from jupyter_hybridize.source.notebook import CellSource, make_unit
from jupyter_hybridize.source.parse import parse
from jupyter_hybridize.source.program import Order, Program, Unit, UnitKind

KNOWLEDGE = Knowledge.load()


def interpret(program: Program) -> Trace:
    limit = sys.getrecursionlimit()
    sys.setrecursionlimit(12_000)
    try:
        return run(program, KNOWLEDGE, parse)
    finally:
        sys.setrecursionlimit(limit)


def module(name: str, text: str, dotted: str | None = None) -> Unit:
    return Unit(name, UnitKind.MODULE, (Cell("module", -1, text, text),), dotted)


def notebook(*cells: str | CellSource) -> Unit:
    return make_unit("book.ipynb", [(None, cell, None) if isinstance(cell, str) else cell for cell in cells])


def revealed(*units: Unit, order: Order = Order.DOCUMENT, libraries: tuple[Unit, ...] = ()) -> list[str]:
    """Return what each ``reveal(…)`` saw, in the order they were run."""
    trace = interpret(Program(units, order, libraries))
    return [str(value) for _, value in trace.reveals]


def by_line(unit: Unit) -> dict[int, str]:
    """Return what was revealed on each line of a module, each different value once."""
    values: dict[int, dict[str, None]] = {}
    for span, value in interpret(Program((unit,))).reveals:
        values.setdefault(span.line, {})[str(value)] = None
    return {line: "; ".join(seen) for line, seen in values.items()}
