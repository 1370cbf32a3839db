"""Data sets: what ``tf.data`` transformations make of the elements, and how elements come out."""

from __future__ import annotations

from jupyter_hybridize.domain.effect import EffectKind
from jupyter_hybridize.domain.shape import SCALAR_SHAPE, Dimension
from jupyter_hybridize.domain.value import (
    BOTTOM,
    NONE,
    TOP,
    AbstractValue,
    Dataset,
    Form,
    Tensor,
    constant,
    join_all,
    scalar,
    tensor,
    tuple_of,
    value,
)
from jupyter_hybridize.knowledge.host import Arguments, Call, Mode
from jupyter_hybridize.knowledge.overlay import Overlay
from jupyter_hybridize.knowledge.tensorflow.datasets_elements import (
    as_arrays,
    call_with,
    component,
    function_result,
    map_tensors,
    opened,
    shape_from,
    sliced,
    stacked,
)

OVERLAY = Overlay()
DATASET = "tensorflow.data.Dataset"
INT64 = tensor("int64", SCALAR_SHAPE)

OVERLAY.cls(DATASET)
OVERLAY.cls(
    "tensorflow.data.Options", "tensorflow.data.ThreadingOptions", "tensorflow.data.experimental.DistributeOptions"
)
OVERLAY.constants.update(
    {
        "tensorflow.data.AUTOTUNE": constant(-1),
        "tensorflow.data.experimental.AUTOTUNE": constant(-1),
        "tensorflow.data.INFINITE_CARDINALITY": constant(-1),
        "tensorflow.data.UNKNOWN_CARDINALITY": constant(-2),
    }
)


def element_of(receiver: AbstractValue) -> AbstractValue:
    """Return the join of the elements of the data sets *receiver* may be."""
    if receiver.is_bottom:
        return BOTTOM
    if any(not isinstance(atom, Dataset) for atom in receiver.atoms):
        return TOP
    return join_all(each.element for each in receiver.each(Dataset))


def dataset(element: AbstractValue) -> AbstractValue:
    """Return a data set of *element*."""
    return value(Dataset(element))


# elements stay


@OVERLAY.method(
    DATASET, "shuffle", "repeat", "prefetch", "cache", "take", "skip", "shard", "with_options", "snapshot", "unique",
    "ignore_errors",
)  # fmt: skip
def keep(call: Call) -> AbstractValue:
    """Keep the element type."""
    call.host.tensor_op(call.name)
    return dataset(element_of(call.receiver))


@OVERLAY.method(DATASET, "filter", "take_while")
def select(call: Call) -> AbstractValue:
    """Keep the elements for which a traced function holds."""
    element = element_of(call.receiver)
    call_with(call, call.argument(0, "predicate"), element)
    return dataset(element)


@OVERLAY.method(DATASET, "concatenate")
def concatenate(call: Call) -> AbstractValue:
    """Put one data set after another."""
    return dataset(element_of(call.receiver).join(element_of(call.argument(0, "dataset"))))


# elements change


@OVERLAY.method(DATASET, "map", "map_with_legacy_function")
def transform(call: Call) -> AbstractValue:
    """Trace the function on the element."""
    result = call_with(call, call.argument(0, "map_func"), element_of(call.receiver))
    return dataset(function_result(call.host, result))


@OVERLAY.method(DATASET, "flat_map", "interleave")
def flatten(call: Call) -> AbstractValue:
    """Trace the function, and take the elements of the data sets it makes."""
    result = call_with(call, call.argument(0, "map_func"), element_of(call.receiver))
    return dataset(element_of(result))


def _size(call: Call, position: int, name: str, drop_at: int) -> Dimension:
    """Return the size of every batch, None if it is not known or the last may be smaller."""
    size = call.argument(position, name).constant()
    drop = call.argument(drop_at, "drop_remainder").constant()
    return size if drop is True and isinstance(size, int) else None


@OVERLAY.method(DATASET, "batch")
def batch(call: Call) -> AbstractValue:
    """Stack elements."""
    size = _size(call, 0, "batch_size", 1)
    return dataset(stacked(call.host, element_of(call.receiver), size))


@OVERLAY.method(DATASET, "rebatch")
def rebatch(call: Call) -> AbstractValue:
    """Cut batches anew."""
    host = call.host
    size = _size(call, 0, "batch_size", 1)
    return dataset(stacked(host, sliced(host, element_of(call.receiver)), size))


@OVERLAY.method(DATASET, "unbatch")
def unbatch(call: Call) -> AbstractValue:
    """Take batches apart."""
    return dataset(sliced(call.host, element_of(call.receiver)))


@OVERLAY.method(DATASET, "padded_batch")
def padded_batch(call: Call) -> AbstractValue:
    """Pad elements to the same shape and stack them."""
    host, size = call.host, _size(call, 0, "batch_size", 3)
    element = element_of(call.receiver)
    shapes = call.argument(1, "padded_shapes")
    only = element.only()
    if isinstance(only, Tensor) and not (shapes.is_bottom or shapes.constant() is None):
        padded = tensor(only.dtype, shape_from(host, shapes))
        return dataset(stacked(host, padded, size))
    return dataset(stacked(host, opened(host, element), size))


@OVERLAY.method(DATASET, "ragged_batch", "dense_to_ragged_batch")
def ragged_batch(call: Call) -> AbstractValue:
    """Stack elements of different shapes; those of static shape are dense."""
    host = call.host

    def ragged(each: Tensor) -> Tensor:
        form = Form.DENSE if each.shape.is_static else Form.RAGGED
        return Tensor(each.dtype, each.shape, form)

    element = element_of(call.receiver)
    if any(each.shape.dims is None for each in element.each(Tensor)):
        return dataset(TOP)
    return dataset(stacked(host, map_tensors(host, element, ragged), _size(call, 0, "batch_size", 1)))


