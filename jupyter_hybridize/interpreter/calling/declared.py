"""The ``input_signature`` that a program gives a function, however it is written, as the layout of arguments."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from jupyter_hybridize.domain.shape import UNKNOWN_SHAPE, Shape
from jupyter_hybridize.domain.value import (
    OPEN_AXIS,
    TOP,
    AbstractValue,
    Atom,
    Form,
    Hybrid,
    Instance,
    Scalar,
    Tensor,
    Tuple,
    tensor,
    value,
)
from jupyter_hybridize.interpreter.machine import Machine
from jupyter_hybridize.interpreter.tracing.layouts import LIST, has_open_axis, layout_of
from jupyter_hybridize.knowledge.host import Arguments

_FORMS: Final = {
    "tensorflow.TensorSpec": Form.DENSE,
    "tensorflow.RaggedTensorSpec": Form.RAGGED,
    "tensorflow.SparseTensorSpec": Form.SPARSE,
}
_RELAXING: Final = ("reduce_retracing", "experimental_relax_shapes")


def signature_of(m: Machine, keywords: Mapping[str, AbstractValue]) -> AbstractValue | None:
    """Return the specs among the arguments of ``tf.function``: a tuple, ⊤ where they are not known."""
    given = keywords.get("input_signature")
    if given is None or given.constant() is None:
        return None
    atom = layout_of(m, given).only()
    if not isinstance(atom, Tuple) or atom.rest is not None or atom.name not in ("", LIST):
        return TOP
    return value(Tuple(tuple(_spec(m, item) for item in atom.items)))


def relaxes(keywords: Mapping[str, AbstractValue]) -> bool:
    """Return whether ``tf.function`` was told to leave axes open that change from call to call."""
    return any(name in keywords and keywords[name].constant() not in (None, False) for name in _RELAXING)


def _spec(m: Machine, item: AbstractValue) -> AbstractValue:
    match item.only():
        case Tuple(items=items, rest=None, name=name, fields=fields):
            return value(Tuple(tuple(_spec(m, each) for each in items), None, name, fields))
        case Instance(cls=cls, site=site) if cls in _FORMS:
            content = m.live.load(site)
            held = {} if content is None else content.attributes
            shape = _shape(held.get("shape", TOP))
            return TOP if shape is None else tensor(_dtype(held.get("dtype", TOP)), shape, _FORMS[cls])
    return TOP


def _dtype(item: AbstractValue) -> str | None:
    atom = item.only()
    return atom.constant if isinstance(atom, Scalar) and isinstance(atom.constant, str) else None


def _shape(item: AbstractValue) -> Shape | None:
    """Return the shape, None where it is not known which axes are open."""
    atom = item.only()
    if not isinstance(atom, Tuple) or atom.rest is not None:
        return UNKNOWN_SHAPE
    sizes = [part.constant() for part in atom.items]
    if not all(size is None or (isinstance(size, int) and size >= 0) for size in sizes):
        return None
    return Shape(tuple(size if isinstance(size, int) else None for size in sizes))


# -- what a graph knows of the arguments of another --------------------------------------------------------------------


def opens(hybrid: Hybrid) -> bool:
    """Return whether the traces of a hybrid function may know less of sizes than its arguments tell."""
    signature = hybrid.signature
    return hybrid.relaxes or (signature is not None and (signature.is_unknown or has_open_axis([signature])))


def fixes_axes(signature: AbstractValue | None) -> bool:
    """Return whether *signature* tells the size of every axis of every argument."""
    match None if signature is None else signature.only():
        case Tensor(shape=shape, form=Form.DENSE):
            return shape.is_static
        case Tuple(items=items, rest=None):
            return all(map(fixes_axes, items))
    return False


def opened_arguments(hybrid: Hybrid, arguments: Arguments) -> Arguments:
    """Return *arguments* as the traces of a hybrid function know them: with the axes open that it leaves so."""
    atom = None if hybrid.signature is None else hybrid.signature.only()
    specs = () if hybrid.relaxes or not isinstance(atom, Tuple) else atom.items
    tail = (TOP,) * max(0, len(arguments.positional) - len(specs))
    pairs = zip(arguments.positional, (*specs, *tail), strict=False)
    return Arguments(
        tuple(opened(item, spec) for item, spec in pairs),
        {name: opened(item, TOP) for name, item in arguments.keywords.items()},
        opened(arguments.star, TOP),
        opened(arguments.double_star, TOP),
    )


def opened(item: AbstractValue, spec: AbstractValue) -> AbstractValue:
    """Return *item* with the axes open that *spec* leaves so; ⊤ leaves all open."""
    atom = spec.only()
    atoms = frozenset(_opened(each, atom) for each in item.atoms)
    return item if atoms == item.atoms else AbstractValue(atoms, item.origins | {OPEN_AXIS})


def _opened(atom: Atom, spec: Atom | None) -> Atom:
    match atom, spec:
        case Tensor(shape=shape), Tensor(shape=wanted):
            return replace(atom, shape=_less(shape, wanted))
        case Tensor(shape=shape), _:
            return replace(atom, shape=shape.opened())
        case Tuple(items=items), Tuple(items=specs) if len(items) == len(specs):
            return replace(atom, items=tuple(opened(i, s) for i, s in zip(items, specs, strict=True)))
        case Tuple(items=items, name=name), _ if name != "tf.TensorShape":
            return replace(atom, items=tuple(opened(i, TOP) for i in items))
    return atom


def _less(shape: Shape, wanted: Shape) -> Shape:
    """Return what of *shape* a trace knows whose spec has the shape *wanted*."""
    if wanted.dims is None:
        return UNKNOWN_SHAPE
    if shape.dims is None or len(shape.dims) != len(wanted.dims):
        return shape
    return Shape(tuple(None if open_ is None else size for size, open_ in zip(shape.dims, wanted.dims, strict=True)))
