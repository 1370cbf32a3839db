"""What the retrace monitor saw, as the output of a cell."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import asdict, dataclass

from jupyter_hybridize.results.watch import StaleCapture, TraceEvent, WatchedFunction, WatchReport
from jupyter_hybridize.surfaces.payload import Json
from jupyter_hybridize.surfaces.quantities import duration
from jupyter_hybridize.surfaces.report_html import STYLE, prose
from jupyter_hybridize.surfaces.result_payload import chosen, head
from jupyter_hybridize.surfaces.text_table import Table
from jupyter_hybridize.surfaces.wording import Places, begun, plural, sentence

WATCH_TYPE = "application/vnd.jupyter-hybridize.watch+json"
QUIET = "No hybrid function was traced since watching began."
HEAD = ("function", "traces", "avoidable", "tracing took", "why again")
NUMERIC = frozenset({"traces", "avoidable", "tracing took"})


@dataclass(frozen=True, slots=True, repr=False)
class WatchOutput:
    """Everything seen since watching began."""

    report: WatchReport
    places: Places

    def __repr__(self) -> str:
        lines = [*(self._table().as_text() if self.report.functions else [QUIET]), *self._lines()]
        return "\n".join(lines)

    def _repr_mimebundle_(
        self, include: Collection[str] | None = None, exclude: Collection[str] | None = None
    ) -> dict[str, Json]:
        table = self._table().as_html() if self.report.functions else f"<p>{QUIET}</p>"
        bundle: dict[str, Json] = {
            "text/plain": repr(self),
            "text/html": f'{STYLE}<div class="jp-hybridize">{table}{_paragraphs(self._lines())}</div>',
            WATCH_TYPE: watch_payload(self.report),
        }
        return chosen(bundle, include, exclude)

    def _table(self) -> Table:
        return Table(HEAD, tuple(map(_row, self.report.functions)), NUMERIC).without_empty()

    def _lines(self) -> list[str]:
        return list(_advice(self.report, self.places))


@dataclass(frozen=True, slots=True, repr=False)
class NewsOutput:
    """What was noticed while one cell ran, and is worth a word."""

    events: tuple[TraceEvent, ...]
    stale: tuple[StaleCapture, ...]
    places: Places

    def __bool__(self) -> bool:
        return bool(self._lines())

    def __repr__(self) -> str:
        return "\n".join(self._lines())

    def _repr_mimebundle_(
        self, include: Collection[str] | None = None, exclude: Collection[str] | None = None
    ) -> dict[str, Json]:
        html = f'{STYLE}<div class="jp-hybridize">{_paragraphs(self._lines())}</div>'
        return chosen({"text/plain": repr(self), "text/html": html}, include, exclude)

    def _lines(self) -> list[str]:
        return [*self._traced(), *(_stale(capture) for capture in self.stale)]

    def _traced(self) -> Iterator[str]:
        """Yield a line for each function that was traced more often than it need be, and each reason."""
        reasons: dict[tuple[object, ...], list[TraceEvent]] = {}
        for event in self.events:
            if not event.is_fine:
                arguments = tuple(change.parameter for change in event.changes)
                reasons.setdefault((event.function, event.cause, arguments), []).append(event)
        for events in reasons.values():
            times = "again" if len(events) == 1 else f"{plural(len(events), 'time')} again"
            yield f"▲ `{events[-1].function}` was traced {times}: {_why(events[-1], self.places)}"


def _why(event: TraceEvent, places: Places) -> str:
    where = f" ({places.name(event.call)})" if event.call else ""
    return " ".join(filter(None, (sentence(f"{event.shown}{where}"), begun(event.advice))))


def _stale(capture: StaleCapture) -> str:
    return " ".join(filter(None, (f"▲ {sentence(capture.message)}", begun(capture.advice))))


def _row(function: WatchedFunction) -> tuple[str, ...]:
    reasons = "; ".join(f"{reason.count} × {reason.latest.message}" for reason in function.reasons[:2])
    return function.name, str(function.traces), str(function.avoidable), duration(function.seconds), reasons


def _advice(report: WatchReport, places: Places) -> Iterator[str]:
    if report.obstacle:
        yield sentence(report.obstacle)
    for function in report.functions:
        for reason in function.reasons:
            if not reason.latest.is_fine:
                yield f"▲ `{function.name}`: {_why(reason.latest, places)}"
    yield from map(_stale, report.stale)


def _paragraphs(lines: Iterable[str]) -> str:
    return "".join(f"<p>{prose(line)}</p>" for line in lines)


def watch_payload(report: WatchReport) -> dict[str, Json]:
    """Return the JSON object of *report*, without any value of the user's."""
    stored = report.stored()
    return {
        **head(),
        "functions": [_function(function) for function in stored.functions],
        "stale": [_capture(capture) for capture in stored.stale],
        "obstacle": stored.obstacle,
    }


def _function(function: WatchedFunction) -> Json:
    reasons: list[Json] = [
        {
            "cause": reason.cause.value,
            "parameter": reason.parameter,
            "count": reason.count,
            "message": reason.latest.message,
            "advice": reason.latest.advice,
            "is_fine": reason.latest.is_fine,
        }
        for reason in function.reasons
    ]
    counts: dict[str, Json] = {"traces": function.traces, "functions": function.functions}
    return {"name": function.name, **counts, "seconds": round(function.seconds, 6), "reasons": reasons}


def _capture(capture: StaleCapture) -> Json:
    texts: dict[str, Json] = {name: value for name, value in asdict(capture).items() if isinstance(value, str)}
    return {**texts, "cell": capture.cell}
