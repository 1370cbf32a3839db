"""What a decorator needs where the shapes of arguments vary: a trace for each would cost more than it gains."""

from __future__ import annotations

from jupyter_hybridize.domain.answer import Answer
from jupyter_hybridize.facts.function import Decoration, FunctionFacts

RELAXED = (("reduce_retracing", "True"),)  # two traces, however many shapes there are
_STAR = "*"


def relaxation(facts: FunctionFacts) -> tuple[tuple[str, str], ...]:
    """Return the arguments a new decorator needs, none where a trace for each shape is all right."""
    return RELAXED if facts.has_many_shapes and facts.traces_open is Answer.YES else ()


def reconfiguration(facts: FunctionFacts) -> tuple[tuple[str, str], ...]:
    """Return the arguments the present decorator lacks; none where it was given others of the kind."""
    decoration = facts.definition.decoration
    if decoration is None or not _may_be_changed(decoration):
        return ()
    return relaxation(facts)


def _may_be_changed(decoration: Decoration) -> bool:
    """Return whether arguments can be added: it is a decorator, all are known, and XLA does not compile each shape."""
    arguments = dict(decoration.arguments)
    compiles = arguments.get("jit_compile", arguments.get("experimental_compile", "None")) not in ("None", "False")
    hidden = decoration.is_call or decoration.uses_attributes or _STAR in decoration.text
    return not (hidden or compiles or decoration.has_fixed_traces)
