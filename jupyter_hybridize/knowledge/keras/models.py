"""Keras models: made from layers, from symbolic tensors or by a class of the program; called, compiled, looked at."""

from __future__ import annotations

from dataclasses import replace

from jupyter_hybridize.domain.effect import EffectKind
from jupyter_hybridize.domain.shape import UNKNOWN_SHAPE
from jupyter_hybridize.domain.value import (
    BOTTOM,
    NONE,
    TOP,
    AbstractValue,
    Atom,
    Container,
    Form,
    Instance,
    Tensor,
    constant,
    join_all,
    tensor,
    value,
)
from jupyter_hybridize.knowledge.host import Arguments, Call
from jupyter_hybridize.knowledge.keras import values as k
from jupyter_hybridize.knowledge.keras.layers import LAYER, call_layer, initialize
from jupyter_hybridize.knowledge.overlay import Overlay

OVERLAY = Overlay()
MODEL = "keras.Model"
SEQUENTIAL = "keras.Sequential"
_MOST_ROUNDS = 3
INPUTS, OUTPUTS, STEPS = k.CONFIG + "inputs", k.CONFIG + "outputs", k.CONFIG + "steps"
EACH_OUTPUT = k.CONFIG + "each_output"  # what any one layer of the model gives

OVERLAY.cls(MODEL, bases=(LAYER,))
OVERLAY.cls(SEQUENTIAL, bases=(MODEL,))


# making


@OVERLAY.function(MODEL)
def make_model(call: Call) -> AbstractValue:
    """Make a functional model of symbolic inputs and outputs."""
    return call.host.new_object(MODEL, _ends(call))


@OVERLAY.method(MODEL, "__init__")
def initialize_model(call: Call) -> AbstractValue:
    """Initialize a model of the program's class, which may be functional too."""
    for name, held in _ends(call).items():
        call.host.set_attribute(call.receiver, name, held)
    return initialize(call)


def _ends(call: Call) -> dict[str, AbstractValue]:
    given, made = call.argument(0, "inputs"), call.argument(1, "outputs")
    return {} if given.is_bottom or made.is_bottom else {INPUTS: given, OUTPUTS: made}


@OVERLAY.function(SEQUENTIAL)
def make_sequential(call: Call) -> AbstractValue:
    """Make a model that runs layers one after another."""
    given = call.host.items(call.argument(0, "layers")) or ()
    is_built = any(_begins(call, each) for each in given)
    built = {"built": constant(True)} if is_built else {}
    return call.host.new_object(SEQUENTIAL, {STEPS: _steps(call), k.BUILT: constant(is_built), **built})


@OVERLAY.method(SEQUENTIAL, "__init__")
def initialize_sequential(call: Call) -> AbstractValue:
    """Initialize a sequential model of the program's class."""
    call.host.set_attribute(call.receiver, STEPS, _steps(call))
    return initialize(call)


def _steps(call: Call) -> AbstractValue:
    host, given = call.host, call.argument(0, "layers")
    if k.is_nothing(given):
        return host.new_list(())
    known = host.items(given)
    if known is None:
        return host.new_list(None, host.iterate(given, by_python=False))
    return host.new_list([each for each in known if not _is_input(each)])


def _is_input(item: AbstractValue) -> bool:
    only = item.only()
    if isinstance(only, Tensor):
        return only.form is Form.KERAS_SYMBOLIC
    return isinstance(only, Instance) and only.cls == "keras.layers.InputLayer"


def _begins(call: Call, layer: AbstractValue) -> bool:
    """Return whether a model with this layer knows from the start what comes in, and has its variables."""
    return _is_input(layer) or not k.is_nothing(k.held(call.host, layer, k.CONFIG + "input_shape"))


@OVERLAY.method(SEQUENTIAL, "add")
def add(call: Call) -> AbstractValue:
    """Append a layer."""
    host, layer = call.host, call.argument(0, "layer")
    if _is_input(layer):
        host.set_attribute(call.receiver, "built", constant(True))
        k.note_built(host, call.receiver, answer=True)
        return NONE
    if _begins(call, layer):
        host.set_attribute(call.receiver, "built", constant(True))
        k.note_built(host, call.receiver, answer=True)
    for steps in k.held(host, call.receiver, STEPS).each(Container):
        content = host.load(steps.site)
        if content.items is None or len(k.held(host, call.receiver, STEPS).atoms) > 1:
            content = content.with_element(layer)
        else:
            content = content.with_items((*content.items, layer))
        host.store(steps.site, content, call.text.rpartition(".")[0] or "model", "add")
    return NONE


@OVERLAY.method(SEQUENTIAL, "pop")
def pop(call: Call) -> AbstractValue:
    """Remove the last layer."""
    host = call.host
    removed = BOTTOM
    for steps in k.held(host, call.receiver, STEPS).each(Container):
        content = host.load(steps.site)
        removed = removed.join(content.items[-1] if content.items else content.element)
        shorter = content.with_items(content.items[:-1]) if content.items else content.with_element(BOTTOM)
        host.store(steps.site, shorter, call.text.rpartition(".")[0] or "model", "pop")
    return removed


