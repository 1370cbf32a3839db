"""Keras' utilities: files, images, sequences, data sets from directories, seeds, progress bars."""

from __future__ import annotations

from jupyter_hybridize.domain.answer import Answer
from jupyter_hybridize.domain.effect import EffectKind
from jupyter_hybridize.domain.shape import Shape
from jupyter_hybridize.domain.value import (
    NONE,
    TOP,
    AbstractValue,
    Array,
    Dataset,
    Tensor,
    array,
    tensor,
    tuple_of,
    value,
)
from jupyter_hybridize.knowledge.host import Call
from jupyter_hybridize.knowledge.keras import values as k
from jupyter_hybridize.knowledge.numpy.data import chosen_dtype
from jupyter_hybridize.knowledge.overlay import Overlay
from jupyter_hybridize.knowledge.tensorflow.datasets_elements import component, sliced, stacked

OVERLAY = Overlay()


def performs_io(call: Call, reason: str) -> None:
    """Record that Python writes, reads or prints here."""
    call.host.effect(EffectKind.PERFORMS_IO, call.text or call.name, reason=reason)


@OVERLAY.function("keras.utils.to_categorical")
def to_categorical(call: Call) -> AbstractValue:
    """Encode classes one-hot: a float64 array of anything but a tensor."""
    given, classes = call.argument(0, "x", "y"), k.integer(call.argument(1, "num_classes"))
    if given.has(Tensor):
        call.host.tensor_op("one_hot", 2)
        return tensor("float32")
    found = given.only()
    if isinstance(found, Array) and found.shape.dims is not None and found.shape.dims[-1:] != (1,):
        return array("float64", Shape((*found.shape.dims, classes)))
    return array("float64")


@OVERLAY.function("keras.utils.normalize")
def normalize(call: Call) -> AbstractValue:
    """Scale to unit length."""
    return tensor(None) if call.argument(0, "x").has(Tensor) else array()


@OVERLAY.function("keras.utils.pad_sequences")
def pad_sequences(call: Call) -> AbstractValue:
    """Make a matrix of lists."""
    if call.argument(0, "sequences").has(Tensor):
        k.needs_value(call)
    length = k.integer(call.argument(1, "maxlen"))
    return array(chosen_dtype(call, 2, "int32"), Shape((None, length)))


@OVERLAY.function("keras.utils.get_file")
def get_file(call: Call) -> AbstractValue:
    """Download a file, and return its path."""
    performs_io(call, "file")
    return k.STRING


@OVERLAY.function("keras.utils.load_img", "keras.utils.array_to_img")
def load_image(call: Call) -> AbstractValue:
    """Return an image of PIL."""
    if call.argument(0, "x", "path").has(Tensor):
        k.needs_value(call)
    if call.name.endswith("load_img"):
        performs_io(call, "file")
    return call.host.new_object("PIL.Image.Image")


@OVERLAY.function("keras.utils.img_to_array")
def image_to_array(call: Call) -> AbstractValue:
    """Return an array of rank 3."""
    return array(chosen_dtype(call, 2, "float32"), Shape((None, None, None)))


@OVERLAY.function("keras.utils.save_img", "keras.utils.plot_model")
def write_image(call: Call) -> AbstractValue:
    """Write a picture."""
    performs_io(call, "file")
    if call.name.endswith("save_img") and call.argument(1, "x").has(Tensor):
        k.needs_value(call)
    return NONE if call.name.endswith("save_img") else TOP


@OVERLAY.function("keras.utils.model_to_dot", "keras.utils.get_source_inputs")
def describe(call: Call) -> AbstractValue:
    """Return a description."""
    return TOP


@OVERLAY.function("keras.utils.clear_session", "keras.backend.clear_session")
def clear_session(call: Call) -> AbstractValue:
    """Forget names and states that are shared."""
    call.host.effect(EffectKind.PERFORMS_IO, call.text or call.name, answer=Answer.UNKNOWN, reason="global-state")
    return NONE