@OVERLAY.method(DATASET, "sparse_batch", "rejection_resample", "dense_to_sparse_batch")
def rarely(call: Call) -> AbstractValue:
    """Do what is not modelled further."""
    return dataset(TOP)


@OVERLAY.method(DATASET, "window")
def window(call: Call) -> AbstractValue:
    """Make a data set of each part of so many elements."""
    return dataset(map_tensors(call.host, element_of(call.receiver), lambda each: Dataset(value(each))))


@OVERLAY.method(DATASET, "enumerate")
def enumerate_elements(call: Call) -> AbstractValue:
    """Number the elements."""
    return dataset(tuple_of(INT64, element_of(call.receiver)))


@OVERLAY.method(DATASET, "scan")
def scan(call: Call) -> AbstractValue:
    """Carry a state through the elements."""
    host = call.host
    state = component(host, call.argument(0, "initial_state"))
    result = host.call(call.argument(1, "scan_func"), Arguments((state, element_of(call.receiver))), Mode.CONVERTED)
    parts = host.items(result)
    return dataset(function_result(host, parts[1]) if parts is not None and len(parts) == 2 else TOP)


@OVERLAY.method(DATASET, "reduce")
def reduce(call: Call) -> AbstractValue:
    """Fold the elements into one state."""
    host = call.host
    state = component(host, call.argument(0, "initial_state"))
    function = call.argument(1, "reduce_func")
    element = element_of(call.receiver)
    after = component(host, host.call(function, Arguments((state, element)), Mode.CONVERTED))
    joined = state.join(after)
    if not state.covers(after):
        joined = joined.join(component(host, host.call(function, Arguments((joined, element)), Mode.CONVERTED)))
    return joined


@OVERLAY.method(DATASET, "group_by_window")
def group_by_window(call: Call) -> AbstractValue:
    """Reduce the elements of each key."""
    element = element_of(call.receiver)
    call_with(call, call.argument(0, "key_func"), element)
    reducer = call.argument(1, "reduce_func")
    result = call.host.call(reducer, Arguments((INT64, dataset(element))), Mode.CONVERTED)
    return dataset(element_of(result))


@OVERLAY.method(DATASET, "bucket_by_sequence_length")
def bucket(call: Call) -> AbstractValue:
    """Batch elements of similar length."""
    element = element_of(call.receiver)
    call_with(call, call.argument(0, "element_length_func"), element)
    return dataset(stacked(call.host, opened(call.host, element), None))


@OVERLAY.method(DATASET, "apply")
def apply(call: Call) -> AbstractValue:
    """Hand the data set to a function, as a plain call."""
    mode = Mode.UNCONVERTED if call.host.mode.is_traced else Mode.EAGER
    return call.host.call(call.argument(0, "transformation_func"), Arguments((call.receiver,)), mode)


# elements come out


@OVERLAY.method(DATASET, "__iter__")
def iterate(call: Call) -> AbstractValue:
    """Return an iterator over tensors."""
    return call.host.new_iterator(element_of(call.receiver), is_dataset=True)


@OVERLAY.method("tensorflow.data.Iterator", "get_next", "__next__", "next")
def get_next(call: Call) -> AbstractValue:
    """Return the next element."""
    call.host.tensor_op("IteratorGetNext")
    return call.host.iterate(call.receiver, by_python=False)


@OVERLAY.method(DATASET, "as_numpy_iterator")
def as_numpy_iterator(call: Call) -> AbstractValue:
    """Return an iterator over arrays, which a graph has not got."""
    if call.host.mode.is_traced:
        call.host.effect(EffectKind.NEEDS_VALUE, call.text or call.name, reason="as_numpy_iterator")
    return call.host.new_iterator(as_arrays(call.host, element_of(call.receiver)))


@OVERLAY.method(DATASET, "get_single_element")
@OVERLAY.function("tensorflow.data.experimental.get_single_element")
def get_single_element(call: Call) -> AbstractValue:
    """Return the only element."""
    receiver = call.receiver if not call.receiver.is_bottom else call.argument(0, "dataset")
    call.host.tensor_op("DatasetToSingleElement")
    return element_of(receiver)


@OVERLAY.method(DATASET, "cardinality")
@OVERLAY.function("tensorflow.data.experimental.cardinality")
def cardinality(call: Call) -> AbstractValue:
    """Return the number of elements, negative if it is not known."""
    call.host.tensor_op("DatasetCardinality")
    return INT64


@OVERLAY.method(DATASET, "__len__")
def length(call: Call) -> AbstractValue:
    """Return the number of elements; in a graph AutoGraph makes it a tensor."""
    if call.host.mode is Mode.UNCONVERTED:
        call.host.effect(EffectKind.NEEDS_VALUE, call.text or call.name, reason="len")
    return INT64 if call.host.mode is Mode.CONVERTED else scalar("int")


@OVERLAY.method(DATASET, "__bool__")
def truth(call: Call) -> AbstractValue:
    """Return True: a data set always is."""
    return constant(True)


@OVERLAY.method(DATASET, "options", "get_next_spec")
@OVERLAY.property(DATASET, "element_spec")
def described(call: Call) -> AbstractValue:
    """Return what describes the data set."""
    return TOP


@OVERLAY.method(DATASET, "save")
def save(call: Call) -> AbstractValue:
    """Write the elements to files: an op, in a graph too."""
    call.host.tensor_op("SaveDatasetV2")
    return NONE
