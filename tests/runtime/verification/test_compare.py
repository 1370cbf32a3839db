"""What counts as the same between a function and its graph."""

from __future__ import annotations

import collections
import dataclasses
from typing import Any

import pytest

pytestmark = pytest.mark.tensorflow
tf = pytest.importorskip("tensorflow")
np = pytest.importorskip("numpy")

from jupyter_hybridize.runtime.verification.compare import Differences, compare, distance  # noqa: E402
from jupyter_hybridize.runtime.verification.plain import plain  # noqa: E402

Pair = collections.namedtuple("Pair", "a b")


@dataclasses.dataclass
class Point:
    x: Any
    y: Any = None


def differences(eager: object, graph: object, looseness: float = 1.0) -> Differences:
    return compare(plain(eager), plain(graph), "result", looseness=looseness)


@pytest.mark.parametrize(
    ("eager", "graph"),
    [
        (None, None),
        (3, 3),
        ([1, 2], (1, 2)),
        ({"a": 1.0}, {"a": 1.0}),
        (float("nan"), float("nan")),
        ({1, 2}, {2, 1}),
        (Pair(1, 2), Pair(1, 2)),
        (Point(1, [2]), Point(1, [2])),
        (len, print),
    ],
    ids=repr,
)
def test_equal_python_values_agree(eager: object, graph: object) -> None:
    assert not differences(eager, graph).found


def test_equal_tensors_of_each_kind_agree() -> None:
    for make in (
        lambda: tf.constant([1.0, float("inf"), float("nan")]),
        lambda: tf.constant(["a", "b"]),
        lambda: tf.constant([True, False]),
        lambda: tf.constant([1.5], tf.bfloat16),
        lambda: tf.ragged.constant([[1], [2, 3]]),
        lambda: tf.sparse.from_dense([[0.0, 1.0]]),
        lambda: tf.IndexedSlices(tf.ones([1, 2]), tf.constant([0]), tf.constant([3, 2])),
        lambda: tf.Variable([1, 2]),
    ):
        found = differences({"k": [make()]}, {"k": [make()]})
        assert not found.found
        assert not found.retyped


def test_a_tensor_for_an_equal_python_or_numpy_value_is_only_a_note() -> None:
    for eager, graph in (
        (2.5, tf.constant(2.5)),
        (3, tf.constant(3)),
        (True, tf.constant(True)),
        ("text", tf.constant("text")),
        (np.ones(2), tf.ones(2, tf.float64)),
        (tf.Variable(1.0), tf.constant(1.0)),
    ):
        found = differences(eager, graph)
        assert not found.found
        assert len(found.retyped) == 1


def test_numbers_that_rounding_moves_agree_and_how_far_is_told() -> None:
    found = differences(tf.constant([100.0, 1.0]), tf.constant([100.0001, 1.0]))
    assert not found.found
    assert 0 < found.largest < 1e-5


def test_what_cancels_is_measured_by_the_largest_number() -> None:
    assert not differences(tf.constant([1e4, 1e-4]), tf.constant([1e4, 2e-4])).found
    assert differences(tf.constant([1.0, 1e-4]), tf.constant([1.0, 2e-4])).found


def test_double_precision_is_held_to_more() -> None:
    eager, graph = tf.constant(1.0, tf.float64), tf.constant(1.0 + 1e-8, tf.float64)
    assert differences(eager, graph).found
    assert not differences(tf.cast(eager, tf.float32), tf.cast(graph, tf.float32)).found


def test_double_precision_that_was_cast_is_held_to_what_it_was_computed_in() -> None:
    single = np.array([0.1, 0.7], np.float32)
    next_to_it = np.nextafter(single, np.float32(1.0))
    assert not differences(single.astype(np.float64), next_to_it.astype(np.float64)).found
    assert differences(single.astype(np.float64), single * np.float64(1.0 + 1e-7)).found
    assert differences(single.astype(np.float64), (single * np.float32(1.001)).astype(np.float64)).found


def test_a_looser_comparison_is_looser() -> None:
    eager, graph = tf.constant([1.0]), tf.constant([1.0001])
    assert differences(eager, graph).found
    assert not differences(eager, graph, looseness=10.0).found


