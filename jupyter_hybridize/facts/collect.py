"""From the interpreter's trace to the facts of each function."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import partial

from jupyter_hybridize.domain.answer import Answer
from jupyter_hybridize.domain.effect import Effect, EffectKind
from jupyter_hybridize.domain.value import (
    ANY,
    AbstractValue,
    Array,
    Container,
    Dataset,
    Instance,
    Scalar,
    Tensor,
    Tuple,
    join_all,
)
from jupyter_hybridize.domain.work import Work
from jupyter_hybridize.facts import passed_variables
from jupyter_hybridize.facts.calibration import DEFAULT, Calibration
from jupyter_hybridize.facts.function import (
    Decoration,
    Definition,
    FunctionFacts,
    ParameterFacts,
    Switch,
)
from jupyter_hybridize.facts.orders import disputes
from jupyter_hybridize.facts.parameters import opening, parameters_of, shapes_seen
from jupyter_hybridize.facts.rejections import rejections
from jupyter_hybridize.facts.remembered import Remembered
from jupyter_hybridize.facts.stale import stale_reads
from jupyter_hybridize.facts.tensor_work import tensor_work
from jupyter_hybridize.facts.type_names import type_names
from jupyter_hybridize.facts.users import Users, callers_of
from jupyter_hybridize.facts.writes import Writes
from jupyter_hybridize.interpreter.calling.declared import fixes_axes
from jupyter_hybridize.interpreter.cells.kernel_calls import digest_of
from jupyter_hybridize.interpreter.memory.tables import items_of
from jupyter_hybridize.interpreter.syntax.scopes import parameter_names
from jupyter_hybridize.interpreter.trace import UNSEEN, CallRecord, Code, Trace, Trial
from jupyter_hybridize.interpreter.tracing.leaves import ORDER
from jupyter_hybridize.interpreter.tracing.seeds import shared
from jupyter_hybridize.source.program import Program
from jupyter_hybridize.source.span import Span

_NUMBERS = frozenset({"int", "float", "bool", "complex"})
_HIDING = (EffectKind.UNKNOWN_CALL, EffectKind.READS_OPAQUE)


def collect(
    trace: Trace,
    *,
    calibration: Calibration = DEFAULT,
    program: Program | None = None,
    remembered: Remembered | None = None,
) -> tuple[FunctionFacts, ...]:
    """Return the facts of every reported definition, in source order; *program* tells when its cells were run.

    Those that are *remembered* of an earlier version of the program are not gathered again.
    """
    known = Remembered(trace) if remembered is None else remembered
    index = _Index(trace, {} if program is None else disputes(program, trace), known.writes)
    codes = sorted((c for c in trace.codes.values() if c.is_reported), key=lambda c: (c.unit, _place(c), c.id))
    facts = tuple(
        known.facts(
            code.id,
            index.given(code),
            (calibration, trace.switches, index.disputed.get(code.id, ()), index.users.about(code)),
            partial(_facts, trace, index, code, calibration),
        )
        for code in codes
    )
    known.close()
    return facts


def _place(code: Code) -> tuple[int, int, int]:
    return (code.parsed.cell.index, code.node.lineno, code.node.col_offset)


class _Index:
    """The trace by definition."""

    def __init__(self, trace: Trace, disputed: Mapping[str, tuple[Effect, ...]], writes: Writes) -> None:
        self.disputed = disputed
        self.calls: dict[str, list[CallRecord]] = {}
        self.trials: dict[str, list[Trial]] = {}
        self.opened = items_of(trace.opened)
        self.writes = writes
        for call in trace.calls:
            self.calls.setdefault(call.definition, []).append(call)
        for trial in trace.trials:
            self.trials.setdefault(trial.code.id, []).append(trial)
        self.users = Users(trace)

    def given(self, code: Code) -> tuple[object, ...]:
        """Return what was written down about one definition."""
        found = [code, *self.calls.get(code.id, ()), None, *self.trials.get(code.id, ()), None]
        return (*found, *self.opened.get(code.id, ()))


def _effects(
    trace: Trace,
    index: _Index,
    code: Code,
    calls: list[CallRecord],
    trials: list[Trial],
    parameters: tuple[ParameterFacts, ...],
) -> tuple[Effect, ...]:
    use = trace.hybrids.get(code.id)
    return (
        *passed_variables.shared(code, calls, trials, _joined_effects(trials)),
        *_extra_effects(trace, code),
        *index.disputed.get(code.id, ()),
        *_copies(index.writes, code, trials),
        *shared(trace.seeds, trials),
        *_collisions(trace, code, calls, parameters),
        *_lazy_objects(code, calls, parameters, trials),
        *rejections(use.signature if use else None, parameters, calls),
    )


def _facts(trace: Trace, index: _Index, code: Code, calibration: Calibration) -> FunctionFacts:
    calls = [c for c in index.calls.get(code.id, []) if not c.is_guess]
    trials = _best(index.trials.get(code.id, []))
    eager = [c for c in calls if not c.is_traced]
    parameters = parameters_of(code, calls, trials, has_receiver=_has_receiver(trace, code))
    effects = _effects(trace, index, code, calls, trials, parameters)
    return FunctionFacts(
        definition=_definition(trace, code),
        parameters=parameters,
        effects=effects,
        stale_reads=stale_reads(trace, code, calls, trials, index.writes),
        switches=tuple(Switch(name, span) for name, span in trace.switches),
        eager_calls=len({c.span for c in eager}),
        traced_calls=len({c.span for c in calls if c.is_traced}),
        called_in_loop=any(c.in_loop for c in eager) or len(eager) > len({c.span for c in eager}),
        is_handed_on=index.users.is_handed_on(code, calls),
        is_given_away=index.users.is_given_away(code),
        has_evidence=_has_evidence(calls, trials, parameters),
        tensor_ops=max((t.tensor_ops for t in trials), default=0),
        tensor_work=tensor_work(trials, effects),
        has_loop=any(t.has_loop for t in trials),
        varying_input=_varying_input(parameters, trials, effects),
        is_recursive=Answer.YES if code.id in trace.recursive else Answer.NO,
        returns=join_all(t.result for t in trials),
        work=_work(trials, effects),
        calibration=calibration,
        is_hook=code.id in trace.library_hooks,
        is_test=code.id in trace.tests,
        type_names=type_names(code, index.writes, (p.layout for p in parameters)),
        direct_calls=len({c.span for c in eager if not c.by_library}),
        top_calls=_top_calls(eager),
        library=trace.overrides.get(code.id, ""),
        callers=callers_of(index.calls.get(code.id, [])),
        eager_callers=tuple(sorted({c.caller for c in eager})),
        handed_by=index.users.handed_by(code, calls),
        handed_to=index.users.libraries(code),
        has_tensorflow=index.users.has_tensorflow,
        is_remade=code.id in trace.remade and bool(eager) and not any(c.is_repeated for c in eager),
        shapes_seen=shapes_seen(calls),
        opening=opening(trials, trace.opened.get(code.id, ()), parameters),
        is_unbound=code.id in trace.unbound and _has_receiver(trace, code),
        is_meant_to_fail=bool(calls) and all(c.is_meant_to_fail for c in calls),
        told=tuple(trace.told[o] for o in sorted({o for t in trials for o in t.rests_on}) if o in trace.told),
    )


def _best(trials: list[Trial]) -> list[Trial]:
    """Return the trials with real arguments if there are any."""
    real = [t for t in trials if not t.is_guess]
    return real or trials


def _joined_effects(trials: Iterable[Trial]) -> tuple[Effect, ...]:
    """Return the effects of all contexts; of two alike the certain one stays."""
    joined: dict[tuple[object, ...], Effect] = {}
    for trial in trials:
        for key, effect in trial.effects.items():
            old = joined.get(key)
            if old is None or (old.answer is Answer.UNKNOWN and effect.answer is Answer.NO):
                joined[key] = effect
    return tuple(joined.values())


def _extra_effects(trace: Trace, code: Code) -> Iterable[Effect]:
    """Return what only the callers show: how results are used, what methods are called on."""
    if code.id in trace.unseen_decorators:
        text, span = trace.unseen_decorators[code.id]
        yield Effect(EffectKind.UNKNOWN_CALL, f"@{text}", span, Answer.UNKNOWN, reason="decorator")
    yield from sorted(trace.eager_effects.get(code.id, ()), key=lambda e: (e.span, e.target, e.path))
    if code.id in trace.identity_tested:
        span = trace.identity_tested[code.id]
        yield Effect(EffectKind.ASKS_MODE, f"{code.name}(…)", span, detail="is compared by identity", reason="is")
    if code.id in trace.on_temporary:
        span = trace.on_temporary[code.id]
        detail = "an object that nothing else holds"
        yield Effect(EffectKind.UNSUPPORTED_ARGUMENT, "self", span, detail=detail, reason="temporary")


def _copies(writes: Writes, code: Code, trials: list[Trial]) -> Iterable[Effect]:
    """Return the lists and dicts that are given back and change later: a graph gives back a copy."""
    returned = {site: trial.time for trial in trials for site in trial.returned}
    if not returned:
        return
    for write in writes.to_items(returned):
        site = write.location[1]
        if write.time > returned.get(site, write.time) and code.id not in write.writers:
            answer = Answer.UNKNOWN if write.is_guess else write.answer
            detail = "a copy of what changes later"
            yield Effect(EffectKind.CHANGES_TYPE, "return", write.span, answer, detail=detail, reason="copy")


def _collisions(
    trace: Trace, code: Code, calls: list[CallRecord], parameters: tuple[ParameterFacts, ...]
) -> Iterable[Effect]:
    """Return the parameters that get equal constants of different types: one trace serves them all."""
    span = code.parsed.span(code.unit, code.node)
    passed: dict[str, list[AbstractValue]] = {p.name: list(p.observations) for p in parameters}
    for call in calls:
        for place, item in call.leaves:
            passed.setdefault(place, []).append(item)
    for place, items in passed.items():
        if place.endswith(ORDER):
            answer = _orders_collide(items)
        else:
            answer = _collide(trace, items)
        if answer is not Answer.YES:
            yield Effect(EffectKind.COLLIDES_IN_CACHE, place, span, answer, reason="type")


def _orders_collide(items: list[AbstractValue]) -> Answer:
    """Return UNKNOWN if dicts have the same keys in several orders: the first trace iterates them in its own."""
    orders = {str(item.constant()) for item in items}
    alike = {", ".join(sorted(order.split(", "))) for order in orders}
    return Answer.UNKNOWN if len(alike) < len(orders) else Answer.YES


def _collide(trace: Trace, items: list[AbstractValue]) -> Answer:
    """Return YES if *items* are told apart, NO if two are equal but differ, UNKNOWN if two may be."""
    scalars = {a for item in items for a in item.each(Scalar) if a.type in _NUMBERS}
    if any(item.has(Scalar) for item in items) and any(
        i.cls in trace.number_classes for item in items for i in item.each(Instance)
    ):
        return Answer.UNKNOWN
    if len({a.type for a in scalars}) < 2 and not _may_be_signed_zero(scalars):
        return Answer.YES
    known = [a.constant for a in scalars if a.constant is not ANY]
    if len(known) != len(set(known)):
        return Answer.NO
    return Answer.UNKNOWN if len(known) < len(scalars) else Answer.YES


def _lazy_objects(
    code: Code, calls: list[CallRecord], parameters: tuple[ParameterFacts, ...], trials: list[Trial]
) -> Iterable[Effect]:
    """Return the parameters that get several objects of which each makes its variables on its own first call."""
    span = code.parsed.span(code.unit, code.node)
    renewed = {name for call in calls for name in call.renewed}
    lazy = frozenset[str]().union(*(call.lazy for call in calls))
    for parameter in parameters:
        creates = parameter.name in renewed and any(trial.creates for trial in trials)
        made = {i for item in parameter.observations for i in item.each(Instance) if creates or i.site in lazy}
        if (len(made) > 1 or (made and parameter.name in renewed)) and not parameter.is_receiver:
            detail = "several objects that make their variables when they are first used"
            yield Effect(
                EffectKind.CREATES_VARIABLE, parameter.name, span, Answer.UNKNOWN, detail=detail, reason="lazy"
            )


def _may_be_signed_zero(scalars: set[Scalar]) -> bool:
    """Return whether ``0.0`` is passed and something that may be ``-0.0``."""
    return Scalar("float", 0.0) in scalars and Scalar("float") in scalars


# -- the definition -------------------------------------------------------------------------------------------------


def _definition(trace: Trace, code: Code) -> Definition:
    assert isinstance(code.node, ast.FunctionDef | ast.AsyncFunctionDef)
    span = code.parsed.span(code.unit, code.node)
    first = min((code.parsed.span(code.unit, d) for d in code.node.decorator_list), default=span)
    header = Span(span.unit, span.cell, first.line, span.column, span.line, span.column)
    decorators = trace.decorators.get(code.id, ())
    use = trace.hybrids.get(code.id)
    decoration = None
    if use is not None:
        uses = code.id in trace.graph_uses
        decoration = Decoration(
            use.text, use.span, use.arguments, use.is_call, use.autograph, uses, fixes_axes(use.signature)
        )
    return Definition(
        code.id,
        code.name,
        span,
        header,
        parameter_names(code.node.args),
        is_method=_has_receiver(trace, code),
        is_generator=code.info.is_generator,
        is_async=code.info.is_async,
        decoration=decoration,
        other_decorators=tuple(d for d in decorators if d != "tensorflow.function"),
        digest=digest_of(code),
    )


def _has_receiver(trace: Trace, code: Code) -> bool:
    return code.owner is not None and "builtins.staticmethod" not in trace.decorators.get(code.id, ())


def _top_calls(eager: list[CallRecord]) -> int | None:
    """Return how often the top level calls it at most, None where a loop's length is not known."""
    times: dict[Span, int] = {}
    for call in eager:
        if not call.caller:
            if call.times is None:
                return None
            times[call.span] = max(times.get(call.span, 0), call.times)
    return sum(times.values())


