"""What NumPy returns, eagerly and while tracing, is among what the overlays say."""

from __future__ import annotations

import operator
from collections.abc import Callable

import numpy as np
import pytest

from jupyter_hybridize.domain.answer import Answer
from jupyter_hybridize.domain.effect import EffectKind
from jupyter_hybridize.domain.value import TOP, AbstractValue
from jupyter_hybridize.knowledge.api import Knowledge
from jupyter_hybridize.knowledge.host import Mode

tf = pytest.importorskip("tensorflow")
pytestmark = pytest.mark.tensorflow

from tests.knowledge.real_values import describes, lift  # noqa: E402
from tests.knowledge.recording_host import RecordingHost  # noqa: E402

KNOWLEDGE = Knowledge.load()
F32, F64, I32, I64 = (np.ones((2, 3), dtype) for dtype in ("float32", "float64", "int32", "int64"))
U8, I16, F16, C64, FLAGS = (np.ones((2, 3), dtype) for dtype in ("uint8", "int16", "float16", "complex64", "bool"))
ARRAYS = (F32, F64, I32, I64, U8, I16, F16, C64, FLAGS)
VECTOR = np.ones(3, "float32")
SQUARE = np.eye(3)

UNARY = (
    "sqrt sin exp log tanh floor ceil rint round abs sign square negative isnan isfinite logical_not sum prod mean std "
    "var max min argmax argmin any all median average ptp cumsum cumprod nansum nanmean nanmax count_nonzero ravel "
    "transpose squeeze sort argsort unique copy array asarray zeros_like ones_like empty_like shape ndim size diff "
    "flip atleast_1d atleast_2d atleast_3d diag nonzero where real isreal nan_to_num histogram fliplr trace"
).split()
BINARY = (
    "add subtract multiply divide power floor_divide mod maximum minimum arctan2 hypot equal less logical_and".split()
)


def call(name: str, *args: object, **kwargs: object) -> tuple[RecordingHost, AbstractValue]:
    """Call what we know of a NumPy function."""
    host = RecordingHost(Mode.EAGER, KNOWLEDGE)
    ours = KNOWLEDGE.call(
        host.invoke(name, *(lift(host, each) for each in args), **{k: lift(host, v) for k, v in kwargs.items()})
    )
    return host, ours


def real(name: str) -> Callable[..., object]:
    """Return the NumPy function of this name."""
    found: Callable[..., object] = operator.attrgetter(name.partition(".")[2])(np)
    return found


@pytest.mark.parametrize("name", ["maximum", "add", "multiply", "logical_and", "divide", "arctan2"])
def test_accumulated_functions_of_two_operands(name: str) -> None:
    for each in (F32, I64, VECTOR):
        agrees(f"numpy.{name}.accumulate", each)


def agrees(name: str, *args: object, **kwargs: object) -> None:
    """Check that our result covers NumPy's."""
    try:
        expected = real(name)(*args, **kwargs)
    except (TypeError, ValueError, np.exceptions.DTypePromotionError):
        return
    host, ours = call(name, *args, **kwargs)
    assert describes(host, ours, expected), f"{name}: {ours} is not {type(expected)} {lift(host, expected)}"


@pytest.mark.parametrize("name", UNARY)
def test_function_of_one_array_is_covered(name: str) -> None:
    with np.errstate(all="ignore"):
        for item in (*ARRAYS, VECTOR, SQUARE, np.float32(2), 2, 2.5, True, [1, 2], [1, 2.5], [[1], [2]], (True, False)):
            agrees(f"numpy.{name}", item)


@pytest.mark.parametrize("name", BINARY)
def test_function_of_two_arrays_is_covered(name: str) -> None:
    others = (*ARRAYS, 2, 2.0, np.float64(2), np.int8(1), VECTOR, [1, 2, 3], True)
    with np.errstate(all="ignore"):
        for left in others:
            for right in others:
                agrees(f"numpy.{name}", left, right)


@pytest.mark.parametrize(
    "name", "sum mean max std argmax any cumsum median sort argsort prod var min all nanmean".split()
)
@pytest.mark.parametrize("axis", [0, 1, -1, None])
def test_axis_is_respected(name: str, axis: int | None) -> None:
    for item in ARRAYS:
        agrees(f"numpy.{name}", item, axis=axis)
        agrees(f"numpy.{name}", item, axis)


