"""Heap objects: what stands in the store under an allocation site."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from jupyter_hybridize.domain.value import BOTTOM, AbstractValue, Constant, join_all

EMPTY: Mapping[str, AbstractValue] = MappingProxyType({})
_MOST_ITEMS = 64


@dataclass(frozen=True, slots=True)
class HeapObject:
    """The contents of one allocation site.

    ``attributes`` are those of an instance, class or module. A list has ``items`` while its elements are known one by
    one, and always ``element``, their join. A dict has ``entries`` while its keys are known constants, ``key`` and
    ``element`` for the rest. ``multiple`` says that the site stands for several live objects (only weak updates).
    ``is_open`` says that there may be attributes or elements nobody has seen.
    """

    attributes: Mapping[str, AbstractValue] = field(default_factory=lambda: EMPTY)
    items: tuple[AbstractValue, ...] | None = None
    entries: Mapping[Constant, AbstractValue] | None = None
    key: AbstractValue = BOTTOM
    element: AbstractValue = BOTTOM
    multiple: bool = False
    is_open: bool = False

    def with_attribute(self, name: str, item: AbstractValue) -> HeapObject:
        """Return the object after ``object.name = item`` (weak if the site is multiple)."""
        if self.multiple and name in self.attributes:
            item = self.attributes[name].join(item)
        own = AbstractValue(item.atoms, item.origins)  # another object tells that it was set, by a branch say
        return replace(self, attributes={**self.attributes, name: own})

    def with_items(self, items: tuple[AbstractValue, ...]) -> HeapObject:
        """Return the object with exactly these list elements."""
        if self.multiple or len(items) > _MOST_ITEMS:
            return replace(self, items=None, element=self.element.join(join_all(items)))
        return replace(self, items=items, element=join_all(items))

    def with_entry(self, key: Constant, item: AbstractValue) -> HeapObject:
        """Return the dict after ``object[key] = item`` for a constant *key*."""
        if self.entries is None or self.multiple or len(self.entries) >= _MOST_ITEMS:
            return replace(self, entries=None, element=self.element.join(item))
        entries = {**self.entries, key: AbstractValue(item.atoms, item.origins)}  # as for an attribute
        return replace(self, entries=entries, element=join_all(entries.values()))

    def with_element(self, item: AbstractValue) -> HeapObject:
        """Return the object after an element that may be anywhere was set or added."""
        return replace(self, items=None, entries=None, element=self.element.join(item))

    def single(self) -> HeapObject:
        """Return the object as one that stands alone at its site."""
        return HeapObject(self.attributes, self.items, self.entries, self.key, self.element, False, self.is_open)

    def several(self) -> HeapObject:
        """Return the object as one of several at its site."""
        return HeapObject(self.attributes, self.items, self.entries, self.key, self.element, True, self.is_open)

    def parts(self) -> tuple[AbstractValue, ...]:
        """Return every value the object holds."""
        return (*self.attributes.values(), *(self.entries or {}).values(), self.element, self.key)

    def join(self, other: HeapObject) -> HeapObject:
        """Return what is true of both."""
        if self is other:
            return self
        return HeapObject(
            _join_attributes(self.attributes, other.attributes),
            _join_items(self.items, other.items),
            _join_entries(self.entries, other.entries),
            self.key if self.key is other.key else self.key.join(other.key),
            self.element if self.element is other.element else self.element.join(other.element),
            self.multiple or other.multiple,
            self.is_open or other.is_open,
        )


Items = tuple[AbstractValue, ...] | None
Entries = Mapping[Constant, AbstractValue] | None


def _join_attributes(
    left: Mapping[str, AbstractValue], right: Mapping[str, AbstractValue]
) -> Mapping[str, AbstractValue]:
    if not left and not right:
        return EMPTY
    return {name: left.get(name, BOTTOM).join(right.get(name, BOTTOM)) for name in sorted(left.keys() | right.keys())}


def _join_items(left: Items, right: Items) -> Items:
    if left is None or right is None or len(left) != len(right):
        return None
    return tuple(a.join(b) for a, b in zip(left, right, strict=True))


def _join_entries(left: Entries, right: Entries) -> Entries:
    if left is None or right is None or left.keys() != right.keys():
        return None
    return {key: left[key].join(right[key]) for key in left}
