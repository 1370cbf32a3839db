"""One job at a time beside the kernel's own thread, which stays free to hear that it shall stop."""

from __future__ import annotations

import contextvars
import sys
import threading
import time
from collections.abc import Callable

PATIENCE = 0.5  # seconds of waiting that need no explanation


class Background:
    """Runs jobs on a thread of their own.

    TensorFlow computes on any thread, and a trial enters and leaves everything of its own on the thread it runs on. On
    the thread of the cells it could not be stopped: a click on *Stop* waits there until it is over.
    """

    def __init__(self) -> None:
        self._stop = threading.Event()
        self._done = (
            threading.Event()
        )  # waiting for it can be interrupted; `Thread.join` then takes the thread for dead
        self._done.set()
        self._thread: threading.Thread | None = None
        self._lock = threading.Lock()
        self._stderr = sys.stderr  # a trial turns the streams aside

    @property
    def is_running(self) -> bool:
        """Return whether a job is under way."""
        return not self._done.is_set()

    def start(self, job: Callable[[Callable[[], bool]], None]) -> bool:
        """Start *job*, which gets what tells it to stop; return False if another is under way."""
        with self._lock:
            if self.is_running:
                return False
            self._stop.clear()
            self._done.clear()
            context = contextvars.copy_context()  # so that its messages belong to the click
            self._thread = threading.Thread(
                target=context.run, args=(self._run, job), name="jupyter-hybridize", daemon=True
            )
            self._thread.start()
            return True

    def _run(self, job: Callable[[Callable[[], bool]], None]) -> None:
        try:
            job(self._stop.is_set)
        finally:
            self._done.set()

    def stop(self) -> None:
        """Ask the job to stop."""
        self._stop.set()

    def finish(self) -> bool:
        """Stop the job and wait until all is as it was; return False if an interrupt ended the wait before."""
        if self._thread is threading.current_thread():
            return True
        began, told = time.monotonic(), False
        try:
            self.stop()
            while not self._done.wait(0.05):
                if not told and time.monotonic() - began > PATIENCE:
                    told = True
                    print("hybridize: waiting until the run in the widget has put your state back …", file=self._stderr)
        except KeyboardInterrupt:
            return self._done.is_set()
        return True
