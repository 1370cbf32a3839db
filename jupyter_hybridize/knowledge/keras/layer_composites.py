"""Layers that take several tensors, give several, or run another layer or function inside."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from jupyter_hybridize.domain.shape import UNKNOWN_SHAPE, Dimension, Shape
from jupyter_hybridize.domain.value import (
    TOP,
    AbstractValue,
    Form,
    Tensor,
    join_all,
    tensor,
    tuple_of,
    value,
)
from jupyter_hybridize.knowledge.host import Call, Host
from jupyter_hybridize.knowledge.keras import layer_shapes as shapes
from jupyter_hybridize.knowledge.keras import values as k
from jupyter_hybridize.knowledge.keras.callbacks import call_back, run_options
from jupyter_hybridize.knowledge.keras.layer_classes import register
from jupyter_hybridize.knowledge.keras.layers import call_layer
from jupyter_hybridize.knowledge.keras.policies import is_mixed
from jupyter_hybridize.knowledge.overlay import Overlay, Transfer

OVERLAY = Overlay()
_LAYERS = "keras.layers."
Composite = Callable[[Call, k.Config], AbstractValue]


def _layer(*names: str, state: bool = False, ops: int = 1) -> Callable[[Composite], Composite]:
    """Register library layers whose output *composite* tells."""

    def decorate(composite: Composite) -> Composite:
        for name in names:
            register(OVERLAY, name, state=state)
            OVERLAY.method(_LAYERS + name, "__call__")(_transfer(composite, ops, is_outer=True))
            OVERLAY.method(_LAYERS + name, "call")(_transfer(composite, ops, is_outer=False))
        return composite

    return decorate


def _transfer(composite: Composite, ops: int, *, is_outer: bool) -> Transfer:
    def transfer(call: Call) -> AbstractValue:
        if is_outer and call.host.has_user_method(call.receiver, "call"):
            return call_layer(call)
        host, given = call.host, call.arguments.every()
        if not k.has_symbolic(host, *given):
            host.tensor_op(call.name, ops)
        results = [composite(call, config) for config in k.configs(host, call.receiver)]
        made = join_all(results).with_origins(frozenset().union(*(item.origins for item in given)))
        run_options(call, made, "_regularizer", "_constraint", "activation")
        return made

    return transfer


def _inputs(call: Call, config: k.Config) -> tuple[Tensor, ...] | None:
    """Return the tensors of the list that is given, None where it is not known one by one."""
    given = call.argument(0, "inputs")
    parts = call.host.items(given)
    return None if parts is None else tensors_of(call.host, parts, config.dtype)


def tensors_of(host: Host, parts: tuple[AbstractValue, ...], dtype: str | None) -> tuple[Tensor, ...] | None:
    """Return each part as the one tensor it is, None where one is not."""
    found = [_one_tensor(host, part, dtype) for part in parts]
    return None if None in found else tuple(each for each in found if each is not None)


def _one_tensor(host: Host, item: AbstractValue, dtype: str | None) -> Tensor | None:
    only = k.autocast(host, item, dtype).only()
    return None if only is None else k.as_tensor(only)


def _form(given: tuple[Tensor, ...]) -> Form:
    """Return the form of what is computed from *given*."""
    forms = {each.form for each in given}
    return next((form for form in (Form.KERAS_SYMBOLIC, Form.RAGGED, Form.SPARSE) if form in forms), Form.DENSE)


def _unknown_tensor(call: Call, dtype: str | None = None) -> AbstractValue:
    """Return some tensor, of the forms that are given."""
    found = [atom for item in call.arguments.every() for atom in k.leaves(call.host, item)]
    forms = {atom.form for atom in found if isinstance(atom, Tensor)} - {Form.VARIABLE}
    if Form.KERAS_SYMBOLIC in forms:
        return tensor(dtype, UNKNOWN_SHAPE, Form.KERAS_SYMBOLIC)
    return join_all(tensor(dtype, UNKNOWN_SHAPE, form) for form in sorted({*forms, Form.DENSE}, key=str))


# merging


@_layer("Add", "Subtract", "Multiply", "Maximum", "Minimum")
def merge(call: Call, config: k.Config) -> AbstractValue:
    """Combine tensors element by element; they broadcast."""
    return _merged(call, _inputs(call, config))


@_layer("Average")
def average(call: Call, config: k.Config) -> AbstractValue:
    """Average tensors; ints become floats of some width."""
    found = _merged(call, _inputs(call, config))
    only = found.only()
    if isinstance(only, Tensor) and only.dtype != config.dtype:
        return value(replace(only, dtype=None))
    return found


@_layer("Concatenate")
def concatenate(call: Call, config: k.Config) -> AbstractValue:
    """Put tensors one after another along an axis."""
    return _concatenated(call, _inputs(call, config), config.integer("axis"))


@_layer("Dot")
def dot(call: Call, config: k.Config) -> AbstractValue:
    """Multiply tensors along axes."""
    return _unknown_tensor(call, None)


def _merged(call: Call, given: tuple[Tensor, ...] | None) -> AbstractValue:
    if not given:
        return _unknown_tensor(call)
    shape = given[0].shape
    for each in given[1:]:
        shape = _broadcast(shape, each.shape)
    return value(Tensor(_same_dtype(given), shape, _form(given)))


def _same_dtype(given: tuple[Tensor, ...]) -> str | None:
    names = {each.dtype for each in given}
    return names.pop() if len(names) == 1 else None


def _broadcast(left: Shape, right: Shape) -> Shape:
    if left.dims is None or right.dims is None or len(left.dims) != len(right.dims):
        return UNKNOWN_SHAPE
    return Shape(tuple(_wider(a, b) for a, b in zip(left.dims, right.dims, strict=True)))


def _wider(left: Dimension, right: Dimension) -> Dimension:
    if left == 1:
        return right
    if right == 1 or left == right:
        return left
    known = left if right is None else right if left is None else None
    return known if known is not None and known > 1 else None


def _concatenated(call: Call, given: tuple[Tensor, ...] | None, axis: int | None) -> AbstractValue:
    if not given:
        return _unknown_tensor(call)
    first = given[0].shape.dims
    if first is None or axis is None or any(each.shape.rank != len(first) for each in given) or axis >= len(first):
        return value(Tensor(_same_dtype(given), UNKNOWN_SHAPE, _form(given)))
    place = axis % len(first)
    dims = [
        _sum(sizes) if index == place else _agreed(sizes)
        for index, sizes in enumerate(zip(*(each.shape.dims or () for each in given), strict=True))
    ]
    return value(Tensor(_same_dtype(given), Shape(tuple(dims)), _form(given)))


def _sum(sizes: tuple[Dimension, ...]) -> Dimension:
    known = [size for size in sizes if size is not None]
    return sum(known) if len(known) == len(sizes) else None


def _agreed(sizes: tuple[Dimension, ...]) -> Dimension:
    return next((size for size in sizes if size is not None), None)


def _function(names: tuple[str, ...], merged: Callable[[Call, tuple[Tensor, ...] | None], AbstractValue]) -> None:
    def transfer(call: Call) -> AbstractValue:
        parts = call.host.items(call.argument(0, "inputs"))
        given = None if parts is None else tensors_of(call.host, parts, None if is_mixed(call.host) else "float32")
        if not k.has_symbolic(call.host, *call.arguments.every()):
            call.host.tensor_op(call.name)
        return merged(call, given)

    OVERLAY.function(*(_LAYERS + name for name in names))(transfer)


def _by_axis(call: Call, given: tuple[Tensor, ...] | None) -> AbstractValue:
    axis = call.argument(1, "axis")
    return _concatenated(call, given, -1 if axis.is_bottom else k.integer(axis))


def _loose(call: Call, given: tuple[Tensor, ...] | None) -> AbstractValue:
    return _unknown_tensor(call)


_function(("add", "subtract", "multiply", "maximum", "minimum"), _merged)
_function(("concatenate",), _by_axis)
_function(("average", "dot"), _loose)


# recurrence


def _sequence(call: Call, config: k.Config) -> Tensor:
    given = call.argument(0, "sequences", "inputs")
    found = _one_tensor(call.host, given, config.dtype)
    if found is not None:
        return found
    form = Form.KERAS_SYMBOLIC if k.has_symbolic(call.host, given) else Form.DENSE
    return Tensor(config.dtype, UNKNOWN_SHAPE, form)


def _with_states(config: k.Config, output: Tensor, state: Tensor, count: int | None) -> AbstractValue:
    match config.constant("return_state"):
        case True if count is not None:
            return tuple_of(value(output), *[value(state)] * count)
        case True:
            return tuple_of(value(output), rest=TOP)
        case False:
            return value(output)
        case _:
            return TOP


@_layer("LSTM", "GRU", "SimpleRNN", state=True, ops=10)
def recurrent(call: Call, config: k.Config) -> AbstractValue:
    """Run over the steps of a sequence."""
    given = _sequence(call, config)
    states = 2 if "LSTM" in config.instance.cls else 1
    return _with_states(config, shapes.recurrent_output(config, given), shapes.recurrent_state(config, given), states)


@_layer("RNN", ops=10)
def recurrent_cell(call: Call, config: k.Config) -> AbstractValue:
    """Run a cell over the steps of a sequence."""
    given = replace(_sequence(call, config), dtype=config.dtype)
    cell = config.get("cell")
    if call.host.has_user_method(cell, "call"):
        return k.unknown_call(call, "cell")
    inner = next(k.configs(call.host, cell), None)
    units = None if inner is None else inner.integer("units")
    states = None if inner is None else 2 if "LSTM" in inner.instance.cls else 1
    dims = given.shape.dims or (None, None)
    steps = (dims[1],) if config.constant("return_sequences") is True else ()
    known = config.constant("return_sequences") in (True, False)
    output = replace(given, shape=Shape((dims[0], *steps, units)) if known else UNKNOWN_SHAPE)
    return _with_states(config, output, replace(given, shape=Shape((dims[0], units))), states)


@_layer("LSTMCell", "GRUCell", "SimpleRNNCell", state=True, ops=10)
def cell(call: Call, config: k.Config) -> AbstractValue:
    """Run one step: the output, and the states as they were nested."""
    given = _sequence(call, config)
    state = value(shapes.recurrent_state(config, given))
    nested = call.argument(1, "states")
    if call.host.items(nested) is not None:
        count = 2 if "LSTM" in config.instance.cls else 1
        return tuple_of(state, call.host.new_list([state] * count))
    return tuple_of(state, state if nested.has(Tensor) else TOP)


@_layer("StackedRNNCells", state=True, ops=20)
def stacked_cells(call: Call, config: k.Config) -> AbstractValue:
    """Run one step of several cells."""
    return tuple_of(_unknown_tensor(call, config.dtype), TOP)


@OVERLAY.method(_LAYERS + "LSTM", "get_initial_state")
@OVERLAY.method(_LAYERS + "GRU", "get_initial_state")
@OVERLAY.method(_LAYERS + "SimpleRNN", "get_initial_state")
@OVERLAY.method(_LAYERS + "RNN", "get_initial_state")
def initial_state(call: Call) -> AbstractValue:
    """Return zeros for each state."""
    return k.list_of(call.host, tensor("float32"))


@OVERLAY.method(_LAYERS + "LSTMCell", "get_initial_state")
@OVERLAY.method(_LAYERS + "GRUCell", "get_initial_state")
@OVERLAY.method(_LAYERS + "SimpleRNNCell", "get_initial_state")
def initial_state_of_cell(call: Call) -> AbstractValue:
    """Return zeros for each state of a cell: an LSTM has two."""
    call.host.tensor_op("zeros", 2)
    config, batch = next(k.configs(call.host, call.receiver)), k.integer(call.argument(0, "batch_size"))
    state = tensor(config.dtype, Shape((batch, config.integer("units"))))
    return call.host.new_list([state] * (2 if "LSTM" in config.instance.cls else 1))


@_layer("Bidirectional", state=True, ops=22)
def bidirectional(call: Call, config: k.Config) -> AbstractValue:
    """Run a recurrent layer from both ends."""
    given = _sequence(call, config)
    inner = next(k.configs(call.host, config.get("layer")), None)
    if inner is None or call.host.has_user_method(config.get("layer"), "call"):
        return k.unknown_call(call, "layer")
    output = shapes.recurrent_output(inner, given)
    merge_mode = config.constant("merge_mode")
    if merge_mode == "concat":
        dims = output.shape.dims
        last = dims[-1] if dims else None
        output = replace(
            output, shape=Shape((*dims[:-1], None if last is None else 2 * last)) if dims else UNKNOWN_SHAPE
        )
    elif merge_mode not in ("sum", "mul", "ave"):
        return TOP
    states = 4 if "LSTM" in inner.instance.cls else 2
    return _with_states(inner, output, shapes.recurrent_state(inner, given), states)


@_layer("TimeDistributed", ops=4)
def time_distributed(call: Call, config: k.Config) -> AbstractValue:
    """Run a layer on each step."""
    given = _sequence(call, config)
    dims = given.shape.dims
    step = replace(given, shape=Shape((dims[0], *dims[2:])) if dims is not None and len(dims) > 2 else UNKNOWN_SHAPE)
    result = call_back(call, config.get("layer"), value(step)).only()
    if not isinstance(result, Tensor) or result.shape.dims is None or dims is None:
        return _unknown_tensor(call, config.dtype)
    return value(replace(result, shape=Shape((dims[0], dims[1], *result.shape.dims[1:])), form=_form((given,))))


@_layer("SpectralNormalization", state=True, ops=12)
def wrapped(call: Call, config: k.Config) -> AbstractValue:
    """Run a layer with normalized weights."""
    made = call_back(call, config.get("layer"), call.argument(0, "inputs")).only()
    return value(replace(made, dtype=None)) if isinstance(made, Tensor) else TOP


@_layer("Pipeline", ops=0)
def pipeline(call: Call, config: k.Config) -> AbstractValue:
    """Run layers one after another."""
    steps = call.host.items(config.get("layers"))
    result = call.argument(0, "inputs")
    if steps is None:
        return k.unknown_call(call)
    for step in steps:
        result = call_back(call, step, result)
    return result


# functions


@_layer("Lambda")
def run_function(call: Call, config: k.Config) -> AbstractValue:
    """Run a function of the program, not converted by AutoGraph."""
    host = call.host
    given = k.autocast(host, call.argument(0, "inputs"), config.dtype)
    extra = host.items(config.get("arguments"))
    is_plain = config.constant("arguments") is None or extra == ()
    if not is_plain:
        return k.unknown_call(call, "arguments")
    return call_back(call, config.get("function"), given)


# attention


@_layer("MultiHeadAttention", "GroupQueryAttention", state=True, ops=15)
def multi_head(call: Call, config: k.Config) -> AbstractValue:
    """Attend: the query's shape, unless another output shape was asked for."""
    query = _one_tensor(call.host, call.argument(0, "query"), config.dtype)
    given = call.argument(1, "value")
    attended = None if query is None or given.is_bottom else _one_tensor(call.host, given, config.dtype)
    if query is None or attended is None:
        return TOP
    plain = config.constant("output_shape") is None
    output = Tensor(config.dtype, query.shape if plain else UNKNOWN_SHAPE, _form((query, attended)))
    return _with_scores(call, config, output, 4)


