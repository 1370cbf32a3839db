"""Small notebooks of which the code alone tells too little, run for real: the kernel settles them, and rightly."""

from __future__ import annotations

import importlib
import sys
import textwrap

import pytest

from tests.live_notebook import LiveNotebook, named
from tests.oracle.harness import compare

pytestmark = pytest.mark.tensorflow
pytest.importorskip("tensorflow")

LAB = """
import keras
import numpy as np
import tensorflow as tf


def model():
    given = keras.Input((10,))
    return keras.Model(given, keras.layers.Dense(1)(keras.layers.Dense(16, activation="relu")(given)))


def printing_model():
    def noisy(x):
        print("traced")
        return x

    given = keras.Input((10,))
    return keras.Model(given, keras.layers.Dense(1)(keras.layers.Dense(16, activation=noisy)(given)))


def optimizer():
    return keras.optimizers.Adam()


def batches():
    return tf.data.Dataset.from_tensor_slices((tf.ones([20, 10]), tf.zeros([20, 1]))).batch(8)


def arrays():
    return np.ones((8, 10)), np.ones((8, 10), "float32")


def tensors():
    return tf.ones([8, 10]), tf.Variable(tf.ones([10, 4]))


def loader():
    for size in (8, 8, 3):
        yield tf.ones([size, 10]), tf.ones([size, 1])


def apply(function, *arguments):
    return function(*arguments)


weights = tf.Variable(tf.ones([10, 4]))
scale = tf.constant(2.0)
"""

ENERGY = """
def energy(x, w):
    h = tf.matmul(x, w)
    for _ in range(8):
        h = tf.tanh(h) * 0.5 + tf.nn.softplus(h)
    return tf.reduce_sum(h)
"""
CAPTURING = ENERGY.replace("(x, w)", "(x)", 1).replace("x, w", "x, weights", 1).replace("(h) *", "(h) * scale *", 1)
STEP = """
def step(x, y):
    with tf.GradientTape() as tape:
        loss = tf.reduce_mean(tf.square(model(x, training=True) - y))
    gradients = tape.gradient(loss, model.trainable_variables)
    optimizer.apply_gradients(zip(gradients, model.trainable_variables))
    return loss
"""


@pytest.fixture(autouse=True)
def lab(tmp_path, monkeypatch):
    """A library that no cell shows, importable as ``lab``."""
    (tmp_path / "lab.py").write_text(textwrap.dedent(LAB))
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.chdir(tmp_path)
    importlib.invalidate_caches()
    yield
    sys.modules.pop("lab", None)


def notebook(*cells: str, recorded: bool = False) -> LiveNotebook:
    made = LiveNotebook()
    for cell in cells:
        made.run(cell, recorded=recorded)
    return made


SETTLED = {
    "tensors and a variable of a library": (
        "energy",
        ["import tensorflow as tf, lab", "x, w = lab.tensors()", ENERGY, "for _ in range(3):\n    r = energy(x, w)"],
    ),
    "a model, an optimizer and a data set of a library": (
        "step",
        [
            "import tensorflow as tf, lab",
            "model, optimizer = lab.model(), lab.optimizer()\ndata = lab.batches()",
            STEP,
            "for x, y in data:\n    loss = step(x, y)",
        ],
    ),
    "a model that was loaded from a file": (
        "step",
        [
            "import tensorflow as tf, keras, lab\nlab.model().save('model.keras')",
            "model = keras.models.load_model('model.keras')\noptimizer = keras.optimizers.Adam()",
            STEP,
            "for x, y in lab.batches():\n    loss = step(x, y)",
        ],
    ),
    "batches of a loader": (
        "energy",
        [
            "import tensorflow as tf, lab",
            "w = tf.ones([10, 4])",
            ENERGY,
            "for x, y in lab.loader():\n    r = energy(x, w)",
        ],
    ),
    "names of a star import": (
        "energy",
        [
            "import tensorflow as tf\nfrom lab import *",
            "x = tf.ones([8, 10])",
            CAPTURING,
            "r = [energy(x) for _ in '123']",
        ],
    ),
    "arguments that a library passes": (
        "energy",
        ["import tensorflow as tf, lab", "w = tf.ones([10, 4])", ENERGY, "r = lab.apply(energy, tf.ones([8, 10]), w)"],
    ),
}


