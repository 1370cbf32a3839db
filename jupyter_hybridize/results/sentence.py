"""A benchmark's result in one sentence that a person can act on."""

from __future__ import annotations

from jupyter_hybridize.results.benchmark import BenchmarkResult, Speedup, Timing

FEW_OPERATIONS = 15  # below about so many tiny operations a graph's call costs more than it saves
FEWEST_BLOCKS = 5
_WIDEST = 4.0  # the upper end of an interval over its lower end
_WORTH = 1.1  # a smaller gain is not worth a decorator


def sentence(result: BenchmarkResult) -> str:
    """Return what was found: "4.6× faster (4.2–4.9); tracing costs 180 ms, so it pays after 91 calls"."""
    found = next((speedup for speedup in result.speedups if speedup.variant == "graph"), None)
    timing = result.timing("graph")
    if timing is not None and timing.error is not None and found is None:
        return _failure(timing)
    if found is None:
        return _without_graph(result)
    said = _said(found, result)
    better = _better_compiled(found, result)
    return f"{_warning(found)}{said}{f'; {better}' if better else ''}"


def times(ratio: float) -> str:
    """Return a ratio for people: "0.4×", "4.6×", "18×"."""
    return f"{_number(ratio)}×"


def duration(seconds: float) -> str:
    """Return a duration for people, to two digits: "850 µs", "1.2 ms", "180 ms", "1.5 s", "3 min"."""
    if seconds >= 90:
        return f"{seconds / 60:.0f} min"
    for unit, size in (("s", 1.0), ("ms", 1e-3)):
        if seconds >= size * 0.995:
            return f"{_two_digits(seconds / size)} {unit}"
    return f"{_two_digits(seconds * 1e6)} µs"


def _failure(graph: Timing) -> str:
    assert graph.error is not None
    return graph.error if graph.error.startswith("not measured") else f"cannot run as a graph: {graph.error}"


def _without_graph(result: BenchmarkResult) -> str:
    compiled = next((speedup for speedup in result.speedups if speedup.variant == "xla"), None)
    if compiled is None:
        return "not measured: there is nothing to compare with"
    return f"{_warning(compiled)}compiled by XLA: {_said(compiled, result)}"


def _warning(speedup: Speedup) -> str:
    """Return what comes before everything else: that the results are not the same."""
    if not speedup.agreement.startswith("differs"):
        return ""
    return f"the graph gives other results ({speedup.agreement.removeprefix('differs: ')}); "


def _said(speedup: Speedup, result: BenchmarkResult) -> str:
    eager, other = result.timing("eager"), result.timing(speedup.variant)
    assert eager is not None
    assert other is not None
    fewest = min(len(eager.blocks), len(other.blocks))
    if fewest < FEWEST_BLOCKS:
        return f"inconclusive: {fewest} {_plural('measurement', fewest)} only, about {times(speedup.ratio)}"
    few = eager.operations is not None and eager.operations < FEW_OPERATIONS
    count = f"{eager.operations} {_plural('op', eager.operations or 0)} a call"
    if speedup.low > 1:
        return _faster(speedup, eager, other)
    if speedup.high < 1:
        how_much = f"{times(speedup.ratio)} ({_interval(speedup)})"
        return f"no gain: {count}; {how_much}" if few else f"slower: {how_much}; {count}"
    if speedup.high <= _WORTH and speedup.low >= 1 / _WORTH:
        return f"no gain: {count if few else f'{times(speedup.ratio)} ({_interval(speedup)})'}"
    return f"inconclusive: noise ({_interval(speedup)})"


def _faster(speedup: Speedup, eager: Timing, other: Timing) -> str:
    is_wide = speedup.high > _WIDEST * speedup.low
    if is_wide and speedup.low < _WORTH:
        return f"inconclusive: noise (faster, but anything from {times(speedup.low)} to {times(speedup.high)})"
    if speedup.high < _WORTH:
        return f"hardly any gain: {times(speedup.ratio)} ({_interval(speedup)})"
    said = f"{times(speedup.ratio)} faster ({_interval(speedup)})"
    if is_wide:  # how much is not known, that it is faster is
        said = f"at least {times(speedup.low)} faster ({_interval(speedup)}, a noisy measurement)"
    if speedup.break_even_calls is None or other.first_call is None:
        return said
    cost = duration(max(0.0, other.first_call - other.median))
    calls = speedup.break_even_calls
    verb = "compiling" if other.variant == "xla" else "tracing"
    return f"{said}; {verb} costs {cost}, so it pays after {calls:,} {_plural('call', calls)}"


def _better_compiled(graph: Speedup, result: BenchmarkResult) -> str:
    """Return what XLA adds, where it is clearly faster than the graph and than eager."""
    compiled = next((speedup for speedup in result.speedups if speedup.variant == "xla"), None)
    timing = result.timing("xla")
    if compiled is None or timing is None or len(timing.blocks) < FEWEST_BLOCKS:
        return ""
    if compiled.low <= max(graph.high, 1.0):
        return ""
    calls = compiled.break_even_calls
    pays = f", pays after {calls:,} {_plural('call', calls)}" if calls is not None else ""
    doubt = f"; {compiled.agreement}" if compiled.agreement.startswith(("differs", "not comparable")) else ""
    return f"with jit_compile=True {times(compiled.ratio)} ({_interval(compiled)}{pays}{doubt})"


def _interval(speedup: Speedup) -> str:
    return f"{_number(speedup.low)}–{_number(speedup.high)}"


def _number(value: float) -> str:
    if value >= 9.95:
        return f"{value:.0f}"
    if 0.9 <= value < 1.1:  # here the second digit tells a gain from a loss
        return f"{value:.2f}"
    return f"{value:.1f}" if value >= 0.095 else f"{value:.2f}"


def _two_digits(value: float) -> str:
    if value >= 99.5:
        return f"{round(value, -1):.0f}"
    return f"{value:.0f}" if value >= 9.95 else f"{value:.1f}"


def _plural(word: str, count: int) -> str:
    return word if count == 1 else f"{word}s"
