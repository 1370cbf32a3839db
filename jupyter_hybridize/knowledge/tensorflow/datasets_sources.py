"""Where data sets come from: arrays, generators, files, other data sets, and the data set catalogue."""

from __future__ import annotations

from dataclasses import replace

from jupyter_hybridize.domain.answer import Answer
from jupyter_hybridize.domain.effect import EffectKind
from jupyter_hybridize.domain.shape import SCALAR_SHAPE, Shape
from jupyter_hybridize.domain.value import (
    BOTTOM,
    NONE,
    TOP,
    AbstractValue,
    Atom,
    Constant,
    Container,
    Dataset,
    Scalar,
    Tuple,
    join_all,
    tensor,
    tuple_of,
    value,
)
from jupyter_hybridize.knowledge.host import Arguments, Call, Host, Mode
from jupyter_hybridize.knowledge.keras.values import is_nothing
from jupyter_hybridize.knowledge.overlay import Overlay
from jupyter_hybridize.knowledge.tensorflow.datasets import DATASET, INT64, dataset, element_of
from jupyter_hybridize.knowledge.tensorflow.datasets_elements import as_arrays, component, from_spec, sliced

OVERLAY = Overlay()
STRING = tensor("string", SCALAR_SHAPE)
_EXPERIMENTAL = "tensorflow.data.experimental"


@OVERLAY.function(f"{DATASET}.from_tensor_slices")
def from_tensor_slices(call: Call) -> AbstractValue:
    """Slice along the first axis."""
    return dataset(sliced(call.host, component(call.host, call.argument(0, "tensors"))))


@OVERLAY.function(f"{DATASET}.from_tensors")
def from_tensors(call: Call) -> AbstractValue:
    """Make one element of everything."""
    return dataset(component(call.host, call.argument(0, "tensors")))


@OVERLAY.function(f"{DATASET}.range", f"{DATASET}.random", f"{DATASET}.counter", f"{_EXPERIMENTAL}.Counter")
def integers(call: Call) -> AbstractValue:
    """Count, or draw ints."""
    given = call.argument(None, "output_type", "dtype")
    match given.only():
        case None if given.is_bottom:
            return dataset(INT64)
        case Scalar(type="tf.DType", constant=str() as name):
            return dataset(tensor(name, SCALAR_SHAPE))
        case _:
            return dataset(tensor(None, SCALAR_SHAPE))


@OVERLAY.function("tensorflow.data.experimental.RandomDataset")
def random_dataset(call: Call) -> AbstractValue:
    """Draw ints."""
    return dataset(INT64)


@OVERLAY.function(f"{DATASET}.from_generator")
def from_generator(call: Call) -> AbstractValue:
    """Run a generator of the program as it is, whenever elements are wanted."""
    host = call.host
    if host.mode.is_traced:
        host.effect(EffectKind.UNKNOWN_CALL, call.text or call.name, answer=Answer.UNKNOWN, reason="from_generator")
    given = host.items(call.argument(3, "args"))
    host.call(call.argument(0, "generator"), Arguments(given or ()), Mode.EAGER)
    signature = call.argument(4, "output_signature")
    if not signature.is_bottom:
        return dataset(from_spec(host, signature, BOTTOM))
    return dataset(from_spec(host, call.argument(1, "output_types"), call.argument(2, "output_shapes")))


@OVERLAY.function(f"{DATASET}.list_files", "tensorflow.data.TextLineDataset", "tensorflow.data.TFRecordDataset")
def strings(call: Call) -> AbstractValue:
    """Read names, lines or records."""
    call.host.tensor_op(call.name)
    return dataset(STRING)


@OVERLAY.function("tensorflow.data.FixedLengthRecordDataset")
def records(call: Call) -> AbstractValue:
    """Read records."""
    return dataset(STRING)


# of other data sets


@OVERLAY.function(f"{DATASET}.zip", f"{DATASET}.zip_datasets")
def zip_datasets(call: Call) -> AbstractValue:
    """Take one element of each at a time."""
    if not call.arguments.is_exact:
        return dataset(TOP)
    named = call.argument(None, "datasets")
    given = call.arguments.positional
    if len(given) > 1:
        return dataset(tuple_of(*(_zipped(call.host, each) for each in given)))
    return dataset(_zipped(call.host, given[0] if given else named))


def _zipped(host: Host, item: AbstractValue) -> AbstractValue:
    return join_all(_zipped_atom(host, atom) for atom in item.ordered())


