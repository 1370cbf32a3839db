"""``tf.keras.preprocessing.image`` and ``.sequence``: generators of Keras 1, which give batches as NumPy arrays."""

from __future__ import annotations

from typing import Final

from jupyter_hybridize.domain.shape import Shape
from jupyter_hybridize.domain.value import (
    TOP,
    AbstractValue,
    Api,
    Array,
    Instance,
    array,
    join_all,
    tuple_of,
)
from jupyter_hybridize.knowledge.host import Call
from jupyter_hybridize.knowledge.keras import values as k
from jupyter_hybridize.knowledge.numpy.data import chosen_dtype
from jupyter_hybridize.knowledge.overlay import Overlay
from jupyter_hybridize.knowledge.stdlib.registration import (
    a_dict_of,
    a_list_of,
    drawing,
    performing,
    pure,
    register,
    register_methods,
    register_properties,
)

OVERLAY: Final = Overlay()
GENERATOR: Final = "keras.preprocessing.image.ImageDataGenerator"
BATCHES: Final = "keras.preprocessing.image.Iterator"
_KINDS: Final = ("DirectoryIterator", "NumpyArrayIterator")
_CHANNELS: Final = {"rgb": 3, "rgba": 4, "grayscale": 1}
_OPTIONS: Final = (
    "featurewise_center samplewise_center featurewise_std_normalization samplewise_std_normalization zca_whitening "
    "zca_epsilon rotation_range width_shift_range height_shift_range brightness_range shear_range zoom_range "
    "channel_shift_range fill_mode cval horizontal_flip vertical_flip rescale preprocessing_function data_format "
    "validation_split interpolation_order dtype"
).split()
OVERLAY.cls(GENERATOR, BATCHES)
OVERLAY.cls(*(f"keras.preprocessing.image.{name}" for name in _KINDS), bases=(BATCHES,))


@OVERLAY.function(GENERATOR)
def generator(call: Call) -> AbstractValue:
    """Make a generator; what it is told to preprocess with it calls for each picture."""
    if not call.arguments.is_exact or not set(call.arguments.keywords) <= set(_OPTIONS):
        return k.unknown_call(call)
    given = {name: call.argument(at, name) for at, name in enumerate(_OPTIONS)}
    preprocess = given["preprocessing_function"]
    is_known = k.is_nothing(preprocess) or all(isinstance(atom, Api) for atom in preprocess.atoms)
    dtype = chosen_dtype(call, _OPTIONS.index("dtype"), "float32")
    plain = k.is_nothing(given["data_format"])
    if not is_known:
        k.unknown_call(call, "callback")
    made = {"element": array(dtype, Shape(() if plain else (None,)))}  # tells of a batch what no `flow` does
    return call.host.new_object(GENERATOR, made)


def _told(call: Call) -> tuple[str | None, bool]:
    """Return the dtype of the batches, and whether the channels come last."""
    held = [call.host.load(each.site).attributes.get("element", TOP).only() for each in call.receiver.each(Instance)]
    found = held[0] if len(held) == 1 else None
    return (found.dtype, found.shape.dims == ()) if isinstance(found, Array) else (None, False)


@OVERLAY.method(GENERATOR, "flow_from_directory")
def from_directory(call: Call) -> AbstractValue:
    """Read batches from a folder, a folder a class."""
    return _of_files(call, size_at=1, first=("target_size", "color_mode", "classes", "class_mode"))


@OVERLAY.method(GENERATOR, "flow_from_dataframe")
def from_dataframe(call: Call) -> AbstractValue:
    """Read the batches that a table names; rows may have weights."""
    if not call.argument(4, "weight_col").is_bottom:
        return _batches(call, TOP, "DirectoryIterator")
    return _of_files(call, size_at=5, first=("target_size", "color_mode", "classes", "class_mode"))


