"""From concrete Python, NumPy and TensorFlow objects to the abstract values that describe them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from jupyter_hybridize.domain.answer import Answer
from jupyter_hybridize.domain.effect import EffectKind
from jupyter_hybridize.domain.shape import Shape
from jupyter_hybridize.domain.value import (
    AbstractValue,
    Form,
    Scalar,
    array,
    constant,
    scalar,
    tensor,
    tuple_of,
    value,
)
from jupyter_hybridize.knowledge.host import Host, Mode
from tests.knowledge.recording_host import RecordingHost
from tests.untraced import untraced

Operate = Callable[..., Any]
Model = Callable[..., AbstractValue]


def abstracted(host: Host, item: Any) -> AbstractValue:
    """Return the most precise abstract value of *item*."""
    import keras
    import numpy as np
    import tensorflow as tf

    match item:
        case tf.Variable():
            return tensor(item.dtype.name, shape_of(item.shape), Form.VARIABLE)
        case tf.Tensor():
            return tensor(item.dtype.name, shape_of(item.shape))
        case tf.RaggedTensor():
            return tensor(item.dtype.name, shape_of(item.shape), Form.RAGGED)
        case tf.SparseTensor():
            return tensor(item.dtype.name, shape_of(item.shape), Form.SPARSE)
        case keras.KerasTensor():
            return tensor(item.dtype, Shape(item.shape), Form.KERAS_SYMBOLIC)
        case tf.DType():
            return value(Scalar("tf.DType", item.name))
        case tf.TensorShape():
            return tuple_of(*(constant(size) for size in item), name="tf.TensorShape")
        case np.ndarray():
            return array(_dtype(item.dtype), Shape(item.shape))
        case np.generic():
            return array(_dtype(item.dtype), is_scalar=True)
        case tuple():
            return tuple_of(*(abstracted(host, each) for each in item))
        case list():
            return host.new_list([abstracted(host, each) for each in item])
        case dict():
            return host.new_dict({key: abstracted(host, each) for key, each in item.items()})
        case slice():
            return tuple_of(*(abstracted(host, each) for each in (item.start, item.stop, item.step)), name="slice")
        case None | bool() | int() | float() | complex() | str() | bytes():
            return constant(item)
        case _ if item is ...:
            return scalar("ellipsis")
        case _ if callable(item) and hasattr(item, "model"):
            assert isinstance(host, RecordingHost)
            return host.function(item.__name__, lambda arguments: item.model(host, *arguments.positional))
    raise AssertionError(f"no abstract value for {item!r}")


def shape_of(shape: Any) -> Shape:
    """Return the domain's shape of a ``tf.TensorShape``."""
    return Shape(None) if shape.rank is None else Shape(tuple(shape))


def _dtype(dtype: Any) -> str | None:
    return {"str": "string", "object": None, "bytes": "string"}.get(dtype.name.rstrip("0123456789"), dtype.name)


def described(model: AbstractValue, concrete: AbstractValue, one: Host, other: Host) -> bool:
    """Return whether *model* describes *concrete*; lists and dicts are compared by what they hold."""
    if model.is_unknown:
        return True
    left, right = _plain(one, model), _plain(other, concrete)
    return left.covers(right)


def _plain(host: Host, item: AbstractValue) -> AbstractValue:
    """Return *item* without heap sites: a list is the tuple ``list`` of its elements."""
    from jupyter_hybridize.domain.value import Container, Tensor, Tuple, join_all

    parts = []
    for atom in item.atoms:
        if isinstance(atom, Container):
            held = host.load(atom.site)
            inner = held.items if held.items is not None else None
            if held.entries is not None:
                inner = tuple(held.entries[key] for key in sorted(held.entries, key=str))
            if inner is not None:
                parts.append(tuple_of(*(_plain(host, each) for each in inner), name=atom.type))
            else:
                parts.append(tuple_of(rest=_plain(host, held.element), name=atom.type))
        elif isinstance(atom, Tuple):
            rest = None if atom.rest is None else _plain(host, atom.rest)
            parts.append(value(Tuple(tuple(_plain(host, each) for each in atom.items), rest, atom.name, atom.fields)))
        elif isinstance(atom, Tensor):
            parts.append(value(replace(atom, made=frozenset())))
        else:
            parts.append(value(atom))
    return join_all(parts)


