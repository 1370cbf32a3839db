"""What the analysis says of one function of a kernel: its report, its text, and whether a trial of it may run."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from jupyter_hybridize.domain.dtype import SHORT
from jupyter_hybridize.results.observed import Observed
from jupyter_hybridize.results.report import FindingReport, FunctionReport, Place, Report
from jupyter_hybridize.results.verification import Outcome, Verification
from jupyter_hybridize.source.identity import definition_digest
from jupyter_hybridize.source.program import Program
from jupyter_hybridize.surfaces.excerpt import LINE_END, Sources

_SPEC = re.compile(r"(?:var |np )?(?P<dtype>[a-z]+\d*)\[(?P<dims>[\d?,]*)\]")
_LONG = {short: name for name, short in SHORT.items()}


@dataclass(frozen=True, slots=True)
class Standing:
    """One definition, as the program that was run has it."""

    report: FunctionReport
    digest: str
    text: str  # from its `def` to its last line

    @property
    def refusal(self) -> FindingReport | None:
        """Return the finding for which it must not be tried, if there is one."""
        if self.report.safety != "unsafe":
            return None
        return next((f for f in self.report.findings if f.answer == "no" and not f.code.startswith("HYB4")), None)

    @property
    def is_refused_by_code(self) -> bool:
        """Return whether the analysis refuses it, and not an earlier verification, which other inputs may answer."""
        earlier = self.report.verification
        return self.report.safety == "unsafe" and (earlier is None or earlier.outcome != Outcome.REFUSED.value)

    def refused(self) -> Verification:
        """Return the outcome for a function that must not be tried."""
        finding, report = self.refusal, self.report
        if finding is None:
            return Verification(
                report.name, self.digest, Outcome.REFUSED, "as a `tf.function` it would not do the same"
            )
        place: Place = (finding.unit, finding.cell, finding.line, finding.column)
        return Verification(
            report.name,
            self.digest,
            Outcome.REFUSED,
            finding.message,
            rule=finding.code,
            place=place,
            advice=finding.advice,
        )

    def specs(self) -> tuple[tuple[str, Observed], ...] | None:
        """Return the inferred descriptions of its arguments, or None where one is not known."""
        found = tuple(
            (p.name, _observed(p.type)) for p in self.report.parameters if not _is_receiver(self.report, p.name)
        )
        known = tuple((name, observed) for name, observed in found if observed is not None)
        return known if len(known) == len(found) else None


def standing(names: Collection[str], report: Report, program: Program) -> Standing | None:
    """Return what is said of the latest definition called one of *names*, or None if no cell defines it."""
    defined = [f for unit in report.units for f in unit.functions if f.name in names and f.cell >= 0]
    if not defined:
        return None
    first = min((f.name for f in defined), key=list(names).index)
    latest = max((f for f in defined if f.name == first), key=lambda f: (f.cell, f.line))
    unit = next(unit.path for unit in report.units if latest in unit.functions)
    text = definition_text(Sources.of([program]).cells.get((unit, latest.cell), ""), latest)
    return Standing(latest, definition_digest(text), text)


def definition_text(cell: str, function: FunctionReport) -> str:
    """Return the text of *function*, decorators excluded, cut out of its *cell*."""
    lines = LINE_END.split(cell)[function.line - 1 : function.end_line]
    return "\n".join([lines[0][function.column :], *lines[1:]]) if lines else ""


def known_names(report: Report) -> Iterator[str]:
    """Yield the qualified names of all functions that cells define."""
    yield from dict.fromkeys(f.name for unit in report.units for f in unit.functions if "<lambda>" not in f.name)


def _is_receiver(report: FunctionReport, name: str) -> bool:
    return "." in report.name and name == "self"


def _observed(type_: str) -> Observed | None:
    """Return the description for a type as reports write it: ``f32[?,28]``, ``np f64[3]``."""
    match = _SPEC.fullmatch(type_)
    if match is None or match["dtype"] not in _LONG:
        return None
    shape = tuple(None if size == "?" else int(size) for size in match["dims"].split(",") if size)
    kind = "variable" if type_.startswith("var") else "array" if type_.startswith("np") else "tensor"
    return Observed(kind, "tensorflow.Tensor", _LONG[match["dtype"]], shape)
