"""Type hints as evidence: what a parameter is when nobody is seen to pass it."""

from __future__ import annotations

import ast
from types import MappingProxyType
from typing import Final

from jupyter_hybridize.domain.value import (
    NONE,
    TOP,
    AbstractValue,
    Api,
    Form,
    Module,
    array,
    join_all,
    scalar,
    tensor,
    tuple_of,
)
from jupyter_hybridize.interpreter.language.names import module_scope
from jupyter_hybridize.interpreter.machine import Machine

_SCALARS = ("int", "float", "bool", "str", "bytes", "complex")
_NUMBERS = ("float16", "float32", "float64", "int8", "int16", "int32", "int64", "uint8", "uint16", "uint32", "uint64")
_DESCRIBED: Final = MappingProxyType(
    {
        "tensorflow.Tensor": tensor(),
        "tensorflow.Variable": tensor(form=Form.VARIABLE),
        "tensorflow.RaggedTensor": tensor(form=Form.RAGGED),
        "tensorflow.SparseTensor": tensor(form=Form.SPARSE),
        "numpy.ndarray": array(),
        **{f"numpy.{name}": array(name, is_scalar=True) for name in _NUMBERS},
        **{name: scalar(name) for name in _SCALARS},
    }
)
_WRITTEN: Final = MappingProxyType({"tf": "tensorflow", "np": "numpy", "Tensor": "tensorflow.Tensor"})


def hinted(m: Machine, unit: str, parameter: ast.arg) -> AbstractValue:
    """Return what the annotation of *parameter* tells in *unit*; ⊤ where it tells nothing."""
    return TOP if parameter.annotation is None else _described(m, unit, parameter.annotation)


def _described(m: Machine, unit: str, node: ast.expr) -> AbstractValue:
    match node:
        case ast.Constant(value=None):
            return NONE
        case ast.Constant(value=str(text)):
            return _written(m, unit, text)
        case ast.BinOp(left=left, op=ast.BitOr(), right=right):
            return join_all((_described(m, unit, left), _described(m, unit, right)))
        case ast.Subscript(value=generic, slice=inner):
            return _generic(m, unit, _name(m, unit, generic).rpartition(".")[2], inner)
        case ast.Name() | ast.Attribute():
            return _DESCRIBED.get(_name(m, unit, node), TOP)
    return TOP


def _written(m: Machine, unit: str, text: str) -> AbstractValue:
    try:
        return _described(m, unit, ast.parse(text.strip(), mode="eval").body)
    except SyntaxError:
        return TOP


def _generic(m: Machine, unit: str, name: str, inner: ast.expr) -> AbstractValue:
    parts = list(inner.elts) if isinstance(inner, ast.Tuple) else [inner]
    if name == "Annotated":
        return _described(m, unit, parts[0])
    if name in {"Tuple", "tuple"} and isinstance(parts[-1], ast.Constant) and parts[-1].value is ...:
        return tuple_of(rest=_described(m, unit, parts[0]))
    each = [_described(m, unit, part) for part in parts]
    if name in {"Tuple", "tuple"}:
        return tuple_of(*each)
    if name in {"Optional", "Union"}:
        return join_all([*each, NONE] if name == "Optional" else each)
    return TOP


def _name(m: Machine, unit: str, node: ast.expr) -> str:
    """Return what *node* names, as the libraries call it; as it is written, where nothing is known of its root."""
    if isinstance(node, ast.Attribute):
        owner = _name(m, unit, node.value)
        atom = m.knowledge.member(owner, node.attr).only() if owner else None
        return atom.name if isinstance(atom, Api | Module) else f"{owner}.{node.attr}" if owner else ""
    if not isinstance(node, ast.Name):
        return ""
    found = m.live.get(module_scope(unit), node.id)
    if found is None:
        return _WRITTEN.get(node.id, node.id)
    atom = found.only()
    return atom.name.removeprefix("builtins.") if isinstance(atom, Api | Module) else ""
