"""Verification of what cannot be run in the kernel, in a replay of the notebook's cells."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from typing import Any

import pytest

pytestmark = pytest.mark.tensorflow
tf = pytest.importorskip("tensorflow")

from jupyter_hybridize.results.verification import Outcome  # noqa: E402
from jupyter_hybridize.runtime.isolation.zygote import ReplayError, Zygote  # noqa: E402
from jupyter_hybridize.runtime.verification.replayed import Replay, compare_by_replay  # noqa: E402
from jupyter_hybridize.runtime.verification.verify import verify  # noqa: E402
from tests.patience import PATIENCE, as_soon_as  # noqa: E402
from tests.processes import children_of  # noqa: E402

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
    seen = compare_by_replay(Replay(CELLS, zygote), call, "", PATIENCE)
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
    with pytest.raises(ReplayError, match="cell 1 raises NameError"):
        compare_by_replay(Replay(("import os", "missing"), zygote), "f(x)", "", PATIENCE)


def test_a_cell_that_raised_in_the_kernel_too_is_passed_over(zygote: Zygote) -> None:
    cells = (CELLS[0], "missing", CELLS[3])
    with pytest.raises(ReplayError, match=r"In \[2\] raises NameError"):
        compare_by_replay(Replay(cells, zygote, ("In [1]", "In [2]", "In [3]")), "save(x)", "", PATIENCE)
    assert compare_by_replay(Replay(cells, zygote, failed=(1,)), "save(x)", "", PATIENCE).calls == 2


@pytest.mark.parametrize(
    ("cell", "said"),
    [
        ("while True: pass", "cell 1 had not ended when its {} s were over"),
        ("import time\ntime.sleep(999)", "cell 1 had not ended when its {} s were over"),
        ("def save(x):\n    while True: pass", "the calls had not ended when its {} s were over"),
    ],
)
def test_what_a_replay_has_no_time_for_is_told(cell: str, said: str, zygote: Zygote) -> None:
    for seconds in (2, 20, 200):  # a busy machine may not come to it in a few
        with pytest.raises(ReplayError) as caught:
            compare_by_replay(Replay((CELLS[0], cell), zygote), "save(x)", "", seconds)
        if caught.value.reason == said.format(seconds):
            break
    assert caught.value.reason == said.format(seconds)


def test_what_a_replay_may_not_do_is_told(zygote: Zygote) -> None:
    cells = (CELLS[0], "open('/tmp/elsewhere', 'w')")
    with pytest.raises(ReplayError, match="cell 1 raises PermissionError"):
        compare_by_replay(Replay(cells, zygote), "save(x)", "", PATIENCE)


def test_a_stop_ends_a_replay(zygote: Zygote) -> None:
    namespace: dict[str, Any] = {}
    for cell in CELLS[:3]:
        exec(cell, namespace)
    zygote.start()
    process = zygote._process
    assert process is not None
    replay = Replay((*CELLS[:3], "import time\ntime.sleep(9999)"), zygote)
    stop = threading.Event()
    with as_soon_as(lambda: children_of(process.pid), stop.set):
        found = verify(
            namespace["take"], (namespace["x"],), name="take", digest="", call="take(x)", replay=replay,
            timeout=PATIENCE, stop=stop.is_set,
        )  # fmt: skip
    assert (found.outcome, found.reason) == (Outcome.UNVERIFIED, "it was stopped")
    assert found.seconds < PATIENCE
