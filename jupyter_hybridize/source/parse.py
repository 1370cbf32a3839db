"""A cell's syntax tree with spans in characters, or why there is none."""

from __future__ import annotations

import ast
import keyword
import re
import warnings
from dataclasses import dataclass

from jupyter_hybridize.source.cell import Cell
from jupyter_hybridize.source.lexing import NEWLINE, STRING_OR_COMMENT
from jupyter_hybridize.source.span import Span

LONGEST = 1_000_000  # characters of a cell; CPython needs about a second for as many
ANY_NAME = "*"  # among the names of an opaque cell: it may bind every name

_BINDING = re.compile(
    r"""(?m)
    \b(?:def|class)\s+(?P<definition>\w+)
    |\bimport\s*(?P<imported>\([^)]{0,2000}|[^\r\n;]+)
    |\b(?:as|global|nonlocal|del|case)\b(?P<named>[^\r\n:;]+)
    |\bfor\b(?P<target>.{1,200}?)\bin\b
    |(?P<walrus>\w+)\s*:=
    |(?:^|(?<=[;=\r]))(?P<assigned>[^\r\n=;]*?(?:<<|>>|[^\r\n=;!<>]))=(?!=)
    """,
    re.VERBOSE,
)
_ROOT_NAME = re.compile(r"(?<![\w.])[^\W\d]\w*")


@dataclass(frozen=True, slots=True)
class Parsed:
    """A cell and its syntax tree, whose positions are those of the cell's text."""

    cell: Cell
    tree: ast.Module
    lines: tuple[str, ...] = ()  # of the masked text, where it is not ASCII

    def span(self, unit: str, node: ast.AST) -> Span:
        """Return where *node*, an expression or statement or the like, stands in the cell."""
        line: int = getattr(node, "lineno", 1)
        end_line: int = getattr(node, "end_lineno", line)
        column = self.column(line, getattr(node, "col_offset", 0))
        end_column = self.column(end_line, getattr(node, "end_col_offset", 0))
        return Span(unit, self.cell.index, line, column, end_line, end_column)

    def column(self, line: int, offset: int) -> int:
        """Return the column, in characters, of the UTF-8 byte *offset* in the 1-based *line*."""
        if not self.lines or self.lines[line - 1].isascii():
            return offset
        return len(self.lines[line - 1].encode()[:offset].decode(errors="ignore"))

    def def_line(self, node: ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef | ast.Lambda) -> int:
        """Return the line of ``def``, ``class`` or ``lambda`` itself, below all decorators."""
        return node.lineno


@dataclass(frozen=True, slots=True)
class Opaque:
    """A cell that cannot be read: why, where, and the names that it may bind or change all the same.

    ``names`` has more rather than fewer; :data:`ANY_NAME` stands for all of them.
    """

    cell: Cell
    reason: str
    line: int
    names: frozenset[str]


def parse(cell: Cell) -> Parsed | Opaque:
    """Return the syntax tree of the masked text of *cell*, which may ``await`` and be indented as a whole."""
    if len(cell.masked) > LONGEST:
        reason = f"the cell has {len(cell.masked):,} characters, more than the {LONGEST:,} that are read"
        return Opaque(cell, reason, 1, frozenset({ANY_NAME}))
    try:
        tree = parse_text(cell.masked)
    except IndentationError as error:
        tree_or_none = _parse_indented(cell.masked)
        if tree_or_none is None:
            return _opaque(cell, error.msg, error.lineno)
        tree = tree_or_none
    except SyntaxError as error:
        return _opaque(cell, error.msg, error.lineno)
    except (RecursionError, MemoryError):
        return _opaque(cell, "the code is nested too deeply", None)
    except ValueError as error:  # null characters, lone surrogates
        return _opaque(cell, str(error), None)
    lines = () if cell.masked.isascii() else tuple(NEWLINE.split(cell.masked))
    return Parsed(cell, tree, lines)


def parse_text(text: str) -> ast.Module:
    """Return the tree of *text*; raise what :func:`ast.parse` raises, but warn of nothing."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        tree = compile(text, "<cell>", "exec", ast.PyCF_ONLY_AST | ast.PyCF_ALLOW_TOP_LEVEL_AWAIT, dont_inherit=True)
    assert isinstance(tree, ast.Module)
    return tree


def _parse_indented(text: str) -> ast.Module | None:
    """Return the tree of *text* that is indented, as a whole or only its first lines: IPython accepted both."""
    try:
        tree = parse_text("if 1:\n" + text)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None
    block = tree.body[0]
    if not isinstance(block, ast.If) or block.orelse:
        return None
    tree.body[:1] = block.body
    ast.increment_lineno(tree, -1)
    return tree


def _opaque(cell: Cell, reason: str, line: int | None) -> Opaque:
    return Opaque(cell, reason, max(1, line or 1), bound_names(cell.masked))


def bound_names(text: str) -> frozenset[str]:
    """Return every name that *text*, which need not be Python, looks like binding or changing."""
    code = STRING_OR_COMMENT.sub(" ", text)
    names: set[str] = set()
    for match in _BINDING.finditer(code):
        found = match[match.lastgroup or 0]
        names.update(_ROOT_NAME.findall(found))
        if match.lastgroup == "imported" and "*" in found:
            names.add(ANY_NAME)
    return frozenset(names.difference(keyword.kwlist))
