"""Made-up arguments, in three forms: for an eager call, for a call in a graph, and as abstract values."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import tensorflow as tf

from jupyter_hybridize.domain.shape import Shape
from jupyter_hybridize.domain.value import (
    NONE,
    AbstractValue,
    Container,
    Form,
    Instance,
    Scalar,
    Tuple,
    array,
    constant,
    scalar,
    tensor,
    tuple_of,
    value,
)
from tests.knowledge.recording_host import RecordingHost

_FEATURES = (tf.io.FixedLenFeature, tf.io.VarLenFeature, tf.io.FixedLenSequenceFeature, tf.io.RaggedFeature)


@dataclass(frozen=True)
class T:
    """A tensor argument."""

    dtype: str
    dims: tuple[int, ...]
    fill: float = 1


@dataclass(frozen=True)
class N:
    """A NumPy argument; a NumPy scalar where ``dims`` is None."""

    dtype: str
    dims: tuple[int, ...] | None


@dataclass(frozen=True)
class S:
    """A sparse argument, with ones on its diagonal."""

    dtype: str
    dims: tuple[int, ...]


@dataclass(frozen=True)
class R:
    """A ragged matrix, of these rows."""

    rows: tuple[tuple[Any, ...], ...]


@dataclass(frozen=True)
class Case:
    """One call's arguments."""

    args: tuple[Any, ...]
    kwargs: dict[str, Any] = field(default_factory=dict)


def eager(spec: Any) -> Any:
    """Return the argument of an eager call."""
    match spec:
        case T(dtype="string", dims=dims):
            return tf.fill(dims, "1")
        case T(dtype="bool", dims=dims):
            return tf.fill(dims, True)
        case T(dtype, dims, fill):
            return tf.cast(tf.fill(dims, fill), dtype)
        case _ if isinstance(spec, _FEATURES):
            return spec
        case S(dtype, dims):
            places = [[number] * len(dims) for number in range(min(dims))]
            return tf.SparseTensor(places, tf.ones([len(places)], dtype), dims)
        case R(rows):
            return tf.ragged.constant([list(row) for row in rows])
        case N(dtype, dims):
            return np.dtype(dtype).type(1) if dims is None else np.ones(dims, dtype)
        case list() | tuple():
            return type(spec)(eager(each) for each in spec)
        case dict():
            return {key: eager(each) for key, each in spec.items()}
    return spec


@dataclass
class Masking:
    """Hides sizes of placeholders, the same way in the graph and in the abstract value."""

    rng: random.Random
    host: RecordingHost

    def both(self, spec: Any) -> tuple[Any, AbstractValue]:
        """Return the argument of a call in a graph, and what describes it."""
        match spec:
            case T(dtype, dims):
                shape = self._hidden(dims)
                return tf.compat.v1.placeholder(dtype, shape.dims), tensor(dtype, shape)
            case _ if isinstance(spec, _FEATURES):
                return spec, lifted(self.host, spec)
            case S(dtype, dims):
                return tf.compat.v1.sparse_placeholder(dtype, dims), tensor(dtype, Shape(dims), Form.SPARSE)
            case R():
                return eager(spec), lifted(self.host, spec)
            case list():
                pairs = [self.both(each) for each in spec]
                return [pair[0] for pair in pairs], self.host.new_list([pair[1] for pair in pairs])
            case tuple():
                pairs = [self.both(each) for each in spec]
                return tuple(pair[0] for pair in pairs), tuple_of(*(pair[1] for pair in pairs))
        return eager(spec), lifted(self.host, spec)

    def _hidden(self, dims: tuple[int, ...]) -> Shape:
        luck = self.rng.random()
        if luck < 0.1:
            return Shape(None)
        return Shape(tuple(None if luck < 0.5 and self.rng.random() < 0.5 else dim for dim in dims))


def lifted(host: RecordingHost, spec: Any) -> AbstractValue:
    """Return what describes the argument of an eager call."""
    match spec:
        case T(dtype, dims):
            return tensor(dtype, Shape(dims))
        case N(dtype, dims):
            return array(dtype, Shape(dims or ()), is_scalar=dims is None)
        case _ if isinstance(spec, _FEATURES):
            fields = {name: lifted(host, getattr(spec, name)) for name in ("shape", "dtype") if hasattr(spec, name)}
            return host.new_object(f"tensorflow.io.{type(spec).__name__}", {**fields, "partitions": NONE})
        case S(dtype, dims):
            return tensor(dtype, Shape(dims), Form.SPARSE)
        case R():
            made = eager(spec)
            return tensor(made.dtype.name, Shape(tuple(made.shape)), Form.RAGGED)
        case tf.DType():
            return value(Scalar("tf.DType", spec.name))
        case list():
            return host.new_list([lifted(host, each) for each in spec])
        case tuple():
            return tuple_of(*(lifted(host, each) for each in spec))
        case None:
            return NONE
        case dict():
            return host.new_dict({key: lifted(host, each) for key, each in spec.items()})
    return constant(spec)


_FORMS = {tf.RaggedTensor: Form.RAGGED, tf.SparseTensor: Form.SPARSE}


def covers(host: RecordingHost, ours: AbstractValue, result: Any) -> bool:
    """Return whether TensorFlow's *result* is one of those that *ours* describes."""
    if ours.is_unknown:
        return True
    if result is None or isinstance(result, tf.Operation):
        return any(isinstance(atom, Instance) or atom == Scalar("NoneType", None) for atom in ours.atoms)
    if isinstance(result, tf.RaggedTensor | tf.SparseTensor):
        return ours.covers(tensor(result.dtype.name, Shape(None), _FORMS[type(result)])) or any(
            getattr(atom, "form", None) is _FORMS[type(result)] for atom in ours.atoms
        )
    if isinstance(result, tf.Tensor):
        dims = result.shape.as_list() if result.shape.rank is not None else None
        return ours.covers(tensor(result.dtype.name, Shape(None if dims is None else tuple(dims))))
    if isinstance(result, dict):
        held = host.load(_site(ours))
        if held.entries is not None and list(held.entries) != list(result):
            return False
        return all(covers(host, (held.entries or {}).get(key, held.element), each) for key, each in result.items())
    if isinstance(result, list | tuple):
        return _covers_sequence(host, ours, result)
    return ours.covers(constant(result)) or ours.covers(scalar(type(result).__name__))


def _site(ours: AbstractValue) -> str:
    container = ours.only()
    assert isinstance(container, Container)
    return container.site


def _covers_sequence(host: RecordingHost, ours: AbstractValue, result: Any) -> bool:
    for atom in ours.atoms:
        if not isinstance(atom, Tuple | Container):
            continue
        items = host.items(value(atom))
        if items is None:
            element = host.iterate(value(atom), by_python=False)
            items = (element,) * len(result)
        if len(items) == len(result) and all(covers(host, *pair) for pair in zip(items, result, strict=True)):
            return True
    return False
