"""The engine's front door: a program in, a report out; owns every memo."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from functools import partial
from typing import TypeVar

from jupyter_hybridize.decide.open_traces import closed_within_graphs
from jupyter_hybridize.decide.remembered import Judgements
from jupyter_hybridize.decide.together import without_covered
from jupyter_hybridize.decide.verdict import Silenced, Verdict
from jupyter_hybridize.facts.calibration import DEFAULT
from jupyter_hybridize.facts.collect import collect
from jupyter_hybridize.facts.function import FunctionFacts
from jupyter_hybridize.facts.orders import is_disputed, with_other_order
from jupyter_hybridize.facts.remembered import Remembered
from jupyter_hybridize.interpreter.cells.checkpoint import History
from jupyter_hybridize.interpreter.cells.kernel_facts import KernelFacts
from jupyter_hybridize.interpreter.cells.runner import run
from jupyter_hybridize.interpreter.headroom import headroom
from jupyter_hybridize.interpreter.trace import Trace
from jupyter_hybridize.knowledge.api import Knowledge, shipped
from jupyter_hybridize.results.build import by_place, function_report
from jupyter_hybridize.results.confirm import Verifications, by_definition, confirmed
from jupyter_hybridize.results.evidence import Evidence
from jupyter_hybridize.results.kernel_values import facts_of
from jupyter_hybridize.results.report import ProblemReport, Report, UnitReport
from jupyter_hybridize.results.verification import Verification
from jupyter_hybridize.rules._rule import Finding, Rule, all_rules
from jupyter_hybridize.source.cell import Cell
from jupyter_hybridize.source.ignore import ignores
from jupyter_hybridize.source.parse import Opaque, Parsed, parse
from jupyter_hybridize.source.program import Order, Program, Unit

_MOST_PARSED = 4_000
_MOST_REMEMBERED = 2  # programs, each in one order
Ignores = Mapping[tuple[str, int], Mapping[int, frozenset[str]]]
_Key = tuple[object, ...]
_T = TypeVar("_T")


class Session:
    """Analyses programs. Its memos may be dropped at any time without changing an answer."""

    def __init__(self, knowledge: Knowledge | None = None) -> None:
        """Without *knowledge* of its own, a session uses what comes with the package, loaded once it is needed."""
        self._knowledge = knowledge
        self._parsed: dict[tuple[str, str, int], Parsed | Opaque] = {}
        self._history = History()
        self._remembered: dict[_Key, Remembered] = {}
        self._judgements: dict[_Key, Judgements] = {}
        self._interpreted = 0
        self._asked: tuple[Rule, ...] | None = None

    def update(self, program: Program, evidence: Evidence | None = None) -> Report:
        """Return the report on every unit of *program*; *evidence* fills what the code leaves open.

        Of a library that the program reports on, it tells of the functions that the units call.
        """
        knowledge = self._known()
        told = Evidence() if evidence is None else evidence
        with headroom():
            told_by_kernel = None if evidence is None else facts_of(evidence, knowledge)
            trace = run(program, knowledge, self._parse, told_by_kernel, self._history)
            facts = self._collected(trace, program, told, program)
            if any(map(is_disputed, facts)):
                facts = with_other_order(facts, self._in_other_order(program, told, told_by_kernel))
        self._interpreted = trace.statements - trace.resumed
        silenced = {(u.name, c.index): ignores(c) for u in program.reported for c in u.cells}
        checked = by_definition(told.verifications)
        own = {unit.name for unit in program.units}
        wanted = tuple(f for f in facts if f.definition.span.unit in own or f.eager_calls or f.traced_calls)
        judgements = Judgements(self._rules(), knowledge.version, self._judgements.get(_key(program)))
        units = [self._unit(u, program, wanted, silenced, checked, judgements) for u in program.reported]
        self._judgements = _with_last(self._judgements, _key(program), judgements)
        told_of = tuple(u for u in units if u.path in own or u.functions)
        return Report(told_of, knowledge.version, dict(trace.unknown_calls.most_common()))

    def _in_other_order(
        self, program: Program, told: Evidence, told_by_kernel: KernelFacts | None
    ) -> tuple[FunctionFacts, ...]:
        """Return the facts of the functions when the cells are taken in the other order."""
        other = replace(program, order=Order.EXECUTION if program.order is Order.DOCUMENT else Order.DOCUMENT)
        trace = run(other, self._known(), self._parse, told_by_kernel, self._history)
        return self._collected(trace, other, told)

    def _collected(
        self, trace: Trace, program: Program, told: Evidence, run: Program | None = None
    ) -> tuple[FunctionFacts, ...]:
        """Return the facts of *trace*, which *program* left; *run* tells when its cells were run."""
        remembered = Remembered(trace, self._remembered.get(_key(program)))
        facts = collect(trace, calibration=told.calibration or DEFAULT, program=run, remembered=remembered)
        self._remembered = _with_last(self._remembered, _key(program), remembered)
        return facts

    @property
    def interpreted(self) -> int:
        """Return how many statements the last update interpreted, those within calls and loops each time they ran."""
        return self._interpreted

    def _known(self) -> Knowledge:
        if self._knowledge is None:
            self._knowledge = shipped()
        return self._knowledge

    def _rules(self) -> tuple[Rule, ...]:
        if self._asked is None:
            self._asked = all_rules()
        return self._asked

    def _rule_names(self) -> dict[str, str]:
        return {rule.code: rule.name for rule in self._rules()}

    def _parse(self, cell: Cell) -> Parsed | Opaque:
        key = (cell.digest, cell.id, cell.index)
        found = self._parsed.get(key)
        if found is None:
            if len(self._parsed) > _MOST_PARSED:
                self._parsed.clear()
            found = self._parsed[key] = parse(cell)
        return found

    def _unit(
        self,
        unit: Unit,
        program: Program,
        facts: tuple[FunctionFacts, ...],
        silenced: Ignores,
        checked: Verifications,
        judgements: Judgements,
    ) -> UnitReport:
        ids = {cell.index: cell.id for cell in unit.cells}
        own = [each for each in facts if each.definition.span.unit == unit.name]
        verdicts: list[Verdict] = []
        ignored: list[tuple[Finding, ...]] = []
        for each in own:
            verdict, left_out = judgements.of(each, partial(_silenced, each, silenced))
            ignored.append(left_out)
            verdicts.append(confirmed(verdict, _of(each, checked), self._rule_names(), program))
        together = closed_within_graphs(own, without_covered(own, verdicts))
        each_with = zip(own, together, ignored, strict=True)
        reports = [function_report(f, v, ids, _of(f, checked), left_out) for f, v, left_out in each_with]
        opaque = [p for p in (self._parse(c) for c in unit.cells) if isinstance(p, Opaque)]
        problems = [ProblemReport(p.cell, p.line, p.message) for p in unit.problems]
        problems += [ProblemReport(o.cell.index, o.line, f"does not parse: {o.reason}") for o in opaque]
        count = sum(map(len, ignored))
        return UnitReport(unit.name, unit.kind.value, program.order.value, tuple(problems), by_place(reports), count)


def _key(program: Program) -> _Key:
    return (program.order, *(unit.name for unit in program.units))


def _with_last(remembered: dict[_Key, _T], key: _Key, last: _T) -> dict[_Key, _T]:
    """Return what is *remembered* of the last programs, of one *last*."""
    others = [(each, kept) for each, kept in remembered.items() if each != key]
    return dict([*others, (key, last)][-_MOST_REMEMBERED:])


def is_selected(code: str, name: str, selection: Collection[str]) -> bool:
    """Return whether a rule is named by *selection*: its name, its code, or the beginning of its code."""
    return any(name == each or code.startswith(each.upper()) for each in selection if each)


def _silenced(facts: FunctionFacts, silenced: Ignores, findings: tuple[Finding, ...]) -> Silenced:
    """Return which of *findings* comments silence."""
    return Silenced(tuple(f for f in findings if _is_silenced(f, facts, silenced)), _is_left_alone(facts, silenced))


def _is_silenced(finding: Finding, facts: FunctionFacts, silenced: Ignores) -> bool:
    """Return whether a comment on the finding's line, or on the ``def``, silences it."""
    definition, span = facts.definition.span, finding.reason.span
    places = [(span.unit, span.cell, span.line), (definition.unit, definition.cell, definition.line)]
    for unit, cell, line in places:
        codes = silenced.get((unit, cell), {}).get(line)
        if codes is not None and (not codes or is_selected(finding.code, finding.rule, codes)):
            return True
    return False


def _is_left_alone(facts: FunctionFacts, silenced: Ignores) -> bool:
    """Return whether a comment on the ``def`` silences all rules."""
    span = facts.definition.span
    return silenced.get((span.unit, span.cell), {}).get(span.line) == frozenset()


def _of(facts: FunctionFacts, checked: Verifications) -> Verification | None:
    return checked.get((facts.name, facts.definition.digest))
