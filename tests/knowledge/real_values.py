"""Real Python, NumPy and TensorFlow values, seen as abstract ones: to call both, and compare."""

from __future__ import annotations

import numpy as np
import tensorflow as tf

from jupyter_hybridize.domain.heap import HeapObject
from jupyter_hybridize.domain.shape import Shape
from jupyter_hybridize.domain.value import (
    AbstractValue,
    Api,
    Array,
    Atom,
    Container,
    Dataset,
    Form,
    Function,
    Instance,
    PythonIterator,
    Scalar,
    Tensor,
    Tuple,
    Unknown,
    constant,
    join_all,
    value,
)
from tests.knowledge.recording_host import RecordingHost


def shape_of(real: object) -> Shape:
    dims = real.shape
    return Shape(None) if getattr(dims, "rank", len(tuple(dims))) is None else Shape(tuple(dims))


def dtype_of(real: object) -> str | None:
    if isinstance(real, np.ndarray | np.generic):
        if real.dtype.kind in "US":
            return "string"
        return None if real.dtype.kind == "O" else real.dtype.name
    return real.dtype.name


def lift(host: RecordingHost, real: object) -> AbstractValue:
    """Return the abstract value of a real one."""
    match real:
        case tf.TensorShape():
            return value(Tuple(tuple(lift(host, dim) for dim in real), None, "tf.TensorShape"))
        case tf.Variable():
            return value(Tensor(real.dtype.name, shape_of(real), Form.VARIABLE))
        case tf.Tensor():
            return value(Tensor(real.dtype.name, shape_of(real)))
        case tf.data.Dataset():
            return value(Dataset(join_all(lift(host, each) for each in real)))
        case np.ndarray() | np.generic():
            return value(Array(dtype_of(real), Shape(real.shape), isinstance(real, np.generic)))
        case tuple():
            return value(Tuple(tuple(lift(host, each) for each in real)))
        case list():
            return host.new_list([lift(host, each) for each in real])
        case dict():
            return host.new_dict({key: lift(host, each) for key, each in real.items()})
        case set() | frozenset():
            made = host.new_object(type(real).__name__)
            held = join_all(lift(host, each) for each in sorted(real))
            host.heap[made.each(Container)[0].site] = HeapObject(element=held)
            return made
        case None | bool() | int() | float() | complex() | str() | bytes():
            return constant(real)
        case np.dtype():
            return value(Scalar("numpy.dtype", real.name))
        case type():
            return value(Api(f"{real.__module__}.{real.__name__}"))
    raise TypeError(f"cannot lift {type(real).__name__}")


def describes(host: RecordingHost, ours: AbstractValue, real: object) -> bool:
    """Return whether the real value is one of those that *ours* stands for."""
    return any(_atom_describes(host, atom, real) for atom in ours.atoms)


def _atom_describes(host: RecordingHost, atom: Atom, real: object) -> bool:
    match atom:
        case Unknown():
            return True
        case Tensor(dtype=dtype, shape=shape):
            return isinstance(real, tf.Tensor) and dtype in (None, real.dtype.name) and shape.covers(shape_of(real))
        case Array(dtype=dtype, shape=shape, scalar=is_scalar):
            return (
                isinstance(real, np.generic if is_scalar else np.ndarray)
                and dtype in (None, dtype_of(real))
                and shape.covers(Shape(real.shape))
            )
        case Scalar(type="numpy.dtype"):
            return isinstance(real, np.dtype) and AbstractValue(frozenset({atom})).covers(lift(host, real))
        case Scalar():
            same = type(real).__name__ == atom.type
            return same and AbstractValue(frozenset({atom})).covers(constant(real))
        case Tuple():
            return _tuple_describes(host, atom, real)
        case Container():
            return _container_describes(host, atom, real)
        case PythonIterator(element=element):
            return hasattr(real, "__next__") and all(describes(host, element, each) for each in real)
        case Dataset(element=element):
            return isinstance(real, tf.data.Dataset) and all(describes(host, element, each) for each in real)
        case Api(name=name):
            return isinstance(real, type) and name.rpartition(".")[2] in real.__name__
        case Instance(cls=name):
            return name.rpartition(".")[2].lower() in (each.__name__.lower() for each in type(real).__mro__)
        case Function():
            return callable(real)
    return False


def _tuple_describes(host: RecordingHost, atom: Tuple, real: object) -> bool:
    if not isinstance(real, tuple | range | slice | type({}.keys()) | type({}.values()) | type({}.items())) and not (
        atom.name == "builtins.range" and type(real).__name__ in ("list_reverseiterator", "reversed", "range_iterator")
    ):
        return False
    parts = (real.start, real.stop, real.step) if isinstance(real, slice) else tuple(real)
    if len(parts) < len(atom.items) or (len(parts) > len(atom.items) and atom.rest is None):
        return False
    wanted = [*atom.items, *[atom.rest] * (len(parts) - len(atom.items))]
    return all(each is not None and describes(host, each, part) for each, part in zip(wanted, parts, strict=True))


def _container_describes(host: RecordingHost, atom: Container, real: object) -> bool:
    content = host.load(atom.site)
    if atom.type.rpartition(".")[2] != type(real).__name__:
        return False
    if isinstance(real, dict):
        if content.entries is not None:
            same = content.entries.keys() == real.keys()
            return same and all(describes(host, content.entries[key], item) for key, item in real.items())
        pairs = real.items()
        return all(describes(host, content.key, k) and describes(host, content.element, v) for k, v in pairs)
    if content.items is not None and isinstance(real, list):
        same = len(content.items) == len(real)
        return same and all(describes(host, ours, each) for ours, each in zip(content.items, real, strict=True))
    return all(describes(host, content.element, each) for each in real)
