"""A functional model calls the layers that it was made with, also one that nobody knows."""

from __future__ import annotations

from jupyter_hybridize.session import Session
from jupyter_hybridize.source.module import make_module
from jupyter_hybridize.source.program import Program

PROGRAM = """
import tensorflow as tf
import elsewhere

inputs = tf.keras.Input((3,))
model = tf.keras.Model(inputs, tf.keras.layers.Dense(2)({layer}(inputs)))


def step(x):
    for _ in range(20):
        x = tf.sin(x)
    return model(x)


for _ in range(30):
    step(tf.ones([2, 3]))
"""


def _confidence(layer: str) -> str:
    report = Session().update(Program((make_module("m.py", PROGRAM.format(layer=layer)),)))
    return next(f.confidence for unit in report.units for f in unit.functions if f.name == "step")


def test_a_model_with_a_layer_that_nobody_knows_is_to_verify_first() -> None:
    assert _confidence("elsewhere.Layer()") == "verify-first"


def test_a_model_of_known_layers_is_proved() -> None:
    assert _confidence("tf.keras.layers.Dense(3)") == "proved"
