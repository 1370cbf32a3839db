"""A function that is handed to a library is called alike, whether it is decorated or not."""

from __future__ import annotations

import pytest

from jupyter_hybridize.knowledge.api import Knowledge
from jupyter_hybridize.results.report import FunctionReport
from jupyter_hybridize.session import Session
from jupyter_hybridize.source.module import make_module
from jupyter_hybridize.source.program import Program

KNOWLEDGE = Knowledge.load()
HEAD = """\
import functools

import numpy as np
import tensorflow as tf
from tensorflow import keras

x = tf.ones([4, 3])
v = tf.Variable([1.0])
model = keras.Sequential([keras.layers.Dense(3)])
ds = tf.data.Dataset.from_tensor_slices((np.ones([8, 3], "float32"), np.ones([8, 3], "float32"))).batch(4)
"""
ONE = ("a", "tf.sin(a) * 2.0")
TWO = ("a, b", "tf.reduce_mean(tf.square(a - b))")
NONE = ("", "tf.reduce_sum(tf.square(v))")
FIT = "model.fit(ds)"
SITES = [
    (TWO, f"model.compile('adam', loss=f)\n{FIT}"),
    (TWO, f"model.compile('adam', loss=[f])\n{FIT}"),
    (TWO, f"model.compile('adam', loss='mse', metrics=[f])\n{FIT}"),
    (("a, b, c", "tf.reduce_mean(a - b) * c"), f"model.compile('adam', loss=functools.partial(f, c=2.0))\n{FIT}"),
    (ONE, "keras.layers.Dense(3, activation=f)(x)"),
    (ONE, "keras.layers.Dense(3, kernel_regularizer=f)(x)"),
    (ONE, "keras.layers.Dense(3, bias_constraint=f)(x)"),
    (ONE, "keras.layers.Lambda(f)(x)"),
    (ONE, "tf.map_fn(f, x)"),
    (("a, b", "a + b"), "tf.scan(f, x)"),
    (NONE, "tf.cond(tf.reduce_sum(x) > 0, f, f)"),
    (("a", "a * 2.0"), "tf.while_loop(lambda a: tf.reduce_sum(a) < 9.0, f, [x])"),
    (TWO, "list(ds.map(f))"),
    (("a, b", "tf.reduce_sum(a) > 0.0"), "list(ds.filter(f))"),
    (("a, b", "a + tf.reduce_sum(b[0])"), "ds.reduce(0.0, f)"),
    (NONE, "keras.optimizers.SGD().minimize(f, [v])"),
    (ONE, "tf.py_function(f, [x], tf.float32)"),
    (ONE, "tf.distribute.MirroredStrategy().run(f, args=(x,))"),
    (TWO, "functools.reduce(f, [x, x, x])"),
    (("a", "tf.reduce_sum(a)"), "max([x, x], key=f)"),
    (ONE, "tf.nest.map_structure(f, [x, x])"),
    (TWO, "keras.metrics.MeanMetricWrapper(f)(x, x)"),
    (
        ("a, b", "None"),
        "model.compile('adam', 'mse')\nmodel.fit(ds, callbacks=[keras.callbacks.LambdaCallback(on_epoch_end=f)])",
    ),
    (NONE, "import timeit\ntimeit.timeit(f, number=3)"),
]


def report(decorator: str, signature: tuple[str, str], site: str) -> FunctionReport:
    parameters, result = signature
    text = f"{HEAD}\n{decorator}def f({parameters}):\n    return {result}\n\n\n{site}\n"
    (unit,) = Session(KNOWLEDGE).update(Program((make_module("m.py", text),))).units
    return next(function for function in unit.functions if function.name == "f")


@pytest.mark.parametrize(("signature", "site"), SITES, ids=[site for _, site in SITES])
def test_a_decorated_function_is_called_where_the_plain_one_is(signature: tuple[str, str], site: str) -> None:
    plain, decorated = report("", signature, site), report("@tf.function\n", signature, site)
    assert plain.facts.callers == decorated.facts.callers == 1
    assert [(p.name, p.type) for p in plain.parameters] == [(p.name, p.type) for p in decorated.parameters]
    assert "HYB101" not in {finding.code for finding in decorated.findings}
