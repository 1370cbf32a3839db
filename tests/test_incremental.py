"""After any edit, an analysis that has seen the program before says the same as one that has not."""

from __future__ import annotations

import random

import pytest

from jupyter_hybridize.session import Session
from jupyter_hybridize.source.notebook import make_unit
from jupyter_hybridize.source.program import Order, Program

SCALE = """class Scale:
    def __init__(self, k):
        self.k = k
    def __call__(self, x):
        return x * self.k"""
START = (
    "import numpy as np\nimport tensorflow as tf",
    "rate = 0.5\nhistory = []",
    SCALE,
    "def loss(x):\n    return tf.reduce_mean(tf.square(x)) * rate",
    "def step(x, scale):\n    y = loss(scale(x))\n    return y + 1.0",
    "scale = Scale(2.0)",
    "for epoch in range(3):\n    value = step(tf.ones([4, 2]), scale)",
    "print(value)",
)
CELLS = (
    *START,
    "rate = rate / 2",
    "rate = 0.5",
    "scale.k = 3.0",
    "history.append(step(tf.ones([2, 2]), scale))",
    "def loss(x):\n    history.append(x)\n    return tf.reduce_sum(x)",
    "@tf.function\ndef step(x, scale):\n    return loss(scale(x))",
    "step = tf.function(step)",
    "value = step(np.ones([2, 2]), scale)",
    "x = (1 +",
    "def later():\n    global rate\n    rate = 1.0",
    "later()",
    "%run other.py",
    "from nolib import *",
    "class Scale(Scale):\n    def __call__(self, x):\n        print(x)\n        return super().__call__(x)",
    "",
    "# a comment",
    "del rate",
)


def edited(cells: list[tuple[str, str]], choose: random.Random, fresh: int) -> list[tuple[str, str]]:
    """Return *cells* after one edit: a cell inserted, deleted, changed, or moved."""
    cells = list(cells)
    kind = choose.choice(["insert", "insert", "delete", "change", "change", "move"])
    place = choose.randrange(len(cells) + 1)
    if kind == "insert" or not cells:
        cells.insert(place, (f"new-{fresh}", choose.choice(CELLS)))
        return cells
    place = min(place, len(cells) - 1)
    if kind == "delete":
        del cells[place]
    elif kind == "change":
        cells[place] = (cells[place][0], choose.choice(CELLS))
    else:
        cells.insert(choose.randrange(len(cells)), cells.pop(place))
    return cells


def program(cells: list[tuple[str, str]], choose: random.Random | None = None) -> Program:
    counts = list(range(len(cells)))
    if choose is not None:
        choose.shuffle(counts)
    unit = make_unit("book.ipynb", [(name, text, n) for n, (name, text) in zip(counts, cells, strict=True)])
    return Program((unit,), Order.DOCUMENT if choose is None else Order.EXECUTION)


@pytest.mark.parametrize("seed", [*range(4), *(pytest.param(n, marks=pytest.mark.no_cover) for n in range(4, 12))])
def test_the_report_after_each_edit_equals_one_from_scratch(seed: int) -> None:
    choose = random.Random(seed)
    session = Session()
    cells = [(f"start-{n}", text) for n, text in enumerate(START)]
    for turn in range(10):
        given = program(cells)
        assert session.update(given) == Session().update(given)
        cells = edited(cells, choose, turn)


@pytest.mark.parametrize("seed", range(4))
def test_so_does_the_report_in_execution_order(seed: int) -> None:
    choose = random.Random(seed)
    session = Session()
    cells = [(f"start-{n}", text) for n, text in enumerate(START)]
    for turn in range(6):
        given = program(cells, choose)
        assert session.update(given) == Session().update(given)
        cells = edited(cells, choose, turn)


def test_an_edit_that_is_undone_brings_the_report_back() -> None:
    session = Session()
    cells = [(f"start-{n}", text) for n, text in enumerate(START)]
    first = session.update(program(cells))
    changed = [*cells[:3], ("start-3", CELLS[12]), *cells[4:]]
    assert session.update(program(changed)) != first
    assert session.update(program(cells)) == first


def test_cells_with_the_same_text_are_told_apart() -> None:
    cells = [("a", START[0]), ("b", "def f(x):\n    return x"), ("c", "def f(x):\n    return x")]
    (unit,) = Session().update(program(cells)).units
    assert [(f.cell, f.cell_id) for f in unit.functions] == [(1, "b"), (2, "c")]
