"""What the names of a running kernel are: types, dtypes and shapes, as JSON; never a value, never the user's code.

Standard library only, and importable alone: its text can be sent to a kernel that lacks this package. Nothing of a
user's class is ever asked: an attribute, a length, a comparison, even ``x.__class__`` may run code of theirs. So an
object goes by ``type(x)``, a class by what ``type`` itself keeps of it, and a library is believed only where
``sys.modules`` holds the very class under the name that it claims.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable, Mapping
from types import BuiltinFunctionType, FunctionType, GetSetDescriptorType, MethodType, ModuleType
from typing import Any

SCHEMA = 1
MOST_NAMES = 500
MOST_ITEMS = 8  # of a tuple, list or dict; of a longer one nothing is told but its type
MOST_NODES = 4_000  # descriptions in one answer
MOST_SECONDS = 0.05  # of work: what other programs do makes no answer poorer
_DEEPEST = 3
_LONGEST = 200  # characters of a name
_LONGEST_FIELD = 60
_MOST_BASES = 12
_MOST_DIMENSIONS = 32

_MRO = type.__dict__["__mro__"].__get__
_MODULE = type.__dict__["__module__"].__get__
_QUALNAME = type.__dict__["__qualname__"].__get__
_CLASS_DICT = type.__dict__["__dict__"].__get__
_MODULE_DICT = vars(ModuleType)["__dict__"].__get__
_TENSOR = "tensorflow.python.framework.tensor.Tensor"
_TRUSTED = frozenset({"builtins", "keras", "tensorflow", "numpy", "collections", "threading", "_thread", "inspect"})
_PLAIN = {int: "scalar", float: "scalar", bool: "scalar", complex: "scalar", str: "string", bytes: "string"}
_NOTHING: Mapping[str, object] = {}


def probe(namespace: Mapping[str, object], names: Iterable[str]) -> dict[str, Any]:
    """Return what each of *names* that *namespace* binds is.

    ``names`` maps them to descriptions (see :meth:`Probe.describe`), ``absent`` lists those that are not bound,
    ``same`` the groups of names that hold one object that can change, ``left_out`` counts those that were too many.
    """
    return Probe().answer(namespace, names)


class Probe:
    """One round of questions; what is found out about a class is kept until its end."""

    def __init__(self) -> None:
        self._until = time.thread_time() + MOST_SECONDS
        self.nodes = 0
        self._classes: dict[int, tuple[type, str, tuple[str, ...], bool]] = {}  # by id: a metaclass may define a hash

    def answer(self, namespace: Mapping[str, object], names: Iterable[str]) -> dict[str, Any]:
        """Return the answer to :func:`probe`."""
        asked = list(dict.fromkeys(name for name in names if type(name) is str))
        held = {name: item for name, item in dict(namespace).items() if type(name) is str}
        found: dict[str, dict[str, Any]] = {}
        absent: list[str] = []
        holders: dict[int, list[str]] = {}
        left_out = 0
        for name in asked:
            if len(found) + len(absent) >= MOST_NAMES or self.is_spent:
                left_out += 1
            elif name not in held:
                absent.append(name)
            else:
                found[name] = self.describe(held[name])
                if found[name]["kind"] in {"array", "variable", "sequence", "mapping", "object"}:
                    holders.setdefault(id(held[name]), []).append(name)
        same = [group for group in holders.values() if len(group) > 1]
        return {"schema": SCHEMA, "names": found, "absent": absent, "same": same, "left_out": left_out}

    @property
    def is_spent(self) -> bool:
        """Return whether time or space for the answer has run out."""
        return self.nodes >= MOST_NODES or time.thread_time() > self._until

    def describe(self, item: object, depth: int = _DEEPEST) -> dict[str, Any]:
        """Return the JSON of an ``Observed``: ``kind`` and ``type``, and what else is known."""
        self.nodes += 1
        cls = type(item)
        if item is None:
            return {"kind": "none", "type": "NoneType"}
        for plain, kind in _PLAIN.items():
            if cls is plain:
                return {"kind": kind, "type": plain.__name__}
        if cls is tuple or cls is list:
            return self._sequence(item, depth)
        if cls is dict:
            return self._mapping(item, depth)
        for each, kind in ((FunctionType, "function"), (MethodType, "function"), (BuiltinFunctionType, "function")):
            if cls is each:
                return {"kind": kind, "type": each.__name__}
        return self._other(item, cls, depth)

    def _other(self, item: object, cls: type, depth: int) -> dict[str, Any]:
        module = _module_name(item)
        if module is not None:
            return {"kind": "module", "type": module}
        if _is_class(item):
            return {"kind": "class", "type": self.name_class(item)[0]}  # type: ignore[arg-type]  # it is one
        name, bases, is_library = self.name_class(cls)
        made: dict[str, Any] = {"kind": "object", "type": name}
        try:
            made |= _library(self, item, cls, name if is_library else "", bases, depth)
        except Exception:  # a library's own object that is in no state to tell
            made["kind"] = "unknown"
        return made if made["kind"] != "object" else {**made, "bases": list(bases)}

    # -- containers -------------------------------------------------------------------------------------------------

    def _sequence(self, item: Any, depth: int) -> dict[str, Any]:
        made = {"kind": "sequence", "type": type(item).__name__}
        if not depth or not 0 < len(item) <= MOST_ITEMS or self.is_spent:
            return made
        return {**made, "items": [self.describe(each, depth - 1) for each in tuple(item)]}

    def _mapping(self, item: Any, depth: int) -> dict[str, Any]:
        made = {"kind": "mapping", "type": "dict"}
        if not depth or not 0 < len(item) <= MOST_ITEMS or self.is_spent:
            return made
        entries = list(item.items())
        if not all(_is_field(key) for key, _ in entries):
            return made
        items = [self.describe(each, depth - 1) for _, each in entries]
        return {**made, "keys": [key for key, _ in entries], "items": items}

    # -- classes ----------------------------------------------------------------------------------------------------

    def name_class(self, cls: type) -> tuple[str, tuple[str, ...], bool]:
        """Return the name of *cls*, the library classes above it, and whether it is a library's itself."""
        known = self._classes.get(id(cls))
        if known is None:
            name = _verified_name(cls)
            above = [_verified_name(base) for base in _MRO(cls)[1:]]
            bases = tuple(base for base in above if base and base != "builtins.object")[:_MOST_BASES]
            claimed = name or _text(_QUALNAME(cls)).rpartition(".")[2] or "?"
            is_library = bool(name) and not name.startswith("__main__.")
            known = self._classes[id(cls)] = (cls, claimed[:_LONGEST], bases, is_library)
        return known[1:]


