"""Loops: fixpoints over their bodies, and what TensorFlow asks of a loop it runs itself."""

from __future__ import annotations

import ast
from collections.abc import Callable, Sequence
from functools import partial

from jupyter_hybridize.domain.answer import Answer
from jupyter_hybridize.domain.effect import EffectKind
from jupyter_hybridize.domain.spoken import spoken, spoken_atom
from jupyter_hybridize.domain.value import (
    AbstractValue,
    Array,
    Dataset,
    Form,
    PythonIterator,
    Scalar,
    Tensor,
    Tuple,
    Unknown,
)
from jupyter_hybridize.domain.work import Work
from jupyter_hybridize.interpreter.calling.making import innermost_loop
from jupyter_hybridize.interpreter.host import InterpreterHost
from jupyter_hybridize.interpreter.language import branches, loop_invariants
from jupyter_hybridize.interpreter.language.binding import assign
from jupyter_hybridize.interpreter.language.iteration import iterate
from jupyter_hybridize.interpreter.language.loop_rounds import after_round, counted_round, holds_objects, in_turn
from jupyter_hybridize.interpreter.language.refinement import refine
from jupyter_hybridize.interpreter.language.unfinished import last_round
from jupyter_hybridize.interpreter.language.widening import generalised, without_counters
from jupyter_hybridize.interpreter.machine import Control, Machine
from jupyter_hybridize.interpreter.memory.garbage import Start, only_adds_alike
from jupyter_hybridize.interpreter.memory.state import State, changed_objects
from jupyter_hybridize.interpreter.syntax.liveness import assigned_in
from jupyter_hybridize.interpreter.syntax.nodes import text_of
from jupyter_hybridize.interpreter.tracing import counted_loops, data_loops, none_before, staging, tape_use, uncarried
from jupyter_hybridize.interpreter.work import tally
from jupyter_hybridize.interpreter.work.effort import is_cut_short
from jupyter_hybridize.knowledge.host import Mode
from jupyter_hybridize.knowledge.iteration import is_filled, length
from jupyter_hybridize.knowledge.tensorflow.staged import RUNNING

_WIDEN_AFTER = 3
_MOST_ROUNDS = 8


def execute_for(m: Machine, node: ast.For | ast.AsyncFor) -> None:
    """``for target in source``."""
    from jupyter_hybridize.interpreter.language.expressions import evaluate
    from jupyter_hybridize.interpreter.language.statements import execute_block

    source = evaluate(m, node.iter)
    if m.state is None:
        return
    note_loop(m)
    is_staged = _stages_iteration(m, source, node.iter)
    if is_staged and data_loops.is_over_data(source):
        data_loops.check_defined(m, node)

    def run(element: AbstractValue) -> None:
        if m.state is None or (element.is_bottom and not source.is_unknown):
            m.state = None
            return
        assign(m, node.target, marked(m, element))
        execute_block(m, node.body)

    def body(control: Control) -> None:
        control.is_over_data = is_staged and source.has(Dataset)
        control.is_doubtful = is_staged and any(_kind(atom) == "python" for atom in source.atoms)
        with m.at(node.iter):
            element = iterate(m, source, by_python=m.frame.mode is Mode.UNCONVERTED)
        run(element)

    names = assigned_in(node.body)
    host = InterpreterHost(m)
    is_in_turn = not is_staged and holds_objects(host, source) and not is_cut_short(m)
    done, broken = in_turn(m, node, run, source, names) if is_in_turn else (False, None)
    if not done:
        runs = is_filled(host, source) or (is_staged and counted_loops.certainly_runs(m, node.iter))
        rounds = length(host, source)
        broken = run_loop(m, node, body, is_staged=is_staged, names=names, runs=runs, rounds=rounds)
    execute_block(m, node.orelse)
    m.merge(m.state, broken)


