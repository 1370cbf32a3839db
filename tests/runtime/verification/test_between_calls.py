"""Verification of functions whose graph differs only by what happens between calls."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

pytestmark = pytest.mark.tensorflow
tf = pytest.importorskip("tensorflow")

from jupyter_hybridize.results.verification import Outcome, Verification  # noqa: E402
from jupyter_hybridize.runtime.verification.moments import Moments  # noqa: E402
from jupyter_hybridize.runtime.verification.verify import verify  # noqa: E402


def ask(function: Callable[..., Any], *args: Any, **options: Any) -> Verification:
    return verify(function, args, name=function.__name__, digest="", call="f(x)", **options)


def x() -> Any:
    return tf.constant([1.0, 2.0, 3.0])


def test_a_variable_that_is_returned_and_then_changed_is_refused() -> None:
    total = tf.Variable(0.0)
    constant = tf.Variable(3.0)

    def add(x: Any) -> Any:
        total.assign_add(x[0])
        return total

    def read(x: Any) -> Any:
        return constant

    def copy(x: Any) -> Any:
        total.assign_add(x[0])
        return tf.identity(total)

    found = ask(add, x())
    assert (found.outcome, found.rule) == (Outcome.REFUSED, "HYB309"), found
    assert "a later call changes what an earlier one returned" in found.reason
    assert ask(read, x()).outcome is Outcome.VERIFIED
    assert ask(copy, x()).outcome is Outcome.VERIFIED
    assert total.numpy() == 0.0


class Scaled:
    """Scales by an attribute, and makes a variable when it is first called."""

    def __init__(self) -> None:
        self.scale = 1.0
        self.total: Any = None

    def add(self, x: Any) -> Any:
        if self.total is None:
            self.total = tf.Variable(tf.zeros_like(x))
        return self.total.assign_add(x * self.scale) + 0.0


def test_what_was_changed_since_the_first_verification_is_refused() -> None:
    moments, scaled, other = Moments(), Scaled(), Scaled()
    assert ask(scaled.add, x(), moments=moments).outcome is Outcome.VERIFIED
    assert ask(scaled.add, 2 * x(), moments=moments).outcome is Outcome.VERIFIED
    scaled.add(x())
    assert ask(scaled.add, x(), moments=moments).outcome is Outcome.VERIFIED, "it made its variable itself"
    scaled.scale = other.scale = 2.0
    found = ask(scaled.add, x(), moments=moments)
    assert (found.outcome, found.rule) == (Outcome.REFUSED, "HYB303"), found
    assert "`self.scale` was set anew since `add` was first verified" in found.reason
    assert ask(scaled.add, x(), moments=moments).outcome is Outcome.REFUSED, (
        "a graph made at first is not cured by time"
    )
    assert ask(other.add, x(), moments=moments).outcome is Outcome.VERIFIED


def test_a_function_defined_again_has_a_first_moment_of_its_own() -> None:
    moments = Moments()

    def scaling(factor: float) -> Callable[..., Any]:
        def scale(x: Any) -> Any:
            return x * factor

        return scale

    assert ask(scaling(1.0), x(), moments=moments).outcome is Outcome.VERIFIED
    assert ask(scaling(2.0), x(), moments=moments).outcome is Outcome.VERIFIED


def test_random_numbers_of_a_second_graph_are_compared_from_where_it_begins() -> None:
    def noisy(x: Any) -> Any:
        return x + tf.random.normal(x.shape)

    def noisier_if_long(x: Any) -> Any:
        noise = tf.random.normal(x.shape)
        return x + (noise if len(x) < 4 or tf.executing_eagerly() else 2.0 * noise)

    longer = tf.ones([4])
    shorter = tf.ones([2])
    further = [((longer,), {}), ((longer,), {}), ((shorter,), {})]

    assert ask(noisy, x(), further=further).outcome is Outcome.VERIFIED
    assert ask(noisier_if_long, x(), further=further).outcome is Outcome.REFUSED
    assert ask(noisier_if_long, x(), further=[((shorter,), {})]).outcome is Outcome.VERIFIED
