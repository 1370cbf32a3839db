"""Sections of the parent's code that an interrupt may not cut in two: between a fork and the note of whom it made."""

from __future__ import annotations

import contextlib
import signal
import threading
from collections.abc import Iterator
from types import FrameType


@contextlib.contextmanager
def interrupts_deferred() -> Iterator[None]:
    """Hold a SIGINT back until the block is left, then deliver it to the handler that stood before.

    Only the main thread runs Python's signal handlers, so elsewhere this does nothing. The handler is exchanged rather
    than the signal masked: a native thread of TensorFlow's would take a masked signal, and Python would still see it.
    """
    before = signal.getsignal(signal.SIGINT)
    if threading.current_thread() is not threading.main_thread() or not callable(before):
        yield
        return
    held: list[tuple[int, FrameType | None]] = []
    signal.signal(signal.SIGINT, lambda number, frame: held.append((number, frame)))
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
        if held:
            before(*held[-1])