@pytest.mark.parametrize("name", "sum mean max std any prod var min all median".split())
def test_kept_dimensions_are_1(name: str) -> None:
    for axis in (0, (0, 1), None):
        agrees(f"numpy.{name}", F32, axis=axis, keepdims=True)


CALLS: list[tuple[str, tuple[object, ...], dict[str, object]]] = [
    ("zeros", (3,), {}),
    ("zeros", ((2, 3),), {"dtype": "float32"}),
    ("zeros", ((2, 3), np.int32), {}),
    ("ones", ([2, 3],), {"dtype": np.dtype("u1")}),
    ("full", ((2,), 1), {}),
    ("full", (2, 1.5), {"dtype": "int32"}),
    ("full", (3, VECTOR[0]), {}),
    ("full_like", (F32, 2), {}),
    ("full_like", (F32, 2), {"dtype": "int8"}),
    ("array", ([1, 2],), {"dtype": "f4"}),
    ("array", ([[1, 2], [3, 4]],), {}),
    ("array", ([np.float32(1), 2.0],), {}),
    ("array", ([True, 2],), {}),
    ("array", (["a", "b"],), {}),
    ("array", ([F32, F32],), {}),
    ("array", (5.0,), {}),
    ("array", ([],), {}),
    ("array", (None,), {}),
    ("array", ([1],), {"ndmin": 2}),
    ("array", ({1, 2},), {}),
    ("array", ({"a": 1},), {}),
    ("ascontiguousarray", (3,), {}),
    ("arange", (3,), {}),
    ("arange", (3.0,), {}),
    ("arange", (1, 7, 2), {}),
    ("arange", (0, 1, 0.1), {}),
    ("arange", (3,), {"dtype": np.float32}),
    ("arange", (np.int32(3),), {}),
    ("arange", (5, 0), {}),
    ("linspace", (0, 1), {}),
    ("linspace", (0, 1, 5), {}),
    ("linspace", (F32, 1, 5), {}),
    ("linspace", (np.float32(0), np.float32(1), 5), {}),
    ("linspace", (0, 1, 5), {"retstep": True}),
    ("eye", (3,), {}),
    ("eye", (3, 4), {"dtype": "float32"}),
    ("identity", (2,), {}),
    ("tri", (3,), {}),
    ("clip", (U8, 0, 1), {}),
    ("clip", (F32, 0, 1), {}),
    ("clip", (I32, 0.0, 1.0), {}),
    ("clip", (2.5, 0, 1), {}),
    ("where", (FLAGS, 1, 0), {}),
    ("where", (FLAGS, 1.0, 0), {}),
    ("where", (FLAGS, F32, 0.0), {}),
    ("where", (FLAGS, I32, 2.5), {}),
    ("where", (True, F32, I32), {}),
    ("concatenate", ([F32, I64],), {}),
    ("concatenate", ((F32, F32),), {"axis": 1}),
    ("concatenate", ([[1], [2.0]],), {}),
    ("concatenate", ([F32, F32],), {"axis": None}),
    ("stack", ([F32, F32],), {"axis": -1}),
    ("stack", ([1, 2],), {}),
    ("vstack", ([F32, F32],), {}),
    ("vstack", ([VECTOR, VECTOR],), {}),
    ("hstack", ([F32, F32],), {}),
    ("hstack", ([VECTOR, VECTOR],), {}),
    ("dstack", ([F32, F32],), {}),
    ("append", (F32, 1), {}),
    ("insert", (F32, 0, 1), {}),
    ("delete", (F32, 0), {"axis": 0}),
    ("tile", (F32, 2), {}),
    ("tile", (F32, (2, 1)), {}),
    ("tile", (1, 3), {}),
    ("repeat", (F32, 2), {}),
    ("repeat", (F32, 2), {"axis": 1}),
    ("split", (F32, 3), {"axis": 1}),
    ("array_split", (F32, 2), {}),
    ("take", (F32, [0]), {}),
    ("take", (F32, 0), {}),
    ("unique", (I32,), {"return_counts": True}),
    ("unique", (I32,), {"return_counts": False}),
    ("unique", (I32,), {"axis": 0}),
    ("meshgrid", (VECTOR, VECTOR), {}),
    ("dot", (F32, F32.T), {}),
    ("dot", (2, F32), {}),
    ("dot", (VECTOR, VECTOR), {}),
    ("dot", (F32, VECTOR), {}),
    ("matmul", (F32, F32.T), {}),
    ("matmul", (F32, [1, 2, 3]), {}),
    ("inner", (F32, F32), {}),
    ("outer", (F32, F32), {}),
    ("einsum", ("ij,kj->ik", F32, F32), {}),
    ("tensordot", (F32, F32, 2), {}),
    ("expand_dims", (F32, -1), {}),
    ("expand_dims", (F32, 0), {}),
    ("expand_dims", (2.0, 0), {}),
    ("squeeze", (F32[None], 0), {}),
    ("squeeze", (np.ones((1, 1)),), {}),
    ("reshape", (F32, -1), {}),
    ("reshape", (F32, (3, -1)), {}),
    ("reshape", (F32, (3, 2), "F"), {}),
    ("reshape", (F32, 6), {}),
    ("transpose", (F32, (1, 0)), {}),
    ("transpose", (np.ones((2, 3, 4)), [2, 0, 1]), {}),
    ("swapaxes", (F32, 0, 1), {}),
    ("moveaxis", (F32, 0, 1), {}),
    ("rot90", (F32,), {}),
    ("roll", (F32, 1), {}),
    ("pad", (F32, 1), {}),
    ("pad", (F32, ((0, 0), (1, 1))), {}),
    ("broadcast_to", (VECTOR, (4, 2, 3)), {}),
    ("triu", ([1, 2, 3],), {}),
    ("diff", (F32,), {"axis": 0}),
    ("sort", (F32,), {"axis": None}),
    ("allclose", (F32, F32), {}),
    ("array_equal", (F32, F32), {}),
    ("isclose", (F32, 1), {}),
    ("isin", (F32, [1]), {}),
    ("percentile", (F32, 50), {}),
    ("percentile", (F32, [1, 2]), {"axis": 0}),
    ("average", (F32,), {"weights": F32}),
    ("average", (F32,), {"weights": F32, "returned": True}),
    ("gradient", (F32,), {}),
    ("gradient", (VECTOR,), {}),
    ("bincount", ([0, 1],), {}),
    ("searchsorted", ([1, 2], 1), {}),
    ("interp", (1.5, [1, 2], [1, 2]), {}),
    ("polyfit", ([1, 2, 3], [1, 2, 3], 1), {}),
    ("cov", (F32,), {}),
    ("sum", (F32,), {"dtype": np.float64}),
    ("sum", (F32, 0, np.float64), {}),
    ("mean", (U8,), {"dtype": "float32"}),
    ("linalg.norm", (F32,), {}),
    ("linalg.norm", (F32,), {"axis": 1}),
    ("linalg.norm", (I32,), {"axis": 0, "keepdims": True}),
    ("linalg.inv", (SQUARE,), {}),
    ("linalg.det", (SQUARE,), {}),
    ("linalg.svd", (F32,), {}),
    ("linalg.eigh", (SQUARE,), {}),
    ("fft.fft", (F32,), {}),
    ("float32", (2,), {}),
    ("float32", ([1, 2],), {}),
    ("int64", (3.5,), {}),
    ("uint8", (F32,), {}),
    ("bool_", (1,), {}),
    ("float64", (), {}),
    ("dtype", ("float32",), {}),
    ("dtype", (np.int32,), {}),
    ("result_type", (F32, I64), {}),
    ("isscalar", (3,), {}),
    ("random.rand", (), {}),
    ("random.rand", (2, 3), {}),
    ("random.randn", (2,), {}),
    ("random.normal", (), {}),
    ("random.normal", (0.0, 1.0, 3), {}),
    ("random.normal", (VECTOR,), {}),
    ("random.normal", (), {"size": (2, 2)}),
    ("random.normal", (), {"loc": VECTOR}),
    ("random.uniform", (0, 1), {}),
    ("random.uniform", (0, 1, (2, 2)), {}),
    ("random.randint", (3,), {}),
    ("random.randint", (0, 3, 2), {}),
    ("random.randint", (0, 3), {"size": [2, 3]}),
    ("random.choice", (3,), {}),
    ("random.choice", ([1.0, 2.0],), {}),
    ("random.choice", ([1, 2], 2), {}),
    ("random.choice", (3, 2), {"replace": False}),
    ("random.choice", (["a", "b"],), {}),
    ("random.permutation", (3,), {}),
    ("random.permutation", (F32,), {}),
    ("random.random", (), {}),
    ("random.random", ((2, 2),), {}),
    ("random.binomial", (1, 0.5), {}),
    ("random.poisson", (1.0, 3), {}),
    ("random.multivariate_normal", ([0, 0], SQUARE[:2, :2]), {}),
    ("random.standard_normal", ((2,),), {}),
    ("random.beta", (1, 1), {}),
]


