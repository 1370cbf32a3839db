"""The report as the workflow commands that GitHub turns into annotations of a pull request."""

from __future__ import annotations

from collections.abc import Iterator

from jupyter_hybridize.results.report import FunctionReport, Report
from jupyter_hybridize.surfaces.choice import Group, groups, is_brief, other_places
from jupyter_hybridize.surfaces.wording import Places, headline, sentence

LEVELS = {"hazard": "warning"}  # every other actionable verdict is advice


def render_annotations(report: Report) -> str:
    """Return one command for each actionable verdict; a function that nobody calls gets none, as few are shown.

    GitHub places an annotation by the line of the file; a notebook's file is JSON, so its annotations stand at line 1
    and name the cell.
    """
    return "".join(f"{line}\n" for unit in report.units for f in unit.functions for line in _commands(f, unit.path))


def _commands(function: FunctionReport, path: str) -> Iterator[str]:
    if not function.is_actionable or is_brief(function):
        return
    is_module = function.cell < 0
    title = f"{function.name}: {function.confidence}"
    properties = {"file": path, "line": str(function.line if is_module else 1), "title": title}
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
