"""What tells a value from a later one: its contents where they are small and safe to read, else its identity.

Only built-in types, NumPy arrays and TensorFlow's and Keras' own objects are looked into, so no code of the user's
runs. Strings, arrays and tensors leave a hash, never their contents, and no object is kept alive.
"""

from __future__ import annotations

import enum
import itertools
import weakref
import zlib
from collections import OrderedDict, defaultdict
from collections.abc import Callable, Iterable
from types import CodeType, FunctionType, MethodType
from typing import Any

from jupyter_hybridize.runtime.state.raw_access import (
    ancestry,
    attributes,
    class_module,
    class_name,
    is_kind,
    namespace,
)

MOST_ITEMS = 64  # of a container that are looked at; its length counts always
DEEPEST = 3  # containers within containers
SMALL_BYTES = 16_384  # 16 KiB hash in about 10 µs; of a larger array evenly spaced samples are hashed
SAMPLES = 512
ATOMS = (type(None), bool, int, complex)
CONTAINERS = (list, tuple, set, frozenset, dict, OrderedDict, defaultdict)

Mark = tuple[object, ...]  # compared with ==; holds numbers, hashes and Identity only


class Identity:
    """One object, held weakly where that is possible; equal only while the object lives."""

    __slots__ = ("_number", "_reference")

    def __init__(self, value: object) -> None:
        self._number = id(value)
        try:
            self._reference: weakref.ref[Any] | None = weakref.ref(value)
        except TypeError:
            self._reference = None

    def of(self, value: object) -> bool:
        """Return whether *value* is the object."""
        if self._reference is not None:
            return self._reference() is value
        return self._number == id(value)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Identity) or self._number != other._number:
            return False
        return self._reference is None or (other._reference is not None and self._reference() is other._reference())

    def __hash__(self) -> int:
        return self._number


def fingerprint(value: Any, *, flags: bool = False, depth: int = DEEPEST) -> Mark:
    """Return the mark of *value*; *flags* asks which of a Keras layer's inner layers are trainable, too."""
    kind = type(value)
    if kind in ATOMS:
        return kind, value
    if kind is float:
        return kind, value.hex()  # tells 0.0 from -0.0, and finds nan equal to itself
    if kind in (str, bytes):
        return kind, len(value), hash(value)
    if is_kind(value, enum.Enum):
        return class_name(kind), (attributes(value) or {}).get("_name_")
    if kind is FunctionType:
        return function_mark(value, depth)
    value = _unwrapped(value)
    if type(value) in CONTAINERS or _is_library_container(value):
        return _container(value, depth)
    return _of_library(value, depth, flags)


def _unwrapped(value: Any) -> Any:
    """Return the container inside one of TensorFlow's tracking wrappers."""
    if class_module(type(value)) == "tensorflow.python.trackable.data_structures":
        return getattr(value, "_storage", None) or getattr(value, "__wrapped__", value)
    return value


def _is_library_container(value: object) -> bool:
    return is_kind(value, list, dict, set) and class_module(type(value)).partition(".")[0] in ("keras", "tensorflow")


def _container(value: Any, depth: int) -> Mark:
    form = next(base for base in (list, tuple, frozenset, set, dict) if is_kind(value, base))
    size = form.__len__(value)
    if depth == 0:
        return form, size
    if form is dict:
        pairs = _first(dict.items(value))
        return form, size, tuple((fingerprint(key, depth=0), fingerprint(item, depth=depth - 1)) for key, item in pairs)
    marks = [fingerprint(item, depth=depth - 1) for item in _first(form.__iter__(value))]
    return form, size, frozenset(marks) if form in (set, frozenset) else tuple(marks)


def _first(items: Iterable[Any]) -> list[Any]:
    return list(itertools.islice(items, MOST_ITEMS))


def function_mark(function: FunctionType, depth: int = DEEPEST) -> Mark:
    """Return the mark of a Python function: what it does rather than which object it is, so a second run of an
    unchanged cell makes no difference.
    """
    if depth == 0:
        return ("function", code_mark(function.__code__))
    cells = tuple(_cell(cell, depth - 1) for cell in function.__closure__ or ())
    return "function", code_mark(function.__code__), fingerprint(function.__defaults__, depth=depth - 1), cells


def _cell(cell: Any, depth: int) -> Mark:
    try:
        return fingerprint(cell.cell_contents, depth=depth)
    except ValueError:  # the variable has no value yet
        return ()


