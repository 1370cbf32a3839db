"""The ``tf.function`` objects of a namespace, and the Python functions inside them."""

from __future__ import annotations

import functools
import inspect
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import CodeType, FunctionType, MethodType
from typing import Any, cast

from jupyter_hybridize.runtime.state import raw_access
from jupyter_hybridize.runtime.state.raw_access import class_module, is_kind

MISSING = object()


@dataclass(frozen=True, slots=True)
class Definition:
    """What a ``tf.function`` object was made of; lives no longer than the caller's use of it."""

    name: str  # qualified, without <locals>
    function: FunctionType | None  # None: made of an object that is no Python function
    instance: object | None  # of a bound method

    @property
    def code(self) -> CodeType | None:
        """Return the code that identifies the definition: a second run of its cell makes another one."""
        return None if self.function is None else self.function.__code__


def is_hybrid(value: object) -> bool:
    """Return whether *value* is a ``tf.function`` object."""
    from tensorflow.python.eager.polymorphic_function.polymorphic_function import Function

    return issubclass(type(value), Function)


def definition_of(hybrid: Any) -> Definition:
    """Return the definition inside a ``tf.function`` object, other decorators of TensorFlow's taken off."""
    from tensorflow.python.util import tf_decorator

    target = tf_decorator.unwrap(hybrid.python_function)[1]
    while isinstance(target, functools.partial):
        target = target.func
    instance = None
    if type(target) is MethodType:
        holder = target.__self__
        instance = getattr(holder, "target", holder) if type(holder).__name__ == "TfMethodTarget" else holder
        target = target.__func__
    if type(target) is not FunctionType:
        return Definition(type(target).__name__, None, None)
    return Definition(target.__qualname__.replace("<locals>.", ""), target, instance)


def hybrid_functions(namespace: Mapping[str, object]) -> Iterator[tuple[str, Any]]:
    """Yield the ``tf.function`` objects that *namespace* or one of its classes binds, with their dotted names.

    Runs none of the user's code. A method that was used on an instance is found as the ``tf.function`` object that
    TensorFlow made for that instance, under the name of its class.
    """
    home = namespace.get("__name__")
    for name, value in list(namespace.items()):
        if is_hybrid(value):
            yield name, value
        elif is_kind(value, type) and class_module(cast(type, value)) == home:  # as is_kind has found
            for attribute, member in list(raw_access.namespace(cast(type, value)).items()):
                if is_hybrid(member):
                    yield from _of_instances(f"{name}.{attribute}", member)


def _of_instances(name: str, member: Any) -> Iterator[tuple[str, Any]]:
    yield name, member
    for bound in list(getattr(member, "_descriptor_cache", {}).values()):
        yield name, bound


def qualified_name(namespace: Mapping[str, object], dotted: str) -> str:
    """Return the name of the definition that *dotted* (``step``, ``trainer.step``, ``Trainer.step``) means.

    Runs none of the user's code. A name that is missing, or that is no hybrid function, is a ValueError.
    """
    root, *attributes = dotted.strip().split(".")
    value = namespace.get(root, MISSING)
    for attribute in attributes:
        if value is not MISSING:
            value = inspect.getattr_static(value, attribute, MISSING)
    if value is MISSING:
        raise ValueError(f"there is no `{dotted}` in this notebook")
    if not is_hybrid(value):
        raise ValueError(f"`{dotted}` has no @tf.function, so it has no traces to watch")
    return definition_of(value).name
