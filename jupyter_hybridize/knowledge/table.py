"""What the generated file says of the libraries' public names: modules, functions with their ops, and classes."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any  # rows of JSON

from jupyter_hybridize.domain.value import AbstractValue, Scalar, constant, value

DATA = Path(__file__).parent / "data"
FILE = DATA / "tensorflow-2.21.json"


@dataclass(frozen=True, slots=True)
class Signature:
    """A library function: its parameters, the ops it may run, and the dtype its result certainly has, if one."""

    parameters: tuple[str, ...] = ()
    ops: frozenset[str] = frozenset()
    dtype: str | None = None
    is_op: bool = False  # runs TensorFlow ops and, beyond those, nothing that could be noticed
    is_one_tensor: bool = False  # gives exactly one dense tensor
    count: int = 1  # about how many ops it runs


@dataclass(frozen=True, slots=True)
class Table:
    """The public names of TensorFlow, Keras and NumPy at one version."""

    version: str
    modules: Mapping[str, frozenset[str]]  # module → all its public names
    functions: Mapping[str, Signature]
    classes: Mapping[str, tuple[str, ...]]  # class → its bases
    members: Mapping[str, frozenset[str]]  # class → the public names it defines itself
    constants: Mapping[str, AbstractValue]
    stateful: Mapping[str, str]  # op type → what its state is: "random", "io", "variable-write" …

    @classmethod
    def load(cls) -> Table:
        """Return the table of the file that comes with the package."""
        raw = json.loads(FILE.read_text(encoding="utf-8"))
        return cls(
            raw["version"],
            {name: frozenset(names.split()) for name, names in raw["modules"].items()},
            {name: _signature(row) for name, row in raw["functions"].items()},
            {name: tuple(row.get("bases", "").split()) for name, row in raw["classes"].items()},
            {name: frozenset(row.get("members", "").split()) for name, row in raw["classes"].items()},
            {name: _constant(*row) for name, row in raw["constants"].items()},
            raw["stateful"],
        )


def _signature(row: Mapping[str, Any]) -> Signature:
    return Signature(
        tuple(row.get("parameters", "").split()),
        frozenset(row.get("ops", "").split()),
        row.get("dtype"),
        row.get("is_op", False),
        row.get("is_one_tensor", False),
        row.get("count", 1),
    )


def _constant(kind: str, item: str | int | float | bool | None) -> AbstractValue:
    return value(Scalar(kind, item)) if kind == "tf.DType" else constant(item)
