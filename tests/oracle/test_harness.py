"""The oracle tells the outcomes apart on the smallest programs that have them."""

from __future__ import annotations

import pytest

from tests.oracle.harness import Outcome, compare, decorated

pytestmark = pytest.mark.tensorflow
pytest.importorskip("tensorflow")

_START = "import tensorflow as tf\none, two = tf.constant(1.0), tf.constant(2.0)\n"
_BODIES = {
    "return x * 2.0": Outcome.SAME,
    "return tf.constant(float('nan')) * x": Outcome.SAME,
    "return float(x)": Outcome.TYPE_ONLY,
    "return float(x.numpy())": Outcome.RAISES,
    "return x * (2.0 if tf.executing_eagerly() else 3.0)": Outcome.DIFFERS,
    "return x * (1.0 + 1e-3 * (not tf.executing_eagerly()))": Outcome.DIFFERS,
    "return x * (1.0 + 1e-7 * (not tf.executing_eagerly()))": Outcome.SAME,
    "return tf.cast(x, tf.float64 if tf.executing_eagerly() else tf.float32)": Outcome.DIFFERS,
    "print('called'); return x": Outcome.OUTPUT_DIFFERS,
    "tf.print('called', x); return x": Outcome.SAME,
    "import logging; logging.warning('called'); return x": Outcome.OUTPUT_DIFFERS,
    "raise KeyError('a')": Outcome.BOTH_RAISE,
    "assert x > 5.0": Outcome.BOTH_RAISE_OTHER_TYPE,
    "x.set_shape([]) if not tf.executing_eagerly() else 1 / 0; return x": Outcome.EAGER_RAISES,
}


@pytest.mark.parametrize("body", _BODIES)
def test_outcome_is_the_one_of_the_program(body: str) -> None:
    seen = compare(f"{_START}def f(x):\n    {body}\nRESULT = [f(one), f(two)]\n", "f")
    assert seen.outcome is _BODIES[body], seen


def test_state_left_behind_is_compared() -> None:
    body = "count = [0]\ndef f(x):\n    count[0] += 1\nf(one)\nf(two)\n"
    assert compare(_START + body, "f").outcome is Outcome.DIFFERS
    body = "class C:\n    n = 0\n    def f(self, x):\n        self.n += 1\nc = C()\nc.f(one)\nc.f(two)\n"
    assert compare(_START + body, "C.f").outcome is Outcome.DIFFERS
    body = "v = tf.Variable(0.0)\ndef f(x):\n    v.assign_add(x)\nf(one)\nf(two)\n"
    assert compare(_START + body, "f").outcome is Outcome.SAME


def test_autograph_sees_the_source() -> None:
    body = "def f(x):\n    if x > 1.0:\n        x = -x\n    return x\nRESULT = [f(one), f(two)]\n"
    assert compare(_START + body, "f").outcome is Outcome.SAME


def test_decorator_stands_below_the_others() -> None:
    source = "class C:\n    @staticmethod\n    def f(x):\n        return x\n"
    assert (
        decorated(source, "C.f") == "class C:\n    @staticmethod\n    @tf.function\n    def f(x):\n        return x\n"
    )


def test_switches_do_not_leak_into_the_next_program() -> None:
    switch = "tf.config.run_functions_eagerly(True)\ntf.keras.backend.set_floatx('float64')\n"
    assert (
        compare(f"{_START}{switch}def f(x):\n    print('a')\n    return x\nf(one)\nf(two)\n", "f").outcome
        is Outcome.SAME
    )
    body = "def f(x):\n    print('a')\n    return x\nf(one)\nf(two)\n"
    assert compare(_START + body, "f").outcome is Outcome.OUTPUT_DIFFERS
