"""The spec of one argument as text: ``tf.TensorSpec([None, 28], tf.float32)``, or a structure of such."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from jupyter_hybridize.decide.absence import Absence
from jupyter_hybridize.domain import dtype as dtypes
from jupyter_hybridize.domain.shape import Shape
from jupyter_hybridize.domain.value import (
    AbstractValue,
    Array,
    Atom,
    Container,
    Form,
    Scalar,
    Tensor,
    Tuple,
    Unknown,
)

_NAMES = {Form.DENSE: "TensorSpec", Form.SPARSE: "SparseTensorSpec", Form.RAGGED: "RaggedTensorSpec"}
_DTYPES = dtypes.ALL - {"resource", "variant"}
_NESTS = ("", "list", "dict")
_NO_NAMES: Mapping[str, str] = MappingProxyType({})


class Withheld(Exception):  # noqa: N818  # no error: the answer that there is none
    """There is no spec, for this reason."""

    def __init__(self, absence: Absence, parameter: str) -> None:
        super().__init__(absence.value)
        self.absence = absence
        self.parameter = parameter


def spec_of(layout: AbstractValue, parameter: str, names: Mapping[str, str] = _NO_NAMES) -> str:
    """Return the spec of everything *layout* may be; *names* are those of named tuples.

    Raises:
        Withheld: there is none.
    """
    atoms = layout.ordered()
    if not atoms:
        raise Withheld(Absence.UNKNOWN_TYPE, parameter)
    if len(atoms) > 1 and not all(isinstance(a, Array) or _is_dense(a) for a in atoms):
        raise Withheld(_why_several(atoms), parameter)
    match atoms[0]:
        case Tensor() | Array():
            return _tensor_spec(atoms, parameter)
        case Tuple() as nest:
            return _nest(nest, parameter, names)
    raise Withheld(_why_none(atoms[0]), parameter)


def _is_dense(atom: Atom) -> bool:
    return isinstance(atom, Tensor) and atom.form is Form.DENSE


def _tensor_spec(atoms: list[Atom], parameter: str) -> str:
    parts = [a for a in atoms if isinstance(a, Tensor | Array)]
    form = parts[0].form if isinstance(parts[0], Tensor) else Form.DENSE
    kinds = {a.dtype for a in parts}
    dtype = next(iter(kinds))
    if form not in _NAMES:
        raise Withheld(Absence.VARIABLE if form is Form.VARIABLE else Absence.SYMBOLIC, parameter)
    if form is Form.RAGGED:
        raise Withheld(Absence.RAGGED_RANK, parameter)
    if len(kinds) > 1 or dtype not in _DTYPES:
        raise Withheld(Absence.DTYPE, parameter)
    shape = parts[0].shape
    for part in parts[1:]:
        shape = shape.join(part.shape)
    return f"tf.{_NAMES[form]}({_dimensions(shape)}, tf.{dtype})"


def _dimensions(shape: Shape) -> str:
    return "None" if shape.dims is None else "[" + ", ".join(map(str, shape.dims)) + "]"


def _nest(nest: Tuple, parameter: str, names: Mapping[str, str]) -> str:
    if nest.rest is not None or nest.count is not None:
        raise Withheld(Absence.ARITY, parameter)
    if nest.name not in _NESTS and nest.name not in names:
        raise Withheld(Absence.NAMED_TUPLE if nest.fields else Absence.STRUCTURE, parameter)
    parts = [spec_of(item, parameter, names) for item in nest.items]
    if nest.name in names:
        return f"{names[nest.name]}({', '.join(parts)})"
    if nest.name == "list":
        return f"[{', '.join(parts)}]"
    if nest.name == "dict":
        return "{" + ", ".join(f"{key!r}: {part}" for key, part in zip(nest.fields, parts, strict=True)) + "}"
    return f"({', '.join(parts)}{',' if len(parts) == 1 else ''})"


def _why_several(atoms: list[Atom]) -> Absence:
    if any(isinstance(a, Unknown) for a in atoms):
        return Absence.UNKNOWN_TYPE
    if all(isinstance(a, Tensor | Array) for a in atoms):
        return _why_forms({a.form if isinstance(a, Tensor) else Form.DENSE for a in atoms if not isinstance(a, Scalar)})
    if all(isinstance(a, Tuple | Container) for a in atoms):
        names = {a.name if isinstance(a, Tuple) else a.type for a in atoms if isinstance(a, Tuple | Container)}
        return Absence.NESTING if len(names) > 1 else Absence.ARITY
    if all(isinstance(a, Scalar) for a in atoms):
        return Absence.PYTHON_VALUE
    return Absence.MIXED


def _why_forms(forms: set[Form]) -> Absence:
    if Form.KERAS_SYMBOLIC in forms:
        return Absence.SYMBOLIC
    return Absence.VARIABLE if Form.VARIABLE in forms else Absence.FORM


def _why_none(atom: Atom) -> Absence:
    match atom:
        case Unknown():
            return Absence.UNKNOWN_TYPE
        case Scalar():
            return Absence.PYTHON_VALUE
        case Container():
            return Absence.STRUCTURE
    return Absence.OBJECT
