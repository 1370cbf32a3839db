"""Nested structures as ``tf.nest`` walks them: lists, tuples, namedtuples and dicts of leaves."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import Final

from jupyter_hybridize.domain.value import (
    BOTTOM,
    NONE,
    TOP,
    UNKNOWN_ATOM,
    AbstractValue,
    Atom,
    Container,
    Tuple,
    constant,
    join_all,
    scalar,
    value,
)
from jupyter_hybridize.knowledge.host import Arguments, Call, Host, Mode
from jupyter_hybridize.knowledge.overlay import Overlay

OVERLAY: Final = Overlay()
Leaf = Callable[[Atom], AbstractValue]
_DEEPEST: Final = 16  # a list may hold itself
_MOST_PARTS: Final = 10_000


def map_structure(host: Host, leaf: Leaf, item: AbstractValue, depth: int = _DEEPEST) -> AbstractValue:
    """Return *item* with every leaf atom replaced by what *leaf* makes of it, structures rebuilt as they are."""
    if not depth or (depth == _DEEPEST and has_too_much(host, item)):
        return leaf(UNKNOWN_ATOM).with_origins(item.origins)
    return join_all(_mapped(host, leaf, atom, depth - 1) for atom in item.ordered()).with_origins(item.origins)


def _mapped(host: Host, leaf: Leaf, atom: Atom, depth: int) -> AbstractValue:
    match atom:
        case Tuple(name=name) if name not in ("tf.TensorShape", "slice"):
            items = tuple(map_structure(host, leaf, each, depth) for each in atom.items)
            rest = None if atom.rest is None else map_structure(host, leaf, atom.rest, depth)
            return value(replace(atom, items=items, rest=rest))
        case Container(type="list", site=site):
            held = host.load(site)
            if held.items is not None and not held.is_open:
                return host.new_list([map_structure(host, leaf, each, depth) for each in held.items])
            return host.new_list(None, map_structure(host, leaf, TOP if held.is_open else held.element, depth))
        case Container(type="dict" | "collections.OrderedDict" | "collections.defaultdict", site=site):
            held = host.load(site)
            if held.entries is not None and not held.is_open:
                return host.new_dict(
                    {key: map_structure(host, leaf, each, depth) for key, each in held.entries.items()}
                )
            return host.new_dict(
                None, held.key, map_structure(host, leaf, TOP if held.is_open else held.element, depth)
            )
    return leaf(atom)


def has_too_much(host: Host, item: AbstractValue) -> bool:
    """Return whether more stands in *item* than can be looked at one by one: `x = [x, x]` doubles it."""
    left = [(item, _DEEPEST)]
    for _ in range(_MOST_PARTS):
        if not left:
            return False
        part, depth = left.pop()
        if depth:
            left += [(each, depth - 1) for atom in part.atoms for each in _parts(host, atom)]
    return True


def _parts(host: Host, atom: Atom) -> Iterable[AbstractValue]:
    if isinstance(atom, Tuple):
        return atom.items if atom.rest is None else (*atom.items, atom.rest)
    if not isinstance(atom, Container):
        return ()
    held = host.load(atom.site)
    return (*(held.items or ()), *(held.entries or {}).values()) or (held.element,)


def holds_itself(
    host: Host, item: AbstractValue, within: frozenset[str] = frozenset(), done: set[str] | None = None
) -> bool:
    """Return whether a list, or one within it, is one of its own elements, at whatever depth; those *done* do not."""
    done = set() if done is None else done
    for atom in item.atoms:
        if isinstance(atom, Tuple) and any(holds_itself(host, each, within, done) for each in atom.items):
            return True
        if isinstance(atom, Container) and atom.type == "list" and atom.site not in done:
            inside = within | {atom.site}
            if atom.site in within or holds_itself(host, host.load(atom.site).element, inside, done):
                return True
            done.add(atom.site)
    return False


def leaves(host: Host, item: AbstractValue) -> Iterator[AbstractValue] | None:
    """Return the leaves of *item* in the order of ``tf.nest.flatten``, None where they are not all known."""
    found = None if has_too_much(host, item) else _flat(host, item)
    return None if found is None else iter(found)


def _flat(host: Host, item: AbstractValue, depth: int = _DEEPEST) -> list[AbstractValue] | None:
    if not depth:
        return None
    atom = item.only()
    match atom:
        case Tuple(name=name) if name not in ("tf.TensorShape", "slice"):
            return None if atom.rest is not None else _flat_all(host, atom.items, depth)
        case Container(type="list", site=site):
            held = host.load(site)
            return None if held.items is None or held.is_open else _flat_all(host, held.items, depth)
        case Container(type="dict", site=site):
            held = host.load(site)
            if held.entries is None or held.is_open:
                return None
            keys = sorted(held.entries, key=str)
            return _flat_all(host, tuple(held.entries[key] for key in keys), depth)
    if atom is None and item.has(Tuple, Container):
        return None
    return [item]


def _flat_all(host: Host, items: tuple[AbstractValue, ...], depth: int) -> list[AbstractValue] | None:
    found: list[AbstractValue] = []
    for each in items:
        inner = _flat(host, each, depth - 1)
        if inner is None:
            return None
        found += inner
    return found


def every_leaf(host: Host, item: AbstractValue) -> AbstractValue:
    """Return the join of all leaves of *item*."""
    gathered: list[AbstractValue] = []

    def keep(atom: Atom) -> AbstractValue:
        gathered.append(value(atom))
        return BOTTOM

    map_structure(host, keep, item)
    return join_all(gathered)


def callback_mode(host: Host) -> Mode:
    """Return how a function runs that library code calls: AutoGraph converts the call, but not the function called.

    Seen on 2.21 for ``tf.cond``, ``tf.while_loop``, ``tf.scan``, ``tf.nest.map_structure``, ``tf.recompute_grad`` …;
    ``tf.map_fn``, ``Strategy.run`` and ``Dataset.map`` convert it.
    """
    return Mode.UNCONVERTED if host.mode.is_traced else Mode.EAGER


@OVERLAY.function("tensorflow.nest.flatten", "keras.tree.flatten")
def _flatten(call: Call) -> AbstractValue:
    structure = call.argument(0, "structure")
    found = leaves(call.host, structure)
    if found is not None:
        return call.host.new_list(list(found))
    return call.host.new_list(None, every_leaf(call.host, structure))


@OVERLAY.function("tensorflow.nest.map_structure", "keras.tree.map_structure")
def _map_structure(call: Call) -> AbstractValue:
    function, structures = call.argument(0, "func"), call.arguments.positional[1:]
    mode = callback_mode(call.host)
    if len(structures) == 1 and call.arguments.star.is_bottom:

        def leaf(atom: Atom) -> AbstractValue:
            return call.host.call(function, Arguments((value(atom).with_origins(structures[0].origins),)), mode)

        return map_structure(call.host, leaf, structures[0])
    return _map_several(call, function, structures, mode)


def _map_several(
    call: Call, function: AbstractValue, structures: tuple[AbstractValue, ...], mode: Mode
) -> AbstractValue:
    flat = [_flat(call.host, each) for each in structures]
    first = structures[0] if structures else TOP
    if not structures or any(each is None for each in flat) or not call.arguments.star.is_bottom:
        parts = tuple(every_leaf(call.host, each) for each in structures)
        result = call.host.call(function, Arguments(parts, star=call.arguments.star), mode)
        return map_structure(call.host, lambda _: result, first)
    rows = zip(*(each for each in flat if each is not None), strict=False)
    results = iter([call.host.call(function, Arguments(row), mode) for row in rows])
    return map_structure(call.host, lambda _: next(results, TOP), first)


@OVERLAY.function("tensorflow.nest.pack_sequence_as", "keras.tree.pack_sequence_as")
def _pack(call: Call) -> AbstractValue:
    structure, flat = call.argument(0, "structure"), call.host.items(call.argument(1, "flat_sequence"))
    shape = _flat(call.host, structure)
    if flat is None or shape is None or len(flat) != len(shape) or any(len(each.atoms) != 1 for each in shape):
        element = TOP if flat is None else join_all(flat)
        return map_structure(call.host, lambda _: element, structure)
    ordered = iter(flat)
    return map_structure(call.host, lambda _: next(ordered, TOP), structure)


@OVERLAY.function("tensorflow.nest.assert_same_structure", "keras.tree.assert_same_structure")
def _assert_same(call: Call) -> AbstractValue:
    return NONE


@OVERLAY.function("tensorflow.nest.is_nested", "keras.tree.is_nested")
def _is_nested(call: Call) -> AbstractValue:
    kinds = {isinstance(atom, Tuple | Container) for atom in call.argument(0, "structure").atoms}
    return constant(kinds.pop()) if len(kinds) == 1 and not call.argument(0, "structure").is_unknown else scalar("bool")
