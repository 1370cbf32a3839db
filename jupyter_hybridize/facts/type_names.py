"""What the named tuples among arguments are called where a function is defined, so that a signature can name them."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator, Mapping

from jupyter_hybridize.domain.answer import Answer
from jupyter_hybridize.domain.value import AbstractValue, Tuple
from jupyter_hybridize.facts.writes import Writes
from jupyter_hybridize.interpreter.language.names import module_scope
from jupyter_hybridize.interpreter.trace import Code

_MADE = re.compile(
    r"(?P<place>.*)@(?P<line>\d+)(?::\d+:\d+)?\|(?P<context>.*?)(?:\|namedtuple)?:(?P<name>\w+)", re.DOTALL
)


def type_names(code: Code, writes: Writes, layouts: Iterable[AbstractValue]) -> Mapping[str, str]:
    """Return the named tuples in *layouts* that have a name when *code* is defined, which nothing else ever has."""
    if code.owner is not None or "." in code.name:
        return {}
    found = {name: _name(code, writes, name) for layout in layouts for name in _named(layout)}
    return {name: text for name, text in found.items() if text}


def _named(layout: AbstractValue) -> Iterator[str]:
    for nest in layout.each(Tuple):
        if nest.fields and nest.name not in {"", "dict", "list"}:
            yield nest.name
        for item in nest.items:
            yield from _named(item)


def _name(code: Code, writes: Writes, made: str) -> str:
    """Return the global name that the top level of the same file gives to what is *made*, before it defines *code*."""
    told = _MADE.fullmatch(made)
    if told is None or told["place"] != told["context"] or not told["context"].startswith(f"{code.unit}#"):
        return ""
    bound = writes.to(("variable", module_scope(code.unit), told["name"]))
    if len(bound) != 1 or bound[0].answer is not Answer.NO or bound[0].is_guess:
        return ""
    span = bound[0].span
    first = [] if isinstance(code.node, ast.Lambda) else code.node.decorator_list
    here = (code.parsed.cell.index, min(node.lineno for node in (code.node, *first)))
    is_there = f"{span.unit}#{span.cell}" == told["place"] and span.line == int(told["line"])
    return told["name"] if is_there and span.column == 0 and (span.cell, span.line) < here else ""
