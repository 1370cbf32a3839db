"""What Python allows itself while programs are analysed: deeply nested calls, and few collections of garbage."""

from __future__ import annotations

import gc
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import ClassVar, Final

_RECURSION: Final = 12_000  # interpreting nested calls nests Python's own
_ALLOCATIONS: Final = 50_000  # what is interpreted makes little garbage: to look for it often took a fifth of the time


class _Limits:
    """Python has these limits once a process: whoever begins first sets them, and who ends last puts them back."""

    lock: ClassVar = threading.Lock()
    running: ClassVar = 0
    before: ClassVar[tuple[int, tuple[int, int, int]]] = (0, (0, 0, 0))

    @classmethod
    def raise_(cls) -> None:
        with cls.lock:
            if not cls.running:
                cls.before = limit, (allocations, *older) = (sys.getrecursionlimit(), gc.get_threshold())
                sys.setrecursionlimit(max(limit, _RECURSION))
                if allocations:
                    gc.set_threshold(max(allocations, _ALLOCATIONS), *older)
            cls.running += 1

    @classmethod
    def put_back(cls) -> None:
        with cls.lock:
            cls.running -= 1
            if not cls.running:
                limit, thresholds = cls.before
                sys.setrecursionlimit(limit)
                gc.set_threshold(*thresholds)


@contextmanager
def headroom() -> Iterator[None]:
    """Let what runs inside nest deeply and allocate much, in any number of threads at once."""
    _Limits.raise_()
    try:
        yield
    finally:
        _Limits.put_back()
