"""Arguments for ops on numbers: elementwise, broadcasting, reducing, multiplying, drawing."""

from __future__ import annotations

import random
from typing import Any

import tensorflow as tf

from tests.conformance.making import FLOATS, NUMBERS, dims, maker, one, partner
from tests.conformance.picture_cases import image
from tests.conformance.shape_cases import segment
from tests.conformance.specimen import Case, N, T


@maker("elementwise", "elementwise-float", "elementwise-real", "like", "leaky", "unknown-shape")
def unary(rng: random.Random, name: str) -> Case:
    if ".image." in name:
        return image(rng, name)
    if name.endswith(("segment_max", "segment_mean", "segment_min", "segment_prod", "segment_sum")):
        return segment(rng, name)
    tail = name.rpartition(".")[2]
    extra: dict[str, tuple[Any, ...]] = {
        "clip_by_norm": (1.0,),
        "check_numerics": ("bad",),
        "band_part": (0, 0),
        "dropout": (0.5,),
        "reverse": ([0],),
        "roll": (1, 0),
        "stateless_shuffle": ([1, 2],),
        "space_to_depth": (2,),
        "depth_to_space": (2,),
        "ensure_shape": ([None],),
        "batch_to_space": ([1, 1], [[0, 0], [0, 0]]),
        "space_to_batch": ([1, 1], [[0, 0], [0, 0]]),
    }
    if tail in ("space_to_depth", "depth_to_space", "batch_to_space", "space_to_batch"):
        return Case((T("float32", (2, 4, 4, 4)), *extra[tail]))
    if tail == "set_diag":
        return Case((T("float32", (2, 3, 3)), T("float32", (2, 3))))
    if tail == "reverse_sequence":
        return Case((T("float32", (2, 3)), [1, 2]), {"seq_axis": 1, "batch_axis": 0})
    if tail == "invert_permutation":
        return Case((T("int32", (1,), 0),))
    if tail in ("cholesky", "inv", "expm", "matrix_square_root", "pinv"):
        size = rng.randint(1, 3)
        return Case((rng.choice([T("float64", (2, size, size), 1), T("float32", (1, 1)), N("float64", (1, 1))]),))
    if tail == "lrn":
        return Case((T("float32", (2, 3, 3, 4)),))
    dtypes = ("float32", "float64", "int32", "complex64", "bool") if rng.random() < 0.5 else FLOATS
    low = (
        1
        if tail
        in (
            "reverse",
            "roll",
            "sort",
            "shuffle",
            "stateless_shuffle",
            "softmax",
            "log_softmax",
            "cumsum",
            "cumprod",
            "l2_normalize",
        )
        else 0
    )
    return Case((one(rng, dtypes, 2 if tail == "band_part" else low), *extra.get(tail, ())))


@maker("predicate")
def predicate(rng: random.Random, name: str) -> Case:
    return Case((one(rng, ("bool",) if name.endswith("not") else FLOATS),))


@maker("elementwise-string", "elementwise-int32", "elementwise-int64", "string-predicate", "to-number")
def strings(rng: random.Random, name: str) -> Case:
    extra = {
        "regex_replace": ("a", "b"),
        "substr": (0, 1),
        "to_hash_bucket_fast": (3,),
        "to_hash_bucket": (3,),
        "to_hash_bucket_strong": (3, [1, 2]),
        "regex_full_match": ("a",),
        "unicode_transcode": ("UTF-8", "UTF-8"),
    }
    tail = name.rpartition(".")[2]
    if tail in ("as_string", "argsort"):
        return Case((one(rng, NUMBERS, 1),))
    if tail == "to_number":
        return Case((T("string", dims(rng)), *rng.choice([(), (tf.int64,)])))
    if tail == "decode_base64":
        return Case(("AAAA",) if rng.random() < 0.5 else (tf.fill,)) if rng.random() < 0.1 else Case((["AAAA"],))
    return Case((one(rng, ("string",)), *extra.get(tail, ())))


@maker("cast")
def cast(rng: random.Random, name: str) -> Case:
    if name.endswith("convert_image_dtype"):
        return Case((T(rng.choice(("uint8", "float32")), dims(rng, 3)), rng.choice((tf.float32, tf.uint8))))
    return Case((one(rng, (*NUMBERS, "bool")), rng.choice((tf.float32, tf.int64, "float64", tf.bool))))


