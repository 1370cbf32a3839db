"""Calls are timed without tracing, and traced as before afterwards."""

from __future__ import annotations

import sys
from types import FrameType

import pytest

from tests.untraced import functions_called, least_seconds, machine_seconds, untraced


def test_a_tracer_sees_nothing_within_and_everything_after() -> None:
    seen: list[str] = []

    def trace(frame: FrameType, event: str, argument: object) -> None:
        seen.append(frame.f_code.co_name)

    def inside() -> None:
        pass

    def outside() -> None:
        pass

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        with untraced():
            inside()
        outside()
        assert sys.gettrace() is trace
    finally:
        sys.settrace(before)
    assert "inside" not in seen
    assert "outside" in seen


def test_tracing_goes_on_after_an_exception() -> None:
    before = sys.gettrace(), sys.getprofile()
    with pytest.raises(ValueError, match="late"), untraced():
        raise ValueError("late")
    assert (sys.gettrace(), sys.getprofile()) == before


@pytest.mark.skipif(not hasattr(sys, "monitoring"), reason="since Python 3.12")
def test_tools_that_monitor_hear_nothing_within() -> None:
    monitoring = sys.monitoring
    tool = next(number for number in range(6) if monitoring.get_tool(number) is None)
    heard: list[str] = []
    monitoring.use_tool_id(tool, "test")
    try:
        monitoring.register_callback(tool, monitoring.events.PY_START, lambda code, _: heard.append(code.co_name))
        monitoring.set_events(tool, monitoring.events.PY_START)
        with untraced():
            least_seconds(lambda: None)
        assert monitoring.get_events(tool) == monitoring.events.PY_START
        assert "<lambda>" not in heard
    finally:
        monitoring.set_events(tool, 0)
        monitoring.free_tool_id(tool)


def test_the_quickest_call_counts() -> None:
    calls = iter([10**6, 10, 10**6])
    slow = least_seconds(lambda: sum(range(10**6)), 1)
    assert least_seconds(lambda: sum(range(next(calls))), 3) < slow


def test_a_slower_machine_may_take_longer_and_a_faster_one_no_less(monkeypatch: pytest.MonkeyPatch) -> None:
    usual = 0.0008
    for measured, expected in ((usual / 2, 3.0), (usual, 3.0), (10 * usual, 30.0)):
        monkeypatch.setattr("tests.untraced.least_seconds", lambda _, measured=measured: measured)
        assert machine_seconds(3.0) == pytest.approx(expected)


def test_functions_in_python_and_in_c_are_counted() -> None:
    def inner() -> int:
        return len([])

    before = sys.gettrace(), sys.getprofile()
    empty = functions_called(lambda: None)
    assert functions_called(lambda: [inner() for _ in range(10)]) >= empty + 20
    assert (sys.gettrace(), sys.getprofile()) == before
