"""Losses that are chosen after the tape has closed: a graph makes a new tensor there, which no tape has recorded.

Eagerly ``if loss > 1.0: loss = loss / 2.0`` leaves a small loss as it is, and the tape knows it. A graph puts the
result of a conditional in its place. So does a function that returns its argument, once it is a graph itself.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator, Mapping

from jupyter_hybridize.domain.answer import Answer
from jupyter_hybridize.domain.effect import Effect, EffectKind
from jupyter_hybridize.domain.value import AbstractValue, Instance, Tensor
from jupyter_hybridize.interpreter.machine import Machine, Side, TapeUse
from jupyter_hybridize.interpreter.memory import objects
from jupyter_hybridize.interpreter.syntax.given_back import is_given_back
from jupyter_hybridize.source.span import Span

TAPE = "tensorflow.GradientTape"
WITHOUT_GRADIENT = frozenset({"bool", "string", "int8", "int16", "int32", "int64", "uint8", "uint16", "uint32"})
_SOURCE = "gradient:"
CHOSEN = "chosen"  # the origin of what a condition on tensors gave
RETURNED = "return:"  # and of what a function of the program returned
_ASKING = frozenset({"gradient", "jacobian", "batch_jacobian"})


def enter(m: Machine, managers: Iterable[AbstractValue]) -> int:
    """Note that the tapes among *managers* begin to record, and return how many there are."""
    tapes = sum(any(i.cls == TAPE for i in manager.each(Instance)) for manager in managers)
    if tapes:
        use = m.frame.tapes
        if not use.recording:
            use.opened, use.returned = len(m.frame.controls), len(use.rest)
        use.recording += tapes
        use.was_used = True
    return tapes


def leave(m: Machine, tapes: int) -> None:
    """Note that so many tapes do not record any more."""
    use = m.frame.tapes
    use.recording -= tapes
    if not use.recording and m.frame.mode.is_traced:
        _check_ways(m, use)


def end_trial(m: Machine) -> None:
    """Note that the function that is tried ends: a tape around its call records what it did."""
    if m.trial is not None and len(m.frames) == m.trial_root + 1 and _is_recorded(m):
        _check_ways(m, m.frame.tapes)


def _check_ways(m: Machine, use: TapeUse) -> None:
    for name in sorted({*use.on_one_way, *(n for n, ways in use.reads.items() if not _is_on_all(ways, use.blocks))}):
        m.effect(EffectKind.LOSES_GRADIENT, name, answer=Answer.UNKNOWN, reason="one way")
        use.on_some_ways |= {name} - use.by_rounds
    use.reads, use.blocks, use.on_one_way = {}, {}, set()


def note_variable(m: Machine, name: str) -> None:
    """Note that what a tape records uses the variables of *name*, and in which branches that a tensor chooses."""
    for i in _recording(m) if not m.frame.tapes.asked else ():
        use, within = m.frames[i].tapes, m.frames[i + 1 :]
        opened, returned = (0, 0) if i == m.trial_root and _is_recorded(m) else (use.opened, use.returned)
        controls = [*m.frames[i].controls[opened:], *(c for frame in within for c in frame.controls)]
        rest = [*use.rest[returned:], *(side for frame in within for side in frame.tapes.rest)]
        use.by_rounds |= {name for c in controls if c.is_loop and c.side is not None}
        use.reads.setdefault(name, set()).add((*rest, *(c.side for c in controls if c.side is not None)))
        if any(c.is_over_data for c in controls):
            m.effect(EffectKind.LOSES_GRADIENT, name, answer=Answer.UNKNOWN, reason="data set")


def note_blocks(m: Machine, last: Side) -> None:
    """Note how many blocks a choice has, the *last* of which has run."""
    for i in _recording(m):
        m.frames[i].tapes.blocks[last[0]] = last[1] + 1


def derived(m: Machine, item: AbstractValue, name: str) -> AbstractValue:
    """Return *item* marked as what gradients of *name* flow from, where a tape records."""
    return item.with_origins({f"{_SOURCE}{name}"}) if any(frame.tapes.recording for frame in m.frames) else item


def watch(m: Machine, cls: str, method: str) -> None:
    """Mark the names that ``tape.watch`` is given."""
    call = m.frame.node
    if cls != TAPE or method != "watch" or not isinstance(call, ast.Call):
        return
    asked = [*call.args, *(k.value for k in call.keywords)]
    for node in (each for part in asked for each in ast.walk(part)):
        held = m.live.get(m.frame.scope, node.id) if isinstance(node, ast.Name) else None
        if held is not None and isinstance(node, ast.Name):
            m.live.set(m.frame.scope, node.id, derived(m, held, node.id))


def check_names(m: Machine, names: Iterable[tuple[AbstractValue | None, AbstractValue | None]]) -> None:
    """Compare what names hold before a loop that may run no round, and after one."""
    for one, other in names:
        if one is not None and other is not None and one is not other:
            for use, differ in check_sides(m, one, other):
                use.by_rounds |= differ


def check_sides(m: Machine, one: AbstractValue, other: AbstractValue) -> list[tuple[TapeUse, set[str]]]:
    """Compare what a tensor chooses between: where gradients flow from on one way only, a graph has zeros.

    Return what is found for each tape.
    """
    uses = [m.frames[i].tapes for i in _recording(m)]
    differ = _sources(m, one) ^ _sources(m, other) if uses else set()
    for use in uses:
        use.on_one_way |= differ
    return [(use, differ) for use in uses]


def _sources(m: Machine, item: AbstractValue, depth: int = 3) -> set[str]:
    """Return what gradients flow to *item* from."""
    found = {o.removeprefix(_SOURCE) for o in item.origins if o.startswith(_SOURCE)}
    if found and not any(isinstance(a, Tensor) and a.dtype not in WITHOUT_GRADIENT for a in item.atoms):
        found = set()
    inner = (part for atom in item.atoms for part in objects.parts(m, atom)) if depth else ()
    return found.union(*(_sources(m, part, depth - 1) for part in inner))


def _recording(m: Machine) -> Iterator[int]:
    """Yield the places of the trial's activations whose tapes record; its first stands for those around the call."""
    for i in range(m.trial_root, len(m.frames) if m.trial is not None else 0):
        if m.frames[i].tapes.recording or (i == m.trial_root and _is_recorded(m)):
            yield i


