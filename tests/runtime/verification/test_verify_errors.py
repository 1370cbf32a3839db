"""Verification on arguments that the function itself cannot take."""

from __future__ import annotations

from typing import Any

import pytest

pytestmark = pytest.mark.tensorflow
tf = pytest.importorskip("tensorflow")

from jupyter_hybridize.results.verification import Outcome  # noqa: E402
from jupyter_hybridize.runtime.verification.verify import verify  # noqa: E402


def mean_error(truth: Any, guess: Any) -> Any:
    return tf.reduce_mean(truth - guess)


def test_shapes_that_no_operation_takes_prove_nothing_though_tracing_raises_another_error() -> None:
    found = verify(mean_error, (tf.ones([3]), tf.ones([3, 2])), name="mean_error", digest="", call="mean_error(a, b)")

    assert found.outcome is Outcome.UNVERIFIED, found
    assert "raises InvalidArgumentError, also without a graph" in found.reason


def test_shapes_that_only_the_graph_refuses_are_refused() -> None:
    def split(x: Any) -> Any:
        return x if tf.executing_eagerly() else x - tf.ones([3, 2])

    found = verify(split, (tf.ones([3]),), name="split", digest="", call="split(x)")

    assert found.outcome is Outcome.REFUSED, found
