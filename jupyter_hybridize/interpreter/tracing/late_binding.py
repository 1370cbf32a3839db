"""Lambdas and generators that outlive the round or branch that made them, and read names AutoGraph keeps apart there.

AutoGraph turns the body of a loop or branch into a function, and a name that is bound in it and read nowhere else into
a local of that function. A lambda that reads the name keeps what it was in its own round; in Python it finds what the
name is when it is called. So does a generator expression, except for what it iterates first. (An inner ``def`` counts
as reading the name everywhere, so nothing changes for it.)
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from jupyter_hybridize.domain.answer import Answer
from jupyter_hybridize.domain.effect import EffectKind
from jupyter_hybridize.domain.value import Module
from jupyter_hybridize.interpreter.language.names import module_scope
from jupyter_hybridize.interpreter.machine import Machine
from jupyter_hybridize.interpreter.syntax.liveness import LateReader, kept_apart
from jupyter_hybridize.interpreter.syntax.nodes import children, walk
from jupyter_hybridize.interpreter.syntax.scopes import own_nodes
from jupyter_hybridize.knowledge.host import Mode

_CALLING: Final = frozenset({"sorted", "min", "max"})  # call what they are given before they return
_ITERATING: Final = _CALLING | {"sum", "any", "all", "list", "tuple", "set", "frozenset", "dict"}
_CALLING_METHODS: Final = frozenset({"map", "filter", "apply", "interleave", "flat_map", "reduce", "sort"})
_ITERATING_METHODS: Final = frozenset({"join", "extend", "update", "apply_gradients", "fromkeys"})
_KEEPING_MODULES: Final = frozenset({"functools", "itertools", "operator", "atexit", "weakref"})


@dataclass(frozen=True, slots=True)
class _Users:
    """What is done at once with what is given: the names of functions and of methods that do it."""

    functions: frozenset[str]
    methods: frozenset[str]


_CALLERS: Final = _Users(_CALLING, _CALLING_METHODS)
_ITERATORS: Final = _Users(_ITERATING, _ITERATING_METHODS)


def note_made(m: Machine, node: LateReader) -> None:
    """Record what the lambda or generator made here reads that is another thing in a graph by the time it may do so."""
    frame = m.frame
    if frame.mode is not Mode.CONVERTED or frame.code is None or not isinstance(frame.code.node, ast.FunctionDef):
        return
    for block, names in kept_apart(frame.code.node).get(id(node), ()):
        later = frozenset(name for name in names if _is_bound_again(frame.code.node, block, node, name))
        if later and not _is_called_within(m, frame.code.node, block, node):
            is_kept = isinstance(block, ast.For) and _is_appended(block, node)
            with m.at(node):
                answer = Answer.NO if is_kept else Answer.UNKNOWN
                word = "lambda" if isinstance(node, ast.Lambda) else "generator"
                detail = f"a {word} keeps it as it is in its own round"
                m.effect(EffectKind.ASKS_MODE, min(later), answer=answer, detail=detail, reason=word)


def _is_appended(block: ast.For, node: LateReader) -> bool:
    calls = (each for each in walk(block) if isinstance(each, ast.Call) and node in each.args)
    return any(isinstance(each.func, ast.Attribute) and each.func.attr == "append" for each in calls)


def _is_bound_again(function: ast.FunctionDef, block: ast.stmt, node: LateReader, name: str) -> bool:
    """Return whether *name* is bound once more after *node* was made in *block*: in a next round, or further down."""
    if any(isinstance(each, ast.For | ast.While) and _encloses(each, block) for each in own_nodes(function)):
        return True
    stores = (each for each in own_nodes(function) if isinstance(each, ast.Name) and each.id == name)
    return any(isinstance(each.ctx, ast.Store | ast.Del) and each.lineno > node.lineno for each in stores)


def _encloses(outer: ast.stmt, inner: ast.AST) -> bool:
    return any(each is inner for each in walk(outer))


def _is_called_within(m: Machine, function: ast.FunctionDef, block: ast.stmt, node: LateReader) -> bool:
    """Return whether *node* is certainly called in *block* only, and nothing keeps it."""
    parents = {id(child): each for each in walk(function) for child in children(each)}
    users = _ITERATORS if isinstance(node, ast.GeneratorExp) else _CALLERS
    if _is_consumed(m, parents, node, users):
        return True
    parent = parents.get(id(node))
    if not (isinstance(parent, ast.Assign) and len(parent.targets) == 1 and isinstance(parent.targets[0], ast.Name)):
        return False
    name = parent.targets[0].id
    reads = [each for each in _loads(function, name) if each.lineno > parent.lineno or not _encloses(block, each)]
    early = [each for each in _loads(function, name) if _encloses(block, each) and each.lineno <= parent.lineno]
    return not early and all(_encloses(block, each) and _is_consumed(m, parents, each, users) for each in reads)


def _loads(function: ast.FunctionDef, name: str) -> Iterator[ast.Name]:
    for each in walk(function):
        if isinstance(each, ast.Name) and each.id == name and isinstance(each.ctx, ast.Load):
            yield each


def _is_consumed(m: Machine, parents: dict[int, ast.AST], node: ast.expr, users: _Users) -> bool:
    """Return whether *node* is called where it stands, or handed to what calls it before it returns."""
    parent = parents.get(id(node))
    if isinstance(parent, ast.keyword):
        parent = parents.get(id(parent))
    if not isinstance(parent, ast.Call):
        return False
    return parent.func is node or _uses_at_once(m, parent.func, users)


def _uses_at_once(m: Machine, function: ast.expr, users: _Users) -> bool:
    if isinstance(function, ast.Name):
        return function.id in users.functions
    if not isinstance(function, ast.Attribute):
        return False
    root: ast.expr = function
    while isinstance(root, ast.Attribute):
        root = root.value
    held = m.live.get(module_scope(m.frame.unit), root.id) if isinstance(root, ast.Name) else None
    modules = [] if held is None else [atom for atom in held.atoms if isinstance(atom, Module)]
    if held is not None and modules and len(modules) == len(held.atoms):
        return not any(atom.name in _KEEPING_MODULES for atom in modules)
    return function.attr in users.methods