def _is_recorded(m: Machine) -> bool:
    """Return whether a tape of a caller records what the trial does."""
    return any(frame.tapes.recording for frame in m.frames[: m.trial_root])


def _is_on_all(ways: set[tuple[Side, ...]], blocks: Mapping[Span, int]) -> bool:
    """Return whether what was used on these ways is used whichever way tensors choose."""
    if () in ways:
        return True
    places = dict.fromkeys(place for way in sorted(ways, key=str) for place, _ in way)
    return any(
        all(_is_on_all(_after({(p, i)}, p, ways), blocks) for i in range(blocks.get(p, 2)))
        for p in places
        if len({side for way in ways for side in way if side[0] == p}) == blocks.get(p, 2)
    )


def _after(taken: set[Side], place: Span, ways: set[tuple[Side, ...]]) -> set[tuple[Side, ...]]:
    """Return what is left of the *ways* once the side that is *taken* at *place* is known."""
    kept = (way for way in ways if all(side[0] != place or side in taken for side in way))
    return {tuple(side for side in way if side[0] != place) for way in kept}


def note_bound(m: Machine, name: str, item: AbstractValue) -> None:
    """Note that a name is bound: after a tape has closed, to what was chosen then or to something else."""
    use = m.frames[-1].tapes
    if not use.was_used:
        return
    use.bound.pop(name, None)
    makers = frozenset(o.removeprefix(RETURNED) for o in item.origins if o.startswith(RETURNED))
    if use.is_over and (makers or CHOSEN in item.origins):
        use.bound[name] = frozenset() if CHOSEN in item.origins else makers


def chosen(m: Machine, item: AbstractValue) -> AbstractValue:
    """Return *item*, which a tensor chose, marked if a tape has closed before."""
    is_after = m.trial is not None and any(frame.tapes.is_over for frame in m.frames[m.trial_root :])
    return item.with_origins({CHOSEN}) if is_after else item


def check_gradient(m: Machine, cls: str, method: str, text: str) -> None:
    """Record a gradient that is asked of a loss which was chosen after the tape had closed."""
    frame = m.frames[-1]
    call, bound = frame.node, frame.tapes.bound
    if frame.tapes.on_some_ways and cls == TAPE and method in _ASKING and isinstance(call, ast.Call):
        _check_given_back(m, call)
    if not bound or cls != TAPE or method not in _ASKING or not isinstance(call, ast.Call):
        return
    asked = [*call.args[:1], *(k.value for k in call.keywords if k.arg == "target")]
    for node in (each for part in asked for each in ast.walk(part)):
        if isinstance(node, ast.Name) and node.id in bound:
            if m.trial is None:
                _blame(m, bound[node.id], node.id, text)
            elif m.frame.mode.is_traced and not bound[node.id]:
                m.effect(EffectKind.LOSES_GRADIENT, node.id, detail=text, reason="chosen")


def _check_given_back(m: Machine, call: ast.Call) -> None:
    """Record a gradient of what is used on some ways only, where the function gives it back: None, or zeros."""
    keywords = {k.arg: k.value for k in call.keywords}
    code = m.frames[-1].code
    if code is None or not m.frame.mode.is_traced or "unconnected_gradients" in keywords:
        return
    asked = [*call.args[1:2], *(value for key, value in keywords.items() if key == "sources")]
    words = {ast.unparse(n) for part in asked for n in ast.walk(part) if isinstance(n, ast.Name | ast.Attribute)}
    words |= {ast.unparse(n) for part in asked for n in ast.walk(part) if isinstance(n, ast.Subscript)}
    if is_given_back(code.node, call):
        for name in sorted(n for n in m.frames[-1].tapes.on_some_ways if n in words or n.partition("[")[0] in words):
            m.effect(EffectKind.LOSES_GRADIENT, name, reason="one way")


def _blame(m: Machine, makers: frozenset[str], name: str, text: str) -> None:
    """Record of the functions that made what *name* holds that their results, as tensors of graphs, may have none."""
    for maker in makers:
        effect = Effect(EffectKind.LOSES_GRADIENT, name, m.span(), Answer.UNKNOWN, (), text, "returned")
        m.trace.eager_effects[maker] = m.trace.eager_effects.get(maker, frozenset()) | {effect}
