"""What a command is about: a name or a call, looked up in the running kernel."""

from __future__ import annotations

import ast
import builtins
import inspect
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import FunctionType

from jupyter_hybridize.surfaces.commands import CommandError

MAKERS = ("__init__", "__new__")  # there is no object before these
_LONGEST = 60


@dataclass(frozen=True, slots=True)
class Target:
    """A function of the kernel, and how the user spoke of it."""

    path: str  # "model.step"
    call: str  # "model.step(x, y)", or "" where a name was given
    function: Callable[..., object]
    names: tuple[str, ...]  # the qualified names its definition may have: "Trainer.step", or "Model.call" for an object

    @property
    def name(self) -> str:
        """Return the qualified name, as the report has it."""
        return self.names[0]


def find_target(text: str, namespace: Mapping[str, object]) -> Target:
    """Return what *text*, a name or a call, means in *namespace*; raise :class:`CommandError` if it means nothing."""
    node = _expression(text)
    call = ast.unparse(node) if isinstance(node, ast.Call) else ""
    path = node.func if isinstance(node, ast.Call) else _of_object(node, namespace)
    value = _value(path, namespace, text)
    shown = ast.unparse(path)
    if isinstance(value, type):
        raise CommandError(f"`{shown}` is a class; name one of its methods, as in {shown}.call")
    if not callable(value):
        raise CommandError(f"`{shown}` is not a function")
    return Target(shown, call, value, names_of(value))


def _expression(text: str) -> ast.expr:
    try:
        tree = ast.parse(text.strip(), mode="eval")
    except (SyntaxError, ValueError):
        hint = "; options stand before the call" if " --" in text else ""
        raise CommandError(f"`{_shortened(text)}` is neither a name nor a call{hint}") from None
    return tree.body


def _of_object(node: ast.expr, namespace: Mapping[str, object]) -> ast.expr:
    """Return ``model.step`` for ``Model.step``, as reports name it, where the kernel has a ``model`` of that class."""
    if not isinstance(node, ast.Attribute) or not isinstance(node.value, ast.Name):
        return node
    owner, name = namespace.get(node.value.id), node.attr
    if not isinstance(owner, type) or name in MAKERS:
        return node
    method = inspect.getattr_static(owner, name, None)
    if type(method) is not FunctionType and not hasattr(type(method), "python_function"):
        return node  # it takes no object
    objects = (each for each, value in namespace.items() if not each.startswith("_") and owner in type(value).__mro__)
    own = [each for each in objects if inspect.getattr_static(namespace[each], name, None) is method]
    if not own:
        raise CommandError(
            f"`{ast.unparse(node)}` is a method, and no variable holds such an object; make one, and name its method"
        )
    return ast.Attribute(ast.Name(own[-1], ast.Load()), name, ast.Load())


def _value(node: ast.expr, namespace: Mapping[str, object], text: str) -> object:
    """Return what a dotted name stands for; nothing else of the user's is evaluated."""
    if isinstance(node, ast.Name):
        if node.id not in namespace:
            raise CommandError(_unknown(node.id))
        return namespace[node.id]
    if isinstance(node, ast.Attribute):
        owner = _value(node.value, namespace, text)
        try:
            found: object = getattr(owner, node.attr)
        except AttributeError:
            raise CommandError(f"`{ast.unparse(node.value)}` has no `{node.attr}`") from None
        except Exception as error:  # a property of the user's may raise anything
            raise CommandError(f"`{ast.unparse(node)}`: {type(error).__name__}") from None
        return found
    raise CommandError(f"`{_shortened(text)}` is neither a name nor a call of a name")


def _unknown(name: str) -> str:
    if hasattr(builtins, name):
        return f"`{name}` is a function of Python's; name one of this notebook"
    return f"`{name}` is not defined in this kernel; run its cell first"


def names_of(function: object) -> tuple[str, ...]:
    """Return the qualified names that the definition of *function* may have, without ``<locals>``."""
    plain = getattr(function, "python_function", function)
    plain = inspect.unwrap(plain) if callable(plain) else plain
    name = getattr(plain, "__qualname__", None)
    if isinstance(name, str):
        return (name.replace("<locals>.", ""),)
    owners = [each.__qualname__.replace("<locals>.", "") for each in type(plain).__mro__[:-1]]
    return tuple(f"{owner}.{method}" for owner in owners for method in ("call", "__call__"))


def function_names(namespace: Mapping[str, object]) -> tuple[str, ...]:
    """Return the names of the functions that a user of *namespace* may mean, for completion."""
    own = ((name, value) for name, value in namespace.items() if not name.startswith("_"))
    return tuple(sorted(name for name, value in own if _is_function(value)))


def _is_function(value: object) -> bool:
    kind = type(value)
    return inspect.isfunction(value) or any(each.__name__ == "Function" for each in kind.__mro__)


def _shortened(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= _LONGEST else f"{flat[: _LONGEST - 1]}…"
