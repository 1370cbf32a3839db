"""Calls functions of TensorFlow in a scratch graph, with made-up arguments, to see which ops they run."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any  # TensorFlow has no types of its own

import tensorflow as tf
from tensorflow.python.framework.func_graph import FuncGraph

Arguments = Callable[[], tuple[Any, ...]]


@dataclass(frozen=True, slots=True)
class Probe:
    """What one call in a graph showed."""

    ops: frozenset[str]
    count: int
    is_one_tensor: bool
    fixed_dtype: str | None  # of the result, where the op that gave it gives no other


def probe(function: Callable[..., Any]) -> list[Probe]:
    """Return what each call that TensorFlow accepted showed."""
    return [found for arguments in _ARGUMENTS for found in _attempt(function, arguments)]


def _attempt(function: Callable[..., Any], arguments: Arguments) -> Iterator[Probe]:
    graph = FuncGraph("probe")
    try:
        with graph.as_default(), tf.variable_creator_scope(_refuse):
            given = arguments()
            before = len(graph.get_operations())
            result = function(*given)
    except Exception:  # any refusal of made-up arguments is as good as another
        return
    ran = [op for op in graph.get_operations()[before:] if op.type not in _NO_WORK]
    inner = {node.op for each in graph.as_graph_def().library.function for node in each.node_def}
    yield Probe(frozenset(op.type for op in ran) | inner, len(ran), isinstance(result, tf.Tensor), _fixed(result))


def _refuse(*_: object, **__: object) -> None:
    raise ValueError("creates a variable")


def _fixed(result: Any) -> str | None:
    if not isinstance(result, tf.Tensor):
        return None
    outputs = result.op.op_def.output_arg
    is_fixed = len(outputs) == 1 and outputs[0].type != 0 and result.op.type not in ("Const", "Placeholder")
    return str(result.dtype.name) if is_fixed else None


def _tensor(*dims: int, dtype: tf.DType = tf.float32) -> Any:
    return tf.compat.v1.placeholder(dtype, dims)


def _matrix() -> Any:
    return _tensor(4, 4)


def _image() -> Any:
    return _tensor(2, 8, 8, 3)


def _ints() -> Any:
    return _tensor(4, dtype=tf.int32)


def _strings() -> Any:
    return _tensor(4, dtype=tf.string)


def _text() -> Any:
    return _tensor(dtype=tf.string)


def _flags() -> Any:
    return _tensor(4, dtype=tf.bool)


def _sparse() -> Any:
    return tf.SparseTensor([[0, 1]], [1.0], [4, 4])


_NO_WORK = ("Const", "NoOp", "Placeholder")
_ARGUMENTS: tuple[Arguments, ...] = (
    lambda: (_matrix(),),
    lambda: (_matrix(), _matrix()),
    lambda: (_matrix(), 0),
    lambda: (_matrix(), [4, 4]),
    lambda: ([4, 4],),
    lambda: (_matrix(), _ints()),
    lambda: (_ints(),),
    lambda: (_ints(), _ints()),
    lambda: (_flags(),),
    lambda: (_flags(), _flags()),
    lambda: (_strings(),),
    lambda: (_text(),),
    lambda: (_tensor(4, 4, dtype=tf.complex64),),
    lambda: (_image(),),
    lambda: (_image(), 3),
    lambda: (_image(), [16, 16]),
    lambda: (_image(), _tensor(3, 3, 3, 4), 1, "SAME"),
    lambda: (_image(), 2, 2, "SAME"),
    lambda: (_matrix(), _matrix(), _matrix()),
    lambda: (_matrix(), _ints(), 3),
    lambda: ([4], [1, 2]),
    lambda: ([_matrix(), _matrix()],),
    lambda: ([_matrix(), _matrix()], 0),
    lambda: (_tensor(8, 8, 3, dtype=tf.uint8),),
    lambda: (_image(), 0.5),
    lambda: (_matrix(), _tensor()),
    lambda: (_ints(), 4),
    lambda: (_strings(), "a"),
    lambda: (_strings(), "a", "b"),
    lambda: (_text(), _text()),
    lambda: (_matrix(), [[1, 1], [1, 1]]),
    lambda: ([[0]], [1.0], [4]),
    lambda: (_matrix(), [[0]], [[1.0, 1.0, 1.0, 1.0]]),
    lambda: (_matrix(), 2, 1.0),
    lambda: (_text(), tf.uint8),
    lambda: (),
    lambda: (_image(), 4, 4),
    lambda: (_image(), 1, 1, 4, 4),
    lambda: ([4], [1, 2], 0.5),
    lambda: ([4], 0.5),
    lambda: (_matrix(), 3),
    lambda: (_sparse(),),
    lambda: (_sparse(), _matrix()),
    lambda: (_sparse(), _sparse()),
    lambda: (_matrix(), [2, 2], [1, 1], "SAME"),
    lambda: (_tensor(2, 2, dtype=tf.int32), _matrix(), 3),
    lambda: (_tensor(16),),
    lambda: (_tensor(16), 4, 2),
)
