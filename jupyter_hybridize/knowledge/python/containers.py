"""Lists, tuples, sets and deques: how they are made, and what their methods do."""

from __future__ import annotations

from dataclasses import replace

from jupyter_hybridize.domain.answer import Answer
from jupyter_hybridize.domain.effect import EffectKind
from jupyter_hybridize.domain.heap import HeapObject
from jupyter_hybridize.domain.value import (
    BOTTOM,
    NONE,
    TOP,
    AbstractValue,
    Container,
    Tensor,
    Tuple,
    Unknown,
    join_all,
    value,
)
from jupyter_hybridize.knowledge.host import Arguments, Call
from jupyter_hybridize.knowledge.overlay import Overlay
from jupyter_hybridize.knowledge.python.arguments import (
    BOOL,
    INT,
    container,
    happens,
    known,
    note_unknown,
    symbolic,
)

OVERLAY = Overlay()


def contents(call: Call) -> list[tuple[str, HeapObject]]:
    """Return the receivers of a method, each with what it holds."""
    return [(each.site, call.host.load(each.site)) for each in call.receiver.each(Container)]


def elements(call: Call) -> AbstractValue:
    """Return the join of the elements of a method's receivers."""
    return join_all(content.element for _, content in contents(call))


def same_type(call: Call) -> str:
    """Return the type of a method's receiver."""
    found = call.receiver.first(Container)
    return found.type if found else "list"


def update(call: Call, site: str, content: HeapObject) -> None:
    """Store what the receiver holds after a mutating method."""
    call.host.store(site, content, _owner(call.text), call.name)


def _owner(text: str) -> str:
    return text.rpartition(".")[0] or text


# how they are made


@OVERLAY.function("builtins.list")
def list_(call: Call) -> AbstractValue:
    """``list(xs)``."""
    if not call.arguments.every():
        return call.host.new_list(())
    source = call.argument(0)
    items = call.host.items(source)
    if items is not None:
        return call.host.new_list(items)
    return call.host.new_list(None, call.host.iterate(source))


@OVERLAY.function("builtins.tuple")
def tuple_(call: Call) -> AbstractValue:
    """``tuple(xs)``."""
    if not call.arguments.every():
        return value(Tuple(()))
    source = call.argument(0)
    items = call.host.items(source)
    return value(Tuple(items)) if items is not None else value(Tuple((), call.host.iterate(source)))


@OVERLAY.function("builtins.set", "builtins.frozenset")
def set_(call: Call) -> AbstractValue:
    """``set(xs)``: tensors are not hashable, in any mode."""
    name = call.name.rpartition(".")[2]
    if not call.arguments.every():
        return container(call, name, BOTTOM, ())
    element = call.host.iterate(call.argument(0))
    if element.has(Tensor):
        call.host.effect(EffectKind.RAISES, call.text, answer=Answer.UNKNOWN)
    return container(call, name, element)


@OVERLAY.function("collections.deque")
def deque(call: Call) -> AbstractValue:
    """``collections.deque(xs, maxlen)``."""
    source = call.argument(0, "iterable")
    limit = call.argument(1, "maxlen")
    element = BOTTOM if source.is_bottom else call.host.iterate(source)
    items = () if source.is_bottom and limit.is_bottom else None
    return container(call, "collections.deque", element, items)


# methods of lists and deques


@OVERLAY.method("builtins.list", "append")
@OVERLAY.method("collections.deque", "append")
def append(call: Call) -> AbstractValue:
    """``xs.append(x)``."""
    item = call.argument(0)
    for site, content in contents(call):
        items = content.items if same_type(call) == "list" else None
        added = content.with_element(item) if items is None else content.with_items((*items, item))
        update(call, site, added)
    return NONE


