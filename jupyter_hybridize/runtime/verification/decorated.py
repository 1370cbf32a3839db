"""A function as it would be with ``@tf.function`` on its definition, without changing the definition."""

from __future__ import annotations

import contextlib
import functools
import inspect
import types
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import tensorflow as tf

from jupyter_hybridize.runtime.measurement.variants import python_function
from jupyter_hybridize.source.identity import definition_digest

_DEEPEST = 8
_LIBRARIES = ("tensorflow.", "keras.", "builtins")


@dataclass(slots=True)
class Decorated:
    """What to call instead, and the ``tf.function`` behind it."""

    call: Callable[..., object]
    hybrid: Any

    @property
    def traces(self) -> int:
        """Return how often it was traced."""
        of_instances = getattr(self.hybrid, "_descriptor_cache", {}).values()
        return sum(int(each.experimental_get_tracing_count()) for each in (self.hybrid, *of_instances))


def eager_form(function: Callable[..., object]) -> Callable[..., object]:
    """Return *function* without a ``tf.function`` around it."""
    return python_function(function)


@contextlib.contextmanager
def decorated(function: Callable[..., object], digest: str = "") -> Iterator[Decorated]:
    """Decorate the definition whose text has *digest*, or else the function itself, for as long as the block runs.

    Under other decorators the definition is found by its digest, and exchanged in the closure of what wraps it, as
    ``@tf.function`` directly above the ``def`` would do. A method is decorated as a class's attribute is.

    Raises:
        TypeError: what cannot be decorated, such as a method of a class whose objects cannot be referred to weakly.
    """
    function = eager_form(function)
    holder = None if _is_definition(function, digest) else _holder(function, digest)
    if holder is None:
        yield _directly(function)
        return
    owner, name = holder
    inner = _content(owner) if isinstance(owner, types.CellType) else inspect.getattr_static(owner, name)
    hybrid = tf.function(getattr(inner, "__func__", inner))
    setattr(owner, name, type(inner)(hybrid) if isinstance(inner, classmethod | staticmethod) else hybrid)
    try:
        yield Decorated(function, hybrid)
    finally:
        setattr(owner, name, inner)


def _directly(function: Callable[..., object]) -> Decorated:
    match function:
        case types.MethodType() if isinstance(function.__self__, type):
            hybrid = tf.function(function.__func__)
            return Decorated(classmethod(hybrid).__get__(None, function.__self__), hybrid)
        case types.MethodType():
            bound = tf.function(function.__func__).__get__(function.__self__, type(function.__self__))
            return Decorated(bound, bound)
        case functools.partial():
            inner = _directly(function.func)
            return Decorated(functools.partial(inner.call, *function.args, **function.keywords), inner.hybrid)
        case types.FunctionType() | types.BuiltinFunctionType():
            hybrid = tf.function(function)
            return Decorated(hybrid, hybrid)
        case _ if (method := _call_method(function)) is not None:
            return _directly(types.MethodType(method, function))
        case _:
            hybrid = tf.function(function)
            return Decorated(hybrid, hybrid)


def _call_method(function: object) -> types.FunctionType | None:
    method = inspect.getattr_static(type(function), "__call__", None)
    return method if isinstance(method, types.FunctionType) else None


def _is_definition(function: object, digest: str) -> bool:
    if isinstance(function, types.MethodType):
        function = function.__func__
    return not digest or digest_of(function) == digest


def digest_of(function: object) -> str | None:
    """Return the digest of a function's definition, without its decorators; None if its text cannot be found."""
    if not isinstance(function, types.FunctionType):
        return None
    try:
        lines, _ = inspect.getsourcelines(function.__code__)
    except (OSError, TypeError):
        return None
    start = next((n for n, line in enumerate(lines) if line.lstrip().startswith(("def ", "async def "))), None)
    return None if start is None else definition_digest("".join(lines[start:]))


def _holder(function: object, digest: str) -> tuple[object, str] | None:
    """Return the object and its attribute that hold the definition with *digest*: a closure's cell, or a class."""
    cell = _closure_cell(function, digest, _DEEPEST)
    if cell is not None:
        return cell, "cell_contents"
    if isinstance(function, types.FunctionType | types.MethodType | functools.partial):
        return None
    owners = [function, *(owner for owner in type(function).__mro__ if not owner.__module__.startswith(_LIBRARIES))]
    members = ((o, name, member) for o in owners for name, member in list(getattr(o, "__dict__", {}).items()))
    return next(((o, n) for o, n, member in members if digest_of(getattr(member, "__func__", member)) == digest), None)


def _closure_cell(function: object, digest: str, depth: int) -> types.CellType | None:
    """Return the cell in which a wrapper keeps the definition with *digest*."""
    function = getattr(function, "__func__", function)
    if not isinstance(function, types.FunctionType):
        return None
    for cell in function.__closure__ or ():
        content = _content(cell)
        if digest_of(content) == digest:
            return cell
        found = _closure_cell(content, digest, depth - 1) if depth else None
        if found is not None:
            return found
    wrapped = getattr(function, "__wrapped__", None)
    return _closure_cell(wrapped, digest, depth - 1) if depth else None


def _content(cell: types.CellType) -> Any:
    try:
        return cell.cell_contents
    except ValueError:  # not filled yet
        return None