@pytest.mark.parametrize(("name", "args", "kwargs"), CALLS, ids=[str(i) + row[0] for i, row in enumerate(CALLS)])
def test_call_is_covered(name: str, args: tuple[object, ...], kwargs: dict[str, object]) -> None:
    agrees(f"numpy.{name}", *args, **kwargs)


METHODS: list[tuple[str, tuple[object, ...], dict[str, object]]] = [
    ("mean", (), {}), ("mean", (0,), {}), ("sum", (), {"axis": -1, "keepdims": True}), ("sum", (0, "float64"), {}),
    ("max", (), {}), ("argmax", (), {"axis": 1}), ("std", (), {}), ("var", ((0, 1),), {}), ("any", (), {}),
    ("prod", (), {}), ("min", (0,), {}), ("cumsum", (), {}), ("cumsum", (1,), {}), ("astype", (int,), {}),
    ("astype", ("uint8",), {}), ("astype", (np.float32,), {}), ("reshape", (3, 2), {}), ("reshape", ((3, 2),), {}),
    ("reshape", (-1,), {}), ("reshape", (-1, 2), {}), ("ravel", (), {}), ("flatten", (), {}), ("copy", (), {}),
    ("transpose", (), {}), ("transpose", (1, 0), {}), ("transpose", ((1, 0),), {}), ("dot", (SQUARE,), {}),
    ("dot", (VECTOR,), {}), ("round", (2,), {}), ("clip", (0, 1), {}), ("squeeze", (), {}), ("repeat", (2,), {}),
    ("nonzero", (), {}), ("tobytes", (), {}), ("argsort", (), {}), ("swapaxes", (0, 1), {}), ("take", ([0],), {}),
    ("diagonal", (), {}), ("trace", (), {}), ("view", (), {}), ("tolist", (), {}), ("item", (0,), {}),
]  # fmt: skip


