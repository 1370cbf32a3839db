"""What functions had taken over from outside when they were first verified: a graph made then would keep that."""

from __future__ import annotations

import types
import weakref
from collections.abc import Callable

from jupyter_hybridize.runtime.measurement.variants import python_function
from jupyter_hybridize.runtime.verification.refusal import Refusal
from jupyter_hybridize.runtime.watching.live_captures import Capture, Change, Marks, captures_of, changes

_KEPT = "and a graph made then keeps the old one"


class Moments:
    """The first moment of each function object seen; it keeps nothing of the user's alive."""

    def __init__(self) -> None:
        self._first: dict[tuple[int, int], tuple[weakref.ref[types.FunctionType], tuple[Capture, ...]]] = {}

    def begin(self, function: Callable[..., object]) -> Callable[[], None]:
        """Look at what *function* takes over now; return what is to be called when it has run.

        That remembers what its own calls did not change, unless an earlier moment of it is known.
        """
        definition, instance = _definition(function)
        if definition is None or self._known(definition, instance) is not None:
            return lambda: None
        captures = captures_of(definition, instance)

        def has_run() -> None:
            its_own = {id(change.capture) for change in changes(captures, Marks())}
            kept = tuple(capture for capture in captures if id(capture) not in its_own)
            self._first = {key: held for key, held in self._first.items() if held[0]() is not None}
            self._first[id(definition), id(instance)] = weakref.ref(definition), kept

        return has_run

    def refusal(self, function: Callable[..., object]) -> Refusal | None:
        """Return the refusal of a function of which something is not what it was when it was noted first."""
        definition, instance = _definition(function)
        captures = None if definition is None else self._known(definition, instance)
        change = next(changes(captures or (), Marks()), None)
        return None if change is None or definition is None else _refusal(change, definition.__name__)

    def _known(self, function: types.FunctionType, instance: object) -> tuple[Capture, ...] | None:
        held = self._first.get((id(function), id(instance)))
        return held[1] if held is not None and held[0]() is function else None


def _definition(function: Callable[..., object]) -> tuple[types.FunctionType | None, object]:
    function = python_function(function)
    if isinstance(function, types.MethodType):
        definition, instance = function.__func__, function.__self__
        return (definition, instance) if isinstance(definition, types.FunctionType) else (None, None)
    return (function, None) if isinstance(function, types.FunctionType) else (None, None)


def _refusal(change: Change, name: str) -> Refusal:
    path, reader = change.capture.read, change.capture.reader.name
    by = "" if reader.rpartition(".")[2] == name else f", which `{reader}` reads,"
    reason = f"`{path}`{by} was {change.change} since `{name}` was first verified, {_KEPT}"
    return Refusal("HYB303", reason, f"Pass it as an argument, or run the cell that defines `{name}` again.")
