"""``tf.keras.backend``: the functions of Keras 1, each of which calls TensorFlow under its own parameter names.

Seen in Keras 3.15, ``keras/src/legacy/backend.py``.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from jupyter_hybridize.domain.answer import Answer
from jupyter_hybridize.domain.dtype import FLOATS
from jupyter_hybridize.domain.effect import EffectKind
from jupyter_hybridize.domain.shape import Shape
from jupyter_hybridize.domain.value import (
    BOTTOM,
    NONE,
    AbstractValue,
    Api,
    Class,
    Container,
    Form,
    Function,
    Hybrid,
    Method,
    Partial,
    Tensor,
    Tuple,
    array,
    constant,
    join_all,
    tensor,
    value,
)
from jupyter_hybridize.knowledge.host import Arguments, Call
from jupyter_hybridize.knowledge.keras import values as k
from jupyter_hybridize.knowledge.overlay import Overlay

OVERLAY: Final = Overlay()
MODULE: Final = "keras.backend."
FLOATX: Final = constant("float32")
_CALLABLES: Final = (Function, Hybrid, Method, Partial, Class, Api)
# what is called, and what it takes: `name`, or `name:what TensorFlow calls it`, or `-`, an axis that it leaves out; the
# first goes by position
_ROWS: Final = """
    abs abs x | argmax argmax x axis | argmin argmin x axis | cast cast x dtype | cos cos x | cumsum cumsum x axis
    cumprod math.cumprod x axis | equal equal x y | exp exp x | expand_dims expand_dims x axis
    gather gather reference indices | greater greater x y | greater_equal greater_equal x y | less less x y
    l2_normalize linalg.l2_normalize x axis
    less_equal less_equal x y | log math.log x | max reduce_max x axis keepdims | maximum maximum x y
    min reduce_min x axis keepdims | minimum minimum x y | not_equal not_equal x y | ones_like ones_like x dtype name
    one_hot one_hot indices num_classes:depth | permute_dimensions transpose x pattern:perm | pow pow x a:y
    prod reduce_prod x axis keepdims | reshape reshape x shape | round round x | shape shape x | sigmoid sigmoid x
    sign sign x | sin sin x | softplus math.softplus x | softsign nn.softsign x | sqrt sqrt x | square square x
    stack stack x axis | sum reduce_sum x axis keepdims | tanh tanh x | transpose transpose x
    zeros_like zeros_like x dtype name | constant constant value dtype shape name
    random_normal random.normal shape mean stddev dtype seed | dropout nn.dropout x level:rate noise_shape seed
    random_uniform random.uniform shape minval maxval dtype seed
    truncated_normal random.truncated_normal shape mean stddev dtype seed
    random_bernoulli random.uniform shape p: dtype seed
    batch_normalization nn.batch_normalization x mean var:variance beta:offset gamma:scale - epsilon:variance_epsilon
"""
_LAST: Final = {"argmax", "argmin", "expand_dims"}  # whose axis is the last unless told
_DEFAULTS: Final = {("cumsum", "axis"): 0, ("cumprod", "axis"): 0, ("batch_normalization", "epsilon"): 1e-3}
_MAKING: Final = {"constant", "random_normal", "random_uniform", "truncated_normal", "random_bernoulli"}  # in floatx


@dataclass(frozen=True, slots=True)
class _Row:
    """One function: its name, what it calls, and its parameters with the names that TensorFlow has for them."""

    name: str
    target: str
    parameters: tuple[tuple[str, str], ...]

    def __call__(self, call: Call) -> AbstractValue:
        """Call TensorFlow's function as Keras does."""
        names = [name for name, _ in self.parameters]
        if not _fits(call, names):
            return _some(call)
        given = {name: call.argument(at, name) for at, name in enumerate(names)}
        given |= {name: self._default(name) for name, item in given.items() if item.is_bottom}
        if self.name in _MAKING and given["dtype"] in (BOTTOM, NONE):
            given["dtype"] = FLOATX
        keywords = {other: given[name] for name, other in self.parameters[1:] if other and not given[name].is_bottom}
        if self.name == "one_hot":
            keywords["axis"] = constant(-1)
        return run(call, self.target, given[names[0]], **keywords)

    def _default(self, name: str) -> AbstractValue:
        if name == "axis" and self.name in _LAST:
            return constant(-1)
        known = _DEFAULTS.get((self.name, name))
        return BOTTOM if known is None else constant(known)


def _row(text: str) -> _Row:
    name, target, *parameters = text.split()
    pairs = (each.replace("-", "axis:").partition(":") for each in parameters)
    return _Row(name, target, tuple((own, other if colon else own) for own, colon, other in pairs))


def _fits(call: Call, names: list[str]) -> bool:
    given = call.arguments
    return given.is_exact and len(given.positional) <= len(names) and given.keywords.keys() <= set(names)


