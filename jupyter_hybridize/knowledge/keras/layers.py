"""How a Keras layer is made, built, called and looked at, whether a library's or the program's."""

from __future__ import annotations

from dataclasses import replace

from jupyter_hybridize.domain.answer import Answer
from jupyter_hybridize.domain.effect import EffectKind
from jupyter_hybridize.domain.shape import UNKNOWN_SHAPE
from jupyter_hybridize.domain.value import (
    BOTTOM,
    NONE,
    TOP,
    AbstractValue,
    Api,
    Atom,
    Container,
    Form,
    Instance,
    Scalar,
    Tensor,
    Tuple,
    array,
    constant,
    join_all,
    scalar,
    tensor,
    value,
)
from jupyter_hybridize.knowledge.host import Arguments, Call, Mode
from jupyter_hybridize.knowledge.keras import logits
from jupyter_hybridize.knowledge.keras import values as k
from jupyter_hybridize.knowledge.keras.callbacks import activated, keep_loss, run_options
from jupyter_hybridize.knowledge.keras.layer_shapes import RAGGED, Rule
from jupyter_hybridize.knowledge.keras.policies import is_mixed
from jupyter_hybridize.knowledge.overlay import Overlay, Transfer

OVERLAY = Overlay()
LAYER = "keras.Layer"
_CALL_OPTIONS = ("training", "mask")
_VARIABLES = 3  # nesting of layers that is followed to find their variables

OVERLAY.cls(LAYER)
OVERLAY.cls("keras.Operation")
OVERLAY.cls("keras.layers.Wrapper", bases=(LAYER,))
OVERLAY.cls("keras.InputSpec", "keras.KerasTensor")


# making


@OVERLAY.method(LAYER, "__init__")
def initialize(call: Call) -> AbstractValue:
    """Give a new object of the program's class what every layer has."""
    for name in ("dtype", "name", "trainable"):
        given = call.argument(None, name)
        if not given.is_bottom:
            call.host.set_attribute(call.receiver, k.CONFIG + name if name == "dtype" else name, given)
    if call.host.has_user_method(call.receiver, "build"):
        k.creates_variable(call)
        k.note_built(call.host, call.receiver, answer=False)
    return NONE


@OVERLAY.method("keras.layers.Wrapper", "__init__")
def initialize_wrapper(call: Call) -> AbstractValue:
    """Keep the wrapped layer."""
    call.host.set_attribute(call.receiver, "layer", call.argument(0, "layer"))
    return initialize(call)


@OVERLAY.method(LAYER, "add_weight", "add_variable")
def add_weight(call: Call) -> AbstractValue:
    """Make a variable; Keras itself does so once, on the first call."""
    k.creates_variable(call)
    shape = call.argument(0, "shape")
    dims = k.shape_of(call.host, shape) if not k.is_nothing(shape) else UNKNOWN_SHAPE.of()
    dtype = call.argument(2, "dtype")
    if k.is_nothing(dtype):
        return k.variable(None if is_mixed(call.host) else "float32", dims)
    return k.variable(named_dtype(dtype), dims)


def named_dtype(item: AbstractValue) -> str | None:
    """Return the dtype a string or ``tf.DType`` names, None if that is not known."""
    match item.only():
        case Scalar(type="str" | "tf.DType", constant=str() as name):
            return name
        case Api(name=name) if name.startswith("numpy."):
            return name.removeprefix("numpy.").rstrip("_")
        case _:
            return None


@OVERLAY.method(LAYER, "add_loss")
def add_loss(call: Call) -> AbstractValue:
    """Keep a loss until the next call."""
    keep_loss(call, call.text.rpartition(".")[0] or "self")
    return NONE


@OVERLAY.method(LAYER, "add_metric")
def add_metric(call: Call) -> AbstractValue:
    """Keras 3 has no ``add_metric``."""
    call.host.effect(
        EffectKind.RAISES, call.text or call.name, answer=Answer.UNKNOWN, detail="does not exist in Keras 3"
    )
    return NONE