# calling


@OVERLAY.method(MODEL, "__call__", "call")
def call_model(call: Call) -> AbstractValue:
    """Run a model: the program's ``call``, or the functional graph."""
    if call.name == "__call__" and call.host.has_user_method(call.receiver, "call"):
        return call_layer(call)
    return join_all(_functional(call, instance) for instance in call.receiver.each(Instance))


def _functional(call: Call, instance: Instance) -> AbstractValue:
    """Return the outputs as the symbolic ones describe them; their sizes hold for any batch."""
    host = call.host
    given = call.argument(0, "inputs")
    made = host.load(instance.site).attributes.get(OUTPUTS)
    if made is None:
        return TOP
    if k.has_symbolic(host, given):
        return made
    host.tensor_op(call.name, 20)
    return k.map_structure(host, made, _without_symbol).with_origins(given.origins)


def _without_symbol(atom: Atom) -> Atom:
    return replace(atom, form=Form.DENSE) if isinstance(atom, Tensor) else atom


@OVERLAY.method(SEQUENTIAL, "__call__", "call")
def call_sequential(call: Call) -> AbstractValue:
    """Run each layer on what the one before gave."""
    if call.name == "__call__" and call.host.has_user_method(call.receiver, "call"):
        return call_layer(call)
    results = [_run_steps(call, config) for config in k.configs(call.host, call.receiver)]
    return join_all(results)


def _run_steps(call: Call, config: k.Config) -> AbstractValue:
    host, result = call.host, call.argument(0, "inputs")
    steps = config.get(STEPS)
    known = host.items(steps)
    options = {name: each for name, each in call.arguments.keywords.items() if name == "training"}
    mode = k.behind_keras(host)
    result = k.autocast(host, result, config.dtype)
    if known is not None:
        for step in known:
            result = host.call(step, Arguments((result,), options), mode)
        return result
    form = Form.KERAS_SYMBOLIC if k.has_symbolic(host, result) else Form.DENSE
    step = host.iterate(steps, by_python=False)
    if step.is_unknown:
        return k.unknown_call(call, "layers")
    dtypes = {each.dtype for each in result.each(Tensor)}
    state = tensor(dtypes.pop() if len(dtypes) == 1 else None, UNKNOWN_SHAPE, form)
    for _ in range(_MOST_ROUNDS):
        after = state.join(host.call(step, Arguments((state,), options), mode))
        if after == state:
            return state
        state = after
    return TOP


# compiling


@OVERLAY.method(MODEL, "compile")
def compile_model(call: Call) -> AbstractValue:
    """Keep the optimizer, the losses and the metrics."""
    host = call.host
    optimizer = call.argument(0, "optimizer")
    host.set_attribute(call.receiver, "optimizer", _optimizer(call, optimizer))
    host.set_attribute(
        call.receiver, "loss", call.argument(1, "loss") if not call.argument(1, "loss").is_bottom else NONE
    )
    host.set_attribute(call.receiver, k.CONFIG + "metrics", _or_none(call.argument(3, "metrics")))
    eagerly = call.argument(5, "run_eagerly")
    host.set_attribute(call.receiver, "run_eagerly", constant(False) if eagerly.is_bottom else eagerly)
    return NONE


def _optimizer(call: Call, given: AbstractValue) -> AbstractValue:
    """Return an optimizer, made here if only its name is given."""
    name = "rmsprop" if given.is_bottom else given.constant()
    if not isinstance(name, str):
        return given
    k.creates_variable(call)
    return call.host.new_object(_NAMED.get(name.lower(), "keras.Optimizer"), {})


_NAMED = {
    name.lower(): f"keras.optimizers.{name}"
    for name in ("Adam", "SGD", "RMSprop", "Adagrad", "Adadelta", "Adamax", "Nadam", "Ftrl", "AdamW", "Lion")
}


# looking


@OVERLAY.property(MODEL, "layers")
def layers(call: Call) -> AbstractValue:
    """Return the layers as a new list."""
    return call.host.new_list(None, _one_layer(call))


def _one_layer(call: Call) -> AbstractValue:
    """Return any one layer of a model whose layers are not known one by one."""
    host = call.host
    if host.has_user_method(call.receiver, "call"):
        return TOP
    given = [host.load(each.site).attributes.get(EACH_OUTPUT) for each in call.receiver.each(Instance)]
    known = [each for each in given if each is not None]
    return host.new_object(LAYER, {k.CONFIG + "output": join_all(known)} if len(known) == len(given) else {})


@OVERLAY.property(SEQUENTIAL, "layers")
def sequential_layers(call: Call) -> AbstractValue:
    """Return the layers as a new list."""
    host = call.host
    steps = k.held(host, call.receiver, STEPS)
    known = host.items(steps)
    if known is not None:
        return host.new_list(known)
    return host.new_list(None, TOP if steps.is_bottom else host.iterate(steps, by_python=False))


@OVERLAY.method(MODEL, "get_layer")
def get_layer(call: Call) -> AbstractValue:
    """Return one of the layers, of which little is known in a functional model."""
    host = call.host
    steps = k.held(host, call.receiver, STEPS)
    known = host.items(steps) if not steps.is_bottom else None
    index = k.integer(call.argument(1, "index"))
    if known is not None and index is not None and -len(known) <= index < len(known):
        return known[index]
    return join_all(known) if known else _one_layer(call)


