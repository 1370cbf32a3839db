"""What a round of a loop makes and leaves nowhere costs no further round."""

from __future__ import annotations

from jupyter_hybridize.source.program import Program
from tests.interpreter.programs import interpret, module

_LOOP = """
import tensorflow as tf
x = tf.ones([2])
for _ in range(10):
    y = {made}
    z = y + 1
"""


def _statements(made: str) -> int:
    return interpret(Program((module("loop.py", _LOOP.format(made=made)),))).statements


def test_a_list_made_anew_in_each_round_costs_no_round_more() -> None:
    plain = _statements("tf.add(x, x)")
    assert _statements("tf.add_n([x, x])") == plain
    assert _statements("tf.concat([x[:1], tf.stack([x[0]])], 0)") == plain
    assert _statements("tf.nest.flatten({'a': x})[0]") == plain


def test_a_list_that_is_kept_is_seen_to_be_one_of_several() -> None:
    assert _statements("(kept := [x, x])[0]") > _statements("tf.add(x, x)")