@OVERLAY.method(LAYER, "build")
def build(call: Call) -> AbstractValue:
    """Make the variables of a layer ahead of its first call."""
    k.creates_variable(call, answer=Answer.UNKNOWN)
    return NONE


_UNMODELLED = "build_from_config stateless_call quantize save_own_variables load_own_variables export enable_lora"


@OVERLAY.method(LAYER, *_UNMODELLED.split())
def unmodelled(call: Call) -> AbstractValue:
    """Do what is rarely done to layers."""
    return k.unknown_call(call)


# calling


@OVERLAY.method(LAYER, "__call__")
def call_layer(call: Call) -> AbstractValue:
    """Run the program's ``call`` as Keras does: built, inputs cast, and never converted by AutoGraph."""
    if call.host.has_user_method(call.receiver, "call"):
        return join_all(call_user_method(call, value(instance), "call") for instance in call.receiver.each(Instance))
    return k.unknown_call(call)


def call_user_method(call: Call, receiver: AbstractValue, method: str) -> AbstractValue:
    """Call a method of the program behind ``Layer.__call__``."""
    host = call.host
    function = host.attribute(receiver, method)
    is_symbolic = k.has_symbolic(host, *call.arguments.every())
    arguments = _passed_on(call, receiver, function)
    if host.has_user_method(receiver, "build"):
        _build(call, receiver, arguments)
    mode = Mode.UNCONVERTED if is_symbolic or host.mode.is_traced else Mode.EAGER
    result = host.call_of_layer(receiver, function, arguments, mode)
    return k.as_symbolic(host, result) if is_symbolic else result


def _passed_on(call: Call, receiver: AbstractValue, function: AbstractValue) -> Arguments:
    """Return the arguments of ``__call__`` as ``call`` gets them."""
    host, given = call.host, call.arguments
    dtype = join_all(constant(config.dtype) for config in k.configs(host, receiver)).constant()
    computed = dtype if isinstance(dtype, str) else None

    def cast(item: AbstractValue) -> AbstractValue:
        return k.autocast(host, k.as_traced(host, item), computed)

    positional = tuple(cast(item) for item in given.positional)
    keywords = {name: cast(item) for name, item in given.keywords.items()}
    for name in _CALL_OPTIONS:
        if name in keywords and k.takes(host, function, name) is Answer.NO:
            del keywords[name]
    if (
        "training" not in keywords
        and k.takes(host, function, "training") is Answer.YES
        and not _is_positional(host, function, len(positional))
    ):
        keywords["training"] = join_all((NONE, constant(True), constant(False)))
    return Arguments(positional, keywords, given.star, given.double_star)


def _is_positional(host: object, function: AbstractValue, count: int) -> bool:
    """Return whether ``training`` is among the first *count* parameters."""
    names = host.parameters(function) if isinstance(host, k.KnowsSignatures) else None
    return names is not None and "training" in names[:count]


def _build(call: Call, receiver: AbstractValue, arguments: Arguments) -> None:
    """Run the program's ``build``: Keras does so once, before the first call, as an eager initialisation."""
    if k.held(call.host, receiver, k.BUILT).constant() is True:
        return
    first = next(iter((*arguments.positional, *arguments.keywords.values())), BOTTOM)
    shapes = k.map_structure(call.host, first, _shape_atom)
    built = join_all(_flat_shape(atom) for atom in shapes.atoms) if shapes.has(Tensor) else TOP
    function = call.host.attribute(receiver, "build")
    call.host.call_of_layer(receiver, function, k.as_positional(built), Mode.EAGER, is_built=True)
    k.note_built(call.host, receiver, answer=True)


def _shape_atom(atom: Atom) -> Atom:
    return k.as_tensor(atom) or atom


def _flat_shape(atom: Atom) -> AbstractValue:
    return k.shape_value(atom.shape) if isinstance(atom, Tensor) else TOP


