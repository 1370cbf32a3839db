"""A value taken apart into arrays and names, which outlive what the program does to it next."""

from __future__ import annotations

import types
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any  # what TensorFlow and the user's code return

import numpy as np
import tensorflow as tf

_NUMBERS = (bool, int, float, complex, str, bytes)
_SILENT = (types.ModuleType, types.FunctionType, types.BuiltinFunctionType, types.MethodType, type)
_LIBRARIES = frozenset({"tensorflow", "keras", "numpy", "builtins", "absl", "functools", "collections"})
_BOOKKEEPING = ("_tracker", "_self_", "_obj_reference", "_keras_api", "_auto_", "__")
_DEEPEST = 40


@dataclass(frozen=True, slots=True)
class Leaf:
    """Numbers or strings."""

    family: str  # "tensor" "variable" "float" "numpy.ndarray" …
    value: np.ndarray[Any, Any]


@dataclass(frozen=True, slots=True)
class Branch:
    """A container or an object, by the names of its parts."""

    kind: str  # "sequence" "mapping" "set", or the class of an object
    keys: tuple[str, ...]
    items: tuple[Plain, ...]


@dataclass(frozen=True, slots=True)
class Opaque:
    """What has no parts to compare; two of one type count as equal."""

    type: str


@dataclass(frozen=True, slots=True)
class Silent:
    """Code: a function, a class, a module. It is equal to anything."""


Plain = Leaf | Branch | Opaque | Silent


def plain(item: object) -> Plain:
    """Return a copy of *item* as plain data, without calling any code of the user's."""
    return _take_apart(item, (), _DEEPEST)


def _take_apart(item: Any, above: tuple[int, ...], depth: int) -> Plain:
    found = _leaf(item)
    if found is not None:
        return found
    if depth == 0 or id(item) in above:
        return Opaque(type(item).__name__)
    parts = _parts(item)
    if parts is None:
        return Silent() if isinstance(item, _SILENT) else Opaque(type(item).__name__)
    kind, keys, items = parts
    return Branch(kind, tuple(keys), tuple(_take_apart(each, (*above, id(item)), depth - 1) for each in items))


def _leaf(item: Any) -> Plain | None:
    kind = type(item)
    if kind in _NUMBERS:
        return Leaf(kind.__name__, as_array(item))
    if issubclass(kind, tf.Variable) or is_keras_variable(item):
        return _tensor_leaf("variable", item)
    if issubclass(kind, tf.Tensor):
        return _tensor_leaf("tensor", item)
    if issubclass(kind, np.ndarray | np.generic):
        return Leaf(f"numpy.{kind.__name__}", as_array(np.array(item)))
    return next((_subclass_leaf(item, base) for base in _NUMBERS if issubclass(kind, base)), None)


def _subclass_leaf(item: Any, base: Any) -> Leaf:
    """Return a member of an enumeration of numbers, or a str with methods, as what it is derived from."""
    return Leaf(base.__name__, as_array(base.__new__(base, item)))


def _tensor_leaf(family: str, item: Any) -> Plain:
    try:
        return Leaf(family, as_array(np.array(item.numpy())))
    except (AttributeError, NotImplementedError, RuntimeError):  # symbolic, or a variable never initialised
        return Opaque(f"symbolic {family}")


def as_array(item: Any) -> np.ndarray[Any, Any]:
    """Return *item* as an array; text as bytes, which is what TensorFlow makes of it."""
    array = np.asarray(item.encode() if isinstance(item, str) else item)
    if array.dtype.kind == "U":
        array = np.char.encode(array, "utf-8")
    return array.astype(object) if array.dtype.kind == "S" else array


def is_keras_variable(item: object) -> bool:
    """Return whether *item* is a variable of Keras 3."""
    return any(base.__module__.startswith("keras.") and base.__name__ == "Variable" for base in type(item).__mro__)


Parts = tuple[str, Iterable[str], Iterable[object]]


def _parts(item: Any) -> Parts | None:
    if isinstance(item, tf.data.Dataset):
        return "dataset", ["element_spec"], [str(item.element_spec)]
    if isinstance(item, tf.RaggedTensor | tf.SparseTensor | tf.IndexedSlices):
        parts = tf.nest.flatten(item, expand_composites=True)
        return type(item).__name__, map(str, range(len(parts))), parts
    if issubclass(type(item), dict):  # what TensorFlow wraps only looks like one
        return "mapping", map(_key, dict.keys(item)), dict.values(item)
    if isinstance(item, list | tuple):
        return "sequence", map(str, range(len(item))), tuple(item)
    if isinstance(item, set | frozenset):
        return "set", sorted(map(_key, item)), ()
    if isinstance(item, Mapping) and type(item).__module__.partition(".")[0] in _LIBRARIES:
        return "mapping", map(_key, item), item.values()
    return _object_parts(item)


def _object_parts(item: Any) -> Parts | None:
    kind = type(item)
    if kind.__module__.partition(".")[0] in _LIBRARIES or isinstance(item, _SILENT):
        return None
    try:
        state = object.__getattribute__(item, "__dict__")
    except AttributeError:
        return None
    is_library = any(base.__module__.startswith(("keras.", "tensorflow.")) for base in kind.__mro__)
    shown = {name: each for name, each in state.items() if not name.startswith(_BOOKKEEPING)}
    if is_library:
        shown = {name: each for name, each in shown.items() if not name.startswith("_") and name != "name"}
    return kind.__name__, shown.keys(), shown.values()


def _key(item: object) -> str:
    """Return a key as text; of what is neither text nor a number, only the type."""
    if isinstance(item, tuple):
        return f"({', '.join(map(_key, item))})"
    return repr(item) if type(item) in (str, bytes, int, float, bool, type(None)) else type(item).__name__
