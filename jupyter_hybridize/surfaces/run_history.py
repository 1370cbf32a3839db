"""The benchmarks and verifications of a session, to compare after an edit."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, field

from jupyter_hybridize.results.benchmark import BenchmarkResult, Timing
from jupyter_hybridize.results.verification import Outcome, Verification
from jupyter_hybridize.surfaces.benchmark_output import NAMES
from jupyter_hybridize.surfaces.payload import Json
from jupyter_hybridize.surfaces.quantities import duration, ratio
from jupyter_hybridize.surfaces.report_html import STYLE, prose
from jupyter_hybridize.surfaces.result_payload import chosen
from jupyter_hybridize.surfaces.text_table import Table
from jupyter_hybridize.surfaces.wording import sentence

NOTHING = "Nothing was verified or benchmarked yet: `%hybridize bench train_step(x, y)` is how to begin."
HEAD = ("run", "in", "function", "call", "device", "eager", "graph", "speed-up", "XLA", "speed-up ", "outcome", "")
NUMERIC = frozenset({"run", "eager", "graph", "speed-up", "XLA", "speed-up "})


@dataclass(frozen=True, slots=True)
class Run:
    """One result, and the execution count of the cell it was asked for in."""

    number: int
    count: int
    result: BenchmarkResult | Verification


@dataclass(slots=True)
class RunHistory:
    """The runs of one session, the first first."""

    runs: list[Run] = field(default_factory=list)

    def add(self, result: BenchmarkResult | Verification, count: int) -> Run:
        """Keep *result* as the latest run."""
        run = Run(len(self.runs) + 1, count, result)
        self.runs.append(run)
        return run

    def of(self, name: str) -> tuple[Run, ...]:
        """Return the runs of the function *name*, or of all for no name."""
        return tuple(run for run in self.runs if name in ("", run.result.function))

    def is_verified(self, name: str, digest: str) -> bool:
        """Return whether the latest verification of this text of the function *name* found that its graph agrees."""
        results = [run.result for run in self.of(name) if run.result.digest == digest]
        verifications = [result for result in results if isinstance(result, Verification)]
        return bool(verifications) and verifications[-1].outcome is Outcome.VERIFIED


@dataclass(frozen=True, slots=True, repr=False)
class HistoryOutput:
    """What a notebook shows of a session's runs; *digest_of* tells a function's text now, None if it is gone."""

    runs: tuple[Run, ...]
    digest_of: Callable[[str], str | None]

    def __repr__(self) -> str:
        if not self.runs:
            return NOTHING
        return "\n".join([*self._table().as_text(), *([""] if self._lines() else []), *self._lines()])

    def _repr_mimebundle_(
        self, include: Collection[str] | None = None, exclude: Collection[str] | None = None
    ) -> dict[str, Json]:
        lines = "".join(f"<p>{prose(line)}</p>" for line in (self._lines() if self.runs else [NOTHING]))
        table = self._table().as_html() if self.runs else ""
        html = f'{STYLE}<div class="jp-hybridize">{table}{lines}</div>'
        return chosen({"text/plain": repr(self), "text/html": html}, include, exclude)

    def _table(self) -> Table:
        return Table(HEAD, tuple(self._row(run) for run in self.runs), NUMERIC).without_empty()

    def _row(self, run: Run) -> tuple[str, ...]:
        result = run.result
        head = (str(run.number), f"In [{run.count}]", result.function)
        if isinstance(result, Verification):
            return (*head, "", "", "", "", "", "", "", result.outcome.value.replace("-", " "), self._mark(run))
        times = [_time(result, variant) for variant in NAMES]
        ratios = [_ratio(result, variant) for variant in NAMES]
        measured = (times[0], times[1], ratios[1], times[2], ratios[2])
        return (*head, result.call, result.device, *measured, "", self._mark(run))

    def _mark(self, run: Run) -> str:
        now = self.digest_of(run.result.function)
        if now is None or not run.result.digest or now == run.result.digest:
            return ""
        return "edited since"

    def _lines(self) -> list[str]:
        return list(comparisons(self.runs))


def comparisons(runs: tuple[Run, ...]) -> Iterator[str]:
    """Yield, for each function that was timed more than once, how its last two benchmarks compare."""
    timed: dict[str, list[Run]] = {}
    for run in runs:
        if isinstance(run.result, BenchmarkResult):
            timed.setdefault(run.result.function, []).append(run)
    for name, several in timed.items():
        if len(several) > 1:
            yield _comparison(name, several[-2], several[-1])


def _comparison(name: str, before: Run, after: Run) -> str:
    old, new = before.result, after.result
    assert isinstance(old, BenchmarkResult)
    assert isinstance(new, BenchmarkResult)
    edit = "edited in between" if old.digest != new.digest else "the same text"
    if (old.call, old.device) != (new.call, new.device):
        edit += f", but on {old.call} on {old.device} then"
    changes = []
    for variant, shown in NAMES.items():
        one, other = old.timing(variant), new.timing(variant)
        if one and other and one.blocks and other.blocks:
            changes.append(f"{shown} {_change(one, other)}")
    runs = f"run {after.number} against run {before.number}"
    return sentence(f"`{name}`, {runs} ({edit}): {'; '.join(changes) or 'nothing to compare'}")


def _change(before: Timing, after: Timing) -> str:
    span = f"{duration(before.median)} → {duration(after.median)}"
    if _middle(before)[0] <= _middle(after)[1] and _middle(after)[0] <= _middle(before)[1]:
        return f"{span}, no more than noise"
    if after.median < before.median:
        return f"{span}, {ratio(before.median / after.median)} as fast"
    return f"{span}, {ratio(after.median / before.median)} as long"


def _middle(timing: Timing) -> tuple[float, float]:
    ordered = sorted(timing.blocks)
    last = len(ordered) - 1
    return ordered[last // 4], ordered[last - last // 4]


def _time(result: BenchmarkResult, variant: str) -> str:
    timing = result.timing(variant)
    return duration(timing.median) if timing and timing.blocks else "–"


def _ratio(result: BenchmarkResult, variant: str) -> str:
    return next((ratio(each.ratio) for each in result.speedups if each.variant == variant), "")