def library_call(rule: Rule, ops: int = 1) -> Transfer:
    """Return the ``__call__`` of a library layer that takes one tensor."""

    def transfer(call: Call) -> AbstractValue:
        if call.host.has_user_method(call.receiver, "call"):
            return call_layer(call)
        given = call.argument(0, "inputs")
        return apply(call, given, rule, ops)

    return transfer


def library_method(rule: Rule, ops: int = 1) -> Transfer:
    """Return the ``call`` of a library layer, as a subclass of the program reaches it through ``super()``."""
    return lambda call: apply(call, call.argument(0, "inputs"), rule, ops)


def apply(call: Call, given: AbstractValue, rule: Rule, ops: int) -> AbstractValue:
    """Return what *rule* makes of *given*, and record the ops it runs."""
    host = call.host
    if not k.has_symbolic(host, given):
        host.tensor_op(call.name, ops)
    results = [
        k.map_structure(host, given, lambda atom, config=config: _applied(config, atom, rule))  # type: ignore[misc]
        for config in k.configs(host, call.receiver)
    ]
    if given.has(Container, Tuple):  # most layers stack what they are given; dropout and its kin keep the structure
        results.append(tensor(None, UNKNOWN_SHAPE, _form_of(call, given)))
    classes = " ".join(each.cls for each in call.receiver.each(Instance))
    kept = logits.after_layer(classes, given)
    made = join_all(activated(call, result) for result in results).with_origins(kept)
    run_options(call, made, "_regularizer", "_constraint")
    return made


def _form_of(call: Call, given: AbstractValue) -> Form:
    return Form.KERAS_SYMBOLIC if k.has_symbolic(call.host, given) else Form.DENSE


def _applied(config: k.Config, atom: Atom, rule: Rule) -> Atom:
    cast = k.as_tensor(k.cast_atom(atom, config.dtype))
    if cast is None:
        return rule(config, Tensor(None, UNKNOWN_SHAPE))
    if cast.form in (Form.RAGGED, Form.SPARSE) and rule not in RAGGED:
        return Tensor(None, UNKNOWN_SHAPE, cast.form)
    return rule(config, cast)


# looking


def variables_of(call: Call, *, trainable: bool) -> AbstractValue:
    """Return a list of variables such as the receiver holds."""
    found = _held_variables(call, call.receiver, _VARIABLES)
    floats = k.variable("float32")
    if trainable:
        return k.list_of(call.host, floats.join(join_all(value(v) for v in found if v.dtype not in _UNTRAINED)))
    return k.list_of(call.host, join_all((floats, *(value(v) for v in found))))


_UNTRAINED = ("int32", "int64", "uint32", "string", "bool")


def _held_variables(call: Call, item: AbstractValue, depth: int) -> list[Tensor]:
    """Return the variables that attributes of *item* hold, shapes forgotten."""
    found: list[Tensor] = []
    for atom in k.leaves(call.host, item):
        if isinstance(atom, Tensor) and atom.form is Form.VARIABLE:
            found.append(replace(atom, shape=UNKNOWN_SHAPE))
        elif isinstance(atom, Instance) and depth:
            if atom.cls in ("keras.layers.Normalization", "keras.Model"):
                found.append(Tensor(None, UNKNOWN_SHAPE, Form.VARIABLE))
            for inner in call.host.load(atom.site).attributes.values():
                found.extend(_held_variables(call, inner, depth - 1))
    return found


@OVERLAY.property(LAYER, "trainable_weights", "trainable_variables")
def trainable_variables(call: Call) -> AbstractValue:
    """Return the trainable variables."""
    return variables_of(call, trainable=True)


@OVERLAY.property(LAYER, "weights", "non_trainable_weights")
def weights(call: Call) -> AbstractValue:
    """Return the variables that are saved."""
    return variables_of(call, trainable=False)


@OVERLAY.property(LAYER, "variables", "non_trainable_variables")
def variables(call: Call) -> AbstractValue:
    """Return all variables, the states of random generators and metrics among them."""
    return k.list_of(call.host, k.variable(None))