@OVERLAY.method("collections.deque", "appendleft", "insert")
@OVERLAY.method("builtins.list", "insert")
def insert(call: Call) -> AbstractValue:
    """``xs.insert(i, x)``: exact at the front only."""
    item = call.arguments.positional[-1] if call.arguments.positional else TOP
    at_front = known(call.arguments.positional[:1]) == [0] and call.name == "insert"
    for site, content in contents(call):
        if at_front and content.items is not None:
            update(call, site, content.with_items((item, *content.items)))
        else:
            update(call, site, content.with_element(item))
    return NONE


@OVERLAY.method("collections.deque", "extend", "extendleft")
@OVERLAY.method("builtins.list", "extend")
def extend(call: Call) -> AbstractValue:
    """``xs.extend(ys)``."""
    more = call.host.items(call.argument(0))
    element = BOTTOM if more is not None else call.host.iterate(call.argument(0))
    for site, content in contents(call):
        if more is not None and content.items is not None and call.name == "extend" and same_type(call) == "list":
            update(call, site, content.with_items((*content.items, *more)))
        else:
            update(call, site, content.with_element(element.join(join_all(more or ()))))
    return NONE


@OVERLAY.method("builtins.list", "pop")
def pop(call: Call) -> AbstractValue:
    """``xs.pop(i)``: exact for a constant index."""
    given = call.arguments.every()
    at = known(given) if given else [-1]
    result = BOTTOM
    for site, content in contents(call):
        items, index = content.items, at[0] if at else None
        if items is not None and isinstance(index, int) and -len(items) <= index < len(items):
            result = result.join(items[index])
            kept = list(items)
            del kept[index]
            update(call, site, content.with_items(tuple(kept)))
        else:
            result = result.join(content.element)
            update(call, site, replace(content, items=None))
    _needs_index(call)
    return result


def _needs_index(call: Call) -> None:
    for item in call.arguments.every():
        certainty = symbolic(call.host, item)
        if certainty is not Answer.NO:
            call.host.effect(EffectKind.NEEDS_VALUE, call.text, answer=~certainty, reason="index")


@OVERLAY.method("collections.deque", "pop", "popleft")
@OVERLAY.method("builtins.set", "pop")
def take_any(call: Call) -> AbstractValue:
    """Remove and return some element."""
    result = elements(call)
    for site, content in contents(call):
        update(call, site, replace(content, items=None))
    return result


@OVERLAY.method("collections.deque", "rotate", "reverse")
@OVERLAY.method("builtins.list", "reverse")
def reverse(call: Call) -> AbstractValue:
    """``xs.reverse()``."""
    for site, content in contents(call):
        reversible = content.items is not None and call.name == "reverse"
        update(call, site, content.with_items(tuple(reversed(content.items or ()))) if reversible else _loose(content))
    return NONE


def _loose(content: HeapObject) -> HeapObject:
    return replace(content, items=None)


@OVERLAY.method("builtins.list", "sort")
def sort(call: Call) -> AbstractValue:
    """``xs.sort(key=…)`` compares the elements, or what *key* makes of them."""
    for site, content in contents(call):
        compare(call, content.items, content.element, call.argument(None, "key"))
        update(call, site, _loose(content))
    return NONE


def compare(
    call: Call, items: tuple[AbstractValue, ...] | None, element: AbstractValue, key: AbstractValue = BOTTOM
) -> None:
    """Record that *call* compares elements with each other; a comparison of tensors must have a value."""
    if items is not None and len(items) < 2 and key.is_bottom:
        return
    keys = element
    if not key.is_bottom and known([key]) != [None]:
        keys = call.host.call(key, Arguments((element,)))
    certainty = symbolic(call.host, keys)
    compared = items if key.is_bottom and items is not None else (keys,)
    sure = items is not None and any(symbolic(call.host, item) is Answer.YES for item in compared)
    happens(call, EffectKind.NEEDS_VALUE, Answer.YES if sure else certainty & Answer.UNKNOWN, reason="comparison")
    note_unknown(call, keys)


