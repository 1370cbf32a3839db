"""A small table: its columns that hold nothing are left out, and it is laid out as text or HTML."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import escape
from itertools import chain

from rich.cells import cell_len

from jupyter_hybridize.surfaces.excerpt import visible
from jupyter_hybridize.surfaces.report_html import prose

EMPTY = frozenset({"", "–"})


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of equally many cells below a heading; the first column is the rows' names."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numeric: frozenset[str] = frozenset()  # headings of the columns that stand to the right

    def without_empty(self) -> Table:
        """Return the table without the columns in which no row says anything."""
        kept = [i for i in range(len(self.head)) if i == 0 or any(row[i] not in EMPTY for row in self.rows)]
        return Table(_chosen(self.head, kept), tuple(_chosen(row, kept) for row in self.rows), self.numeric)

    def as_text(self) -> list[str]:
        """Return the lines of the table, its columns aligned."""
        lines = [tuple(map(visible, line)) for line in (self.head, *self.rows)]
        widths = [max(cell_len(line[i]) for line in lines) for i in range(len(self.head))]
        return ["  ".join(self._aligned(line, widths)).rstrip() for line in lines]

    def _aligned(self, line: tuple[str, ...], widths: list[int]) -> Iterator[str]:
        for heading, text, width in zip(self.head, line, widths, strict=True):
            blanks = " " * (width - cell_len(text))
            yield blanks + text if heading in self.numeric else text + blanks

    def as_html(self) -> str:
        """Return the table as HTML that needs no style sheet."""
        head = "".join(f'<th scope="col">{escaped(heading)}</th>' for heading in self.head)
        rows = "".join(f"<tr>{''.join(self._cells(row))}</tr>" for row in self.rows)
        return f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"

    def _cells(self, row: tuple[str, ...]) -> Iterable[str]:
        name, *rest = row
        return chain([f'<th scope="row">{escaped(name)}</th>'], (f"<td>{prose(cell)}</td>" for cell in rest))


def _chosen(line: tuple[str, ...], columns: Iterable[int]) -> tuple[str, ...]:
    return tuple(line[column] for column in columns)


def escaped(text: str) -> str:
    """Return *text* for HTML, what a browser would obey written as an escape."""
    return escape(visible(text))
