"""For each family of ops, how to make up arguments that TensorFlow often accepts."""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import Any

import tensorflow as tf

from tests.conformance.specimen import Case, N, T

Maker = Callable[[random.Random, str], Case]
FLOATS = ("float32", "float64")
NUMBERS = ("float32", "float64", "int32", "int64")
MAKERS: dict[str, Maker] = {}


def maker(*families: str) -> Callable[[Maker], Maker]:
    def register(make: Maker) -> Maker:
        MAKERS.update(dict.fromkeys(families, make))
        return make

    return register


def dims(rng: random.Random, low: int = 0, high: int = 3) -> tuple[int, ...]:
    return tuple(rng.choice((1, 2, 3, 4)) for _ in range(rng.randint(low, high)))


def one(rng: random.Random, dtypes: tuple[str, ...], low: int = 0) -> Any:
    """Return a tensor, an array or a Python value."""
    dtype = rng.choice(dtypes)
    luck = rng.random()
    if luck < 0.65:
        return T(dtype, dims(rng, low))
    if luck < 0.8 and dtype != "string":
        return N(dtype, None if low == 0 and rng.random() < 0.2 else dims(rng, low))
    leaf: Any = {"float": 1.0, "int": 1, "bool": True, "string": "a", "complex": 1j}[dtype.strip("u0123456789")]
    return leaf if low == 0 and rng.random() < 0.5 else [leaf] * 2 if low < 2 else [[leaf] * 2] * 2


def partner(rng: random.Random, dtypes: tuple[str, ...]) -> tuple[Any, Any]:
    """Return two operands, often of one dtype and of shapes that broadcast."""
    dtype = rng.choice(dtypes)
    whole = dims(rng)
    part = tuple(rng.choice((1, dim)) for dim in whole[rng.randint(0, len(whole)) :])
    other = rng.choice(dtypes) if rng.random() < 0.2 else dtype
    pair = [_dressed(rng, dtype, whole), _dressed(rng, other, part)]
    rng.shuffle(pair)
    return pair[0], pair[1]


def _dressed(rng: random.Random, dtype: str, shape: tuple[int, ...]) -> Any:
    luck = rng.random()
    if luck < 0.6:
        return T(dtype, shape)
    if luck < 0.75 and dtype != "string":
        return N(dtype, shape or None)
    leaf: Any = {"float": 1.0, "int": 1, "bool": True, "string": "a"}[dtype.strip("u0123456789")]
    return leaf if rng.random() < 0.7 else [leaf] * (shape[-1] if shape else 1)


@maker("elementwise", "elementwise-float", "elementwise-real", "like", "leaky", "unknown-shape")
def unary(rng: random.Random, name: str) -> Case:
    if ".image." in name:
        return image(rng, name)
    if name.endswith(("segment_max", "segment_mean", "segment_min", "segment_prod", "segment_sum")):
        return segment(rng, name)
    tail = name.rpartition(".")[2]
    extra: dict[str, tuple[Any, ...]] = {
        "clip_by_norm": (1.0,), "check_numerics": ("bad",), "band_part": (0, 0), "dropout": (0.5,), "reverse": ([0],),
        "roll": (1, 0), "stateless_shuffle": ([1, 2],), "space_to_depth": (2,), "depth_to_space": (2,),
        "ensure_shape": ([None],), "batch_to_space": ([1, 1], [[0, 0], [0, 0]]), "space_to_batch": ([1, 1], [[0, 0], [0, 0]]),
    }  # fmt: skip
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
        "regex_replace": ("a", "b"), "substr": (0, 1), "to_hash_bucket_fast": (3,), "to_hash_bucket": (3,),
        "to_hash_bucket_strong": (3, [1, 2]), "regex_full_match": ("a",), "unicode_transcode": ("UTF-8", "UTF-8"),
    }  # fmt: skip
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
        one(rng, (*NUMBERS, "bool", "string")), [[1, 2], [3, 4]], [1, 2.5], (1, 2), [], [N("float64", None), 1.0],
        [N("int64", None)], [N("float64", (2,)), N("float64", (2,))], [T("float32", ()), 1.0], 2**40, [[1.0], [2.0]],
    ]  # fmt: skip
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


