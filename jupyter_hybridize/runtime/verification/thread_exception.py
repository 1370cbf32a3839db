"""Raises an exception in a thread from outside, within a block and never after it."""

from __future__ import annotations

import ctypes
import threading
from collections.abc import Callable
from types import TracebackType

Reason = Callable[[], type[BaseException] | None]


class Thrower:
    """A context manager: asks *reason* from another thread, and raises in the block what it returns first.

    Python raises such an exception between two instructions, so also between those that leave the block. Leaving
    therefore begins anew until it came to its end; then none is under way. There is never a second one, which nothing
    could keep from what comes after the block.
    """

    def __init__(self, reason: Reason, kind: type[BaseException], pause: float) -> None:
        """*kind* is a base of what *reason* may return; *pause* is the seconds between two questions."""
        self._reason = reason
        self._kind = kind
        self._pause = pause
        self._thread = threading.get_ident()
        self._is_over = threading.Event()
        self._lock = threading.RLock()  # leaving may take it again, if it was cut short while it held it
        self._thrown: type[BaseException] | None = None

    def __enter__(self) -> None:
        threading.Thread(target=self._look, name="jupyter-hybridize-deadline", daemon=True).start()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        while True:
            try:
                self._leave()
                break
            except self._kind:
                continue
        if self._thrown is not None and not isinstance(error, self._kind):
            raise self._thrown from error  # it was swallowed, or made into another error, or came after the last call

    def _leave(self) -> None:
        self._is_over.set()
        with self._lock:
            if self._thrown is not None:
                _take_back(self._thread)

    def _look(self) -> None:
        while not self._is_over.wait(self._pause):
            kind = self._reason()
            if kind is None:
                continue
            with self._lock:
                if not self._is_over.is_set():
                    self._thrown = kind
                    _throw(self._thread, kind)
            return


class _Replacement(BaseException):
    """Takes the place of what was not raised yet, and is caught at once."""


def _take_back(thread: int) -> None:
    """Let nothing be raised in *thread*, the current one, that was not raised yet.

    Taking it back with NULL would leave CPython 3.11 expecting it for ever, and hanging where a profiler or a tracer is
    set: there it looks for what is pending until nothing is.
    """
    try:
        _throw(thread, _Replacement)
        while True:  # until it is raised, at the next instruction that looks for it
            pass
    except _Replacement:
        return


def _throw(thread: int, kind: type[BaseException]) -> None:
    """Have *kind* raised in *thread* soon, instead of anything else that was to be."""
    ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(thread), ctypes.py_object(kind))
