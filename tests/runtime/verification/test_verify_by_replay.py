"""Verification of what cannot be run in the kernel, in a replay of the notebook's cells."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

pytestmark = pytest.mark.tensorflow
tf = pytest.importorskip("tensorflow")

from jupyter_hybridize.results.verification import Outcome  # noqa: E402
from jupyter_hybridize.runtime.isolation.zygote import ReplayError, Zygote  # noqa: E402
from jupyter_hybridize.runtime.verification.replayed import Replay, compare_by_replay  # noqa: E402
from jupyter_hybridize.runtime.verification.verify import verify  # noqa: E402

CELLS = (
    "import tensorflow as tf\nx = tf.constant([1.0, 2.0])",
    "numbers = iter(range(9))\ndef draw(x):\n    return x * next(numbers)",
    "batches = iter(tf.data.Dataset.range(9))\ndef take(x):\n    return x * tf.cast(next(batches), tf.float32)",
    "def save(x):\n    tf.io.write_file('value.txt', tf.strings.as_string(x[0]))\n    return x",
)


@pytest.fixture(scope="module")
def zygote() -> Iterator[Zygote]:
    with Zygote() as started:
        yield started


@pytest.mark.parametrize(("call", "agrees"), [("draw(x)", False), ("take(x)", True), ("save(x)", True)])
def test_what_cannot_be_rewound_is_compared_in_two_replays(call: str, agrees: bool, zygote: Zygote) -> None:
    seen = compare_by_replay(Replay(CELLS, zygote), call, "", 60.0)
    assert seen.eager is seen.graph is None
    assert seen.calls == 2
    assert any(finding.differs for finding in seen.findings) is not agrees, seen


def test_an_iterator_of_the_kernel_is_left_alone_and_the_replay_tells(zygote: Zygote) -> None:
    namespace: dict[str, Any] = {}
    for cell in CELLS[:2]:
        exec(cell, namespace)
    arguments = (namespace["x"],)
    found = verify(namespace["draw"], arguments, name="draw", digest="", call="draw(x)", replay=Replay(CELLS, zygote))
    assert found.outcome is Outcome.REFUSED, found
    assert next(namespace["numbers"]) == 0


def test_a_cell_that_raises_in_the_replay_is_named(zygote: Zygote) -> None:
    with pytest.raises(ReplayError, match="cell 1 of the replay raises NameError"):
        compare_by_replay(Replay(("import os", "missing"), zygote), "f(x)", "", 60.0)