@OVERLAY.property(MODEL, "inputs", "outputs")
def ends(call: Call) -> AbstractValue:
    """Return the symbolic tensors a model begins or ends with, as a list."""
    found = k.held(call.host, call.receiver, INPUTS if call.name == "inputs" else OUTPUTS)
    flat = [value(atom) for atom in k.leaves(call.host, found)]
    if not found.is_bottom and isinstance(found.only(), Tensor):
        return call.host.new_list([found])
    known = call.host.items(found) if not found.is_bottom else None
    if known is not None:
        return call.host.new_list(known)
    return k.list_of(call.host, join_all(flat) if flat else tensor(None, UNKNOWN_SHAPE, Form.KERAS_SYMBOLIC))


@OVERLAY.property(MODEL, "input", "output")
def end(call: Call) -> AbstractValue:
    """Return what a model begins or ends with, as it was given."""
    found = k.held(call.host, call.receiver, INPUTS if call.name == "input" else OUTPUTS)
    return found if not found.is_bottom else tensor(None, UNKNOWN_SHAPE, Form.KERAS_SYMBOLIC)


@OVERLAY.property(MODEL, "input_shape", "output_shape")
def end_shape(call: Call) -> AbstractValue:
    """Return the static shape of the one input or output."""
    only = k.held(call.host, call.receiver, INPUTS if call.name == "input_shape" else OUTPUTS).only()
    return k.shape_value(only.shape) if isinstance(only, Tensor) else TOP


@OVERLAY.property(
    MODEL, "metrics", "metrics_names", "compiled_metrics", "run_eagerly", "jit_compile", "distribute_strategy"
)
def compiled(call: Call) -> AbstractValue:
    """Return what ``compile`` made."""
    if call.name == "metrics_names":
        return k.list_of(call.host, k.STRING)
    if call.name == "metrics":
        return k.list_of(call.host, call.host.new_object("keras.metrics.Mean", {}))
    return TOP if call.name in ("compiled_metrics", "distribute_strategy") else k.BOOL


@OVERLAY.property(MODEL, "optimizer", "loss", "history", "stop_training")
def later(call: Call) -> AbstractValue:
    """Return what a model has once it was compiled or trained."""
    return k.BOOL if call.name == "stop_training" else TOP


@OVERLAY.method(MODEL, "summary")
def summary(call: Call) -> AbstractValue:
    """Print the layers."""
    call.host.effect(EffectKind.PERFORMS_IO, call.text or call.name, reason="print")
    printer = call.argument(2, "print_fn")
    if not k.is_nothing(printer):
        call.host.call(printer, Arguments((k.STRING,)), k.behind_keras(call.host))
    return NONE


@OVERLAY.method(MODEL, "save", "save_weights", "load_weights", "export")
def files(call: Call) -> AbstractValue:
    """Write or read the weights, which needs their values."""
    k.needs_value(call)
    call.host.effect(EffectKind.PERFORMS_IO, call.text or call.name, reason="file")
    return NONE


@OVERLAY.method(MODEL, "to_json", "to_yaml")
def described(call: Call) -> AbstractValue:
    """Return a description, which needs the optimizer's values."""
    k.needs_value(call)
    return k.STRING


@OVERLAY.method(MODEL, "reset_metrics", "reset_states")
def reset(call: Call) -> AbstractValue:
    """Assign zeros to all metrics."""
    call.host.tensor_op(call.name, 2)
    return NONE


# from elsewhere


@OVERLAY.function("keras.models.load_model", "keras.saving.load_model")
def load_model(call: Call) -> AbstractValue:
    """Read a model nothing is known of."""
    k.creates_variable(call)
    call.host.effect(EffectKind.PERFORMS_IO, call.text or call.name, reason="file")
    return call.host.new_object(MODEL, {})


@OVERLAY.function("keras.models.save_model", "keras.saving.save_model")
def save_model(call: Call) -> AbstractValue:
    """Write a model."""
    return files(call)


@OVERLAY.function("keras.models.clone_model")
def clone_model(call: Call) -> AbstractValue:
    """Make a model of the same structure with variables of its own."""
    k.creates_variable(call)
    return join_all(_clone(call, each) for each in call.argument(0, "model").each(Instance))


def _clone(call: Call, original: Instance) -> AbstractValue:
    held = call.host.load(original.site).attributes
    copied = {name: held[name] for name in (INPUTS, OUTPUTS, STEPS, EACH_OUTPUT) if name in held}
    if original.cls not in (MODEL, SEQUENTIAL) or not copied:
        return TOP
    return call.host.new_object(original.cls, copied)


@OVERLAY.function("keras.models.model_from_json")
def from_json(call: Call) -> AbstractValue:
    """Make a model from its description."""
    k.creates_variable(call)
    return call.host.new_object(MODEL, {})


def _or_none(item: AbstractValue) -> AbstractValue:
    return NONE if item.is_bottom else item
