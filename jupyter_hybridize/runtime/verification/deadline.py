"""A limit to how long the user's code may run in this process."""

from __future__ import annotations

import contextlib
import signal
import threading
import time
from collections.abc import Iterator
from types import FrameType

_SOON = 1e-3  # seconds; a timer set to none is switched off


class Expired(BaseException):
    """The time is over. No ``Exception``: the user's ``except`` must not stop it."""


class Deadline:
    """A moment after which the blocks it watches are interrupted.

    What runs in TensorFlow's own code is interrupted when it returns to Python. Outside the main thread, and where
    the system has no interval timers, nothing is interrupted.
    """

    def __init__(self, seconds: float) -> None:
        self._end = time.monotonic() + seconds

    @property
    def left(self) -> float:
        """Return the seconds left, at least none."""
        return max(0.0, self._end - time.monotonic())

    @contextlib.contextmanager
    def watch(self) -> Iterator[None]:
        """Raise :class:`Expired` in the block when the time is over.

        Raises:
            Expired: also when it was over before.
        """
        if self.left == 0.0:
            raise Expired
        if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
            yield
            return
        is_armed = True

        def expire(number: int, frame: FrameType | None) -> None:
            if is_armed:
                raise Expired

        before = signal.signal(signal.SIGALRM, expire)
        timer = signal.setitimer(signal.ITIMER_REAL, max(self.left, _SOON))
        try:
            yield
        finally:
            is_armed = False  # nothing may keep the handler from being put back
            signal.setitimer(signal.ITIMER_REAL, *timer)
            signal.signal(signal.SIGALRM, before)
