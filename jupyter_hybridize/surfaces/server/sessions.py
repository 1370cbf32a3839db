"""The sessions of the notebooks that are open, the least recently used given up first."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass, field

from jupyter_hybridize.results.evidence import Evidence
from jupyter_hybridize.results.report import Report
from jupyter_hybridize.session import Session
from jupyter_hybridize.source.program import Program
from jupyter_hybridize.surfaces.server.limits import MOST_CHARACTERS, MOST_SESSIONS


@dataclass(slots=True)
class _Open:
    """A session, how much code it has parsed so far, and its last report with what that was about."""

    session: Session
    seen: set[str] = field(default_factory=set)
    characters: int = 0
    last: tuple[Program, Evidence | None, Report] | None = None


class Sessions:
    """A session for each notebook; what the libraries are known to do is shared."""

    def __init__(self, most: int = MOST_SESSIONS, most_characters: int = MOST_CHARACTERS) -> None:
        self._open: OrderedDict[str, _Open] = OrderedDict()
        self._most = most
        self._most_characters = most_characters

    @property
    def paths(self) -> tuple[str, ...]:
        """Return the notebooks that have a session, the least recently used first."""
        return tuple(self._open)

    def report(self, path: str, program: Program, evidence: Evidence | None = None) -> Report:
        """Return the report on *program*, the notebook at *path*; an edit asks again about what was analysed last."""
        opened = self._of(path, program)
        if opened.last is None or opened.last[:2] != (program, evidence):
            opened.last = (program, evidence, opened.session.update(program, evidence))
        return opened.last[2]

    def session(self, path: str, evidence: Evidence | None = None) -> Session:
        """Return a session that is quick at analysing the notebook at *path* with an edit, and does the next no harm.

        What an edited cell holds is not what a kernel told of, so with *evidence* it is one of its own.
        """
        opened = self._open.get(path)
        return Session() if opened is None or evidence is not None else opened.session

    def _of(self, path: str, program: Program) -> _Open:
        found = self._open.setdefault(path, _Open(Session()))
        self._open.move_to_end(path)
        _count(found, program)
        self._shrink()
        return found

    def forget(self, path: str) -> None:
        """Give up the session of one notebook; its next analysis begins anew, with the same result."""
        self._open.pop(path, None)

    def _shrink(self) -> None:
        while len(self._open) > self._most or sum(each.characters for each in self._open.values()) > (
            self._most_characters
        ):
            self._open.popitem(last=False)


def _count(opened: _Open, program: Program) -> None:
    for unit in (*program.units, *program.libraries):
        for cell in unit.cells:
            if cell.digest not in opened.seen:
                opened.seen.add(cell.digest)
                opened.characters += len(cell.masked)
