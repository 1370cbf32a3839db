"""The nodes of a syntax tree, and what is worked out about a node once, however often it is run."""

from __future__ import annotations

import ast
from collections.abc import Callable
from typing import Final, TypeVar

N = TypeVar("N", bound=ast.AST)
R = TypeVar("R")

_TEXTS: Final = frozenset(  # fields that hold no node, or only one that tells how its parent is meant
    {"ctx", "op", "ops", "id", "name", "attr", "arg", "level", "module", "asname", "conversion", "kind", "rest"}
)
_LONGEST_TEXT: Final = 60


class _Fields(dict[type[ast.AST], tuple[str, ...]]):
    """The names of the fields of each class of nodes that may hold other nodes, in the order of the source."""

    def __missing__(self, kind: type[ast.AST]) -> tuple[str, ...]:
        fields = () if kind is ast.Constant else tuple(f for f in kind._fields if f not in _TEXTS)
        self[kind] = fields
        return fields


_FIELDS: Final = _Fields()


def per_node(compute: Callable[[N], R]) -> Callable[[N], R]:
    """Let *compute*, which may look at nothing but the tree, run once for each node; the node keeps the answer."""
    name = f"hybridize_{compute.__name__}"

    def known(node: N) -> R:
        kept = node.__dict__
        if name not in kept:
            kept[name] = compute(node)
        found: R = kept[name]
        return found

    return known


def children(node: ast.AST) -> list[ast.AST]:
    """Return the nodes right under *node*, operators and contexts left out."""
    found: list[ast.AST] = []
    for name in _FIELDS[type(node)]:
        held = getattr(node, name, None)
        if type(held) is list:
            found += [each for each in held if isinstance(each, ast.AST)]
        elif isinstance(held, ast.AST):
            found.append(held)
    return found


def walk(node: ast.AST) -> list[ast.AST]:
    """Return *node* and all under it, outer ones first, operators and contexts left out."""
    found = [node]
    for each in found:  # which grows meanwhile
        found += children(each)
    return found


@per_node
def unparsed(node: ast.AST) -> str:
    """Return *node* as the user wrote it; dotted names, which most texts are, without the slow general way."""
    if type(node) is ast.Name:
        return node.id
    if type(node) is ast.Attribute and type(node.value) in (ast.Name, ast.Attribute):
        return f"{unparsed(node.value)}.{node.attr}"
    return ast.unparse(node)


@per_node
def text_of(node: ast.AST) -> str:
    """Return *node* as the user wrote it, cut to a readable length."""
    text = unparsed(node)
    return text if len(text) <= _LONGEST_TEXT else text[: _LONGEST_TEXT - 3] + "…"
