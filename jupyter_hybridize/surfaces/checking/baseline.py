"""The baseline: a file of the issues that are known already, so that a report has only the new ones."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping, Set
from dataclasses import dataclass, replace
from pathlib import Path

from jupyter_hybridize.results.report import FindingReport, FunctionReport, Report, UnitReport
from jupyter_hybridize.source.files import absolute
from jupyter_hybridize.surfaces.checking.issues import Issue, issues
from jupyter_hybridize.surfaces.excerpt import Sources

VERSION = 1


class BaselineError(Exception):
    """A baseline that cannot be used; the message is one line that names the file."""


@dataclass(frozen=True, slots=True, order=True)
class Entry:
    """An issue that is known: the function and the rule for people, and the fingerprint that it is found by."""

    function: str
    rule: str
    fingerprint: str


@dataclass(frozen=True, slots=True)
class Baseline:
    """The known issues of each file, whose paths are seen from the folder that the baseline lies in."""

    path: Path  # of the baseline itself, absolute
    files: Mapping[str, frozenset[Entry]]

    def known(self, unit: str) -> frozenset[Entry]:
        """Return what is known of the file *unit*."""
        return self.files.get(_seen(unit, self.path), frozenset())

    def stale(self, found: Mapping[str, Set[Entry]]) -> int:
        """Return how many entries are no longer *found*, or are of files that are gone."""
        here = {_seen(unit, self.path): entries for unit, entries in found.items()}
        gone = sum(len(self.files[name] - entries) for name, entries in here.items() if name in self.files)
        return gone + sum(len(self.files[name]) for name in self._vanished() if name not in here)

    def updated(self, found: Mapping[str, Set[Entry]]) -> Baseline:
        """Return the baseline with what is *found* now; of files that were not analysed, it keeps what it has."""
        files = {name: entries for name, entries in self.files.items() if name not in self._vanished()}
        files |= {_seen(unit, self.path): frozenset(entries) for unit, entries in found.items()}
        return Baseline(self.path, {name: entries for name, entries in files.items() if entries})

    def text(self) -> str:
        """Return the content of the file, the same for the same issues."""
        files = {name: [_written(entry) for entry in sorted(entries)] for name, entries in sorted(self.files.items())}
        return json.dumps({"tool": "jupyter-hybridize", "version": VERSION, "files": files}, indent=2) + "\n"

    def _vanished(self) -> frozenset[str]:
        return frozenset(name for name in self.files if not os.path.exists(self.path.parent / name))


def read_baseline(path: Path) -> Baseline:
    """Return the baseline in the file at *path*."""
    try:
        loaded = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise BaselineError(f"{path}: no such baseline; --write-baseline writes it") from None
    except OSError as error:
        raise BaselineError(f"{path}: cannot be read: {error.strerror or error}") from None
    except (ValueError, RecursionError) as error:
        raise BaselineError(f"{path}: not a baseline: {error}") from None
    if not isinstance(loaded, dict) or loaded.get("version") != VERSION or not isinstance(loaded.get("files"), dict):
        raise BaselineError(f"{path}: not a baseline of version {VERSION}; --write-baseline writes it anew")
    try:
        files = {name: frozenset(map(_read, entries)) for name, entries in loaded["files"].items()}
    except (KeyError, TypeError):
        raise BaselineError(f"{path}: not a baseline: an entry without function, rule or fingerprint") from None
    return Baseline(absolute(path), files)


def entries(report: Report, sources: Sources) -> dict[str, frozenset[Entry]]:
    """Return what a baseline has of each file of *report*."""
    return {unit.path: frozenset(map(_entry, _counted(unit, sources))) for unit in report.units}


def new_only(report: Report, sources: Sources, baseline: Baseline) -> Report:
    """Return *report* without the issues that are known, and without functions of which all are."""
    return replace(report, units=tuple(_new_of(unit, sources, baseline.known(unit.path)) for unit in report.units))


def _new_of(unit: UnitReport, sources: Sources, known: frozenset[Entry]) -> UnitReport:
    counted = _counted(unit, sources) if known else []
    old = [issue for issue in counted if _entry(issue) in known]
    if not old:
        return unit
    left = {id(issue.function) for issue in counted if _entry(issue) not in known}
    named = {id(issue.function) for issue in counted}
    kept = (f for f in unit.functions if id(f) in left or id(f) not in named)
    dropped = {(id(issue.function), finding) for issue in old for finding in (issue.finding, *issue.others)}
    return replace(unit, functions=tuple(_without(function, dropped) for function in kept))


def _without(function: FunctionReport, dropped: Set[tuple[int, FindingReport | None]]) -> FunctionReport:
    """Return the function without the findings that are known; what differs only in the way to it goes with them."""
    places = {(f.code, f.unit, f.cell, f.line, f.message) for owner, f in dropped if owner == id(function) and f}
    left = [f for f in function.findings if (f.code, f.unit, f.cell, f.line, f.message) not in places]
    return replace(function, findings=tuple(left)) if places else function


def _counted(unit: UnitReport, sources: Sources) -> list[Issue]:
    return [issue for issue in issues(unit, sources) if not issue.is_silenced]


def _entry(issue: Issue) -> Entry:
    return Entry(issue.function.name, issue.rule, issue.fingerprint)


def _written(entry: Entry) -> Mapping[str, str]:
    return {"function": entry.function, "rule": entry.rule, "fingerprint": entry.fingerprint}


def _read(entry: Mapping[str, str]) -> Entry:
    return Entry(str(entry["function"]), str(entry["rule"]), str(entry["fingerprint"]))


def _seen(unit: str, baseline: Path) -> str:
    """Return the path of the file *unit* as the baseline writes it."""
    return Path(os.path.relpath(absolute(Path(unit)), baseline.parent)).as_posix()
