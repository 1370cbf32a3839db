"""The Python constants within the arguments of a call: TensorFlow compares those of two calls with ``==``."""

from __future__ import annotations

from collections.abc import Iterator

from jupyter_hybridize.domain.value import AbstractValue, Container, Instance, Scalar, Tuple, constant
from jupyter_hybridize.interpreter.calling.arguments import Bound
from jupyter_hybridize.interpreter.machine import Machine

Leaves = tuple[tuple[str, AbstractValue], ...]
ORDER = " in order"  # after the place of a dict: its keys, in the order they were set
_DEPTH = 4


def leaves_of(m: Machine, bound: Bound) -> Leaves:
    """Return the constants that stand in tuples, lists, dicts and frozen dataclasses, by their place."""
    return tuple(leaf for name, item in bound for leaf in _within(m, name, item, _DEPTH))


def _within(m: Machine, place: str, item: AbstractValue, depth: int) -> Iterator[tuple[str, AbstractValue]]:
    for inner, part in _parts(m, place, item):
        if part.has(Scalar, Instance):
            yield inner, part
        if depth:
            yield from _within(m, inner, part, depth - 1)


def _parts(m: Machine, place: str, item: AbstractValue) -> Iterator[tuple[str, AbstractValue]]:
    for each in item.each(Tuple):
        parts = each.items if each.rest is None else (*each.items, each.rest)
        yield from ((f"{place}[{index}]", part) for index, part in enumerate(parts))
    for held in item.each(Container):
        content = m.live.load(held.site)
        if content is not None and len(content.entries or ()) > 1:
            yield f"{place}{ORDER}", constant(", ".join(map(str, content.entries or ())))
        if content is not None and content.entries is not None:
            yield from ((f"{place}[{key!r}]", part) for key, part in content.entries.items())
        elif content is not None and content.items is not None:
            yield from ((f"{place}[{index}]", part) for index, part in enumerate(content.items))
        elif content is not None:
            yield f"{place}[…]", content.element
    for instance in item.each(Instance):
        marks, content = m.live.load(instance.cls), m.live.load(instance.site)
        if marks is not None and content is not None and "__dataclass_frozen__" in marks.attributes:
            yield from ((f"{place}.{name}", part) for name, part in content.attributes.items())
