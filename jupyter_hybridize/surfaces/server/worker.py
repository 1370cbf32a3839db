"""The process that analyses: it answers one request after the other, and ends when its server does.

It is a process of its own so that an analysis never holds up the server's event loop (in a thread, it would keep
Python's lock) and so that the server outlives whatever an analysis may do.
"""

from __future__ import annotations

import contextlib
import os
import signal
import sys
from collections.abc import Iterator
from types import FrameType
from typing import BinaryIO

from jupyter_hybridize.surfaces.server.errors import superseded
from jupyter_hybridize.surfaces.server.frames import Frame, read_frame, write_frame
from jupyter_hybridize.surfaces.server.jobs import Desk
from jupyter_hybridize.surfaces.server.limits import MOST_MEMORY, RETIRED_AT


class _StopError(BaseException):
    """The analysis that runs is no longer wanted; no handler of `Exception` may take it for its own."""


class Interruption:
    """The signal by which the server stops an analysis; between two analyses it does nothing."""

    def __init__(self) -> None:
        self._is_open = False
        if hasattr(signal, "SIGUSR1"):
            signal.signal(signal.SIGUSR1, self._stop)

    def _stop(self, number: int, frame: FrameType | None) -> None:
        if self._is_open:
            self._is_open = False
            raise _StopError

    @contextlib.contextmanager
    def possible(self) -> Iterator[None]:
        """Let the signal end what happens within."""
        self._is_open = True
        try:
            yield
        finally:
            self._is_open = False


def serve(requests: BinaryIO, replies: BinaryIO) -> None:
    """Answer until there are no more requests."""
    desk, interruption = Desk(), Interruption()
    write_frame(replies, Frame({}, b""))  # from now on the signal does no harm
    while (request := read_frame(requests)) is not None:
        try:
            with interruption.possible():
                reply = desk.answer(request)
        except _StopError:
            reply = superseded().frame()
        write_frame(replies, Frame({**reply.header, "retire": _resident_memory() > RETIRED_AT}, reply.body))


def main() -> None:
    """Serve on the standard streams; what the analysis prints goes to the log."""
    replies = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # a Ctrl-C in the terminal is the server's to obey
    _limit_memory()
    with contextlib.suppress(BrokenPipeError):
        serve(sys.stdin.buffer, replies)


def _limit_memory() -> None:
    with contextlib.suppress(ImportError, OSError, ValueError):  # Windows, macOS
        import resource

        _, most = resource.getrlimit(resource.RLIMIT_AS)
        limit = MOST_MEMORY if most == resource.RLIM_INFINITY else min(MOST_MEMORY, most)
        resource.setrlimit(resource.RLIMIT_AS, (limit, most))


def _resident_memory() -> int:
    """Return the bytes this process has in memory, or 0 where that is not told.

    Not the peak that `getrusage` tells: a process begins with that of the one that started it.
    """
    try:
        with open("/proc/self/statm", encoding="ascii") as file:
            return int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE")
    except OSError:  # no Linux
        return 0
