"""How far rounding takes graphs from eager execution, by dtype: the figures that verification's tolerances rest on.

Run it with TensorFlow installed: ``python benchmarks/tolerances.py [--seeds 5] [--threads N]``. Each program is called
twice on each side from the same values. What is shown is the largest difference, relative to the largest number of the
array, of the results and of the variables.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from typing import Any

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")

import click
import keras
import numpy as np
import tensorflow as tf
from rich.console import Console
from rich.table import Table

from jupyter_hybridize.runtime.verification.compare import TOLERANCE, distance

DTYPES = ("float64", "float32", "float16", "bfloat16")
Arrays = list["np.ndarray[Any, Any]"]
Made = tuple[Callable[[Any], Any], list[Any], Any]  # the function, its variables, its argument


def values(*shape: int, dtype: str) -> Any:
    """Return a tensor of normal values."""
    return tf.cast(tf.random.normal(shape, dtype=tf.float64), dtype)


def training(model: Any, optimizer: Any, x: Any, *, classes: int) -> Made:
    """Return a training step of *model*."""
    labels = tf.random.uniform([len(x)], maxval=classes, dtype=tf.int64)

    def step(x: Any) -> Any:
        with tf.GradientTape() as tape:
            loss = tf.reduce_mean(keras.losses.sparse_categorical_crossentropy(labels, model(x, training=True), True))
        gradients = tape.gradient(loss, model.trainable_variables)
        optimizer.apply_gradients(zip(gradients, model.trainable_variables, strict=True))
        return loss

    model(x)
    optimizer.build(model.trainable_variables)
    return step, [*model.variables, *optimizer.variables], x


def mlp(dtype: str, optimizer: Any) -> Made:
    """Return a step of three dense layers, the usual activations between them."""
    widths = [(128, "relu"), (64, "gelu"), (10, None)]
    layers = [keras.layers.Dense(width, activation, dtype=dtype) for width, activation in widths]
    return training(keras.Sequential(layers), optimizer, values(32, 64, dtype=dtype), classes=10)


def convolutions(dtype: str) -> Made:
    """Return a step of a small convolutional network with batch normalization."""
    layers: list[Any] = []
    for width in (16, 32):
        layers += [
            keras.layers.Conv2D(width, 3, padding="same", dtype=dtype),
            keras.layers.BatchNormalization(dtype=dtype),
            keras.layers.Activation("relu", dtype=dtype),
            keras.layers.MaxPooling2D(dtype=dtype),
        ]
    layers += [keras.layers.Flatten(dtype=dtype), keras.layers.Dense(10, dtype=dtype)]
    return training(keras.Sequential(layers), keras.optimizers.Adam(), values(8, 32, 32, 3, dtype=dtype), classes=10)


def reductions(x: Any) -> Any:
    """Reduce a million numbers."""
    return tf.stack([tf.reduce_sum(x), tf.reduce_mean(x), tf.math.reduce_variance(x), tf.reduce_max(x)])


def softmaxes(x: Any) -> Any:
    """Normalize rows of a thousand numbers."""
    return tf.nn.softmax(x), tf.nn.log_softmax(x), tf.math.reduce_logsumexp(x, axis=-1)


def attention(x: Any) -> Any:
    """Attend within sequences."""
    weights = tf.nn.softmax(tf.einsum("bhqd,bhkd->bhqk", x, x) / tf.cast(8.0, x.dtype))
    return tf.einsum("bhqk,bhkd->bhqd", weights, x)


def polynomial(x: Any) -> Any:
    """Add and multiply constants, which a graph folds and reorders."""
    y = x * 0.5 * 3.0 + 1.0 - x / 7.0
    return tf.add_n([y, x * y, tf.square(x) ** 2, tf.sqrt(tf.abs(x)) * tf.math.rsqrt(tf.abs(x) + 1.0)])


def standardization(x: Any) -> Any:
    """Normalize by mean and variance, by hand."""
    mean, variance = tf.nn.moments(x, -1, keepdims=True)
    return (x - mean) / tf.sqrt(variance + 1e-3)


def powers(x: Any) -> Any:
    """Multiply a matrix by itself, over and over."""
    y = x
    for _ in range(30):
        y = tf.matmul(y, x)
        y = y / tf.norm(y)
    return y


def plain(function: Callable[[Any], Any], *shape: int) -> Callable[[str], Made]:
    """Return what makes a program of a function that has no variables."""
    return lambda dtype: (function, [], values(*shape, dtype=dtype))


PROGRAMS: Mapping[str, Callable[[str], Made]] = {
    "MLP, Adam": lambda dtype: mlp(dtype, keras.optimizers.Adam()),
    "MLP, SGD with momentum": lambda dtype: mlp(dtype, keras.optimizers.SGD(0.1, 0.9)),
    "convolutions, Adam": convolutions,
    "reductions of 1e6": plain(reductions, 1_000_000),
    "softmax and its kin": plain(softmaxes, 256, 1000),
    "attention": plain(attention, 4, 4, 64, 64),
    "polynomial": plain(polynomial, 10_000),
    "standardization": plain(standardization, 64, 512),
    "power iteration": plain(powers, 64, 64),
}


def observed(call: Callable[[Any], Any], made: Made, start: Arrays) -> tuple[Arrays, Arrays]:
    """Return the results of two calls, and the variables after them."""
    _, variables, argument = made
    for variable, value in zip(variables, start, strict=True):
        variable.assign(value)
    results = [each.numpy() for _ in range(2) for each in tf.nest.flatten(call(argument))]
    return results, [each.numpy() for each in variables]


def gaps(make: Callable[[str], Made], dtype: str, seed: int) -> tuple[float, float]:
    """Return the largest difference of the results, and of the variables."""
    keras.utils.set_random_seed(seed)
    made = make(dtype)
    start = [each.numpy() for each in made[1]]
    eager, graph = (observed(call, made, start) for call in (made[0], tf.function(made[0])))
    both = [[distance(a, b) for a, b in zip(*pair, strict=True)] for pair in zip(eager, graph, strict=True)]
    return max(both[0], default=0.0), max(both[1], default=0.0)


@click.command()
@click.option("--seeds", default=5, help="How often each program is made anew.")
@click.option("--threads", default=0, help="Threads of one operation; 0: as many as TensorFlow likes.")
def main(seeds: int, threads: int) -> None:
    """Print the table."""
    tf.config.threading.set_intra_op_parallelism_threads(threads)
    shown = Table("program", *DTYPES, title="largest difference: of results, of variables after two calls")
    for title, make in PROGRAMS.items():
        cells = [[gaps(make, dtype, seed) for seed in range(seeds)] for dtype in DTYPES]
        worst = [[max(column) for column in zip(*each, strict=True)] for each in cells]
        shown.add_row(title, *(f"{results:.0e} {variables:.0e}" for results, variables in worst))
    shown.add_row("tolerance", *(f"{TOLERANCE[dtype]:.0e}" for dtype in DTYPES))
    Console(width=120).print(shown)


if __name__ == "__main__":
    main()
