"""What fits any shape: a graph also traces the branch that is not taken, and there an op may be refused.

Eagerly ``if tf.shape(image)[-1] == 3: image = tf.image.rgb_to_grayscale(image)`` leaves a grey image alone. A graph of
grey images refuses the op, though it would never run. A loop is taken for one that runs, unless sizes tell its rounds.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from jupyter_hybridize.domain import dtype as dtypes
from jupyter_hybridize.domain.value import AbstractValue, Origin, Tensor
from jupyter_hybridize.knowledge.names import canonical

SIZE: Final[Origin] = "size:static"  # of what tells the size of an axis, which the graph knows too
_ASKING: Final = frozenset({"tensorflow.shape", "tensorflow.size", "tensorflow.rank"})
_WORDS: Final = """
    abs add add_n argmax argmin cast ceil clip_by_value concat constant convert_to_tensor cos divide equal exp
    expand_dims fill floor gather greater greater_equal identity less less_equal linspace log logical_and logical_not
    logical_or math.divide_no_nan math.is_finite math.is_inf math.is_nan math.log1p math.reduce_mean
    math.reduce_std math.reduce_variance math.rsqrt math.sigmoid math.softplus math.squared_difference matmul maximum
    minimum multiply negative norm nn.elu nn.gelu nn.leaky_relu nn.relu not_equal one_hot ones ones_like pow print
    random.normal random.uniform range rank reduce_all reduce_any reduce_max reduce_mean reduce_min reduce_prod
    reduce_sum reshape round shape sigmoid sign sin size sqrt square squeeze stack stop_gradient strings.as_string
    subtract tan tanh where zeros zeros_like
"""
_RAW: Final = """
    AddV2 BitwiseAnd BitwiseOr BitwiseXor Case Cast Equal FloorDiv FloorMod GatherV2 Greater GreaterEqual Identity If
    Invert Less LessEqual LogicalNot MatMul Mul Neg NotEqual Pow Range ReadVariableOp RealDiv Shape StatefulRandom
    StridedSlice Sub While Abs gradient tensorflow.print IteratorGetNext IteratorGetNextAsOptional OptionalGetValue
    OptionalHasValue OptionalNone TensorListGetItem TensorListLength
"""
# ops that take any shape, or whose shapes the analysis compares itself
FITS: Final = frozenset((*_RAW.split(), *(canonical(f"tensorflow.{name}") for name in _WORDS.split())))


def origins(name: str, items: Iterable[AbstractValue], result: AbstractValue) -> frozenset[Origin]:
    """Return the origins of what op *name* makes of *items*: sizes stay sizes, but for what is computed with them."""
    found = frozenset[Origin]().union(*(item.origins for item in items))
    if name in _ASKING and any(_is_known(t) for item in items for t in item.each(Tensor)):
        return found | {SIZE}
    if SIZE in found and any(t.dtype is None or dtypes.is_floating(t.dtype) for t in result.each(Tensor)):
        return found - {SIZE}
    return found


def _is_known(tensor: Tensor) -> bool:
    dims = tensor.shape.dims
    return dims is not None and any(size is not None for size in dims)
