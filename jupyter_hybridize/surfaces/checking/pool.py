"""Runs a function on many items in several processes: the results in order, no process left behind."""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing.context import BaseContext
from types import FrameType
from typing import Any, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")


def cores() -> int:
    """Return how many processes can run at a time."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def run_all(work: Callable[[Item], Result], items: Sequence[Item], jobs: int, lost: Result) -> Iterator[Result]:
    """Yield what *work* makes of each item, in order, in up to *jobs* processes (0: one for each core).

    An item whose process ends, as one that takes all memory does, is tried once more on its own, and is *lost* then.
    Each process is given *work* once, with all that it holds.
    """
    workers = min(jobs or cores(), len(items))
    if workers < 2:
        yield from map(work, items)
        return
    with _ended_with_us(), ProcessPoolExecutor(workers, _context(), _prepare, (work,)) as pool:
        try:
            futures: list[Future[Result]] = [pool.submit(_do, item) for item in items]
            for future, item in zip(futures, items, strict=True):
                yield _result(future, work, item, lost)
        except BaseException:
            _end_all()
            pool.shutdown(cancel_futures=True)  # and wait: its thread, left behind, may fail while Python ends
            raise


def _result(future: Future[Result], work: Callable[[Item], Result], item: Item, lost: Result) -> Result:
    try:
        return future.result()
    except BrokenProcessPool:
        pass
    with ProcessPoolExecutor(1, _context(), _prepare, (work,)) as alone:
        try:
            again: Future[Result] = alone.submit(_do, item)
            return again.result()
        except BrokenProcessPool:
            return lost


def _context() -> BaseContext:
    """Return how processes start: as copies of this one where that is safe, which brings along all that is loaded."""
    return multiprocessing.get_context("fork" if sys.platform == "linux" else "spawn")


_work: Callable[..., Any]  # what a process of the pool does with each item


def _prepare(work: Callable[..., object]) -> None:
    """Make this process do *work*, leave an interrupt to its parent, and end when the parent does."""
    global _work
    _work = work
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _do(item: object) -> Any:  # the pool's submit takes functions by their names only
    return _work(item)


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


@contextlib.contextmanager
def _ended_with_us() -> Iterator[None]:
    """Let the signal that asks this process to end also end its children."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGTERM, _leave)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def _leave(number: int, frame: FrameType | None) -> None:
    raise SystemExit(128 + number)


def _end_all() -> None:
    for child in multiprocessing.active_children():
        child.terminate()
    for child in multiprocessing.active_children():
        child.join()
