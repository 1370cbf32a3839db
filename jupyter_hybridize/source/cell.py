"""One cell of a notebook, or the whole text of a module."""

from __future__ import annotations

import enum
import hashlib
from dataclasses import dataclass


class CellState(enum.Enum):
    """What is known of a cell's execution."""

    RUN = "run"
    NEVER_RUN = "never-run"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Cell:
    """A code cell: its text as the user wrote it, and the same text with IPython's syntax masked.

    ``index`` is the position among all cells of the notebook (-1 for a module). ``masked`` has the lines and columns
    of ``text`` but only Python syntax; it is blank where a cell magic hides something that is not Python, and
    ``skipped`` then names the magic.
    """

    id: str
    index: int
    text: str
    masked: str
    count: int | None = None
    state: CellState = CellState.UNKNOWN
    skipped: str | None = None
    runs_unknown_code: bool = False  # `%run`, `%load_ext`, `%pylab`, automagic: any global may change

    @property
    def digest(self) -> str:
        """Return the identity of the cell's text."""
        return hashlib.blake2b(self.text.encode(errors="surrogatepass"), digest_size=12).hexdigest()
