"""Arguments for ops that reshape, join, take apart and pick."""

from __future__ import annotations

import random

import tensorflow as tf

from tests.conformance.making import NUMBERS, maker, one
from tests.conformance.specimen import Case, N, T


@maker("reshape")
def reshape(rng: random.Random, name: str) -> Case:
    return Case(
        (
            rng.choice([T("float32", (2, 3, 4)), N("float64", (24,)), T("int32", (4, 6))]),
            rng.choice([[-1], [4, 6], [2, -1], (-1, 1, 3), [3, 8, 1], -1]),
        )
    )


@maker("transpose")
def transpose(rng: random.Random, name: str) -> Case:
    return Case(
        (T("float32", (2, 3, 4)),), rng.choice([{}, {"perm": [0, 2, 1]}, {"perm": [2, 1, 0]}, {"perm": [1, 0, 2]}])
    )


@maker("expand-dims")
def expand_dims(rng: random.Random, name: str) -> Case:
    return Case((one(rng, NUMBERS), rng.choice([0, -1, 1])))


@maker("squeeze")
def squeeze(rng: random.Random, name: str) -> Case:
    return Case(
        (T("float32", rng.choice([(1, 2, 1), (1,), (2, 1), (2, 3)])),),
        rng.choice([{}, {"axis": -1}, {"axis": [0]}, {"axis": 0}]),
    )


@maker("tile")
def tile(rng: random.Random, name: str) -> Case:
    return Case((T("float32", (2, 3)), rng.choice([[2, 1], [1, 3], (2, 2), T("int32", (2,))])))


@maker("broadcast-to")
def broadcast_to(rng: random.Random, name: str) -> Case:
    return Case(
        (
            rng.choice([T("float32", (1, 3)), T("float32", (3,)), 1.0, T("float32", ())]),
            rng.choice([[2, 3], [4, 2, 3], (1, 3)]),
        )
    )


@maker("pad")
def pad(rng: random.Random, name: str) -> Case:
    return Case((T("float32", (2, 3)), rng.choice([[[0, 1], [1, 1]], ((0, 0), (2, 0)), T("int32", (2, 2))])))


@maker("repeat")
def repeat(rng: random.Random, name: str) -> Case:
    return Case(
        (T("float32", (2, 3)), rng.choice([2, [1, 2]])), rng.choice([{"axis": 0}, {"axis": 0}, {}, {"axis": -1}])
    )


@maker("unstack")
def unstack(rng: random.Random, name: str) -> Case:
    return Case((T("float32", (2, 3)),), rng.choice([{}, {"axis": 1}, {"axis": -1}, {"num": 2}]))


@maker("split")
def split(rng: random.Random, name: str) -> Case:
    return Case((T("float32", (4, 6)), *rng.choice([(2,), (3, 1), ([1, 3],), ([2, -1], 1), (2, -1), ([4],)])))


@maker("meshgrid")
def meshgrid(rng: random.Random, name: str) -> Case:
    return Case((T("float32", (2,)), T("float32", (3,))), rng.choice([{}, {"indexing": "ij"}]))


@maker("gather")
def gather(rng: random.Random, name: str) -> Case:
    return Case(
        (T("float32", (3, 4, 2)), rng.choice([0, [0, 1], T("int32", (2, 2), 0), T("int64", (), 0)])),
        rng.choice([{}, {"axis": 1}, {"axis": -1}, {"axis": 0}]),
    )


@maker("embedding-lookup")
def embedding(rng: random.Random, name: str) -> Case:
    return Case((T("float32", (5, 2)), rng.choice([[0, 1], T("int32", (2, 2), 0)])))


@maker("gather-nd")
def gather_nd(rng: random.Random, name: str) -> Case:
    return Case((T("float32", (5, 4, 2)), rng.choice([[[0], [1]], [0, 1], T("int32", (3, 2), 0)])))


@maker("boolean-mask")
def boolean_mask(rng: random.Random, name: str) -> Case:
    return Case(
        (T("float32", (3, 4)), rng.choice([T("bool", (3,)), [True, False, True], T("bool", (3, 4)), N("bool", (3,))]))
    )


@maker("slice")
def cut(rng: random.Random, name: str) -> Case:
    return Case(
        (
            T("float32", (3, 4)),
            *rng.choice([([0, 0], [2, -1]), ([1, 0], [1, 2]), ([0, 1], [-1, -1]), (T("int32", (2,), 0), [1, 1])]),
        )
    )


@maker("one-hot")
def one_hot(rng: random.Random, name: str) -> Case:
    return Case(
        (rng.choice([T("int32", (2, 3)), [0, 1], 2, T("int64", (2,))]), rng.choice([3, T("int32", ())])),
        rng.choice([{}, {"axis": 0}, {"dtype": tf.int32}, {"on_value": 1, "off_value": 0}]),
    )


@maker("unique")
def unique(rng: random.Random, name: str) -> Case:
    return Case((one(rng, ("int32", "float32"), 1),))


@maker("scatter-update")
def scatter_update(rng: random.Random, name: str) -> Case:
    return Case((T("float32", (3, 2)), [[0], [1]], T("float32", (2, 2))))


@maker("scatter-nd")
def scatter_nd(rng: random.Random, name: str) -> Case:
    return Case(([[0], [1]], T("float32", (2,)), [4]))


@maker("searchsorted")
def searchsorted(rng: random.Random, name: str) -> Case:
    return Case(
        (T("float32", (4,)), rng.choice([T("float32", (2,)), [1.0, 2.0]])), rng.choice([{}, {"out_type": tf.int64}])
    )


@maker("segment", "unsorted-segment")
def segment(rng: random.Random, name: str) -> Case:
    given = (T("float32", (3, 2)), [0, 0, 1])
    return Case((*given, 2) if "unsorted" in name else given)


@maker("confusion-matrix")
def confusion(rng: random.Random, name: str) -> Case:
    return Case((T("int32", (3,)), T("int32", (3,))), rng.choice([{}, {"num_classes": 4}, {"dtype": tf.float32}]))
