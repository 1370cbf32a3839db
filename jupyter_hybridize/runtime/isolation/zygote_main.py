"""The program of the zygote: imports TensorFlow, touches no tensor, and forks a child for each request.

A process that has executed an operation has threads that no forked child inherits, so that a child waits for them for
ever; before the first operation there are none.
"""

from __future__ import annotations

import mmap
import os
import selectors
import signal
import struct
import sys
from typing import Any, Final

from jupyter_hybridize.runtime.isolation.child_process import die_with_parent
from jupyter_hybridize.runtime.isolation.framing import Received, encoded, send
from jupyter_hybridize.runtime.isolation.isolated import Ending, Limits, run_isolated
from jupyter_hybridize.runtime.isolation.replay import Request, replay

READY: Final = "ready"
_LOOK_FOR_PARENT: Final = 1.0  # seconds: a process forked by the parent may keep the pipe open after its death
_PROGRESS: Final = struct.Struct("q")


def main() -> None:
    """Serve requests from standard input on standard output until the parent closes it or dies."""
    parent = os.getppid()
    signal.signal(signal.SIGTERM, lambda number, frame: sys.exit(1))  # ends the child and removes its folder first
    if "--die-with-parent" in sys.argv:
        die_with_parent(parent, signal.SIGTERM)
    requests, answers = _private_pipes()
    import keras  # noqa: F401  # these two are the purpose of this process
    import tensorflow  # noqa: F401

    send(answers, encoded(READY))
    received = Received()
    while _wait(received, requests, parent):
        message = received.take()
        if isinstance(message, dict) and "number" in message:  # else one that asks to stop what has ended meanwhile
            send(answers, encoded({"number": message["number"], **_serve(message, requests)}))


def _private_pipes() -> tuple[int, int]:
    """Keep the two pipes for ourselves, and let what libraries read or print meet the null device."""
    pipes = os.dup(0), os.dup(1)
    null = os.open(os.devnull, os.O_RDWR)
    for descriptor in range(3):
        os.dup2(null, descriptor)
    os.close(null)
    return pipes


def _wait(received: Received, requests: int, parent: int) -> bool:
    """Wait for a whole message; return False when there is nobody any more who could send one."""
    while not received.is_complete:
        with selectors.PollSelector() as selector:
            selector.register(requests, selectors.EVENT_READ)
            if not selector.select(_LOOK_FOR_PARENT):
                if os.getppid() != parent:
                    return False
            elif not received.read(requests):
                return False
    return True


def _serve(message: dict[str, Any], requests: int) -> dict[str, object]:
    request = Request(
        cells=tuple(message["cells"]),
        package=message["package"],
        job=message["job"],
        arguments=message["arguments"],
        search_path=tuple(message["search_path"]),
    )
    with mmap.mmap(-1, _PROGRESS.size) as shared:
        _PROGRESS.pack_into(shared, 0, -1)

        def work(folder: str) -> object:
            return replay(request, folder, lambda number: _PROGRESS.pack_into(shared, 0, number))

        isolated = run_isolated(work, Limits(message["timeout"], watched=requests))
        reached = int(_PROGRESS.unpack_from(shared)[0])
    if isolated.ending is Ending.ANSWERED and isinstance(isolated.answer, dict):
        return {"ending": Ending.FAILED.value, **isolated.answer}
    cell = reached if 0 <= reached < len(request.cells) else None
    return {"ending": isolated.ending.value, "cell": cell, "error": isolated.reason}


if __name__ == "__main__":
    main()