@OVERLAY.method("collections.deque", "clear")
@OVERLAY.method("builtins.set", "clear")
@OVERLAY.method("builtins.list", "clear")
def clear(call: Call) -> AbstractValue:
    """``xs.clear()``."""
    for site, content in contents(call):
        emptied = content.multiple or same_type(call) != "list"
        update(call, site, _loose(content) if emptied else replace(content, items=(), element=BOTTOM))
    return NONE


@OVERLAY.method("collections.deque", "remove")
@OVERLAY.method("builtins.list", "remove")
def remove(call: Call) -> AbstractValue:
    """``xs.remove(x)`` compares *x* with the elements."""
    _compares_with(call, call.argument(0))
    for site, content in contents(call):
        update(call, site, _loose(content))
    return NONE


def _compares_with(call: Call, item: AbstractValue) -> None:
    if elements(call).has(Tensor, Unknown) or item.has(Tensor, Unknown):
        certainty = symbolic(call.host, item.join(elements(call)))
        if certainty is not Answer.NO:
            call.host.effect(EffectKind.NEEDS_VALUE, call.text, answer=Answer.UNKNOWN, reason="comparison")
    note_unknown(call, item)


@OVERLAY.method("collections.deque", "index", "count")
@OVERLAY.method("builtins.list", "index", "count")
@OVERLAY.method("builtins.tuple", "index", "count")
def index(call: Call) -> AbstractValue:
    """``xs.index(x)`` and ``xs.count(x)`` compare *x* with the elements."""
    _compares_with(call, call.argument(0))
    return INT


@OVERLAY.method("builtins.list", "copy")
def copy_list(call: Call) -> AbstractValue:
    """``xs.copy()``."""
    return join_all(call.host.new_list(content.items, content.element) for _, content in contents(call))


@OVERLAY.method("collections.deque", "copy")
@OVERLAY.method("builtins.set", "copy", "union", "intersection", "difference", "symmetric_difference")
@OVERLAY.method("builtins.frozenset", "copy", "union", "intersection", "difference", "symmetric_difference")
def combine(call: Call) -> AbstractValue:
    """A new set or deque of the elements of several."""
    others = join_all(call.host.iterate(other) for other in call.arguments.every())
    return container(call, same_type(call), elements(call).join(others))


# methods of sets


@OVERLAY.method("builtins.set", "add", "update", "discard", "remove")
@OVERLAY.method("builtins.set", "intersection_update", "difference_update", "symmetric_difference_update")
def change_set(call: Call) -> AbstractValue:
    """Methods that change a set."""
    given = call.arguments.every()
    added = BOTTOM
    if call.name == "add":
        added = join_all(given)
        if added.has(Tensor):
            call.host.effect(EffectKind.RAISES, call.text, answer=Answer.UNKNOWN)
    elif call.name not in ("discard", "remove"):
        added = join_all(call.host.iterate(item) for item in given)
    for site, content in contents(call):
        update(call, site, content.with_element(added))
    return NONE


@OVERLAY.method("builtins.set", "issubset", "issuperset", "isdisjoint")
@OVERLAY.method("builtins.frozenset", "issubset", "issuperset", "isdisjoint")
def compare_sets(call: Call) -> AbstractValue:
    """Predicates of sets."""
    for item in call.arguments.every():
        call.host.iterate(item)
    return BOOL


@OVERLAY.property("collections.deque", "maxlen")
def maxlen(call: Call) -> AbstractValue:
    """``deque.maxlen``."""
    return INT.join(NONE)


@OVERLAY.property("builtins.range", "start", "stop", "step")
def range_part(call: Call) -> AbstractValue:
    """``range.start`` and its kin."""
    return INT


@OVERLAY.property("builtins.slice", "start", "stop", "step")
def slice_part(call: Call) -> AbstractValue:
    """``slice.start`` and its kin."""
    place = ("start", "stop", "step").index(call.name)
    return join_all(each.items[place] for each in call.receiver.each(Tuple) if len(each.items) == 3)
