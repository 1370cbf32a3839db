"""``timeit`` calls what it is given."""

from __future__ import annotations

import pytest

from tests.knowledge.keras_programs import interpret, names_of
from tests.knowledge.test_keras_real import disagreements

SETUP = "import timeit\nseen = []\ndef f(x=1):\n    seen.append(x)\n    return x\n"
TIMED = (
    "timeit.timeit(f, number=3)", "timeit.timeit(lambda: f(2), number=3)", "timeit.repeat(f, number=2, repeat=2)",
    "timeit.timeit(stmt=f, setup=lambda: f(3), number=1)",
)  # fmt: skip


@pytest.mark.parametrize("expression", TIMED)
def test_a_timed_function_is_called(expression: str) -> None:
    machine = interpret(f"{SETUP}took = {expression}")
    assert any(call.definition.endswith("f") for call in machine.trace.calls)


@pytest.mark.tensorflow
@pytest.mark.parametrize("expression", TIMED)
def test_timing_gives_what_it_says(expression: str) -> None:
    assert disagreements(f"{SETUP}took = {expression}") == []


def test_a_timed_text_may_do_anything() -> None:
    machine = interpret(f"{SETUP}took = timeit.timeit('f(5); seen = 3', globals=globals(), number=1)")
    assert names_of(machine)["seen"].is_unknown
