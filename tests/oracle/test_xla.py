"""Each function that is said to be beyond XLA, compiled by it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from jupyter_hybridize.knowledge.names import canonical
from jupyter_hybridize.knowledge.table import DATA
from jupyter_hybridize.knowledge.xla import CHANGED, DROPPED, REFUSED, Xla, tomllib
from tests.rules.engine import analyse

pytestmark = pytest.mark.tensorflow
tf = pytest.importorskip("tensorflow")

_NEEDED = """
import tensorflow as tf
v = tf.constant([1.0, 2.0, 3.0])
i = tf.constant([0, 1, 1])
m = tf.constant([[2.0, 1.0], [1.0, 3.0]])
image = tf.ones([1, 8, 8, 3])
sparse = tf.sparse.from_dense([[1]])
kernel = tf.ones([2, 2, 3])
rows = tf.ones([4, 2])
label = tf.constant([[1]], tf.int64)
"""
_REFUSED = {
    "print": "tf.print(v)",
    "py_function": "tf.py_function(abs, [v], tf.float32)",
    "numpy_function": "tf.numpy_function(abs, [v], tf.float32)",
    "timestamp": "tf.timestamp()",
    "unique_with_counts": "tf.unique_with_counts(i)[2]",
    "edit_distance": "tf.edit_distance(sparse, sparse)",
    "histogram_fixed_width": "tf.histogram_fixed_width(v, [0.0, 3.0], 3)",
    "strings.as_string": "tf.strings.as_string(v)",
    "strings.length": "tf.strings.length(tf.strings.as_string(v))",
    "io.serialize_tensor": "tf.io.serialize_tensor(v)",
    "io.encode_jpeg": "tf.io.encode_jpeg(tf.cast(image[0], tf.uint8))",
    "sets.union": "tf.sets.union([[1]], [[2]]).values",
    "linalg.eig": "tf.linalg.eig(m)[0]",
    "linalg.eigvals": "tf.linalg.eigvals(m)",
    "linalg.det": "tf.linalg.det(m)",
    "linalg.slogdet": "tf.linalg.slogdet(m)[1]",
    "linalg.lu": "tf.linalg.lu(m)[0]",
    "linalg.lu_solve": "tf.linalg.lu_solve(*tf.linalg.lu(m), m)",
    "linalg.sqrtm": "tf.linalg.sqrtm(m)",
    "linalg.logm": "tf.linalg.logm(tf.cast(m, tf.complex64))",
    "sparse.sparse_dense_matmul": "tf.sparse.sparse_dense_matmul(tf.sparse.from_dense(m), m)",
    "math.segment_sum": "tf.math.segment_sum(v, i)",
    "math.segment_mean": "tf.math.segment_mean(v, i)",
    **{f"math.{name}": f"tf.math.{name}(v)" for name in ("bessel_i0", "special.bessel_j0", "special.dawsn")},
    **{f"math.special.{name}": f"tf.math.special.{name}(v)" for name in ("fresnel_cos", "spence", "expint")},
    "random.shuffle": "tf.random.shuffle(v)",
    "random.gamma": "tf.random.gamma([2], 1.0)",
    "random.poisson": "tf.random.poisson([2], 1.0)",
    "random.stateless_gamma": "tf.random.stateless_gamma([2], [1, 2], 1.0)",
    "image.crop_and_resize": "tf.image.crop_and_resize(image, [[0.0, 0.0, 1.0, 1.0]], [0], [2, 2])",
    "image.draw_bounding_boxes": "tf.image.draw_bounding_boxes(image, [[[0.0, 0.0, 1.0, 1.0]]], [[1.0, 0.0, 0.0]])",
    "image.sample_distorted_bounding_box": (
        "tf.image.sample_distorted_bounding_box([8, 8, 3], [[[0.0, 0.0, 1.0, 1.0]]])[0]"
    ),
    "image.adjust_jpeg_quality": "tf.image.adjust_jpeg_quality(image[0], 9)",
    "image.random_jpeg_quality": "tf.image.random_jpeg_quality(image[0], 1, 9)",
    "nn.dilation2d": "tf.nn.dilation2d(image, kernel, [1, 1, 1, 1], 'SAME', 'NHWC', [1, 1, 1, 1])",
    "nn.erosion2d": "tf.nn.erosion2d(image, kernel, [1, 1, 1, 1], 'SAME', 'NHWC', [1, 1, 1, 1])",
    "nn.max_pool_with_argmax": "tf.nn.max_pool_with_argmax(image, 2, 2, 'SAME')[0]",
    "nn.fractional_max_pool": "tf.nn.fractional_max_pool(image, 1.5)[0]",
    "nn.nce_loss": "tf.nn.nce_loss(rows, tf.ones([4]), label, tf.ones([1, 2]), 2, 4)",
    "nn.sampled_softmax_loss": "tf.nn.sampled_softmax_loss(rows, tf.ones([4]), label, tf.ones([1, 2]), 2, 4)",
    "nn.embedding_lookup_sparse": "tf.nn.embedding_lookup_sparse(m, sparse, None)",
    "nn.ctc_greedy_decoder": "tf.nn.ctc_greedy_decoder(tf.ones([2, 1, 3]), [2])[1]",
    "nn.ctc_beam_search_decoder": "tf.nn.ctc_beam_search_decoder(tf.ones([2, 1, 3]), [2])[1]",
    "quantization.quantize": "tf.quantization.quantize(v, 0.0, 3.0, tf.qint8)[0]",
    "audio.encode_wav": "tf.audio.encode_wav(tf.ones([4, 1]), 8)",
}
_DROPPED = {
    "Assert": "tf.Assert(v[0] > 9.0, [v])",
    "debugging.Assert": "tf.debugging.Assert(v[0] > 9.0, [v])",
    "debugging.check_numerics": "tf.debugging.check_numerics(v / 0.0, 'not finite')",
    "debugging.assert_all_finite": "tf.debugging.assert_all_finite(v / 0.0, 'not finite')",
    "debugging.assert_equal": "tf.debugging.assert_equal(v, v + 1.0)",
    "debugging.assert_none_equal": "tf.debugging.assert_none_equal(v, v)",
    "debugging.assert_less": "tf.debugging.assert_less(v, v)",
    "debugging.assert_less_equal": "tf.debugging.assert_less_equal(v, v - 1.0)",
    "debugging.assert_greater": "tf.debugging.assert_greater(v, v)",
    "debugging.assert_greater_equal": "tf.debugging.assert_greater_equal(v, v + 1.0)",
    "debugging.assert_near": "tf.debugging.assert_near(v, v + 1.0)",
    "debugging.assert_positive": "tf.debugging.assert_positive(-v)",
    "debugging.assert_negative": "tf.debugging.assert_negative(v)",
    "debugging.assert_non_negative": "tf.debugging.assert_non_negative(-v)",
}
_CHANGED = ["random.stateless_normal", "random.stateless_uniform", "random.stateless_truncated_normal"]


def _compiled(call: str) -> object:
    """Return what a compiled function returns after the call; its operands are arguments, so that nothing is folded."""
    held: dict[str, object] = {}
    result = "return v if kept is None or isinstance(kept, tf.Operation) else (v, kept)"
    exec(f"{_NEEDED}\ndef f(v, i, m, image):\n    kept = {call}\n    {result}", held)
    graph = tf.function(held["f"], jit_compile=True, autograph=False)
    return graph(*(held[name] for name in ("v", "i", "m", "image")))


@pytest.mark.parametrize("name", _REFUSED)
def test_xla_refuses_it(name: str) -> None:
    assert Xla.load().of(canonical(f"tensorflow.{name}")) == REFUSED
    with pytest.raises(
        (tf.errors.InvalidArgumentError, tf.errors.FailedPreconditionError, tf.errors.UnimplementedError)
    ):
        _compiled(_REFUSED[name])


@pytest.mark.parametrize("name", _DROPPED)
def test_xla_leaves_it_out(name: str) -> None:
    assert Xla.load().of(canonical(f"tensorflow.{name}")) == DROPPED
    _compiled(re.sub(r"\bv\b", "(v + 0.0)", _DROPPED[name]))


@pytest.mark.parametrize("name", _CHANGED)
def test_xla_draws_other_numbers(name: str) -> None:
    def drawn() -> object:
        return getattr(tf.random, name.rpartition(".")[2])([8], [1, 2])

    assert Xla.load().of(canonical(f"tensorflow.{name}")) == CHANGED
    ours, theirs = (tf.function(drawn, jit_compile=compiled, autograph=False)() for compiled in (False, True))
    assert (ours == drawn()).numpy().all()
    assert not (ours == theirs).numpy().any()


def test_every_entry_is_run() -> None:
    listed = tomllib.loads((DATA / "xla.toml").read_text(encoding="utf-8"))
    assert {n for n in listed["refused"] if not n.endswith(".*")} <= _REFUSED.keys()
    assert listed["changed"] == _CHANGED
    assert set(listed["dropped"]) == _DROPPED.keys()


def test_a_compiled_function_that_xla_refuses_is_a_hazard(tmp_path: Path) -> None:
    source = """
import tensorflow as tf

@tf.function(jit_compile=True)
def f(x):
    return tf.linalg.det(x) * 2.0

@tf.function
def g(x):
    return tf.linalg.det(x) * 2.0

for _ in range(3):
    f(tf.eye(3)), g(tf.eye(3))
"""
    verdicts = {f.name: (f.safety, f.confidence) for f in analyse(source, tmp_path)}
    assert verdicts == {"f": ("unsafe", "hazard"), "g": ("safe", "fine")}
