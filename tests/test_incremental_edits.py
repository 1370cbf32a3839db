"""Random scripts of edits to real programs: after each edit the report is the one that a new session gives."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import cache, lru_cache
from pathlib import Path
from types import FrameType

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from jupyter_hybridize.knowledge.api import Knowledge
from jupyter_hybridize.results.evidence import Evidence
from jupyter_hybridize.results.observed import Observed
from jupyter_hybridize.session import Session
from jupyter_hybridize.source.notebook import make_unit, read_notebook
from jupyter_hybridize.source.program import Order, Program

ROOT = Path(__file__).parents[1]
NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))
SLOW = {"recursion"}  # an analysis takes seconds, many of them minutes
CASES = sorted(p for p in (ROOT / "tests" / "interpreter" / "cases").glob("*.py") if p.stem not in SLOW)
MORE = sorted((ROOT / "tests" / "rules" / "cases").glob("*/*.py"))
KNOWLEDGE = Knowledge.load()
pytestmark = pytest.mark.no_cover  # the same analyses over and over: tracing them takes most of the time

Cells = tuple[tuple[str, str], ...]
Edit = Callable[[Cells, int, int], Cells]

NEW = (
    "rate = 0.5",
    "x = tf.ones([2, 3])",
    "x = lab.load()",
    "model = None",
    "history = {1: x}\nhistory[True] = 1.0",
    "del x",
    "for epoch in range(3):\n    x = x * 2",
    "import numpy as np",
    "from nolib import *",
    "%run other.py",
    "print(1",
    "tf.config.run_functions_eagerly(True)",
    "def again(x, k=2):\n    print(x)\n    return x * k",
    "again(x)",
    "@tf.function\ndef again(x):\n    return x * rate",
    "numbers = (n * 2 for n in range(4))\nsum(numbers)",
)


@cache
def cells_of(path: Path) -> Cells:
    """Return the cells of a notebook, or the parts of a module between blank lines, as cells."""
    if path.suffix == ".ipynb":
        return tuple((cell.id, cell.text) for cell in read_notebook(path, path.name).cells)
    parts = re.split(r"\n\n\n+", path.read_text(encoding="utf-8").strip())
    return tuple((f"part-{n}", part) for n, part in enumerate(parts))


# -- edits ----------------------------------------------------------------------------------------------------------


def _with(cells: Cells, place: int, text: str) -> Cells:
    return (*cells[:place], (cells[place][0], text), *cells[place + 1 :])


def appended(cells: Cells, place: int, what: int) -> Cells:
    return _with(cells, place, f"{cells[place][1]}\n{NEW[what % len(NEW)]}")


def replaced(cells: Cells, place: int, what: int) -> Cells:
    return _with(cells, place, NEW[what % len(NEW)])


def shifted(cells: Cells, place: int, what: int) -> Cells:
    return _with(cells, place, f"# {what}\n{cells[place][1]}")


def without_line(cells: Cells, place: int, what: int) -> Cells:
    lines = cells[place][1].split("\n")
    del lines[what % len(lines)]
    return _with(cells, place, "\n".join(lines))


def renumbered(cells: Cells, place: int, what: int) -> Cells:
    numbers = ("0", "1", "2", "7", "1.0", "True", "None")
    return _with(cells, place, re.sub(r"\b\d+\b", numbers[what % len(numbers)], cells[place][1], count=1))


def inserted(cells: Cells, place: int, what: int) -> Cells:
    return (*cells[:place], (f"new-{len(cells)}-{what}", NEW[what % len(NEW)]), *cells[place:])


def deleted(cells: Cells, place: int, what: int) -> Cells:
    return (*cells[:place], *cells[place + 1 :])


def moved(cells: Cells, place: int, what: int) -> Cells:
    rest = deleted(cells, place, what)
    target = what % (len(rest) + 1)
    return (*rest[:target], cells[place], *rest[target:])


def duplicated(cells: Cells, place: int, what: int) -> Cells:
    return (*cells[:place], (f"copy-{len(cells)}-{what}", cells[place][1]), *cells[place:])


def broken(cells: Cells, place: int, what: int) -> Cells:
    return _with(cells, place, f"{cells[place][1]}\n)")


EDITS: tuple[Edit, ...] = (
    appended,
    replaced,
    shifted,
    without_line,
    renumbered,
    inserted,
    deleted,
    moved,
    duplicated,
    broken,
)
UNDO = len(EDITS)
scripts = st.lists(st.tuples(st.integers(0, UNDO), st.integers(0, 999), st.integers(0, 999)), min_size=2, max_size=6)


def histories(start: Cells, script: list[tuple[int, int, int]]) -> list[Cells]:
    """Return the cells at first and after each edit of *script*."""
    versions = [start]
    for kind, place, what in script:
        if kind == UNDO:
            versions.append(versions[max(0, len(versions) - 2)])
        elif versions[-1]:
            versions.append(EDITS[kind](versions[-1], place % len(versions[-1]), what))
    return versions


def program(cells: Cells, order: Order = Order.DOCUMENT) -> Program:
    """Return *cells* as a notebook; in execution order, the last were run first."""
    counts = [None if order is Order.DOCUMENT else len(cells) - n for n in range(len(cells))]
    sources = [(name, text, count) for (name, text), count in zip(cells, counts, strict=True)]
    return Program((make_unit("book.ipynb", sources),), order)


def told(session: Session, given_program: Program, evidence: Evidence | None = None) -> str:
    """Return the whole report as text, which tells the order of everything in it."""
    return repr(session.update(given_program, evidence))


@lru_cache(maxsize=64)
def told_anew(cells: Cells, order: Order = Order.DOCUMENT) -> str:
    """Return what a new session tells; the scripts of a program all begin with the same cells."""
    return told(Session(knowledge=KNOWLEDGE), program(cells, order))


# -- the law --------------------------------------------------------------------------------------------------------

quick = settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True)


@pytest.mark.parametrize("path", [*NOTEBOOKS, *CASES], ids=lambda path: path.stem)
@quick
@given(script=scripts)
def test_every_edit_leaves_the_report_of_a_new_session(path: Path, script: list[tuple[int, int, int]]) -> None:
    session = Session(knowledge=KNOWLEDGE)
    for cells in histories(cells_of(path), script):
        assert told(session, program(cells)) == told_anew(cells)


@quick
@given(path=st.sampled_from([*NOTEBOOKS, *CASES, *MORE]), script=scripts)
def test_so_it_does_in_execution_order(path: Path, script: list[tuple[int, int, int]]) -> None:
    session = Session(knowledge=KNOWLEDGE)
    for cells in histories(cells_of(path), script):
        assert told(session, program(cells, Order.EXECUTION)) == told_anew(cells, Order.EXECUTION)


SEEN = (
    Observed("tensor", "EagerTensor", "float32", (8, 10)),
    Observed("array", "numpy.ndarray", "float64", (8, 10)),
    Observed("scalar", "int"),
)
evidences = st.lists(st.dictionaries(st.sampled_from(["x", "model", "rate", "history"]), st.sampled_from(SEEN)))


@quick
@given(path=st.sampled_from([*NOTEBOOKS, *CASES, *MORE]), script=scripts, kernels=evidences)
def test_so_it_does_while_the_kernel_changes_too(
    path: Path, script: list[tuple[int, int, int]], kernels: list[dict[str, Observed]]
) -> None:
    session = Session(knowledge=KNOWLEDGE)
    start = (("lab", "import lab\nx = lab.load()\nmodel = lab.model()"), *cells_of(path))
    for turn, cells in enumerate(histories(start, script)):
        evidence = Evidence(kernels[turn // 2 % len(kernels)]) if kernels else None
        given_program = program(cells)
        new = told(Session(knowledge=KNOWLEDGE), given_program, evidence)
        assert told(session, given_program, evidence) == new


def of(*texts: str) -> Cells:
    return tuple((str(n), text) for n, text in enumerate(texts))


# -- how much is done -----------------------------------------------------------------------------------------------


def book(count: int = 60) -> Cells:
    cells = [("imports", "import tensorflow as tf")]
    for n in range(count):
        cells.append((f"def-{n}", f"def f{n}(x):\n    for _ in range(3):\n        x = x * {n}.0\n    return x"))
        cells.append((f"use-{n}", f"y{n} = f{n}(tf.ones([{n + 1}, 2]))"))
    return tuple(cells)


@pytest.mark.parametrize("place", [0, 60, 120])
def test_an_edit_interprets_its_own_cell_again_and_what_depends_on_it(place: int) -> None:
    session = Session(knowledge=KNOWLEDGE)
    session.update(program(book()))
    whole = session.interpreted
    session.update(program(appended(book(), place, 0)))
    assert 0 < session.interpreted < whole / 20


def test_a_value_that_changes_reaches_those_that_read_it() -> None:
    session = Session(knowledge=KNOWLEDGE)
    text = "import tensorflow as tf", "n = 2", "x = tf.ones([n])", "z = tf.ones([3])", "def f(x):\n    return x", "f(x)"
    cells = tuple((str(n), each) for n, each in enumerate(text))
    session.update(program(cells))
    changed = program(_with(cells, 1, "n = 5"))
    session.update(changed)
    assert 0 < session.interpreted < len(cells)
    assert told(session, changed) == told(Session(knowledge=KNOWLEDGE), changed)
    (unit,) = session.update(changed).units
    assert [p.type for f in unit.functions for p in f.parameters] == ["f32[5]"]


def test_a_program_that_did_not_change_is_not_interpreted_again() -> None:
    session = Session(knowledge=KNOWLEDGE)
    session.update(program(book()))
    session.update(program(book()))
    assert session.interpreted == 0


MAKERS = """def maker(k):
    def made(x, by=k):
        return x * by
    return made"""


def test_functions_that_a_loop_makes_again_and_again_are_not_interpreted_again() -> None:
    loop = "for n in range(3):\n    x = maker(n)(x)\n    for _ in range(3):\n        x = maker(2)(x)"
    session = Session(knowledge=KNOWLEDGE)
    cells = of("import lab\nimport tensorflow as tf", "n = 1", "thing = lab.load()", MAKERS, "x = tf.ones([2])", loop)
    session.update(program(cells))
    for place, text in ((1, "n = 1\nm = 2"), (2, "thing = lab.load()\nother = thing")):
        session.update(program(_with(cells, place, text)))
        assert session.interpreted <= 2
        assert_told(session, cells)


def test_a_cell_after_one_that_nobody_sees_is_not_interpreted_again_because_of_a_new_name() -> None:
    unseen = (
        "%%backend jax\nimport tensorflow as tf\ndef unseen(x):\n    return x * tf.ones([2])\ny = unseen(tf.ones([2]))"
    )
    session = Session(knowledge=KNOWLEDGE)
    cells = of("import tensorflow as tf", "n = 1", unseen, "z = unseen(y)", "def never(x):\n    return tf.sin(x) * y")
    session.update(program(cells))
    changed = _with(cells, 1, "n = 1\nm = 2")
    session.update(program(changed))
    assert session.interpreted == 1
    assert_told(session, changed)


LONG = "import tensorflow as tf\nx = tf.ones([2])\nfor n in range(3):\n    x = tf.sin(x)\nlast = 1"


def test_a_line_at_the_end_of_a_cell_is_all_that_is_interpreted() -> None:
    session = Session(knowledge=KNOWLEDGE)
    session.update(program(of(LONG)))
    for text in (f"{LONG}\ny = x", f"{LONG}\ny = x + 1.0", f"{LONG}\ny = x + 1.0\nz = y", LONG):
        session.update(program(of(text)))
        assert session.interpreted == (text != LONG)
        assert_told(session, of(text))


def test_further_edits_at_one_place_of_a_cell_interpret_nothing_before_it() -> None:
    session = Session(knowledge=KNOWLEDGE)
    session.update(program(of(LONG)))
    session.update(program(of(LONG.replace("last = 1", "last = 2"))))
    assert session.interpreted > 2
    session.update(program(of(LONG.replace("last = 1", "last = 3"))))
    assert session.interpreted == 1


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("with tf.GradientTape() as tape:\n    y = v * 2.0", "g = tape.gradient(y, v)\ny = y + g"),
        ("def f(x):\n    return x * v", "v = tf.Variable(2.0)\nf(tf.ones([2]))"),
        ("turns = (n for n in range(3))\nnext(turns)", "next(turns)\nv = 1.0"),
        ("f = lambda x: x * v", "f(2.0)"),
        ("def f(x):\n    return x\nf(v)", "def f(x):\n    return x + 1.0\nf(v)"),
        ("raise ValueError", "v = 2.0"),
        ("%run other.py", "v = 1.0"),
    ],
)
def test_a_cell_is_the_same_whether_it_was_written_at_once_or_bit_by_bit(before: str, after: str) -> None:
    start = "import tensorflow as tf\nv = tf.Variable(1.0)"
    use = "def used(x):\n    return x * v\nused(tf.ones([2]))"
    lines = f"{before}\n{after}\n{use}".split("\n")
    texts = ["\n".join(lines[: n + 1]) for n in range(len(lines))]
    assert_as_new(*(of(start, text, use) for text in (*texts, *reversed(texts))))


def test_statements_on_one_line_are_one() -> None:
    start = "import tensorflow as tf\nx = tf.ones([2])"
    texts = ("f = lambda x: x * 2.0", "f = lambda x: x * 2.0; g = lambda x: x", "f = lambda x: x * 2.0; f(x)")
    assert_as_new(*(of(start, f"{text}\ndef h(x):\n    return f(x)\nh(x)") for text in (*texts, *texts)))


# -- what values and definitions look alike, and updates that cross ---------------------------------------------------


def assert_as_new(*versions: Cells) -> None:
    """Give one session each of *versions* in turn, and a new session the same."""
    session = Session(knowledge=KNOWLEDGE)
    for cells in versions:
        assert_told(session, cells)


def test_a_branch_that_binds_an_equal_value_is_told_from_one_that_binds_nothing() -> None:
    choose = "def f(t):\n    n = A\n    if t > 0:\n        n = B\n    return tf.zeros([int(n)])"
    start = of("import tensorflow as tf", "A = 3", "B = A", choose, "f(tf.constant(1))")
    evaluated = _with(start, 1, "A = 3  # again")
    assert_as_new(start, evaluated, _with(evaluated, 3, choose.replace("return", "return 0 *")))


def test_a_branch_that_sets_an_equal_attribute_is_told_from_one_that_sets_nothing() -> None:
    choose = "def f(t):\n    o = Box()\n    if t > 0:\n        o.k = A\n    else:\n        o.k = B\n    return t"
    head = "import tensorflow as tf\nclass Box:\n    pass"
    start = of(head, "A = tf.data.Dataset.range(3)", "B = A", choose, "f(tf.constant(1))")
    evaluated = _with(start, 1, f"{start[1][1]}  # again")
    assert_as_new(start, evaluated, _with(evaluated, 3, f"{choose} + 1"))


def test_a_definition_that_is_undone_is_the_one_that_earlier_traces_were_made_of() -> None:
    definition = (
        "one, two = tf.keras.layers.Dense(2), tf.keras.layers.Dense(2)\n"
        "@tf.function\ndef f(x, flag):\n    if flag:\n        return one(x)\n    return two(x)"
    )
    others = "others = [\n" + "".join(f"    lambda: {n},\n" for n in range(9)) + "]"
    calls = "f(tf.ones([1, 2]), True)", "c = 1", "f(tf.ones([1, 2]), False)"
    start = of("import tensorflow as tf", definition, others, "b = 2", *calls)
    edited = _with(start, 1, f"{definition} + 1.0")[:3]
    undone = _with(start, 6, f"{calls[2]}  # again")
    assert_as_new(start, edited, undone)


@contextmanager
def at_statement(number: int, act: Callable[[], None]) -> Iterator[None]:
    """Do *act* in between, when the interpreter begins with its statement so *number*."""
    begun = 0

    def look(frame: FrameType, event: str, _: object) -> None:
        nonlocal begun
        if event == "call" and frame.f_code.co_name == "execute":
            begun += 1
            if begun == number:
                act()

    sys.setprofile(look)
    try:
        yield
    finally:
        sys.setprofile(None)


def stop() -> None:
    raise KeyboardInterrupt


BRANCHING = of(
    "import tensorflow as tf",
    "rate = 1.0",
    "@tf.function\ndef f(x, flag):\n    return one(x) if flag else two(x) * rate",
    "one, two = tf.keras.layers.Dense(2), tf.keras.layers.Dense(2)",
    "f(tf.ones([1, 2]), True)",
    "f(tf.ones([1, 2]), False)",
)
EDITED = _with(_with(BRANCHING, 1, "rate = 2.0\nrate = rate * 2"), 2, f"{BRANCHING[2][1]} + 1.0")


@pytest.mark.parametrize("number", range(1, 12))
def test_an_update_that_is_interrupted_spoils_no_later_one(number: int) -> None:
    session = Session(knowledge=KNOWLEDGE)
    session.update(program(BRANCHING))
    with at_statement(number, stop), suppress(KeyboardInterrupt):
        session.update(program(EDITED))
    for cells in (EDITED, _with(EDITED, 5, f"{EDITED[5][1]}  # again"), BRANCHING):
        assert_told(session, cells)


@pytest.mark.parametrize("number", range(1, 12))
def test_an_update_in_the_middle_of_another_spoils_neither(number: int) -> None:
    session = Session(knowledge=KNOWLEDGE)
    session.update(program(BRANCHING))
    other = (*EDITED[:2], *EDITED[4:], *EDITED[2:4])
    with at_statement(number, lambda: assert_told(session, other)):
        assert_told(session, EDITED)
    for cells in (EDITED, other, BRANCHING):
        assert_told(session, cells)


def assert_told(session: Session, cells: Cells) -> None:
    """The report of *session* on *cells* is that of a new session."""
    assert told(session, program(cells)) == told(Session(knowledge=KNOWLEDGE), program(cells))
