"""The programs of a folder, with what was observed of each."""

from __future__ import annotations

import ast
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

UNSAFE = frozenset({"raises", "differs", "output-differs", "both-raise-other-type"})


@dataclass(frozen=True)
class Program:
    """A program, its candidate, and what ``tf.function`` on it changed."""

    name: str
    source: str
    function: str
    observed: str

    @property
    def truth(self) -> str:
        """Return "safe", "unsafe", or "other": only types change, or it raises anyway."""
        return "unsafe" if self.observed in UNSAFE else "safe" if self.observed == "same" else "other"


def programs(folder: Path) -> Iterator[Program]:
    """Yield the programs by name."""
    labels = folder / "labels.json"
    if labels.exists():
        for label in sorted(json.loads(labels.read_text()), key=lambda each: each["file"]):
            path = folder / label["file"]
            yield Program(path.stem, path.read_text(), label["function"], label["observed"])
        return
    for path in sorted(folder.glob("*.py")):
        source = path.read_text()
        first, second = source.splitlines()[:2]
        observed, function = first.removeprefix("# observed: "), second.removeprefix("# function: ")
        yield Program(path.stem, source, function, observed)


def definition(tree: ast.AST, function: str) -> ast.FunctionDef | None:
    """Return the last definition of *function* ("C.f" for a method, or a name within another function)."""
    *owners, name = function.split(".")
    scope: list[ast.AST] = [tree]
    for owner in owners:
        scope = [
            n for s in scope for n in ast.walk(s) if isinstance(n, ast.ClassDef | ast.FunctionDef) and n.name == owner
        ]
    found = [n for s in scope for n in ast.walk(s) if isinstance(n, ast.FunctionDef) and n.name == name]
    top = [n for n in found if any(n in getattr(s, "body", ()) for s in scope)]
    return (top or found or [None])[-1]


def definition_text(source: str, node: ast.FunctionDef) -> str:
    """Return the text of a definition from its ``def`` on."""
    return "\n".join(source.splitlines()[node.lineno - 1 : node.end_lineno])
