"""Loops: fixpoints over their bodies, and what TensorFlow asks of a loop it runs itself."""

from __future__ import annotations

import ast
from collections.abc import Callable

from jupyter_hybridize.domain.answer import Answer
from jupyter_hybridize.domain.effect import EffectKind
from jupyter_hybridize.domain.value import (
    TOP,
    AbstractValue,
    Atom,
    Dataset,
    Form,
    PythonIterator,
    Scalar,
    Tensor,
    Tuple,
    Unknown,
    join_all,
    value,
)
from jupyter_hybridize.domain.work import Work
from jupyter_hybridize.interpreter import branches, staging, tally
from jupyter_hybridize.interpreter.binding import assign
from jupyter_hybridize.interpreter.host import InterpreterHost
from jupyter_hybridize.interpreter.iteration import iterate
from jupyter_hybridize.interpreter.liveness import assigned_in
from jupyter_hybridize.interpreter.machine import Control, Machine
from jupyter_hybridize.interpreter.state import State, changed_objects, join_states, widened
from jupyter_hybridize.knowledge.host import Mode
from jupyter_hybridize.knowledge.iteration import is_filled, length

_WIDEN_AFTER = 3
_MOST_ROUNDS = 8


def execute_for(m: Machine, node: ast.stmt) -> None:
    """``for target in source``."""
    from jupyter_hybridize.interpreter.expressions import evaluate
    from jupyter_hybridize.interpreter.statements import execute_block

    assert isinstance(node, ast.For | ast.AsyncFor)
    source = evaluate(m, node.iter)
    if m.state is None:
        return
    note_loop(m)
    is_staged = _stages_iteration(m, source, node.iter)

    def body(control: Control) -> None:
        with m.at(node.iter):
            element = iterate(m, source, by_python=m.frame.mode is Mode.UNCONVERTED)
        if m.state is None or (element.is_bottom and not source.is_unknown):
            m.state = None
            return
        assign(m, node.target, marked(element))
        execute_block(m, node.body)

    names = assigned_in(node.body)
    host = InterpreterHost(m)
    runs, rounds = is_filled(host, source), length(host, source)
    broken = _run(m, node, body, is_staged=is_staged, names=names, runs=runs, rounds=rounds)
    execute_block(m, node.orelse)
    m.merge(m.state, broken)


def marked(element: AbstractValue) -> AbstractValue:
    """Taint numbers a loop counts with: they vary from round to round."""
    return element.with_origins({"loop"}) if element.has(Scalar) else element


def _stages_iteration(m: Machine, source: AbstractValue, node: ast.expr) -> bool:
    """Return whether TensorFlow runs the loop: it iterates a tensor, a data set, or a range of a tensor."""
    if not m.frame.mode.is_traced:
        return False
    kinds = {_kind(atom) for atom in source.atoms}
    if "unknown" in kinds:
        with m.at(node):
            m.effect(EffectKind.UNKNOWN_VALUE, branches.text(node), answer=Answer.UNKNOWN, reason="iteration")
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


def execute_while(m: Machine, node: ast.stmt) -> None:
    """``while test``."""
    from jupyter_hybridize.interpreter.expressions import evaluate
    from jupyter_hybridize.interpreter.statements import execute_block

    assert isinstance(node, ast.While)
    note_loop(m)
    entry = m.live.fork()
    test = evaluate(m, node.test)
    with m.at(node.test):
        is_staged = branches.stages(m, test, node.test)
    if m.state is None:
        return
    known = Answer.UNKNOWN if is_staged else branches.truth_of(m, test, branches.text(node.test))
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
        goes_on = Answer.UNKNOWN if is_staged else branches.truth_of(m, again, branches.text(node.test))
        if goes_on is not Answer.YES:
            exits.append(m.live.fork())
        if goes_on is Answer.NO:
            m.state = None
            return
        branches.refine(m, node.test, is_true=True)
        execute_block(m, node.body)

    broken = _run(m, node, body, is_staged=is_staged, names=assigned_in(node.body), exits=exits)
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
        words = branches.text(node.test)
        with m.at(node.test):
            m.effect(EffectKind.CHANGES_IN_LOOP, words, answer=certain, detail="becomes a tensor", reason="condition")


def note_loop(m: Machine) -> None:
    """Remember that the functions being run loop."""
    if m.trial is not None:
        m.trial.has_loop = True


