"""Which of the cells that were run may have bound a name last."""

import pytest

from jupyter_hybridize.surfaces.last_binders import ANY, LastBinders, bound_by, digest_of


def answer(*cells: str, names: tuple[str, ...] = ("x",)) -> dict[str, list[str]]:
    """Return the texts, the latest first, that may have bound each name."""
    told = LastBinders().answer(("", *cells), names)
    texts = {digest_of(cell): cell for cell in cells}
    return {name: [texts[digest] for digest in found] for name, found in told["binders"].items()}


@pytest.mark.parametrize(
    "cell",
    [
        "x = 1",
        "a, (b, *x) = c",
        "x += 1",
        "x: int = 1",
        "for x in y:\n    pass",
        "with y as x:\n    pass",
        "import x",
        "import x.y",
        "from y import z as x",
        "def x():\n    pass",
        "class x:\n    pass",
        "try:\n    pass\nexcept E as x:\n    pass",
        "match y:\n    case [x, *_]:\n        pass",
        "match y:\n    case {**x}:\n        pass",
        "if (x := y):\n    pass",
        "[(x := z) for z in y]",
        "if y:\n    del x",
    ],
)
def test_a_statement_that_binds_a_name_is_found(cell):
    assert answer("x = 0", cell, "y = 2") == {"x": [cell]}


@pytest.mark.parametrize(
    "cell",
    ["print(x)", "x.y = 1", "x[0] = 1", "def f(x):\n    x = 2", "[x for x in y]", "lambda x: x", "class A:\n    x = 1"],
)
def test_a_name_of_another_scope_is_another_name(cell):
    assert answer("x = 0", cell) == {"x": ["x = 0"]}


@pytest.mark.parametrize("cell", ["%run more.py", "!ls", "exec(y)", "from y import *", "x = = 3", "f(globals())"])
def test_a_cell_that_may_bind_anything_is_told_besides(cell):
    assert answer("x = 0", cell, "y = 2") == {"x": [cell, "x = 0"]}


@pytest.mark.parametrize("cell", ["def f():\n    global x\n    x = 1", "def f():\n    exec(y)"])
def test_nothing_is_told_where_a_function_may_bind_it_at_any_time(cell):
    assert answer(cell, "x = 0") == {}


def test_a_name_that_no_cell_binds_came_from_elsewhere():
    assert answer("y = 1", "%run z.py") == {"x": ["%run z.py"]}


def test_texts_are_told_apart_but_for_newlines_at_the_end():
    assert digest_of("x = 1\n") == digest_of("x = 1") != digest_of("x = 2")


def test_no_text_is_told():
    told = repr(LastBinders().answer(["", "password = 'secret'"], ["password"]))
    assert "secret" not in told


def test_what_was_run_is_counted():
    assert LastBinders().answer(["", "x = 1", "x = 2"], [])["run"] == 2
    assert LastBinders().answer([], [])["run"] == 0


def test_a_cell_that_nests_too_deeply_may_bind_anything():
    assert bound_by("(" * 5_000)[0] == {ANY}


def test_a_long_history_is_read_over_several_questions_and_then_at_once(monkeypatch):
    monkeypatch.setattr("jupyter_hybridize.surfaces.last_binders.MOST_SECONDS", 0.05)
    cells = ["", "x = 0", *("\n".join(f"y_{row} = {row} * {number}" for row in range(60)) for number in range(1_500))]
    binders, asked = LastBinders(), 0
    while not binders.answer(cells, ["x"])["binders"]:
        asked += 1
        assert asked < 1_000, "no question gets further"
    assert asked, "the first question would have taken too long"
    assert binders.answer(cells, ["x"])["binders"] == {"x": [digest_of("x = 0")]}