def marked(m: Machine, element: AbstractValue) -> AbstractValue:
    """Taint numbers a loop counts with: they vary from round to round."""
    return element.with_origins({RUNNING, innermost_loop(m)} - {""}) if element.has(Scalar) else element


def _stages_iteration(m: Machine, source: AbstractValue, node: ast.expr) -> bool:
    """Return whether TensorFlow runs the loop: it iterates a tensor, a data set, or a range of a tensor."""
    if not m.frame.mode.is_traced:
        return False
    kinds = {_kind(atom) for atom in source.atoms}
    if "unknown" in kinds:
        with m.at(node):
            m.effect(EffectKind.UNKNOWN_VALUE, text_of(node), answer=Answer.UNKNOWN, reason="iteration")
        return False
    if "staged" not in kinds:
        return False
    if m.frame.mode is Mode.UNCONVERTED:
        with m.at(node):
            branches.note_unconverted(m, node)
        return False
    return True


def _kind(atom: object) -> str:
    match atom:
        case Unknown():
            return "unknown"
        case Tensor(form=Form.DENSE | Form.VARIABLE | Form.RAGGED) | Dataset():
            return "staged"
        case PythonIterator(is_dataset=True):
            return "staged"
        case _:
            return "python"


def execute_while(m: Machine, node: ast.While) -> None:
    """``while test``."""
    from jupyter_hybridize.interpreter.language.expressions import evaluate
    from jupyter_hybridize.interpreter.language.statements import execute_block

    note_loop(m)
    entry = m.live.fork()
    test = evaluate(m, node.test)
    with m.at(node.test):
        is_staged = branches.stages(m, test, node.test)
    if m.state is None:
        return
    known = Answer.UNKNOWN if is_staged else branches.truth_of(m, test, text_of(node.test))
    if known is Answer.NO:
        execute_block(m, node.orelse)
        return
    m.state = entry
    exits: list[State] = []

    def body(control: Control) -> None:
        again = evaluate(m, node.test)
        if m.state is None:
            return
        _check_late_staging(m, node, again, is_staged=is_staged)
        goes_on = Answer.UNKNOWN if is_staged else branches.truth_of(m, again, text_of(node.test))
        if goes_on is not Answer.YES:
            exits.append(m.live.fork())
        if goes_on is Answer.NO:
            m.state = None
            return
        refine(m, node.test, is_true=True)
        execute_block(m, node.body)

    broken = run_loop(m, node, body, is_staged=is_staged, names=assigned_in(node.body), exits=exits)
    execute_block(m, node.orelse)
    m.merge(m.state, broken)


def _check_late_staging(m: Machine, node: ast.While, test: AbstractValue, *, is_staged: bool) -> None:
    """A Python loop whose condition becomes a tensor on the way cannot be staged any more."""
    if is_staged or m.frame.mode is not Mode.CONVERTED:
        return
    from jupyter_hybridize.knowledge.truth import is_tensor

    answer = is_tensor(test)
    if answer is not Answer.NO:
        certain = Answer.NO if answer is Answer.YES or test.has(Tensor) else Answer.UNKNOWN
        words = text_of(node.test)
        with m.at(node.test):
            m.effect(EffectKind.CHANGES_IN_LOOP, words, answer=certain, detail="becomes a tensor", reason="condition")


def note_loop(m: Machine) -> None:
    """Remember that the functions being run loop."""
    if m.trial is not None:
        m.trial.has_loop = True


Body = Callable[[Control], None]


