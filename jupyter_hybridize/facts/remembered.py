"""The facts of an earlier version of a program, told again where all that they were gathered from is the same.

What is gathered for a function says itself what it rests on: the objects it was given, the keys that it looked up in
the tables of the trace, and the write events that it asked for.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields
from operator import is_

from jupyter_hybridize.facts.function import FunctionFacts
from jupyter_hybridize.facts.writes import Question, Writes
from jupyter_hybridize.interpreter.memory.tables import Table, begin, fits, footprint
from jupyter_hybridize.interpreter.trace import Trace, Write


@dataclass(frozen=True, slots=True)
class _Gathered:
    """The facts of one function, and what they rest on."""

    given: Sequence[object]
    told: tuple[object, ...]
    looked_up: list[tuple[int, dict[object, object]]]  # by table
    asked: dict[Question, list[Write]]
    facts: FunctionFacts


class Remembered:
    """The facts of the functions of one trace, those of an *earlier* one where they are the same."""

    def __init__(self, trace: Trace, earlier: Remembered | None = None) -> None:
        """Nothing is remembered of programs before the *earlier* one."""
        self.writes: Writes = Writes(trace, None if earlier is None else earlier.writes)
        self._tables = tuple(
            table for table in (getattr(trace, each.name) for each in fields(Trace)) if isinstance(table, Table)
        )
        self._earlier = {} if earlier is None else earlier._gathered
        self._gathered: dict[str, _Gathered] = {}

    def facts(
        self,
        definition: str,
        given: Sequence[object],
        told: tuple[object, ...],
        gather: Callable[[], FunctionFacts],
    ) -> FunctionFacts:
        """Return what *gather* returns for *definition*.

        That depends on the very objects *given*, on what equals *told*, and on what it looks up in the tables of the
        trace and asks about the writes.
        """
        old = self._earlier.get(definition)
        if old is not None and _are_same(old.given, given) and old.told == told and self._fits(old):
            self._gathered[definition] = old
            return old.facts
        for table in self._tables:
            begin(table)
        self.writes.asked = {}
        facts = gather()
        looked_up = [(place, before) for place, before in enumerate(map(footprint, self._tables)) if before != {}]
        known = [(place, before) for place, before in looked_up if before is not None]
        if len(known) == len(looked_up):
            self._gathered[definition] = _Gathered(given, told, known, self.writes.asked, facts)
        return facts

    def close(self) -> None:
        """Forget what only gathering needs: the facts are all told."""
        self._tables, self._earlier = (), {}
        self.writes.close()

    def _fits(self, old: _Gathered) -> bool:
        answer = self.writes.answer
        return all(answer(question) is writes for question, writes in old.asked.items()) and all(
            fits(self._tables[place], before) for place, before in old.looked_up
        )


def _are_same(one: Sequence[object], other: Sequence[object]) -> bool:
    return len(one) == len(other) and all(map(is_, one, other))
