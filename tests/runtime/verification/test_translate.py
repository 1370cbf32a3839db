"""What TensorFlow says when tracing raises, made to say it, and the rule it is taken for."""

from __future__ import annotations

import linecache
import textwrap
from typing import Any

import pytest

pytestmark = pytest.mark.tensorflow
tf = pytest.importorskip("tensorflow")

from jupyter_hybridize.rules._rule import all_rules  # noqa: E402
from jupyter_hybridize.runtime.isolation.user_frames import described, user_frames  # noqa: E402
from jupyter_hybridize.runtime.verification.failures import FAILURES  # noqa: E402
from jupyter_hybridize.runtime.verification.translate import Translation, translate  # noqa: E402

HEADER = """\
import math
import numpy as np
import tensorflow as tf
import keras
"""


def run(program: str) -> dict[str, Any]:
    """Run a program whose text can be found, as AutoGraph needs it."""
    text = HEADER + textwrap.dedent(program)
    name = f"<program {hash(text)}>"
    linecache.cache[name] = (len(text), None, text.splitlines(keepends=True), name)
    namespace: dict[str, Any] = {"__name__": "program"}
    exec(compile(text, name, "exec"), namespace)
    return namespace


def traced(program: str) -> tuple[Translation, str]:
    """Return the translation of what calling the program's ``f`` as a graph raises, and the line it names."""
    function = tf.function(run(program)["f"])
    try:
        function(tf.constant([1.0, 2.0, 3.0]))
        function(tf.constant([1.0, 2.0, 3.0]))
    except Exception as error:
        frames = [frame for frame in user_frames(error) if frame[0].startswith("<program")]
        found = translate(*described(error), frames)
        line = linecache.getline(found.frame[0], found.frame[1]).strip() if found.frame else ""
        return found, line
    raise AssertionError("nothing was raised")


CASES = {
    "if any(x > 2): return x": "HYB203",
    "return sum(x)": "HYB203",
    "return [v * 2 for v in x]": "HYB203",
    "a, b, c = x; return a": "HYB203",
    "return max(x[0], x[1])": "HYB201",
    "return 2.0 in x": "HYB201",
    "return x * bool(x[0] > 1)": "HYB201",
    "return x.numpy()": "HYB201",
    "return x * math.sqrt(x[0])": "HYB201",
    "print(f'{x[0]:.2f}'); return x": "HYB201",
    "return [1, 2, 3][tf.cast(x[0], tf.int32)]": "HYB201",
    "return {x[0]: 1}": "HYB201",
    "return np.sqrt(x)": "HYB202",
    "return x.astype('float32')": "HYB202",
    "x[0] = 5.0; return x": "HYB202",
    "return tf.exp(keras.Input((3,)))": "HYB204",
    "return tf.Variable(1.0) * x": "HYB206",
    "return x * tf.constant([1, 2, 3])": "HYB208",
    "return f(x * 2) if x[0] < 9.0 else x": "HYB210",
    "return {1, 2}": "HYB217",
    "return x.dtype": "HYB217",
    "return lambda: x": "HYB217",
    "assert tf.reduce_sum(x) < 9": "HYB214",
    "return (y := tf.reduce_sum(x)) if (z := tf.reduce_sum(x)) > 0 else x": "HYB215",
}
BLOCKS = {
    "early return in a graph loop": (
        """
        def f(x):
            for i in tf.range(3):
                if x[i] > 1.0:
                    return x[i]
            return 0.0
        """,
        "HYB211",
    ),
    "break in a Python loop": (
        """
        def f(x):
            for i in range(9):
                x = x * 2
                if tf.reduce_sum(x) > 100.0:
                    break
            return x
        """,
        "HYB211",
    ),
    "a branch that returns and one that does not": (
        """
        def f(x):
            if tf.reduce_sum(x) > 0:
                return x
        """,
        "HYB211",
    ),
    "None in one branch": (
        """
        def f(x):
            y = None
            if tf.reduce_sum(x) > 0:
                y = x
            return y
        """,
        "HYB212",
    ),
    "undefined in one branch": (
        """
        def f(x):
            if tf.reduce_sum(x) > 0:
                y = x
            return y
        """,
        "HYB212",
    ),
    "another dtype in one branch": (
        """
        def f(x):
            if tf.reduce_sum(x) > 0:
                y = 1
            else:
                y = 0.5
            return x * y
        """,
        "HYB212",
    ),
    "another shape after a round": (
        """
        def f(x):
            y = x
            for i in tf.range(3):
                y = tf.concat([y, x], 0)
            return y
        """,
        "HYB213",
    ),
    "another dtype after a round": (
        """
        def f(x):
            s = 0
            for v in x:
                s = s / 2
            return s
        """,
        "HYB213",
    ),
    "a list that grows in a graph loop": (
        """
        def f(x):
            o = []
            for i in tf.range(3):
                o.append(x[i] * 2)
            return tf.stack(o)
        """,
        "HYB213",
    ),
    "a list that grows in a graph branch": (
        """
        def f(x):
            o = []
            if x[0] > 0:
                o.append(x * 2)
            return tf.stack(o)
        """,
        "HYB301",
    ),
    "a condition behind Keras": (
        """
        class Layer(keras.layers.Layer):
            def call(self, x):
                if tf.reduce_sum(x) > 0:
                    return x
                return -x

        layer = Layer()

        def f(x):
            return layer(x)
        """,
        "HYB216",
    ),
    "an argument that is changed": (
        """
        def f(x, seen=[]):
            seen.append(1)
            return x
        """,
        "HYB301",
    ),
    "for with else": (
        """
        def f(x):
            for i in range(2):
                x = x * 2
            else:
                x = x + 1
            if x[0] > 0:
                return x
            return -x
        """,
        "HYB215",
    ),
}


@pytest.mark.parametrize("statement", CASES)
def test_a_line_that_raises_is_taken_for_its_rule(statement: str) -> None:
    found, line = traced(f"\ndef f(x):\n    {statement}\n")
    assert found.rule == CASES[statement], found
    assert found.advice
    assert line in ("", statement) or line.startswith(("def f", statement))


@pytest.mark.parametrize("case", BLOCKS)
def test_a_function_that_raises_is_taken_for_its_rule(case: str) -> None:
    program, rule = BLOCKS[case]
    found, _ = traced(program)
    assert found.rule == rule, found
    assert found.advice


def test_the_innermost_line_of_the_users_is_named() -> None:
    program = "\ndef inner(x):\n    return x.numpy()\n\ndef f(x):\n    return inner(x)\n"
    assert traced(program)[1] == "return x.numpy()"


def test_an_error_of_the_users_own_is_of_no_rule() -> None:
    found, line = traced("\ndef f(x):\n    raise KeyError('k')\n")
    assert (found.rule, found.advice) == (None, "")
    assert found.message == "KeyError: 'k'"
    assert line == "raise KeyError('k')"


def test_a_message_is_one_short_line_without_addresses() -> None:
    found = translate("TypeError", "found return value of type <function f at 0x7f00dead> \x1b[1mbold\x1b[0m\n" * 40)
    assert "0x" not in found.message
    assert "\x1b" not in found.message
    assert "\n" not in found.message
    assert len(found.message) <= 300


def test_every_row_names_a_rule_that_there_is() -> None:
    codes = {rule.code for rule in all_rules()}
    assert {failure.rule for failure in FAILURES} <= codes
    assert {each.rule for failure in FAILURES for each in failure.by_line} <= codes
