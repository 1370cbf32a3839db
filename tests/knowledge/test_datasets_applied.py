"""Transformations that are applied make of a data set what TensorFlow makes of it."""

from __future__ import annotations

import pytest

from tests.knowledge.keras_programs import interpret, names_of

MADE = """\
import tensorflow as tf
made = tf.data.experimental
rows = tf.data.Dataset.from_tensor_slices(tf.ones([10, 3]))
"""
APPLIED = {
    "rows.apply(made.shuffle_and_repeat(4, count=2, seed=1))": "dataset of f32[3]",
    "rows.apply(made.map_and_batch(lambda row: (row, 2 * row), 3))": "dataset of (f32[?,3], f32[?,3])",
    "rows.apply(made.map_and_batch(lambda row: row, batch_size=5, drop_remainder=True))": "dataset of f32[5,3]",
    "rows.batch(2).apply(made.unbatch())": "dataset of f32[3]",
    "rows.apply(made.enumerate_dataset())": "dataset of (i64, f32[3])",
    "rows.apply(made.take_while(lambda row: tf.reduce_all(row > 1)))": "dataset of f32[3]",
    "rows.apply(made.ignore_errors())": "dataset of f32[3]",
    "rows.apply(made.assert_cardinality(10))": "dataset of f32[3]",
    "rows.apply(made.dense_to_ragged_batch(2))": "dataset of f32[?,3]",
}


@pytest.mark.parametrize("expression", APPLIED)
def test_an_applied_transformation_gives_these_elements(expression: str) -> None:
    assert str(names_of(interpret(f"{MADE}found = {expression}"))["found"]) == APPLIED[expression]


@pytest.mark.tensorflow
@pytest.mark.parametrize("expression", APPLIED)
def test_tensorflow_gives_the_same_elements(expression: str) -> None:
    tf = pytest.importorskip("tensorflow")
    names: dict[str, object] = {}
    exec(f"{MADE}found = {expression}", names)
    spec = names["found"].element_spec  # type: ignore[attr-defined]
    said = APPLIED[expression].removeprefix("dataset of ")
    words = [_word(each) for each in tf.nest.flatten(spec)]
    assert said == (words[0] if len(words) == 1 else f"({', '.join(words)})")


def _word(spec: object) -> str:
    dtype = {"float32": "f32", "int64": "i64"}[spec.dtype.name]  # type: ignore[attr-defined]
    sizes = ",".join("?" if size is None else str(size) for size in spec.shape)  # type: ignore[attr-defined]
    return f"{dtype}[{sizes}]" if sizes else dtype


def test_a_branch_that_nobody_knows_gives_what_the_other_gives() -> None:
    program = (
        "import tensorflow as tf, unseen\n"
        "rows = tf.data.Dataset.from_tensor_slices(tf.ones([10, 3]))\n"
        "found = rows.map(lambda row: tf.cond(row[0] > 1, lambda: unseen.turn(row), lambda: row))\n"
        "other = rows.map(lambda row: tf.cond(row[0] > 1, lambda: unseen.turn(row), lambda: unseen.turn(row)))\n"
    )
    names = names_of(interpret(program))
    assert (str(names["found"]), str(names["other"])) == ("dataset of f32[…]", "dataset of ?")
