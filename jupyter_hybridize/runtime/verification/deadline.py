"""A limit to how long the user's code may run in this process, and a way to stop it before."""

from __future__ import annotations

import contextlib
import signal
import threading
import time
from collections.abc import Callable, Iterator
from typing import Any, TypeVar  # what the user's code takes

from jupyter_hybridize.runtime.verification.alarm import Alarm
from jupyter_hybridize.runtime.verification.thread_exception import Thrower

_LOOK = 0.05  # seconds between two questions whether to stop
T = TypeVar("T")


class Expired(BaseException):
    """The time is over. No ``Exception``: the user's ``except`` must not stop it."""


class Stopped(Expired):
    """Somebody asked to stop."""


class Deadline:
    """A moment after which the calls it makes are interrupted; before, when *stop* says yes.

    What runs in TensorFlow's own code is interrupted when it returns to Python. On the main thread, which hears of an
    interrupt by itself, *stop* is asked between calls only.
    """

    def __init__(self, seconds: float, stop: Callable[[], bool] = lambda: False) -> None:
        self._end = time.monotonic() + seconds
        self._stop = stop

    @property
    def left(self) -> float:
        """Return the seconds left, at least none."""
        return max(0.0, self._end - time.monotonic())

    def check(self) -> None:
        """Raise :class:`Expired`, or :class:`Stopped`, if it is time to."""
        self.check_stop()
        if self.left == 0.0:
            raise Expired

    def check_stop(self) -> None:
        """Raise :class:`Stopped` if somebody asked for that."""
        if self._stop():
            raise Stopped

    def run(self, call: Callable[..., T], *args: Any, **kwargs: Any) -> T:
        """Return what *call* returns.

        Raises:
            Expired: the time is over or was before, also if the call made an error of its own of that.
            Stopped: as for the time.
        """
        self.check()
        with self._limit():
            return call(*args, **kwargs)

    @contextlib.contextmanager
    def calling(self, action: Callable[[], None]) -> Iterator[None]:
        """Call *action* on another thread as soon as *stop* says yes, if that is within the block."""
        is_over = threading.Event()

        def look() -> None:
            while not is_over.wait(_LOOK):
                if self._stop():
                    action()
                    return

        watcher = threading.Thread(target=look, name="jupyter-hybridize-stop", daemon=True)
        watcher.start()
        try:
            yield
        finally:
            is_over.set()
            watcher.join()  # *action* may use what the caller closes next

    def _limit(self) -> Alarm | Thrower:
        if threading.current_thread() is threading.main_thread() and hasattr(signal, "setitimer"):
            return Alarm(self.left, Expired, Deadline.run)
        return Thrower(self._reason, Expired, _LOOK)

    def _reason(self) -> type[BaseException] | None:
        if self._stop():
            return Stopped
        return Expired if self.left == 0.0 else None
