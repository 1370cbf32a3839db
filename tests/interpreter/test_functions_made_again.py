"""A ``def`` that runs again makes a new function; the one before counts as long as something may hold it."""

from __future__ import annotations

import pytest

from jupyter_hybridize.knowledge.api import Knowledge
from jupyter_hybridize.results.report import FunctionReport
from jupyter_hybridize.session import Session
from jupyter_hybridize.source.notebook import make_unit
from jupyter_hybridize.source.program import Program

KNOWLEDGE = Knowledge.load()
BEFORE = """\
import lab
import tensorflow as tf

thing = lab.load()
alias = thing
boxes = [lab.load()]
x = tf.ones([2])
kept = []
"""
LOOP = """\
for n in range(3):
    k = tf.ones([2]) * n

    def step(x):
        return x * k

    {}
    step(x)
"""


def step(keep: str) -> FunctionReport:
    """Return the report on a function that a loop makes, which also does what *keep* says."""
    cells = [("before", BEFORE, None), ("loop", LOOP.format(keep), None)]
    report = Session(knowledge=KNOWLEDGE).update(Program((make_unit("book", cells),)))
    return next(function for function in report.units[0].functions if function.name == "step")


def test_what_was_unknown_before_and_is_not_touched_holds_no_new_function() -> None:
    assert not [finding for finding in step("pass").findings if finding.code == "HYB303"]


@pytest.mark.parametrize(
    "keep",
    [
        "kept.append(step)",
        "kept += [step]",
        "x.step = step",
        "thing.append(step)",
        "alias.step = step",
        "alias[n] = step",
        "alias += [step]",
        "alias['a']['b'] = step",
        "boxes[0].step = step",
        "boxes[0][n] = step",
        "setattr(alias, 'step', step)",
        "alias.step = lambda f=step: f(x)",
        "other = alias; other.step = step",
        "thing = [thing, step]",
        "lab.fill(step)",
    ],
)
def test_what_may_hold_the_function_made_before_is_asked(keep: str) -> None:
    assert [finding for finding in step(keep).findings if finding.code == "HYB303"]
