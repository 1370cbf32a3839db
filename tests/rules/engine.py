"""Runs the whole analysis on one program."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from jupyter_hybridize.results.report import FindingReport, FunctionReport
from jupyter_hybridize.session import Session
from jupyter_hybridize.source.program import Order
from jupyter_hybridize.source.project import read_paths

_SESSION = Session()


def analyse(source: str, folder: Path) -> tuple[FunctionReport, ...]:
    """Return what the analysis reports about each function of the program."""

    path = folder / "program.py"
    path.write_text(source)
    (program,), problems = read_paths([path], Order.DOCUMENT)
    assert problems == ()
    (unit,) = _SESSION.update(program).units
    return unit.functions


def findings(functions: Iterable[FunctionReport], code: str) -> frozenset[FindingReport]:
    """Return what a rule finds in any of the functions."""
    return frozenset(f for function in functions for f in function.findings if f.code == code)
