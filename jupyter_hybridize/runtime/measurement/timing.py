"""Several ways of running one function, timed in turns: interleaved blocks in random order."""

from __future__ import annotations

import gc
import math
import random
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass, field
from time import perf_counter

BLOCK_SECONDS = 0.01  # far above the clock's resolution and a scheduler's hiccup
FEWEST_BLOCKS = 5  # below, an interval says nothing
MOST_BLOCKS = 60
_OVERTIME = 3.0  # times the seconds wanted, if that is what the fewest blocks take
_MOST_CALLS = 10_000
_QUICK_CALL = 0.05  # seconds; above, filling caches again after a reset is lost in the noise
_QUICK_RESET = 0.05  # seconds


@dataclass(slots=True)
class Subject:
    """One way of running the function, and what was measured of it so far, in seconds."""

    variant: str
    call: Callable[[], object]
    call_seconds: float  # a first estimate
    calls_per_block: int = 1
    blocks: list[float] = field(default_factory=list)  # per call

    @property
    def block_seconds(self) -> float:
        """Return about how long a block takes, with the call before it."""
        return self.call_seconds * (self.calls_per_block + (self.call_seconds < _QUICK_CALL))


@dataclass(frozen=True, slots=True)
class Clockwork:
    """What timing asks of its surroundings."""

    wait: Callable[[object], None]  # until the outputs are there
    reset: Callable[[], None]  # every block begins with the same state
    stop: Callable[[], bool]
    quiet: Callable[[], AbstractContextManager[object]] = nullcontext  # entered around calls, outside of the time
    progress: Callable[[float], None] = lambda _: None  # the share that is done


def timed_call(call: Callable[[], object], wait: Callable[[object], None]) -> tuple[float, object]:
    """Return the seconds that one call takes, and what it returns."""
    with _without_collection():
        begin = perf_counter()
        outputs = call()
        wait(outputs)
        return perf_counter() - begin, outputs


def measure(subjects: Sequence[Subject], clockwork: Clockwork, seconds: float, seed: int = 0) -> bool:
    """Fill the subjects' blocks for about *seconds*; return False if stopped before that.

    Takes up to three times as long where a few blocks of each need it. Each subject gets one block at least; one that
    has some from before gets more.
    """
    end = perf_counter() + seconds
    latest = end + (_OVERTIME - 1) * seconds
    shuffle = random.Random(seed)  # not the program's own stream
    for subject in subjects:
        if not subject.blocks:
            _autorange(subject, clockwork)
    for done in range(MOST_BLOCKS):
        order = [s for s in subjects if not s.blocks or perf_counter() + s.block_seconds < latest]
        if not order or (perf_counter() > end and min(len(s.blocks) for s in order) >= FEWEST_BLOCKS):
            break
        shuffle.shuffle(order)
        if not _round(order, clockwork):
            return False
        clockwork.progress(max(1 - (end - perf_counter()) / max(seconds, 1e-9), (done + 1) / MOST_BLOCKS))
    return True


def _round(order: Sequence[Subject], clockwork: Clockwork) -> bool:
    """Add a block to each of the subjects; return False if stopped before that."""
    resets_often = _reset_is_quick(clockwork)
    for subject in order:
        if clockwork.stop():
            return False
        if resets_often:
            clockwork.reset()
        with clockwork.quiet():
            if subject.call_seconds < _QUICK_CALL:  # a reset took its data out of the caches
                clockwork.wait(subject.call())
            seconds = _seconds_per_call(subject.call, subject.calls_per_block, clockwork)
        if not subject.blocks and seconds < subject.call_seconds / 4:  # what was slow was only the first call
            subject.call_seconds = seconds
            _autorange(subject, clockwork)
        else:
            subject.blocks.append(seconds)
    return True


def _autorange(subject: Subject, clockwork: Clockwork) -> None:
    """Choose how many calls make a block, so that it takes at least `BLOCK_SECONDS`."""
    clockwork.reset()
    seconds, calls = subject.call_seconds, 1
    while calls * seconds < BLOCK_SECONDS and calls < _MOST_CALLS and not clockwork.stop():
        calls = min(_MOST_CALLS, max(calls + 1, math.ceil(min(10 * calls, BLOCK_SECONDS / max(seconds, 1e-9)))))
        with clockwork.quiet():
            seconds = _seconds_per_call(subject.call, calls, clockwork)
    subject.calls_per_block, subject.call_seconds = calls, seconds


def _reset_is_quick(clockwork: Clockwork) -> bool:
    begin = perf_counter()
    clockwork.reset()
    return perf_counter() - begin < _QUICK_RESET


def _seconds_per_call(call: Callable[[], object], calls: int, clockwork: Clockwork) -> float:
    outputs: object = None
    with _without_collection():
        begin = perf_counter()
        for _ in range(calls):
            outputs = call()
        clockwork.wait(outputs)
        return (perf_counter() - begin) / calls


@contextmanager
def _without_collection() -> Iterator[None]:
    """Keep the collector of garbage, which runs when it likes, out of the time."""
    was_enabled = gc.isenabled()
    try:
        gc.disable()
        yield
    finally:
        if was_enabled:
            gc.enable()
