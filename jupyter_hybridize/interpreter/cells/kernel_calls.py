"""Calls that the kernel was seen to make: they fill arguments the code leaves open, and stand for calls it lacks."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from jupyter_hybridize.domain.shape import Shape
from jupyter_hybridize.domain.value import (
    BOTTOM,
    TOP,
    AbstractValue,
    Array,
    Atom,
    Container,
    Function,
    Instance,
    Tensor,
    Tuple,
    join_all,
)
from jupyter_hybridize.interpreter.calling.arguments import Bound
from jupyter_hybridize.interpreter.cells.kernel_facts import KERNEL, RecordedCall, from_kernel
from jupyter_hybridize.interpreter.language.names import module_scope
from jupyter_hybridize.interpreter.machine import Frame, Machine
from jupyter_hybridize.interpreter.trace import Code
from jupyter_hybridize.knowledge.host import Arguments, Mode
from jupyter_hybridize.source.identity import definition_digest
from jupyter_hybridize.source.parse import lines_of
from jupyter_hybridize.source.program import Program

_MOST_CALLS = 6  # of one function that are looked at one by one


def digest_of(code: Code) -> str:
    """Return the digest of a definition's text, which identifies it in a kernel too."""
    end = code.node.end_lineno or code.node.lineno
    lines, _ = lines_of(code.parsed)
    return definition_digest("\n".join(lines[code.node.lineno - 1 : end]))


def recorded(m: Machine, code: Code) -> tuple[RecordedCall, ...]:
    """Return the calls of *code* that the kernel was seen to make."""
    kernel = m.kernel
    if kernel is None or code.unit != kernel.unit or not kernel.facts.calls:
        return ()
    if not any(name == code.name for name, _ in kernel.facts.calls):
        return ()
    return kernel.facts.calls.get((code.name, digest_of(code)), ())


def filled(m: Machine, code: Code, bound: Bound) -> Bound:
    """Return *bound* with what recorded calls tell of the arguments that the code leaves open.

    They tell nothing where calls with known arguments account for them: this one need not be among those recorded.
    """
    if m.kernel is None or m.trial is not None or m.is_guessing or m.frame.mode is not Mode.EAGER:
        return bound
    if not any(item.is_unknown for _, item in bound):
        return bound
    calls = recorded(m, code)
    if not calls or all(_is_seen(m, code, call) for call in calls):
        return bound
    return tuple((name, _told(name, calls) if item.is_unknown else item) for name, item in bound)


def _told(name: str, calls: Iterable[RecordedCall]) -> AbstractValue:
    return join_all(call.arguments.get(name, TOP) for call in calls)


def _is_seen(m: Machine, code: Code, call: RecordedCall) -> bool:
    """Return whether the code itself tells of a call with such arguments."""
    if m.live.watch is not None:
        m.live.watch.is_whole = True  # it depends on every call made so far
    made = (each.arguments for each in m.trace.calls if each.definition == code.id and not each.is_guess)
    return any(not any(from_kernel(item) for _, item in bound) and _covers(bound, call) for bound in made)


def _is_made(m: Machine, code: Code, call: RecordedCall) -> bool:
    """Return whether a call with such arguments has been interpreted."""
    made = (each.arguments for each in m.trace.calls if each.definition == code.id and not each.is_guess)
    return any(_covers(bound, call) for bound in made)


def _covers(bound: Bound, call: RecordedCall) -> bool:
    """Return whether *bound* describes the call too; objects and containers are not told apart."""
    return all(
        _describes(_plain(item), _plain(call.arguments[name]))
        for name, item in bound
        if name in call.arguments and not item.has(Instance, Container) and not call.arguments[name].is_unknown
    )


def _describes(item: AbstractValue, seen: AbstractValue) -> bool:
    """Return whether *item* covers what was seen; sizes that a recording left open do not tell it apart."""
    return item.covers(seen) or (_open(seen) == seen and _open(item).covers(seen))


def _open(item: AbstractValue) -> AbstractValue:
    return AbstractValue(frozenset(_opened(atom) for atom in item.atoms))


def _opened(atom: Atom) -> Atom:
    """Return *atom* without its sizes; its rank and its dtype stay."""
    if isinstance(atom, Tuple):
        return replace(atom, items=tuple(map(_open, atom.items)))
    if isinstance(atom, Tensor | Array) and atom.shape.dims is not None:
        return replace(atom, shape=Shape((None,) * len(atom.shape.dims)))
    return atom


def _plain(item: AbstractValue) -> AbstractValue:
    return AbstractValue(item.atoms)


def run_recorded(m: Machine, program: Program) -> None:
    """Make the recorded calls that the code does not make, each from the state at the end."""
    if m.kernel is None or not m.kernel.facts.calls:
        return
    for code in [c for c in m.trace.codes.values() if c.is_reported]:
        calls = [call for call in recorded(m, code) if not _is_made(m, code, call)]
        if len(calls) > _MOST_CALLS:
            calls = [_joined(calls)]
        for call in calls:
            _run(m, code, call)


def _joined(calls: Iterable[RecordedCall]) -> RecordedCall:
    joined: dict[str, AbstractValue] = {}
    for call in calls:
        for name, item in call.arguments.items():
            joined[name] = joined.get(name, BOTTOM).join(item)
    return RecordedCall(joined)


def _run(m: Machine, code: Code, call: RecordedCall) -> None:
    from jupyter_hybridize.interpreter.calling.calls import call_function

    key = next((k for k in m.closures if k[0] == code.id), None)
    if key is None:
        return
    saved = m.live.fork()
    scope = module_scope(code.unit)
    frame = Frame(None, scope, code.unit, code.parsed, Mode.EAGER, f"recorded:{code.id}", None, None)
    frame.node = code.node
    m.frames.append(frame)
    m.is_recalling = True
    try:
        call_function(m, Function(*key), _arguments(m, code, call))
    finally:
        m.is_recalling = False
        m.frames.pop()
        m.state = saved


def _arguments(m: Machine, code: Code, call: RecordedCall) -> Arguments:
    from jupyter_hybridize.interpreter.tracing import trial

    spec = code.node.args
    named = [*spec.posonlyargs, *spec.args]
    positional = [call.arguments.get(p.arg, TOP) for p in named]
    owner = trial.receiver(m, code) if named and positional[0].is_unknown else None
    if owner is not None:
        positional[0] = owner
    star = BOTTOM
    if spec.vararg is not None:
        rest = call.arguments.get(spec.vararg.arg, TOP).only()
        if isinstance(rest, Tuple) and rest.rest is None:
            positional += rest.items
        else:
            star = TOP
    keywords = {p.arg: call.arguments.get(p.arg, TOP) for p in spec.kwonlyargs}
    return Arguments(tuple(positional), keywords, star, BOTTOM if spec.kwarg is None else TOP)


def origin_of(function: str, parameter: str) -> str:
    """Return the origin of what recorded calls tell of a parameter."""
    return f"{KERNEL}{function}({parameter})"
