"""Finds the line of a cell where an import can be added."""

from __future__ import annotations

import ast
import re
from collections.abc import Sequence

from jupyter_hybridize.edit.edit import EditError
from jupyter_hybridize.edit.lines import Splice, indentation, insert_line, newline_at, split_lines
from jupyter_hybridize.edit.syntax import first_line, last_line, parse

# Comments that mean something only at the very top: interpreter, encoding, Colab's form title, Quarto, jupytext.
_TOP_COMMENT = re.compile(r"#!|#.*?coding[:=]|#\s?@|#\||#\s?%%")


def import_splice(text: str, masked: str, definition_line: int, import_line: str) -> Splice:
    """Return the insertion of *import_line* above the statement that holds the definition.

    It goes under the docstring, the `__future__` and other imports and the magics that open the cell, else above the
    first statement and the comment that belongs to it.
    """
    statements = [s for s in parse(masked) or () if first_line(s) <= definition_line]
    if not statements:
        raise EditError("the cell cannot be parsed")
    lines, masked_lines = split_lines(text), split_lines(masked)
    opening = _opening(statements[:-1], lines, masked_lines)
    sample = lines[first_line(statements[0]) - 1]
    if opening:
        place, gap = last_line(statements[opening - 1]) + 1, ""
    else:
        place = _above_comment(first_line(statements[0]), lines, masked_lines)
        gap = newline_at(lines, place)
    return insert_line(place, f"{indentation(sample)}{import_line}{newline_at(lines, place)}{gap}")


def _opening(statements: Sequence[ast.stmt], lines: Sequence[str], masked: Sequence[str]) -> int:
    """Return how many statements open the cell; those that share a line with others are taken together."""
    count = 0
    while count < len(statements) and _opens(statements[count], count, lines, masked):
        count += 1
    while 0 < count < len(statements) and first_line(statements[count]) <= last_line(statements[count - 1]):
        count += 1
    return count


def _opens(statement: ast.stmt, index: int, lines: Sequence[str], masked: Sequence[str]) -> bool:
    if isinstance(statement, ast.Import | ast.ImportFrom):
        return True
    if index == 0 and isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant):
        return isinstance(statement.value.value, str)
    return _is_masked(statement.lineno, lines, masked)


def _above_comment(number: int, lines: Sequence[str], masked: Sequence[str]) -> int:
    """Return the first line of the comment that stands directly above line *number*, or *number*."""
    while number > 1 and _is_ordinary_comment(number - 1, lines, masked):
        number -= 1
    return number


def _is_ordinary_comment(number: int, lines: Sequence[str], masked: Sequence[str]) -> bool:
    line = lines[number - 1].strip()
    return line.startswith("#") and not _TOP_COMMENT.match(line) and not _is_masked(number, lines, masked)


def _is_masked(number: int, lines: Sequence[str], masked: Sequence[str]) -> bool:
    """Return whether the line holds a magic."""
    return lines[number - 1].rstrip() != masked[number - 1].rstrip()
