"""Signals on the main thread that may cut through the user's code, and never through ours around it."""

from __future__ import annotations

import contextlib
import os
import signal
import threading
from collections.abc import Callable, Iterator
from types import FrameType, TracebackType
from typing import Any  # functions of every signature; whatever handler was installed

_SOON = 1e-3  # seconds; a timer set to none is switched off
_AGAIN = 0.1  # seconds; one that rings a moment before the call begins is not heard
_OURS = os.path.dirname(__file__)


def is_in_call(frame: FrameType | None, runner: Callable[..., Any]) -> bool:
    """Return whether *frame* is within what *runner*, a function of ours, has called, and not in what is around it."""
    while frame is not None and frame.f_back is not None:
        if frame.f_back.f_code is runner.__code__:
            return not frame.f_code.co_filename.startswith(_OURS)
        frame = frame.f_back
    return False


class Alarm:
    """A context manager: raises *kind* in what *runner* calls within the block once *seconds* are over."""

    def __init__(self, seconds: float, kind: type[BaseException], runner: Callable[..., Any]) -> None:
        self._seconds = seconds
        self._kind = kind
        self._runner = runner
        self._has_rung = False
        self._before: Any = None
        self._timer = (0.0, 0.0)

    def __enter__(self) -> None:
        self._before = signal.signal(signal.SIGALRM, self._ring)
        self._timer = signal.setitimer(signal.ITIMER_REAL, max(self._seconds, _SOON), _AGAIN)

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        signal.setitimer(signal.ITIMER_REAL, *self._timer)
        signal.signal(signal.SIGALRM, self._before)
        if self._has_rung and not isinstance(error, KeyboardInterrupt | self._kind):
            raise self._kind from error  # it was swallowed, or made into another error

    def _ring(self, number: int, frame: FrameType | None) -> None:
        if is_in_call(frame, self._runner):
            is_first, self._has_rung = not self._has_rung, True
            if is_first:
                raise self._kind


@contextlib.contextmanager
def interrupts_only_in_calls(runner: Callable[..., Any]) -> Iterator[None]:
    """Pass a SIGINT on while *runner* calls something; hold any other back until the block is left.

    Only the main thread runs Python's signal handlers, so elsewhere this does nothing.
    """
    before = signal.getsignal(signal.SIGINT)
    if threading.current_thread() is not threading.main_thread() or not callable(before):
        yield
        return
    held: list[tuple[int, FrameType | None]] = []

    def handle(number: int, frame: FrameType | None) -> None:
        if is_in_call(frame, runner):
            before(number, frame)
        else:
            held.append((number, frame))

    signal.signal(signal.SIGINT, handle)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
        if held:
            before(*held[-1])
