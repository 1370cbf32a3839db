"""Keras' functions on tensors: activations, ``keras.ops``, settings, random numbers, initializers."""

from __future__ import annotations

from dataclasses import replace

from jupyter_hybridize.domain.answer import Answer
from jupyter_hybridize.domain.dtype import FLOATS
from jupyter_hybridize.domain.effect import EffectKind
from jupyter_hybridize.domain.shape import SCALAR_SHAPE, UNKNOWN_SHAPE
from jupyter_hybridize.domain.value import (
    ANY,
    BOTTOM,
    NONE,
    TOP,
    AbstractValue,
    Api,
    Atom,
    Class,
    Form,
    Function,
    Hybrid,
    Instance,
    Method,
    Partial,
    Scalar,
    Tensor,
    array,
    join_all,
    tensor,
    value,
)
from jupyter_hybridize.knowledge.host import Call
from jupyter_hybridize.knowledge.keras import values as k
from jupyter_hybridize.knowledge.keras.layers import named_dtype
from jupyter_hybridize.knowledge.overlay import Overlay, Transfer

OVERLAY = Overlay()

# activations, which are among the ops too

ACTIVATIONS = """
    celu elu gelu hard_shrink hard_sigmoid hard_silu hard_tanh leaky_relu log_sigmoid log_softmax relu relu6 selu
    sigmoid silu soft_shrink softmax softplus softsign sparse_plus sparse_sigmoid squareplus tanh tanh_shrink
""".split()
NAMED = frozenset({*ACTIVATIONS, "exponential", "glu", "linear", "mish", "sparsemax", "threshold"})
_SYNONYMS = {"swish": "silu", "hard_swish": "hard_silu"}
ELEMENTWISE = """
    abs absolute arccos arccosh arcsin arcsinh arctan arctanh ceil conj conjugate copy cos cosh cumprod cumsum erf
    erfc erfinv exp exp2 expm1 floor identity log log10 log1p log2 logical_not nan_to_num negative reciprocal roll
    round rsqrt sign sin sinc sinh sort sqrt square stop_gradient tan trunc flip ones_like zeros_like normalize
    deg2rad rad2deg
""".split()
OTHERS = """
    arange argsort average average_pool batch_normalization cholesky clip conv conv_transpose cross depthwise_conv det
    diag diagonal dot einsum eye full_like get_item hstack in_top_k inv isfinite isinf isnan linspace max_pool median
    moveaxis multi_hot outer pad ravel segment_max segment_sum select size slice slice_update swapaxes take
    take_along_axis tensordot tile trace tri tril triu unfold vdot vstack image.resize image.rgb_to_grayscale
    image.hsv_to_rgb image.rgb_to_hsv image.pad_images scatter scatter_update layer_normalization rms_normalization
    dot_product_attention logdet solve psnr quantile
""".split()


def elementwise(call: Call) -> AbstractValue:
    """Keep shape, and dtype if it is a float."""
    only = call.argument(0, "x").only()
    found = None if only is None else k.as_tensor(only)
    if found is None or found.form in (Form.RAGGED, Form.SPARSE):
        return _some(call)
    _count(call)
    return value(replace(found, dtype=found.dtype if found.dtype in FLOATS else None))


def _some(call: Call) -> AbstractValue:
    """Return some tensor, symbolic if one that is given is."""
    _count(call)
    is_symbolic = k.has_symbolic(call.host, *call.arguments.every())
    return tensor(None, UNKNOWN_SHAPE, Form.KERAS_SYMBOLIC if is_symbolic else Form.DENSE)


def _count(call: Call) -> None:
    if not k.has_symbolic(call.host, *call.arguments.every()):
        call.host.tensor_op(call.name, 2)


for _name in ACTIVATIONS:
    OVERLAY.function(f"keras.ops.{_name}", f"keras.activations.{_name}")(elementwise)
for _name in ELEMENTWISE:
    OVERLAY.function(f"keras.ops.{_name}")(elementwise)
for _name in OTHERS:
    OVERLAY.function(f"keras.ops.{_name}")(_some)
OVERLAY.function("keras.activations.exponential", "keras.activations.mish", "keras.activations.hard_swish")(elementwise)
OVERLAY.function("keras.activations.linear")(lambda call: call.argument(0, "x"))


@OVERLAY.function("keras.activations.get")
def activation_by_name(call: Call) -> AbstractValue:
    """Find an activation by its name; None is the linear one, and a function or a layer is itself."""
    return join_all(_activation(call, atom) for atom in call.argument(0, "identifier").ordered())


def _activation(call: Call, atom: Atom) -> AbstractValue:
    if isinstance(atom, Function | Method | Partial | Hybrid | Api | Class | Instance):
        return value(atom)
    if not isinstance(atom, Scalar) or atom.constant is ANY:
        return k.unknown_call(call)
    name = "linear" if atom.constant is None else _SYNONYMS.get(str(atom.constant), str(atom.constant))
    if name not in NAMED:
        call.host.effect(EffectKind.RAISES, call.text, answer=Answer.UNKNOWN, detail=f"knows no {atom.constant!r}")
        return BOTTOM
    return value(Api(f"keras.activations.{name}"))


@OVERLAY.function("keras.ops.cast")
def cast(call: Call) -> AbstractValue:
    """Change the dtype."""
    _count(call)
    only = call.argument(0, "x").only()
    found = None if only is None else k.as_tensor(only)
    return _some(call) if found is None else value(replace(found, dtype=named_dtype(call.argument(1, "dtype"))))