@OVERLAY.property(LAYER, "losses")
def losses(call: Call) -> AbstractValue:
    """Return the losses of the last call, regularizers' included."""
    call.host.tensor_op("losses")
    return k.list_of(call.host, tensor(None if is_mixed(call.host) else "float32"))


@OVERLAY.property(LAYER, "kernel", "embeddings", "gamma", "beta", "moving_mean", "moving_variance", "recurrent_kernel")
def weight(call: Call) -> AbstractValue:
    """Return a variable of a built layer."""
    return k.variable(None if is_mixed(call.host) else "float32")


@OVERLAY.property(LAYER, "bias")
def bias(call: Call) -> AbstractValue:
    """Return the bias, None where the layer has none."""
    options = {config.constant("use_bias") for config in k.configs(call.host, call.receiver)}
    return k.variable("float32") if options == {True} else k.variable("float32").join(NONE)


@OVERLAY.property(LAYER, "name", "dtype", "compute_dtype", "variable_dtype", "path")
def text(call: Call) -> AbstractValue:
    """Return a string; dtypes are float32 unless the layer was given another."""
    if call.name in ("name", "path") or is_mixed(call.host):
        return k.STRING
    return join_all(_dtype_name(config) for config in k.configs(call.host, call.receiver))


def _dtype_name(config: k.Config) -> AbstractValue:
    return k.STRING if config.dtype is None else constant(config.dtype)


@OVERLAY.property(LAYER, "built", "trainable", "supports_masking", "autocast", "supports_jit", "stateful")
def flag(call: Call) -> AbstractValue:
    """Return a bool; layers are trainable unless told otherwise."""
    return constant(True) if call.name == "trainable" else k.BOOL


@OVERLAY.property(LAYER, "input_shape", "output_shape")
def static_shape(call: Call) -> AbstractValue:
    """Return a tuple (or a list or dict of them) whose batch dimension is None."""
    return TOP


@OVERLAY.property(LAYER, "input", "output")
def symbolic(call: Call) -> AbstractValue:
    """Return the symbolic tensors a layer was applied to or gave."""
    one = tensor(None, UNKNOWN_SHAPE, Form.KERAS_SYMBOLIC)
    anything = one.join(k.list_of(call.host, one))
    held = [call.host.load(each.site).attributes for each in call.receiver.each(Instance)]
    return join_all(each.get(k.CONFIG + call.name, anything) for each in held)


@OVERLAY.property(
    LAYER, "metrics", "metrics_variables", "input_spec", "dtype_policy", "call_context", "quantization_mode"
)
def something(call: Call) -> AbstractValue:
    """Return what is rarely looked at."""
    return TOP


@OVERLAY.method(LAYER, "get_weights")
def get_weights(call: Call) -> AbstractValue:
    """Return the variables' values as arrays, which a graph has not got."""
    k.needs_value(call)
    return k.list_of(call.host, array())


@OVERLAY.method(LAYER, "set_weights")
def set_weights(call: Call) -> AbstractValue:
    """Assign all variables."""
    call.host.tensor_op("set_weights")
    return NONE


@OVERLAY.method(LAYER, "get_config")
def get_config(call: Call) -> AbstractValue:
    """Return the options as a dict."""
    return call.host.new_dict(None, scalar("str"), TOP)


@OVERLAY.method(LAYER, "from_config")
def from_config(call: Call) -> AbstractValue:
    """Make an object from its options."""
    k.creates_variable(call, answer=Answer.UNKNOWN)
    return TOP


@OVERLAY.method(LAYER, "count_params")
def count_params(call: Call) -> AbstractValue:
    """Return the number of parameters."""
    return k.INT


@OVERLAY.method(LAYER, "compute_output_shape", "compute_mask", "compute_output_spec")
def computed(call: Call) -> AbstractValue:
    """Return what would come out."""
    return TOP
