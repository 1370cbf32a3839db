"""Edits to real notebooks with cells of real notebooks: after each, the report is the one that a new session gives."""

from __future__ import annotations

import os
import re
from functools import cache
from random import Random

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from jupyter_hybridize.knowledge.api import Knowledge
from jupyter_hybridize.session import Session
from jupyter_hybridize.source.notebook import make_unit
from jupyter_hybridize.source.program import Order, Program
from tests.fuzz.bases import FOLDER, bases
from tests.fuzz.verdicts import cells_of

SEED = int(os.environ.get("HYBRIDIZE_FUZZ_SEED", "0"))
SCRIPTS = int(os.environ.get("HYBRIDIZE_FUZZ_SCRIPTS", "5" if FOLDER else "1"))  # for each notebook
NOTEBOOKS = int(os.environ.get("HYBRIDIZE_FUZZ_EDITED", "40" if FOLDER else "4"))
CHOSEN = bases()[:: max(1, len(bases()) // NOTEBOOKS)]
KNOWLEDGE = Knowledge.load()

Cell = tuple[str, str, int | None]  # as the kernel and the server tell it: id, text, execution count


class Book:
    """A notebook that somebody works on."""

    def __init__(self, cells: list[Cell], random: Random) -> None:
        self.cells = cells
        self.random = random

    def edit(self) -> None:
        """Do what one does between two looks at the report."""
        kinds = (self.insert, self.delete, self.move, self.replace, self.line, self.number, self.run, self.run_from)
        self.random.choice(kinds if self.cells else (self.insert,))()

    def place(self) -> int:
        """Return the place of some cell."""
        return self.random.randrange(len(self.cells))

    def insert(self) -> None:
        """Put a cell of any notebook in."""
        place = self.random.randrange(len(self.cells) + 1)
        self.cells.insert(place, (f"new-{self.random.random()}", self.random.choice(pool()), None))

    def delete(self) -> None:
        """Drop a cell."""
        del self.cells[self.place()]

    def move(self) -> None:
        """Move a cell."""
        cell = self.cells.pop(self.place())
        self.cells.insert(self.random.randrange(len(self.cells) + 1), cell)

    def replace(self) -> None:
        """Write a cell anew, as a cell of any notebook."""
        self.write(self.place(), self.random.choice(pool()))

    def line(self) -> None:
        """Drop, repeat or insert a line; the insertion is of any notebook."""
        place = self.place()
        lines = self.cells[place][1].split("\n")
        at = self.random.randrange(len(lines))
        other = self.random.choice(self.random.choice(pool()).split("\n"))
        lines[at : at + 1] = self.random.choice(([], [lines[at]] * 2, [lines[at], other], [other, lines[at]]))
        self.write(place, "\n".join(lines))

    def number(self) -> None:
        """Change a number or a word."""
        place = self.place()
        words = re.split(r"(\b\w+\b)", self.cells[place][1])
        if len(words) > 1:
            words[self.random.randrange(1, len(words), 2)] = self.random.choice(("0", "1", "2.5", "x", "None", "True"))
        self.write(place, "".join(words))

    def write(self, place: int, text: str) -> None:
        """Give a cell another text, which has not been run."""
        name, _, count = self.cells[place]
        self.cells[place] = (name, text, count)

    def run(self) -> None:
        """Run a cell, once more perhaps."""
        self.run_all([self.place()])

    def run_from(self) -> None:
        """Restart the kernel and run the cells from the first on, up to one of them."""
        self.cells = [(name, text, None) for name, text, _ in self.cells]
        self.run_all(range(self.place() + 1))

    def run_all(self, places: range | list[int]) -> None:
        """Run these cells in this order."""
        count = max((count or 0 for *_, count in self.cells), default=0)
        for place in places:
            count += 1
            self.cells[place] = (*self.cells[place][:2], count)


@cache
def pool() -> tuple[str, ...]:
    """Return the cells of all notebooks that are edited."""
    return tuple(text for _, data in CHOSEN for text in cells_of(data).values())


def told(session: Session, cells: list[Cell], order: Order) -> str:
    """Return the whole report as text."""
    return repr(session.update(Program((make_unit("book.ipynb", cells),), order)))


@pytest.mark.no_cover  # the same analyses over and over
@pytest.mark.timeout(600 * SCRIPTS)
@pytest.mark.parametrize(("name", "data"), CHOSEN, ids=[name for name, _ in CHOSEN])
@settings(
    max_examples=SCRIPTS,
    deadline=None,
    derandomize=True,
    database=None,
    phases=(Phase.generate,),
    suppress_health_check=list(HealthCheck),
)
@given(seed=st.integers(0, 10**6), order=st.sampled_from(Order), length=st.integers(2, 6))
def test_every_edit_leaves_the_report_of_a_new_session(
    name: str, data: bytes, seed: int, order: Order, length: int
) -> None:
    cells: list[Cell] = [(f"cell-{number}", text, None) for number, text in cells_of(data).items()]
    book, session = Book(cells, Random(f"{SEED} {seed}")), Session(KNOWLEDGE)
    told(session, book.cells, order)
    for _ in range(length):
        book.edit()
        assert told(session, book.cells, order) == told(Session(KNOWLEDGE), book.cells, order)
