"""Arguments made up from their descriptions, where no call is at hand."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import tensorflow as tf

from jupyter_hybridize.results.observed import Observed
from jupyter_hybridize.runtime.measurement.inputs import Call, InputError

OPEN_AXIS = 32  # a usual batch; every open axis gets the same, so that what must agree does
_SCALARS: dict[str, object] = {"bool": True, "int": 1, "float": 1.0, "complex": 1.0 + 0.0j}


@dataclass(frozen=True, slots=True)
class Synthesised:
    """Arguments by the parameters' names, and what was assumed in making them."""

    values: tuple[tuple[str, object], ...]
    notes: tuple[str, ...]

    def call(self, function: Callable[..., object], name: str) -> Call:
        """Return the call of *function*, called *name*, with these arguments."""
        named = dict(self.values)
        parameters = inspect.signature(function).parameters.values()
        positional = [p.name for p in parameters if p.kind is inspect.Parameter.POSITIONAL_ONLY]
        args = tuple(named.pop(each) for each in positional if each in named)
        return Call(function, args, named, name)


def synthesise(specs: Sequence[tuple[str, Observed]]) -> Synthesised:
    """Return random arguments of the types described; the same for the same *specs*.

    Raises:
        InputError: a value (a string, a model, a dataset) cannot be made up from its description.
    """
    maker = _Maker()
    values = tuple((name, maker.make(name, observed)) for name, observed in specs)
    return Synthesised(values, tuple(dict.fromkeys(maker.notes)))


class _Maker:
    """Makes values, and remembers what it assumed."""

    def __init__(self) -> None:
        self.notes: list[str] = []
        self._random = np.random.default_rng(0)

    def make(self, name: str, observed: Observed) -> object:
        if observed.kind in ("tensor", "variable", "array"):
            return self._tensor(name, observed)
        if observed.kind == "none":
            return None
        if observed.kind == "scalar":
            return self._scalar(name, observed)
        if observed.kind in ("sequence", "mapping") and observed.items:
            return self._container(name, observed)
        raise InputError(f"`{name}` ({observed}) cannot be made up; give a call, as in `train_step(x, y)`")

    def _tensor(self, name: str, observed: Observed) -> object:
        dtype = self._dtype(name, observed)
        array = self._array(self._shape(name, observed), dtype)
        if observed.kind == "array" and dtype != tf.string:
            return array
        tensor = tf.constant(array, dtype)
        return tf.Variable(tensor) if observed.kind == "variable" else tensor

    def _dtype(self, name: str, observed: Observed) -> tf.DType:
        if observed.dtype is None:
            self.notes.append(f"the dtype of `{name}` is not known: float32 was taken")
            return tf.float32
        try:
            return tf.as_dtype(observed.dtype)
        except TypeError:
            raise InputError(f"`{name}` has dtype {observed.dtype}, which TensorFlow does not have") from None

    def _shape(self, name: str, observed: Observed) -> tuple[int, ...]:
        if observed.shape is None:
            self.notes.append(f"the shape of `{name}` is not known: a vector of {OPEN_AXIS} was taken")
            return (OPEN_AXIS,)
        if None in observed.shape:
            self.notes.append(f"open axes of `{name}` ({observed}) were given the size {OPEN_AXIS}")
        return tuple(OPEN_AXIS if size is None else size for size in observed.shape)

    def _array(self, shape: tuple[int, ...], dtype: tf.DType) -> np.ndarray:
        if dtype == tf.string:
            return np.full(shape, "", object)
        if dtype == tf.bool or dtype.is_integer:  # 0 and 1 are an index, a class and a label almost everywhere
            return self._random.integers(0, 2, shape).astype(dtype.as_numpy_dtype)
        return self._random.standard_normal(shape).astype(dtype.as_numpy_dtype)

    def _scalar(self, name: str, observed: Observed) -> object:
        kind = observed.type.rpartition(".")[2]
        if kind in _SCALARS:
            self.notes.append(f"the value of `{name}` is not known: {_SCALARS[kind]} was taken")
            return _SCALARS[kind]
        self.notes.append(f"the value of `{name}` is not known: one was made up")
        return self._array((), self._dtype(name, observed)).flat[0]  # a scalar of NumPy

    def _container(self, name: str, observed: Observed) -> object:
        if observed.kind == "mapping":
            pairs: Iterable[tuple[str, Observed]] = zip(observed.keys, observed.items, strict=True)
            return {key: self.make(f"{name}[{key}]", item) for key, item in pairs}
        items = [self.make(f"{name}[{number}]", item) for number, item in enumerate(observed.items)]
        return items if observed.type.rpartition(".")[2] == "list" else tuple(items)
