"""Which of the cells that a kernel has run may have bound each name last; digests of their texts, never the texts.

Standard library only, and importable alone: its text can be sent to a kernel that lacks this package.
"""

from __future__ import annotations

import ast
import hashlib
import time
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

MOST_CELLS = 2_000
MOST_UNKNOWN = 200  # cells that may have bound any name, in one answer
MOST_SECONDS = 0.05  # of work: what other programs do makes no answer poorer
_DYNAMIC = frozenset({"exec", "eval", "globals", "get_ipython"})
_SCOPES = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.Lambda)
_COMPREHENSIONS = (ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)
ANY = "*"  # stands for every name


class _Cell(NamedTuple):
    """What is known of one text."""

    digest: str
    bound: frozenset[str]
    later: frozenset[str]


class LastBinders:
    """Reads each cell once; to be kept for as long as the kernel runs."""

    def __init__(self) -> None:
        self._known: dict[str, _Cell] = {}

    def answer(self, texts: Sequence[str], names: Iterable[str]) -> dict[str, Any]:
        """Return what *texts*, the cells in the order they were run, may have bound.

        ``binders`` maps a name to digests, the latest first: cells that may have bound any name, and at last the one
        that says that it binds this. A name is left out where that cannot be told. ``unknown`` lists the cells that
        may have bound any name.
        """
        cells = list(self._read(texts))
        later = frozenset[str]().union(*(each.later for each in cells))
        open_cells = [(index, each.digest) for index, each in enumerate(cells) if ANY in each.bound]
        unknown = [*dict.fromkeys(digest for _, digest in open_cells)][:MOST_UNKNOWN]
        made: dict[str, dict[str, list[str]]] = {"binders": {}}
        if ANY not in later:
            last: dict[str, int] = {}
            for index, each in enumerate(cells):
                for name in each.bound:
                    last.setdefault(name, index)
            for name in names:
                end = last.get(name)
                if name not in later and (end is not None or len(cells) == len(texts)):
                    before = dict.fromkeys(digest for index, digest in open_cells if end is None or index < end)
                    made["binders"][name] = [*before][:MOST_UNKNOWN] + ([] if end is None else [cells[end].digest])
        return {**made, "unknown": unknown, "run": max(0, len(texts) - 1)}

    def _read(self, texts: Sequence[str]) -> Iterator[_Cell]:
        """Yield the cells, the latest first, until time runs out: a later question gets further."""
        until = time.thread_time() + MOST_SECONDS
        for number, text in enumerate(reversed(texts)):
            known = self._known.get(text)
            if known is None:
                if number >= MOST_CELLS or time.thread_time() > until:
                    return
                known = self._known[text] = _Cell(digest_of(text), *bound_by(text))
            yield known


def digest_of(text: str) -> str:
    """Return what identifies a cell's text; the history drops the newlines at its end."""
    return hashlib.sha256(text.rstrip("\n").encode("utf-8", "surrogatepass")).hexdigest()[:16]


def bound_by(text: str) -> tuple[frozenset[str], frozenset[str]]:
    """Return the names that a cell may bind when it is run, and those that its functions bind whenever called."""
    try:
        tree = ast.parse(text)
    except (SyntaxError, ValueError, RecursionError, MemoryError):  # a magic, or no Python
        return frozenset({ANY}), frozenset()
    bound: set[str] = set()
    later: set[str] = set()
    pending: list[ast.AST] = [tree]
    while pending:
        node = pending.pop()
        bound.update(_bound(node))
        if isinstance(node, _SCOPES):
            later.update(_bound_later(node))
            pending += [*getattr(node, "decorator_list", ()), *getattr(node, "bases", ())]
        elif isinstance(node, _COMPREHENSIONS):
            walrus = (each.target for each in ast.walk(node) if isinstance(each, ast.NamedExpr))
            pending += [*walrus, *(each for each in ast.walk(node) if _is_dynamic(each))]
        else:
            pending += ast.iter_child_nodes(node)
    return frozenset(bound), frozenset(later)


def _bound(node: ast.AST) -> Iterator[str]:
    """Yield the names that *node* itself binds."""
    if isinstance(node, ast.Name):
        if _is_dynamic(node):
            yield ANY
        elif not isinstance(node.ctx, ast.Load):
            yield node.id
    elif isinstance(node, ast.alias):
        yield ANY if node.name == "*" else (node.asname or node.name.partition(".")[0])
    else:
        for field in ("name", "rest"):  # of a definition, an `except`, a pattern
            name = getattr(node, field, None)
            if isinstance(name, str):
                yield name


def _bound_later(scope: ast.AST) -> Iterator[str]:
    for node in ast.walk(scope):
        if isinstance(node, ast.Global):
            yield from node.names
        elif _is_dynamic(node):
            yield ANY


def _is_dynamic(node: ast.AST) -> bool:
    return isinstance(node, ast.Name) and node.id in _DYNAMIC
