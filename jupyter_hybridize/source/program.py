"""What is analysed together: units in an order."""

from __future__ import annotations

import enum
from dataclasses import dataclass

from jupyter_hybridize.source.cell import Cell


class Order(enum.Enum):
    """The order in which the cells of a notebook are taken."""

    DOCUMENT = "document"
    EXECUTION = "execution"


class UnitKind(enum.Enum):
    """What a unit was read from."""

    NOTEBOOK = "notebook"
    MODULE = "module"


@dataclass(frozen=True, slots=True)
class Problem:
    """Something in the input that could not be used; ``cell`` is -1 and ``line`` 0 where there is none."""

    cell: int
    line: int
    message: str


@dataclass(frozen=True, slots=True)
class Unit:
    """A notebook, or one ``.py`` file (a single cell).

    ``name`` is the path as shown to the user. ``module`` is the dotted name other units import it by, or None.
    """

    name: str
    kind: UnitKind
    cells: tuple[Cell, ...]
    module: str | None = None
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Program:
    """Units analysed together. ``libraries`` are local modules that are followed.

    Of their functions only those are reported that the units call, and only with ``reports_libraries``.
    """

    units: tuple[Unit, ...]
    order: Order = Order.DOCUMENT
    libraries: tuple[Unit, ...] = ()
    reports_libraries: bool = False

    @property
    def reported(self) -> tuple[Unit, ...]:
        """Return the units of which functions are reported."""
        return (*self.units, *self.libraries) if self.reports_libraries else self.units
