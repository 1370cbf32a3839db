"""Shapes, element types and answers."""

from __future__ import annotations

import pytest

from jupyter_hybridize.domain import dtype as dtypes
from jupyter_hybridize.domain.answer import Answer
from jupyter_hybridize.domain.shape import SCALAR_SHAPE, UNKNOWN_SHAPE, Shape


def test_a_shape_reads_as_people_write_it() -> None:
    assert [str(s) for s in (Shape.of(2, None), UNKNOWN_SHAPE, SCALAR_SHAPE, Shape.of(0))] == [
        "[2,?]",
        "[…]",
        "",
        "[0]",
    ]


def test_sizes_that_differ_are_unknown_and_ranks_that_differ_lose_all() -> None:
    assert Shape.of(2, 3).join(Shape.of(4, 3)) == Shape.of(None, 3)
    assert Shape.of(2).join(Shape.of(2, 3)) == UNKNOWN_SHAPE
    assert SCALAR_SHAPE.join(SCALAR_SHAPE) == SCALAR_SHAPE


def test_a_shape_covers_the_more_precise_ones_only() -> None:
    assert Shape.of(None, 3).covers(Shape.of(4, 3))
    assert not Shape.of(4, 3).covers(Shape.of(None, 3))
    assert UNKNOWN_SHAPE.covers(SCALAR_SHAPE)
    assert not SCALAR_SHAPE.covers(UNKNOWN_SHAPE)


def test_the_number_of_elements_is_known_of_static_shapes() -> None:
    assert [s.size for s in (Shape.of(2, 3), Shape.of(2, None), UNKNOWN_SHAPE, SCALAR_SHAPE, Shape.of(0, 5))] == [
        6,
        None,
        None,
        1,
        0,
    ]
    assert [s.rank for s in (Shape.of(2, None), UNKNOWN_SHAPE, SCALAR_SHAPE)] == [2, None, 0]
    assert [s.is_static for s in (Shape.of(2), Shape.of(None), UNKNOWN_SHAPE)] == [True, False, False]


@pytest.mark.parametrize(
    ("axes", "keep", "expected"),
    [
        ((0,), False, Shape.of(3, None)),
        ((-1,), False, Shape.of(2, 3)),
        ((0, -1), False, Shape.of(3)),
        ((1,), True, Shape.of(2, 1, None)),
        ((), False, Shape.of(2, 3, None)),
    ],
)
def test_reducing_drops_axes_or_keeps_them_as_one(axes: tuple[int, ...], keep: bool, expected: Shape) -> None:
    assert Shape.of(2, 3, None).without(axes, keep=keep) == expected


def test_reducing_an_unknown_rank_or_a_scalar_changes_nothing() -> None:
    assert UNKNOWN_SHAPE.without((0,)) == UNKNOWN_SHAPE
    assert SCALAR_SHAPE.without((0,)) == SCALAR_SHAPE
    assert Shape.of(2, 3).opened() == Shape.of(None, None)
    assert UNKNOWN_SHAPE.opened() == UNKNOWN_SHAPE


def test_element_types_have_short_names() -> None:
    assert [dtypes.short(d) for d in ("float32", "string", None, "qint8")] == ["f32", "str", "?", "qint8"]
    assert dtypes.is_floating("bfloat16")
    assert not dtypes.is_floating(None)
    assert dtypes.is_integer("uint8")
    assert not dtypes.is_integer("bool")


@pytest.mark.tensorflow
@pytest.mark.parametrize("item", [1, 1.0, True, "a", b"a", 1j])
def test_python_scalars_become_the_dtype_that_tensorflow_gives_them(item: object) -> None:
    import tensorflow as tf

    assert dtypes.of_python(type(item).__name__) == tf.constant(item).dtype.name


def test_what_is_no_scalar_becomes_no_tensor() -> None:
    assert dtypes.of_python("NoneType") is None


@pytest.mark.parametrize(
    ("left", "right", "both", "either"),
    [
        (Answer.YES, Answer.NO, Answer.NO, Answer.YES),
        (Answer.YES, Answer.UNKNOWN, Answer.UNKNOWN, Answer.YES),
        (Answer.NO, Answer.UNKNOWN, Answer.NO, Answer.UNKNOWN),
    ],
)
def test_answers_combine_as_in_kleenes_logic(left: Answer, right: Answer, both: Answer, either: Answer) -> None:
    assert left & right is both
    assert left | right is either
