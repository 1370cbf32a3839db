"""One name for each thing: every public alias leads to a canonical name, and every atom to the class it is of."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Final

from jupyter_hybridize.domain.value import (
    Array,
    Atom,
    Class,
    Container,
    Dataset,
    Form,
    Function,
    Hybrid,
    Instance,
    Module,
    Partial,
    PythonIterator,
    Scalar,
    Tensor,
    Tuple,
)

_GROUPS: Final = json.loads((Path(__file__).parent / "data" / "aliases-2.21.json").read_text(encoding="utf-8"))
ALIASES: Final[Mapping[str, str]] = MappingProxyType({alias: name for name in _GROUPS for alias in _GROUPS[name]})
_TENSOR_CLASSES: Final = {
    Form.DENSE: "tensorflow.Tensor",
    Form.VARIABLE: "tensorflow.Variable",
    Form.KERAS_SYMBOLIC: "keras.KerasTensor",
    Form.RAGGED: "tensorflow.RaggedTensor",
    Form.SPARSE: "tensorflow.SparseTensor",
}
_TUPLE_CLASSES: Final = {"": "builtins.tuple", "slice": "builtins.slice", "tf.TensorShape": "tensorflow.TensorShape"}


@lru_cache(maxsize=1 << 16)
def canonical(name: str) -> str:
    """Return the canonical name of what *name* leads to: ``tensorflow.keras.Model.fit`` is ``keras.Model.fit``.

    It is the path with the fewest parts; among equally short ones that which ends in the object's own name, then the
    alphabetically first.
    """
    if name in ALIASES:
        return ALIASES[name]
    found, _, rest = name.partition(".")
    for part in rest.split(".") if rest else ():
        longer = f"{found}.{part}"
        found = ALIASES.get(longer, longer)
    return found


def class_name(atom: Atom) -> str | None:
    """Return the class under which the methods and properties of *atom* are registered, None where it has none."""
    match atom:
        case Tensor(form=form):
            return _TENSOR_CLASSES[form]
        case Array():
            return "numpy.ndarray"
        case Scalar(type=name):
            return "tensorflow.DType" if name == "tf.DType" else f"builtins.{name}"
        case Tuple(name=name):
            return _TUPLE_CLASSES.get(name, canonical(name))
        case Container(type=name):
            return canonical(name) if "." in name else f"builtins.{name}"
        case Instance(cls=name):
            return name
        case Dataset():
            return "tensorflow.data.Dataset"
        case PythonIterator(is_dataset=is_dataset):
            return "tensorflow.data.Iterator" if is_dataset else "builtins.generator"
        case Function():
            return "builtins.function"
        case Class():
            return "builtins.type"
        case Module():
            return "builtins.module"
        case Partial():
            return "functools.partial"
        case Hybrid():
            return "tensorflow.types.experimental.PolymorphicFunction"
        case _:
            return None
