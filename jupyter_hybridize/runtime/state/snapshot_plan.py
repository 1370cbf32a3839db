"""Decides what is kept of each object in reach, within a limit of memory."""

from __future__ import annotations

import collections
import os
from collections.abc import Callable, Iterator
from typing import Any  # objects of every type are kept

import numpy as np

from jupyter_hybridize.runtime.state.kinds import Kind, Kinds, is_output_stream
from jupyter_hybridize.runtime.state.raw_access import attributes, is_kind
from jupyter_hybridize.runtime.state.reach import Reach, Reached
from jupyter_hybridize.runtime.state.snapshot import (
    AttributesSnapshot,
    CacheSnapshot,
    CellSnapshot,
    ClassSnapshot,
    DictSnapshot,
    NamesSnapshot,
    SlotsSnapshot,
    Snapshot,
    is_filled,
)
from jupyter_hybridize.runtime.state.snapshot_contents import (
    ArraySnapshot,
    BytesSnapshot,
    DequeSnapshot,
    ListSnapshot,
    NumpySnapshot,
    SetSnapshot,
)
from jupyter_hybridize.runtime.state.snapshot_random import RandomSnapshot
from jupyter_hybridize.runtime.state.snapshot_tensorflow import TableSnapshot, VariableSnapshot, is_eager_variable
from jupyter_hybridize.runtime.state.unrestorable import Unrestorable, reshuffles, seeded_random_ops

MOST_BYTES = 4 << 30

_FACTORIES: dict[Kind, Callable[[str, Any], Snapshot]] = {
    Kind.LIST: ListSnapshot,
    Kind.SET: SetSnapshot,
    Kind.DEQUE: DequeSnapshot,
    Kind.BYTES: BytesSnapshot,
    Kind.ARRAY: ArraySnapshot,
    Kind.NDARRAY: NumpySnapshot,
    Kind.CELL: CellSnapshot,
    Kind.CLASS: ClassSnapshot,
    Kind.CACHE: CacheSnapshot,
    Kind.RANDOM: RandomSnapshot,
    Kind.VARIABLE: VariableSnapshot,
    Kind.TABLE: TableSnapshot,
}
_SILENT_INSIDE_LIBRARIES = ("a lock that is held stays held", "its state is out of sight", "a thread goes on by itself")


class Plan:
    """What can be kept of a reach, and what cannot."""

    def __init__(self, reach: Reach, most_bytes: int | None = None) -> None:
        self._reach = reach
        budget = min(MOST_BYTES, _free_bytes() // 2) if most_bytes is None else most_bytes
        self._too_big = set(_beyond(reach.objects, budget))

    def unrestorable(self) -> Iterator[Unrestorable]:
        """Yield each thing that a trial may leave changed, once."""
        found = dict.fromkeys(self._reach.effects)
        for item in self._reach.objects:
            reason = self._reason(item) if item.is_near else ""
            if reason:
                found[Unrestorable(f"`{self._reach.users_name(item)}`", reason)] = None
        if not self._reach.is_complete:
            found[Unrestorable("the state", "more objects can be reached than are kept")] = None
        yield from found

    def keep(self) -> Iterator[tuple[Reached, Snapshot]]:
        """Yield a snapshot of everything else."""
        for item in self._reach.objects:
            factory = _FACTORIES.get(item.kind)
            if factory is not None and self._is_kept(item):
                yield item, factory(item.path, item.value)
            yield from ((item, each) for each in self._parts(item))
        for found, names in self._reach.written_names.values():
            item = Reached("global variables", found, Kinds().facts(found), None, None, True, True)
            yield item, NamesSnapshot("global variables", found, names)

    def _parts(self, item: Reached) -> Iterator[Snapshot]:
        value = item.value
        if item.kind is Kind.DICT:
            ordered = is_kind(value, collections.OrderedDict)
            yield DictSnapshot(item.path, value, collections.OrderedDict if ordered else dict)
        if item.kind is Kind.MODULE:
            if item.is_users and self._reach.written_attributes:
                yield NamesSnapshot(item.path, vars(value), self._reach.written_attributes)
            return
        if item.kind in (Kind.CLASS, Kind.CONCRETE, Kind.REFUSED):
            return
        found = item.facts.layout.attributes(value)
        if found is not None:
            yield AttributesSnapshot(item.path, value, item.facts.layout)
        if item.facts.layout.slots:
            yield SlotsSnapshot(item.path, value, item.facts.layout)

    def _is_kept(self, item: Reached) -> bool:
        if id(item.value) in self._too_big or (item.kind is Kind.CLASS and not item.is_users):
            return False
        return item.kind is not Kind.VARIABLE or is_eager_variable(item.value)

    def _reason(self, item: Reached) -> str:
        value = item.value
        if id(value) in self._too_big:
            return f"its {_size(item) / 1e9:.1f} GB are more than is copied"
        if item.kind in (Kind.REFUSED, Kind.OPAQUE) and not is_output_stream(value):
            reason = item.facts.reason
            return "" if reason in _SILENT_INSIDE_LIBRARIES and self._reach.is_internal(item) else reason
        if item.kind is Kind.CACHE and is_filled(value):
            return "what its cache takes up in a trial stays there"
        if item.kind is Kind.DATASET and reshuffles(value):
            return "a seeded dataset is shuffled anew by each iteration"
        if item.kind is Kind.CONCRETE and seeded_random_ops(value.graph):
            return "a graph traced before draws from a seeded stream of its own"
        if item.kind is Kind.VARIABLE and not is_eager_variable(value):
            return "a variable of a graph cannot be read outside of it"
        return ""


def _beyond(objects: list[Reached], budget: int) -> Iterator[int]:
    for item in objects:
        size = _size(item)
        if size > budget:
            yield id(item.value)
        else:
            budget -= size


def _size(item: Reached) -> int:
    if item.kind is Kind.NDARRAY:
        return int(np.ndarray.nbytes.__get__(item.value))
    if item.kind is Kind.VARIABLE:
        found: Any = attributes(item.value) or {}
        shape, dtype = found.get("_shape"), found.get("_dtype")
        count = shape.num_elements() if shape is not None else None
        return int(count or 0) * int(getattr(dtype, "size", 0) or 0)
    return 0


def _free_bytes() -> int:
    try:
        return os.sysconf("SC_AVPHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
    except (AttributeError, ValueError, OSError):  # not on this system
        return 2 * MOST_BYTES