# -- parameters -----------------------------------------------------------------------------------------------------


def _has_evidence(calls: list[CallRecord], trials: list[Trial], parameters: tuple[ParameterFacts, ...]) -> bool:
    if calls:
        return True
    hinted = [p for p in parameters if not p.is_receiver]
    return bool(trials) and bool(hinted) and not any(p.value.is_unknown for p in hinted)


# -- work and input -------------------------------------------------------------------------------------------------


def _work(trials: list[Trial], effects: tuple[Effect, ...]) -> Work | None:
    """Return the work of one call in the costliest context; at least so much, where something cannot be seen."""
    done = [trial.tally.work for trial in trials]
    if not done:
        return None
    most = max(done, key=lambda work: work.weight)
    is_seen = all(e.kind not in _HIDING for e in effects)
    return replace(most, is_bounded=is_seen and all(work.is_bounded for work in done))


def _varying_input(parameters: tuple[ParameterFacts, ...], trials: list[Trial], effects: tuple[Effect, ...]) -> Answer:
    if any(t.touches_state for t in trials) or any(_varies(p.value) for p in parameters if not p.is_receiver):
        return Answer.YES
    receivers = [p for p in parameters if p.is_receiver]
    unseen = any(e.kind in UNSEEN for e in effects) or any(p.value.is_unknown for p in parameters)
    if not trials or unseen or receivers or any(r.may_vary for t in trials for r in t.reads.values()):
        return Answer.UNKNOWN
    return Answer.NO


def _varies(item: AbstractValue) -> bool:
    return any(
        isinstance(a, Tensor | Array | Dataset | Instance | Container)
        or (isinstance(a, Tuple) and any(map(_varies, a.items)))
        for a in item.atoms
    )
