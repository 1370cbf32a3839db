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
DEEPEST = 500  # levels of a cell's tree; each costs the interpreter several calls of its own
LONGEST_NUMBER = 14_000  # bits of an integer: of more than 4,300 digits Python makes no text
MOST_BLOCKS = 20  # loops, `with` and `try` within each other in one function: CPython may refuse more
ANY_NAME = "*"  # among the names of an opaque cell: it may bind every name

_BINDING = re.compile(
    r"""(?m)
    \b(?:def|class)\s+(?P<definition>\w+)
    |\bimport\s*(?P<imported>\([^)]{0,2000}|[^\r\n;]+)
    |\b(?:as|global|nonlocal|del|case)\b(?P<named>[^\r\n:;]+)
    |\bfor\b(?P<target>.{1,200}?)\bin\b
    |\b(?P<walrus>\w+)\s*:=
    |(?:^|(?<=[;=\r]))(?P<assigned>[^\r\n=;]*?(?:<<|>>|[^\r\n=;!<>]))=(?!=)
    """,
    re.VERBOSE,
)
_INDENTED = re.compile(rf"(?m)^[ \t]{{{MOST_BLOCKS}}}[ \t]*(?:async|for|while|with|try)\b")
_LINES = "hybridize_lines"
_SPAN = "hybridize_span"
_LONG_NUMBER = re.compile(r"0[xXoObB][0-9a-fA-F_]{3500}")  # in decimal digits Python refuses it itself
_PLAIN = frozenset({str, int, type(None), bool, float, complex, bytes, type(...)})  # what nodes hold besides nodes
_ROOT_NAME = re.compile(r"(?<![\w.])[^\W\d]\w*")


@dataclass(frozen=True, slots=True)
class Parsed:
    """A cell and its syntax tree, whose positions are those of the cell's text."""

    cell: Cell
    tree: ast.Module
    lines: tuple[str, ...] = ()  # of the masked text, where it is not ASCII

    def span(self, unit: str, node: ast.AST) -> Span:
        """Return where *node*, an expression or statement or the like, stands in the cell."""
        known: Span | None = node.__dict__.get(_SPAN)
        if known is not None and known.cell == self.cell.index and known.unit == unit:
            return known
        found = self._span(unit, node)
        setattr(node, _SPAN, found)  # it is asked for whenever the node is run; cells of one text may share a tree
        return found

    def _span(self, unit: str, node: ast.AST) -> Span:
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


@dataclass(frozen=True, slots=True)
class Opaque:
    """A cell that cannot be read: why, where, and the names that it may bind or change all the same.

    ``names`` has more rather than fewer; :data:`ANY_NAME` stands for all of them.
    """

    cell: Cell
    reason: str
    line: int
    names: frozenset[str]


def lines_of(parsed: Parsed) -> tuple[list[str], list[str]]:
    """Return the lines of a cell's text and those of its masked text, split once for all functions of the cell."""
    known: tuple[list[str], list[str]] | None = getattr(parsed.tree, _LINES, None)
    if known is None:
        known = NEWLINE.split(parsed.cell.text), NEWLINE.split(parsed.cell.masked)
        setattr(parsed.tree, _LINES, known)
    return known


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
    if len(cell.masked) > 2 * DEEPEST and _is_deep(tree):
        return _opaque(cell, "the code is nested too deeply", None)
    if _LONG_NUMBER.search(cell.masked) and _has_long_number(tree):
        return _opaque(cell, "a number has more digits than Python writes", None)
    if _INDENTED.search(cell.masked) and not _are_compiled(_most_blocks(tree)):
        return _opaque(cell, "too many statically nested blocks", None)
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


def _has_long_number(tree: ast.Module) -> bool:
    """Return whether *tree* has a number that cannot be written in digits again, as part of what a finding names."""
    constants = (node.value for node in ast.walk(tree) if isinstance(node, ast.Constant))
    return any(isinstance(item, int) and item.bit_length() > LONGEST_NUMBER for item in constants)


def _is_deep(tree: ast.Module) -> bool:
    """Return whether *tree* has more levels than are followed, as a sum of a thousand terms has."""
    level: list[ast.AST] = list(tree.body)
    for _ in range(DEEPEST):
        below: list[ast.AST] = []
        for node in level:
            kept = node.__dict__ if type(node) not in _PLAIN else {}
            for held in kept.values():
                if type(held) is list:
                    below += held
                elif type(held) not in _PLAIN:
                    below.append(held)
        if not below:
            return False
        level = below
    return True


def _most_blocks(tree: ast.Module) -> int:
    """Return how many blocks stand within each other, in the function that has most."""
    most, left = 0, [(tree.body, 0)]
    while left:
        body, around = left.pop()
        most = max(most, around)
        for node in body:
            left.append((getattr(node, "body", []), _blocks_within(node, around)))
            left += [(getattr(node, part, []), around) for part in ("orelse", "finalbody", "handlers", "cases")]
    return most


def _blocks_within(node: ast.stmt, around: int) -> int:
    match node:
        case ast.FunctionDef() | ast.AsyncFunctionDef() | ast.ClassDef():
            return 0
        case ast.For() | ast.AsyncFor() | ast.While() | ast.Try():
            return around + 1
        case ast.With(items=items) | ast.AsyncWith(items=items):
            return around + len(items)
        case _:
            return around


def _are_compiled(blocks: int) -> bool:
    """Return whether this Python compiles so many blocks within each other, which depends on its version."""
    if blocks <= MOST_BLOCKS:
        return True
    text = "".join(f"{' ' * n}for x in y:\n" for n in range(blocks))
    try:
        compile(f"{text}{' ' * blocks}pass", "<blocks>", "exec", dont_inherit=True)
    except SyntaxError:
        return False
    return True


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
