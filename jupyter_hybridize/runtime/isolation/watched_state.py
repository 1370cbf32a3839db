"""The Python state that a function can reach and change, and how it is compared before and after a trace."""

from __future__ import annotations

import hashlib
import io
import random
import zlib
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import tensorflow as tf

from jupyter_hybridize.runtime.isolation.effect_log import EffectLog, nowhere
from jupyter_hybridize.runtime.state.raw_access import read_layout

Items = tuple[Any, ...]
Names = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class NamedHolder:
    """Something whose parts have names: a module's globals, closure variables, an object's attributes."""

    kind: str  # "global" or "attribute"
    prefix: str  # "model."; empty for globals
    read: Callable[[], Names]

    def differences(self, before: Names, log: EffectLog) -> None:
        """Note what has changed since *before*."""
        now = self.read()
        for name in (name for name in {**before, **now} if not _is_same(before, now, name)):
            value = now.get(name)
            if name in now and _is_new_state(value):
                continue
            log.add(self.kind, f"`{self.prefix}{name}`", nowhere)
            if holds_symbolic(value):
                log.add("leaked", f"`{self.prefix}{name}`", nowhere)


@dataclass(frozen=True, slots=True)
class Contents:
    """Something whose content is changed as a whole: a list, a dictionary, an array, a generator of random numbers."""

    kind: str  # "mutated", "random" or "file"
    path: str
    read: Callable[[], Items]

    def differences(self, before: Items, log: EffectLog) -> None:
        """Note whether it has changed since *before*."""
        now = self.read()
        if len(now) == len(before) and all(map(_are_same, before, now)):
            return
        known = {id(item) for item in before}
        added = [item for item in now if id(item) not in known]
        if added and len(now) >= len(before) and all(map(_is_new_state, added)):
            return
        log.add(self.kind, f"`{self.path}`", nowhere)
        if any(map(holds_symbolic, added)):
            log.add("leaked", f"`{self.path}`", nowhere)


@dataclass(slots=True)
class Snapshot:
    """The holders as they were at one moment."""

    holders: tuple[NamedHolder | Contents, ...]
    before: list[Any] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.before = [holder.read() for holder in self.holders]

    def differences(self, log: EffectLog) -> None:
        """Note in *log* all that has changed since."""
        for holder, before in zip(self.holders, self.before, strict=True):
            holder.differences(before, log)


def contents_of(value: Any) -> tuple[str, Callable[[], Items]] | None:
    """Return the kind of *value* and how to read its content, None if it has none that could change as a whole."""
    plain = unwrapped(value)
    cls = type(plain)
    if issubclass(cls, list):
        return "mutated", lambda: tuple(list.__iter__(plain))
    if issubclass(cls, dict):
        return "mutated", lambda: tuple(part for item in dict.items(plain) for part in item)
    if issubclass(cls, set):
        return "mutated", lambda: tuple(sorted(set.__iter__(plain), key=id))
    if issubclass(cls, deque):
        return "mutated", lambda: tuple(deque.__iter__(plain))
    if issubclass(cls, bytearray):
        return "mutated", lambda: (bytes(plain),)
    if issubclass(cls, np.ndarray):
        return "mutated", lambda: _array(np.asarray(plain))
    return _generator(plain) or _file(plain)


def unwrapped(value: Any) -> Any:
    """Return the container inside the wrapper that TensorFlow puts around the attributes of its modules."""
    if issubclass(type(value), list):
        return value if (inner := getattr(value, "_storage", None)) is None else inner
    target = read_layout(type(value)).target
    return value if target is None else target.__get__(value)


def holds_symbolic(value: Any, depth: int = 2) -> bool:
    """Return whether *value* is a tensor of a graph, or a container with one in it."""
    if isinstance(value, tf.Tensor):
        return not hasattr(value, "_numpy")
    if depth and isinstance(value, list | tuple | set | dict):
        parts: Iterable[Any] = value.values() if isinstance(value, dict) else value
        return any(holds_symbolic(part, depth - 1) for part in parts)
    return False


def global_random_state() -> Iterator[Contents]:
    """Yield the generators of random numbers that every module shares."""
    for name, read in (("random", random.getstate), ("np.random", np.random.get_state)):
        yield Contents("random", name, lambda read=read: (_digest(read()),))  # type: ignore[misc]


def _array(array: Any) -> Items:
    if array.dtype.hasobject:
        return tuple(array.reshape(-1).tolist())
    return str(array.shape), array.dtype.str, zlib.crc32(np.ascontiguousarray(array).view(np.uint8).reshape(-1).data)


def _generator(value: Any) -> tuple[str, Callable[[], Items]] | None:
    cls = type(value)
    if issubclass(cls, np.random.Generator):
        return "random", lambda: (_digest(value.bit_generator.state),)
    if issubclass(cls, np.random.RandomState):
        return "random", lambda: (_digest(value.get_state()),)
    if issubclass(cls, random.Random):
        return "random", lambda: (_digest(value.getstate()),)
    return None


def _file(value: Any) -> tuple[str, Callable[[], Items]] | None:
    cls = type(value)
    if issubclass(cls, io.StringIO | io.BytesIO):
        return "mutated", lambda: (value.getvalue(),)
    if issubclass(cls, _FILES) and not value.closed and value.seekable():
        return "file", lambda: (_position(value),)
    return None


def _position(file: Any) -> int | None:
    try:
        return int(file.tell())
    except (OSError, ValueError):  # in the middle of an iteration over its lines, or closed by now
        return None


def _digest(state: object) -> str:
    """Return a short equivalent of the state of a generator, which is made of numbers, names and arrays."""
    with np.printoptions(threshold=np.iinfo(np.int64).max):
        return hashlib.sha256(repr(state).encode()).hexdigest()


def _is_same(before: Names, now: Names, name: str) -> bool:
    return name in before and name in now and _are_same(before[name], now[name])


def _are_same(before: Any, now: Any) -> bool:
    """Return whether nothing was changed: the same object, or an equal one of Python's own types."""
    if before is now:
        return True
    plain = (bool, int, float, complex, str, bytes)
    return type(before) is type(now) and type(now) in plain and bool(before == now)


def _is_new_state(value: Any) -> bool:
    """Return whether *value* is what a first trace is allowed to create and keep: a variable, a layer, an optimizer."""
    if isinstance(value, list | tuple):
        return bool(value) and all(map(_is_new_state, value))
    return any(_is_stateful(base) for base in type(value).__mro__)


def _is_stateful(cls: type) -> bool:
    root = cls.__module__.partition(".")[0]
    return (root in ("keras", "tensorflow") and cls.__name__ in _STATEFUL) or cls is tf.Module


_FILES = (io.TextIOWrapper, io.BufferedIOBase, io.RawIOBase)
_STATEFUL = frozenset(
    {"Variable", "Layer", "Optimizer", "BaseOptimizer", "Metric", "Loss", "SeedGenerator", "Generator"}
)
