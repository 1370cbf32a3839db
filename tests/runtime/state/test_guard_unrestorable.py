"""What cannot be put back is named before anything ran, and nothing else is."""

from __future__ import annotations

import io
import itertools
import os
import subprocess
import threading
from collections.abc import Callable

import pytest

pytest.importorskip("tensorflow")

import keras
import numpy as np
import tensorflow as tf

from jupyter_hybridize.runtime.state import snapshot_plan
from jupyter_hybridize.runtime.state.guard import StateGuard

pytestmark = pytest.mark.tensorflow


def names(function: Callable[..., object], *args: object) -> list[str]:
    return [each.name for each in StateGuard(function, args).unrestorable]


@pytest.mark.parametrize(
    "value",
    [
        iter([1]),
        (each for each in [1]),
        zip([1], [2], strict=True),
        map(str, [1]),
        enumerate([1]),
        itertools.count(),
        iter(tf.data.Dataset.range(3)),
        io.StringIO("text"),
        threading.Thread(),
        threading.Lock(),
        tf.queue.FIFOQueue(1, tf.float32),
        tf.data.Dataset.range(3).shuffle(3, seed=1),
    ],
    ids=lambda value: type(value).__name__,
)
def test_it_is_named(value: object) -> None:
    given = [{"deep": value}]
    assert names(lambda: given[0]["deep"]) == ["`given[0]['deep']`"]
    assert names(lambda given: given, value) == ["`given`"]


@pytest.mark.parametrize(
    "value",
    [
        tf.data.Dataset.range(3),
        tf.data.Dataset.range(3).shuffle(3),  # another order each time, measured or not
        tf.data.Dataset.range(3).shuffle(3, seed=1, reshuffle_each_iteration=False),
        range(3),
        {"a": 1}.items(),
        np.float32(1.0),
        tf.constant(1.0),
        tf.ragged.constant([[1], [2, 3]]),
        keras.Input([3]),
        ValueError("kept"),
        lambda: None,
        os.environ,
        __import__("re").compile("a"),
        __import__("datetime").datetime(2020, 1, 1),
        __import__("pathlib").Path("a"),
        __import__("logging").getLogger("a"),
        __import__("sys").stdout,
    ],
    ids=lambda value: type(value).__name__,
)
def test_it_is_not_named(value: object) -> None:
    assert names(lambda: value) == []


@pytest.mark.parametrize(
    ("function", "name"),
    [
        (lambda: open("a"), "`open`"),  # noqa: SIM115
        (lambda: os.remove("a"), "`os.remove`"),
        (lambda: subprocess.run(["a"], check=False), "`subprocess.run`"),
        (lambda: threading.Thread(target=print).start(), "`threading.Thread`"),
        (lambda: tf.random.set_seed(1), "`tf.random.set_seed`"),
        (lambda: keras.utils.set_random_seed(1), "`keras.utils.set_random_seed`"),
        (lambda: tf.io.write_file("a", "b"), "`tf.io.write_file`"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_call_with_an_effect_outside_is_named(function: Callable[..., object], name: str) -> None:
    assert names(function) == [name]


@pytest.mark.parametrize(
    "function",
    [
        lambda: os.path.join("a", "b"),
        lambda: tf.random.normal([1], seed=3),
        lambda: tf.io.decode_raw("a", tf.uint8),
        lambda: print("a"),
        lambda: threading.current_thread(),
    ],
)
def test_a_call_without_one_is_not(function: Callable[..., object]) -> None:
    assert names(function) == []


class Trainer:
    """Reads an iterator in one method only."""

    def __init__(self) -> None:
        self.batches = iter([1, 2])
        self.lock = threading.Lock()

    def fit(self) -> None:
        for batch in self.batches:
            self.step(batch)

    def step(self, batch: object) -> object:
        return batch

    def next_step(self) -> object:
        return next(self.batches)

    def any_step(self, name: str) -> object:
        return getattr(self, name)


def test_an_iterator_that_another_method_reads_is_not_named() -> None:
    assert names(Trainer().step, 1) == []


def test_an_iterator_that_a_method_called_from_here_reads_is_named() -> None:
    trainer = Trainer()
    assert names(trainer.next_step) == ["`self.batches`"]
    assert names(lambda: trainer.fit()) == ["`trainer.batches`"]


def test_attributes_that_are_read_by_names_made_up_while_running_are_all_named() -> None:
    assert names(Trainer().any_step, "a") == ["`self.batches`", "`self.lock`"]


def test_a_full_cache_is_named_and_an_empty_one_is_not() -> None:
    import functools

    @functools.lru_cache
    def cached(value: int) -> int:
        return value

    assert names(lambda: cached(1)) == []
    cached(1)
    assert names(lambda: cached(1)) == ["`cached`"]


def test_a_traced_graph_with_a_seeded_stream_is_named() -> None:
    @tf.function
    def noisy() -> tf.Tensor:
        return tf.random.normal([], seed=1)

    assert names(noisy) == []
    noisy()
    found = StateGuard(noisy).unrestorable
    assert [each.reason for each in found] == ["a graph traced before draws from a seeded stream of its own"]


def test_what_is_too_big_to_copy_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(snapshot_plan, "MOST_BYTES", 1000)
    small, big = np.zeros(10), np.zeros(1000)
    guard = StateGuard(lambda: (small, big))
    assert [(each.name, each.reason) for each in guard.unrestorable] == [
        ("`big`", "its 0.0 GB are more than is copied")
    ]
    with guard:
        small += 1
    assert small.sum() == 0


def test_a_million_objects_are_not_followed(monkeypatch: pytest.MonkeyPatch) -> None:
    from jupyter_hybridize.runtime.state import reach

    monkeypatch.setattr(reach, "MOST_OBJECTS", 1000)
    many = [[index] for index in range(5000)]
    assert names(lambda: many) == ["the state"]


def test_a_million_numbers_are_one_object() -> None:
    many = list(range(1_000_000))
    with StateGuard(lambda: many):
        many[3] = -1
    assert many[3] == 3
