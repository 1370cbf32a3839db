"""The report as the workflow commands that GitHub turns into annotations of a pull request."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePath

from jupyter_hybridize.results.report import FunctionReport, Report
from jupyter_hybridize.surfaces.checking.file_places import FilePlaces
from jupyter_hybridize.surfaces.choice import Group, groups, is_brief, other_places
from jupyter_hybridize.surfaces.wording import Places, headline, sentence

LEVELS = {"hazard": "error"}  # wrong today; every other actionable verdict is advice


def render_annotations(report: Report) -> str:
    """Return one command for each actionable verdict; a function that nobody calls gets none, as few are shown.

    GitHub places an annotation by the line of the file; that of a notebook is JSON, so the message names the cell.
    """
    places = FilePlaces()
    commands = (line for unit in report.units for f in unit.functions for line in _commands(f, unit.path, places))
    return "".join(f"{line}\n" for line in commands)


def _commands(function: FunctionReport, path: str, places: FilePlaces) -> Iterator[str]:
    if not function.is_actionable or is_brief(function):
        return
    start = (function.line, function.column)
    line = places.region(path, function.cell, start, start).line
    title = f"{function.name}: {function.confidence}"
    properties = {"file": PurePath(path).as_posix(), "line": str(line), "title": title}
    settings = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    yield f"::{LEVELS.get(function.confidence, 'notice')} {settings}::{_data(_message(function, path))}"


def _message(function: FunctionReport, path: str) -> str:
    places = Places(path)
    reasons = [_reason(group, places) for group in groups(function, verbose=False) if group.finding.answer != "note"]
    where = places.name((path, function.cell, function.line, function.column))
    return "\n".join([f"`{function.name}` ({where}): {headline(function)}", *reasons])


def _reason(group: Group, places: Places) -> str:
    finding, others = group.finding, other_places(group, places)
    where = places.name((finding.unit, finding.cell, finding.line, finding.column))
    return f"{finding.code}: {sentence(finding.message)} ({where}{f', {others}' if others else ''})"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
