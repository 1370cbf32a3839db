"""From a line of the code that IPython compiled to the line of the cell that the user wrote."""

from __future__ import annotations

import linecache
import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

from jupyter_hybridize.results.report import Place
from jupyter_hybridize.surfaces.excerpt import LINE_END
from jupyter_hybridize.surfaces.history import NAME

if TYPE_CHECKING:
    from IPython.core.interactiveshell import InteractiveShell

_COUNT = re.compile(r"In\[(\d+)\]")


class CellPlaces:
    """Knows which cell a compiled file was, and how far its lines are off: magics above and blank lines count."""

    def __init__(self, shell: InteractiveShell, cells: Mapping[int, str]) -> None:
        """*cells* are the texts as the user wrote them, by execution count."""
        self._compiler = shell.compile
        self._cells = cells

    def locate(self, filename: str, line: int) -> Place | None:
        """Return the place of *line* (1-based) of the compiled *filename*, or None if that is no cell."""
        named = self._compiler.format_code_name(filename)
        count = _COUNT.search(named[1]) if named else None
        compiled = [text.rstrip("\n") for text in linecache.getlines(filename)]
        if count is None or not 0 < line <= len(compiled):
            return None
        # A cell magic runs its body as a cell of its own, which IPython then takes for the next one.
        for cell in (int(count[1]), *sorted(self._cells, reverse=True)):
            written = LINE_END.split(self._cells.get(cell, ""))
            offset = _offset(written, compiled, line)
            if offset is not None:
                text = written[line + offset - 1]
                return NAME, cell, line + offset, len(text) - len(text.lstrip())
        return None


def _offset(written: list[str], compiled: list[str], line: int) -> int | None:
    """Return how many lines further down the *line* of the compiled text stands in the cell, or None if nowhere."""
    wanted = compiled[line - 1].strip()
    shifts = [shift for shift in range(len(written) - line + 1) if written[line + shift - 1].strip() == wanted]
    return max(shifts, key=lambda shift: (_agreement(written, compiled, shift), -shift), default=None)


def _agreement(written: list[str], compiled: list[str], shift: int) -> int:
    return sum(one.strip() == other.strip() for one, other in zip(written[shift:], compiled, strict=False))