@dataclass(frozen=True)
class Compared:
    """What really happened, eagerly and traced, and what the model says."""

    eager: Any
    graph: Any
    eager_model: AbstractValue
    graph_model: AbstractValue
    eager_host: RecordingHost
    graph_host: RecordingHost

    def complaints(self) -> list[str]:
        """Return where the model is wrong: too narrow, silent about a difference, or certain of one that is none."""
        return [*self._about_eager(), *self._about_graph()]

    def _about_eager(self) -> list[str]:
        if isinstance(self.eager, Exception):
            return []  # nothing is lost by tracing what raises anyway
        found = []
        if not described(self.eager_model, abstracted(self.eager_host, self.eager), self.eager_host, self.eager_host):
            found.append(f"eagerly gives {abstracted(self.eager_host, self.eager)}, not {self.eager_model}")
        if any(each.answer is Answer.NO for each in self.eager_host.effects):
            found.append(f"works eagerly, but: {self.eager_host.effects}")
        return found

    def _about_graph(self) -> list[str]:
        effects = self.graph_host.effects
        if isinstance(self.graph, Exception):
            silent = all(each.kind is EffectKind.RAISES for each in effects) and not isinstance(self.eager, Exception)
            return [f"raises {self.graph!r:.80} when traced, and nothing says so"] if silent else []
        found = []
        if not described(self.graph_model, self.graph, self.graph_host, self.graph_host):
            found.append(f"traced gives {self.graph}, not {self.graph_model}")
        certain = [each for each in effects if each.answer is Answer.NO and each.kind is not EffectKind.ASKS_MODE]
        if certain and not isinstance(self.eager, Exception):
            found.append(f"works when traced, but: {certain}")
        return found


def compare(operate: Operate, model: Model, *operands: Any) -> Compared:
    """Run *operate* on TensorFlow, eagerly and traced, and *model* on what describes the operands."""
    (compared,) = compare_each([(operate, model)], *operands)
    return compared


def compare_each(calls: Iterable[tuple[Operate, Model]], *operands: Any) -> Iterator[Compared]:
    """Compare several calls on the same operands, in one graph: to bring operands into a graph takes the longest."""
    traced = _Traced(*operands)
    for operate, model in calls:
        eager_host, graph_host = RecordingHost(), RecordingHost(mode=Mode.UNCONVERTED)
        eager_model = model(eager_host, *(abstracted(eager_host, each) for each in operands))
        graph_model = model(graph_host, *(abstracted(graph_host, each) for each in operands))
        eager, graph = _attempt(operate, *operands), traced.attempt(graph_host, operate)
        yield Compared(eager, graph, eager_model, graph_model, eager_host, graph_host)


def _attempt(operate: Operate, *operands: Any) -> Any:
    try:
        with untraced():
            return operate(*operands)
    except Exception as error:
        return error


class _Traced:
    """Operands in a graph; arrays are closed over.

    A bare ``FuncGraph`` is what ``tf.function(…, autograph=False)`` traces into, and fifty times as fast to make.
    """

    def __init__(self, *operands: Any) -> None:
        from tensorflow.python.framework.func_graph import FuncGraph

        self._graph = FuncGraph("traced")
        with untraced(), self._graph.as_default():
            self._operands = [_symbolic(each) for each in operands]

    def attempt(self, host: RecordingHost, operate: Operate) -> Any:
        """Return the abstract value of the result in the graph, or the exception."""
        with untraced(), self._graph.as_default():
            try:
                return abstracted(host, operate(*self._operands))
            except Exception as error:
                return error


def _symbolic(item: Any) -> Any:
    import tensorflow as tf

    match item:
        case tf.Tensor() | tf.RaggedTensor():
            return tf.identity(item)
        case tuple() if type(item) is tuple:
            return tuple(_symbolic(each) for each in item)
        case slice():
            return slice(_symbolic(item.start), _symbolic(item.stop), _symbolic(item.step))
    return item
