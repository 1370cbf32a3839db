"""Builtins that reduce or order what they iterate: ``sorted``, ``sum``, ``max``, ``any`` and so on."""

from __future__ import annotations

from collections.abc import Sequence

from jupyter_hybridize.domain.answer import Answer
from jupyter_hybridize.domain.effect import EffectKind
from jupyter_hybridize.domain.value import (
    AbstractValue,
    Form,
    Tensor,
    constant,
    join_all,
    value,
)
from jupyter_hybridize.knowledge.host import Arguments, Call, Mode
from jupyter_hybridize.knowledge.iteration import is_filled
from jupyter_hybridize.knowledge.operators import binary
from jupyter_hybridize.knowledge.overlay import Overlay
from jupyter_hybridize.knowledge.python.arguments import (
    BOOL,
    atoms,
    dunder,
    happens,
    has_special,
    known,
    note_unknown,
    symbolic,
)
from jupyter_hybridize.knowledge.python.containers import compare
from jupyter_hybridize.knowledge.python.iteration import only_datasets
from jupyter_hybridize.knowledge.tensorflow import staged

OVERLAY = Overlay()
_SORTED = (Form.DENSE, Form.VARIABLE)  # what AutoGraph sorts as a tensor
_ROUNDS = 3  # after which a reduction of unknown length has met every type it can meet


@OVERLAY.function("builtins.sorted")
def sorted_(call: Call) -> AbstractValue:
    """``sorted``: under AutoGraph a tensor is sorted as one; tensors in a list must be compared by value."""
    source = call.argument(0)
    key = call.argument(None, "key")
    tensors = [atom for atom in source.each(Tensor) if call.host.mode is Mode.CONVERTED and atom.form in _SORTED]
    for _atom in tensors:
        call.host.tensor_op("Sort")
    rest = AbstractValue(source.atoms.difference(tensors), source.origins)
    if rest.is_bottom:
        return _dense(tensors)
    element = call.host.iterate(rest)
    compare(call, call.host.items(rest), element, key)
    items = call.host.items(rest)
    made = call.host.new_list(items if items is not None and len(items) < 2 else None, element)
    return made.join(_dense(tensors)) if tensors else made


def _dense(tensors: Sequence[Tensor]) -> AbstractValue:
    return value(*(Tensor(atom.dtype, atom.shape, staged=True) for atom in tensors))


@OVERLAY.function("builtins.min", "builtins.max")
def extreme(call: Call) -> AbstractValue:
    """``min`` and ``max`` compare by value, which symbolic tensors have not."""
    given = call.arguments.positional
    key, default = call.argument(None, "key"), call.argument(None, "default")
    if len(given) == 1 and call.arguments.star.is_bottom:
        items, element = call.host.items(given[0]), call.host.iterate(given[0])
    else:
        items, element = given, join_all(given)
        items = items if call.arguments.star.is_bottom else None
        element = element.join(call.arguments.star)
    if key.is_bottom and default.is_bottom and items:
        exact = _extreme_constant(call.name, items)
        if exact is not None:
            return exact
    compare(call, items, element, key)
    return element.join(default)


def _extreme_constant(name: str, items: Sequence[AbstractValue]) -> AbstractValue | None:
    found = known(items)
    numbers = [each for each in found or () if isinstance(each, int | float)]
    if not numbers or len(numbers) != len(items):
        return None
    return constant(max(numbers) if name.endswith("max") else min(numbers))


@OVERLAY.function("builtins.any", "builtins.all")
def quantifier(call: Call) -> AbstractValue:
    """``any`` and ``all`` ask each element for its truth."""
    source = call.argument(0)
    if call.host.mode is Mode.CONVERTED and only_datasets(source):
        return staged.number("bool")
    items = call.host.items(source)
    element = call.host.iterate(source)
    found = None if items is None else known(items)
    if found is not None:
        return constant(any(found) if call.name.endswith("any") else all(found))
    certainty = symbolic(call.host, element)
    asked = symbolic(call.host, items[0]) if items else certainty if is_filled(call.host, source) else Answer.UNKNOWN
    sure = asked is Answer.YES
    happens(call, EffectKind.NEEDS_VALUE, certainty if sure else certainty & Answer.UNKNOWN, reason="truth")
    _ask_truth(call, element)
    return BOOL


def _ask_truth(call: Call, element: AbstractValue) -> None:
    note_unknown(call, element)
    for atom in atoms(element):
        if has_special(call, atom, "__bool__"):
            dunder(call, atom, "__bool__")


@OVERLAY.function("builtins.sum")
def sum_(call: Call) -> AbstractValue:
    """``sum`` adds as ``+`` does, from 0 on."""
    source, start = call.argument(0, "iterable"), call.argument(1, "start")
    items = call.host.items(source)
    element = call.host.iterate(source)
    found = known(items) if items is not None and start.is_bottom else None
    numbers = [each for each in found or () if isinstance(each, int | float)]
    if found is not None and len(numbers) == len(found):
        return constant(sum(numbers))
    first = constant(0) if start.is_bottom else start
    if items is not None and not items:
        return first
    return added(call, items, element, first)


def added(
    call: Call, items: Sequence[AbstractValue] | None, element: AbstractValue, first: AbstractValue
) -> AbstractValue:
    """Return ``first + item + …``."""
    total = first
    if items is not None:
        for item in items:
            total = binary(call.host, "+", total, item, call.text)
        return total
    for _round in range(_ROUNDS):
        total = total.join(binary(call.host, "+", total, element, call.text))
    return total


@OVERLAY.function("functools.reduce")
def reduce(call: Call) -> AbstractValue:
    """``functools.reduce(f, xs)`` calls *f* with the result so far and the next element."""
    function, source, first = call.argument(0), call.argument(1), call.argument(2)
    items = call.host.items(source)
    if items is not None and (items or not first.is_bottom):
        total, rest = (items[0], items[1:]) if first.is_bottom else (first, items)
        for item in rest:
            total = call.host.call(function, Arguments((total, item)))
        return total
    element = call.host.iterate(source)
    total = element if first.is_bottom else first
    for _round in range(_ROUNDS):
        total = total.join(call.host.call(function, Arguments((total, element))))
    return total