@pytest.mark.parametrize(
    ("eager", "graph", "words"),
    [
        (lambda: 2**40, lambda: tf.constant(0), "`result` differs"),
        (lambda: [1], lambda: [1, 2], "`result` has 1 item, and 2 in the graph"),
        (lambda: {"a": 1, "b": 2}, lambda: {"a": 1}, "`result` has other keys in the graph: 'b'"),
        (lambda: None, lambda: tf.constant(1), "`result` is None, and a tensor in the graph"),
        (lambda: tf.constant([1, 2]), lambda: tf.constant([1.0, 2.0]), "`result` is int32, and float32 in the graph"),
        (lambda: tf.ones([2]), lambda: tf.ones([3]), "`result` has the shape [2], and [3] in the graph"),
        (lambda: tf.constant([1.0, float("nan")]), lambda: tf.constant([1.0, 1.0]), "`result` differs"),
        (lambda: tf.constant("a"), lambda: tf.constant("b"), "`result` differs"),
        (lambda: tf.TensorShape([3]), lambda: tf.constant([3]), "`result` is a TensorShape, and a tensor in the graph"),
        (lambda: Point(1, [2]), lambda: Point(1, [3]), "`result.y[0]` differs"),
        (lambda: {"k": (tf.constant(2.0),)}, lambda: {"k": (tf.constant(3.0),)}, "`result['k'][0]` differs by 0.3"),
    ],
)
def test_a_difference_is_told_by_its_place(eager: Any, graph: Any, words: str) -> None:
    assert differences(eager(), graph()).text.startswith(words)


def test_a_symbolic_tensor_is_not_the_tensor_it_replaced() -> None:
    with tf.Graph().as_default():
        symbolic = tf.ones([2])
    assert "symbolic tensor" in differences(tf.ones([2]), symbolic).text


def test_no_code_of_the_users_runs() -> None:
    class Hostile:
        def __eq__(self, other: object) -> bool:
            raise AssertionError

        def __repr__(self) -> str:
            raise AssertionError

        def __getattr__(self, name: str) -> object:
            raise AssertionError(name)

        __hash__ = None

    assert not differences([Hostile()], [Hostile()]).found


def test_a_list_that_holds_itself_is_taken_apart() -> None:
    one: list[object] = [1]
    one.append(one)
    other: list[object] = [2]
    other.append(other)
    assert not differences(one, one).found
    assert differences(one, other).found


def test_many_differences_are_told_short() -> None:
    assert differences([0] * 9, [1] * 9).text.endswith("and 6 more")


LONG = (1 << 20) + 3  # more than is compared at a time


@pytest.mark.parametrize(("largest", "moved"), [(0, -1), (-1, 0), (0, 0), (-1, -1)])
def test_the_largest_number_of_a_long_array_counts_wherever_it_is(largest: int, moved: int) -> None:
    left = np.ones(LONG, np.float32)
    left[largest] = 1000.0
    right = left.copy()
    right[moved] += 1.0
    assert distance(left, right) == pytest.approx(1.0 / right[largest])


@pytest.mark.parametrize("value", [float("nan"), float("inf")])
def test_a_special_number_at_the_end_of_a_long_array_is_seen(value: float) -> None:
    left = np.ones((LONG, 1), np.float32)
    left[-1] = value
    right = left.copy()
    right[0] += 1e-6
    assert 0 < distance(left, right) < 1e-5
    right[-1] = -float("inf")
    assert distance(left, right) == float("inf")


def test_each_tensor_of_a_structure_is_measured_by_itself() -> None:
    small, moved = tf.constant([1.0, 0.5]), tf.constant([1.0, 0.6])
    large = tf.constant([1e6])
    found = differences({"large": large, "parts": [(small, large)]}, {"large": large, "parts": [(moved, large)]})
    assert found.text == "`result['parts'][0][0]` differs by 0.1 of its size"
    assert found.is_numeric


def test_the_largest_difference_of_a_structure_is_that_of_any_of_its_tensors() -> None:
    pairs = [(1.0, 1.0 + 1e-6), (100.0, 100.0 + 1e-3), (3.0, 3.0)]
    eager = [np.array([left]) for left, _ in pairs]
    graph = [np.array([right]) for _, right in pairs]
    found = differences({"a": eager[:2], "b": eager[2]}, {"a": graph[:2], "b": graph[2]}, looseness=1e6)
    assert not found.found
    assert found.largest == found.gap == pytest.approx(1e-5, rel=1e-3)
