"""What the running kernel tells of its notebook: the types of its names, calls seen, verifications, calibration."""

from __future__ import annotations

import builtins
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING

from jupyter_hybridize.facts.calibration import Calibration
from jupyter_hybridize.results.evidence import Evidence, from_payload
from jupyter_hybridize.results.observed import ObservedCall
from jupyter_hybridize.results.verification import Verification
from jupyter_hybridize.source.program import Order, Program
from jupyter_hybridize.surfaces.names_read import names_read
from jupyter_hybridize.surfaces.probe import MOST_NAMES, probe
from jupyter_hybridize.surfaces.recording import MOST_SPECS, Recorder

if TYPE_CHECKING:
    from IPython.core.interactiveshell import InteractiveShell

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
        return replace(self.recorded, names=told.names, absent=told.absent, same=told.same)

    @property
    def recorded(self) -> Evidence:
        """Return what only passed by: calls, verifications, calibration; nothing of the names."""
        return Evidence(
            calls=self.calls, verifications=tuple(self._verifications.values()), calibration=self.calibration
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

    def _names(self, program: Program) -> list[str]:
        """Return the names that the code reads and the kernel may bind, those of the latest cells first."""
        hidden, bound = self._shell.user_ns_hidden, self._shell.user_ns
        possible = (name for name in names_read(program) if name in _BUILTINS or (name in bound and name not in hidden))
        return [*islice(possible, MOST_NAMES)]
