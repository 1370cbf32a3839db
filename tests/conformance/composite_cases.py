"""Arguments for ops that take or make ragged and sparse tensors."""

from __future__ import annotations

import random

from tests.conformance.making import maker
from tests.conformance.specimen import Case, R, S, T

_SPARSE = (S("float32", (2, 3)), S("float64", (4, 2)), S("float32", (3, 3)))
_RAGGED = (R(((1.0, 2.0), (3.0,))), R(((1, 2), (), (3,))))
_WORDS = R((("a b", "c"), ("d e f",)))


@maker("string-codes", "string-characters")
def texts(rng: random.Random, name: str) -> Case:
    text = rng.choice([T("string", ()), T("string", (3,)), "abc", ["ab", "c"], _WORDS])
    return Case((text, "UTF-8"))


@maker("string-ngrams")
def ngrams(rng: random.Random, name: str) -> Case:
    return Case((rng.choice([T("string", (4,)), T("string", (2, 3)), _WORDS]), 2))


@maker("string-script")
def letters(rng: random.Random, name: str) -> Case:
    return Case((rng.choice([T("int32", (3,), 97), R(((97, 98), (99,))), [97, 98]]),))


@maker("string-encode")
def codes(rng: random.Random, name: str) -> Case:
    return Case((rng.choice([T("int32", (3,), 97), T("int32", (2, 3), 97), R(((97, 98), (99,)))]), "UTF-8"))


@maker("ragged-stack")
def rows(rng: random.Random, name: str) -> Case:
    return Case(
        (rng.choice([[T("float32", (2,)), T("float32", (3,))], [_RAGGED[0], _RAGGED[0]], [T("int32", (2, 2))]]),)
    )


@maker("ragged-range")
def limits(rng: random.Random, name: str) -> Case:
    return Case((rng.choice([T("int32", (2,), 3), T("int64", (3,), 2)]),))


@maker("ragged-mask")
def masked(rng: random.Random, name: str) -> Case:
    pairs = [(T("float32", (2, 3)), T("bool", (2, 3))), (T("int32", (2, 3)), T("bool", (2,)))]
    return Case(rng.choice([*pairs, (R(((1.0, 2.0), (3.0,))), R(((True, False), (True,))))]))


@maker("ragged-cross")
def crossed(rng: random.Random, name: str) -> Case:
    return Case(([_WORDS, _WORDS],))


@maker("sparse-to-dense", "sparse-like", "sparse-of-rank", "sparse-fill")
def sparse(rng: random.Random, name: str) -> Case:
    more: dict[str, tuple[object, ...]] = {
        "retain": ([True, False],),
        "slice": ([0, 0], [1, 2]),
        "fill_empty_rows": (0.0,),
        "maximum": (S("float32", (2, 3)),),
        "minimum": (S("float32", (2, 3)),),
    }
    given = rng.choice(_SPARSE) if name.rpartition(".")[2] not in more else S("float32", (2, 3))
    return Case((given, *more.get(name.rpartition(".")[2], ())))


@maker("sparse-from-dense")
def dense(rng: random.Random, name: str) -> Case:
    return Case((rng.choice([T("float32", (2, 3)), T("int32", (4,)), [[1.0, 0.0]]]),))


@maker("sparse-product")
def factors(rng: random.Random, name: str) -> Case:
    pairs = [(S("float32", (2, 3)), T("float32", (3, 4))), (T("float32", (4, 2)), S("float32", (2, 3)))]
    return Case(rng.choice(pairs)) if rng.random() < 0.8 else Case(pairs[0][::-1][::-1], {"adjoint_a": False})


@maker("sparse-sum-of-two")
def summands(rng: random.Random, name: str) -> Case:
    return Case((S("float32", (2, 3)), rng.choice([S("float32", (2, 3)), T("float32", (2, 3))])))


@maker("sparse-concat")
def parts(rng: random.Random, name: str) -> Case:
    return Case((rng.choice([0, 1]), [S("float32", (2, 3)), S("float32", (2, 3))]))


@maker("sparse-reduction")
def reduced(rng: random.Random, name: str) -> Case:
    return Case((rng.choice(_SPARSE),), rng.choice([{}, {"axis": 1}, {"axis": [0]}, {"axis": 0, "keepdims": True}]))


@maker("sparse-reshape")
def reshaped(rng: random.Random, name: str) -> Case:
    return Case((S("float32", (2, 3)), rng.choice([[6], [3, 2], [-1]])))


@maker("sparse-expand-dims")
def expanded(rng: random.Random, name: str) -> Case:
    return Case((rng.choice(_SPARSE),), rng.choice([{}, {"axis": 0}, {"axis": -1}]))


@maker("sparse-embedding")
def embedded(rng: random.Random, name: str) -> Case:
    return Case((T("float32", (5, 4)), S("int64", (2, 3)), None), rng.choice([{}, {"combiner": "sum"}]))
