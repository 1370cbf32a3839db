"""The picture of a benchmark: how long calls take, and from which call on tracing has paid for itself.

Drawn on matplotlib's ``Figure`` alone: pyplot keeps a global state that is the user's, and may not be used in threads.
"""

from __future__ import annotations

import base64
import io
import math
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from jupyter_hybridize.results.benchmark import BenchmarkResult, Timing
from jupyter_hybridize.surfaces.benchmark_output import NAMES, text_lines, title
from jupyter_hybridize.surfaces.payload import Json
from jupyter_hybridize.surfaces.quantities import duration, ratio
from jupyter_hybridize.surfaces.result_payload import chosen
from jupyter_hybridize.surfaces.wording import plural

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

# Each has a contrast of at least 3 on white and on #111, the text one of at least 4.
COLOURS = {"eager": "#2f7fd0", "graph": "#d9661f", "xla": "#2e9e5b"}
TEXT = "#797979"
SIZE = (8.2, 3.0)  # inches
RESOLUTION = 110  # dots an inch
LONGEST_TITLE = 70
FARTHEST = 20  # a break-even that lies farther, times the nearer one, is named but not drawn


@dataclass(frozen=True, slots=True, repr=False)
class BenchmarkPicture:
    """The picture as an output of its own; where there is no matplotlib, a line that says so."""

    result: BenchmarkResult

    def __repr__(self) -> str:
        return "Picture of the benchmark: " + next(iter(text_lines(self.result)))

    def _repr_mimebundle_(
        self, include: Collection[str] | None = None, exclude: Collection[str] | None = None
    ) -> dict[str, Json]:
        bundle: dict[str, Json] = {"text/plain": repr(self)}
        if not drawn(self.result):
            return bundle
        try:
            bundle["image/png"] = base64.b64encode(png(self.result)).decode("ascii")
        except ImportError:
            bundle["text/plain"] = "Install matplotlib to see a picture of the benchmark."
        return chosen(bundle, include, exclude)


def drawn(result: BenchmarkResult) -> tuple[Timing, ...]:
    """Return the timings that can be drawn."""
    return tuple(
        timing for timing in result.timings if timing.blocks and timing.error is None and min(timing.blocks) > 0
    )


def png(result: BenchmarkResult) -> bytes:
    """Return the picture, transparent, for light and dark pages; raise ImportError without matplotlib."""
    import matplotlib.style

    target = io.BytesIO()
    with matplotlib.style.context("default"):  # whatever the user set for pictures of their own
        figure = draw(result)
        figure.savefig(target, format="png", dpi=RESOLUTION, transparent=True)
    return target.getvalue()


def draw(result: BenchmarkResult) -> Figure:
    """Return the figure: the distributions on the left, the break-even on the right."""
    from matplotlib.figure import Figure

    timings = drawn(result)
    figure = Figure(figsize=SIZE, layout="constrained")
    left, right = figure.subplots(1, 2, width_ratios=(1.15, 1))
    _distributions(left, timings, result)
    _break_even(right, timings, result)
    for axes in (left, right):
        _quiet(axes)
    figure.suptitle(_shortened(title(result)), fontsize=9, color=TEXT)
    return figure


def _distributions(axes: Axes, timings: Sequence[Timing], result: BenchmarkResult) -> None:
    """Draw a row for each variant: every block a dot, the density around them, the median a stroke."""
    from matplotlib.ticker import LogLocator, NullLocator

    for row, timing in enumerate(timings):
        colour, seconds = COLOURS.get(timing.variant, TEXT), timing.blocks
        height = -float(row)
        if len(seconds) > 3 and max(seconds) > min(seconds):
            logs = [math.log10(each) for each in seconds]
            _density(axes, logs, height, colour)
        axes.plot(seconds, [height] * len(seconds), "|", color=colour, alpha=0.55, markersize=5)
        axes.plot([timing.median] * 2, [height - 0.16, height + 0.42], color=colour, linewidth=2.2)
        axes.text(timing.median, height - 0.2, _label(timing, result), color=TEXT, fontsize=8, ha="center", va="top")
    axes.set_xscale("log")
    axes.set_ylim(-len(timings) + 0.35, 0.6)
    axes.set_yticks([-float(row) for row in range(len(timings))], [NAMES.get(t.variant, t.variant) for t in timings])
    axes.margins(x=0.14)
    axes.xaxis.set_major_locator(LogLocator(subs=_steps(timings), numticks=12))
    axes.xaxis.set_minor_locator(NullLocator())
    axes.xaxis.set_major_formatter(lambda value, _: _tick(value))
    axes.set_title("time per call", fontsize=9, color=TEXT)


