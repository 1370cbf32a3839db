"""Lists and dicts that hold themselves, given to whatever walks a structure."""

from __future__ import annotations

import pytest

from jupyter_hybridize.session import Session
from jupyter_hybridize.source.module import make_module
from jupyter_hybridize.source.program import Program

PROGRAM = """
import numpy as np
import tensorflow as tf


def step(x):
    many = [x]
    many.append(many)
    box = {{"x": x}}
    box["box"] = box
    with tf.GradientTape() as tape:
        tape.watch(x)
        y = tf.reduce_sum(x)
    return {use}


step(tf.ones([3]))
"""
USES = (
    "tape.gradient(y, many)",
    "tape.gradient(y, [x, 'a name'])",
    "tf.nest.map_structure(tf.sin, box)",
    "tf.nest.flatten(many)",
    "tf.stack(many)",
    "x + many",
    "sum(many)",
    "np.array(many)",
    "tf.Variable(many)",
    "tf.data.Dataset.from_tensors(many)",
    "tf.data.Dataset.from_tensors(box)",
)


@pytest.mark.parametrize("use", USES)
def test_a_container_that_holds_itself_is_walked_to_an_end(use: str) -> None:
    (unit,) = Session().update(Program((make_module("m.py", PROGRAM.format(use=use), "m"),))).units
    assert [function.name for function in unit.functions] == ["step"]