def _of_files(call: Call, *, size_at: int, first: tuple[str, ...]) -> AbstractValue:
    size, color, _, mode = (call.argument(size_at + at, name) for at, name in enumerate(first))
    dtype, is_last = _told(call)
    sizes = (256, 256) if size.is_bottom else (k.integers(call.host, size, 2) or (None, None))
    channels = 3 if color.is_bottom else _CHANNELS.get(str(color.constant()))
    shape = Shape((None, *sizes, channels)) if is_last else Shape((None, None, None, None))
    images = array(dtype, shape)
    match "categorical" if mode.is_bottom else mode.constant():
        case "categorical":
            element = tuple_of(images, array(dtype, Shape((None, None))))
        case "binary" | "sparse":
            element = tuple_of(images, array(dtype, Shape((None,))))
        case "input":
            element = tuple_of(images, images)
        case None:
            element = images
        case _:
            element = TOP
    performing("file")(call)
    return _batches(call, element, "DirectoryIterator")


def _batches(call: Call, element: AbstractValue, kind: str) -> AbstractValue:
    return call.host.new_object(f"keras.preprocessing.image.{kind}", {"element": element})


@OVERLAY.method(GENERATOR, "flow")
def from_arrays(call: Call) -> AbstractValue:
    """Give batches of arrays."""
    dtype, _ = _told(call)
    images, labels = _rows(call.argument(0, "x"), dtype), call.argument(1, "y")
    if images is None or not call.argument(4, "sample_weight").is_bottom:
        return _batches(call, TOP, "NumpyArrayIterator")
    if k.is_nothing(labels):
        return _batches(call, images, "NumpyArrayIterator")
    found = labels.only()
    rows = _rows(labels, found.dtype) if isinstance(found, Array) else None
    return _batches(call, tuple_of(images, array() if rows is None else rows), "NumpyArrayIterator")


def _rows(item: AbstractValue, dtype: str | None) -> AbstractValue | None:
    found = item.only()
    if not isinstance(found, Array) or not found.shape.dims:
        return None
    return array(dtype, Shape((None, *found.shape.dims[1:])))


def _element(call: Call) -> AbstractValue:
    held = [call.host.load(each.site).attributes.get("element", TOP) for each in call.receiver.each(Instance)]
    return join_all(held) if held else TOP


register_methods(OVERLAY, BATCHES, performing("file", lambda call: call.host.new_iterator(_element(call))), "__iter__")
register_methods(OVERLAY, BATCHES, performing("file", _element), "__next__ next __getitem__")
register_methods(OVERLAY, BATCHES, performing("file"), "reset on_epoch_end")
register_methods(OVERLAY, BATCHES, pure(k.INT), "__len__")
register_properties(OVERLAY, BATCHES, k.INT, "n samples num_classes batch_size total_batches_seen")
register_properties(OVERLAY, BATCHES, a_dict_of(k.STRING, k.INT), "class_indices")
register_properties(OVERLAY, BATCHES, a_list_of(k.STRING), "filenames filepaths")
register_properties(OVERLAY, BATCHES, array("int32", Shape((None,))), "classes labels")
register_methods(OVERLAY, GENERATOR, performing("file"), "fit")
register_methods(OVERLAY, GENERATOR, drawing("numpy.random", TOP), "random_transform get_random_transform")
register_methods(OVERLAY, GENERATOR, pure(TOP), "standardize apply_transform")

# sequences


def _pairs(call: Call) -> AbstractValue:
    """Return pairs of words, and whether each stood in the text."""
    pair = call.host.new_list(None, call.host.iterate(call.argument(0, "sequence")).join(k.INT))
    asked = call.argument(5, "categorical")
    label = k.INT if asked.is_bottom or asked.constant() is False else TOP
    return tuple_of(call.host.new_list(None, pair), call.host.new_list(None, label))


register(OVERLAY, drawing("random", _pairs), "keras.preprocessing.sequence.skipgrams")
register(OVERLAY, pure(array("float64", Shape((None,)))), "keras.preprocessing.sequence.make_sampling_table")
