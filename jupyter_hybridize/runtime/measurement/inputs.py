"""A call as the notebook writes it, evaluated once: the function and its arguments."""

from __future__ import annotations

import ast
import inspect
from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np
import tensorflow as tf

from jupyter_hybridize.runtime.measurement.one_line import one_line

_COLLECTOR = "__hybridize_collect__"
_LONGEST = 60


class InputError(ValueError):
    """The arguments of a call cannot be had; the message is one line for the user."""


@dataclass(frozen=True, slots=True)
class Call:
    """A function, and the arguments of one call of it."""

    function: Callable[..., object]
    args: tuple[object, ...]
    kwargs: Mapping[str, object]
    name: str  # qualified, without <locals>: "Model.step"


def arguments_of(call: str, namespace: Mapping[str, object]) -> Call:
    """Return the function and the arguments of *call*, each of its expressions evaluated once in *namespace*.

    The call itself is not made, and *namespace* is left as it is, unless the arguments' own expressions change it.

    Raises:
        InputError: *call* is not one call, or evaluating a part of it raises.
    """
    outer = _single_call(call)
    collected: list[Call] = []

    def collect(function: object, *args: object, **kwargs: object) -> None:
        collected.append(Call(_callable(function, ast.unparse(outer.func)), args, kwargs, ""))

    collecting = ast.Call(ast.Name(_COLLECTOR, ast.Load()), [outer.func, *outer.args], outer.keywords)
    code = compile(ast.fix_missing_locations(ast.Expression(collecting)), "<call>", "eval")
    try:
        eval(code, {**namespace, _COLLECTOR: collect})
    except InputError:
        raise
    except Exception as error:
        raise InputError(f"`{_shortened(call)}` cannot be evaluated: {one_line(error)}") from error
    (found,) = collected
    return Call(found.function, found.args, found.kwargs, _name(found.function, ast.unparse(outer.func)))


def descriptions(
    function: Callable[..., object], args: tuple[object, ...], kwargs: Mapping[str, object]
) -> tuple[str, ...]:
    """Return the arguments' names and types: ``x: float32[32,10]``, never a value."""
    try:
        bound = inspect.signature(function).bind(*args, **kwargs).arguments
    except (TypeError, ValueError):  # written in C, or it will raise when it is called
        bound = {**{f"argument {number}": value for number, value in enumerate(args, 1)}, **kwargs}
    return tuple(f"{name}: {_description(value)}" for name, value in bound.items())


def _description(value: object) -> str:
    if isinstance(value, tf.Tensor | tf.Variable):
        dims = "?" if value.shape.rank is None else ",".join(map(str, value.shape))
        return f"{value.dtype.name}[{dims}]"
    if isinstance(value, np.ndarray | np.generic):
        return f"{value.dtype}[{','.join(map(str, value.shape))}]"
    return type(value).__name__


def _single_call(text: str) -> ast.Call:
    try:
        tree = ast.parse(text.strip())
    except SyntaxError as error:
        raise InputError(f"`{_shortened(text)}` is not Python: {error.msg}") from error
    if len(tree.body) != 1:
        raise InputError("one call is wanted, as in `train_step(x, y)`")
    statement = tree.body[0]
    if isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Call):
        return statement.value
    raise InputError(f"`{_shortened(text)}` is not a call; write one as in `train_step(x, y)`")


def _callable(value: object, text: str) -> Callable[..., object]:
    if isinstance(value, type):
        raise InputError(f"`{text}` is a class, not a function")
    if inspect.iscoroutinefunction(value):
        raise InputError(f"`{text}` is a coroutine, which cannot be a graph")
    if not callable(value):
        raise InputError(f"`{text}` is not a function")
    return value


def _name(function: Callable[..., object], text: str) -> str:
    """Return the function's qualified name, and the text it is called by where it has none (a model)."""
    plain = getattr(function, "python_function", function)
    name = getattr(plain, "__qualname__", None)
    return name.replace("<locals>.", "") if isinstance(name, str) and "<lambda>" not in name else text


def _shortened(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= _LONGEST else flat[: _LONGEST - 1] + "…"
