"""How much is interpreted, counted in statements: what no program may make grow without end."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from jupyter_hybridize.session import Session
from jupyter_hybridize.source.module import make_module
from jupyter_hybridize.source.notebook import make_unit
from jupyter_hybridize.source.program import Program

pytestmark = pytest.mark.no_cover  # the same statements thousands of times: tracing them takes most of the time
RECURSIVE = """
import tensorflow as tf


def walk(tree, done, path, callback):
    if isinstance(tree, dict):
        return {k: walk(v, done, (path, k), callback) for k, v in tree.items()}
    if isinstance(tree, list):
        return [walk(v, (done, n), path, callback) for n, v in enumerate(tree)]
    if isinstance(tree, tuple):
        return tuple(walk(v, done, (path, done), callback) for v in tree)
    if tree is None:
        return walk(path, tree, done, callback)
    if callback(tree):
        return walk(done, path, tree, callback)
    return walk(path, callback, done, tree)


def many(tree, a, b, c):
    return walk(a, b, c, tree)
"""
GROWING = """
import tensorflow as tf


def build(f, n):
    for _ in range(n):
        f = tf.function(f) if tf.random.uniform([]) > 0.5 else f
    return f


def several(fs, n):
    for _ in range(n):
        fs = (fs, tf.function(lambda x: fs[0](x)))
    return fs


step = build(lambda x: x * 2.0, 40)
step(tf.ones([2]))
several((step,), 40)
"""
LOOPING = """
import os


def show(folder, level=0):
    names = sorted(os.listdir(folder))
    for name in names:
        path = os.path.join(folder, name)
        print(" " * level, name)
        if os.path.isdir(path):
            show(path, level + 1)
    for name in names[:3]:
        print(name)


show(".")
"""
ALIKE = """
import tensorflow as tf


class Scale:
    def __init__(self, k, names):
        self.k, self.names = k, names


def one(flag, a, b):
    return (a if flag else b)


def use(item, x):
    for n in item.names:
        x = tf.sin(x) * item.k + len(n)
    return x


a, b, c = Scale(2.0, ["u"]), Scale(tf.ones([2]), []), Scale(3, [str(i) for i in range(30)])
for flag in range(3):
    use(one(input(), one(input(), a, b), c), tf.ones([2]))
"""


def interpreted(text: str) -> int:
    """Return how many statements of a module are interpreted."""
    session = Session()
    session.update(Program((make_module("m.py", text, "m"),)))
    return session.interpreted


@pytest.mark.parametrize(("text", "most"), [(RECURSIVE, 20_000), (GROWING, 200), (LOOPING, 15_000)])
def test_effort_is_bounded(text: str, most: int) -> None:
    assert interpreted(text) <= most


def test_budget_that_is_spent_leaves_nothing_proved() -> None:
    text = (
        RECURSIVE
        + "\n\ndef step(x):\n    return walk(x, {}, [], step)\n\n\nfor _ in range(3):\n    step(tf.ones([2]))\n"
    )
    (unit,) = Session().update(Program((make_unit("n.ipynb", [("a", text, None)]),))).units
    assert {f.name: f.confidence for f in unit.functions}["step"] != "proved"


def test_order_of_hashes_changes_nothing() -> None:
    program = (
        "from jupyter_hybridize.session import Session\n"
        "from jupyter_hybridize.source.module import make_module\n"
        "from jupyter_hybridize.source.program import Program\n"
        f"session = Session()\nreport = session.update(Program((make_module('m.py', {ALIKE!r}, 'm'),)))\n"
        "print(session.interpreted, report)\n"
    )
    answers = {
        subprocess.run(
            [sys.executable, "-c", program],
            env={**os.environ, "PYTHONHASHSEED": seed},
            stdout=subprocess.PIPE,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2", "3", "4")
    }
    assert len(answers) == 1