@pytest.mark.parametrize(("name", "args", "kwargs"), METHODS, ids=[str(i) + row[0] for i, row in enumerate(METHODS)])
def test_method_is_covered(name: str, args: tuple[object, ...], kwargs: dict[str, object]) -> None:
    for item in (F32, I32, U8, FLAGS, C64):
        host = RecordingHost(Mode.EAGER, KNOWLEDGE)
        positional = [lift(host, each) for each in args]
        named = {key: lift(host, each) for key, each in kwargs.items()}
        ours = KNOWLEDGE.call_method(
            "numpy.ndarray", host.invoke(name, *positional, receiver=lift(host, item), **named)
        )
        assert ours is not None
        try:
            expected = getattr(item, name)(*args, **kwargs)
        except TypeError:
            continue
        assert describes(host, ours, expected), f"{name} of {item.dtype}: {ours}"


@pytest.mark.parametrize("name", ["shape", "dtype", "ndim", "size", "nbytes", "itemsize", "T", "real"])
def test_attribute_is_covered(name: str) -> None:
    for item in (F32, C64, VECTOR, np.float32(1)):
        host = RecordingHost(Mode.EAGER, KNOWLEDGE)
        ours = KNOWLEDGE.read("numpy.ndarray", host.invoke(name, receiver=lift(host, item)))
        assert ours is not None
        assert describes(host, ours, getattr(item, name))