def run_loop(
    m: Machine,
    node: ast.stmt,
    body: Body,
    *,
    is_staged: bool,
    names: frozenset[str],
    exits: list[State] | None = None,
    runs: bool = False,
    rounds: int | None = None,
) -> State | None:
    """Interpret *body* until nothing changes any more; go on from the join of all ways out.

    If the loop has an ``else``, go on from its regular end, and return where it was broken off. With *runs* the body
    is known to run at least once; *rounds* is how often it runs at most, where that is known.
    """
    before = m.live.fork()
    entry, after, goes_on = before, None, False
    counted: list[Work] = []
    begun = Start(before, len(m.trace.trials))
    with branches.Under(m, is_loop=True, is_staged=is_staged, node=node) as control:
        control.rounds = rounds
        control.side = (m.span(node), 0) if is_staged and not runs else None
        for index in range(_MOST_ROUNDS):
            if is_cut_short(m):
                one = partial(_one_round, m, node, body, control, before, names, counted)
                entry = after = last_round(m, node, names, entry, one)
                goes_on, exits = True, None
                break
            m.state = entry.fork()
            after = _one_round(m, node, body, control, before, names, counted)
            goes_on = goes_on or after is not None
            if not index and not is_staged and after is not None:
                entry = after  # what only a first round does, such as making variables, no later one does
                continue
            merged = entry if after is None else _joined(m, index, names, before, entry, after)
            if merged == entry and index:
                break
            is_repeated = index and not is_staged and exits is None and only_adds_alike(m, begun, entry, merged)
            entry = merged
            if is_repeated:
                break
        else:
            m.effect(EffectKind.UNKNOWN_VALUE, "loop", answer=Answer.UNKNOWN, detail="changes without end")
        out = control.breaks
    tally.repeat(m, counted, rounds, is_staged=is_staged)
    ends = [after if is_staged else entry if goes_on else None] if runs else [before, entry]
    return _leave(m, node, before, ends if exits is None else exits, out, names, is_staged=is_staged)


def _joined(m: Machine, index: int, names: frozenset[str], before: State, entry: State, after: State) -> State:
    """Return what a further round may begin with, now that the one of this *index* has ended."""
    merged, scope = entry.join(after), m.frame.scope
    if index >= _WIDEN_AFTER:
        return generalised(entry, merged, scope)
    return without_counters(merged, scope, names, (before, entry, after)) if index else merged


def _leave(
    m: Machine,
    node: ast.stmt,
    before: State,
    ends: Sequence[State | None],
    out: State | None,
    names: frozenset[str],
    *,
    is_staged: bool,
) -> State | None:
    """Go on from the *ends* of a loop, and from *out*, where it was broken off; with an ``else`` return that."""
    if out is not None and is_staged:
        _check_carried(m, node, before, out, names)
        _check_carried_objects(m, node, before, out)
    m.merge(*ends)
    if getattr(node, "orelse", []):
        return out
    m.merge(m.state, out)
    if is_staged and m.state is not None:
        uncarried.check_attributes(m, node, EffectKind.CHANGES_IN_LOOP)
        _make_tensors(m, before, names)
        loop_invariants.loosen(m, node)
    return None


def _one_round(
    m: Machine,
    node: ast.stmt,
    body: Body,
    control: Control,
    before: State,
    names: frozenset[str],
    counted: list[Work],
) -> State | None:
    """Run one round from the present state, and return where it ends."""
    if control.is_staged:
        _stage_carried(m, names)
        loop_invariants.loosen(m, node)
        staging.stage_objects(m, before)
    control.continues = None
    counted += counted_round(m, body, control)
    after = after_round(m, node, control, names)
    if after is not None and control.is_staged:
        _check_carried(m, node, before, after, names)
        _check_carried_objects(m, node, before, after)
        none_before.check(m, node, before, after, names)
        if control.side is not None:
            scope = m.frame.scope
            tape_use.check_names(m, ((before.get(scope, n), after.get(scope, n)) for n in names))
    return after


def _stage_carried(m: Machine, names: frozenset[str]) -> None:
    """A round of a staged loop begins with tensors for the numbers that the rounds bind."""
    scope = m.frame.scope
    for name in names:
        item = m.live.get(scope, name)
        if item is not None and item.has(Scalar, Array, Tuple):
            m.live.set(scope, name, staging.as_tensor(item).with_origins({RUNNING}))


