"""Elements of data sets are what TensorFlow's are, and tracing sees what ``tf.data`` traces."""

from __future__ import annotations

from pathlib import Path

import pytest

from jupyter_hybridize.domain.effect import EffectKind
from tests.knowledge.keras_programs import interpret, names_of
from tests.knowledge.test_keras_real import disagreements
from tests.knowledge.test_keras_traced import really_traced, traced_kinds

SETUP = """
pairs = tf.data.Dataset.from_tensor_slices((np.ones([10, 4]), np.arange(10)))
numbers = tf.data.Dataset.range(5)
"""
EXPRESSIONS = {
    "pairs": "dataset of (f64[4], i64)",
    "next(iter(pairs.batch(4)))": "(f64[?,4], i64[?])",
    "next(iter(pairs.batch(4, drop_remainder=True)))": "(f64[4,4], i64[4])",
    "next(iter(pairs.shuffle(3).repeat(2).prefetch(tf.data.AUTOTUNE).cache().take(3)))": "(f64[4], i64)",
    "next(iter(pairs.map(lambda x, y: (tf.cast(x, tf.float32), tf.one_hot(y, 3)))))": "(f32[4], f32[3])",
    "next(iter(pairs.batch(4).unbatch()))": "(f64[4], i64)",
    "next(iter(pairs.enumerate()))": "(i64, (f64[4], i64))",
    "next(iter(tf.data.Dataset.zip((numbers, pairs))))": "(i64, (f64[4], i64))",
    "next(iter(tf.data.Dataset.zip(numbers, numbers)))": "(i64, i64)",
    "next(iter(numbers.window(2)))": "dataset of i64",
    "next(iter(numbers.window(2).flat_map(lambda w: w.batch(2))))": "i64[?]",
    "next(iter(numbers.interleave(lambda i: tf.data.Dataset.from_tensors((i, i)))))": "(i64, i64)",
    "next(iter(numbers.map(lambda i: [i, i])))": "(i64, i64)",
    "next(iter(numbers.map(lambda i: (i, [1, 2]))))": "(i64, i32[2])",
    "next(iter(numbers.map(lambda i: np.ones([2]))))": "f64[2]",
    "next(iter(numbers.map(lambda i: tf.fill([i], 1)).padded_batch(2)))": "i32[?,?]",
    "next(iter(numbers.map(lambda i: tf.fill([i], 1)).padded_batch(2, padded_shapes=[7])))": "i32[?,7]",
    "next(iter(numbers.filter(lambda i: i > 1)))": "i64",
    "next(iter(numbers.scan(0, lambda s, i: (s + 1, i))))": "i64",
    "next(iter(numbers.apply(lambda d: d.batch(2))))": "i64[?]",
    "next(iter(numbers.group_by_window(lambda i: i, lambda k, d: d.batch(2), 3)))": "i64[?]",
    "next(iter(numbers.concatenate(numbers)))": "i64",
    "next(iter(tf.data.Dataset.sample_from_datasets([numbers, numbers])))": "i64",
    "next(iter(tf.data.Dataset.from_tensors((1, 2.0))))": "(i32, f32)",
    "next(iter(tf.data.Dataset.from_tensor_slices([[1, 2], [3, 4]])))": "i32[2]",
    "next(iter(tf.data.Dataset.from_tensor_slices(['a', 'b'])))": "str",
    "next(iter(tf.data.Dataset.from_generator(lambda: iter([1]), tf.int32)))": "i32[…]",
    "next(iter(tf.data.Dataset.from_generator(lambda: iter([1]), output_signature=tf.TensorSpec([], 'int32'))))": "i32",
    "next(iter(tf.data.Dataset.from_generator(lambda: iter([(1, [2.0])]), (tf.int32, tf.float32), ([], [None]))))": (
        "(i32, f32[?])"
    ),
    "next(pairs.as_numpy_iterator())": "(np f64[4], np i64)",
    "next(tf.data.Dataset.from_tensor_slices(['a']).as_numpy_iterator())": "bytes",
    "numbers.reduce(np.int64(0), lambda a, b: a + b)": "i64",
    "numbers.cardinality()": "i64",
    "len(numbers)": "int",
    "numbers.batch(5).get_single_element()": "i64[?]",
    "tf.data.AUTOTUNE": "-1",
}
DICTS = (
    "next(iter(tf.data.Dataset.from_tensor_slices({'a': [1, 2], 'b': ['x', 'y']})))",
    "next(iter(tf.data.Dataset.from_tensor_slices({'a': [1, 2]}).batch(2)))",
    "next(iter(numbers.map(lambda i: {'a': i, 'b': (i, 1.0)})))",
    "next(iter(tf.data.Dataset.zip({'a': numbers})))",
    "next(iter(tf.data.Dataset.from_tensor_slices(tf.ragged.constant([[1], [2, 3]]))))",
    "next(iter(keras.utils.timeseries_dataset_from_array(np.ones([10, 4]), np.arange(10), 3)))",
)