def run(call: Call, target: str, *items: AbstractValue, **keywords: AbstractValue) -> AbstractValue:
    """Call TensorFlow's function *target*."""
    return call.host.call(value(Api(f"tensorflow.{target}")), Arguments(items, keywords))


def _some(call: Call) -> AbstractValue:
    """Return some tensor, of which it is not said how a graph comes to it."""
    call.host.effect(EffectKind.UNKNOWN_VALUE, call.text or call.name, answer=Answer.UNKNOWN, reason=call.name)
    return tensor()


for _text in _ROWS.replace("\n", "|").split("|"):
    for _each in filter(None, [_text.strip()]):
        OVERLAY.function(f"{MODULE}{_each.split()[0]}")(_row(_each))


# with a little of their own


@OVERLAY.function(f"{MODULE}mean", f"{MODULE}std", f"{MODULE}var")
def average(call: Call) -> AbstractValue:
    """Average; bools become floats first."""
    target = {"mean": "reduce_mean", "std": "math.reduce_std", "var": "math.reduce_variance"}
    return _reduced(call, target[call.name.removeprefix(MODULE)], cast_from="bool", to="float32")


@OVERLAY.function(f"{MODULE}any", f"{MODULE}all")
def truth(call: Call) -> AbstractValue:
    """Ask whether any is true; numbers become bools first."""
    return _reduced(call, f"reduce_{call.name.removeprefix(MODULE)}", cast_from=None, to="bool")


def _reduced(call: Call, target: str, *, cast_from: str | None, to: str) -> AbstractValue:
    if not _fits(call, ["x", "axis", "keepdims"]):
        return _some(call)
    given = call.argument(0, "x")
    if cast_from is None or any(getattr(atom, "dtype", None) == cast_from for atom in given.atoms):
        given = run(call, "cast", given, dtype=constant(to))
    named = {"axis": call.argument(1, "axis"), "keepdims": call.argument(2, "keepdims")}
    return run(call, target, given, **{name: item for name, item in named.items() if not item.is_bottom})


@OVERLAY.function(f"{MODULE}flatten")
def flatten(call: Call) -> AbstractValue:
    """Give all elements in one axis."""
    return run(call, "reshape", call.argument(0, "x"), call.host.new_list([constant(-1)]))


@OVERLAY.function(f"{MODULE}squeeze")
def squeeze(call: Call) -> AbstractValue:
    """Take out one axis."""
    return run(call, "squeeze", call.argument(0, "x"), call.host.new_list([call.argument(1, "axis")]))


@OVERLAY.function(f"{MODULE}reverse", f"{MODULE}tile")
def with_list(call: Call) -> AbstractValue:
    """Reverse or repeat axes; one number stands for a list of one."""
    given = call.argument(1, "axes", "n")
    listed = call.host.new_list([given]) if k.integer(given) is not None else given
    return run(call, call.name.removeprefix(MODULE), call.argument(0, "x"), listed)


@OVERLAY.function(f"{MODULE}clip")
def clip(call: Call) -> AbstractValue:
    """Clip; None is no bound."""
    bounds = [call.argument(1, "min_value"), call.argument(2, "max_value")]
    lower, upper = (k.FLOAT if item == NONE else item for item in bounds)
    return run(call, "clip_by_value", call.argument(0, "x"), lower, upper)


@OVERLAY.function(f"{MODULE}softmax")
def softmax(call: Call) -> AbstractValue:
    """Take the softmax of what has two axes or more: the rank is asked for."""
    given, axis = call.argument(0, "x"), call.argument(1, "axis")
    if not axis.is_bottom and k.integer(axis) is None:
        return _some(call)
    if any(isinstance(atom, Tensor) and (atom.shape.rank is None or atom.shape.rank < 2) for atom in given.atoms):
        return _some(call)
    return run(call, "nn.softmax", given, axis=constant(-1) if axis.is_bottom else axis)


@OVERLAY.function(f"{MODULE}concatenate")
def concatenate(call: Call) -> AbstractValue:
    """Join along the last axis, or another: an axis counted from the end asks the first tensor for its rank."""
    given, axis = call.argument(0, "tensors"), call.argument(1, "axis")
    items = call.host.items(given)
    at = -1 if axis.is_bottom else k.integer(axis)
    firsts = list(items[0].atoms) if items else []
    is_ranked = all(isinstance(a, Tensor) and a.shape.rank and a.form is not Form.SPARSE for a in firsts)
    if at is None or not firsts or (at < 0 and not is_ranked):
        return _some(call)
    return run(call, "concat", given, constant(at))


@OVERLAY.function(f"{MODULE}dot")
def dot(call: Call) -> AbstractValue:
    """Multiply matrices; more axes are flattened, and put back."""
    pair = [call.argument(0, "x").only(), call.argument(1, "y").only()]
    ranks = [atom.shape.rank if isinstance(atom, Tensor) else None for atom in pair]
    if ranks == [2, 2]:
        return run(call, "matmul", call.argument(0, "x"), call.argument(1, "y"))
    return _like(call)


