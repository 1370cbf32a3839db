"""What ``check`` does: analyses, leaves out what the settings say, and prints the rest."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from jupyter_hybridize.results.report import Report, UnitReport
from jupyter_hybridize.surfaces.analysis import analyse
from jupyter_hybridize.surfaces.checking.baseline import (
    Baseline,
    BaselineError,
    Entry,
    entries,
    new_only,
    read_baseline,
)
from jupyter_hybridize.surfaces.checking.configuration import Configuration
from jupyter_hybridize.surfaces.checking.rendering import rendered
from jupyter_hybridize.surfaces.checking.settings import Settings, SettingsError
from jupyter_hybridize.surfaces.excerpt import visible
from jupyter_hybridize.surfaces.selection import Selection
from jupyter_hybridize.surfaces.wording import plural


@dataclass(frozen=True, slots=True)
class Outcome:
    """What ``check`` prints: the report, and lines beside it."""

    text: str
    notes: tuple[str, ...]
    errors: tuple[str, ...]
    is_actionable: bool
    unknown_calls: Mapping[str, int]
    is_text: bool  # the report is text, to which lines may be added

    def unknown_lines(self) -> Iterator[str]:
        """Yield a line for each call that nobody could see into, with how many places it stands at."""
        ordered = sorted(self.unknown_calls.items(), key=lambda item: (-item[1], item[0]))
        yield f"Not seen into: {plural(len(ordered), 'call')}, at {plural(sum(self.unknown_calls.values()), 'place')}."
        width = len(str(ordered[0][1])) if ordered else 0
        yield from (f"  {count:{width}}  {visible(name)}" for name, count in ordered)


@dataclass(frozen=True, slots=True)
class Known:
    """Which baseline to use, if any, and whether to write it instead of leaving out what is known."""

    path: str | None = None
    is_written: bool = False


def check_paths(paths: Sequence[str], configuration: Configuration, known: Known, *, verbose: bool) -> Outcome:
    """Analyse what is at *paths* and return what to print."""
    settings = configuration.of_all(paths)
    is_narrowed = configuration.overrides.select is not None
    baseline = _baseline(known, settings, is_narrowed=is_narrowed)
    analysis = analyse(paths, configuration, settings.jobs)
    analysis = replace(analysis, report=_selected(analysis.report, configuration))
    unknown, is_text = analysis.report.unknown_calls, settings.format == "text"
    if baseline is None:
        text = rendered(analysis, settings.format, verbose)
        return Outcome(text, (), analysis.errors, analysis.is_actionable, unknown, is_text)
    found = entries(analysis.report, analysis.sources)
    if known.is_written:
        return Outcome("", (_write(baseline.updated(found)),), analysis.errors, False, unknown, is_text)
    analysis = replace(analysis, report=new_only(analysis.report, analysis.sources, baseline))
    notes = tuple(_notes(baseline, found, is_narrowed=is_narrowed))
    text = rendered(analysis, settings.format, verbose)
    return Outcome(text, notes, analysis.errors, analysis.is_actionable, unknown, is_text)


def _baseline(known: Known, settings: Settings, *, is_narrowed: bool) -> Baseline | None:
    if known.path is None and settings.baseline is None:
        if known.is_written:
            raise SettingsError("--write-baseline needs a file: --baseline FILE, or `baseline` in the settings")
        return None
    if known.is_written and is_narrowed:
        raise SettingsError("--write-baseline writes all issues: leave --select out")
    path = Path(known.path) if known.path is not None else settings.folder / (settings.baseline or "")
    if known.is_written and not os.path.exists(path):
        return Baseline(Path(os.path.abspath(path)), {})
    return read_baseline(path)


def _write(baseline: Baseline) -> str:
    from jupyter_hybridize.edit.file import write_file

    try:
        write_file(baseline.path, baseline.text().encode())
    except OSError as error:
        raise BaselineError(f"{_shown(baseline)}: cannot be written: {error.strerror or error}") from None
    return f"{plural(sum(map(len, baseline.files.values())), 'issue')} written to {_shown(baseline)}"


def _notes(baseline: Baseline, found: Mapping[str, frozenset[Entry]], *, is_narrowed: bool) -> Iterator[str]:
    known = sum(len(own & baseline.known(unit)) for unit, own in found.items())
    if known:
        yield f"{plural(known, 'known issue')} left out, by {_shown(baseline)}"
    stale = 0 if is_narrowed else baseline.stale(found)
    if stale:
        yield f"{plural(stale, 'issue')} of {_shown(baseline)} no longer found; --write-baseline brings it up to date"


def _shown(baseline: Baseline) -> str:
    return os.path.relpath(baseline.path)


def _selected(report: Report, configuration: Configuration) -> Report:
    """Return *report* as the settings of each file want it."""
    made: Callable[[tuple[str, ...], tuple[str, ...]], Selection] = cache(Selection.of)

    def of(unit: UnitReport) -> UnitReport:
        path = Path(os.path.abspath(unit.path))
        settings = configuration.of(path)
        return made(settings.select, settings.ignored(path)).of_unit(unit)

    return replace(report, units=tuple(map(of, report.units)))
