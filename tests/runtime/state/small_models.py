"""Small training programs, each made from a number: a model, an optimizer, and Python state of every kind."""

from __future__ import annotations

import collections
import random
import types
from collections.abc import Callable

import keras
import numpy as np
import tensorflow as tf

from tests.untraced import untraced

CALLS = 0
HISTORY: list[float] = []
FEATURES, ROWS = 6, 8


class Subclassed(keras.Model):
    """A model whose layers are attributes and items, and which counts its calls."""

    def __init__(self, layers: list[keras.layers.Layer]) -> None:
        super().__init__()
        self.first = layers[0]
        self.others = layers[1:]
        self.calls = 0
        self.sizes = []

    def call(self, inputs, training=False):
        self.calls += 1
        self.sizes.append(self.calls)
        outputs = self.first(inputs)
        for layer in self.others:
            outputs = layer(outputs, training=training) if isinstance(layer, keras.layers.Dropout) else layer(outputs)
        return outputs


class Trainer:
    """A program in the form of a class, with state on the class, too."""

    steps = 0
    __slots__ = ("calls", "optimizer", "program")

    def __init__(self, program: Program) -> None:
        self.program = program
        self.calls = 0

    def step(self, x, y):
        Trainer.steps += 1
        self.calls += 1
        return self.program.train(x, y)


class Program:
    """One training program; ``step`` is what a user would measure."""

    def __init__(self, seed: int) -> None:
        keras.backend.clear_session()
        keras.utils.set_random_seed(seed)
        Trainer.steps = 0
        globals()["CALLS"] = 0
        HISTORY.clear()
        draw = random.Random(seed)
        self.model = _model(draw)
        self.optimizer = _optimizer(draw)
        self.metrics = draw.sample([keras.metrics.Mean(), keras.metrics.MeanSquaredError()], draw.randrange(3))
        self.noise = tf.random.Generator.from_seed(seed)
        self.seeds = keras.random.SeedGenerator(seed)
        self.stream = np.random.default_rng(seed)
        self.array = np.zeros(3)
        self.recent: collections.deque[int] = collections.deque(maxlen=3)
        self.counts: collections.Counter[str] = collections.Counter()
        self.average = tf.Variable(0.0)
        self.extras = [each for each in _EXTRAS if draw.random() < 0.5]
        self.trainer = Trainer(self)
        self.step = _entry(self, draw.choice(("closure", "method", "trainer")))

    def train(self, x, y):
        for extra in self.extras:
            x = extra(self, x)
        with tf.GradientTape() as tape:
            outputs = self.model(x, training=True)
            loss = tf.reduce_mean((outputs - y) ** 2) + sum(self.model.losses, 0.0)
        gradients = tape.gradient(loss, self.model.trainable_variables)
        self.optimizer.apply_gradients(zip(gradients, self.model.trainable_variables, strict=True))
        for metric in self.metrics:
            metric.update_state(*((loss,) if type(metric) is keras.metrics.Mean else (y, outputs)))
        return loss

    def observe(self, x, y, steps: int) -> list[object]:
        """Return everything that *steps* further steps show, in bytes where bits count."""
        with untraced():
            losses = [np.asarray(self.step(x, y)).tobytes() for _ in range(steps)]
            variables = [*self.model.variables, *self.optimizer.variables]
            values = [np.asarray(each).tobytes() for each in variables]
            metrics = [np.asarray(each.result()).tobytes() for each in self.metrics]
            python = [self.array.tolist(), list(self.recent), dict(self.counts), CALLS, list(HISTORY), Trainer.steps]
            python += [self.trainer.calls, getattr(self.model, "calls", None), list(getattr(self.model, "sizes", ()))]
            streams = [random.random(), np.random.rand(), self.stream.random(), tf.random.normal([]).numpy()]
            streams += [self.noise.normal([]).numpy(), keras.random.normal([], seed=self.seeds).numpy()]
            return [losses, values, metrics, python, streams, self.average.numpy(), keras.layers.Dense(1).name]


