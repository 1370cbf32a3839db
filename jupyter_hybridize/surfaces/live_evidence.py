"""What the running kernel tells of its notebook: the types of its names, calls seen, verifications, calibration."""

from __future__ import annotations

import builtins
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from jupyter_hybridize.facts.calibration import Calibration
from jupyter_hybridize.results.evidence import Evidence, from_payload
from jupyter_hybridize.results.observed import ObservedCall
from jupyter_hybridize.results.verification import Verification
from jupyter_hybridize.source.program import Order, Program
from jupyter_hybridize.surfaces.probe import MOST_NAMES, probe
from jupyter_hybridize.surfaces.recording import MOST_SPECS, Recorder

if TYPE_CHECKING:
    from IPython.core.interactiveshell import InteractiveShell

_NAME = re.compile(r"(?<![\w.])[^\W\d]\w*")
_MOST_KEPT = 500  # definitions with calls or verifications
_BUILTINS = frozenset(dir(builtins))


class LiveEvidence:
    """Collects evidence from one shell, and keeps what only passes by."""

    def __init__(self, shell: InteractiveShell) -> None:
        self._shell = shell
        self._recorder: Recorder | None = None
        self._calls: dict[tuple[str, str], dict[ObservedCall, None]] = {}
        self._verifications: dict[tuple[str, str], Verification] = {}
        self.calibration: Calibration | None = None

    @property
    def calls(self) -> tuple[ObservedCall, ...]:
        """Return the distinct calls recorded so far."""
        return tuple(call for kept in self._calls.values() for call in kept)

    def collect(self, program: Program) -> Evidence:
        """Return what the kernel tells of *program*; of its names only where the program is what the kernel ran."""
        names = list(self._names(program)) if program.order is Order.EXECUTION else []
        told = from_payload(probe(self._shell.user_ns, names))
        return Evidence(
            told.names, self.calls, tuple(self._verifications.values()), self.calibration, told.absent, told.same
        )

    def remember(self, verification: Verification) -> None:
        """Keep the outcome of a verification; a later one of the same definition replaces it."""
        key = (verification.function, verification.digest)
        self._verifications.pop(key, None)
        self._verifications[key] = verification
        while len(self._verifications) > _MOST_KEPT:
            del self._verifications[next(iter(self._verifications))]

    def begin_recording(self) -> None:
        """Record the calls of the user's functions from now on; to be called before a cell runs."""
        if self._recorder is None:
            self._recorder = Recorder(self._shell.user_ns)
            self._recorder.start()

    def end_recording(self) -> None:
        """Stop recording, and keep the calls seen; to be called when the cell has run, however it ended."""
        if self._recorder is None:
            return
        recorder, self._recorder = self._recorder, None
        for call in recorder.stop():
            kept = self._calls.setdefault((call.function, call.digest), {})
            if len(kept) < MOST_SPECS:
                kept[call] = None
        while len(self._calls) > _MOST_KEPT:
            del self._calls[next(iter(self._calls))]

    def _names(self, program: Program) -> Iterator[str]:
        """Yield the names that the code reads and the kernel may bind, those of the latest cells first."""
        seen: set[str] = set()
        hidden = self._shell.user_ns_hidden
        for unit in program.units:
            for cell in reversed(unit.cells):
                for name in _NAME.findall(cell.masked):
                    is_bound = name in self._shell.user_ns and name not in hidden
                    if name not in seen and (is_bound or name in _BUILTINS) and len(seen) < MOST_NAMES:
                        seen.add(name)
                        yield name
