"""Helpers of functions that become graphs are part of those graphs; a call or two to show them changes nothing."""

from __future__ import annotations

import pytest

from jupyter_hybridize.facts.calibration import Calibration
from jupyter_hybridize.results.evidence import Evidence
from jupyter_hybridize.results.report import FunctionReport
from jupyter_hybridize.session import Session
from jupyter_hybridize.source.notebook import make_unit
from jupyter_hybridize.source.program import Program

SESSION = Session()
STEP = """import tensorflow as tf
data = tf.data.Dataset.from_tensor_slices(tf.ones([30, 3])).batch(2)
def inner(x):
    for _ in range(20):
        x = tf.sin(x) + 1.0
    return x
def outer(x):
    return inner(x) + inner(x * 2.0)
for batch in data:
    outer(batch)
"""


def inner(*cells: str, evidence: Evidence | None = None) -> FunctionReport:
    program = Program((make_unit("book.ipynb", [(None, cell, None) for cell in (STEP, *cells)]),))
    (unit,) = SESSION.update(program, evidence).units
    return next(function for function in unit.functions if function.name == "inner")


@pytest.mark.parametrize("cell", ["", "inner(tf.ones([3]))", "for _ in range(2):\n    inner(tf.ones([3]))"])
def test_a_helper_that_is_only_shown_besides_is_left_to_its_caller(cell: str) -> None:
    assert [f.code for f in inner(cell).findings if f.answer == "no"] == ["HYB403"]


@pytest.mark.parametrize(
    "cell",
    ["for batch in data:\n    inner(batch)", "for _ in range(1000):\n    inner(tf.ones([3]))"],
)
def test_a_helper_that_is_called_often_by_itself_is_proposed(cell: str) -> None:
    assert inner(cell).action == "decorate"


@pytest.mark.parametrize(("seconds", "action"), [(1e-4, "decorate"), (1.0, "keep")])
def test_how_many_calls_pay_is_told_by_the_machine_that_was_measured(seconds: float, action: str) -> None:
    evidence = Evidence(calibration=Calibration(trace_op=seconds))
    assert inner("for _ in range(1000):\n    inner(tf.ones([3]))", evidence=evidence).action == action


def test_a_helper_of_what_only_a_data_set_runs_is_part_of_that_graph() -> None:
    cells = ["def prepared(x):\n    return inner(x)\nlist(data.map(prepared))", "inner(tf.ones([3]))"]
    source = STEP.replace("for batch in data:\n    outer(batch)\n", "")
    (unit,) = SESSION.update(Program((make_unit("b.ipynb", [(None, c, None) for c in (source, *cells)]),))).units
    found = next(function for function in unit.functions if function.name == "inner")
    assert found.action == "keep" or found.findings == ()