@maker("constant", "convert")
def constant(rng: random.Random, name: str) -> Case:
    items: list[Any] = [
        one(rng, (*NUMBERS, "bool", "string")),
        [[1, 2], [3, 4]],
        [1, 2.5],
        (1, 2),
        [],
        [N("float64", None), 1.0],
        [N("int64", None)],
        [N("float64", (2,)), N("float64", (2,))],
        [T("float32", ()), 1.0],
        2**40,
        [[1.0], [2.0]],
    ]
    item = rng.choice(items)
    kwargs = {} if rng.random() < 0.6 else {"dtype": rng.choice((tf.float32, tf.float64, tf.int32))}
    return Case((item,), kwargs)


@maker("clip")
def clip(rng: random.Random, name: str) -> Case:
    low, high = rng.choice(
        [(0, 1), (0.0, 1.0), (T("float32", ()), 2.0), (T("float32", (3,)), 1.0), (N("float64", (3,)), 1)]
    )
    return Case(
        (rng.choice([T("float32", (2, 3)), T("int32", (3,)), T("float64", ()), 1, 1.5, N("float64", (3,))]), low, high)
    )


@maker("shape-of", "count-of", "rank-of")
def queries(rng: random.Random, name: str) -> Case:
    typed = {"out_type": tf.int64} if rng.random() < 0.3 and not name.endswith("rank") else {}
    return Case((one(rng, NUMBERS),), typed)


@maker("shape-n")
def shape_n(rng: random.Random, name: str) -> Case:
    return Case(([T("float32", dims(rng)), T("float32", dims(rng))],))


@maker("ensure-shape")
def ensure_shape(rng: random.Random, name: str) -> Case:
    shape = dims(rng)
    return Case((T("float32", shape), [rng.choice((None, dim)) for dim in shape]))


@maker("timestamp")
def nothing(rng: random.Random, name: str) -> Case:
    return Case(())


@maker("binary", "binary-first", "comparison", "division", "reflected-division", "quotient-or-zero", "scaling")
def binary(rng: random.Random, name: str) -> Case:
    if "logical" in name:
        return Case(partner(rng, ("bool",)))
    if "bitwise" in name:
        return Case(partner(rng, ("int32", "int64", "uint8")))
    left, right = partner(rng, NUMBERS if rng.random() < 0.6 else FLOATS)
    return Case((rng.choice((2, 2.0, T("float32", ()))), right) if name.endswith("scalar_mul") else (left, right))


@maker("logical")
def logical(rng: random.Random, name: str) -> Case:
    return Case(partner(rng, ("bool",)))


@maker("complex")
def complex_of(rng: random.Random, name: str) -> Case:
    return Case(partner(rng, FLOATS))


@maker("where")
def where(rng: random.Random, name: str) -> Case:
    if rng.random() < 0.2:
        return Case((one(rng, ("bool",), 1),))
    return Case((rng.choice([T("bool", (2, 3)), T("bool", (3,)), N("bool", (3,)), True]), *partner(rng, NUMBERS)))


@maker("add-n", "stack", "concat")
def several(rng: random.Random, name: str) -> Case:
    shape = dims(rng, 1)
    dtype = rng.choice(NUMBERS)
    parts = [
        T(dtype, shape) if rng.random() < 0.8 or name.endswith("n") else N(rng.choice((dtype, "float64")), shape)
        for _ in range(rng.randint(1, 3))
    ]
    if name.endswith("concat"):
        axis = rng.randint(-len(shape), len(shape) - 1)
        return Case((parts if rng.random() < 0.8 else tuple(parts), axis))
    if name.endswith("stack"):
        scalars = rng.choice([[1, 2.0], [1, T("float32", ())], [T("float32", ()), 1.5], [N("float64", None), 1.0]])
        return Case((parts,), {"axis": rng.randint(-1, len(shape))}) if rng.random() < 0.7 else Case((scalars,))
    return Case((parts,))


@maker("reduction", "reduction-real", "reduction-bool", "count-nonzero", "moments")
def reduction(rng: random.Random, name: str) -> Case:
    item = one(rng, ("bool",) if name.endswith(("all", "any")) else NUMBERS if rng.random() < 0.3 else FLOATS, 1)
    kwargs: dict[str, Any] = {}
    if rng.random() < 0.7 or "moments" in name:
        kwargs["axes" if "moments" in name else "axis"] = rng.choice((0, -1, [0], (0, -1), [-1]))
    if rng.random() < 0.4:
        kwargs["keepdims"] = rng.random() < 0.5
    return Case((item,), kwargs)


