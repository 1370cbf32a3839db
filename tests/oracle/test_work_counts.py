"""The operations that the analysis counts are those that TensorFlow runs."""

from __future__ import annotations

import linecache

import pytest

from jupyter_hybridize.session import Session
from jupyter_hybridize.source.notebook import make_unit
from jupyter_hybridize.source.program import Program

pytestmark = pytest.mark.tensorflow

PREAMBLE = """
import keras
import tensorflow as tf
x, m = tf.random.uniform([8], 0.1, 0.9), tf.random.uniform([4, 4], 0.1, 0.9)
w, b = tf.Variable(tf.ones([4, 4])), tf.Variable(tf.zeros([4]))
labels = tf.constant([0, 1, 2, 3])
model = keras.Sequential([keras.layers.Dense(4, activation="relu"), keras.layers.Dense(4)])
optimizer = keras.optimizers.Adam()
loss_object = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
accuracy = keras.metrics.SparseCategoricalAccuracy()
"""
PROGRAMS = {
    "operators": "return tf.reduce_mean(-x * tf.math.log(x + 1.0) ** 2.0 / (1.0 - x))",
    "statistics": "return (m - tf.reduce_mean(m, axis=0)) / tf.math.reduce_std(m, axis=0)",
    "python-loop": "y = x\nfor _ in range(30):\n    y = tf.sin(y) + y * 0.5\nreturn y",
    "tensor-loop": "y = x\nfor _ in tf.range(20):\n    y = tf.tanh(y)\nreturn y",
    "metrics": "accuracy.update_state(labels, m)\nreturn accuracy.result()",
    "losses": "return loss_object(labels, m) + tf.reduce_mean(keras.losses.mean_squared_error(m, m * 2.0))",
    "tape": (
        "with tf.GradientTape() as tape:\n    loss = tf.reduce_mean(tf.square(tf.matmul(m, w) + b))\n"
        "g = tape.gradient(loss, [w, b])\nw.assign_sub(0.1 * g[0])\nb.assign_sub(0.1 * g[1])\nreturn loss"
    ),
    "step": (
        "with tf.GradientTape() as tape:\n    loss = loss_object(labels, model(m))\n"
        "g = tape.gradient(loss, model.trainable_variables)\n"
        "optimizer.apply_gradients(zip(g, model.trainable_variables))\nreturn loss"
    ),
    "random": "return x + tf.random.normal([8]) * tf.random.uniform([8])",
    "subscripts": "return m[0] + m[:, 1] * m[1:3, 0][0]",
    "images": "return tf.image.random_flip_left_right(tf.image.resize(tf.ones([8, 8, 3]), [4, 4]))",
}


@pytest.mark.parametrize("name", PROGRAMS)
def test_as_many_operations_are_counted_as_run(name: str) -> None:
    from tensorflow.python.framework import op_callbacks

    text = PROGRAMS[name].replace("\n", "\n    ")
    source = f"{PREAMBLE}\ndef f():\n    {text}\n"
    (unit,) = Session().update(Program((make_unit("book.ipynb", [(None, f"{source}\nf()\nf()", None)]),))).units
    (gain,) = [function.gain for function in unit.functions]
    assert gain is not None
    namespace: dict[str, object] = {}
    linecache.cache["book"] = (len(source), None, source.splitlines(True), "book")
    exec(compile(source, "book", "exec"), namespace)
    function = namespace["f"]
    assert callable(function)
    function()  # variables are made
    ran: list[object] = []

    def note(*given: object, **_: object) -> None:
        ran.append(given[0])

    op_callbacks.add_op_callback(note)
    try:
        function()
    finally:
        op_callbacks.remove_op_callback(note)
    assert 0.75 < gain.ops / len(ran) < 1.34, (gain.ops, len(ran))
