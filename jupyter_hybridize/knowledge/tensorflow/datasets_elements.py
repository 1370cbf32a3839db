"""Elements of data sets: what tensors, lists and specs become in them, and how the program's functions get them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from jupyter_hybridize.domain import dtype as dtypes
from jupyter_hybridize.domain.shape import SCALAR_SHAPE, UNKNOWN_SHAPE, Dimension, Shape
from jupyter_hybridize.domain.value import (
    NONE,
    TOP,
    AbstractValue,
    Array,
    Atom,
    Container,
    Dataset,
    Form,
    Instance,
    Scalar,
    Tensor,
    Tuple,
    join_all,
    tensor,
    value,
)
from jupyter_hybridize.knowledge.host import Arguments, Call, Host, Mode
from jupyter_hybridize.knowledge.structures import holds_itself

TensorMap = Callable[[Tensor], Atom]
_DEEPEST = 6
_INT32 = range(-(2**31), 2**31)


def component(host: Host, item: AbstractValue, depth: int = 0) -> AbstractValue:
    """Return *item* as ``tf.data`` holds it: tuples and dicts stay, lists and numbers become tensors."""
    if depth > _DEEPEST or item.is_unknown:
        return TOP
    return join_all(_component(host, atom, depth) for atom in item.ordered())


def _component(host: Host, atom: Atom, depth: int) -> AbstractValue:
    match atom:
        case Tuple(items=items, rest=rest) if atom.name not in ("tf.TensorShape", "slice"):
            inner = tuple(component(host, each, depth + 1) for each in items)
            return value(replace(atom, items=inner, rest=None if rest is None else component(host, rest, depth + 1)))
        case Container(type="dict", site=site):
            held = host.load(site)
            if held.is_open:
                return TOP
            if held.entries is None:
                return host.new_dict(None, held.key, component(host, held.element, depth + 1))
            return host.new_dict({key: component(host, each, depth + 1) for key, each in held.entries.items()})
        case Container(type="list"):
            return packed(host, atom)
        case Scalar(type="NoneType"):
            return NONE
        case Dataset():
            return value(atom)
        case _:
            found = dense(atom)
            return TOP if found is None else value(found)


def function_result(host: Host, item: AbstractValue) -> AbstractValue:
    """Return what a function given to ``map`` returns, as an element: an outermost list is a tuple."""
    outer = item.only()
    if isinstance(outer, Container) and outer.type == "list":
        parts = host.items(item)
        return TOP if parts is None else value(Tuple(tuple(component(host, each) for each in parts)))
    return component(host, item)


def dense(atom: Atom) -> Tensor | None:
    """Return the tensor that TensorFlow makes of *atom*, None where it makes none."""
    match atom:
        case Tensor():
            return replace(atom, form=Form.DENSE) if atom.form is Form.VARIABLE else atom
        case Array(dtype=dtype, shape=shape):
            return Tensor(dtype, shape)
        case Scalar(type="int", constant=int() as number) if number not in _INT32:
            return Tensor(None, SCALAR_SHAPE)
        case Scalar(type=name):
            dtype = dtypes.of_python(name)
            return None if dtype is None else Tensor(dtype, SCALAR_SHAPE)
        case _:
            return None


def packed(host: Host, container: Container) -> AbstractValue:
    """Return the tensor that a list becomes."""
    held = host.load(container.site)
    if held.is_open or holds_itself(host, value(container)):
        return TOP
    count = None if held.items is None else len(held.items)
    elements = [_packable(host, each) for each in (held.element,)]
    found = [each for element in elements for each in element]
    if not found or None in found:
        return TOP
    shapes = [each.shape for each in found if each is not None]
    joined = shapes[0]
    for shape in shapes[1:]:
        joined = joined.join(shape)
    if joined.dims is None:
        return tensor(_common(found))
    return tensor(_common(found), Shape((count, *joined.dims)))


def _packable(host: Host, item: AbstractValue) -> list[Tensor | None]:
    found: list[Tensor | None] = []
    for atom in item.ordered():
        if isinstance(atom, Container | Tuple):
            inner = (
                packed(host, atom) if isinstance(atom, Container) and atom.type == "list" else _packed_tuple(host, atom)
            )
            found.extend(inner.each(Tensor) if inner.has(Tensor) else [None])
        else:
            found.append(dense(atom))
    return found


def _packed_tuple(host: Host, atom: Atom) -> AbstractValue:
    if not isinstance(atom, Tuple) or atom.rest is not None or not atom.items:
        return TOP
    parts = [each for item in atom.items for each in _packable(host, item)]
    if None in parts:
        return TOP
    joined = parts[0].shape if parts[0] is not None else UNKNOWN_SHAPE
    for part in parts[1:]:
        joined = joined.join(part.shape) if part is not None else UNKNOWN_SHAPE
    if joined.dims is None:
        return tensor(_common(parts))
    return tensor(_common(parts), Shape((len(atom.items), *joined.dims)))


def _common(found: list[Tensor | None]) -> str | None:
    names = {each.dtype for each in found if each is not None}
    if names == {"int32", "float32"}:
        return "float32"
    return names.pop() if len(names) == 1 else None


# shapes


def sliced(host: Host, item: AbstractValue) -> AbstractValue:
    """Return an element of *item* along the first axis, in every part."""
    return map_tensors(host, item, _row)


def _row(each: Tensor) -> Tensor:
    is_vector = each.form is Form.RAGGED and each.shape.rank == 2
    return replace(each, shape=_without_first(each.shape), form=Form.DENSE if is_vector else each.form)


def _without_first(shape: Shape) -> Shape:
    return Shape(shape.dims[1:]) if shape.dims else UNKNOWN_SHAPE


def stacked(host: Host, item: AbstractValue, size: Dimension) -> AbstractValue:
    """Return a batch of *size* elements such as *item*."""
    return map_tensors(host, item, lambda each: replace(each, shape=with_first(each.shape, size)))


def with_first(shape: Shape, size: Dimension) -> Shape:
    """Return *shape* with a dimension put before the others."""
    return shape if shape.dims is None else Shape((size, *shape.dims))


def opened(host: Host, item: AbstractValue) -> AbstractValue:
    """Return *item* with the sizes of all its tensors forgotten."""
    return map_tensors(host, item, lambda each: replace(each, shape=each.shape.opened()))


def map_tensors(host: Host, item: AbstractValue, change: TensorMap) -> AbstractValue:
    """Return *item* with *change* done to every tensor in it; a nested data set is ⊤."""
    if item.is_unknown:
        return TOP
    return join_all(_mapped(host, atom, change) for atom in item.ordered()).with_origins(item.origins)


def _mapped(host: Host, atom: Atom, change: TensorMap) -> AbstractValue:
    match atom:
        case Tensor():
            return value(change(atom))
        case Tuple(items=items, rest=rest):
            inner = tuple(map_tensors(host, each, change) for each in items)
            return value(replace(atom, items=inner, rest=None if rest is None else map_tensors(host, rest, change)))
        case Container(type="dict", site=site):
            held = host.load(site)
            if held.entries is None or held.is_open:
                return host.new_dict(None, held.key, map_tensors(host, held.element, change))
            return host.new_dict({key: map_tensors(host, each, change) for key, each in held.entries.items()})
        case Scalar(type="NoneType"):
            return NONE
        case _:
            return TOP


def as_arrays(host: Host, item: AbstractValue) -> AbstractValue:
    """Return an element as ``as_numpy_iterator`` gives it."""
    return map_tensors(host, item, _as_array)


def _as_array(given: Tensor) -> Atom:
    if given.form is not Form.DENSE:
        return Instance("tensorflow.RaggedTensorValue", "")
    if given.dtype == "string" and given.shape.dims == ():
        return Scalar("bytes")
    return Array(None if given.dtype == "string" else given.dtype, given.shape, given.shape.dims == ())


# specs


def from_spec(host: Host, types: AbstractValue, shapes: AbstractValue) -> AbstractValue:
    """Return the element that dtypes (and shapes, ⊥ if there are none) or TensorSpecs describe."""
    parts = host.items(types)
    if parts is not None and types.has(Tuple):
        inner = host.items(shapes) if not shapes.is_bottom else None
        each_shape = inner if inner is not None and len(inner) == len(parts) else (shapes,) * len(parts)
        if not shapes.is_bottom and inner is None:
            return TOP
        return value(Tuple(tuple(from_spec(host, part, each) for part, each in zip(parts, each_shape, strict=True))))
    match types.only():
        case Scalar(type="tf.DType", constant=name):
            return tensor(name if isinstance(name, str) else None, shape_from(host, shapes))
        case Container(type="dict", site=site) if host.load(site).entries is not None and shapes.is_bottom:
            entries = host.load(site).entries or {}
            return host.new_dict({key: from_spec(host, each, shapes) for key, each in entries.items()})
        case Instance() as instance:
            return of_spec(host, instance) or TOP
        case _:
            return TOP


_SPECS = {
    "tensorflow.TensorSpec": Form.DENSE,
    "tensorflow.RaggedTensorSpec": Form.RAGGED,
    "tensorflow.SparseTensorSpec": Form.SPARSE,
}


def of_spec(host: Host, spec: Instance) -> AbstractValue | None:
    """Return the tensor that a ``tf.TensorSpec`` (or a ragged or sparse one) describes, None for any other object."""
    form = _SPECS.get(spec.cls)
    if form is None:
        return None
    held = host.load(spec.site).attributes
    match held.get("dtype", TOP).only():
        case Scalar(constant=str() as name):
            dtype: str | None = name
        case _:
            dtype = None
    return tensor(dtype, shape_from(host, held.get("shape", TOP)), form)


def shape_from(host: Host, item: AbstractValue) -> Shape:
    """Return the static shape that a tuple, list or TensorShape stands for; unknown if it is absent."""
    parts = None if item.is_bottom else host.items(item)
    if parts is None:
        return UNKNOWN_SHAPE
    return Shape(tuple(_dimension(part) for part in parts))


def _dimension(item: AbstractValue) -> Dimension:
    found = item.constant()
    return found if isinstance(found, int) and not isinstance(found, bool) and found >= 0 else None


# functions of the program


def call_with(call: Call, function: AbstractValue, element: AbstractValue, *before: AbstractValue) -> AbstractValue:
    """Call *function* as ``tf.data`` does: traced, converted, and with a tuple's parts as its arguments."""
    return call.host.call(function, _spread(element, before), Mode.CONVERTED)


def _spread(element: AbstractValue, before: tuple[AbstractValue, ...]) -> Arguments:
    if element.is_unknown and not before:
        return Arguments((), star=TOP)
    match element.only():
        case Tuple(items=items, rest=None, name="") if not before:
            return Arguments(items)
        case Tuple(items=items, rest=rest, name="") if not before and rest is not None:
            return Arguments(items, star=rest)
        case _:
            return Arguments((*before, element))
