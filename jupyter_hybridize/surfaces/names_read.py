"""The names that a program reads, and that a kernel which runs it may be asked for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from keyword import iskeyword

from jupyter_hybridize.source.program import Program

_NAME = re.compile(r"(?<![\w.])[^\W\d]\w*")


def names_read(program: Program) -> Iterator[str]:
    """Yield the names that stand in the code, those of the latest cells first; some are no more than parameters."""
    cells = (cell for unit in program.units for cell in reversed(unit.cells))
    found = (name for cell in cells for name in _NAME.findall(cell.masked))
    yield from (name for name in dict.fromkeys(found) if not iskeyword(name))