@maker("segment")
def segment(rng: random.Random, name: str) -> Case:
    given = (T("float32", (3, 2)), [0, 0, 1])
    return Case((*given, 2) if "unsorted" in name else given)


@maker("confusion-matrix")
def confusion(rng: random.Random, name: str) -> Case:
    return Case((T("int32", (3,)), T("int32", (3,))), rng.choice([{}, {"num_classes": 4}, {"dtype": tf.float32}]))


@maker("filled")
def filled(rng: random.Random, name: str) -> Case:
    return Case(
        (
            rng.choice([3, [2, 3], (), (2,), T("int32", (2,)), T("int32", ()), [T("int32", ()), 3]]),
            *rng.choice([(), (tf.int32,), ("float64",)]),
        )
    )


@maker("fill")
def fill(rng: random.Random, name: str) -> Case:
    return Case(
        (
            rng.choice([[2, 3], (2,), T("int32", (2,))]),
            rng.choice([1, 1.5, True, "a", N("float64", None), T("int64", ())]),
        )
    )


@maker("eye")
def eye(rng: random.Random, name: str) -> Case:
    return Case(
        (rng.choice([3, T("int32", ())]),),
        rng.choice([{}, {"num_columns": 2}, {"batch_shape": [2]}, {"dtype": tf.float64}]),
    )


@maker("range")
def number_range(rng: random.Random, name: str) -> Case:
    return Case(
        rng.choice(
            [
                (3,),
                (0, 5, 2),
                (0.0, 1.0, 0.25),
                (T("int32", ()),),
                (T("int64", ()),),
                (0, T("float32", ())),
                (5, 0, -1),
                (1, 2.5),
                (N("int64", None),),
            ]
        ),
        rng.choice([{}, {}, {"dtype": tf.int64}]),
    )


@maker("linspace")
def linspace(rng: random.Random, name: str) -> Case:
    return Case(
        rng.choice(
            [
                (0.0, 1.0, 5),
                (0, 1, 5),
                (T("float32", ()), 2.0, 4),
                (T("float64", (2,)), T("float64", (2,)), 4),
                (0.0, 1, T("int32", ())),
                (N("float64", None), 2.0, 3),
            ]
        )
    )


@maker("sequence-mask")
def sequence_mask(rng: random.Random, name: str) -> Case:
    return Case(
        (rng.choice([T("int32", (2,)), [1, 2], T("int32", (2, 2))]),),
        rng.choice([{}, {"maxlen": 5}, {"dtype": tf.float32}]),
    )


@maker("random")
def randoms(rng: random.Random, name: str) -> Case:
    shape = rng.choice([[2, 3], (), (2,), T("int32", (2,)), [T("int32", ()), 3]])
    return Case((shape, *(([1, 2],) if "stateless" in name else ())), rng.choice([{}, {"dtype": tf.float64}]))


@maker("random-like")
def random_like(rng: random.Random, name: str) -> Case:
    seeded = ([1, 2], T("float32", (3,))) if "stateless" in name else (T("float32", (3,)),)
    return Case(([2, 3] if "stateless" in name else [2], *seeded))


@maker("random-int64")
def categorical(rng: random.Random, name: str) -> Case:
    return Case((T("float32", (2, 3)), 4, *(([1, 2],) if "stateless" in name else ())))


@maker("convolution", "depthwise-convolution")
def convolution(rng: random.Random, name: str) -> Case:
    count = 1 if "1d" in name else 3 if "3d" in name else 2
    kernel = (*(rng.randint(1, 3) for _ in range(count)), 3, 4)
    strides: Any = [1] * (count + 2) if "depthwise" in name else rng.choice((1, 2)) if count < 3 else [1] * 5
    return Case(
        (T("float32", (2, *(8,) * count, 3)), T("float32", kernel)),
        {"stride" if count == 1 else "strides": strides, "padding": rng.choice(("SAME", "VALID"))},
    )


