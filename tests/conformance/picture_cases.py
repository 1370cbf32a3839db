"""Arguments for ops on pictures, files, strings and layers, and for creation."""

from __future__ import annotations

import random
from typing import Any

import tensorflow as tf

from tests.conformance.making import maker
from tests.conformance.specimen import Case, N, T


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
        "resize_with_pad": (4, 6),
        "resize_with_crop_or_pad": (4, 12),
        "crop_to_bounding_box": (1, 1, 4, 5),
        "pad_to_bounding_box": (1, 1, 12, 13),
        "random_crop": ([4, 4, 3],),
        "central_crop": (0.5,),
        "adjust_brightness": (0.1,),
        "adjust_contrast": (2.0,),
        "adjust_gamma": (),
        "adjust_hue": (0.1,),
        "adjust_saturation": (2.0,),
        "random_brightness": (0.2,),
        "random_contrast": (0.2, 0.5),
        "random_hue": (0.2,),
        "random_saturation": (0.2, 0.5),
        "psnr": (picture, 1.0),
        "ssim": (picture, 1.0),
        "ssim_multiscale": (picture, 1.0),
        "extract_patches": ([1, 2, 2, 1], [1, 1, 1, 1], [1, 1, 1, 1], "VALID"),
    }
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
        return Case((T("string", rng.choice([(), (2,)])), rng.choice([[[1]], [[1.5]], [["a"]], [1.5]])))
    if tail == "parse_tensor":
        return Case((T("string", ()), tf.float32))
    channels = {} if tail in ("decode_gif", "decode_wav") else rng.choice([{}, {"channels": 3}, {"channels": 1}])
    if tail == "decode_image":
        channels |= rng.choice([{}, {"expand_animations": False}])
    return Case((T("string", ()),), channels)


@maker("parse-example")
def parse_example(rng: random.Random, name: str) -> Case:
    kinds = {
        "d": tf.io.VarLenFeature(tf.string),
        "c": tf.io.FixedLenFeature([2, 1], tf.float32, [[1.0], [2.0]]),
        "e": tf.io.RaggedFeature(tf.int64),
        "b": tf.io.FixedLenSequenceFeature([2], tf.float32, allow_missing=True),
        "a": tf.io.FixedLenFeature([], tf.int64, 3),
    }
    features = {key: kinds[key] for key in rng.sample(sorted(kinds), rng.randint(1, len(kinds)))}
    one, two = rng.choice([b"", T("string", ())]), rng.choice([[b"", b""], T("string", (2,))])
    return Case((one if "single" in name else two, features))


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


@maker("file-text", "string-scalar", "string-any")
def string_scalar(rng: random.Random, name: str) -> Case:
    table: dict[str, tuple[Any, ...]] = {
        "format": ("{}", (T("float32", (2,)),)),
        "read_file": (T("string", ()),),
        "encode_jpeg": (T("uint8", (4, 4, 3)),),
        "encode_png": (T("uint8", (4, 4, 3)),),
        "serialize_tensor": (T("float32", (2,)),),
        "encode_wav": (T("float32", (4, 1)), 8000),
    }
    return Case(table[name.rpartition(".")[2]])


@maker("ragged-constant")
def ragged_constant(rng: random.Random, name: str) -> Case:
    return Case((rng.choice([[[1, 2], [3]], [[1.0], []], [["a"], ["b", "c"]], 3]),))


@maker("assertion")
def assertion(rng: random.Random, name: str) -> Case:
    table: dict[str, tuple[Any, ...]] = {
        "Assert": (True, [T("float32", ())]),
        "assert_rank": (T("float32", (2,)), 1),
        "assert_rank_at_least": (T("float32", (2,)), 1),
        "assert_rank_in": (T("float32", (2,)), (1, 2)),
        "assert_shapes": ([(T("float32", (2,)), ("N",))],),
        "print": ("a", T("float32", ())),
        "assert_greater": (T("float32", (2,), 2), 1.0),
        "assert_less": (T("float32", (2,), 0), 1.0),
        "assert_negative": (T("float32", (2,), -1),),
        "assert_non_positive": (T("float32", (2,), -1),),
        "assert_none_equal": (T("float32", (2,), 0), 1.0),
    }
    tail = name.rpartition(".")[2]
    if tail == "write_file":
        return Case(("/dev/null", T("string", ())))
    single = (
        (T("float32", (2,)),)
        if tail in ("assert_non_negative", "assert_positive")
        else (T("float32", (2,)), T("float32", (2,)))
    )
    return Case(table.get(tail, single))