Body = Callable[[Control], None]


def _run(
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
    entry, after = before, None
    counted: list[Work] = []
    with branches.under(m, is_loop=True, is_staged=is_staged, node=node) as control:
        control.rounds = rounds
        for index in range(_MOST_ROUNDS):
            m.state = entry.fork()
            control.continues = None
            counted += _counted(m, body, control)
            after = _after_round(m, node, control, names)
            if after is not None and is_staged:
                _check_carried(m, node, before, after, names)
                _check_carried_objects(m, node, before, after)
            merged = entry if after is None else entry.join(after)
            if index >= _WIDEN_AFTER:
                merged = _widened(m, entry, merged)
            if merged == entry and index:
                break
            entry = merged
        else:
            m.effect(EffectKind.UNKNOWN_VALUE, "loop", answer=Answer.UNKNOWN, detail="changes without end")
        out = control.breaks
    tally.repeat(m, counted, rounds, is_staged=is_staged)
    if out is not None and is_staged:
        _check_carried(m, node, before, out, names)
        _check_carried_objects(m, node, before, out)
    m.merge(*(exits if exits is not None else [after if runs else entry]))
    if getattr(node, "orelse", []):
        return out
    m.merge(m.state, out)
    if is_staged and m.state is not None:
        _make_tensors(m, before, names)
    return None


def _counted(m: Machine, body: Body, control: Control) -> list[Work]:
    """Run one round and return the work it does."""
    with tally.apart(m) as work:
        body(control)
    return work


def _after_round(m: Machine, node: ast.stmt, control: Control, names: frozenset[str]) -> State | None:
    """Join the ways a round ends; if a tensor chose between them, the names and objects must agree."""
    place = branches.place_of(m.frame.controls, control) + 1
    is_guarded = any(c.is_guard for c in m.frame.controls[place : place + 1])
    del m.frame.controls[place:]
    end, body = m.state, getattr(node, "body", [])
    if is_guarded and end is not None and control.continues is not None and body:
        early, scope = control.continues, m.frame.scope
        differing = [name for name in names if end.get(scope, name) != early.get(scope, name)]
        with m.at(node):
            staging.join_branches(m, body[-1], early, end, early, differing)
        return m.state
    return join_states(end, control.continues)


def _widened(m: Machine, old: State, new: State) -> State:
    """Return *new* with ⊤ for every name of the current scope that still changes (∇)."""
    return widened(old, new, m.frame.scope, _generalised)


def _generalised(before: AbstractValue, item: AbstractValue) -> AbstractValue:
    """Return *item* without constants, those within tuples included; ⊤ if it changes for other reasons too."""
    wide, earlier = _without_constants(item), _without_constants(before)
    return wide if wide == earlier or wide != item or before != earlier else TOP.with_origins(item.origins)


def _without_constants(item: AbstractValue) -> AbstractValue:
    return join_all(value(_atom_without_constants(atom)) for atom in item.atoms).with_origins(item.origins)


def _atom_without_constants(atom: Atom) -> Atom:
    match atom:
        case Scalar(type=name) if name != "NoneType":
            return Scalar(name)
        case Tuple(items=items, rest=rest, name=name, fields=fields) if name != "tf.TensorShape":
            inner = tuple(map(_without_constants, items))
            return Tuple(inner, None if rest is None else _without_constants(rest), name, fields)
    return atom


def _check_carried(m: Machine, node: ast.stmt, before: State, after: State, names: frozenset[str]) -> None:
    """Check that a staged loop keeps the dtype and shape of every name it carries from round to round."""
    scope = m.frame.scope
    live = staging.live_names(m, node)
    for name in sorted(names):
        old, new = before.get(scope, name), after.get(scope, name)
        if old is None or new is None or old == new or _is_none(old):
            continue
        if name not in live and not _is_read_in(node, name):
            continue
        answer, detail = _keeps(m, old, new)
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
        return answer, f"{old} becomes {new}"
    one, other = staging.as_tensor(old).only(), staging.as_tensor(new).only()
    if isinstance(one, Tensor) and isinstance(other, Tensor):
        if one.shape.dims is None or one.shape.covers(other.shape):
            return Answer.YES, ""
        certain = one.shape.is_static and other.shape.is_static
        return (Answer.NO if certain else Answer.UNKNOWN), f"{one} becomes {other}"
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
