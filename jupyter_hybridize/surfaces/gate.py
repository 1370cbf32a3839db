"""Whether a kernel is free for work that a button starts: not while a cell runs, nor for a click made meanwhile."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from jupyter_hybridize.runtime.state.thread_state import capture_thread_state

if TYPE_CHECKING:
    from IPython.core.interactiveshell import ExecutionResult, InteractiveShell

BUSY = "A cell is running. Click again when it has ended."
LATE = "This was clicked while a cell was running, and nothing was done. Click again if you still want it."
TOLERANCE = 0.05  # seconds that a message may take


class Gate:
    """Follows the cells of one shell. To be made while a cell runs, on the thread that runs cells."""

    def __init__(self, shell: InteractiveShell, before_cell: Callable[[], None]) -> None:
        """*before_cell* is called before each cell runs."""
        self._shell = shell
        self._before_cell = before_cell
        self._running = 1
        self._ended = 0.0
        self._lead = float("inf")  # the least that this clock was seen ahead of the front end's, when a message came
        self.assume_thread_state = capture_thread_state()
        self._note_clock()
        shell.events.register("pre_run_cell", self._enter)
        shell.events.register("post_run_cell", self._leave)

    def close(self) -> None:
        """Follow no longer."""
        for event, callback in (("pre_run_cell", self._enter), ("post_run_cell", self._leave)):
            with contextlib.suppress(ValueError):  # unregistered already
                self._shell.events.unregister(event, callback)

    def refusal(self) -> str | None:
        """Return why the click that is being handled is not acted upon, or None."""
        if self._running:
            return BUSY
        sent = self._note_clock()
        if sent is not None and sent + self._lead + TOLERANCE < self._ended:
            return LATE
        return None

    def _enter(self, info: object) -> None:
        self._running += 1
        self._note_clock()
        self._before_cell()

    def _leave(self, result: ExecutionResult | None) -> None:
        self._running = max(0, self._running - 1)
        self._ended = time.time()
        self.assume_thread_state = capture_thread_state()

    def _note_clock(self) -> float | None:
        """Return when the message that is being handled was sent, by the front end's clock, if it says so.

        The front end may be another machine with a clock of its own. A message that waited for a cell makes this
        clock seem further ahead; the least that was ever seen is the truth, or near it.
        """
        sent = self._sent()
        if sent is not None:
            self._lead = min(self._lead, time.time() - sent)
        return sent

    def _sent(self) -> float | None:
        kernel = getattr(self._shell, "kernel", None)
        get_parent = getattr(kernel, "get_parent", None)
        try:
            header = (get_parent() if get_parent else {}).get("header") or {}
        except LookupError:  # no message is being handled
            return None
        date = header.get("date")
        if isinstance(date, str):
            with contextlib.suppress(ValueError):
                date = datetime.fromisoformat(date)
        return date.timestamp() if isinstance(date, datetime) else None
