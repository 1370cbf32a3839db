"""The order in which the cells of a unit are taken."""

from __future__ import annotations

from jupyter_hybridize.source.cell import Cell
from jupyter_hybridize.source.program import Order, Unit


def ordered(unit: Unit, order: Order) -> tuple[Cell, ...]:
    """Return the cells of *unit* in *order*.

    Execution order is that of the execution counts, which tell when a cell was last run; cells of equal counts (of
    two kernels' lives) and cells without one keep the document's order, the latter after all that were run.
    """
    if order is Order.DOCUMENT:
        return unit.cells
    never = max((cell.count or 0 for cell in unit.cells), default=0) + 1
    return tuple(sorted(unit.cells, key=lambda cell: never if cell.count is None else cell.count))


def orders_agree(unit: Unit) -> bool:
    """Return whether the cells of *unit* that were run were run in the document's order."""
    counts = [cell.count for cell in unit.cells if cell.count is not None]
    return counts == sorted(counts)