@OVERLAY.function("keras.ops.convert_to_tensor", "keras.ops.array")
def convert(call: Call) -> AbstractValue:
    """Make a tensor."""
    only, asked = call.argument(0, "x").only(), call.argument(1, "dtype")
    found = None if only is None else k.as_tensor(only)
    if found is None:
        return _some(call)
    return value(found if k.is_nothing(asked) else replace(found, dtype=named_dtype(asked)))


@OVERLAY.function("keras.ops.convert_to_numpy", "keras.backend.get_value", "keras.backend.eval")
def to_numpy(call: Call) -> AbstractValue:
    """Return an array, which a graph has not got."""
    k.needs_value(call)
    found = call.argument(0, "x").first(Tensor)
    return array() if found is None else array(found.dtype, found.shape)


@OVERLAY.function("keras.ops.is_tensor", "keras.utils.is_keras_tensor", "keras.backend.is_keras_tensor")
def is_tensor(call: Call) -> AbstractValue:
    """Return a bool."""
    return k.BOOL


@OVERLAY.function("keras.ops.ndim")
def rank(call: Call) -> AbstractValue:
    """Return the rank."""
    return k.INT.join(tensor("int32", SCALAR_SHAPE))


# settings


@OVERLAY.function("keras.backend.epsilon", "keras.config.epsilon")
def epsilon(call: Call) -> AbstractValue:
    """Return the small number."""
    return k.FLOAT


@OVERLAY.function(
    "keras.backend.floatx",
    "keras.config.floatx",
    "keras.backend.image_data_format",
    "keras.config.image_data_format",
    "keras.backend.backend",
    "keras.config.backend",
    "keras.backend.standardize_dtype",
)
def setting(call: Call) -> AbstractValue:
    """Return a setting."""
    return k.STRING


# random numbers


def _drawn(dtype: str | None) -> Transfer:
    def transfer(call: Call) -> AbstractValue:
        call.host.tensor_op(call.name, 5)
        asked = call.argument(None, "dtype")
        shape = k.shape_of(call.host, call.argument(0, "shape"))
        return tensor(dtype if k.is_nothing(asked) else named_dtype(asked), shape)

    return transfer


for _name in ("normal", "uniform", "truncated_normal", "gamma", "beta", "binomial"):
    OVERLAY.function(f"keras.random.{_name}")(_drawn("float32"))
OVERLAY.function("keras.random.randint")(_drawn("int32"))
OVERLAY.function("keras.random.shuffle", "keras.random.dropout")(elementwise)
OVERLAY.function("keras.random.categorical")(_some)
OVERLAY.cls("keras.random.SeedGenerator")


@OVERLAY.function("keras.random.SeedGenerator")
def seed_generator(call: Call) -> AbstractValue:
    """Make a generator, whose state is a variable."""
    k.creates_variable(call)
    return call.host.new_object("keras.random.SeedGenerator", {})


@OVERLAY.method("keras.random.SeedGenerator", "next")
def next_seed(call: Call) -> AbstractValue:
    """Advance the state."""
    call.host.tensor_op("SeedGenerator.next", 3)
    return tensor(None)


@OVERLAY.property("keras.random.SeedGenerator", "state")
def seed_state(call: Call) -> AbstractValue:
    """Return the state's variable."""
    return k.variable(None)


# initializers, regularizers, constraints: objects without variables

INITIALIZERS = """
    Constant GlorotNormal GlorotUniform HeNormal HeUniform Identity LecunNormal LecunUniform Ones Orthogonal
    RandomNormal RandomUniform TruncatedNormal VarianceScaling Zeros
""".split()
OVERLAY.cls("keras.Initializer", "keras.Regularizer", "keras.constraints.Constraint")
for _name in INITIALIZERS:
    OVERLAY.cls(f"keras.initializers.{_name}", bases=("keras.Initializer",))
for _name in ("L1", "L2", "L1L2", "OrthogonalRegularizer"):
    OVERLAY.cls(f"keras.regularizers.{_name}", bases=("keras.Regularizer",))
for _name in ("MaxNorm", "MinMaxNorm", "NonNeg", "UnitNorm"):
    OVERLAY.cls(f"keras.constraints.{_name}", bases=("keras.constraints.Constraint",))


@OVERLAY.method("keras.Initializer", "__call__")
def initial_value(call: Call) -> AbstractValue:
    """Return a tensor of a shape."""
    call.host.tensor_op("initializer", 3)
    asked = call.argument(1, "dtype")
    shape = k.shape_of(call.host, call.argument(0, "shape"))
    return tensor("float32" if k.is_nothing(asked) else named_dtype(asked), shape)


@OVERLAY.method("keras.Regularizer", "__call__")
def penalty(call: Call) -> AbstractValue:
    """Return a number for a weight."""
    call.host.tensor_op("regularizer", 3)
    found = call.argument(0, "x").first(Tensor)
    return tensor(None if found is None or found.dtype not in FLOATS else found.dtype, SCALAR_SHAPE)


@OVERLAY.method("keras.constraints.Constraint", "__call__")
def constrained(call: Call) -> AbstractValue:
    """Keep a weight in bounds."""
    return elementwise(call)


@OVERLAY.method("keras.Initializer", "__init__", "get_config")
@OVERLAY.method("keras.Regularizer", "__init__", "get_config")
@OVERLAY.method("keras.constraints.Constraint", "__init__", "get_config")
def options(call: Call) -> AbstractValue:
    """Keep or return the options."""
    return NONE if call.name == "__init__" else call.host.new_dict(None, k.STRING, TOP)
