"""Runs the whole analysis on one program: a module, or a notebook whose cells begin with ``# %% [3]``.

The number is the cell's execution count. A cell that begins with ``# %% deleted [2]`` was run and is no longer there:
the kernel holds the numbers that it binds.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from jupyter_hybridize.results.evidence import Evidence
from jupyter_hybridize.results.observed import Observed
from jupyter_hybridize.results.report import FindingReport, FunctionReport
from jupyter_hybridize.session import Session
from jupyter_hybridize.source.notebook import make_unit
from jupyter_hybridize.source.program import Order, Program
from jupyter_hybridize.source.project import read_paths

_SESSION = Session()
_HEAD = re.compile(r"^# %% (deleted )?\[(\d+)\]$")


@dataclass
class _Cell:
    first: int  # its first line in the program
    count: int
    is_deleted: bool
    lines: list[str]


def analyse(source: str, folder: Path) -> tuple[FunctionReport, ...]:
    """Return what the analysis reports about each function of the program."""
    cells = list(_cells(source))
    if cells:
        return _analyse_cells(cells)
    path = folder / "program.py"
    path.write_text(source)
    (program,), problems = read_paths([path], Order.DOCUMENT)
    assert problems == ()
    (unit,) = _SESSION.update(program).units
    return unit.functions


def _cells(source: str) -> Iterator[_Cell]:
    cell: _Cell | None = None
    for number, line in enumerate(source.splitlines(), 1):
        if head := _HEAD.match(line):
            if cell is not None:
                yield cell
            cell = _Cell(number + 1, int(head[2]), bool(head[1]), [])
        elif cell is not None:
            cell.lines.append(line)
    if cell is not None:
        yield cell


def _analyse_cells(cells: list[_Cell]) -> tuple[FunctionReport, ...]:
    kept = [cell for cell in cells if not cell.is_deleted]
    unit = make_unit("program.ipynb", [(str(c.first), "\n".join(c.lines), c.count) for c in kept])
    (report,) = _SESSION.update(Program((unit,)), Evidence(dict(_held(cells)))).units
    return tuple(_moved(function, kept[function.cell].first - 1, kept) for function in report.functions)


def _held(cells: list[_Cell]) -> Iterator[tuple[str, Observed]]:
    """Yield what the kernel holds of what cells that are gone bound: numbers."""
    for cell in cells:
        for statement in ast.parse("\n".join(cell.lines)).body if cell.is_deleted else ():
            assert isinstance(statement, ast.Assign)
            assert isinstance(statement.targets[0], ast.Name)
            kind = type(ast.literal_eval(statement.value)).__name__
            yield statement.targets[0].id, Observed("scalar", kind)


def _moved(function: FunctionReport, lines: int, cells: list[_Cell]) -> FunctionReport:
    """Return the report with lines counted from the beginning of the program."""
    found = (replace(f, line=f.line + cells[f.cell].first - 1) for f in function.findings)
    return replace(function, line=function.line + lines, findings=tuple(found))


def findings(functions: Iterable[FunctionReport], code: str) -> frozenset[FindingReport]:
    """Return what a rule finds in any of the functions."""
    return frozenset(f for function in functions for f in function.findings if f.code == code)