@OVERLAY.function("keras.utils.register_keras_serializable")
def register_serializable(call: Call) -> AbstractValue:
    """Return a decorator that keeps the class as it is."""
    return TOP


OVERLAY.cls("keras.utils.Progbar", "keras.utils.CustomObjectScope", "keras.utils.PyDataset")


@OVERLAY.method("keras.utils.Progbar", "update", "add", "finalize")
def progress(call: Call) -> AbstractValue:
    """Print how far it is, which needs the values."""
    performs_io(call, "print")
    return NONE


@OVERLAY.method("keras.utils.PyDataset", "__init__", "on_epoch_end", "on_epoch_begin")
def initialize_sequence(call: Call) -> AbstractValue:
    """Keep the options."""
    return NONE


# data sets of files and arrays


@OVERLAY.function("keras.utils.image_dataset_from_directory")
def images_from_directory(call: Call) -> AbstractValue:
    """Read images into batches of float32, with their labels."""
    host, size = call.host, call.argument(6, "image_size")
    channels = {"rgb": 3, "rgba": 4, "grayscale": 1}
    color = call.argument(4, "color_mode")
    last = 3 if color.is_bottom else channels.get(str(color.constant()))
    sizes = (256, 256) if size.is_bottom else (k.integers(host, size, 2) or (None, None))
    plain = call.argument(15, "data_format").is_bottom and call.argument(16, "format").is_bottom
    image = tensor("float32", Shape((*sizes, last)) if plain else Shape((None, None, None)))
    return _from_directory(call, image, batch_at=5)


@OVERLAY.function("keras.utils.text_dataset_from_directory")
def texts_from_directory(call: Call) -> AbstractValue:
    """Read texts into batches of strings, with their labels."""
    return _from_directory(call, tensor("string", Shape(())), batch_at=4)


def _from_directory(call: Call, one: AbstractValue, *, batch_at: int) -> AbstractValue:
    performs_io(call, "file")
    label = _label(call)
    element = one if label is None else tuple_of(one, label)
    batch = call.argument(batch_at, "batch_size")
    if not batch.is_bottom and k.integer(batch) is None:
        made = TOP
    else:
        made = value(Dataset(stacked(call.host, element, None)))
    return tuple_of(made, made) if call.argument(None, "subset").constant() == "both" else made


def _label(call: Call) -> AbstractValue | None:
    """Return one label, None where there are none."""
    if call.argument(1, "labels").constant() is None:
        return None
    mode = call.argument(2, "label_mode")
    match "int" if mode.is_bottom else mode.constant():
        case "int":
            return tensor("int32", Shape(()))
        case "binary":
            return tensor("float32", Shape((1,)))
        case "categorical":
            return tensor("float32", Shape((None,)))
        case None:
            return None
        case _:
            return TOP


@OVERLAY.function("keras.utils.timeseries_dataset_from_array")
def windows_of_array(call: Call) -> AbstractValue:
    """Cut an array into batches of windows."""
    host = call.host
    data = stacked(host, component(host, call.argument(0, "data")), None)
    targets = call.argument(1, "targets")
    if call.argument(5, "batch_size").constant() is None:
        return value(Dataset(TOP))
    if k.is_nothing(targets):
        return value(Dataset(_opened_window(data)))
    target = stacked(host, sliced(host, component(host, targets)), None)
    return value(Dataset(tuple_of(_opened_window(data), target)))


def _opened_window(data: AbstractValue) -> AbstractValue:
    found = data.only()
    if not isinstance(found, Tensor) or found.shape.dims is None or len(found.shape.dims) < 2:
        return TOP
    return tensor(found.dtype, Shape((None, None, *found.shape.dims[2:])))


@OVERLAY.function("keras.utils.split_dataset")
def split_dataset(call: Call) -> AbstractValue:
    """Split into two data sets."""
    given = call.argument(0, "dataset")
    part = given if all(isinstance(atom, Dataset) for atom in given.atoms) else value(Dataset(TOP))
    return tuple_of(part, part)
