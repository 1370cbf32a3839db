"""One analysis process as the server sees it: started when it is needed, asked, interrupted, replaced."""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import signal
import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor

from jupyter_hybridize.surfaces.server.errors import RequestError, superseded
from jupyter_hybridize.surfaces.server.frames import Frame, read_frame, write_frame
from jupyter_hybridize.surfaces.server.limits import GRACE, MOST_WAITING, SECONDS

# The folder that the server was started in may hold a `json.py`, which must not hide Python's own.
_START = "import json, sys; sys.path[:] = json.loads(sys.argv.pop()); from {} import main; main()"
_COMMAND = _START.format("jupyter_hybridize.surfaces.server.worker")


class AnalysisProcess:
    """Answers one request at a time; the others wait in the order they came."""

    def __init__(self, seconds: float = SECONDS) -> None:
        self._process: subprocess.Popen[bytes] | None = None
        self._thread = ThreadPoolExecutor(1, "jupyter-hybridize")  # waits for the pipe; it never computes
        self._turn = asyncio.Lock()
        self._is_listening = False  # for the signal; one that comes earlier ends it
        self._waiting = 0
        self._seconds = seconds

    @property
    def id(self) -> int | None:
        """Return the operating system's number of the process, if it runs."""
        return None if self._process is None else self._process.pid

    async def ask(self, request: Frame) -> Frame:
        """Return the answer to *request*; when this is cancelled, the process stops working on it."""
        if self._waiting >= MOST_WAITING:
            raise RequestError(503, "busy", "too many requests are waiting to be analysed; try again later")
        self._waiting += 1
        try:
            async with self._turn:
                return await self._answer(request)
        finally:
            self._waiting -= 1

    async def _answer(self, request: Frame) -> Frame:
        unwanted = threading.Event()
        answer = asyncio.get_running_loop().run_in_executor(self._thread, self._exchange, request, unwanted)
        try:
            return await asyncio.wait_for(asyncio.shield(answer), self._seconds)
        except asyncio.CancelledError:
            unwanted.set()
            self._interrupt()
            await self._settle(answer, GRACE)
            raise
        except asyncio.TimeoutError:
            await self._settle(answer, 0)
            message = f"the analysis took longer than {self._seconds:g} seconds and was stopped"
            raise RequestError(503, "too-slow", message) from None

    async def _settle(self, answer: asyncio.Future[Frame], seconds: float) -> None:
        """Wait until the exchange is over; a process that does not end it in time is ended itself."""
        await asyncio.wait([answer], timeout=seconds)
        if not answer.done():
            self._kill()
            await asyncio.wait([answer])
        if not answer.cancelled():
            answer.exception()  # nobody else asks for it

    def close(self) -> None:
        """End the process for good."""
        self._kill()
        with contextlib.suppress(RuntimeError):  # it is closed already
            self._thread.submit(self._bury)  # after the exchange that the end of the process cuts short
        self._thread.shutdown()

    def _exchange(self, request: Frame, unwanted: threading.Event) -> Frame:
        process = self._started()
        if unwanted.is_set():
            raise superseded()
        reply = _ask(process, request)
        if reply is None or reply.header.get("retire"):
            self._process, self._is_listening = None, False
            status = _end(process, kill=reply is None)
        if reply is None:
            message = f"the analysis ended unexpectedly (exit status {status}); the next one starts anew"
            raise RequestError(500, "crashed", message)
        return reply

    def _started(self) -> subprocess.Popen[bytes]:
        if self._process is not None and self._process.poll() is not None:
            self._bury()
        if self._process is None:
            here = os.getcwd()
            path = sorted((os.path.abspath(entry) for entry in sys.path if entry), key=lambda entry: entry == here)
            command = [sys.executable, "-c", _COMMAND, json.dumps(path)]
            self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
            self._is_listening = _ask(self._process, None) is not None
        return self._process

    def _bury(self) -> None:
        if self._process is not None:
            _end(self._process, kill=True)
            self._process = None
            self._is_listening = False

    def _interrupt(self) -> None:
        process = self._process
        if process is not None and self._is_listening and hasattr(signal, "SIGUSR1"):
            with contextlib.suppress(OSError):
                process.send_signal(signal.SIGUSR1)

    def _kill(self) -> None:
        process = self._process
        if process is not None:
            with contextlib.suppress(OSError):
                process.kill()


def _ask(process: subprocess.Popen[bytes], request: Frame | None) -> Frame | None:
    """Return the answer to *request*, or what comes without one; None when the process has ended."""
    assert process.stdin is not None
    assert process.stdout is not None
    try:
        if request is not None:
            write_frame(process.stdin, request)
        return read_frame(process.stdout)
    except (OSError, ValueError):  # the pipe is broken, or closed
        return None


def _end(process: subprocess.Popen[bytes], *, kill: bool) -> int:
    """Wait for the end of a process whose input is closed, and return its exit status."""
    for stream in (process.stdin, process.stdout):
        if stream is not None:
            with contextlib.suppress(OSError):
                stream.close()
    if kill and process.poll() is None:
        with contextlib.suppress(subprocess.TimeoutExpired):
            return process.wait(GRACE / 10)  # it may be ending on its own account: its status says why
        process.kill()
    try:
        return process.wait(GRACE)
    except subprocess.TimeoutExpired:
        process.kill()
        return process.wait()
