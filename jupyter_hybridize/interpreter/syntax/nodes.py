"""The nodes of a syntax tree, and what is worked out about a node once, however often it is run."""

from __future__ import annotations

import ast
from collections.abc import Callable
from operator import attrgetter
from typing import Any, Final, TypeVar  # a writer takes the nodes of one class

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
    kept = node.__dict__
    for name in _FIELDS[type(node)]:
        held = kept[name] if name in kept else getattr(node, name, None)
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
    """Return *node* as `ast.unparse` writes it; what most texts are made of without that slow general way."""
    write = _WRITERS.get(type(node))
    return ast.unparse(node) if write is None else write(node)


def _constant(node: ast.Constant) -> str:
    return repr(node.value) if type(node.value) in _PLAIN and node.kind is None else ast.unparse(node)


def _attribute(node: ast.Attribute) -> str:
    return f"{unparsed(node.value)}.{node.attr}" if type(node.value) in _CHAINED else ast.unparse(node)


def _subscript(node: ast.Subscript) -> str:
    is_simple = type(node.value) in _CHAINED and type(node.slice) in _SINGLE
    return f"{unparsed(node.value)}[{unparsed(node.slice)}]" if is_simple else ast.unparse(node)


def _call(node: ast.Call) -> str:
    is_simple = type(node.func) in _CHAINED and not any(type(each) is ast.Starred for each in node.args)
    if not is_simple or any(each.arg is None for each in node.keywords):
        return ast.unparse(node)
    named = [f"{each.arg}={unparsed(each.value)}" for each in node.keywords]
    return f"{unparsed(node.func)}({', '.join([*map(unparsed, node.args), *named])})"


def _binary(node: ast.BinOp) -> str:
    sign = _SIGNS.get(type(node.op))
    if sign is None or type(node.left) not in _SINGLE or type(node.right) not in _SINGLE:
        return ast.unparse(node)
    return f"{unparsed(node.left)} {sign} {unparsed(node.right)}"


_PLAIN: Final = frozenset({int, str, bool, type(None)})
_CHAINED: Final = frozenset({ast.Name, ast.Attribute, ast.Subscript, ast.Call})  # never stand in parentheses
_SINGLE: Final = _CHAINED | {ast.Constant}
_SIGNS: Final = {ast.Add: "+", ast.Sub: "-", ast.Mult: "*", ast.Div: "/", ast.MatMult: "@"}
_WRITERS: Final[dict[type, Callable[[Any], str]]] = {
    ast.Name: attrgetter("id"),
    ast.Constant: _constant,
    ast.Attribute: _attribute,
    ast.Subscript: _subscript,
    ast.Call: _call,
    ast.BinOp: _binary,
}


@per_node
def text_of(node: ast.AST) -> str:
    """Return *node* as the user wrote it, cut to a readable length."""
    text = unparsed(node)
    return text if len(text) <= _LONGEST_TEXT else text[: _LONGEST_TEXT - 3] + "…"
