"""TensorFlow Datasets: data sets that are loaded by name; the catalogue, not the program, knows their elements."""

from __future__ import annotations

import json
import re
from functools import cache
from typing import Any, Final  # rows of JSON

from jupyter_hybridize.domain.shape import UNKNOWN_SHAPE, Shape
from jupyter_hybridize.domain.value import (
    NONE,
    TOP,
    AbstractValue,
    Container,
    Instance,
    Scalar,
    Tuple,
    constant,
    join_all,
    tensor,
    tuple_of,
    value,
)
from jupyter_hybridize.knowledge.host import Call, Host
from jupyter_hybridize.knowledge.keras.values import integer, is_nothing
from jupyter_hybridize.knowledge.overlay import Overlay
from jupyter_hybridize.knowledge.python.arguments import perform_io
from jupyter_hybridize.knowledge.table import DATA
from jupyter_hybridize.knowledge.tensorflow.datasets import dataset
from jupyter_hybridize.knowledge.tensorflow.datasets_elements import stacked
from jupyter_hybridize.knowledge.tensorflow.datasets_info import INFO

OVERLAY = Overlay()
FILE: Final = DATA / "tensorflow-datasets-4.9.json"
BUILDER: Final = "tensorflow_datasets.core.DatasetBuilder"
_NAME: Final = "data set"  # no name of Python's: what the builder was made for
_OF_PLACE: Final = {"name", "data_dir", "try_gcs"}  # what tells where the files are, and not what they hold
_OTHERWISE: Final = ("decoders", "read_config", "as_dataset_kwargs")  # what changes the elements

for _name, _text in (("TRAIN", "train"), ("TEST", "test"), ("VALIDATION", "validation"), ("ALL", "all")):
    OVERLAY.constants[f"tensorflow_datasets.Split.{_name}"] = constant(_text)
OVERLAY.cls("tensorflow_datasets.Split", BUILDER)


@cache
def catalogue() -> dict[str, dict[str, Any]]:
    """Return the data sets of the file that comes with the package: features, supervised keys, major version."""
    read: dict[str, dict[str, Any]] = json.loads(FILE.read_text(encoding="utf-8"))
    return read


@OVERLAY.function("tensorflow_datasets.builder")
def builder(call: Call) -> AbstractValue:
    """Make what loads the data set of a name."""
    is_plain = call.arguments.is_exact and not set(call.arguments.keywords) - _OF_PLACE
    name = call.argument(0, "name")
    return call.host.new_object(BUILDER, {_NAME: name if is_plain else TOP})


@OVERLAY.method(BUILDER, "download_and_prepare")
def prepare(call: Call) -> AbstractValue:
    """Write the data set's files."""
    perform_io(call, "download")
    return NONE


@OVERLAY.method(BUILDER, "as_dataset")
def as_dataset(call: Call) -> AbstractValue:
    """Load the splits asked for."""
    names = join_all(call.host.load(each.site).attributes.get(_NAME, TOP) for each in call.receiver.each(Instance))
    return _splits(call, names, call.argument(0, "split"))


@OVERLAY.function("tensorflow_datasets.load")
def load(call: Call) -> AbstractValue:
    """Load the splits asked for, as data sets or, in one batch, as tensors."""
    loaded = _splits(call, call.argument(0, "name"), call.argument(None, "split"))
    with_info = call.argument(None, "with_info")
    if with_info.constant() is True:
        return tuple_of(loaded, call.host.new_object(INFO))
    return loaded if with_info.is_bottom or with_info.constant() is False else TOP


def _splits(call: Call, name: AbstractValue, split: AbstractValue) -> AbstractValue:
    host, one = call.host, _one(call, name)
    match split.only():
        case _ if is_nothing(split):
            return host.new_dict(None, value(Scalar("str")), one)
        case Scalar(type="str"):
            return one
        case Container(type="list"):
            parts = host.items(split)
            return host.new_list(None, one) if parts is None else host.new_list([one] * len(parts))
        case Tuple(items=items, rest=None):
            return tuple_of(*[one] * len(items))
    return TOP


def _one(call: Call, name: AbstractValue) -> AbstractValue:
    """Return one split."""
    element, batch = _element(call, name.constant()), call.argument(None, "batch_size")
    if is_nothing(batch):
        return dataset(element)
    size = integer(batch)
    if size is None:
        return TOP
    batched = stacked(call.host, element, None)
    return batched if size == -1 else dataset(batched)


def _element(call: Call, name: object) -> AbstractValue:
    """Return one example, before it is batched."""
    supervised = call.argument(None, "as_supervised")
    row = _row(name) if isinstance(name, str) else None
    is_plain = call.arguments.is_exact and all(is_nothing(call.argument(None, each)) for each in _OTHERWISE)
    if row is None or not is_plain:
        return tuple_of(TOP, TOP) if row is None and supervised.constant() is True else TOP
    if supervised.is_bottom or supervised.constant() is False:
        return _structure(call.host, row["features"])
    if supervised.constant() is not True or "supervised" not in row:
        return TOP
    return _chosen(call.host, row["features"], row["supervised"])


def _row(name: str) -> dict[str, Any] | None:
    """Return what is known of a data set: ``mnist``, ``mnist:3.*.*``, ``glue/sst2``."""
    path, _, version = name.partition(":")
    row = catalogue().get(path)
    major = re.match(r"\d+", version)
    return None if row is None or (version and (major is None or int(major[0]) != row["major"])) else row


def _structure(host: Host, features: object) -> AbstractValue:
    if isinstance(features, dict):
        return host.new_dict({key: _structure(host, each) for key, each in features.items()})
    if isinstance(features, list):
        return tuple_of(*(_structure(host, each) for each in features))
    return _tensor(features) if isinstance(features, str) else TOP


def _tensor(text: str) -> AbstractValue:
    """Return the tensor that ``uint8[28, 28, 1]`` stands for; without brackets its rank is not known."""
    dtype, bracket, sizes = text.partition("[")
    if not bracket:
        return tensor(dtype, UNKNOWN_SHAPE)
    named = [each.strip() for each in sizes.rstrip("]").split(",") if each.strip()]
    return tensor(dtype, Shape(tuple(None if each == "None" else int(each) for each in named)))


def _chosen(host: Host, features: dict[str, Any], keys: object) -> AbstractValue:
    """Return the features that the supervised keys name, nested as those are."""
    if isinstance(keys, dict):
        return host.new_dict({key: _chosen(host, features, each) for key, each in keys.items()})
    if isinstance(keys, list):
        return tuple_of(*(_chosen(host, features, each) for each in keys))
    return _structure(host, features.get(str(keys)))


@OVERLAY.property(BUILDER, "info")
def info(call: Call) -> AbstractValue:
    """Return what is told of the data set."""
    return call.host.new_object(INFO)