@OVERLAY.function(f"{MODULE}relu", f"{MODULE}elu", f"{MODULE}hard_sigmoid")
def activated(call: Call) -> AbstractValue:
    """Keep shape and dtype; of integers nothing is said."""
    given = call.argument(0, "x")
    if len(call.arguments.every()) == 1 and call.name.endswith("elu"):
        return run(call, f"nn.{call.name.removeprefix(MODULE)}", given)
    found = given.only()
    if not isinstance(found, Tensor) or found.form not in (Form.DENSE, Form.VARIABLE) or found.dtype not in FLOATS:
        return _some(call)
    call.host.tensor_op(call.name, 3)
    return value(replace(found, form=Form.DENSE))


@OVERLAY.function(f"{MODULE}stop_gradient")
def stop_gradient(call: Call) -> AbstractValue:
    """Stop the gradient of a tensor; of a list, of each element when it is asked for."""
    given = call.argument(0, "variables")
    if given.has(Container, Tuple):
        return (
            _some(call)
            if not call.host.items(given)
            else call.host.new_iterator(
                join_all(run(call, "stop_gradient", each) for each in call.host.items(given) or ())
            )
        )
    return run(call, "stop_gradient", given)


# what is told of the result is its dtype

_LIKE: Final = """
    batch_dot bias_add conv1d conv2d conv2d_transpose conv3d depthwise_conv2d pool2d pool3d repeat repeat_elements
    resize_images resize_volumes separable_conv2d spatial_2d_padding spatial_3d_padding temporal_padding
    ctc_batch_cost categorical_crossentropy sparse_categorical_crossentropy
""".split()


@OVERLAY.function(*(f"{MODULE}{name}" for name in _LIKE))
def _like(call: Call) -> AbstractValue:
    """Return a tensor of the dtype of what it computes with; the ranks are asked for."""
    call.host.tensor_op(call.name, 4)
    items = [atom for item in call.arguments.positional for atom in item.atoms if isinstance(atom, Tensor)]
    dtypes = {atom.dtype for atom in items if atom.dtype in FLOATS}
    if call.host.mode.is_traced and any(atom.shape.rank is None for atom in items):
        return _some(call)
    if any(atom.form is not Form.DENSE and atom.form is not Form.VARIABLE for atom in items):
        return _some(call)
    return tensor(dtypes.pop() if len(dtypes) == 1 else None)


@OVERLAY.function(f"{MODULE}binary_crossentropy")
def binary_crossentropy(call: Call) -> AbstractValue:
    """Compare element by element."""
    return run(call, "multiply", call.argument(0, "target"), call.argument(1, "output"))


@OVERLAY.function(f"{MODULE}batch_flatten")
def batch_flatten(call: Call) -> AbstractValue:
    """Flatten all axes but the first."""
    found = call.argument(0, "x").only()
    call.host.tensor_op(call.name, 4)
    return tensor(found.dtype, Shape((None, None))) if isinstance(found, Tensor) else _some(call)


@OVERLAY.function(f"{MODULE}in_top_k")
def in_top_k(call: Call) -> AbstractValue:
    """Ask of each example whether its class is among the likeliest."""
    call.host.tensor_op("InTopKV2")
    return tensor("bool", Shape((None,)))


@OVERLAY.function(f"{MODULE}to_dense", f"{MODULE}cast_to_floatx")
def converted(call: Call) -> AbstractValue:
    """Fill in what a sparse tensor leaves out, or cast to float32; a NumPy array stays one."""
    given = call.argument(0, "tensor", "x")
    if call.name.endswith("to_dense"):
        is_sparse = [isinstance(atom, Tensor) and atom.form is Form.SPARSE for atom in given.atoms]
        return given if not any(is_sparse) else run(call, "sparse.to_dense", given)
    if all(isinstance(atom, Tensor) for atom in given.atoms):
        return run(call, "cast", given, dtype=FLOATX)
    return _some(call) if given.has(Tensor) else array("float32")


@OVERLAY.function(f"{MODULE}arange")
def arange(call: Call) -> AbstractValue:
    """Count, in int32 unless told otherwise."""
    if any(item.has(Tensor) for item in call.arguments.every()):
        return _some(call)
    asked = call.argument(3, "dtype")
    call.host.tensor_op("Range")
    name = "int32" if asked.is_bottom else asked.constant()
    return tensor(name if isinstance(name, str) else None, Shape((None,)))


# those that are handed functions, and those told nothing of


def _handing(call: Call) -> AbstractValue:
    """Call a function that is handed to it, in a way not told here."""
    if any(item.has(*_CALLABLES) for item in call.arguments.every()):
        return k.unknown_call(call, "callback")
    return _some(call)


_OTHERS: Final = "foldl foldr map_fn rnn switch gradients ctc_decode ctc_label_dense_to_sparse".split()
OVERLAY.function(*(f"{MODULE}{name}" for name in _OTHERS))(_handing)
