"""How overlays write down many functions at once: what they return, and what they do besides."""

from __future__ import annotations

from collections.abc import Callable

from jupyter_hybridize.domain.effect import EffectKind
from jupyter_hybridize.domain.value import NONE, AbstractValue, Class, Function, Hybrid, Instance, Method, Partial
from jupyter_hybridize.knowledge.host import Call
from jupyter_hybridize.knowledge.overlay import Overlay, Transfer
from jupyter_hybridize.knowledge.python.arguments import happens, holds_symbolic, perform_io, unknown_call

Result = AbstractValue | Callable[[Call], AbstractValue]
_CALLABLES = (Function, Class, Method, Partial, Hybrid)


def given(result: Result, call: Call) -> AbstractValue:
    """Return *result*, made for this call if it must be."""
    return result if isinstance(result, AbstractValue) else result(call)


def an(cls: str) -> Callable[[Call], AbstractValue]:
    """Return what makes an object of library class *cls*."""
    return lambda call: call.host.new_object(cls)


def a_list_of(element: AbstractValue) -> Callable[[Call], AbstractValue]:
    """Return what makes a list of any number of *element*."""
    return lambda call: call.host.new_list(None, element)


def a_dict_of(key: AbstractValue, element: AbstractValue) -> Callable[[Call], AbstractValue]:
    """Return what makes a dict of any number of entries."""
    return lambda call: call.host.new_dict(None, key, element)


def an_iterator_of(element: AbstractValue) -> Callable[[Call], AbstractValue]:
    """Return what makes an iterator."""
    return lambda call: call.host.new_iterator(element)


def pure(result: Result) -> Transfer:
    """Return the transfer function of a function that returns *result* and does nothing else.

    It wants values: a symbolic tensor among its arguments makes it raise. One that is given a function may call it.
    """

    def transfer(call: Call) -> AbstractValue:
        for item in call.arguments.every():
            happens(call, EffectKind.NEEDS_VALUE, holds_symbolic(call.host, item), reason="library")
            if item.has(*_CALLABLES):
                return unknown_call(call, "callback")
        return given(result, call)

    return transfer


def harmless(result: Result) -> Transfer:
    """Return the transfer function of a function that does not look at its arguments' values."""
    return lambda call: given(result, call)


def performing(reason: str, result: Result = NONE) -> Transfer:
    """Return the transfer function of a function that does something outside the program."""

    def transfer(call: Call) -> AbstractValue:
        perform_io(call, reason)
        return given(result, call)

    return transfer


def drawing(reason: str, result: Result) -> Transfer:
    """Return the transfer function of a function that reads the clock or draws a random number."""

    def transfer(call: Call) -> AbstractValue:
        call.host.effect(EffectKind.READS_CLOCK_OR_RNG, call.text, reason=reason)
        return given(result, call)

    return transfer


def unseen(reason: str) -> Transfer:
    """Return the transfer function of a function nobody sees into."""
    return lambda call: unknown_call(call, reason)


def receiver(call: Call) -> AbstractValue:
    """Return the object whose method is called."""
    return call.receiver


def changes_itself(call: Call) -> AbstractValue:
    """Change the object whose method is called, and return None."""
    for each in call.receiver.each(Instance):
        call.host.store(each.site, call.host.load(each.site), call.text.rpartition(".")[0] or call.text, call.name)
    return NONE


def opens(overlay: Overlay, *classes: str) -> None:
    """Register *classes* as context managers that return themselves."""
    for cls in classes:
        overlay.method(cls, "__enter__")(receiver)
        overlay.method(cls, "__exit__")(lambda _call: NONE)


def register(overlay: Overlay, transfer: Transfer, names: str, *, prefix: str = "") -> None:
    """Register *transfer* for functions *names*, given as words of one text, each after *prefix*."""
    overlay.function(*(prefix + name for name in names.split()))(transfer)


def register_methods(overlay: Overlay, cls: str, transfer: Transfer, names: str) -> None:
    """Register *transfer* for methods *names* of *cls*, given as words of one text."""
    overlay.method(cls, *names.split())(transfer)


def register_properties(overlay: Overlay, cls: str, result: Result, names: str) -> None:
    """Register attributes *names* of *cls*, given as words of one text."""
    overlay.property(cls, *names.split())(lambda call: given(result, call))