TRACED = {
    "loop": "def f(x):\n    s = tf.constant(0, tf.int64)\n    for i in numbers: s += i\n    return s",
    "made inside": """
def f(x):
    s = tf.constant(0.0)
    for row in tf.data.Dataset.from_tensor_slices(x).map(lambda t: 2 * t).batch(2):
        s += tf.reduce_sum(row)
    return s
""",
    "next": "it = iter(numbers)\ndef f(x): return next(it)",
    "reduce": "def f(x): return numbers.reduce(np.int64(0), lambda a, b: a + b)",
    "cardinality": "def f(x): return numbers.cardinality()",
    "single element": "def f(x): return numbers.batch(5).get_single_element()",
    "branch in map": """
def halve(i):
    if i > 2:
        i = i // 2
    return i
def f(x):
    s = tf.constant(0, tf.int64)
    for i in numbers.map(halve): s += i
    return s
""",
}
HARMFUL = {EffectKind.NEEDS_VALUE, EffectKind.UNKNOWN_CALL, EffectKind.ADVANCES_ITERATOR, EffectKind.ITERATES_TENSOR}


@pytest.mark.parametrize("expression", EXPRESSIONS)
def test_an_element_is_as_precise_as_its_spec(expression: str) -> None:
    assert str(names_of(interpret(f"{SETUP}found = {expression}"))["found"]) == EXPRESSIONS[expression]


@pytest.mark.tensorflow
@pytest.mark.parametrize("expression", [*EXPRESSIONS, *DICTS])
def test_an_element_is_what_tensorflow_gives(expression: str) -> None:
    assert disagreements(f"{SETUP}found = {expression}") == []


@pytest.mark.parametrize("name", TRACED)
def test_data_sets_may_be_used_while_tracing(name: str) -> None:
    assert traced_kinds(SETUP + TRACED[name]).isdisjoint(HARMFUL)


@pytest.mark.tensorflow
@pytest.mark.parametrize("name", TRACED)
def test_tensorflow_traces_it(name: str) -> None:
    really_traced(f"data set {name}", SETUP + TRACED[name])()


def test_numpy_iterators_need_values() -> None:
    text = SETUP + "def f(x):\n    s = 0\n    for i in numbers.as_numpy_iterator(): s += i\n    return s"
    assert EffectKind.NEEDS_VALUE in traced_kinds(text)


@pytest.mark.tensorflow
def test_tensorflow_has_no_numpy_iterator_while_tracing() -> None:
    text = SETUP + "def f(x):\n    s = 0\n    for i in numbers.as_numpy_iterator(): s += i\n    return s"
    with pytest.raises(RuntimeError, match="eager"):
        really_traced("numpy iterator", text)()


@pytest.mark.parametrize("made", ["tf.data.TFRecordDataset(path)", "tf.data.TextLineDataset(path)"])
def test_records_and_lines_are_strings(made: str) -> None:
    assert str(names_of(interpret(f"path = input()\nfound = {made}"))["found"]) == "dataset of str"


def test_a_map_that_may_not_unpack_is_unknown() -> None:
    text = "ds = tf.data.experimental.SqlDataset('sqlite', 'a', 'b', (tf.int32,))\nfound = ds.map(lambda x, y: y)"
    assert str(names_of(interpret(text))["found"]) == "dataset of ?"


CSV_OPTIONS = (
    "num_epochs=1", "label_name='c', num_epochs=1", "column_defaults=[tf.int32, 1.5, 'q']",
    "select_columns=['a', 'c'], column_defaults=[tf.float64, tf.string], label_name='a'",
    "column_names=['u', 'v', 'w'], label_name='w'",
)  # fmt: skip


@pytest.mark.tensorflow
@pytest.mark.parametrize("options", CSV_OPTIONS)
def test_batches_of_a_table_are_what_tensorflow_reads(options: str, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("a,b,c\n1,2.5,x\n3,4.5,y\n")
    made = f"tf.data.experimental.make_csv_dataset({str(tmp_path / 'a.csv')!r}, 2, {options})"
    assert disagreements(f"found = next(iter({made}))") == []


def test_a_default_tells_the_dtype_of_a_column() -> None:
    options = "column_names=['a', 'b'], column_defaults=[tf.int32, 1.5], label_name='b'"
    text = f"found = next(iter(tf.data.experimental.make_csv_dataset('a.csv', 2, {options})))[0]['a']"
    assert str(names_of(interpret(text))["found"]) == "i32[?]"
