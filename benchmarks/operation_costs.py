"""Measures what TensorFlow's calls cost eagerly, and writes the table that gains are predicted with.

Run it with TensorFlow installed: ``python benchmarks/operation_costs.py``. For each specimen it counts the operations
that really run (forward, and what taking a gradient adds) and times them on tiny tensors, in multiples of the reference
calls that :class:`~jupyter_hybridize.facts.calibration.Calibration` names.
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")

from cost_specimens import LAYERS, LOSSES, METRICS, OPTIMIZERS, SPECIMENS

from jupyter_hybridize.knowledge.names import canonical

TARGET = Path(__file__).parent.parent / "jupyter_hybridize" / "knowledge" / "data" / "costs-2.21.json"
BLOCKS, BLOCK_SECONDS, ROUNDS = 12, 0.004, 3
Row = list[float]  # operations, cost, operations of the gradient, cost of the gradient: costs in seconds


def main() -> None:
    """Measure everything and write the table."""
    import tensorflow as tf

    measure = Measurements(tf)
    found = [(measure.units(), measure.rows()) for _ in range(ROUNDS)]  # a busy machine is slow for seconds at a time
    units = {name: min(each[name] for each, _ in found) for name in found[0][0]}
    names = dict.fromkeys(name for _, rows in found for name in rows)
    rows = {
        name: [min(column) for column in zip(*(r[name] for _, r in found if name in r), strict=True)] for name in names
    }
    text = ",\n".join(f"{json.dumps(name)}: {json.dumps(row)}" for name, row in sorted(rows.items()))
    head = json.dumps({"version": f"tensorflow {tf.__version__}", "units": units})
    TARGET.write_text(f'{head[:-1]}, "rows": {{\n{text}\n}}}}\n', encoding="utf-8")


class Measurements:
    """Times and counts specimens on one machine."""

    def __init__(self, tf: Any) -> None:
        self.tf = tf
        self.ops = 0
        self.empty_tape = 0.0

    def namespace(self) -> dict[str, Any]:
        """Return the values that specimens are written with."""
        import keras
        import numpy as np

        tf = self.tf
        return {
            "tf": tf,
            "keras": keras,
            "np": np,
            "x": tf.random.uniform([8], 0.1, 0.9),
            "y": tf.random.uniform([8], 0.1, 0.9),
            "m": tf.random.uniform([4, 4], 0.1, 0.9),
            "row": tf.random.uniform([4]),
            "n": tf.random.uniform([4, 4], 0.1, 0.9),
            "s": tf.constant(0.5),
            "i": tf.range(8),
            "b": tf.constant([True, False] * 4),
            "v": tf.Variable(tf.random.uniform([8], 0.1, 0.9)),
            "vs": [tf.Variable(tf.random.uniform([8])) for _ in range(5)],
            "image": tf.random.uniform([16, 16, 3]),
            "images": tf.random.uniform([2, 16, 16, 3]),
            "kernel": tf.random.uniform([3, 3, 3, 4]),
            "sequence": tf.random.uniform([2, 6, 4]),
            "text": tf.constant(["a b", "c d"]),
            "labels": tf.constant([0, 1, 2, 3]),
            "spd": tf.constant(np.eye(4, dtype="float32") * 2),
        }

    def units(self) -> dict[str, float]:
        """Time the reference calls."""
        names = self.namespace()
        tf, x = self.tf, names["x"]
        self.empty_tape = self.seconds(lambda: _gradient(tf, lambda: x, x))
        dense, batch = names["keras"].layers.Dense(4), names["m"]
        dense(batch)

        def step() -> object:
            return _gradient(tf, lambda: tf.reduce_mean(dense(batch)), dense.trainable_variables)

        return {
            "eager_op": self.seconds(lambda: tf.add(x, names["y"])),
            "eager_composite": self.seconds(lambda: tf.math.reduce_std(x)),
            "eager_tape": self.seconds(step) / self.count(step),
        }

    def rows(self) -> dict[str, Row]:
        """Measure every specimen."""
        rows: dict[str, Row] = {}
        for name, text in SPECIMENS.items():
            self.specimen(rows, name, text)
        for table in (LAYERS, LOSSES, METRICS, OPTIMIZERS):
            for name, (setup, text) in table.items():
                self.specimen(rows, name, text, setup)
        self.own_layer(rows)
        self.per_variable(rows)
        return rows

    def specimen(self, rows: dict[str, Row], name: str, text: str, setup: str = "") -> None:
        """Measure one expression, and its gradient with respect to ``x``, ``m`` … where it has one."""
        names = self.namespace()
        try:
            if setup:
                names["made"] = eval(setup, names)
            code = compile(text, name, "eval")
            run = partial(eval, code, names)
            run()
            row = [self.count(run), self.seconds(run)]
        except Exception as error:
            print(f"{name}: {type(error).__name__}: {str(error)[:100]}", file=sys.stderr)
            return
        rows[canonical(name) if "." in name else name] = _rounded([*row, *self._backward(names, run, row)])

    def own_layer(self, rows: dict[str, Row]) -> None:
        """Measure what Keras does around the ``call`` of a layer, and of a model, that the program defines."""
        names = self.namespace()
        keras, m = names["keras"], names["m"]
        for base in (keras.layers.Layer, keras.Model):
            made = type("Own", (base,), {"call": lambda self, inputs: inputs})()
            made(m)
            name = f"keras.{base.__name__}.__call__"
            rows[name] = _rounded(
                [self.count(lambda made=made: made(m)), self.seconds(lambda made=made: made(m)), 0, 0]
            )

    def per_variable(self, rows: dict[str, Row]) -> None:
        """Split the cost of an optimizer's step into what each variable adds, and the rest."""
        for name in OPTIMIZERS:
            if name.endswith(".one"):
                one, five = rows.pop(name), rows.pop(f"{name[:-4]}.five")
                each = [max(0.0, (b - a) / 4) for a, b in zip(one, five, strict=True)]
                rows[f"{name[:-4]}.each"] = _rounded(each)
                rows[name[:-4]] = _rounded([max(0.0, a - e) for a, e in zip(one, each, strict=True)])

    def _backward(self, names: dict[str, Any], run: Callable[[], Any], forward: Row) -> Row:
        tf = self.tf
        made = names.get("made")
        own = list(getattr(made, "trainable_variables", ()) or ()) if made is not None else []
        sources = [names[n] for n in ("x", "y", "m", "row", "v", "s", "images", "image", "sequence", "spd")] + own
        step = partial(_gradient, tf, run, sources)
        try:
            if all(g is None for g in step()):
                return [0.0, 0.0]
            ones = self.count(lambda: _gradient(tf, lambda: names["x"], names["x"]))
            cost = self.seconds(step) - forward[1] - self.empty_tape
            return [max(0.0, self.count(step) - forward[0] - ones), max(0.0, cost)]
        except Exception:
            return [0.0, 0.0]

    def count(self, run: Callable[[], Any]) -> float:
        """Return how many operations *run* executes."""
        from tensorflow.python.framework import op_callbacks

        counted = []

        def callback(op_type: Any, *_: Any, **__: Any) -> None:
            counted.append(op_type)

        op_callbacks.add_op_callback(callback)
        try:
            run()
        finally:
            op_callbacks.remove_op_callback(callback)
        return float(len(counted))

    def seconds(self, run: Callable[[], Any]) -> float:
        """Return the least processor time of one call over many short blocks, which other processes do not add to."""
        run()
        start = time.thread_time()
        run()
        calls = max(1, int(BLOCK_SECONDS / max(1e-6, time.thread_time() - start)))
        best = float("inf")
        for _ in range(BLOCKS):
            start = time.thread_time()
            for _ in range(calls):
                run()
            best = min(best, (time.thread_time() - start) / calls)
        return best


def _gradient(tf: Any, run: Callable[[], Any], sources: Any) -> Any:
    with tf.GradientTape() as tape:
        for each in sources if isinstance(sources, list) else [sources]:
            if isinstance(each, tf.Tensor):  # variables are watched anyway, and a Keras one cannot be
                tape.watch(each)
        result = run()
    return tape.gradient(result, sources)


def _rounded(row: Row) -> Row:
    return [float(f"{number:.3g}") for number in row]


if __name__ == "__main__":
    main()
