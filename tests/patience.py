"""Waits for what another thread or process does: as long as it takes, for only a failure takes all of the time."""

from __future__ import annotations

import contextlib
import os
import signal
import threading
import time
from collections.abc import Callable, Iterator

PATIENCE = 300.0  # seconds
_LOOK = 0.005  # seconds

# Seconds, the least first, for a limit that must be over before the test goes on, and in which something has to happen
# before: on a busy machine, or one that stood still, it has not yet when the first of them are over.
GROWING = (0.5, 5.0, 60.0)


def wait_until(condition: Callable[[], object], patience: float = PATIENCE) -> None:
    """Wait until *condition* holds."""
    end = time.monotonic() + patience
    while not condition():
        assert time.monotonic() < end, "it did not come about"
        time.sleep(_LOOK)


@contextlib.contextmanager
def as_soon_as(condition: Callable[[], object], action: Callable[[], object]) -> Iterator[None]:
    """Do *action* on another thread once *condition* holds, if that is within the block."""
    is_over = threading.Event()

    def look() -> None:
        while not is_over.wait(_LOOK):
            if condition():
                action()
                return

    thread = threading.Thread(target=look)
    thread.start()
    try:
        yield
    finally:
        is_over.set()
        thread.join()


def interrupt() -> None:
    """Send this process what the stop button sends."""
    os.kill(os.getpid(), signal.SIGINT)
