"""Writes the comment that leaves findings out of account."""

from __future__ import annotations

import ast
import re
from collections.abc import Sequence

from jupyter_hybridize.edit.edit import EditError
from jupyter_hybridize.edit.lines import split_lines
from jupyter_hybridize.rules._rule import all_rules
from jupyter_hybridize.source.cell import Cell
from jupyter_hybridize.source.ignore import ignores
from jupyter_hybridize.source.magics import mask
from jupyter_hybridize.source.parse import Parsed, parse
from jupyter_hybridize.surfaces.explain import UnknownRuleError, find_rule

_WRITTEN = re.compile(r"[ \t]*#\s*hybridize:\s*ignore\b(?:\s*\[[^\]]*\])?[ \t]*\Z", re.IGNORECASE)


def with_ignore(text: str, line: int, rules: Sequence[str]) -> str:
    """Return the cell's *text* with a comment on *line* that silences *rules*, or all of them if none is named.

    Rules that are silenced there already stay so. Raises EditError where the line cannot hold a comment.
    """
    wanted = _codes(rules)
    before = _ignored(text, line)
    if before is not None:
        wanted = wanted | before if wanted and before else frozenset()
    lines = split_lines(text)
    content = lines[line - 1].rstrip("\r\n")
    ending = lines[line - 1][len(content) :]
    comment = f"# hybridize: ignore[{', '.join(sorted(wanted))}]" if wanted else "# hybridize: ignore"
    kept = _WRITTEN.sub("", content)
    lines[line - 1] = f"{kept.rstrip()}  {comment}{ending}"
    after = "".join(lines)
    if _ignored(after, line) != wanted or _tree(after) != _tree(text):
        raise EditError(f"line {line} cannot hold a comment")
    return after


def _codes(rules: Sequence[str]) -> frozenset[str]:
    known = all_rules() if rules else ()
    try:
        return frozenset(find_rule(rule, known).code for rule in rules)
    except UnknownRuleError as error:
        raise EditError(str(error)[:200]) from None


def _ignored(text: str, line: int) -> frozenset[str] | None:
    return ignores(_cell(text)).get(line)


def _tree(text: str) -> str:
    parsed = parse(_cell(text))
    return ast.dump(parsed.tree) if isinstance(parsed, Parsed) else ""


def _cell(text: str) -> Cell:
    return Cell("", 0, text, mask(text).text)