@pytest.mark.parametrize("case", SETTLED, ids=str)
def test_what_the_code_leaves_open_the_kernel_proves(case):
    function, cells = SETTLED[case]
    live = notebook(*cells, recorded=True)

    alone, told = live.verdicts(function)

    assert alone.confidence == "verify-first"
    assert told.confidence == "proved", [(f.code, f.message) for f in told.findings]
    assert not compare("\n".join(live.cells), function).outcome.is_unsafe


REFUSED = {
    "an array of float64 meets float32": (
        "HYB208",
        "energy",
        [
            "import tensorflow as tf, lab",
            "x, _ = lab.arrays()\nw = tf.ones([8, 10])",
            ENERGY.replace("tf.matmul(x, w)", "w * x"),
            "for _ in range(3):\n    r = energy(x, w)",
        ],
    ),
    "an array has methods that a tensor lacks": (
        "HYB201",
        "energy",
        [
            "import tensorflow as tf, lab",
            "_, x = lab.arrays()\nw = tf.ones([10, 4])",
            ENERGY.replace("tf.matmul(x, w)", "tf.matmul(x.astype('float32'), w)"),
            "for _ in range(3):\n    r = energy(x, w)",
        ],
    ),
}


@pytest.mark.parametrize("case", REFUSED, ids=str)
def test_what_the_code_leaves_open_the_kernel_refuses(case):
    code, function, cells = REFUSED[case]
    live = notebook(*cells)

    alone, told = live.verdicts(function)

    assert alone.safety == "unknown"
    assert told.safety == "unsafe"
    assert code in [f.code for f in told.findings if f.answer == "no"]
    assert compare("\n".join(live.cells), function).outcome.is_unsafe


def test_a_model_that_runs_code_of_the_users_is_not_taken_for_keras_own():
    live = notebook(
        "import tensorflow as tf, lab",
        "model, optimizer = lab.printing_model(), lab.optimizer()",
        STEP,
        "for _ in range(3):\n    for x, y in lab.batches():\n        loss = step(x, y)",
    )

    assert live.verdicts("step")[1].safety == "unknown"
    assert compare("\n".join(live.cells), "step").outcome.is_unsafe


def test_a_function_that_only_a_deleted_cell_called_is_no_longer_never_called():
    live = notebook("import tensorflow as tf, lab", ENERGY)
    live.run("r = energy(tf.ones([8, 10]), tf.ones([10, 4]))", shown="", recorded=True)

    alone, told = live.verdicts("energy")

    assert [f.code for f in alone.findings] == ["HYB101"]
    assert (told.confidence, [p.type for p in told.parameters]) == ("proved", ["f32[8,10]", "f32[10,4]"])


def test_what_is_traced_is_not_recorded():
    live = notebook("import tensorflow as tf, lab", ENERGY)
    live.run("r = tf.function(energy)(tf.ones([8, 10]), tf.ones([10, 4]))", recorded=True)

    assert live.calls == ()


def test_a_model_that_was_not_built_yet_may_make_its_variables_in_a_graph():
    live = notebook(
        "import tensorflow as tf, keras, lab",
        "model = lab.apply(keras.layers.Dense, 1)\noptimizer = keras.optimizers.SGD()",
        STEP.replace("training=True", "").replace("(x, )", "(x)"),
        "for x, y in lab.batches():\n    loss = step(x, y)",
    )

    told = named(live.report(live.evidence()), "step")

    outcome = compare("\n".join(live.cells), "step").outcome
    assert told.safety != "safe" or not outcome.is_unsafe
