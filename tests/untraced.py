"""Runs calls without what a coverage tool, a debugger or a profiler adds to each of their lines."""

from __future__ import annotations

import contextlib
import sys
import time
from collections.abc import Callable, Iterator


@contextlib.contextmanager
def untraced() -> Iterator[None]:
    """Suspend all tracing of this thread within."""
    trace, profile = sys.gettrace(), sys.getprofile()
    try:
        with _unmonitored():
            sys.settrace(None)
            sys.setprofile(None)
            yield
    finally:
        sys.setprofile(profile)
        sys.settrace(trace)


@contextlib.contextmanager
def _unmonitored() -> Iterator[None]:
    """Suspend the events that Python 3.12 and later report to the tools of `sys.monitoring`."""
    monitoring = getattr(sys, "monitoring", None)
    tools = [tool for tool in range(6) if monitoring.get_tool(tool)] if monitoring else []
    events = {tool: monitoring.get_events(tool) for tool in tools}
    try:
        for tool in events:
            monitoring.set_events(tool, 0)
        yield
    finally:
        for tool, each in events.items():
            monitoring.set_events(tool, each)


def least_seconds(call: Callable[[], object], repeats: int = 9) -> float:
    """Return the processor time of this thread that the quickest of some calls took; other programs add nothing."""
    seconds = []
    with untraced():
        for _ in range(repeats):
            begun = time.thread_time()
            call()
            seconds.append(time.thread_time() - begun)
    return min(seconds)
