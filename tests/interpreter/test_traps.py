"""Programs in which tracing is unsafe for a reason far from the function's text, and their near misses.

A file of ``cases/traps`` holds several programs. ``# == caught: …`` begins one whose function ``f`` must never be
called safe, ``# == safe: …`` one whose ``f`` is safe; ``# %%`` begins a cell.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from jupyter_hybridize.results.report import FunctionReport
from jupyter_hybridize.session import Session
from jupyter_hybridize.source.notebook import make_unit
from jupyter_hybridize.source.program import Program

FOLDER = Path(__file__).parent / "cases" / "traps"
PREAMBLE = "import numpy as np\nimport tensorflow as tf\n"


@dataclass(frozen=True, slots=True)
class Trap:
    topic: str
    title: str
    is_caught: bool
    cells: tuple[str, ...]


def traps() -> Iterator[Trap]:
    for path in sorted(FOLDER.glob("*.py")):
        for block in re.split(r"^# == ", path.read_text(), flags=re.MULTILINE)[1:]:
            head, _, body = block.partition("\n")
            kind, _, title = head.partition(": ")
            cells = tuple(cell.strip("\n") for cell in re.split(r"^# %%\n", body, flags=re.MULTILINE))
            yield Trap(path.stem, title, kind == "caught", cells)


TRAPS = list(traps())


def _id(trap: Trap) -> str:
    return f"{trap.topic}-{trap.title.replace(' ', '_')}"


@pytest.fixture(scope="module")
def session() -> Session:
    return Session()


def functions(session: Session, trap: Trap) -> list[FunctionReport]:
    unit = make_unit("trap.ipynb", [(None, cell, None) for cell in (PREAMBLE, *trap.cells)])
    (report,) = session.update(Program((unit,))).units
    return [f for f in report.functions if f.name.rpartition(".")[2] == "f"]


@pytest.mark.parametrize("trap", [t for t in TRAPS if t.is_caught], ids=_id)
def test_a_trap_is_never_called_safe(session: Session, trap: Trap) -> None:
    found = functions(session, trap)
    assert found
    assert [f.name for f in found if f.safety == "safe"] == []


@pytest.mark.parametrize("trap", [t for t in TRAPS if not t.is_caught], ids=_id)
def test_a_near_miss_is_safe(session: Session, trap: Trap) -> None:
    found = functions(session, trap)
    assert found
    assert [(f.name, f.findings) for f in found if f.safety != "safe"] == []


def test_every_trap_has_a_title_of_its_own() -> None:
    assert len({_id(trap) for trap in TRAPS}) == len(TRAPS) > 100
