"""What a round of a loop makes and leaves nowhere costs no further round."""

from __future__ import annotations

import pytest

from jupyter_hybridize.session import Session
from jupyter_hybridize.source.program import Program
from tests.interpreter.programs import KNOWLEDGE, interpret, module, notebook

_LOOP = """
import matplotlib.pyplot as plt
import tensorflow as tf
x = tf.ones([2])
held = []
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


def test_an_object_of_a_library_that_nothing_holds_costs_no_round_more() -> None:
    plain = _statements("tf.add(x, x)")
    assert _statements("(plt.gca(), x)[1]") == plain
    assert _statements("tf.keras.layers.Dense(2)(x[None])[0]") == plain


@pytest.mark.parametrize("made", ["(held.append(plt.gca()), x)[1]", "((axes := plt.gca()), x)[1]"])
def test_an_object_of_a_library_that_is_kept_is_seen_to_be_one_of_several(made: str) -> None:
    assert _statements(made) > _statements("tf.add(x, x)")


def test_a_function_that_gets_another_new_layer_in_each_round_is_not_proved() -> None:
    step = "def step(layer, x):\n    return tf.tanh(layer(x)) * tf.sin(x) + tf.cos(x)\n"
    loop = "for _ in range(100):\n    step(tf.keras.layers.Dense(2), tf.ones([2, 2]))\n"
    report = Session(knowledge=KNOWLEDGE).update(Program((notebook("import tensorflow as tf\n", step, loop),)))
    assert report.units[0].functions[0].confidence != "proved"
    assert "HYB206" in {finding.code for finding in report.units[0].functions[0].findings}
