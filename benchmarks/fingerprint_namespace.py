"""Everything a namespace holds, as digests by path: written apart from what it is to check."""

from __future__ import annotations

import functools
import hashlib
import random
import types
from collections.abc import Iterator, Mapping
from typing import Any

_SKIPPED = (types.ModuleType, types.BuiltinFunctionType, types.CodeType, types.FrameType)
_MOST = 50_000


def fingerprint(roots: Mapping[str, object]) -> dict[str, str]:
    """Return the digest of every value that can be reached from *roots*, by its path; and of the random streams."""
    import numpy as np
    from tensorflow.python.eager import context

    found = {"random": _hash(repr(random.getstate())), "numpy.random": _hash(repr(np.random.get_state()))}
    rng = getattr(context.context(), "_rng", None)
    found["tensorflow"] = _hash(repr((rng and rng.getstate(), context.context()._seed)))
    seen: dict[int, object] = {}
    stack: list[tuple[str, object]] = [(name, value) for name, value in roots.items()]
    while stack and len(found) < _MOST:
        path, item = stack.pop()
        if isinstance(item, _SKIPPED):
            continue
        leaf = _leaf(item)
        if leaf is not None:
            found[path] = leaf
            continue
        if id(item) in seen:
            continue
        seen[id(item)] = item
        found[path] = type(item).__name__
        children = list(_children(item))
        found[f"{path}#"] = _hash(repr([name for name, _ in children]))
        stack += [(f"{path}{name}", child) for name, child in children]
    return found


def _hash(text: str | bytes) -> str:
    return hashlib.sha256(text if isinstance(text, bytes) else text.encode()).hexdigest()[:12]


def _leaf(item: Any) -> str | None:
    import numpy as np
    import tensorflow as tf

    if item is None or isinstance(item, bool | int | float | complex | str | bytes | tf.DType | tf.TensorShape):
        return _hash(f"{type(item).__name__} {item!r}")
    if isinstance(item, tf.Variable | tf.Tensor) or "KerasVariable" in [c.__name__ for c in type(item).__mro__]:
        try:
            value = np.asarray(item.numpy())
        except Exception as error:
            return f"{type(item).__name__} without a value: {type(error).__name__}"
        return _hash(
            f"{value.dtype} {value.shape}".encode()
            + (repr(value.tolist()) if value.dtype == object else "").encode()
            + (b"" if value.dtype == object else value.tobytes())
        )
    if isinstance(item, np.ndarray | np.generic):
        return _hash(f"{item.dtype} {item.shape} {item.tolist()!r}")
    if isinstance(item, type) and item.__module__.partition(".")[0] in ("builtins", "tensorflow", "keras", "numpy"):
        return item.__name__
    return None


def _children(item: Any) -> Iterator[tuple[str, object]]:
    if isinstance(item, types.FunctionType):
        yield "()", _hash(item.__code__.co_code)
        for name, cell in zip(item.__code__.co_freevars, item.__closure__ or (), strict=False):
            try:
                yield f".<{name}>", cell.cell_contents
            except ValueError:
                yield f".<{name}>", "empty"
        yield ".__defaults__", item.__defaults__
        yield ".__dict__", dict(item.__dict__)
        return
    if hasattr(type(item), "experimental_get_tracing_count"):
        yield ".traces", item.experimental_get_tracing_count()
        yield ".python_function", item.python_function
        return
    if isinstance(item, types.MethodType):
        yield ".__self__", item.__self__
        return
    if isinstance(item, functools.partial):
        yield ".partial", (item.func, item.args, item.keywords)
        return
    if hasattr(type(item), "cache_info") or type(item).__name__ == "_lru_cache_wrapper":
        yield ".cache_info", tuple(item.cache_info())
        return
    if isinstance(item, dict):
        yield from (
            (f"[{key!r:.60}]" if isinstance(key, str | int | float) else f"[#{n}]", value)
            for n, (key, value) in enumerate(list(item.items()))
            if not _is_ours(key)
        )
        return
    if isinstance(item, list | tuple):
        yield from ((f"[{n}]", value) for n, value in enumerate(item))
    elif isinstance(item, set | frozenset):
        yield (
            "{}",
            sorted(repr(value) if isinstance(value, str | int | float) else type(value).__name__ for value in item),
        )
    state = getattr(item, "__dict__", None)
    if isinstance(state, dict | types.MappingProxyType) and type(item).__module__.partition(".")[0] != "numpy":
        yield from ((f".{name}", value) for name, value in list(state.items()) if not _is_noise(name))
    if hasattr(item, "bit_generator"):
        yield ".state", repr(item.bit_generator.state)


def _is_ours(key: object) -> bool:
    return isinstance(key, str) and (key.startswith("__hybridize") or key == "__builtins__")


def _is_noise(name: str) -> bool:
    return name in (
        "__annotations__",
        "__dict__",
        "__weakref__",
        "__doc__",
        "__module__",
        "__qualname__",
        "_abc_impl",
    ) or name.startswith("_self_")
