"""Branches: which way a condition goes, and what tracing makes of one that is a tensor."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from jupyter_hybridize.domain.answer import Answer
from jupyter_hybridize.domain.effect import EffectKind
from jupyter_hybridize.domain.shape import SCALAR_SHAPE
from jupyter_hybridize.domain.value import (
    BOTTOM,
    AbstractValue,
    Instance,
    Scalar,
    Tensor,
    join_all,
    value,
)
from jupyter_hybridize.domain.work import Work
from jupyter_hybridize.interpreter.language.attributes import is_plain_object
from jupyter_hybridize.interpreter.language.refinement import refine
from jupyter_hybridize.interpreter.machine import Control, Machine
from jupyter_hybridize.interpreter.memory.state import State, join_states
from jupyter_hybridize.interpreter.syntax.liveness import always_returns, assigned_in, returns_on_some_paths
from jupyter_hybridize.interpreter.syntax.nodes import text_of
from jupyter_hybridize.interpreter.tracing import open_axes, staging, tape_use
from jupyter_hybridize.interpreter.work import tally
from jupyter_hybridize.knowledge.fitting import SIZE
from jupyter_hybridize.knowledge.host import Arguments, Mode
from jupyter_hybridize.knowledge.truth import is_tensor, truth


def truth_of(m: Machine, item: AbstractValue, words: str) -> Answer:
    """Return the truth of a Python value, asking ``__bool__`` or ``__len__`` of a class of the program."""
    from jupyter_hybridize.interpreter.calling.calls import call
    from jupyter_hybridize.interpreter.language.operators import user_method

    if m.state is None:
        return Answer.UNKNOWN
    for atom in item.ordered():
        held = user_method(m, atom, "__bool__") or user_method(m, atom, "__len__")
        if held is not None:
            call(m, held, Arguments((value(atom),)), words)
            return Answer.UNKNOWN
    if item.has(Instance):
        is_plain = all(is_plain_object(m, each.cls) for each in item.each(Instance))
        return Answer.YES if is_plain and len(item.atoms) == 1 else Answer.UNKNOWN
    return truth(item)


def stages(m: Machine, item: AbstractValue, node: ast.expr) -> bool:
    """Return whether a condition on *item* is a graph conditional here; record where it cannot be one."""
    if not m.frame.mode.is_traced or m.state is None:
        return False
    answer = is_tensor(item)
    if answer is Answer.NO:
        return False
    if answer is Answer.UNKNOWN:
        m.effect(
            EffectKind.UNKNOWN_VALUE,
            text_of(node),
            answer=Answer.UNKNOWN,
            detail="it is a condition",
            reason="condition",
        )
        return False
    if m.frame.mode is Mode.UNCONVERTED:
        note_unconverted(m, node)
        return False
    _check_boolean(m, item, node)
    note_choice(m, item)
    return True


def note_choice(m: Machine, item: AbstractValue) -> None:
    """Note that a tensor chooses what runs, which a graph traces all of."""
    if m.trial is not None and SIZE in item.origins:
        m.trial.is_by_size = True


def _check_boolean(m: Machine, item: AbstractValue, node: ast.expr) -> None:
    """Record a condition on a number: a graph asks for a boolean tensor."""
    kinds = {t.dtype for t in item.each(Tensor)} - {"bool"}
    if kinds:
        answer = Answer.UNKNOWN if None in kinds else Answer.NO
        m.effect(
            EffectKind.NEEDS_VALUE, text_of(node), answer=answer, detail="the condition is no boolean", reason="bool"
        )
    if any(not {0, None}.isdisjoint(t.shape.dims or ()) for t in item.each(Tensor)):
        detail = "no element of it is false eagerly, and an error in a graph"
        m.effect(EffectKind.NEEDS_VALUE, text_of(node), answer=Answer.UNKNOWN, detail=detail, reason="bool")


def note_unconverted(m: Machine, node: ast.AST) -> None:
    """Record tensor control flow where AutoGraph does not reach."""
    why = m.frame.unconverted
    kind = EffectKind.UNCONVERTED_CALL if why in {"keras", "python"} else EffectKind.UNCONVERTED_SYNTAX
    m.effect(kind, text_of(node), detail=why, reason=why)


def python_truth(
    m: Machine, item: AbstractValue, node: ast.expr, detail: str = "its truth is asked by Python"
) -> Answer:
    """Return the truth of a condition that AutoGraph leaves to Python (a comprehension's ``if``)."""
    if m.frame.mode.is_traced and m.state is not None:
        answer = is_tensor(item)
        if answer is not Answer.NO:
            kind = EffectKind.NEEDS_VALUE if answer is Answer.YES else EffectKind.UNKNOWN_VALUE
            certain = Answer.NO if answer is Answer.YES else Answer.UNKNOWN
            with m.at(node):
                m.effect(kind, text_of(node), answer=certain, detail=detail, reason="bool")
    return truth_of(m, item, text_of(node))


# -- expressions ----------------------------------------------------------------------------------------------------


def boolean(m: Machine, node: ast.BoolOp) -> AbstractValue:
    """``a and b``, ``a or b``: stops early where the left side decides."""
    from jupyter_hybridize.interpreter.language.expressions import evaluate

    stop = Answer.NO if isinstance(node.op, ast.And) else Answer.YES
    results: list[AbstractValue] = []
    states: list[State] = []
    for index, part in enumerate(node.values):
        item = evaluate(m, part)
        results.append(item)
        if m.state is None or index == len(node.values) - 1:
            break
        if stages(m, item, part):
            continue
        known = truth_of(m, item, text_of(part))
        if known is stop:
            break
        if known is ~stop:
            results.pop()
        else:
            states.append(m.live.fork())
        refine(m, part, is_true=stop is Answer.NO)
    m.merge(m.state, *states)
    return both(m, results, text_of(node))


def both(m: Machine, results: Sequence[AbstractValue], words: str) -> AbstractValue:
    """Return the value of a chain of ``and``/``or`` or comparisons; of tensors, while tracing, a bool tensor."""
    tensors = [r for r in results if r.has(Tensor)]
    if not tensors or not m.frame.mode.is_traced or m.state is None or len(results) < 2:
        return join_all(results)
    if m.frame.mode is Mode.UNCONVERTED:
        m.effect(EffectKind.NEEDS_VALUE, words, detail="a chain of conditions", reason="bool")
        return join_all(results)
    if any(t.dtype not in {"bool", None} for r in tensors for t in r.each(Tensor)) or not all(
        _is_boolean(r) for r in results
    ):
        m.effect(EffectKind.NEEDS_VALUE, words, detail="and, or need boolean tensors", reason="bool")
        return join_all(results)
    if m.trial is not None:
        m.trial.tensor_ops += len(results) - 1
    is_number = all(isinstance(a, Scalar) or (isinstance(a, Tensor) and a.staged) for r in results for a in r.atoms)
    whole = value(Tensor("bool", SCALAR_SHAPE, staged=is_number))
    return whole.with_origins(frozenset().union(*(r.origins for r in results)))


def _is_boolean(item: AbstractValue) -> bool:
    return all(isinstance(a, Tensor) or (isinstance(a, Scalar) and a.type == "bool") for a in item.atoms)


def conditional(m: Machine, node: ast.expr) -> AbstractValue:
    """``a if test else b``: AutoGraph converts the outermost, and nothing within it (lambdas included)."""
    frame = m.frame
    is_inner = bool(frame.conditionals) or (frame.code is not None and frame.code.in_conditional)
    frame.conditionals += 1
    try:
        return _conditional(m, node, is_inner=is_inner)
    finally:
        frame.conditionals -= 1


def _conditional(m: Machine, node: ast.expr, *, is_inner: bool) -> AbstractValue:
    from jupyter_hybridize.interpreter.language.expressions import evaluate

    assert isinstance(node, ast.IfExp)
    test = evaluate(m, node.test)
    if m.state is None:
        return BOTTOM
    is_staged = not is_inner and stages(m, test, node.test)
    if is_inner:
        known = python_truth(m, test, node.test, "AutoGraph leaves a conditional within another to Python")
    else:
        known = Answer.UNKNOWN if is_staged else truth_of(m, test, text_of(node.test))
    if known is not Answer.UNKNOWN:
        return evaluate(m, node.body if known is Answer.YES else node.orelse)
    before = m.live
    with m.at(node):
        place = m.span()
    with Under(m, is_loop=False, is_staged=is_staged) as control:
        control.side = (place, 0) if is_staged else None
        m.state = before.fork()
        refine(m, node.test, is_true=True)
        with tally.Apart(m) as one:
            first = evaluate(m, node.body)
        after_first = m.state
        control.side = (place, 1) if is_staged else None
        m.state = before.fork()
        refine(m, node.test, is_true=False)
        with tally.Apart(m) as other:
            second = evaluate(m, node.orelse)
    tally.choose(m, one, other, is_staged=is_staged)
    m.merge(after_first, m.state)
    if is_staged and after_first is not None and m.state is not None:
        tape_use.check_sides(m, first, second)
        staging.check_variables(m, text_of(node), first, second, EffectKind.BRANCH_DIFFERS)
        answer = staging.agree(m, first, second)
        if answer is not Answer.YES:
            detail = f"{first} against {second}"
            m.effect(EffectKind.BRANCH_DIFFERS, text_of(node), answer=answer, detail=detail, reason="expression")
        joined = staging.as_tensor(first.join(second))
        return tape_use.chosen(m, open_axes.after_branches(m, (first, second), joined))
    return first.join(second)


class Under:
    """Lets what runs inside stand in a loop or branch."""

    __slots__ = ("_control", "_controls")

    def __init__(
        self, m: Machine, *, is_loop: bool, is_staged: bool, node: ast.stmt | None = None, is_try: bool = False
    ) -> None:
        m.clock += 1
        self._controls = m.frame.controls
        self._control = Control(is_loop, is_staged, start=m.clock, steps=m.trace.steps, node=node, is_try=is_try)

    def __enter__(self) -> Control:
        self._controls.append(self._control)
        return self._control

    def __exit__(self, *_: object) -> None:
        del self._controls[place_of(self._controls, self._control) :]


@contextmanager
def functional(m: Machine, *, is_loop: bool, may_skip: bool = True) -> Iterator[None]:
    """Let the functions that a library calls now be the body of a staged loop, or the branches of a choice.

    *may_skip* says that a tensor decides whether one of them is called at all.
    """
    with Under(m, is_loop=is_loop, is_staged=True) as control:
        control.side = (m.span(), 0 if is_loop else -1) if may_skip else None
        control.is_functional = True
        yield
        if control.side is not None and not is_loop:
            tape_use.note_blocks(m, control.side)


def next_branch(m: Machine) -> None:
    """Note that the library that the current frame has called runs another branch."""
    control = m.frame.controls[-1] if m.frame.controls else None
    if control is not None and control.is_functional and not control.is_loop and control.side is not None:
        control.side = control.side[0], control.side[1] + 1


def place_of(controls: Sequence[Control], control: Control) -> int:
    """Return the place of *control* itself."""
    place = len(controls) - 1
    while controls[place] is not control:
        place -= 1
    return place


def guard_rest(m: Machine, loop: Control) -> None:
    """If a tensor decides to ``continue`` or ``break`` here, AutoGraph runs the rest of the round under a condition."""
    controls = m.frame.controls
    place = place_of(controls, loop) + 1
    if any(c.is_staged for c in controls[place:]) and not controls[place].is_guard:
        m.clock += 1
        guard = Control(False, True, start=m.clock, node=loop.node, is_guard=True, side=(m.span(), 0))
        controls.insert(place, guard)


# -- statements -----------------------------------------------------------------------------------------------------


def execute_if(m: Machine, node: ast.If) -> None:
    """``if`` … ``elif`` … ``else``."""
    from jupyter_hybridize.interpreter.language.expressions import evaluate

    test = evaluate(m, node.test)
    if m.state is None:
        return
    with m.at(node.test):
        is_staged = stages(m, test, node.test)
    if is_staged:
        _staged_if(m, node)
        return
    known = truth_of(m, test, text_of(node.test))
    if known is not Answer.UNKNOWN:
        _static_block(m, node.body if known is Answer.YES else node.orelse)
        return
    before = m.live
    with Under(m, is_loop=False, is_staged=False):
        m.state = before.fork()
        refine(m, node.test, is_true=True)
        with tally.Apart(m) as one:
            _static_block(m, node.body)
        first = m.state
        m.state = before.fork()
        refine(m, node.test, is_true=False)
        with tally.Apart(m) as other:
            _static_block(m, node.orelse)
    tally.choose(m, one, other, is_staged=False)
    m.merge(first, m.state)


def _static_block(m: Machine, body: Sequence[ast.stmt]) -> None:
    from jupyter_hybridize.interpreter.language.statements import execute_block

    returned = len(m.frame.returns)
    execute_block(m, body)
    staging.check_block(m, returned)


def _staged_if(m: Machine, node: ast.If) -> None:
    from jupyter_hybridize.interpreter.language.statements import execute_block

    frame, before = m.frame, m.live.fork()
    counts = [len(frame.returns)]
    after: list[State | None] = []
    sides: list[list[Work]] = []
    with m.at(node):
        place = m.span()
    for body, other in ((node.body, node.orelse), (node.orelse, node.body)):
        m.state = before.fork()
        with Under(m, is_loop=False, is_staged=True, node=node) as control, tally.Apart(m) as side:
            control.side = place, len(sides)
            execute_block(m, body)
        sides.append(side)
        after.append(m.state)
        counts.append(len(frame.returns))
        is_nested = m.state is not None and counts[-1] - counts[-2] > control.returns
        if is_nested or (returns_on_some_paths(body) and not always_returns(other)):
            staging.check_partial_return(m)
    tally.choose(m, sides[0], sides[1], is_staged=True)
    first, second = after
    if first is None or second is None:
        if frame.returns[counts[0] :]:
            frame.tapes.rest.append((place, int(first is None)))
        m.state = join_states(first, second)
        if m.state is not None:
            _check_one_sided(m, node, before)
        return
    names = assigned_in([*node.body, *node.orelse])
    with m.at(node):
        staging.join_branches(m, node, before, first, second, names)


def _check_one_sided(m: Machine, node: ast.If, before: State) -> None:
    """One branch left (returned, broke out, continued): the other goes on as it is."""
    scope = m.frame.scope
    for name in sorted(assigned_in([*node.body, *node.orelse])):
        item = m.live.get(scope, name)
        if item is not None and item is not before.get(scope, name):
            m.live.set(scope, name, staging.as_tensor(item))
