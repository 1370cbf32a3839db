"""What a function that uses Keras does when it is traced, and that TensorFlow agrees."""

from __future__ import annotations

import linecache
from collections.abc import Callable

import pytest

from jupyter_hybridize.domain.effect import EffectKind
from tests.knowledge.keras_programs import PRELUDE, interpret
from tests.knowledge.test_keras_real import indented

CREATES, NEEDS = EffectKind.CREATES_VARIABLE, EffectKind.NEEDS_VALUE
UNCONVERTED = EffectKind.UNCONVERTED_CALL
RAISING = frozenset({CREATES, NEEDS, UNCONVERTED, EffectKind.RAISES, EffectKind.MIXES_DTYPES})
DENSE = "m = keras.Sequential([keras.layers.Dense(3)]); m.compile('adam', 'mse'); m.build((None, 6))\n"
BRANCH = "\n        if tf.reduce_sum(x) > 0: return x\n        else: return x * 2\n"
LAYER = "class L(keras.layers.Layer):\n    def call(self, x):"
HYBRID_LAYER = "class L(keras.layers.Layer):\n    @tf.function\n    def call(self, x):"

RAISE = {
    "layer made inside": ("def f(x): return keras.layers.Dense(3)(x)", CREATES),
    "dropout made inside": ("def f(x): return keras.layers.Dropout(0.5)(x)", CREATES),
    "metric made inside": ("def f(x): return keras.metrics.Mean()(x)", CREATES),
    "optimizer made inside": ("def f(x):\n    keras.optimizers.SGD()\n    return x", CREATES),
    "compile by name": (DENSE + "def f(x):\n    m.compile('sgd', 'mse')\n    return x", CREATES),
    "fit": (DENSE + "def f(x):\n    m.fit(x, x[:, :3], verbose=0)\n    return x", NEEDS),
    "predict": (DENSE + "def f(x): return m.predict(x, verbose=0)", NEEDS),
    "evaluate": (DENSE + "def f(x): return m.evaluate(x, x[:, :3], verbose=0)", NEEDS),
    "get_weights": (DENSE + "def f(x): return x * m.get_weights()[0][0, 0]", NEEDS),
    "save_weights": (DENSE + "def f(x):\n    m.save_weights('no/such/x.weights.h5')\n    return x", NEEDS),
    "convert_to_numpy": ("def f(x): return keras.ops.convert_to_numpy(x)", NEEDS),
    "branch in call": (f"{LAYER}{BRANCH}l = L()\ndef f(x): return l(x)", UNCONVERTED),
    "branch in a Lambda": (
        "l = keras.layers.Lambda(lambda x: x if tf.reduce_sum(x) > 0 else -x)\ndef f(x): return l(x)",
        UNCONVERTED,
    ),
    "branch in a loss": (
        """
        class L(keras.losses.Loss):
            def call(self, y_true, y_pred):
                if tf.reduce_sum(y_true) > 0:
                    return tf.reduce_mean(y_pred, -1)
                else:
                    return tf.reduce_mean(y_true, -1)
        l = L()
        def f(x):
            return l(x, x)
        """,
        UNCONVERTED,
    ),
    "branch behind a metric's call": (
        """
        class M(keras.metrics.Metric):
            def __init__(self):
                super().__init__()
                self.total = self.add_weight(name='total', initializer='zeros')
            def update_state(self, x):
                if tf.reduce_sum(x) > 0:
                    self.total.assign_add(1.0)
            def result(self):
                return self.total
        m = M()
        def f(x):
            return m(x)
        """,
        UNCONVERTED,
    ),
}  # fmt: skip

