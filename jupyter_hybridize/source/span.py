"""Where something stands: a unit, a cell, a line and a column."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of source text.

    ``cell`` is the 0-based index of the cell among all cells of its notebook (-1 in a module), ``line`` is 1-based in
    the cell, ``column`` counts characters from 0.
    """

    unit: str
    cell: int
    line: int
    column: int
    end_line: int
    end_column: int

    def contains(self, other: Span) -> bool:
        """Return whether *other* lies within this span."""
        if (self.unit, self.cell) != (other.unit, other.cell):
            return False
        start, end = (self.line, self.column), (self.end_line, self.end_column)
        return start <= (other.line, other.column) and (other.end_line, other.end_column) <= end