def _check_carried(m: Machine, node: ast.stmt, before: State, after: State, names: frozenset[str]) -> None:
    """Check that a staged loop keeps the dtype and shape of every name it carries from round to round."""
    scope = m.frame.scope
    live = staging.live_names(m, node)
    for name in sorted(names):
        old, new = before.get(scope, name), after.get(scope, name)
        uncarried.check_loop(m, node, name, old, new, is_live=name in live)
        if old is None or new is None or old == new or _is_none(old):
            continue
        if name not in live and not _is_read_in(node, name):
            continue
        staging.check_variables(m, name, old, new, EffectKind.CHANGES_IN_LOOP)
        answer, detail = _keeps(m, loop_invariants.loosened(m, node, name, old), new)
        if answer is not Answer.YES:
            with m.at(node):
                m.effect(EffectKind.CHANGES_IN_LOOP, name, answer=answer, detail=detail, reason="carried")


def _check_carried_objects(m: Machine, node: ast.stmt, before: State, after: State) -> None:
    """Check that attributes and dict entries of local objects keep dtype and shape from round to round."""
    for site in sorted(changed_objects(after, before)):
        old, now = before.load(site), after.load(site)
        if old is None or now is None or not m.is_fresh(site):
            continue
        entries = old.entries or {}
        pairs = [(n, old.attributes[n], v) for n, v in now.attributes.items() if n in old.attributes]
        pairs += [(repr(k), entries[k], v) for k, v in (now.entries or {}).items() if k in entries]
        if old.items is not None and now.items is not None and len(old.items) == len(now.items):
            pairs += [("an item", one, other) for one, other in zip(old.items, now.items, strict=True)]
        for name, earlier, later in sorted(pairs, key=lambda pair: pair[0]):
            if earlier == later or _is_none(earlier):
                continue
            answer, detail = _keeps(m, earlier, later)
            if answer is not Answer.YES:
                with m.at(node):
                    m.effect(EffectKind.CHANGES_IN_LOOP, name, answer=answer, detail=detail, reason="carried")


def _is_none(item: AbstractValue) -> bool:
    atom = item.only()
    return isinstance(atom, Scalar) and atom.type == "NoneType"


def _is_read_in(node: ast.stmt, name: str) -> bool:
    return any(isinstance(n, ast.Name) and n.id == name and isinstance(n.ctx, ast.Load) for n in ast.walk(node)) or any(
        isinstance(n, ast.AugAssign) and isinstance(n.target, ast.Name) and n.target.id == name for n in ast.walk(node)
    )


def _keeps(m: Machine, old: AbstractValue, new: AbstractValue) -> tuple[Answer, str]:
    answer = staging.agree(m, old, new)
    if answer is not Answer.YES:
        said, later = spoken(old), spoken(new)
        return answer, f"{said} becomes another" if said == later else f"{said} becomes {later}"
    one, other = staging.as_tensor(old).only(), staging.as_tensor(new).only()
    if isinstance(one, Tensor) and isinstance(other, Tensor):
        if one.shape.dims is None or one.shape.covers(other.shape):
            return Answer.YES, ""
        certain = one.shape.is_static and other.shape.is_static
        return (Answer.NO if certain else Answer.UNKNOWN), f"{spoken_atom(one)} becomes {spoken_atom(other)}"
    return Answer.YES, ""


def _make_tensors(m: Machine, before: State, names: frozenset[str]) -> None:
    """After a staged loop the numbers that its body binds are tensors, whether a round was seen to bind them or not."""
    scope = m.frame.scope
    for name in names:
        item = m.live.get(scope, name)
        if item is not None:
            m.live.set(scope, name, _without_none(staging.as_tensor(item)))
            staging.stage_contents(m, item)
    staging.stage_objects(m, before)


def _without_none(item: AbstractValue) -> AbstractValue:
    if not item.has(Tensor):
        return item
    kept = frozenset(a for a in item.atoms if not (isinstance(a, Scalar) and a.type == "NoneType"))
    return AbstractValue(kept, item.origins)