# -- libraries ------------------------------------------------------------------------------------------------------


def _library(probe: Probe, item: Any, cls: type, name: str, bases: tuple[str, ...], depth: int) -> dict[str, Any]:
    """Return what a library's object tells of itself; *name* is empty for one of a user's class."""
    root = name.partition(".")[0]
    if root == "numpy":
        return _numpy(item, cls, name)
    if root == "tensorflow":
        return _tensorflow(probe, item, name, bases, depth)
    if root == "keras" or any(base.startswith("keras.") for base in bases):
        return _keras(probe, item, cls, name if root == "keras" else "", bases)
    return {}


def _tensorflow(probe: Probe, item: Any, name: str, bases: tuple[str, ...], depth: int) -> dict[str, Any]:
    own = name.rpartition(".")[2]
    if own == "SymbolicTensor" or name == _TENSOR:
        return {"kind": "unknown"}  # of a graph
    if own in {"RaggedTensor", "SparseTensor"} or _TENSOR in bases:
        return {"kind": "tensor", **_measures(item)}
    if "tensorflow.python.ops.variables.Variable" in bases:
        return {"kind": "variable", **_measures(item)}
    if "tensorflow.python.data.ops.dataset_ops.DatasetV2" in bases:
        return {"kind": "dataset", "items": [_spec(probe, item.element_spec, depth)]}
    return {}


def _is_field(key: Any) -> bool:
    """Return whether a key names a field, as in `{"image": …}`; other keys may be the user's data."""
    return type(key) is str and len(key) <= _LONGEST_FIELD and key.isidentifier()


def _spec(probe: Probe, spec: Any, depth: int) -> dict[str, Any]:
    """Return the description of the values that a ``tf.TypeSpec``, or a structure of them, stands for."""
    probe.nodes += 1
    cls = type(spec)
    if depth and cls is tuple and len(spec) <= MOST_ITEMS:
        return {"kind": "sequence", "type": "tuple", "items": [_spec(probe, each, depth - 1) for each in spec]}
    if depth and cls is dict and len(spec) <= MOST_ITEMS and all(map(_is_field, spec)):
        items = [_spec(probe, each, depth - 1) for each in spec.values()]
        return {"kind": "mapping", "type": "dict", "keys": list(spec), "items": items}
    name = probe.name_class(cls)[0]
    own = name.rpartition(".")[2]
    if name.startswith("tensorflow.") and own in {"TensorSpec", "RaggedTensorSpec", "SparseTensorSpec"}:
        return {"kind": "tensor", "type": own.removesuffix("Spec"), **_measures(spec)}
    return {"kind": "unknown", "type": own}