WORK = {
    "layer made outside": "d = keras.layers.Dense(3)\ndef f(x): return d(x)",
    "layer without state made inside": "def f(x): return keras.layers.ReLU()(x)",
    "pooling made inside": "def f(x): return keras.layers.MaxPooling1D()(x[:, :, None])",
    "loss made inside": "def f(x): return keras.losses.MeanSquaredError()(x, x)",
    "train step": """
        m = keras.Sequential([keras.layers.Dense(3)]); o = keras.optimizers.Adam(); seen = keras.metrics.Mean()
        loss = keras.losses.MeanSquaredError()
        def f(x):
            with tf.GradientTape() as tape:
                error = loss(x[:, :3], m(x, training=True))
            g = tape.gradient(error, m.trainable_variables)
            o.apply_gradients(zip(g, m.trainable_variables))
            seen.update_state(error)
            return error
    """,
    "train_on_batch": DENSE + "def f(x): return m.train_on_batch(x, x[:, :3])",
    "set_weights": DENSE + "w = m.get_weights()\ndef f(x):\n    m.set_weights(w)\n    return x",
    "summary": DENSE + "def f(x):\n    m.summary(print_fn=lambda *a, **k: None)\n    return x",
    "functional model": """
        i = keras.Input((6,)); m = keras.Model(i, keras.layers.Dense(2)(i))
        def f(x):
            return m(x)
    """,
    "lazily built layer": """
        class L(keras.layers.Layer):
            def build(self, shape):
                self.w = self.add_weight(shape=(shape[-1], 2))
            def call(self, x):
                return tf.matmul(x, self.w)
        l = L()
        def f(x):
            return l(x)
    """,
    "decorated call": f"{HYBRID_LAYER}{BRANCH}l = L()\ndef f(x): return l(x)",
    "branch in update_state": """
        class M(keras.metrics.Metric):
            def __init__(self):
                super().__init__()
                self.total = self.add_weight(name='total', initializer='zeros')
            def update_state(self, x):
                if tf.reduce_sum(x) > 0:
                    self.total.assign_add(1.0)
            def result(self):
                return self.total
        m = M()
        def f(x):
            m.update_state(x)
            return m.result()
    """,
    "number given to the rate": "o = keras.optimizers.SGD(0.1)\ndef f(x):\n    o.learning_rate = 0.5\n    return x",
    "seed generator": "g = keras.random.SeedGenerator(1)\ndef f(x): return x + keras.random.normal([4, 6], seed=g)",
    "to_categorical": "def f(x): return keras.utils.to_categorical(tf.cast(x[:, 0], tf.int32), 3)",
    "backend": "def f(x): return tf.keras.backend.mean(x, axis=-1)",
    "text": "v = keras.layers.TextVectorization(vocabulary=['a'])\ndef f(x): return v(tf.constant(['a b']))",
    "random image layer": "r = keras.layers.RandomFlip()\ndef f(x): return r(tf.reshape(x, [1, 4, 6, 1]))",
    "cell": "c = keras.layers.LSTMCell(4)\ndef f(x): return c(x, [tf.zeros([4, 4]), tf.zeros([4, 4])])[0]",
}  # fmt: skip


def traced_kinds(text: str) -> set[EffectKind]:
    """Return what the interpreter says that tracing ``f`` on a tensor does."""
    machine = interpret(indented(text) + "\nresult = f(tf.ones([4, 6]))\n")
    trials = [trial for trial in machine.trace.trials if trial.code.id.rpartition(":")[2].startswith("f")]
    assert trials, [trial.code.id for trial in machine.trace.trials]
    return {effect.kind for trial in trials for effect in trial.effects.values()}


def really_traced(name: str, text: str) -> Callable[[], object]:
    """Return a call that traces ``f`` with TensorFlow twice, once for each of two calls."""
    import tensorflow as tf

    source = PRELUDE + indented(text)
    file = f"<{name}>"
    linecache.cache[file] = (len(source), None, source.splitlines(keepends=True), file)
    names: dict[str, object] = {}
    exec(compile(source, file, "exec"), names)
    graph = tf.function(names["f"])

    def run() -> object:
        graph(tf.ones([4, 6]))
        return graph(tf.ones([4, 6]))

    return run


@pytest.mark.parametrize("name", RAISE)
def test_what_raises_is_recorded(name: str) -> None:
    text, kind = RAISE[name]
    assert kind in traced_kinds(text)


@pytest.mark.parametrize("name", WORK)
def test_what_works_is_not_held_against_the_function(name: str) -> None:
    assert traced_kinds(WORK[name]).isdisjoint({*RAISING, EffectKind.UNKNOWN_CALL, EffectKind.MUTATES_OBJECT})


@pytest.mark.tensorflow
@pytest.mark.parametrize("name", RAISE)
def test_tensorflow_raises_where_it_is_recorded(name: str) -> None:
    text, _ = RAISE[name]
    run = really_traced(name, text)
    with pytest.raises(Exception):  # noqa: B017, PT011 - each hazard has an exception of its own
        run()


@pytest.mark.tensorflow
@pytest.mark.parametrize("name", WORK)
def test_tensorflow_traces_what_works(name: str) -> None:
    really_traced(name, WORK[name])()