RAISING = (EffectKind.LEAVES_TENSORFLOW, EffectKind.NEEDS_VALUE, EffectKind.RAISES, EffectKind.ITERATES_TENSOR)
TENSOR_CALLS: list[tuple[str, str]] = [
    (name, f"np.{name}(x)") for name in (*UNARY, "linalg.norm", "float32", "expand_dims") if name != "expand_dims"
] + [
    ("concatenate", "np.concatenate([x, x])"),
    ("stack", "np.stack([x, x])"),
    ("add", "np.add(x, 1.0)"),
    ("maximum", "np.maximum(x, 0)"),
    ("expand_dims", "np.expand_dims(x, 0)"),
    ("zeros", "np.zeros(tf.shape(x))"),
    ("clip", "np.clip(x, 0, 1)"),
    ("dot", "np.dot(x, x)"),
    ("testing.assert_allclose", "np.testing.assert_allclose(x, x)"),
]


@pytest.mark.parametrize(("name", "text"), TENSOR_CALLS)
def test_function_that_raises_on_a_symbolic_tensor_is_seen_to_leave_tensorflow(name: str, text: str) -> None:
    def traced(x: object) -> int:
        eval(text, {"np": np, "tf": tf, "x": x})
        return 0

    spec = tf.TensorSpec([3], tf.float32)
    raised = False
    try:
        tf.function(traced, autograph=False).get_concrete_function(spec)
    except (NotImplementedError, TypeError):
        raised = True
    host = RecordingHost(Mode.CONVERTED, KNOWLEDGE)
    x = lift(host, tf.ones([3]))
    arguments = {
        "concatenate": [host.new_list([x, x])], "stack": [host.new_list([x, x])], "add": [x, lift(host, 1.0)],
        "maximum": [x, lift(host, 0)], "expand_dims": [x, lift(host, 0)], "zeros": [lift(host, tf.constant([3]))],
        "clip": [x, lift(host, 0), lift(host, 1)], "dot": [x, x], "testing.assert_allclose": [x, x],
    }.get(name, [x])  # fmt: skip
    KNOWLEDGE.call(host.invoke(f"numpy.{name}", *arguments))
    certain = [effect for effect in host.effects if effect.kind in RAISING and effect.answer is Answer.NO]
    assert bool(certain) == raised, text


@pytest.mark.parametrize("name", ["mean", "sqrt", "array", "argmax", "concatenate"])
def test_the_same_function_of_an_eager_tensor_or_of_arrays_is_fine(name: str) -> None:
    for mode, item in ((Mode.EAGER, tf.ones([3])), (Mode.CONVERTED, np.ones(3)), (Mode.UNCONVERTED, [1.0, 2.0])):
        host = RecordingHost(mode, KNOWLEDGE)
        given = host.new_list([lift(host, item)]) if name == "concatenate" else lift(host, item)
        KNOWLEDGE.call(host.invoke(f"numpy.{name}", given))
        assert host.effects == []


def test_static_shape_of_a_tensor_may_be_handed_to_numpy() -> None:
    host = RecordingHost(Mode.CONVERTED, KNOWLEDGE)
    ours = KNOWLEDGE.call(host.invoke("numpy.zeros", lift(host, tf.ones([2, 3]).shape)))
    assert str(ours) == "np f64[2,3]"
    assert host.effects == []


def test_random_numbers_are_drawn_while_tracing_only() -> None:
    host, _ = call("numpy.random.normal")
    assert host.kinds() == [EffectKind.READS_CLOCK_OR_RNG]
    assert host.effects[0].reason == "numpy.random"


def test_what_is_not_known_may_be_a_tensor_when_traced() -> None:
    host = RecordingHost(Mode.CONVERTED, KNOWLEDGE)
    KNOWLEDGE.call(host.invoke("numpy.mean", TOP))
    assert [(e.kind, e.answer) for e in host.effects] == [(EffectKind.LEAVES_TENSORFLOW, Answer.UNKNOWN)]


def test_filling_an_array_changes_it() -> None:
    host = RecordingHost(Mode.EAGER, KNOWLEDGE)
    KNOWLEDGE.call_method("numpy.ndarray", host.invoke("fill", lift(host, 1), receiver=lift(host, F32)))
    assert host.kinds() == [EffectKind.MUTATES_OBJECT]
