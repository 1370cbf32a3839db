"""Measures calls without what a coverage tool, a debugger or a profiler adds to each of their lines."""

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


_USUAL = 0.0008  # seconds of processor time for the reference, on a machine that does nothing else


def machine_seconds(seconds: float) -> float:
    """Return how long what takes *seconds* on a usual machine may take on this one, as busy as it is: never less."""
    return seconds * max(1.0, least_seconds(_reference) / _USUAL)


def _reference() -> object:
    return {str(number): [number] for number in range(4_000)}


def least_seconds(call: Callable[[], object], repeats: int = 9) -> float:
    """Return the processor time of this thread that the quickest of some calls took; other programs add nothing."""
    seconds = []
    with untraced():
        for _ in range(repeats):
            begun = time.thread_time()
            call()
            seconds.append(time.thread_time() - begun)
    return min(seconds)


def functions_called(call: Callable[[], object]) -> int:
    """Return how many functions *call* calls, those in C too: as many on every machine, however busy it is."""
    events: list[str] = []
    with untraced():
        sys.setprofile(lambda frame, event, argument: events.append(event))
        try:
            call()
        finally:
            sys.setprofile(None)
    return events.count("call") + events.count("c_call")
