"""A number that each round of a loop changes is any number from the third round on."""

from __future__ import annotations

import pytest

from jupyter_hybridize.source.program import Program
from tests.interpreter.programs import interpret, module, revealed

COUNTING = "n = 0\nfor x in xs:\n    print(x)\n    n += 1\n"


def rounds(text: str) -> int:
    """Return how often the loop's only call of ``print`` is interpreted, as a statement of its own."""
    with_loop = interpret(Program((module("m.py", f"xs = unknown()\n{text}"),))).statements
    without = text.count("\n") - text.count("    ") + 1
    return (with_loop - without) // text.count("    ")


@pytest.mark.parametrize(
    "text",
    [
        COUNTING,
        COUNTING.replace("n = 0", "n = 0.5"),
        COUNTING.replace("n += 1", "n = n * 2 + 1"),
        COUNTING.replace("n += 1", "n = n / 4 + 1"),
    ],
)
def test_a_loop_that_counts_takes_three_rounds(text: str) -> None:
    assert rounds(text) == 3


def test_a_loop_that_counts_in_an_attribute_takes_three_rounds() -> None:
    counter = "class C:\n    n = 0\nc = C()\nc.n = 0\n"
    loop = "for x in xs:\n    print(x)\n    c.n += 1\n"
    with_loop = interpret(Program((module("m.py", f"xs = unknown()\n{counter}{loop}"),))).statements
    without = interpret(Program((module("m.py", f"xs = unknown()\n{counter}"),))).statements
    assert (with_loop - without - 1) // 2 == 3
    assert revealed(module("m.py", f"xs = unknown()\n{counter}{loop}reveal(c.n)\n")) == ["int"]


def test_a_loop_that_counts_nothing_takes_two_rounds() -> None:
    assert rounds(COUNTING.replace("n += 1", "n = 1")) == 2


@pytest.mark.parametrize(
    ("start", "step", "after"),
    [
        ("0", "n += 1", "int"),
        ("0", "n = n / 4 + 1", "0 | float"),
        ("0.5", "n += 1", "float"),
        ("0", "n = 1", "0 | 1"),
        ("'a'", "n = 'b'", "'a' | 'b'"),
        ("True", "n = False", "False | True"),
        ("None", "n = 0 if n is None else n + 1", "None | int"),
    ],
)
def test_what_is_counted_may_be_any_number_after_the_loop(start: str, step: str, after: str) -> None:
    text = f"n = {start}\nfor x in unknown():\n    {step}\nreveal(n)\n"
    assert revealed(module("m.py", text)) == [after]


def test_a_branch_that_only_a_later_round_takes_is_interpreted() -> None:
    text = (
        "n, found = 0, None\nfor x in unknown():\n    if n == 7:\n        found = 'seven'\n    n += 1\nreveal(found)\n"
    )
    assert revealed(module("m.py", text)) == ["'seven' | None"]