@maker("transposed-convolution")
def transposed(rng: random.Random, name: str) -> Case:
    count = 1 if "1d" in name else 3 if "3d" in name else 2
    return Case(
        (T("float32", (2, *(4,) * count, 3)), T("float32", (*(2,) * count, 5, 3)), [2, *(8,) * count, 5]),
        {"strides": 2},
    )


@maker("pooling")
def pooling(rng: random.Random, name: str) -> Case:
    count = 1 if "1d" in name else 3 if "3d" in name else 2
    return Case(
        (T("float32", (2, *(8,) * count, 3)),),
        {"ksize": rng.choice((2, 3)), "strides": rng.choice((1, 2)), "padding": rng.choice(("SAME", "VALID"))},
    )


@maker("bias-add")
def bias_add(rng: random.Random, name: str) -> Case:
    return Case((T("float32", (2, 4)), rng.choice([T("float32", (4,)), N("float64", (4,))])))


@maker("batch-normalization")
def batch_normalization(rng: random.Random, name: str) -> Case:
    return Case((T("float32", (2, 4)), T("float32", (4,)), T("float32", (4,)), None, None, 0.001))


@maker(
    "image-resize",
    "image-pad",
    "image-box",
    "image-crop",
    "image-central-crop",
    "image-to-gray",
    "image-to-color",
    "image-turn",
    "image-variation",
    "image-score",
    "image-colors",
    "float32-like",
)
def image(rng: random.Random, name: str) -> Case:
    tail = name.rpartition(".")[2]
    picture = T(
        rng.choice(("float32", "uint8")) if "resize" in tail or "crop" in tail else "float32",
        rng.choice([(8, 8, 3), (2, 8, 8, 3)]),
    )
    if tail.startswith("stateless_random"):
        seed = {"seed": [1, 2]}
        extra = {
            "brightness": (0.2,),
            "contrast": (0.2, 0.5),
            "hue": (0.2,),
            "saturation": (0.2, 0.5),
            "crop": ([4, 4, 3],),
        }
        if tail.endswith("crop"):
            picture = T("float32", (8, 8, 3))
        return Case((picture, *extra.get(tail.rpartition("_")[2], ())), seed)
    table: dict[str, tuple[Any, ...]] = {
        "resize": (rng.choice([[4, 5], (8, 8), T("int32", (2,))]), *rng.choice([(), ("nearest",), ("bicubic",)])),
        "resize_with_pad": (4, 6), "resize_with_crop_or_pad": (4, 12), "crop_to_bounding_box": (1, 1, 4, 5),
        "pad_to_bounding_box": (1, 1, 12, 13), "random_crop": ([4, 4, 3],), "central_crop": (0.5,),
        "adjust_brightness": (0.1,), "adjust_contrast": (2.0,), "adjust_gamma": (), "adjust_hue": (0.1,),
        "adjust_saturation": (2.0,), "random_brightness": (0.2,), "random_contrast": (0.2, 0.5), "random_hue": (0.2,),
        "random_saturation": (0.2, 0.5), "psnr": (picture, 1.0), "ssim": (picture, 1.0), "ssim_multiscale": (picture, 1.0),
        "extract_patches": ([1, 2, 2, 1], [1, 1, 1, 1], [1, 1, 1, 1], "VALID"),
    }  # fmt: skip
    if tail in ("ssim_multiscale", "ssim"):
        picture = T("float32", (1, 180, 180, 1))
        return Case((picture, picture, 1.0))
    if tail == "grayscale_to_rgb":
        picture = T("float32", rng.choice([(8, 8, 1), (2, 8, 8, 1)]))
    if tail == "random_crop":
        picture = T("float32", (8, 8, 3))
    if tail in ("sobel_edges", "extract_patches"):
        picture = T("float32", (2, 8, 8, 3))
    return Case((picture, *table.get(tail, ())))