def _keras(probe: Probe, item: Any, cls: type, name: str, bases: tuple[str, ...]) -> dict[str, Any]:
    own = name.rpartition(".")[2]
    if name and own == "KerasTensor":
        return {"kind": "tensor", **_measures(item)}
    if name and (own == "Variable" or any(base.endswith(".variables.Variable") for base in bases)):
        return {"kind": "variable", **_measures(item)}
    held = _own_dict(item, cls)
    built = held.get("built")
    made: dict[str, Any] = {"built": built} if type(built) is bool else {}
    if own == "Functional" and _is_keras_throughout(probe, held):
        ends = [held.get("_inputs_struct"), held.get("_outputs_struct")]
        made |= {"keys": ["inputs", "outputs"], "items": [probe.describe(each) for each in ends]}
    return made


def _is_keras_throughout(probe: Probe, held: Mapping[str, object], depth: int = _DEEPEST) -> bool:
    """Return whether a model is made of Keras' own layers alone, and of no function or object of the user's."""
    layers = held.get("_layers")
    if not depth or not any(base is list for base in _MRO(type(layers))) or not _is_trusted(probe, layers):
        return False
    for layer in _items(layers):
        name, _, is_library = probe.name_class(type(layer))
        own = name.rpartition(".")[2]
        inner = _own_dict(layer, type(layer))
        if not is_library or not name.startswith("keras.") or own == "Lambda" or probe.is_spent:
            return False
        if not all(_is_trusted(probe, item) for item in inner.values()):
            return False
        if own in {"Functional", "Sequential"} and not _is_keras_throughout(probe, inner, depth - 1):
            return False
    return True


def _items(layers: Any) -> list[Any]:
    """Return what stands in a list, or in Keras' own kind of one."""
    return list(list.__iter__(layers))


def _is_trusted(probe: Probe, item: Any) -> bool:
    """Return whether *item*, held by a layer, is code or an object of a library."""
    if item is None:
        return True
    if type(item) is MethodType:
        item = item.__func__
    if type(item) is FunctionType:
        return _text(item.__globals__.get("__name__")).partition(".")[0] in _TRUSTED
    name, _, is_library = probe.name_class(type(item))
    return is_library and name.partition(".")[0] in _TRUSTED


def _numpy(item: Any, cls: type, name: str) -> dict[str, Any]:
    if name == "numpy.ndarray":
        return {"kind": "array", **_measures(item)}
    numpy = sys.modules.get("numpy")
    generic = _MODULE_DICT(numpy).get("generic") if numpy is not None else None
    if generic is not None and any(base is generic for base in _MRO(cls)):
        return {"kind": "scalar", "dtype": _dtype(item.dtype), "shape": []}
    return {}


def _measures(item: Any) -> dict[str, Any]:
    """Return dtype and shape of a library's own tensor, variable, array or spec."""
    shape = item.shape
    if type(shape) is not tuple:
        shape = None if shape.rank is None else tuple(shape.as_list())
    if shape is not None and (len(shape) > _MOST_DIMENSIONS or any(type(s) not in (int, type(None)) for s in shape)):
        shape = None
    return {"dtype": _dtype(item.dtype), "shape": None if shape is None else list(shape)}


def _dtype(dtype: Any) -> str:
    """Return the name of a library's dtype; Keras has strings for them."""
    name = dtype if type(dtype) is str else dtype.name
    return name[:_LONGEST] if type(name) is str else "?"


def _own_dict(item: object, cls: type) -> Mapping[str, object]:
    """Return the attributes that stand in the object itself, without asking its class for ``__dict__``."""
    for base in _MRO(cls):
        slot = _CLASS_DICT(base).get("__dict__")
        if type(slot) is GetSetDescriptorType:
            held = slot.__get__(item)
            return held if type(held) is dict else _NOTHING
    return _NOTHING


def _is_class(item: object) -> bool:
    return any(base is type for base in _MRO(type(item)))


def _module_name(item: object) -> str | None:
    """Return the name under which a module is imported, None for what is no imported module."""
    if not any(base is ModuleType for base in _MRO(type(item))):
        return None
    name = _text(_MODULE_DICT(item).get("__name__"))
    imported = sys.modules.get(name)
    return name[:_LONGEST] if imported is item else "?"


def _verified_name(cls: type) -> str:
    """Return ``module.qualified_name`` if that is where *cls* is found, else nothing."""
    module, qualname = _text(_MODULE(cls)), _text(_QUALNAME(cls))
    found: object = sys.modules.get(module) if module and qualname else None
    try:
        held = _MODULE_DICT(found)
        for part in qualname.split("."):
            found = held.get(part)
            held = _CLASS_DICT(found)
    except TypeError:  # no module, or no class
        return ""
    return f"{module}.{qualname}" if found is cls else ""


def _text(item: object) -> str:
    return item if type(item) is str else ""
