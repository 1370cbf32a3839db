"""What is foretold of one call rests on the types of its own arguments."""

from __future__ import annotations

import functools

import numpy as np
import pytest

from jupyter_hybridize.results.evidence import Evidence
from jupyter_hybridize.results.observed import ObservedCall
from jupyter_hybridize.results.report import Report
from jupyter_hybridize.session import Session
from jupyter_hybridize.source.notebook import make_unit
from jupyter_hybridize.source.program import Order, Program
from jupyter_hybridize.surfaces.foretold import foretold
from jupyter_hybridize.surfaces.standing import standing

CELL = """\
import tensorflow as tf
def smoothed(x, *, rate=0.1):
    level = x[:, 0]
    total = tf.zeros_like(level)
    for i in range(1, 32):
        level = (1 - rate) * level + rate * x[:, i]
        total += level
    return total
def halved(x):
    return x / 2.0 + tf.reduce_sum(x)
halved(tf.ones([3]))
"""
PROGRAM = Program((make_unit("In", [(None, CELL, None)]),), Order.EXECUTION)


class Analyst:
    """Analyses the program, and keeps what it was asked in the light of."""

    def __init__(self) -> None:
        self.session = Session()
        self.calls: list[ObservedCall] = []

    def __call__(self, *calls: ObservedCall) -> Report:
        self.calls += calls
        return self.session.update(PROGRAM, Evidence(calls=calls))


def smoothed(x: object, *, rate: float = 0.1) -> None:
    """Take the place of the program's own."""


def test_a_call_tells_what_the_code_leaves_open() -> None:
    analyst = Analyst()
    found = standing(("smoothed",), analyst(), PROGRAM)
    assert found is not None
    assert found.report.gain is None
    gain = foretold(found, PROGRAM, smoothed, (np.ones([4, 32], "float32"),), {}, analyst)
    (call,) = analyst.calls
    assert [(name, str(item)) for name, item in call.arguments] == [("x", "float32[4,32]"), ("rate", "float")]
    assert gain is not None
    assert gain.ops > 100
    assert not gain.at_least


def test_nothing_is_asked_where_the_code_tells_enough() -> None:
    analyst = Analyst()
    found = standing(("halved",), analyst(), PROGRAM)
    assert found is not None
    assert foretold(found, PROGRAM, smoothed, (1.0,), {}, analyst) == found.report.gain is not None
    assert analyst.calls == []


@pytest.mark.parametrize("given", [(), (1.0, 2.0), (type("Odd", (), {"__slots__": ()})(),)])
def test_a_call_that_does_not_fit_or_cannot_be_described_changes_nothing(given: tuple[object, ...]) -> None:
    analyst = Analyst()
    found = standing(("smoothed",), analyst(), PROGRAM)
    assert found is not None
    assert foretold(found, PROGRAM, functools.partial(smoothed), given, {}, analyst) is None
