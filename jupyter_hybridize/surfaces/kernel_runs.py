"""Which of a kernel's names are those of the notebook as it stands now, and not of texts that were run before."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from jupyter_hybridize.interpreter.syntax.last_bindings import LastBindings
from jupyter_hybridize.results.evidence import Evidence, EvidenceError
from jupyter_hybridize.source.cell import Cell
from jupyter_hybridize.source.order import ordered
from jupyter_hybridize.source.parse import parse
from jupyter_hybridize.source.program import Program
from jupyter_hybridize.surfaces.last_binders import MOST_UNKNOWN, digest_of

_MOST = 1_000
_LONGEST = 64


@dataclass(frozen=True, slots=True)
class KernelRuns:
    """What a kernel ran, by the digests of the texts; see :class:`~.last_binders.LastBinders`."""

    binders: Mapping[str, tuple[str, ...]]
    unknown: frozenset[str]


def read_runs(payload: object) -> KernelRuns | None:
    """Return what stands under ``ran`` in a kernel's answer; raise EvidenceError where it cannot be read."""
    held = payload.get("ran") if isinstance(payload, dict) else None
    if held is None:
        return None
    binders = held.get("binders") if isinstance(held, dict) else None
    if not isinstance(held, dict) or not isinstance(binders, dict) or len(binders) > _MOST:
        raise EvidenceError("ran is no JSON object that tells binders")
    return KernelRuns(
        {name: _digests(each) for name, each in binders.items()}, frozenset(_digests(held.get("unknown")))
    )


def _digests(item: object) -> tuple[str, ...]:
    if not isinstance(item, list) or len(item) > MOST_UNKNOWN + 1:
        raise EvidenceError("ran holds what is no list of digests")
    if not all(isinstance(each, str) and len(each) <= _LONGEST for each in item):
        raise EvidenceError("ran holds what is no digest")
    return tuple(item)


def as_it_stands(evidence: Evidence, runs: KernelRuns, program: Program) -> Evidence:
    """Return *evidence* with those names only that the notebook, as its text is now, has bound last.

    A name that a cell binds which was changed since, was not run, or was not run last, would be taken for something
    that it is not. Builtins count as unhidden once every cell that may hide them was run.
    """
    cells = [cell for unit in program.units for cell in ordered(unit, program.order)]
    document = _Document.of(cells)
    names = {name: item for name, item in evidence.names.items() if document.is_bound_by(name, runs.binders.get(name))}
    absent = evidence.absent if document.open_cells <= runs.unknown else frozenset[str]()
    return replace(evidence, names=names, absent=absent)


@dataclass(frozen=True, slots=True)
class _Document:
    """The cells in order, by the digests of their texts, and what each binds."""

    digests: Mapping[int, str]  # by the rank of the cell
    bindings: LastBindings
    binding_cells: Mapping[str, frozenset[str]]  # by name: the cells that may bind it
    open_cells: frozenset[str]  # those that may bind any name

    @classmethod
    def of(cls, cells: Sequence[Cell]) -> _Document:
        digests = [digest_of(cell.text) for cell in cells]
        parsed = [parse(cell) for cell in cells]
        alone = [LastBindings.of([cell], [each]) for cell, each in zip(cells, parsed, strict=True)]
        binding: dict[str, set[str]] = {}
        for digest, each in zip(digests, alone, strict=True):
            for name in (*each.last, *each.anywhere):
                binding.setdefault(name, set()).add(digest)
        bindings = LastBindings.of(cells, parsed)
        ranked = zip(cells, digests, strict=True)
        return cls(
            {bindings.ranks[cell.index]: digest for cell, digest in ranked if cell.index in bindings.ranks},
            bindings,
            {name: frozenset(found) for name, found in binding.items()},
            frozenset(d for d, each in zip(digests, alone, strict=True) if each.unknown or each.is_dynamic),
        )

    def is_bound_by(self, name: str, ran: Collection[str] | None) -> bool:
        """Return whether the cells that were *ran*, the latest first, say that the notebook's binding is the last."""
        if ran is None:
            return False
        latest = next(self._relevant(name, ran), None)
        return latest == self._expected(name) or (
            self.bindings.is_nowhere(name) and latest not in self.digests.values()
        )

    def _relevant(self, name: str, ran: Collection[str]) -> Iterator[str]:
        """Leave out cells that stand in the notebook and are known not to bind the name."""
        for digest in ran:
            harmless = digest in self.digests.values() and digest not in self.open_cells
            if not harmless or digest in self.binding_cells.get(name, ()):
                yield digest

    def _expected(self, name: str) -> str | None:
        bound, unknown = self.bindings.last.get(name), self.bindings.unknown
        positions = [*([bound.position] if bound else ()), *([unknown] if unknown else ())]
        return self.digests[max(positions)[0]] if positions else None
