"""Keeps an interrupt from cutting through the taking and giving back of state."""

from __future__ import annotations

import signal
import threading
from collections.abc import Callable
from types import CodeType, FrameType
from typing import Any  # whatever handler was installed

_MOST_ATTEMPTS = 100


class InterruptGate:
    """Passes SIGINT on while a trial runs, and holds it back while protected code does.

    The handler looks at the frames that the signal came in, so that there is no instant between the trial's last
    instruction and the first of the protected code in which neither would answer for it.
    """

    def __init__(self, *protected: Callable[..., object]) -> None:
        self._codes = {each.__code__ for each in protected}
        self._before: Any = None
        self._held: tuple[int, FrameType | None] | None = None
        self._is_open = False
        self.has_interrupted = False  # the trial, by a KeyboardInterrupt

    @property
    def is_holding(self) -> bool:
        """Return whether an interrupt waits to be passed on."""
        return self._held is not None

    def open(self) -> None:
        """Begin to stand before the handler there is; only the main thread runs handlers, so elsewhere do nothing."""
        before = signal.getsignal(signal.SIGINT)
        self.has_interrupted = False
        if threading.current_thread() is threading.main_thread() and callable(before):
            self._before = before
            signal.signal(signal.SIGINT, self._handle)
            self._is_open = True

    def close(self) -> None:
        """Step aside again, with whatever handler there was before."""
        if self._is_open:
            signal.signal(signal.SIGINT, self._before)
            self._is_open = False

    def release(self) -> None:
        """Pass on what was held back; raises KeyboardInterrupt where Python's own handler does."""
        held, self._held = self._held, None
        if held is not None:
            self._before(*held)

    def _handle(self, number: int, frame: FrameType | None) -> None:
        if _runs(frame, self._codes):
            self._held = (number, frame)
            return
        try:
            self._before(number, frame)
        except KeyboardInterrupt:
            self.has_interrupted = True
            raise


def _runs(frame: FrameType | None, codes: set[CodeType]) -> bool:
    while frame is not None:
        if frame.f_code in codes:
            return True
        frame = frame.f_back
    return False


def finish(action: Callable[[], object]) -> KeyboardInterrupt | None:
    """Run *action*, which may be run twice, to its end, and return the interrupt that came on the way."""
    interrupt = None
    for _ in range(_MOST_ATTEMPTS):
        try:
            action()
        except KeyboardInterrupt as error:
            interrupt = error
        else:
            break
    return interrupt
