"""Functions that give NumPy what nobody knows are not proposed: a tensor could not be traced, and else nothing is."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.rules.engine import analyse

PROGRAM = """
import numpy as np
import somewhere
import tensorflow as tf

vectors = somewhere.load("vectors")
network = somewhere.load("network")


def spread(words):
    return np.linalg.norm([vectors[word] for word in words])


def most_frequent(table):
    counts = table.column("count")
    return np.argsort(counts)[-1]


def scaled_by_numpy(x):
    return tf.square(x) / np.sqrt(vectors)


def answered(x):
    scores = network(x)
    return np.argmax(scores)


def read(x):
    return vectors[x]


spread(["one"])
most_frequent(vectors)
scaled_by_numpy(tf.ones(2))
answered(vectors)
read(vectors)
"""


@pytest.mark.parametrize(
    ("name", "is_refused"),
    [
        ("spread", True),
        ("most_frequent", True),
        ("scaled_by_numpy", False),
        ("answered", False),
        ("read", False),
    ],
)
def test_numpy_on_what_is_not_known_is_no_tensor_computation(name: str, is_refused: bool, tmp_path: Path) -> None:
    (found,) = [f for f in analyse(PROGRAM, tmp_path) if f.name == name]
    messages = [f.message for f in found.findings if f.code == "HYB401" and f.answer == "no"]
    assert any("computes with NumPy" in message for message in messages) == is_refused, found
