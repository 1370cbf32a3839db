"""A rule's documentation, taken apart: its sentence, its paragraphs, and its examples.

A rule's docstring begins with one sentence, *The function …*, and says why tracing minds. Then come **Refused:** and
**Accepted:** blocks in pairs, each a complete program that computes ``RESULT``. The function decided on is the one that
holds the line marked with the rule's code, or that the mark names (``# HYB216 of step``); in an accepted program, the
one of the same name. ``# HYB218?`` marks a reason that only makes safety unknown.

Lines ``# %% [3]`` begin the cells of a notebook, each with the count of its execution; ``# %% deleted [2]`` one that
was run and is no longer there.
"""

from __future__ import annotations

import ast
import enum
import re
import textwrap
from collections.abc import Iterator
from dataclasses import dataclass

from jupyter_hybridize.rules._rule import Rule

_HEADING = re.compile(r"^\*\*(Refused|Accepted):\*\*(.*)$", re.MULTILINE)
_Definition = ast.FunctionDef | ast.AsyncFunctionDef


class Expectation(enum.Enum):
    """What the rule says of an example."""

    REFUSED = "refused"
    ACCEPTED = "accepted"


@dataclass(frozen=True, slots=True)
class Example:
    """A complete program of a rule's documentation. ``function`` is the qualified name of the one decided on."""

    verdict: Expectation
    title: str
    source: str
    function: str


def summary(rule: Rule) -> str:
    """Return the sentence that finishes “The function …”, without its full stop."""
    return rule.documentation.split("\n\n", 1)[0].replace("\n", " ").strip().rstrip(".")


def explanation(rule: Rule) -> str:
    """Return the paragraphs between the sentence and the first example."""
    _, _, rest = rule.documentation.partition("\n\n")
    return _HEADING.split(rest, maxsplit=1)[0].strip()


def examples(rule: Rule) -> tuple[Example, ...]:
    """Return the programs of the documentation, in order."""
    parts = _HEADING.split(rule.documentation)[1:]
    found: list[Example] = []
    for verdict, title, body in zip(parts[::3], parts[1::3], parts[2::3], strict=True):
        source = textwrap.dedent(body).strip() + "\n"
        is_refused = verdict == "Refused" or not found
        function = marked_function(source, rule.code) if is_refused else found[-1].function
        found.append(Example(Expectation(verdict.lower()), title.strip(), source, function))
    return tuple(found)


def marked_function(source: str, code: str) -> str:
    """Return the qualified name of the function that holds the line marked ``# code``, else of the first one."""
    if named := re.search(rf"# {code}\?? of (\S+)", source):
        return named[1]
    lines = {number for number, line in enumerate(source.splitlines(), 1) if f"# {code}" in line}
    functions = list(definitions(ast.parse(source)))
    for name, node in functions:
        if any(node.lineno <= line <= (node.end_lineno or node.lineno) for line in lines):
            return name
    return functions[0][0]


def definitions(tree: ast.Module | ast.ClassDef, prefix: str = "") -> Iterator[tuple[str, _Definition]]:
    """Yield the functions and methods that are not nested in another function, with their qualified names."""
    for node in tree.body:
        if isinstance(node, ast.ClassDef):
            yield from definitions(node, f"{prefix}{node.name}.")
        elif isinstance(node, _Definition):
            yield prefix + node.name, node
