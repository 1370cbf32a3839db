"""Measures what watching costs: a call that needs no trace, a trace, and the check after a cell.

Run it with TensorFlow installed: ``python benchmarks/watch_cost.py``. Calls are measured in the CPU time of the thread
that makes them, which other programs on the machine disturb little; everything that watching could add happens there.
"""

from __future__ import annotations

import gc
import os
import statistics
import time
from collections.abc import Callable
from typing import Any

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")

import click
import keras
import tensorflow as tf
from rich.console import Console
from rich.table import Table

from jupyter_hybridize.runtime.watching.watch import Watch

CALL_GOAL = 2.0  # µs
CHECK_GOAL = 1000.0  # µs, for 20 functions
FUNCTIONS = 20
CALLS = 50  # in a block

rates = {"first": 0.5, "second": [0.25, 0.125]}
model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(8), keras.layers.Dense(1)])


def scaled(x: Any) -> Any:
    """Be a helper that reads a global."""
    return x * rates["first"]


@tf.function
def tiny(x: Any) -> Any:
    """Be as cheap to call as a hybrid function can be."""
    return x


def make(number: int) -> Any:
    """Return one of many hybrid functions, which reads several things."""

    @tf.function
    def forward(x: Any) -> Any:
        return scaled(model(x)) * len(rates["second"]) + number

    return forward


class Kept:
    """A method that is called as an attribute."""

    @tf.function
    def method(self, x: Any) -> Any:
        """Be a bound method."""
        return x


def microseconds(call: Callable[[], object], times: int) -> float:
    """Return the microseconds of CPU that one *call* takes in this thread, measured over *times* of them."""
    start = time.thread_time()
    for _ in range(times):
        call()
    return (time.thread_time() - start) / times * 1e6


def calls(watch: Watch, call: Callable[[], object], blocks: int) -> tuple[float, float, float]:
    """Return the medians unwatched and watched, and the median of the differences of neighbouring blocks, in µs."""
    call()
    pairs = []
    for block in range(blocks):
        pair = {}
        for watched in (True, False) if block % 2 else (False, True):
            if watched:
                watch.start()
            microseconds(call, CALLS)  # what starting has pushed out of the processor's caches comes back
            pair[watched] = microseconds(call, CALLS)
            watch.stop()
        pairs.append(pair)
    medians = [statistics.median(pair[watched] for pair in pairs) for watched in (False, True)]
    return medians[0], medians[1], statistics.median(pair[True] - pair[False] for pair in pairs)


def traces(watch: Watch, rounds: int) -> tuple[float, float, float]:
    """Return the same for the first call of a function."""
    x = tf.ones([2, 4])
    found: dict[bool, list[float]] = {False: [], True: []}
    for _ in range(rounds):
        for watched in (False, True):
            if watched:
                watch.start()
            function = make(1)
            found[watched].append(microseconds(lambda made=function: made(x), 1))
            watch.stop()
    plain, seen = (statistics.median(found[watched]) for watched in (False, True))
    return plain, seen, seen - plain


def check(watch: Watch) -> float:
    """Return the median microseconds of a check of 20 functions."""
    watch.start()
    functions = [make(number) for number in range(FUNCTIONS)]
    for function in functions:
        function(tf.ones([2, 4]))
    return statistics.median(microseconds(watch.check, 1) for _ in range(200))


@click.command()
@click.option("--blocks", default=400, help="Pairs of blocks of 50 calls, watched and not in turn.")
def main(blocks: int) -> None:
    """Print the cost of watching, and whether it keeps to its goals."""
    gc.disable()
    watch, x, kept = Watch(globals()), tf.ones([2, 4]), Kept()
    rows = [
        ("call of a function", calls(watch, lambda: tiny(x), blocks)),
        ("call of a method", calls(watch, lambda: kept.method(x), blocks)),
        ("first call, which traces", traces(watch, 30)),
    ]
    table = Table("µs, medians", "not watched", "watched", "difference")
    for name, values in rows:
        table.add_row(name, *(f"{value:,.1f}" for value in values))
    checked = check(watch)
    table.add_row(f"check of {FUNCTIONS} functions", "", f"{checked:,.0f}", "")
    Console().print(table)
    worst = max(values[2] for _, values in rows[:2])
    print(f"a call: {worst:+.2f} µs (goal ≤ {CALL_GOAL:g}); a check: {checked:.0f} µs (goal ≤ {CHECK_GOAL:g})")
    if worst > CALL_GOAL or checked > CHECK_GOAL:
        raise SystemExit(1)


if __name__ == "__main__":
    main()
