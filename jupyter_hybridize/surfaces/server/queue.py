"""Which process answers a request, and which requests no longer need an answer."""

from __future__ import annotations

import asyncio
import os
import re
import zlib

from jupyter_hybridize.surfaces.server.errors import superseded
from jupyter_hybridize.surfaces.server.frames import Frame
from jupyter_hybridize.surfaces.server.limits import LONGEST_NAME, SECONDS
from jupyter_hybridize.surfaces.server.process import AnalysisProcess

PROCESSES = min(2, os.cpu_count() or 1)

# A member of a JSON object: within a JSON string the quotes would be escaped. Reading the whole body is left to the
# process, since Python's parser takes a second for 4 MB of brackets and the server could do nothing else meanwhile.
_MEMBER = r'"%s"\s*:\s*("(?:[^"\\]|\\.){0,%d}")'


def _member(name: str) -> re.Pattern[bytes]:
    return re.compile((_MEMBER % (name, LONGEST_NAME)).encode())


_PATH, _CLIENT = _member("path"), _member("client")


class Queue:
    """Some processes; the requests about one notebook go to the same one, which knows it already."""

    def __init__(self, processes: int = PROCESSES, seconds: float = SECONDS) -> None:
        self._processes = tuple(AnalysisProcess(seconds) for _ in range(processes))
        self._latest: dict[tuple[bytes, bytes], asyncio.Task[Frame]] = {}

    @property
    def latest(self) -> frozenset[tuple[bytes, bytes]]:
        """Return which notebooks, of which clients, wait for a report."""
        return frozenset(self._latest)

    @property
    def process_ids(self) -> tuple[int, ...]:
        """Return the operating system's numbers of the processes that run."""
        return tuple(each.id for each in self._processes if each.id is not None)

    async def answer(self, request: Frame) -> Frame:
        """Return the answer to *request*, which waits for its turn."""
        return await self._process(_first(_PATH, request.body) or request.body).ask(request)

    async def answer_latest(self, request: Frame) -> Frame:
        """Return the answer unless a newer request of the same client about the same notebook comes; then raise."""
        path = _first(_PATH, request.body)
        key = (path, _first(_CLIENT, request.body))
        older = self._latest.get(key)
        if older is not None:
            older.cancel()
        task = asyncio.ensure_future(self._process(path).ask(request))
        self._latest[key] = task
        try:
            return await task
        except asyncio.CancelledError:
            if self._latest.get(key) is task:
                raise  # it is the server that stops, or the client that went away
            raise superseded() from None
        finally:
            if self._latest.get(key) is task:
                del self._latest[key]

    def close(self) -> None:
        """End all processes."""
        for process in self._processes:
            process.close()

    def _process(self, key: bytes) -> AnalysisProcess:
        return self._processes[zlib.crc32(key) % len(self._processes)]


def _first(pattern: re.Pattern[bytes], body: bytes) -> bytes:
    match = pattern.search(body)
    return match[1] if match else b""
