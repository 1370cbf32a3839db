"""Displays: tuples, lists, sets and dicts written out, and the arguments of a call."""

from __future__ import annotations

import ast

from jupyter_hybridize.domain.value import (
    ANY,
    BOTTOM,
    TOP,
    AbstractValue,
    Constant,
    Container,
    Tensor,
    join_all,
    tuple_of,
)
from jupyter_hybridize.interpreter.host import InterpreterHost
from jupyter_hybridize.interpreter.language.iteration import iterate
from jupyter_hybridize.interpreter.machine import Machine
from jupyter_hybridize.knowledge.host import Arguments
from jupyter_hybridize.knowledge.tensorflow.staged import note_hash

Entries = dict[Constant, AbstractValue]


def tuple_(m: Machine, node: ast.Tuple) -> AbstractValue:
    """``(a, *b)``."""
    items, rest = _elements(m, node.elts)
    origins = frozenset().union(*(i.origins for i in items), frozenset() if rest is None else rest.origins)
    return tuple_of(*items, rest=rest).with_origins(origins)


def _elements(m: Machine, nodes: list[ast.expr]) -> tuple[list[AbstractValue], AbstractValue | None]:
    """Return the elements of a display; what follows a star of unknown length is joined into the second."""
    from jupyter_hybridize.interpreter.language.expressions import evaluate

    items: list[AbstractValue] = []
    rest: AbstractValue | None = None
    for node in nodes:
        if type(node) is ast.Starred:
            starred = evaluate(m, node.value)
            known = InterpreterHost(m).items(starred)
            if known is None or rest is not None:
                with m.at(node):
                    rest = iterate(m, starred, by_python=True).join(rest or BOTTOM)
            else:
                if starred.has(Tensor):
                    iterate(m, starred, by_python=True)
                items.extend(known)
        elif rest is None:
            items.append(evaluate(m, node))
        else:
            rest = rest.join(evaluate(m, node))
    return items, rest


def list_(m: Machine, node: ast.List) -> AbstractValue:
    """``[a, *b]``."""
    items, rest = _elements(m, node.elts)
    host = InterpreterHost(m)
    made = host.new_list(items) if rest is None else host.new_list(None, join_all(items).join(rest))
    return made.with_origins(frozenset().union(*(i.origins for i in items)))


def set_(m: Machine, node: ast.Set) -> AbstractValue:
    """``{a, *b}``."""
    items, rest = _elements(m, node.elts)
    host, element = InterpreterHost(m), join_all(items).join(rest or BOTTOM)
    note_hash(host, element, "set")
    made = host.new_object("set")
    _fill(m, made, element)
    return made


def _fill(m: Machine, made: AbstractValue, element: AbstractValue) -> None:
    for container in made.each(Container):
        host = InterpreterHost(m)
        host.store(container.site, host.load(container.site).with_element(element), "set", "new")


def dict_(m: Machine, node: ast.Dict) -> AbstractValue:
    """``{k: v, **d}``."""
    from jupyter_hybridize.interpreter.language.expressions import evaluate

    host = InterpreterHost(m)
    entries: Entries | None = {}
    keys, total = BOTTOM, BOTTOM
    for key_node, value_node in zip(node.keys, node.values, strict=True):
        item = evaluate(m, value_node)
        if key_node is None:
            entries, key, item = _unpacked(m, item, entries)
        else:
            key = evaluate(m, key_node)
            known = key.constant()
            if entries is not None and (known is not ANY):
                entries[known] = item
            else:
                entries = None
        keys, total = keys.join(key), total.join(item)
    note_hash(host, keys, "dict")
    return host.new_dict(entries, keys, total)


def _unpacked(
    m: Machine, item: AbstractValue, entries: Entries | None
) -> tuple[Entries | None, AbstractValue, AbstractValue]:
    atom = item.only()
    content = InterpreterHost(m).load(atom.site) if isinstance(atom, Container) else None
    if content is None:
        return None, TOP, TOP
    if content.entries is not None and entries is not None:
        return {**entries, **content.entries}, content.key, join_all(content.entries.values())
    return None, content.key, content.element.join(join_all((content.entries or {}).values()))


def arguments(m: Machine, node: ast.Call) -> Arguments:
    """Return the arguments of a call, in the order Python evaluates them."""
    from jupyter_hybridize.interpreter.language.expressions import evaluate

    positional, star = _elements(m, node.args)
    keywords: dict[str, AbstractValue] = {}
    double = BOTTOM
    for keyword in node.keywords:
        item = evaluate(m, keyword.value)
        if keyword.arg is not None:
            keywords[keyword.arg] = item
            continue
        entries, _, total = _unpacked(m, item, {})
        if entries is None or not all(isinstance(key, str) for key in entries):
            double = double.join(total)
        else:
            keywords.update({str(key): each for key, each in entries.items()})
    return Arguments(tuple(positional), keywords, star or BOTTOM, double)
