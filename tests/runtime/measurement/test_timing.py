"""Blocks, their order, their number, and the interval of a ratio."""

from __future__ import annotations

import gc
from collections.abc import Callable

import pytest

pytest.importorskip("numpy")

import numpy as np

from jupyter_hybridize.runtime.measurement import timing
from jupyter_hybridize.runtime.measurement.bootstrap import ratio_of_medians
from jupyter_hybridize.runtime.measurement.timing import (
    BLOCK_SECONDS,
    FEWEST_BLOCKS,
    MOST_BLOCKS,
    Clockwork,
    Subject,
    measure,
)


class Clock:
    """Moves on only while a call works, by as long as that is said to take."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now

    def work(self, seconds: float) -> None:
        self.now += seconds


clock = Clock()


@pytest.fixture(autouse=True)
def no_time_but_of_the_calls(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(timing, "perf_counter", clock)
    monkeypatch.setattr(clock, "now", 0.0)


def busy(seconds: float) -> Callable[[], None]:
    return lambda: clock.work(seconds)


def clockwork(**changed: Callable[..., object]) -> Clockwork:
    settings: dict[str, Callable[..., object]] = {"wait": lambda _: None, "reset": lambda: None, "stop": lambda: False}
    return Clockwork(**{**settings, **changed})  # type: ignore[arg-type]


def test_a_short_call_is_repeated_until_a_block_is_long_enough() -> None:
    exact = 2.0**-17
    subject = Subject("eager", busy(exact), exact)
    measure([subject], clockwork(), 0.2)
    assert BLOCK_SECONDS <= subject.calls_per_block * subject.call_seconds < 2 * BLOCK_SECONDS
    assert set(subject.blocks) == {exact}


def test_a_long_call_makes_a_block_of_its_own_and_is_not_called_to_find_out() -> None:
    calls = []
    subject = Subject("eager", lambda: calls.append(busy(0.03)()), 0.03)
    measure([subject], clockwork(), 0.01)
    assert subject.calls_per_block == 1
    assert len(calls) == 2 * len(subject.blocks)  # one before each, for what a reset emptied


def test_blocks_are_interleaved_in_an_order_that_changes() -> None:
    order: list[str] = []
    work = busy(0.011)

    def subject(name: str) -> Subject:
        return Subject(name, lambda: (order.append(name), work()), 0.011)

    measure([subject(name) for name in ("a", "b", "c")], clockwork(), 0.7)
    rounds = [tuple(order[n : n + 6 : 2]) for n in range(0, len(order), 6)]
    assert FEWEST_BLOCKS <= len(rounds) <= MOST_BLOCKS
    assert all(sorted(each) == ["a", "b", "c"] for each in rounds)
    assert len(set(rounds)) > 1


def test_few_blocks_take_more_than_the_time_that_was_given() -> None:
    subject = Subject("eager", busy(0.02), 0.02)
    measure([subject], clockwork(), 0.1)
    assert len(subject.blocks) >= FEWEST_BLOCKS


def test_a_very_slow_call_gets_one_block() -> None:
    subjects = [Subject("eager", busy(0.3), 0.3), Subject("graph", busy(0.001), 0.001)]
    measure(subjects, clockwork(), 0.05)
    assert len(subjects[0].blocks) == 1
    assert clock.now < 1.0


def test_an_estimate_that_was_far_too_high_is_made_again() -> None:
    subject = Subject("eager", busy(1e-5), 2.0)  # the first call loaded a library
    measure([subject], clockwork(), 0.2)
    assert subject.calls_per_block > 100
    assert max(subject.blocks[:3]) < 1e-3


def test_every_block_begins_after_a_reset() -> None:
    events: list[str] = []
    subject = Subject("eager", lambda: (events.append("call"), busy(0.02)()), 0.02)
    measure([subject], clockwork(reset=lambda: events.append("reset")), 0.01)
    assert events[:3] == ["reset", "reset", "reset"]
    assert "call,call,call" not in ",".join(events)


def test_stopping_keeps_what_was_measured() -> None:
    subject = Subject("eager", busy(0.01), 0.01)
    assert not measure([subject], clockwork(stop=lambda: len(subject.blocks) >= 3), 60.0)
    assert len(subject.blocks) == 3


def test_the_collector_is_off_within_blocks_and_as_it_was_after() -> None:
    seen: list[bool] = []
    subject = Subject("eager", lambda: (seen.append(gc.isenabled()), busy(0.02)()), 0.02)
    measure([subject], clockwork(), 0.001)
    assert not all(seen)
    assert not any(seen[1::2])  # every second call is a block of one
    assert gc.isenabled()
    gc.disable()
    try:
        measure([subject], clockwork(), 0.001)
        assert not gc.isenabled()
    finally:
        gc.enable()


def test_an_exception_in_a_block_leaves_the_collector_on() -> None:
    def interrupted() -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        measure([Subject("eager", interrupted, 1.0)], clockwork(), 1.0)
    assert gc.isenabled()


def test_the_order_does_not_draw_from_the_programs_random_numbers() -> None:
    import random

    random.seed(3)
    before = random.getstate()
    measure([Subject("eager", lambda: None, 0.02)], clockwork(), 0.001)
    assert random.getstate() == before


def test_the_interval_holds_the_ratio_and_is_the_same_each_time() -> None:
    random = np.random.default_rng(5)
    eager, graph = random.gamma(50, 0.04, 40), random.gamma(50, 0.01, 40)
    one, two = ratio_of_medians(eager, graph), ratio_of_medians(eager, graph)
    assert one == two
    assert 3.5 < one.low < one.value < one.high < 4.5


def test_more_blocks_make_a_narrower_interval() -> None:
    random = np.random.default_rng(5)
    few = ratio_of_medians(random.gamma(20, 1.0, 8), random.gamma(20, 1.0, 8))
    many = ratio_of_medians(random.gamma(20, 1.0, 60), random.gamma(20, 1.0, 60))
    assert many.high / many.low < few.high / few.low


def test_the_interval_covers_the_truth_about_as_often_as_it_says() -> None:
    random = np.random.default_rng(7)
    found = [ratio_of_medians(random.gamma(30, 3.0, 30), random.gamma(30, 1.0, 30)) for _ in range(60)]
    covered = sum(each.low <= 3.0 <= each.high for each in found)
    assert covered >= 52


def test_one_outlier_moves_nothing() -> None:
    calm = ratio_of_medians([2.0] * 20, [1.0] * 20)
    shaken = ratio_of_medians([*[2.0] * 19, 500.0], [1.0] * 20)
    assert (calm.value, calm.low, calm.high) == (shaken.value, shaken.low, shaken.high)
