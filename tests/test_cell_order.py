"""Verdicts where the cells were run in another order than the document has them."""

from __future__ import annotations

import pytest

from jupyter_hybridize.results.evidence import Evidence
from jupyter_hybridize.results.observed import Observed
from jupyter_hybridize.results.report import FunctionReport
from jupyter_hybridize.session import Session
from jupyter_hybridize.source.notebook import make_unit
from jupyter_hybridize.source.program import Order, Program

SESSION = Session()
STEP = """
def step(x):
    for _ in range(12):
        x = tf.tanh(x) * rate
    return x
"""
USE = "for _ in range(100): step(tf.ones([8]))"


def report(
    *cells: tuple[str, int | None], order: Order = Order.DOCUMENT, evidence: Evidence | None = None
) -> FunctionReport:
    unit = make_unit("order.ipynb", [(None, "import tensorflow as tf", 1), *((None, text, n) for text, n in cells)])
    (found,) = SESSION.update(Program((unit,), order), evidence).units
    return next(f for f in found.functions if f.name == "step")


def codes(found: FunctionReport) -> set[tuple[str, str]]:
    return {(f.code, f.answer) for f in found.findings if f.code in {"HYB104", "HYB105", "HYB303"}}


@pytest.mark.parametrize("order", Order)
def test_a_name_that_another_cell_binds_in_the_other_order_is_reported(order: Order) -> None:
    found = report((STEP, 2), ("rate = 0.5", 5), ("rate = 0.25", 3), (USE, 6), order=order)
    assert codes(found) == {("HYB104", "unknown")}
    assert (found.safety, found.confidence) == ("unknown", "verify-first")


def test_cells_run_from_top_to_bottom_agree() -> None:
    found = report((STEP, 2), ("rate = 0.5", 3), ("rate = 0.25", 4), (USE, 5))
    assert (codes(found), found.confidence) == (set(), "proved")


def test_a_cell_that_was_run_again_later_says_nothing() -> None:
    found = report(("rate = 0.5", 2), (STEP, 9), (USE, 4))
    assert (codes(found), found.confidence) == (set(), "proved")


def test_cells_that_were_not_run_say_nothing() -> None:
    found = report((STEP, 2), ("rate = 0.5", None), ("rate = 0.25", 3), (USE, 4))
    assert codes(found) == set()


@pytest.mark.parametrize("order", Order)
def test_what_one_order_refuses_is_refused_in_both(order: Order) -> None:
    """As run, the name is bound anew between two calls."""
    cells = (STEP, 2), ("rate = 0.5", 3), (USE, 4), (USE, 7), ("rate = 0.75", 5), ("rate = 0.25", 6)
    found = report(*cells, order=order)
    assert ("HYB104", "unknown") in codes(found)
    assert ("HYB303", "no") in codes(found)
    assert found.confidence == "refused"


def test_a_function_that_only_the_kernel_holds_is_named() -> None:
    evidence = Evidence({"rate": Observed("function", "function")})
    found = report((STEP.replace("* rate", "* rate(x)"), 2), (USE, 3), evidence=evidence)
    assert ("HYB105", "unknown") in codes(found)
    assert found.safety == "unknown"


def test_a_name_that_a_cell_still_defines_is_not_deleted() -> None:
    evidence = Evidence({"rate": Observed("scalar", "float")})
    found = report((STEP, 2), ("rate = 0.5", 3), (USE, 4), evidence=evidence)
    assert (codes(found), found.confidence) == (set(), "proved")
