"""From a code object of the kernel to its definition in a cell: the qualified name, and the digest of its text."""

from __future__ import annotations

import ast
import linecache
from collections.abc import Iterator
from dataclasses import dataclass, field
from types import CodeType

from jupyter_hybridize.source.identity import definition_digest

_Definition = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True, slots=True)
class Found:
    """One definition."""

    name: str  # qualified, without <locals>
    digest: str


@dataclass(slots=True)
class Definitions:
    """The definitions of the cells asked about; a cell's text is parsed once."""

    _files: dict[str, dict[tuple[str, int], Found]] = field(default_factory=dict)

    def of(self, code: CodeType) -> Found | None:
        """Return the definition of *code*, None for a lambda and where no text is kept."""
        known = self._files.get(code.co_filename)
        if known is None:
            known = self._files[code.co_filename] = dict(_definitions(linecache.getlines(code.co_filename)))
        return known.get((code.co_name, code.co_firstlineno))


def _definitions(lines: list[str]) -> Iterator[tuple[tuple[str, int], Found]]:
    try:
        tree = ast.parse("".join(lines))
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return
    for name, node in _named(tree, ""):
        first = min([node.lineno, *(each.lineno for each in node.decorator_list)])
        text = "".join(lines[node.lineno - 1 : node.end_lineno])
        yield (node.name, first), Found(name, definition_digest(text))


def _named(node: ast.AST, prefix: str) -> Iterator[tuple[str, _Definition]]:
    for child in ast.iter_child_nodes(node):
        inner = prefix
        if isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            inner = f"{prefix}{child.name}."
            if not isinstance(child, ast.ClassDef):
                yield f"{prefix}{child.name}", child
        yield from _named(child, inner)