def code_mark(code: CodeType) -> int:
    """Return a hash of what the code does; where it stands does not count."""
    constants = tuple(code_mark(each) if isinstance(each, CodeType) else repr(each) for each in code.co_consts)
    return hash((code.co_code, code.co_names, code.co_varnames, code.co_freevars, constants))


def _of_library(value: Any, depth: int, flags: bool) -> Mark:
    kind = type(value)
    if kind is MethodType:
        return "method", Identity(value.__self__), fingerprint(value.__func__, depth=depth)
    if is_kind(value, type):
        return _class(value)
    special = LIBRARY.get(_family(kind))
    return (Identity(value),) if special is None else special(value, depth, flags)


def _class(value: type) -> Mark:
    """Return the mark of a class: a second run of the unchanged cell that defines it makes no difference."""
    functions = [(name, member) for name, member in namespace(value).items() if type(member) is FunctionType]
    if not functions:
        return (Identity(value),)
    codes = tuple((name, code_mark(function.__code__)) for name, function in functions)
    return "class", class_name(value), codes, tuple(map(Identity, ancestry(value)[1:]))


def _family(kind: type) -> str:
    """Return the name of the library class that *kind* is or is derived from, "" for any other class."""
    for base in ancestry(kind):
        name = class_name(base)
        if name in LIBRARY and class_module(base).partition(".")[0] in HOMES.get(name, LIBRARIES):
            return name if base is kind or name in DERIVABLE else ""
    return ""


def _array(value: Any, depth: int, flags: bool) -> Mark:
    if value.dtype.hasobject:
        return (Identity(value),)
    if value.nbytes <= SMALL_BYTES:
        return value.dtype.str, value.shape, zlib.crc32(value.tobytes())
    step = max(1, value.size // SAMPLES)
    return value.dtype.str, value.shape, zlib.crc32(value.flat[::step].tobytes())


def _tensor(value: Any, depth: int, flags: bool) -> Mark:
    """Return the mark of an eager tensor; one that is large or on another device is not fetched."""
    is_small = value.dtype.is_numpy_compatible and value.dtype.size * value.shape.num_elements() <= SMALL_BYTES
    if not is_small or "CPU" not in value.device:
        return (Identity(value),)
    return value.dtype.name, tuple(value.shape), zlib.crc32(value.numpy().tobytes())


def _scalar(value: Any, depth: int, flags: bool) -> Mark:
    return value.dtype.str, value.tobytes()


def _loss(value: Any, depth: int, flags: bool) -> Mark:
    """Return the mark of a Keras loss, which has no state: a second one with the same settings is as good."""
    settings = {name: item for name, item in (attributes(value) or {}).items() if name != "_dtype_policy"}
    return Identity(type(value)), fingerprint(settings, depth=max(depth - 1, 1))


def _hybrid(value: Any, depth: int, flags: bool) -> Mark:
    return "tf.function", fingerprint(value.python_function, depth=depth)


def _layer(value: Any, depth: int, flags: bool) -> Mark:
    """Return the mark of a Keras layer: the object, and which layers are frozen, where that matters to a graph."""
    frozen = [
        (attributes(each) or {}).get("_trainable") for each in layers_of(value) if flags or _is_normalization(each)
    ]
    return Identity(value), tuple(frozen)


def _is_normalization(layer: object) -> bool:
    return any(class_name(base) == "BatchNormalization" for base in ancestry(type(layer)))


def layers_of(layer: Any, most: int = 2000) -> list[Any]:
    """Return a Keras layer and those inside it, without running any code of theirs."""
    found: list[Any] = []
    waiting: list[Any] = [layer]
    while waiting and len(found) < most:
        current = waiting.pop()
        found.append(current)
        waiting.extend(_inner_layers(current))
    return found


def _inner_layers(layer: object) -> list[Any]:
    inner = (attributes(layer) or {}).get("_layers")
    return list(list.__iter__(inner)) if is_kind(inner, list) else []  # type: ignore[arg-type]  # is_kind has found


LIBRARY: dict[str, Callable[[Any, int, bool], Mark]] = {
    "ndarray": _array,
    "generic": _scalar,
    "EagerTensor": _tensor,
    "Loss": _loss,
    "Function": _hybrid,
    "Layer": _layer,
}
LIBRARIES = ("numpy", "tensorflow", "keras")
HOMES = {"Function": ("tensorflow",)}  # Keras' functional models derive from another class of that name
DERIVABLE = frozenset({"generic", "Loss", "Layer", "Function"})
