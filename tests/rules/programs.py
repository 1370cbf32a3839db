"""The case programs: where they lie, what they expect, and which of their functions are to blame."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from jupyter_hybridize.rules._documentation import definitions
from jupyter_hybridize.rules._rule import Rule, all_rules

CASES = Path(__file__).with_name("cases")
_MARK = re.compile(r"HYB\d{3}\??")


@dataclass(frozen=True, slots=True)
class Case:
    """A program whose lines say what the rule finds in them: ``# HYB301``, or ``# HYB301?`` for UNKNOWN."""

    rule: Rule
    path: Path
    source: str

    @property
    def marks(self) -> frozenset[tuple[int, str]]:
        """Return the marked lines, with their marks."""
        lines = enumerate(self.source.splitlines(), 1)
        return frozenset((n, mark) for n, line in lines for mark in _MARK.findall(line.partition("#")[2]))

    @property
    def functions(self) -> dict[str, ast.FunctionDef | ast.AsyncFunctionDef]:
        """Return the definitions by qualified name; of several the last."""
        return dict(definitions(ast.parse(self.source)))

    def blamed(self, mark: str) -> frozenset[str]:
        """Return the functions that hold a line with *mark*, or call one that does, or that the mark names."""
        text = self.source.splitlines()
        lines = {line for line, found in self.marks if found == mark and f"{mark} of " not in text[line - 1]}
        functions = self.functions
        every = definitions(ast.parse(self.source))
        blamed = {name for name, node in every if any(line in _lines(node) for line in lines)}
        blamed |= set(re.findall(rf"# {re.escape(mark)} of (\S+)", self.source))
        while more := {n for n, node in functions.items() if n not in blamed and _names(node) & _last(blamed)}:
            blamed |= more
        return frozenset(blamed)

    @property
    def skipped(self) -> set[str]:
        """Return the constructors, and the functions that say ``# oracle: skip``: they are there for others."""
        lines = {n for n, line in enumerate(self.source.splitlines(), 1) if "# oracle: skip" in line}
        constructors = {name for name in self.functions if name.endswith(".__init__")}
        return constructors | {name for name, node in self.functions.items() if lines & set(_lines(node))}


def cases() -> Iterator[Case]:
    """Yield every case program."""
    rules = {rule.name.replace("-", "_"): rule for rule in all_rules()}
    for path in sorted(CASES.glob("*/*.py")):
        yield Case(rules[path.parent.name], path, path.read_text())


def _lines(node: ast.stmt) -> range:
    return range(node.lineno, (node.end_lineno or node.lineno) + 1)


def _names(node: ast.AST) -> set[str]:
    names = {n.id for n in ast.walk(node) if isinstance(n, ast.Name)}
    return names | {n.attr for n in ast.walk(node) if isinstance(n, ast.Attribute)}


def _last(names: set[str]) -> set[str]:
    return {name.rpartition(".")[2] for name in names}
