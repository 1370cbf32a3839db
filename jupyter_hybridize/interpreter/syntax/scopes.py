"""Which names of a function are its own, and what AutoGraph cannot convert in it."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass

FunctionNode = ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda
_SCOPES = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda, ast.ClassDef)
_COMPREHENSIONS = (ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)


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


def own_nodes(node: ast.AST) -> Iterator[ast.AST]:
    """Yield the nodes of a function's or class's own body: nested functions and classes are yielded, not entered."""
    stack: list[ast.AST] = list(reversed(body_of(node)))
    while stack:
        current = stack.pop()
        yield current
        if isinstance(current, _SCOPES):
            stack.extend(reversed(_outer_parts(current)))
        else:
            stack.extend(reversed(list(ast.iter_child_nodes(current))))


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


def bound_names(nodes: Iterator[ast.AST]) -> frozenset[str]:
    """Return the names that *nodes* bind by assignment, import, definition, ``for``, ``with``, ``except``, ``del``."""
    names: set[str] = set()
    comprehension_targets: set[int] = set()
    for node in nodes:
        if isinstance(node, _COMPREHENSIONS):
            for generator in node.generators:
                comprehension_targets.update(id(n) for n in ast.walk(generator.target))
        if isinstance(node, ast.Name) and not isinstance(node.ctx, ast.Load) and id(node) not in comprehension_targets:
            names.add(node.id)
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
    own = list(own_nodes(node))
    global_names = frozenset(n for s in own if isinstance(s, ast.Global) for n in s.names)
    nonlocal_names = frozenset(n for s in own if isinstance(s, ast.Nonlocal) for n in s.names)
    bound = bound_names(iter(own)) | set(parameter_names(node.args))
    is_generator = any(isinstance(s, ast.Yield | ast.YieldFrom) for s in own)
    is_async = isinstance(node, ast.AsyncFunctionDef)
    return ScopeInfo(
        bound - global_names - nonlocal_names,
        global_names,
        nonlocal_names,
        is_generator,
        is_async,
        _unconvertible(node, own),
    )


def _unconvertible(node: FunctionNode, own: list[ast.AST]) -> str:
    """Return the syntax that makes AutoGraph run the whole function as plain Python.

    Each was run on TensorFlow 2.21: walrus, ``match`` on anything but a literal, loop ``else``, private names, an inner
    generator, a bare annotation, ``async``.
    """
    if isinstance(node, ast.AsyncFunctionDef):
        return "async def"
    for part in ast.walk(node):
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
