"""Order: the document's, or that of the execution counts."""

from __future__ import annotations

import pytest

from jupyter_hybridize.source.notebook import make_unit
from jupyter_hybridize.source.order import ordered
from jupyter_hybridize.source.program import Order


@pytest.mark.parametrize(
    ("counts", "execution"),
    [
        ([1, 2, 3], [0, 1, 2]),
        ([3, 1, 2], [1, 2, 0]),
        ([None, 2, None, 1], [3, 1, 0, 2]),
        ([None, None], [0, 1]),
        ([1, 1, 0], [2, 0, 1]),
        ([], []),
    ],
)
def test_cells_that_were_never_run_come_last(counts: list[int | None], execution: list[int]) -> None:
    unit = make_unit("n", [(None, "", count) for count in counts])
    assert [cell.index for cell in ordered(unit, Order.DOCUMENT)] == list(range(len(counts)))
    assert [cell.index for cell in ordered(unit, Order.EXECUTION)] == execution