def _steps(timings: Sequence[Timing]) -> tuple[float, ...]:
    """Return the multiples of each power of ten that are labelled: the fewer, the more powers there are."""
    seconds = [block for timing in timings for block in timing.blocks]
    decades = math.log10(max(seconds) / min(seconds)) if seconds else 0.0
    return (1, 2, 5) if decades < 1.2 else (1, 3) if decades < 2.0 else (1,)


def _density(axes: Axes, logs: list[float], height: float, colour: str) -> None:
    from matplotlib.mlab import GaussianKDE

    spread = max(max(logs) - min(logs), 1e-3)
    low, high = min(logs) - 0.15 * spread, max(logs) + 0.15 * spread
    points = [low + (high - low) * step / 120 for step in range(121)]
    density = GaussianKDE(logs).evaluate(points)
    top = [height + 0.4 * float(value) / float(max(density)) for value in density]
    axes.fill_between([10**point for point in points], height, top, color=colour, alpha=0.3, linewidth=0)


def _label(timing: Timing, result: BenchmarkResult) -> str:
    speedup = next((each for each in result.speedups if each.variant == timing.variant), None)
    return duration(timing.median) + (f"  ({ratio(speedup.ratio)})" if speedup else "")


def _break_even(axes: Axes, timings: Sequence[Timing], result: BenchmarkResult) -> None:
    """Draw the time that so many calls take altogether: the first call of a graph includes tracing."""
    calls = _horizon(timings, result)
    for timing in timings:
        start = (timing.first_call or timing.median) - timing.median
        colour, name = COLOURS.get(timing.variant, TEXT), NAMES.get(timing.variant, timing.variant)
        cost = f", first call {duration(timing.first_call)}" if timing.first_call is not None else ""
        axes.plot([0, calls], [start, start + calls * timing.median], color=colour, linewidth=1.8, label=name + cost)
        if timing.first_call is not None:
            axes.plot([0], [start], "o", color=colour, markersize=4, clip_on=False)
    _crossings(axes, timings, result, calls)
    axes.set_xlim(0, calls)
    axes.set_ylim(bottom=0)
    axes.xaxis.set_major_formatter(lambda value, _: f"{value:,.0f}")
    axes.yaxis.set_major_formatter(lambda value, _: _tick(value))
    axes.set_xlabel("calls", fontsize=8, color=TEXT)
    axes.set_title("time altogether, tracing included", fontsize=9, color=TEXT)
    axes.legend(frameon=False, fontsize=8, labelcolor=TEXT, loc="upper left")


def _crossings(axes: Axes, timings: Sequence[Timing], result: BenchmarkResult, calls: float) -> None:
    """Mark where a graph has caught up with eager execution, and what its tracing costs."""
    eager = next((timing for timing in timings if timing.variant == "eager"), None)
    for speedup in result.speedups:
        timing = next((each for each in timings if each.variant == speedup.variant), None)
        even = speedup.break_even_calls
        if eager is None or timing is None or even is None or even > calls:
            continue
        at, colour = (even, even * eager.median), COLOURS.get(speedup.variant, TEXT)
        axes.plot([even] * 2, [0, at[1]], ":", color=colour, linewidth=1.2)
        axes.plot(*at, "o", color=colour, markersize=6)
        axes.annotate(plural(even, "call"), (even, 0), (5, 5), textcoords="offset points", color=TEXT, fontsize=8)


def _horizon(timings: Sequence[Timing], result: BenchmarkResult) -> float:
    """Return up to how many calls to draw: a little beyond the break-even, if it is ever reached."""
    names = {timing.variant for timing in timings}
    even = sorted(s.break_even_calls for s in result.speedups if s.break_even_calls and s.variant in names)
    if even:
        return max(4.0, 1.6 * max(each for each in even if each <= FARTHEST * even[0]))
    slowest = max(timing.median for timing in timings)
    return max(4.0, 3 * max((timing.first_call or 0.0) for timing in timings) / slowest)


def _tick(seconds: float) -> str:
    """Return a round number of seconds in short: ``20 ms``, ``0.5 s``."""
    for size, unit in ((1.0, "s"), (1e-3, "ms"), (1e-6, "µs")):
        if seconds >= size * 0.9995:
            return f"{round(seconds / size, 3):g} {unit}"
    return "0" if seconds <= 0 else f"{round(seconds / 1e-9, 3):g} ns"


def _quiet(axes: Axes) -> None:
    axes.tick_params(colors=TEXT, labelsize=8, which="both", width=0.8)
    for side, spine in axes.spines.items():
        spine.set_visible(side in ("left", "bottom"))
        spine.set_color(TEXT)
    axes.patch.set_alpha(0)


def _shortened(text: str) -> str:
    text = text.replace("$", r"\$")  # else matplotlib would typeset mathematics
    return text if len(text) <= LONGEST_TITLE else f"{text[: LONGEST_TITLE - 1]}…"