@maker("image-decode", "image-decode-gif", "decode-raw", "decode-csv", "decode-wav", "parse-tensor")
def decode(rng: random.Random, name: str) -> Case:
    tail = name.rpartition(".")[2]
    if tail == "decode_raw":
        return Case((T("string", (2,)), rng.choice((tf.uint8,))))
    if tail == "decode_csv":
        return Case((T("string", rng.choice([(), (2,)])), rng.choice([[[1]], [[1.5]], [["a"]]])))
    if tail == "parse_tensor":
        return Case((T("string", ()), tf.float32))
    channels = {} if tail in ("decode_gif", "decode_wav") else rng.choice([{}, {"channels": 3}, {"channels": 1}])
    if tail == "decode_image":
        channels |= rng.choice([{}, {"expand_animations": False}])
    return Case((T("string", ()),), channels)


@maker("parse-example")
def parse_example(rng: random.Random, name: str) -> Case:
    return Case((T("string", () if "single" in name else (2,)), {"a": tf.io.FixedLenFeature([], tf.int64)}))


@maker("solve")
def solve(rng: random.Random, name: str) -> Case:
    return Case((T("float32", (2, 1, 1)), T("float32", (2, 1, 3))))


@maker("global-norm", "clip-by-global-norm")
def norms(rng: random.Random, name: str) -> Case:
    return Case(([T("float32", dims(rng)), T("float32", dims(rng))], *((1.0,) if "clip" in name else ())))


@maker("string-split")
def string_split(rng: random.Random, name: str) -> Case:
    return Case((rng.choice([T("string", ()), T("string", (2,)), ["a b"], "a b"]),))


@maker("string-join")
def string_join(rng: random.Random, name: str) -> Case:
    return Case(
        ([T("string", (2,)), rng.choice(["a", T("string", (2,)), T("string", ())])],),
        rng.choice([{}, {"separator": "-"}]),
    )


@maker("string-reduce")
def string_reduce(rng: random.Random, name: str) -> Case:
    return Case((T("string", (2, 3)),), rng.choice([{}, {"axis": 0}, {"separator": " "}]))


@maker("string-scalar", "string-any")
def string_scalar(rng: random.Random, name: str) -> Case:
    table: dict[str, tuple[Any, ...]] = {
        "format": ("{}", (T("float32", (2,)),)), "read_file": (T("string", ()),), "encode_jpeg": (T("uint8", (4, 4, 3)),),
        "encode_png": (T("uint8", (4, 4, 3)),), "serialize_tensor": (T("float32", (2,)),), "encode_wav": (T("float32", (4, 1)), 8000),
    }  # fmt: skip
    return Case(table[name.rpartition(".")[2]])


@maker("ragged-constant")
def ragged_constant(rng: random.Random, name: str) -> Case:
    return Case((rng.choice([[[1, 2], [3]], [[1.0], []], [["a"], ["b", "c"]], 3]),))


@maker("assertion")
def assertion(rng: random.Random, name: str) -> Case:
    table: dict[str, tuple[Any, ...]] = {
        "Assert": (True, [T("float32", ())]), "assert_rank": (T("float32", (2,)), 1), "assert_rank_at_least": (T("float32", (2,)), 1),
        "assert_rank_in": (T("float32", (2,)), (1, 2)), "assert_shapes": ([(T("float32", (2,)), ("N",))],), "print": ("a", T("float32", ())),
        "assert_greater": (T("float32", (2,), 2), 1.0), "assert_less": (T("float32", (2,), 0), 1.0), "assert_negative": (T("float32", (2,), -1),),
        "assert_non_positive": (T("float32", (2,), -1),), "assert_none_equal": (T("float32", (2,), 0), 1.0),
    }  # fmt: skip
    tail = name.rpartition(".")[2]
    if tail == "write_file":
        return Case(("/dev/null", T("string", ())))
    single = (
        (T("float32", (2,)),)
        if tail in ("assert_non_negative", "assert_positive")
        else (T("float32", (2,)), T("float32", (2,)))
    )
    return Case(table.get(tail, single))
