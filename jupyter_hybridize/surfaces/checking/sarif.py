"""The report as SARIF 2.1.0, which code scanning and editors read.

A hazard is an error: it is wrong today. All else is a note: a decorator that could be there, and the reasons why a
function has to do without. Places are those of the file, so that a notebook's are lines of its JSON; the message and
the properties name the cell.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote

from jupyter_hybridize.results.report import FindingReport, FunctionReport, Report
from jupyter_hybridize.source.files import absolute
from jupyter_hybridize.surfaces.analysis import Analysis
from jupyter_hybridize.surfaces.checking.file_places import FilePlaces, Region
from jupyter_hybridize.surfaces.checking.issues import Issue, issues
from jupyter_hybridize.surfaces.checking.sarif_fixes import Fixes
from jupyter_hybridize.surfaces.checking.sarif_rules import described
from jupyter_hybridize.surfaces.payload import Json, tool_version
from jupyter_hybridize.surfaces.wording import Places

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
FINGERPRINT = "hybridizeIssue/v1"
GITHUB_FINGERPRINT = "primaryLocationLineHash"  # GitHub looks at no other, and makes up its own where there is none
ROOT = "%SRCROOT%"


def render_sarif(analysis: Analysis) -> str:
    """Return the SARIF log of *analysis*."""
    found = [issue for unit in analysis.report.units for issue in issues(unit, analysis.sources)]
    shown = [issue for issue in found if not issue.is_brief]
    ids = sorted({issue.rule for issue in shown})
    log = _Log(ids, Fixes.of(analysis.programs))
    driver: Json = {"name": "jupyter-hybridize", "version": tool_version(), "rules": described(ids)}
    run: dict[str, Json] = {
        "tool": {"driver": driver},
        "invocations": [
            {
                "executionSuccessful": not analysis.errors,
                "toolExecutionNotifications": [*_errors(analysis.errors), *log.problems(analysis.report)],
            }
        ],
        "results": [log.result(issue) for issue in shown],
        "columnKind": "unicodeCodePoints",
    }
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2) + "\n"


def _errors(errors: Iterable[str]) -> list[Json]:
    return [{"level": "error", "message": {"text": error}} for error in errors]


@dataclass(slots=True)
class _Log:
    """What the results of one run share."""

    ids: list[str]
    fixes: Fixes
    places: FilePlaces = field(default_factory=FilePlaces)

    def result(self, issue: Issue) -> Json:
        """Return one result."""
        function, finding = issue.function, issue.finding
        result: dict[str, Json] = {
            "ruleId": issue.rule,
            "ruleIndex": self.ids.index(issue.rule),
            "level": issue.level,
            "message": {"text": f"{issue.message}{_named(issue)}"},
            "locations": [self._location(issue)],
            "partialFingerprints": {FINGERPRINT: issue.fingerprint, GITHUB_FINGERPRINT: issue.fingerprint},
            "properties": {"confidence": function.confidence, **_cell(issue)},
        }
        if finding is not None and (finding.because or issue.others):
            result["relatedLocations"] = list(self._related(finding, issue.others))
        if issue.is_silenced:
            result["suppressions"] = [{"kind": "inSource", "justification": "a comment ignores it"}]
        if finding is None and (fix := self._fix(issue.unit, function)):
            result["fixes"] = [fix]
        return result

    def problems(self, report: Report) -> Iterator[Json]:
        """Yield what could not be used of the files that could."""
        for unit in report.units:
            for problem in unit.problems:
                line = max(problem.line, 1)
                region = self.places.region(unit.path, problem.cell, (line, 0), (line, 0))
                place: Json = {"physicalLocation": _physical(unit.path, region)}
                text = f"{problem.message}{_in_cell(problem.cell)}"
                yield {"level": "warning", "message": {"text": text}, "locations": [place]}

    def _location(self, issue: Issue) -> Json:
        name = issue.function.name
        logical: list[Json] = [
            {"name": name.rpartition(".")[2], "fullyQualifiedName": name, "kind": "function"},
        ]
        finding = issue.finding
        unit, cell, start, end = _stretch(issue) if finding is None else _own(finding)
        if cell >= 0:
            logical.append({"name": f"cell {cell}", "kind": "cell"})
        return {
            "physicalLocation": _physical(unit, self.places.region(unit, cell, start, end)),
            "logicalLocations": logical,
        }

    def _related(self, finding: FindingReport, others: Iterable[FindingReport]) -> Iterator[Json]:
        names = Places(finding.unit)
        places = [("by way of", place) for place in finding.because]
        places += [("also", (other.unit, other.cell, other.line, other.column)) for other in others]
        for number, (how, (unit, cell, line, column)) in enumerate(places):
            region = self.places.region(unit, cell, (line, column), (line, column))
            said = f"{how} {names.name((unit, cell, line, column))}"
            yield {"id": number, "physicalLocation": _physical(unit, region), "message": {"text": said}}

    def _fix(self, path: str, function: FunctionReport) -> Json:
        replacements = self.fixes.replacements(path, function)
        if not replacements:
            return None
        written: list[Json] = [
            {"deletedRegion": _region(each.region, is_point=True), "insertedContent": {"text": each.text}}
            for each in replacements
        ]
        change: Json = {"artifactLocation": _artifact(path), "replacements": written}
        return {
            "description": {"text": f"{function.action.capitalize()} `{function.name}`"},
            "artifactChanges": [change],
        }


def _stretch(issue: Issue) -> tuple[str, int, tuple[int, int], tuple[int, int]]:
    """Return where a verdict stands: at the first characters of the definition."""
    function = issue.function
    start = (function.line, function.column)
    return issue.unit, function.cell, start, (function.line, function.column + len("def"))


def _own(finding: FindingReport) -> tuple[str, int, tuple[int, int], tuple[int, int]]:
    start, end = (finding.line, finding.column), (finding.end_line, finding.end_column)
    return finding.unit, finding.cell, start, max(start, end)


def _named(issue: Issue) -> str:
    unit, cell, (line, column), _ = _stretch(issue) if issue.finding is None else _own(issue.finding)
    return "" if cell < 0 else f" ({Places(unit).name((unit, cell, line, column))})"


def _in_cell(cell: int) -> str:
    return "" if cell < 0 else f" (cell {cell})"


def _cell(issue: Issue) -> dict[str, Json]:
    _, cell, (line, _), _ = _stretch(issue) if issue.finding is None else _own(issue.finding)
    return {} if cell < 0 else {"cell": cell, "cellLine": line}


def _physical(path: str, region: Region) -> dict[str, Json]:
    return {"artifactLocation": _artifact(path), "region": _region(region, is_point=False)}


def _artifact(path: str) -> Json:
    """Return how SARIF names the file: seen from the current folder, the root of the sources, if it is below it."""
    place, here = absolute(Path(path)), Path.cwd()
    if place.is_relative_to(here):
        return {"uri": quote(place.relative_to(here).as_posix()), "uriBaseId": ROOT}
    return {"uri": place.as_uri()}


def _region(region: Region, *, is_point: bool) -> Json:
    """Return a region; one without characters only where a *point* is meant, as editors show nothing there."""
    is_empty = (region.line, region.column) == (region.end_line, region.end_column)
    start: dict[str, Json] = {"startLine": region.line, "startColumn": region.column}
    return start if is_empty and not is_point else {**start, "endLine": region.end_line, "endColumn": region.end_column}
