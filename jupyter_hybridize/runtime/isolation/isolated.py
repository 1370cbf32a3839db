"""Runs a callable in a forked child of this process, within a time limit, and takes its answer as JSON."""

from __future__ import annotations

import contextlib
import enum
import os
import selectors
import signal
import sys
import tempfile
import time
import warnings
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, NoReturn

from jupyter_hybridize.runtime.isolation.framing import Received, encoded, send
from jupyter_hybridize.runtime.isolation.interruption import interrupts_deferred

LARGEST_ANSWER: Final = 4 << 20  # bytes; a report of names and places takes a few thousand
_NO_FORK: Final = ("win32", "emscripten", "wasi")


class Ending(enum.Enum):
    """How a child ended."""

    ANSWERED = "answered"
    FAILED = "failed"  # the callable raised, or its result is no JSON
    HUNG = "hung"  # killed at the time limit
    CRASHED = "crashed"  # ended without an answer
    TOO_LARGE = "too-large"  # killed for an answer over the cap
    CANCELLED = "cancelled"  # killed because there was something to read on the descriptor watched
    IMPOSSIBLE = "impossible"  # not started


@dataclass(frozen=True, slots=True)
class Isolated:
    """What came of one callable run in a child."""

    ending: Ending
    answer: object = None  # what json.loads makes of the callable's result
    reason: str = ""  # a clause, unless answered
    seconds: float = 0.0


@dataclass(frozen=True, slots=True)
class Limits:
    """What a child may take."""

    seconds: float
    answer: int = LARGEST_ANSWER  # bytes
    watched: int | None = None  # a descriptor: the child is killed as soon as it can be read


def can_fork() -> str | None:
    """Return why this process should not be forked, None if it may be."""
    device = _opened_accelerator()
    reason = None if device is None else f"TensorFlow has opened a {device}, which a forked process cannot use"
    return platform_objection() or reason


def platform_objection() -> str | None:
    """Return why no process that has imported TensorFlow may be forked on this platform, None if it may be."""
    if not hasattr(os, "fork") or sys.platform in _NO_FORK:
        return "this platform cannot fork a process"
    if sys.platform == "darwin":
        return "a process that uses the system libraries of macOS may not be forked"
    return None


def _opened_accelerator() -> str | None:
    """Return the kind of a device other than a CPU that TensorFlow has opened; look without opening any."""
    module = sys.modules.get("tensorflow.python.eager.context")
    context = getattr(module, "_context", None)
    devices = getattr(context, "_physical_devices", None) or ()
    return next((str(device.device_type) for device in devices if device.device_type != "CPU"), None)


def run_isolated(work: Callable[[str], object], limits: Limits) -> Isolated:
    """Run *work* in a forked child and return its answer.

    *work* is given an empty folder for temporary files, which is removed afterwards. The child and every process of its
    group are killed at the limits, and when this call is interrupted.
    """
    reason = can_fork()
    if reason is not None:
        return Isolated(Ending.IMPOSSIBLE, reason=reason)
    started = time.monotonic()
    try:
        with tempfile.TemporaryDirectory(prefix="hybridize-", ignore_cleanup_errors=True) as folder:
            ending, answer, reason = _in_child(work, folder, limits)
    except OSError as error:
        ending, answer, reason = Ending.IMPOSSIBLE, None, f"no process could be forked: {error.strerror}"
    return Isolated(ending, answer, reason, time.monotonic() - started)


_Event = tuple[Ending, object, str]


def _in_child(work: Callable[[str], object], folder: str, limits: Limits) -> _Event:
    child = _Child()
    try:
        child.start(work, folder)
        return child.wait(limits)
    finally:
        with interrupts_deferred():
            child.end()


class _Child:
    """One forked process and the pipe it answers on."""

    def __init__(self) -> None:
        self._process: int | None = None
        self._pipe: int | None = None

    def start(self, work: Callable[[str], object], folder: str) -> None:
        """Fork; the child never returns from here."""
        from jupyter_hybridize.runtime.isolation.child_process import (
            cut_off,  # before the fork; not where there is none
        )

        parent = os.getpid()
        with interrupts_deferred():
            self._pipe, writing = os.pipe()
            try:
                process = _fork()
                if process == 0:
                    _be_child(lambda: cut_off(parent=parent, keep=writing, folder=folder), work, folder, writing)
                self._process = process
                with contextlib.suppress(OSError):  # the child asks for the same; whoever is first
                    os.setpgid(process, process)
            finally:
                os.close(writing)

    def wait(self, limits: Limits) -> _Event:
        """Return how the child ended, its answer, and the reason if there is none."""
        deadline = time.monotonic() + limits.seconds
        received = Received()
        while not received.is_complete:
            event = self._next(deadline, limits.watched)
            if event is not None:
                return event
            if not received.read(self._descriptor()):
                return Ending.CRASHED, None, self.end()
            if len(received) > limits.answer:
                return Ending.TOO_LARGE, None, f"its answer is larger than {limits.answer} bytes"
        match received.take():
            case [True, answer]:
                return Ending.ANSWERED, answer, ""
            case [_, reason]:
                return Ending.FAILED, None, str(reason)
        return Ending.FAILED, None, "its answer cannot be read"

    def _descriptor(self) -> int:
        assert self._pipe is not None
        return self._pipe

    def _next(self, deadline: float, watched: int | None) -> _Event | None:
        """Wait until the pipe can be read; return the event that came before."""
        with selectors.PollSelector() as selector:
            selector.register(self._descriptor(), selectors.EVENT_READ)
            if watched is not None:
                selector.register(watched, selectors.EVENT_READ)
            ready = selector.select(max(0.0, deadline - time.monotonic()))
        if not ready:
            return Ending.HUNG, None, "it did not end within its time limit"
        if any(key.fd == watched for key, _ in ready):
            return Ending.CANCELLED, None, "it was cancelled"
        return None

    def end(self) -> str:
        """Kill and reap what is there, and return how the child ended of itself."""
        if self._pipe is not None:
            os.close(self._pipe)
            self._pipe = None
        if self._process is None:
            return ""
        process, self._process = self._process, None
        with contextlib.suppress(OSError):  # its group goes first: once reaped, its number may be someone else's
            os.killpg(process, signal.SIGKILL)
        try:
            return _describe(os.waitpid(process, 0)[1])
        except ChildProcessError:  # the user's program reaps all children itself
            return "its process ended"


def _fork() -> int:
    with warnings.catch_warnings():
        # Python 3.12 warns of a fork beside threads. The child takes no lock that another thread may hold, but for
        # those of libraries; where it then waits for ever, the time limit ends it.
        warnings.simplefilter("ignore", DeprecationWarning)
        return os.fork()


def _be_child(cut_off: Callable[[], None], work: Callable[[str], object], folder: str, pipe: int) -> NoReturn:
    status = 1
    try:
        cut_off()
        send(pipe, _answer(work, folder))
        status = 0
    finally:
        os._exit(status)


def _answer(work: Callable[[str], object], folder: str) -> bytes:
    try:
        return encoded([True, work(folder)])
    except BaseException as error:
        return encoded([False, f"{type(error).__name__}: {error}"[:1000]])


def _describe(status: int) -> str:
    if os.WIFSIGNALED(status):
        return f"its process died of {signal.Signals(os.WTERMSIG(status)).name}"
    return f"its process exited with status {os.WEXITSTATUS(status)}"
