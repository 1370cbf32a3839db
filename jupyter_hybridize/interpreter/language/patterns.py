"""``match``: every case may be taken unless its pattern certainly fails."""

from __future__ import annotations

import ast

from jupyter_hybridize.domain.answer import Answer
from jupyter_hybridize.domain.effect import EffectKind
from jupyter_hybridize.domain.value import ANY, TOP, AbstractValue, Tensor
from jupyter_hybridize.interpreter.language.binding import assign
from jupyter_hybridize.interpreter.machine import Machine
from jupyter_hybridize.interpreter.memory.state import State
from jupyter_hybridize.interpreter.syntax.nodes import text_of
from jupyter_hybridize.interpreter.syntax.scopes import bound_names


def execute_match(m: Machine, node: ast.Match) -> None:
    """Run the cases that may match; a constant subject against constant patterns is decided."""
    from jupyter_hybridize.interpreter.language import branches
    from jupyter_hybridize.interpreter.language.expressions import evaluate
    from jupyter_hybridize.interpreter.language.statements import execute_block

    subject = evaluate(m, node.subject)
    if m.state is None:
        return
    if m.frame.mode.is_traced and (subject.has(Tensor) or subject.is_unknown):
        answer = Answer.UNKNOWN if subject.is_unknown else Answer.NO
        m.effect(EffectKind.NEEDS_VALUE, text_of(node.subject), answer=answer, detail="match compares its value")
    before = m.live
    ends: list[State | None] = []
    is_decided = False
    for case in node.cases:
        taken = _matches(m, case.pattern, subject) if case.guard is None else Answer.UNKNOWN
        if taken is Answer.NO:
            continue
        m.state = before.fork()
        _bind(m, case.pattern, subject)
        if case.guard is not None:
            branches.python_truth(m, evaluate(m, case.guard), case.guard)
        with branches.Under(m, is_loop=False, is_staged=False):
            execute_block(m, case.body)
        ends.append(m.state)
        if taken is Answer.YES:
            is_decided = True
            break
    m.merge(*ends, *([] if is_decided else [before]))


def _matches(m: Machine, pattern: ast.pattern, subject: AbstractValue) -> Answer:
    from jupyter_hybridize.interpreter.language.expressions import evaluate

    if isinstance(pattern, ast.MatchAs) and pattern.pattern is None:
        return Answer.YES
    known = subject.constant()
    if isinstance(pattern, ast.MatchValue) and known is not ANY:
        wanted = evaluate(m, pattern.value).constant()
        if wanted is not ANY:
            return Answer.YES if wanted == known else Answer.NO
    if isinstance(pattern, ast.MatchSingleton) and known is not ANY:
        return Answer.YES if pattern.value is known else Answer.NO
    if isinstance(pattern, ast.MatchOr):
        answers = [_matches(m, p, subject) for p in pattern.patterns]
        if Answer.YES in answers:
            return Answer.YES
        return Answer.NO if all(a is Answer.NO for a in answers) else Answer.UNKNOWN
    return Answer.UNKNOWN


def _bind(m: Machine, pattern: ast.pattern, subject: AbstractValue) -> None:
    if isinstance(pattern, ast.MatchAs) and pattern.pattern is None:
        if pattern.name:
            assign(m, ast.Name(pattern.name, ast.Store()), subject)
        return
    for name in bound_names(ast.walk(pattern)):
        assign(m, ast.Name(name, ast.Store()), TOP)
