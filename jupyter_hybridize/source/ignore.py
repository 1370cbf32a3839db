"""Comments that tell findings to be left out: ``# hybridize: ignore`` and ``# hybridize: ignore[HYB301]``."""

from __future__ import annotations

import re
from collections.abc import Mapping

from jupyter_hybridize.source.cell import Cell
from jupyter_hybridize.source.lexing import comments

_IGNORE = re.compile(r"#\s*hybridize:\s*ignore\b(?:\s*\[(?P<rules>[^\]]*)\])?", re.IGNORECASE)


def ignores(cell: Cell) -> Mapping[int, frozenset[str]]:
    """Return the codes and names of rules that each line of *cell* wants left out; no rule named means all of them."""
    if "hybridize" not in cell.masked.lower():
        return {}
    found: dict[int, frozenset[str]] = {}
    for line, comment in comments(cell.masked):
        if match := _IGNORE.search(comment):
            found[line] = frozenset(filter(None, re.split(r"[\s,]+", match["rules"] or "")))
    return found
