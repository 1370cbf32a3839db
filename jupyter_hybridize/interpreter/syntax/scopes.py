"""Which names of a function are its own, and what AutoGraph cannot convert in it."""

from __future__ import annotations

import ast
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from jupyter_hybridize.interpreter.syntax.nodes import children, per_node, walk

FunctionNode = ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda
_SCOPES = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda, ast.ClassDef)
_COMPREHENSIONS = (ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)
_BINDING: Final = frozenset(  # the classes of nodes that bind names or have names of their own, `Name` left out
    {*_COMPREHENSIONS, ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.Import, ast.ImportFrom}
    | {ast.ExceptHandler, ast.MatchAs, ast.MatchStar, ast.MatchMapping}
)
_SUSPECT: Final = frozenset(  # the classes of nodes that AutoGraph may not be able to convert
    {ast.NamedExpr, ast.Match, ast.For, ast.While, ast.AsyncFor, ast.Attribute, ast.AnnAssign, ast.Yield, ast.YieldFrom}
)


@dataclass(frozen=True, slots=True)
class ScopeInfo:
    """The names a function binds, and those it declares ``global`` or ``nonlocal``."""

    locals: frozenset[str]
    globals: frozenset[str]
    nonlocals: frozenset[str]
    is_generator: bool
    is_async: bool
    unconvertible: str  # why AutoGraph gives up on the whole function; "" if it does not


def parameter_names(args: ast.arguments) -> tuple[str, ...]:
    """Return the names of all parameters, in order of declaration."""
    plain = [*args.posonlyargs, *args.args]
    star = [args.vararg] if args.vararg else []
    last = [args.kwarg] if args.kwarg else []
    return tuple(a.arg for a in [*plain, *star, *args.kwonlyargs, *last])


@per_node
def own_nodes(node: ast.AST) -> tuple[ast.AST, ...]:
    """Return the nodes of a function's or class's own body: nested functions and classes are there, not entered."""
    found: list[ast.AST] = []
    stack = body_of(node)[::-1]
    while stack:
        current = stack.pop()
        found.append(current)
        inner = _outer_parts(current) if isinstance(current, _SCOPES) else children(current)
        stack += inner[::-1]
    return tuple(found)


def body_of(node: ast.AST) -> list[ast.AST]:
    """Return the nodes a function's (or module's, or class's) body consists of."""
    if isinstance(node, ast.Lambda):
        return [node.body]
    return list(getattr(node, "body", []))


def _outer_parts(node: ast.AST) -> list[ast.AST]:
    """Return the parts of a nested definition that are evaluated outside of it."""
    if isinstance(node, ast.ClassDef):
        return [*node.decorator_list, *node.bases, *(k.value for k in node.keywords)]
    if isinstance(node, ast.Lambda):
        return [*node.args.defaults, *(d for d in node.args.kw_defaults if d)]
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
        return [*node.decorator_list, *node.args.defaults, *(d for d in node.args.kw_defaults if d)]
    return []


def bound_names(nodes: Iterable[ast.AST]) -> frozenset[str]:
    """Return the names that *nodes* bind by assignment, import, definition, ``for``, ``with``, ``except``, ``del``."""
    names: set[str] = set()
    comprehension_targets: set[int] = set()
    for node in nodes:
        if type(node) is ast.Name:
            if type(node.ctx) is not ast.Load and id(node) not in comprehension_targets:
                names.add(node.id)
            continue
        if type(node) not in _BINDING:
            continue
        if isinstance(node, _COMPREHENSIONS):
            for generator in node.generators:
                comprehension_targets.update(id(n) for n in walk(generator.target))
        elif isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            names.add(node.name)
        elif isinstance(node, ast.Import | ast.ImportFrom):
            names.update((a.asname or a.name.partition(".")[0]) for a in node.names)
        elif isinstance(node, ast.ExceptHandler | ast.MatchAs | ast.MatchStar) and node.name:
            names.add(node.name)
        elif isinstance(node, ast.MatchMapping) and node.rest:
            names.add(node.rest)
    return frozenset(names)


def scope_info(node: FunctionNode) -> ScopeInfo:
    """Return what *node* binds and whether AutoGraph can convert it."""
    own = own_nodes(node)
    declared = [each for each in own if type(each) is ast.Global or type(each) is ast.Nonlocal]
    global_names = frozenset(n for s in declared if isinstance(s, ast.Global) for n in s.names)
    nonlocal_names = frozenset(n for s in declared if isinstance(s, ast.Nonlocal) for n in s.names)
    bound = bound_names(own) | set(parameter_names(node.args))
    is_generator = not {ast.Yield, ast.YieldFrom}.isdisjoint(map(type, own))
    is_async = isinstance(node, ast.AsyncFunctionDef)
    return ScopeInfo(
        bound - global_names - nonlocal_names,
        global_names,
        nonlocal_names,
        is_generator,
        is_async,
        _unconvertible(node),
    )


def _unconvertible(node: FunctionNode) -> str:
    """Return the syntax that makes AutoGraph run the whole function as plain Python.

    Each was run on TensorFlow 2.21: walrus, ``match`` on anything but a literal, loop ``else``, private names, an inner
    generator, a bare annotation, ``async``.
    """
    if isinstance(node, ast.AsyncFunctionDef):
        return "async def"
    for part in walk(node):
        if type(part) not in _SUSPECT:
            continue
        if isinstance(part, ast.NamedExpr):
            return "an assignment expression (:=)"
        if isinstance(part, ast.Match) and not isinstance(part.subject, ast.Constant):
            return "a match statement"
        if isinstance(part, ast.For | ast.While | ast.AsyncFor) and part.orelse:
            return "a loop with else"
        if isinstance(part, ast.Attribute) and part.attr.startswith("__") and not part.attr.endswith("__"):
            return f"the private name {part.attr}"
        if isinstance(part, ast.AnnAssign) and part.value is None:
            return "a bare annotation"
        if isinstance(part, ast.Yield | ast.YieldFrom):
            return "a generator"
    return ""
