"""What came of a benchmark, as the output of a cell: a table to read, and JSON for tools.

The picture is an output of its own (:mod:`~jupyter_hybridize.surfaces.figure`): a front end shows one type of an
output, HTML before PNG, and what becomes of a picture within HTML depends on where the notebook is read.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from jupyter_hybridize.results.benchmark import BenchmarkResult, Speedup, Timing
from jupyter_hybridize.surfaces.excerpt import visible
from jupyter_hybridize.surfaces.payload import Json
from jupyter_hybridize.surfaces.quantities import duration, memory, ratio
from jupyter_hybridize.surfaces.report_html import STYLE, prose
from jupyter_hybridize.surfaces.result_payload import BENCHMARK_TYPE, benchmark_payload, chosen
from jupyter_hybridize.surfaces.text_table import Table, escaped
from jupyter_hybridize.surfaces.wording import plural, sentence

NAMES = {"eager": "eager", "graph": "graph", "xla": "XLA"}
HEAD = (
    "",
    "per call",
    "middle half",
    "speed-up",
    "95 %",
    "first call",
    "pays after",
    "traces",
    "ops",
    "peak",
    "output",
)
NUMERIC = frozenset({"per call", "speed-up", "first call", "pays after", "traces", "ops", "peak"})


@dataclass(frozen=True, slots=True, repr=False)
class BenchmarkOutput:
    """What a notebook shows for a benchmark; readable without a kernel, untrusted, and where styles are stripped."""

    result: BenchmarkResult

    def __repr__(self) -> str:
        return "\n".join(text_lines(self.result))

    def _repr_mimebundle_(
        self, include: Collection[str] | None = None, exclude: Collection[str] | None = None
    ) -> dict[str, Json]:
        bundle: dict[str, Json] = {
            "text/plain": repr(self),
            "text/html": html(self.result),
            BENCHMARK_TYPE: benchmark_payload(self.result),
        }
        return chosen(bundle, include, exclude)


def text_lines(result: BenchmarkResult) -> Iterator[str]:
    """Yield the lines of *result* as plain text."""
    yield f"{title(result)}: {sentence(visible(result.sentence))}"
    yield ""
    yield from (f"  {line}" for line in table(result).as_text())
    yield ""
    yield from (f"{label}: {sentence(visible(text))}" for label, text in details(result))


def html(result: BenchmarkResult) -> str:
    """Return *result* as an HTML fragment."""
    name, device = f"<code>{escaped(call_of(result))}</code>", escaped(result.device)
    head = f"<p><strong>{name}</strong> on {device}: <strong>{prose(sentence(result.sentence))}</strong></p>"
    notes = "".join(f"<p><small>{label}: {prose(sentence(text))}</small></p>" for label, text in details(result))
    return f'{STYLE}<div class="jp-hybridize">{head}{table(result).as_html()}{notes}</div>'


def call_of(result: BenchmarkResult) -> str:
    """Return what was called, as the user wrote it where that is known."""
    return result.call or result.function


def title(result: BenchmarkResult) -> str:
    """Return what was measured, and where."""
    return visible(f"{call_of(result)} on {result.device}")


def table(result: BenchmarkResult) -> Table:
    """Return the measurements: a row for each way of running the function."""
    speedups = {speedup.variant: speedup for speedup in result.speedups}
    rows = tuple(_row(timing, speedups.get(timing.variant)) for timing in result.timings)
    return Table(HEAD, rows, NUMERIC).without_empty()


def _row(timing: Timing, speedup: Speedup | None) -> tuple[str, ...]:
    name = NAMES.get(timing.variant, timing.variant)
    if timing.error is not None or not timing.blocks:
        return (name, "–", *[""] * (len(HEAD) - 3), timing.error or "not measured")
    return (
        name,
        duration(timing.median),
        _middle_half(timing.blocks),
        *_speedup(speedup)[:2],
        duration(timing.first_call),
        _speedup(speedup)[2],
        str(timing.traces) if timing.first_call is not None else "–",
        "–" if timing.operations is None else f"{timing.operations:,}",
        memory(timing.peak_bytes),
        speedup.agreement if speedup else "",
    )


def _speedup(speedup: Speedup | None) -> tuple[str, str, str]:
    """Return the ratio, its interval, and from which call on it pays."""
    if speedup is None:
        return "", "", ""
    low, high = ratio(speedup.low).rstrip("×"), ratio(speedup.high).rstrip("×")
    calls = speedup.break_even_calls
    return ratio(speedup.ratio), f"{low}–{high}", "never" if calls is None else plural(calls, "call")


def _middle_half(blocks: tuple[float, ...]) -> str:
    """Return the span from the first to the third quartile."""
    ordered = sorted(blocks)
    last = len(ordered) - 1
    return f"{duration(ordered[last // 4])} – {duration(ordered[last - last // 4])}"


def details(result: BenchmarkResult) -> Iterator[tuple[str, str]]:
    """Yield what is to be known beside the table, each with its label."""
    if result.inputs:
        yield "Inputs", ", ".join(result.inputs)
    if result.signature:
        yield "Signature", f"`{result.signature}`"
    if result.predicted is not None:
        least = "at least " if result.predicted.at_least else ""
        operations = f"{least}{plural(result.predicted.ops, 'operation')}"
        yield "Expected", f"{least}{ratio(result.predicted.speedup)}, from {operations} a call"
    for note in result.notes:
        yield "Note", note
    if not result.state_restored:
        yield "Warning", "not all state is as it was before; restart the kernel, or run the cells that made it again"
