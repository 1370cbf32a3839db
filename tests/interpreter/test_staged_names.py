"""What a name is after control flow that TensorFlow runs: AutoGraph makes a tensor of every number bound in there.

Source: each function was run on TensorFlow 2.21, where ``{3: 1.0}[n]`` raises for a tensor.
"""

from __future__ import annotations

import pytest

from jupyter_hybridize.session import Session
from jupyter_hybridize.source.program import Program
from tests.interpreter.programs import KNOWLEDGE, notebook

STAGED = {
    "an equal number of another name": "n = a\n    if t > 0:\n        n = b",
    "the same number again": "n = a\n    if t > 0:\n        n = a",
    "in a branch that is not taken": "n = a\n    if t > 0:\n        if no:\n            n = 4",
    "again in each round": "n = a\n    while t < 3:\n        n = a\n        t = t + 1",
    "in a round, not taken": "n = a\n    for i in tf.range(t):\n        if no:\n            n = 4",
}
KEPT = {
    "where the function is left": "n = a\n    if t > 5:\n        n = 4\n        return tf.zeros([2])",
    "after the loop": "for i in tf.range(t):\n        n = 3\n    n = 3",
}


def safety(body: str) -> str:
    cells = (
        "import tensorflow as tf\na = 3\nb = a",
        f"def f(t, no=False):\n    {body}\n    return tf.zeros([2]) + {{3: 1.0}}[n]",
        "for _ in range(9):\n    f(tf.constant(1))",
    )
    (unit,) = Session(KNOWLEDGE).update(Program((notebook(*cells),))).units
    return unit.functions[0].safety


@pytest.mark.parametrize("body", STAGED.values(), ids=STAGED.keys())
def test_a_number_bound_under_a_tensor_condition_is_a_tensor_afterwards(body: str) -> None:
    assert safety(body) == "unsafe"


@pytest.mark.parametrize("body", KEPT.values(), ids=KEPT.keys())
def test_a_number_that_no_tensor_chose_stays_a_number(body: str) -> None:
    assert safety(body) == "safe"