@_layer("Attention", "AdditiveAttention", state=True, ops=6)
def attention(call: Call, config: k.Config) -> AbstractValue:
    """Attend: the query's places with the value's width."""
    given = _inputs(call, config)
    if not given or len(given) < 2:
        return TOP
    query, attended = given[0].shape.dims, given[1].shape.dims
    known = query is not None and attended is not None and len(query) == len(attended) == 3
    shape = Shape((*query[:2], attended[2])) if known and query and attended else UNKNOWN_SHAPE
    return _with_scores(call, config, Tensor(config.dtype, shape, _form(given)), 3)


def _with_scores(call: Call, config: k.Config, output: Tensor, rank: int) -> AbstractValue:
    asked = call.argument(None, "return_attention_scores")
    if asked.is_bottom or asked.constant() is False:
        return value(output)
    scores = Tensor(config.dtype, Shape((None,) * rank), output.form)
    return tuple_of(value(output), value(scores)) if asked.constant() is True else TOP


@_layer("HashedCrossing", ops=4)
def hashed_crossing(call: Call, config: k.Config) -> AbstractValue:
    """Hash several features into one."""
    given = _inputs(call, config)
    if not given or config.constant("output_mode") != "int":
        return _unknown_tensor(call)
    return value(Tensor("int64", given[0].shape, _form(given)))
