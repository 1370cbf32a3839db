"""A process that has imported TensorFlow and forks a child for each replay of a notebook's cells."""

from __future__ import annotations

import contextlib
import os
import selectors
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from types import TracebackType
from typing import Any, Final

from jupyter_hybridize.runtime.isolation.framing import Received, encoded, send
from jupyter_hybridize.runtime.isolation.interruption import interrupts_deferred
from jupyter_hybridize.runtime.isolation.isolated import Ending, platform_objection
from jupyter_hybridize.runtime.isolation.replay import JOBS

START_LIMIT: Final = 120.0  # seconds; the import takes 3 to 8, more on a busy machine
_GRACE: Final = 15.0  # seconds that the answer may take beyond the time limit, which the zygote itself keeps
_END_LIMIT: Final = 3.0  # seconds
_PROGRAM: Final = "jupyter_hybridize.runtime.isolation.zygote_main"
_ENVIRONMENT: Final = {
    "CUDA_VISIBLE_DEVICES": "-1",
    "MPLBACKEND": "Agg",
    "PYTHONSAFEPATH": "1",
    "TF_CPP_MIN_LOG_LEVEL": "3",
}


class ReplayError(Exception):
    """The cells or the job did not come to their end; `cell` is the number of the cell that is to blame, if one is."""

    def __init__(self, reason: str, ending: Ending, cell: int | None = None) -> None:
        super().__init__(reason)
        self.reason = reason
        self.ending = ending
        self.cell = cell


class Zygote:
    """Starts the process when it is first needed, and again after it was lost; one request at a time."""

    def __init__(self, package: str = JOBS) -> None:
        self._package = package
        self._process: subprocess.Popen[bytes] | None = None
        self._is_ready = False
        self._received = Received()
        self._number = 0
        self._lock = threading.Lock()

    def __enter__(self) -> Zygote:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()

    def start(self) -> None:
        """Start the process unless it runs, and wait until it has imported TensorFlow; raise ReplayError."""
        with self._lock:
            self._ensure_started()

    def run(self, cells: Sequence[str], job: str, arguments: Mapping[str, Any], timeout: float = 60.0) -> Any:
        """Replay *cells* in an empty folder, then return what *job* answers, as JSON gives it back.

        The cells are Python (magics masked). *job* is ``"module.function"`` in the package of jobs; it is called with
        the names that the cells bound, and with *arguments*, which must be JSON. *timeout* is in seconds, for both
        together. Raise ReplayError when a cell or the job raises, hangs or crashes.
        """
        with self._lock:
            self._ensure_started()
            self._number += 1
            request = {
                "number": self._number,
                "cells": list(cells),
                "package": self._package,
                "job": job,
                "arguments": dict(arguments),
                "search_path": [os.path.abspath(path) for path in sys.path],
                "timeout": timeout,
            }
            answer = self._ask(request, time.monotonic() + timeout + _GRACE)
        if "result" in answer:
            return answer["result"]
        raise ReplayError(answer["error"], Ending(answer["ending"]), answer.get("cell"))

    def close(self) -> None:
        """End the process and what it runs."""
        with interrupts_deferred():
            process, self._process = self._process, None
            if process is not None:
                _end(process)

    def _ensure_started(self) -> None:
        if self._process is None or self._process.poll() is not None:
            self.close()
            _object_to_platform()
            self._is_ready, self._received = False, Received()
            with interrupts_deferred():
                self._process = _open()
        if not self._is_ready:
            with self._closed_on_error():
                self._receive(time.monotonic() + START_LIMIT)
            self._is_ready = True

    def _ask(self, request: dict[str, Any], deadline: float) -> dict[str, Any]:
        """Send *request* and return its answer; when interrupted, have the zygote stop and stay of use."""
        content = encoded(request)
        with self._closed_on_error():
            try:
                with interrupts_deferred():  # half a request would spoil the next
                    send(self._pipe("stdin"), content)
                while True:
                    answer = self._receive(deadline)
                    if isinstance(answer, dict) and answer["number"] == request["number"]:
                        return answer
            except KeyboardInterrupt:
                with interrupts_deferred():
                    send(self._pipe("stdin"), encoded({"stop": request["number"]}))
                raise

    def _receive(self, deadline: float) -> Any:
        """Return the next message; raise ReplayError if it does not come."""
        pipe = self._pipe("stdout")
        while not self._received.is_complete:
            with selectors.PollSelector() as selector:
                selector.register(pipe, selectors.EVENT_READ)
                if not selector.select(max(0.0, deadline - time.monotonic())):
                    raise ReplayError("the process that replays cells does not answer", Ending.HUNG)
            with interrupts_deferred():
                if not self._received.read(pipe):
                    raise ReplayError("the process that replays cells has ended", Ending.CRASHED)
        return self._received.take()

    def _pipe(self, name: str) -> int:
        if self._process is None:
            raise ReplayError("the process that replays cells was closed", Ending.CANCELLED)
        return int(getattr(self._process, name).fileno())

    @contextlib.contextmanager
    def _closed_on_error(self) -> Iterator[None]:
        """Give the process up where it cannot be relied on any more; it is started anew when next needed."""
        try:
            yield
        except KeyboardInterrupt:  # no fault of the process
            raise
        except OSError as error:
            self.close()
            raise ReplayError(f"the process that replays cells is lost: {error.strerror}", Ending.CRASHED) from None
        except BaseException:
            self.close()
            raise


def _object_to_platform() -> None:
    objection = platform_objection() or ("" if sys.executable else "this kernel does not know its Python program")
    if objection:
        raise ReplayError(objection, Ending.IMPOSSIBLE)


def _open() -> subprocess.Popen[bytes]:
    """Start the program; it finds this package where this process found it."""
    ours = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
    path = os.pathsep.join([ours, *(os.path.abspath(path) for path in sys.path)])
    command = [sys.executable, "-m", _PROGRAM]
    if threading.current_thread() is threading.main_thread():  # the kernel looks at the thread, not at the process
        command.append("--die-with-parent")
    return subprocess.Popen(
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={**os.environ, **_ENVIRONMENT, "PYTHONPATH": path},
        bufsize=0,
        start_new_session=True,  # an interrupt meant for this process is not meant for that one
    )


def _end(process: subprocess.Popen[bytes]) -> None:
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.close()
    try:
        process.wait(_END_LIMIT)  # it sees the end of its input, and ends its child first
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
    process.stdout.close()  # last: another thread may wait for an answer, and sees the end
