"""The measured costs: what they are in, and what is looked up under which name."""

from __future__ import annotations

import pytest

from jupyter_hybridize.knowledge.costs import Costs, unmeasured
from jupyter_hybridize.knowledge.names import canonical

COSTS = Costs.load()


def test_the_reference_calls_cost_one() -> None:
    add, deviation = COSTS.of("tensorflow.add"), COSTS.of("tensorflow.math.reduce_std")
    assert add is not None
    assert deviation is not None
    assert add.plain == pytest.approx(1.0, rel=0.5)
    assert deviation.composite == pytest.approx(1.0, rel=0.5)


@pytest.mark.parametrize(("name", "ops"), [("tensorflow.math.reduce_std", 5), ("tensorflow.sin", 1), ("Mul", 1)])
def test_operations_are_those_that_ran(name: str, ops: int) -> None:
    row = COSTS.of(name)
    assert row is not None
    assert row.ops == ops


def test_names_are_canonical() -> None:
    assert [name for name in COSTS.rows if "." in name and canonical(name) != name and name.count(".") < 3] == []


def test_what_nobody_measured_has_no_row_and_costs_by_the_operation() -> None:
    assert COSTS.of("tensorflow.no_such_thing") is None
    assert unmeasured(4).ops == 4
