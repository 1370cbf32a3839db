"""What iterating a value yields, and what it does besides."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from jupyter_hybridize.domain.answer import Answer
from jupyter_hybridize.domain.effect import EffectKind
from jupyter_hybridize.domain.shape import UNKNOWN_SHAPE, Shape
from jupyter_hybridize.domain.spoken import spoken_atom
from jupyter_hybridize.domain.value import (
    BOTTOM,
    OPEN_AXIS,
    TOP,
    AbstractValue,
    Array,
    Atom,
    Container,
    Dataset,
    Form,
    Function,
    Hybrid,
    Method,
    Module,
    PythonIterator,
    Scalar,
    Tensor,
    Tuple,
    constant,
    join_all,
    scalar,
    value,
)
from jupyter_hybridize.knowledge.host import Host, Mode

_ENDLESS_TEXT = 64
_NEVER: Final = (Function, Hybrid, Method, Module)


def elements(host: Host, item: AbstractValue, *, by_python: bool) -> AbstractValue:
    """Return the join of what iterating *item* yields; *by_python* if AutoGraph does not convert the iteration."""
    certain = len(item.atoms) == 1
    if by_python:
        for shape in item.each(Tuple):
            note_open_axes(host, shape, item)
    found = join_all([_elements_of(host, atom, by_python, certain) for atom in item.ordered()])
    return found.with_origins(item.origins)


def _elements_of(host: Host, atom: Atom, by_python: bool, certain: bool) -> AbstractValue:
    match atom:
        case Tensor():
            return _of_tensor(host, atom, by_python, certain)
        case Array(shape=shape):
            return _of_array(host, atom, shape, certain)
        case Tuple():
            return join_all((*atom.items, BOTTOM if atom.rest is None else atom.rest))
        case Container(type="dict" | "collections.OrderedDict" | "collections.defaultdict" | "collections.Counter"):
            return _keys(host, atom)
        case Container(site=site):
            return TOP if host.load(site).is_open else host.load(site).element
        case Dataset(element=element):
            _of_dataset(host, atom, by_python)
            return element
        case PythonIterator(element=element, site=site, is_dataset=is_dataset):
            if not is_dataset:
                host.effect(EffectKind.ADVANCES_ITERATOR, str(atom), answer=_answer(certain), reason=site)
            return element
        case Scalar():
            return _of_scalar(host, atom, certain)
    if isinstance(atom, _NEVER):
        host.effect(
            EffectKind.RAISES, spoken_atom(atom), answer=_answer(certain), detail="cannot be iterated", reason="iterate"
        )
        return BOTTOM
    return _of_unknown(host, atom)


def _answer(certain: bool) -> Answer:
    return Answer.NO if certain else Answer.UNKNOWN


def _refused(host: Host, atom: Atom, certain: bool) -> AbstractValue:
    detail = "cannot be iterated"
    host.effect(EffectKind.RAISES, spoken_atom(atom), answer=_answer(certain), detail=detail, reason="iterate")
    return BOTTOM


def _of_unknown(host: Host, atom: Atom) -> AbstractValue:
    host.effect(EffectKind.UNKNOWN_VALUE, spoken_atom(atom), answer=Answer.UNKNOWN, reason="iterate")
    return TOP


def _of_tensor(host: Host, atom: Tensor, by_python: bool, certain: bool) -> AbstractValue:
    if atom.shape.dims == () or atom.form in (Form.SPARSE, Form.KERAS_SYMBOLIC):
        host.effect(
            EffectKind.RAISES, spoken_atom(atom), answer=_answer(certain), detail="cannot be iterated", reason="iterate"
        )
        return BOTTOM
    if host.mode.is_traced and (by_python or host.mode is Mode.UNCONVERTED):
        host.effect(EffectKind.ITERATES_TENSOR, spoken_atom(atom), answer=_answer(certain))
    elif host.mode.is_traced and atom.shape.rank is None:
        host.effect(EffectKind.ITERATES_TENSOR, spoken_atom(atom), answer=Answer.UNKNOWN, detail="of unknown rank")
    host.tensor_op("StridedSlice")
    return value(_row(atom))


def _row(atom: Tensor) -> Tensor:
    shape = without_first(atom.shape)
    if atom.form is Form.RAGGED:
        is_flat = shape.rank == 1
        return Tensor(
            atom.dtype, shape if shape.rank is not None else UNKNOWN_SHAPE, Form.DENSE if is_flat else Form.RAGGED
        )
    return Tensor(atom.dtype, shape, staged=atom.staged)


def without_first(shape: Shape) -> Shape:
    """Return the shape of one row."""
    return Shape(shape.dims[1:]) if shape.dims else shape


def _of_array(host: Host, atom: Array, shape: Shape, certain: bool) -> AbstractValue:
    if shape.dims == ():
        host.effect(
            EffectKind.RAISES, spoken_atom(atom), answer=_answer(certain), detail="cannot be iterated", reason="iterate"
        )
        return BOTTOM
    if shape.dims is None:
        return value(Array(atom.dtype, UNKNOWN_SHAPE), Array(atom.dtype, Shape(()), True))
    return value(replace(atom, shape=without_first(shape), scalar=len(shape.dims) == 1))


def note_open_axes(host: Host, atom: Tuple, item: AbstractValue = BOTTOM) -> None:
    """Record that axes are read as Python numbers, if *atom* is a traced shape with an axis that may be open.

    *item* is the value the shape stands in: it tells whether only a signature or the graph itself leaves axes open.
    """
    if atom.name != "tf.TensorShape" or not host.mode.is_traced:
        return
    parts = (*atom.items, *(() if atom.rest is None else (atom.rest,)))
    if any(not isinstance(part.constant(), int) for part in parts):
        reason = "open" if OPEN_AXIS in item.origins else "axis"
        host.effect(EffectKind.READS_STATIC_SHAPE, "shape", answer=Answer.UNKNOWN, reason=reason)


def _keys(host: Host, atom: Container) -> AbstractValue:
    held = host.load(atom.site)
    if held.is_open:
        return TOP
    if held.entries is not None:
        return join_all(constant(key) for key in held.entries)
    return held.key


def _of_dataset(host: Host, atom: Dataset, by_python: bool) -> None:
    if host.mode.is_traced and (by_python or host.mode is Mode.UNCONVERTED):
        host.effect(EffectKind.ITERATES_TENSOR, spoken_atom(atom), answer=Answer.NO, reason="dataset")
    host.tensor_op("IteratorGetNext")


def _of_scalar(host: Host, atom: Scalar, certain: bool) -> AbstractValue:
    if atom.type == "str":
        text = atom.constant if isinstance(atom.constant, str) else None
        return scalar("str") if text is None or len(text) > _ENDLESS_TEXT else join_all(constant(c) for c in text)
    if atom.type == "bytes":
        return scalar("int")
    if atom.type == "NoneType" and not certain:
        return BOTTOM
    return _refused(host, atom, certain)


def is_filled(host: Host, item: AbstractValue) -> bool:
    """Return whether iterating *item* certainly gives something."""
    return bool(item.atoms) and all(_atom_is_filled(host, atom) for atom in item.atoms)


def _atom_is_filled(host: Host, atom: Atom) -> bool:
    match atom:
        case Tuple(items=items):
            return bool(items)
        case Container(site=site):
            content = host.load(site)
            return bool(content.items or content.entries)
        case Tensor(form=Form.DENSE, shape=shape) | Array(shape=shape):
            return bool(shape.dims) and bool(shape.dims and shape.dims[0])
        case PythonIterator(is_filled=filled):
            return filled
    return False


def length(host: Host, item: AbstractValue) -> int | None:
    """Return how many elements iterating *item* gives, None where that is not known."""
    match item.only():
        case Tuple(items=known, rest=None):
            return len(known)
        case Tuple(count=count) | PythonIterator(count=count):
            return count
        case Container(site=site):
            content = host.load(site)
            found = content.items if content.items is not None else content.entries
            return None if found is None or content.multiple or content.is_open else len(found)
        case Tensor(form=Form.DENSE, shape=shape) | Array(shape=shape):
            return shape.dims[0] if shape.dims else None
    return None


def items(host: Host, item: AbstractValue) -> tuple[AbstractValue, ...] | None:
    """Return what iterating *item* yields one by one, None where that is not exactly known."""
    for shape in item.each(Tuple):
        note_open_axes(host, shape, item)
    found = _exact_items(host, item.only())
    if found is None or not item.origins:
        return found
    return tuple(each.with_origins(item.origins) for each in found)


def _exact_items(host: Host, atom: Atom | None) -> tuple[AbstractValue, ...] | None:
    match atom:
        case Tuple(items=known, rest=None, name=name) if name != "slice":
            return known
        case Container(type="list" | "collections.deque", site=site):
            held = host.load(site)
            return None if held.multiple or held.is_open else held.items
        case Container(type="dict", site=site):
            held = host.load(site)
            if held.entries is None or held.multiple or held.is_open:
                return None
            return tuple(constant(key) for key in held.entries)
        case Scalar(type="str", constant=str() as text) if len(text) <= _ENDLESS_TEXT:
            return tuple(constant(character) for character in text)
        case Array(shape=Shape(dims=(int() as count, *_))) if count <= _ENDLESS_TEXT:
            row = value(replace(atom, shape=without_first(atom.shape), scalar=atom.shape.rank == 1))
            return (row,) * count
    return None
