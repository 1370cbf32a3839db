"""``tf.experimental.ExtensionType``: classes of typed fields, whose tensors a trace takes and gives back."""

from __future__ import annotations

import ast
from typing import Final

from jupyter_hybridize.domain.heap import HeapObject
from jupyter_hybridize.domain.value import (
    TOP,
    AbstractValue,
    Array,
    Class,
    Instance,
    Scalar,
    Tensor,
    Tuple,
    constant,
    tuple_of,
)
from jupyter_hybridize.domain.value import tensor as a_tensor
from jupyter_hybridize.interpreter.language.attributes import class_lookup, mro
from jupyter_hybridize.interpreter.machine import Machine
from jupyter_hybridize.knowledge.host import Arguments
from jupyter_hybridize.knowledge.operands import operand_of

EXTENSION: Final = "tensorflow.experimental.ExtensionType"
_TENSORS: Final = "__tensors__"
_COMPOSITES: Final = "__composites__"


def note_fields(node: ast.ClassDef, attributes: dict[str, AbstractValue]) -> None:
    """Keep which fields of a class are tensors by their annotation, and which hold some in a way not told here."""
    fields = {
        s.target.id: ast.unparse(s.annotation)
        for s in node.body
        if isinstance(s, ast.AnnAssign) and isinstance(s.target, ast.Name)
    }
    plain = [name for name, text in fields.items() if text in ("tf.Tensor", "tensorflow.Tensor", "Tensor")]
    others = [name for name, text in fields.items() if name not in plain and text not in _KEPT]
    attributes[_TENSORS] = tuple_of(*map(constant, plain))
    attributes[_COMPOSITES] = tuple_of(*map(constant, others))


_KEPT: Final = frozenset({"str", "bool", "int", "float", "bytes", "tf.DType", "tf.TensorShape"})


def is_extension(m: Machine, cls: str) -> bool:
    """Return whether *cls* is an extension type."""
    return EXTENSION in mro(m, cls)


def fill(m: Machine, cls: Class, made: AbstractValue, arguments: Arguments, names: tuple[str, ...]) -> None:
    """Do what the constructor does that every extension type gets: each field takes its argument."""
    for instance in made.each(Instance):
        content = m.live.load(instance.site) or HeapObject()
        for index, name in enumerate(names):
            found = arguments.get(index, name)
            held = class_lookup(m, cls.id, name) if found is None else None
            default = TOP if held is None else held[0]
            content = content.with_attribute(name, default if found is None else found)
        m.live.store(instance.site, content)


def settle(m: Machine, cls: Class, made: AbstractValue) -> None:
    """Convert the fields once the constructor has run, and let the class look at them."""
    from jupyter_hybridize.interpreter.calling.calls import call

    tensors, composites = _named(m, cls.id, _TENSORS), _named(m, cls.id, _COMPOSITES)
    for instance in made.each(Instance):
        content = m.live.load(instance.site) or HeapObject()
        for name in tensors | composites:
            held = content.attributes.get(name, TOP)
            content = content.with_attribute(name, _converted(m, held) if name in tensors else _opaque(held))
        m.live.store(instance.site, content)
    held_check = class_lookup(m, cls.id, "__validate__")
    if held_check is not None:
        call(m, held_check[0], Arguments((made,)), f"{cls}.__validate__")


def _named(m: Machine, cls: str, key: str) -> set[str]:
    names: set[str] = set()
    for owner in mro(m, cls):
        content = m.live.load(owner)
        atom = content.attributes[key].only() if content is not None and key in content.attributes else None
        names.update(str(item.constant()) for item in (atom.items if isinstance(atom, Tuple) else ()))
    return names


def _converted(m: Machine, item: AbstractValue) -> AbstractValue:
    """Return a field annotated as a tensor: numbers, lists and arrays have become one."""
    from jupyter_hybridize.interpreter.host import InterpreterHost

    found = TOP if item.is_bottom else None
    for atom in sorted(item.atoms, key=str):
        operand = None if isinstance(atom, Tensor) else operand_of(InterpreterHost(m), atom)
        if isinstance(atom, Tensor):
            one = AbstractValue(frozenset({atom}))
        else:
            one = TOP if operand is None else a_tensor(operand.dtype, operand.shape)
        found = one if found is None else found.join(one)
    return (found or TOP).with_origins(item.origins)


def _opaque(item: AbstractValue) -> AbstractValue:
    """Return a field of another annotation: a tensor or a text is kept, anything else may be converted."""
    kept = all(isinstance(atom, Tensor | Instance) or _is_text(atom) for atom in item.atoms)
    return item if kept and not item.has(Array) else TOP


def _is_text(atom: object) -> bool:
    return isinstance(atom, Scalar) and atom.type in ("str", "bool", "NoneType")