def _zipped_atom(host: Host, atom: Atom) -> AbstractValue:
    match atom:
        case Dataset(element=element):
            return element
        case Tuple(items=items, rest=None):
            return value(replace(atom, items=tuple(_zipped(host, each) for each in items)))
        case Container(type="list", site=site) if host.load(site).items is not None:
            return tuple_of(*(_zipped(host, each) for each in host.load(site).items or ()))
        case Container(type="dict", site=site) if host.load(site).entries is not None:
            return host.new_dict({k: _zipped(host, v) for k, v in (host.load(site).entries or {}).items()})
        case _:
            return TOP


@OVERLAY.function(
    f"{DATASET}.sample_from_datasets",
    f"{DATASET}.choose_from_datasets",
    f"{_EXPERIMENTAL}.sample_from_datasets",
    f"{_EXPERIMENTAL}.choose_from_datasets",
)
def mixed(call: Call) -> AbstractValue:
    """Take elements now from one, now from another."""
    return dataset(element_of(call.host.iterate(call.argument(0, "datasets"), by_python=False)))


@OVERLAY.function(f"{DATASET}.load", f"{_EXPERIMENTAL}.load")
def load(call: Call) -> AbstractValue:
    """Read a saved data set."""
    given = call.argument(1, "element_spec")
    return dataset(TOP if given.is_bottom else from_spec(call.host, given, BOTTOM))


@OVERLAY.function(f"{_EXPERIMENTAL}.CsvDataset")
def csv_dataset(call: Call) -> AbstractValue:
    """Read columns of the dtypes given."""
    host = call.host
    defaults = host.items(call.argument(1, "record_defaults"))
    if defaults is None:
        return dataset(TOP)
    return dataset(tuple_of(*(tensor(_dtype(each), SCALAR_SHAPE) for each in defaults)))


def _dtype(item: AbstractValue) -> str | None:
    match item.only():
        case Scalar(type="tf.DType", constant=str() as name):
            return name
        case _:
            return None


@OVERLAY.function(f"{_EXPERIMENTAL}.make_csv_dataset")
def csv_batches(call: Call) -> AbstractValue:
    """Read batches of named columns, the label apart from the others; only the file tells their dtypes."""
    host = call.host
    label, chosen = call.argument(4, "label_name"), call.argument(5, "select_columns")
    given = chosen if not is_nothing(chosen) else call.argument(2, "column_names")
    known = None if is_nothing(given) else host.items(given)
    names = [each.constant() for each in known or ()]
    if not call.arguments.is_exact or not (is_nothing(label) or isinstance(label.constant(), str)):
        return dataset(TOP)
    columns = _columns(call, names) if names and all(isinstance(each, str) for each in names) else None
    target = BOTTOM if is_nothing(label) else _COLUMN if columns is None else columns.pop(label.constant(), TOP)
    features = host.new_dict(columns) if columns is not None else host.new_dict(None, value(Scalar("str")), _COLUMN)
    return dataset(features if target.is_bottom else tuple_of(features, target))


_COLUMN = tensor(None, Shape((None,)))


def _columns(call: Call, names: list[Constant]) -> dict[Constant, AbstractValue]:
    """Return each column's values; a default tells the dtype, as a dtype or as a value of it."""
    defaults = call.argument(3, "column_defaults")
    known = None if is_nothing(defaults) else call.host.items(defaults)
    if known is None or len(known) != len(names):
        return dict.fromkeys(names, _COLUMN)
    return {name: tensor(_dtype(each), Shape((None,))) for name, each in zip(names, known, strict=True)}


@OVERLAY.function(f"{_EXPERIMENTAL}.SqlDataset", f"{_EXPERIMENTAL}.make_batched_features_dataset")
def columns(call: Call) -> AbstractValue:
    """Read batches whose columns the file tells."""
    return dataset(TOP)


# the catalogue: see also `datasets_catalogue`


@OVERLAY.function("tensorflow_datasets.as_numpy")
def as_numpy(call: Call) -> AbstractValue:
    """Turn tensors and data sets into arrays and iterators over them."""
    host, given = call.host, call.argument(0, "dataset")
    if host.mode.is_traced:
        host.effect(EffectKind.NEEDS_VALUE, call.text or call.name, reason="as_numpy")
    if isinstance(given.only(), Dataset):
        return host.new_iterator(as_arrays(host, element_of(given)))
    return TOP


@OVERLAY.function("tensorflow_datasets.disable_progress_bar", "tensorflow_datasets.enable_progress_bar")
def progress_bar(call: Call) -> AbstractValue:
    """Set whether progress is shown."""
    return NONE