def data() -> tuple[tf.Tensor, tf.Tensor]:
    """Return features that are small whole numbers, so that an embedding takes them too, and targets."""
    stream = np.random.RandomState(0)
    return tf.constant(stream.randint(0, 9, (ROWS, FEATURES)), tf.float32), tf.constant(
        stream.randn(ROWS, 1), tf.float32
    )


def _model(draw: random.Random) -> keras.Model:
    layers = [*_body(draw), keras.layers.Dense(1)]
    kind = draw.choice(("sequential", "functional", "subclassed", "built"))
    if kind == "subclassed":
        return Subclassed(layers)
    if kind == "sequential":
        return keras.Sequential(layers)
    inputs = outputs = keras.Input([FEATURES])
    for layer in layers:
        outputs = layer(outputs)
    return keras.Model(inputs, outputs)


def _body(draw: random.Random) -> list[keras.layers.Layer]:
    first = draw.choice(("dense",) * 5 + ("embedding", "embedding", "gru"))
    layers: list[keras.layers.Layer] = {
        "dense": lambda: [keras.layers.Dense(5, "relu", kernel_regularizer=draw.choice((None, "l2")))],
        "embedding": lambda: [keras.layers.Embedding(16, 3), keras.layers.Flatten()],
        "gru": lambda: [keras.layers.Reshape((2, 3)), keras.layers.GRU(3)],
    }[first]()
    choices = [
        keras.layers.BatchNormalization,
        lambda: keras.layers.Dropout(0.3),
        keras.layers.LayerNormalization,
        lambda: keras.layers.GaussianNoise(0.1),
        lambda: keras.layers.Dense(4, "tanh"),
    ]
    return layers + [make() for make in draw.sample(choices, draw.randrange(1, 4))]


def _optimizer(draw: random.Random) -> keras.optimizers.Optimizer:
    schedule = keras.optimizers.schedules.ExponentialDecay(0.01, 2, 0.9)
    rate = draw.choice((0.01, schedule, keras.optimizers.schedules.PiecewiseConstantDecay([2, 4], [0.1, 0.05, 0.01])))
    kinds: list[Callable[[], keras.optimizers.Optimizer]] = [
        lambda: keras.optimizers.Adam(rate),
        lambda: keras.optimizers.SGD(rate, momentum=0.9, nesterov=True),
        lambda: keras.optimizers.RMSprop(rate, centered=True),
        lambda: keras.optimizers.AdamW(rate, use_ema=True, ema_overwrite_frequency=2),
        lambda: keras.optimizers.Lion(rate, clipnorm=1.0),
        lambda: keras.optimizers.Nadam(0.01),
        lambda: keras.optimizers.LossScaleOptimizer(keras.optimizers.Adam(rate), initial_scale=4.0),
    ]
    return draw.choice(kinds)()


def _count(program: Program, x):
    global CALLS
    CALLS += 1
    HISTORY.append(CALLS)
    program.counts["calls"] += 1
    program.recent.append(CALLS)
    return x


def _write_array(program: Program, x):
    program.array += 1
    program.array[0] = -0.0
    return x


def _own_noise(program: Program, x):
    return x + 0.01 * program.noise.normal(tf.shape(x))


def _seeded_noise(program: Program, x):
    return x + 0.01 * keras.random.normal((ROWS, FEATURES), seed=program.seeds)


def _global_noise(program: Program, x):
    return x + 0.01 * tf.random.normal([ROWS, FEATURES])


def _op_seeded_noise(program: Program, x):
    return x + 0.01 * tf.random.normal([ROWS, FEATURES], seed=3)


def _python_noise(program: Program, x):
    return x + random.random() + np.random.rand() + program.stream.random()


def _average(program: Program, x):
    program.average.assign(0.9 * program.average + tf.reduce_mean(x))
    return x


_EXTRAS = (
    _count,
    _write_array,
    _own_noise,
    _seeded_noise,
    _global_noise,
    _op_seeded_noise,
    _python_noise,
    _average,
)


def _entry(program: Program, kind: str) -> Callable[..., object]:
    if kind == "method":
        return program.train
    if kind == "trainer":
        return program.trainer.step
    calls = 0
    names = types.SimpleNamespace(last=None)

    def step(x, y):
        nonlocal calls
        calls += 1
        names.last = calls
        return program.train(x, y) * calls

    return step