@maker("argmax")
def argmax(rng: random.Random, name: str) -> Case:
    return Case((one(rng, NUMBERS, 1),), rng.choice([{}, {"axis": -1}, {"axis": 0, "output_type": tf.int32}]))


@maker("to-scalar", "zero-fraction", "per-matrix", "singular-values", "orthogonal-triangular", "eigenvalues")
def matrices(rng: random.Random, name: str) -> Case:
    size = rng.randint(1, 3)
    if name.endswith(("loss", "fraction")):
        return Case((one(rng, FLOATS, 1),))
    return Case((rng.choice([T("float32", (2, size, size)), T("float64", (size, size)), N("float64", (size, size))]),))


@maker("diag-part", "diag", "matrix-transpose")
def diagonal(rng: random.Random, name: str) -> Case:
    return Case((T("float32", dims(rng, 2)),))


@maker("softmax-loss", "sigmoid-loss")
def losses(rng: random.Random, name: str) -> Case:
    labels = rng.choice([T("float32", (2, 3)), T("int32", (2, 3)), N("float64", (2, 3))])
    return Case((), {"labels": labels, "logits": T(rng.choice(FLOATS), (2, 3))})


@maker("sparse-softmax-loss")
def sparse_loss(rng: random.Random, name: str) -> Case:
    return Case(
        (), {"labels": rng.choice([T("int32", (2,)), N("int64", (2,)), [0, 1]]), "logits": T("float32", (2, 3))}
    )


@maker("top-k")
def top_k(rng: random.Random, name: str) -> Case:
    return Case((T("float32", (2, 4)),), rng.choice([{}, {"k": 2}]))


@maker("in-top-k")
def in_top_k(rng: random.Random, name: str) -> Case:
    targets, predictions = T("int32", (2,)), T("float32", (2, 4))
    return Case((targets, predictions, 2))


@maker("matmul")
def matmul(rng: random.Random, name: str) -> Case:
    a, b, c = (rng.randint(1, 3) for _ in range(3))
    dtype = rng.choice(FLOATS)
    batch = rng.choice([(), (2,), (1,)])
    flip = rng.random() < 0.4
    right = (*batch, c, b) if flip else (*rng.choice([(), batch]), b, c)
    pair = (T(dtype, (*batch, a, b)), rng.choice([T(dtype, right), N("float64", right)]))
    return Case(pair, {"transpose_b": True} if flip else {})


@maker("matvec")
def matvec(rng: random.Random, name: str) -> Case:
    return Case((T("float32", (2, 3, 4)), T("float32", rng.choice([(4,), (2, 4)]))))


@maker("tensordot")
def tensordot(rng: random.Random, name: str) -> Case:
    left, right, axes = rng.choice(
        [
            ((2, 3), (3, 4), 1),
            ((2, 3, 4), (3, 4, 5), 2),
            ((2, 3), (4, 3), [[1], [1]]),
            ((2,), (3,), 0),
            ((2, 3), (3, 2), [1, 0]),
        ]
    )
    return Case((T("float32", left), T("float32", right), axes))


@maker("einsum")
def einsum(rng: random.Random, name: str) -> Case:
    text, left, right = rng.choice(
        [
            ("ij,jk->ik", (2, 3), (3, 4)),
            ("bij,bjk->bik", (2, 3, 4), (2, 4, 5)),
            ("ij,jk", (2, 3), (3, 4)),
            ("i,j->ij", (2,), (3,)),
            ("bhqd,bhkd->bhqk", (2, 2, 3, 4), (2, 2, 5, 4)),
            ("...ij,...jk->...ik", (2, 3, 4), (2, 4, 5)),
        ]
    )
    return Case((text, T("float32", left), rng.choice([T("float32", right), N("float64", right)])))


@maker("solve")
def solve(rng: random.Random, name: str) -> Case:
    return Case((T("float32", (2, 1, 1)), T("float32", (2, 1, 3))))


@maker("global-norm", "clip-by-global-norm")
def norms(rng: random.Random, name: str) -> Case:
    return Case(([T("float32", dims(rng)), T("float32", dims(rng))], *((1.0,) if "clip" in name else ())))
