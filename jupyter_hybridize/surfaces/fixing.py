"""The command ``fix``: writes what is proved into the files, one at a time, or shows it as a patch."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass, replace
from functools import cache
from itertools import groupby
from pathlib import Path

from jupyter_hybridize.edit.edit import Edit, EditError, unified_diff
from jupyter_hybridize.edit.file import edit_bytes, write_file
from jupyter_hybridize.results.report import FunctionReport, Report, UnitReport
from jupyter_hybridize.surfaces.analysis import Analysis, analyse
from jupyter_hybridize.surfaces.changes import Change, Changes, Wish, plan_changes
from jupyter_hybridize.surfaces.checking.configuration import Configuration
from jupyter_hybridize.surfaces.excerpt import visible
from jupyter_hybridize.surfaces.selection import Selection
from jupyter_hybridize.surfaces.wording import Places, bug_line, plural


@dataclass(frozen=True, slots=True)
class Fixed:
    """What `fix` did: a text for the user, one line for each failure, and whether something is left to do."""

    text: str
    errors: tuple[str, ...]
    is_left: bool


def fix_paths(
    paths: Sequence[str],
    configuration: Configuration,
    confidences: Set[str],
    names: Set[str],
    *,
    write: bool,
    signatures: bool = False,
) -> Fixed:
    """Carry out what is proved, and the verdicts of the *confidences*, of the functions called *names*.

    Without names, of all that are expected to gain. With *signatures*, decorators get those that can be written safely.

    What the settings ignore is taken on trust, and nothing is written on trust.
    """
    settings = configuration.of_all(paths)
    wanted = {"proved", *settings.fix_include, *confidences}
    selections = cache(Selection.of)

    def wish(unit: UnitReport, function: FunctionReport) -> bool:
        if function.confidence not in wanted or (function.name not in names if names else not function.pays):
            return False
        path = Path(os.path.abspath(unit.path))
        trusted = selections((), configuration.of(path).ignored(path)).trusted(function)
        return (trusted.action, trusted.confidence) == (function.action, function.confidence)

    analysis = analyse(paths, configuration, settings.jobs)
    fixed = fix_files(analysis, wish, write=write, signatures=signatures or settings.fix_signatures)
    return replace(fixed, errors=(*analysis.errors, *fixed.errors))


def fix_files(analysis: Analysis, wish: Wish, *, write: bool, signatures: bool = False) -> Fixed:
    """Carry out the verdicts that *wish* agrees to, in their files."""
    lines: list[str] = []
    errors: list[str] = []
    left = False
    for changes in _planned(analysis, wish, errors, signatures=signatures):
        failed: set[str] = set()
        for path, edits in groupby(changes.edits, key=lambda edit: edit.unit):
            own = list(edits)
            try:
                lines += _carry_out(path, own, _of(changes.changes, path), write=write)
            except (EditError, OSError) as error:
                errors.append(str(error) if path in str(error) else f"{path}: {error}")
                failed.add(path)
        lines += changes.taken_back
        left |= bool(failed) or _is_actionable(changes.report) or (bool(changes.edits) and not write)
    if not lines:
        lines.append("Nothing to change.")
    return Fixed("".join(f"{line}\n" for line in lines), tuple(errors), left)


def _planned(analysis: Analysis, wish: Wish, errors: list[str], *, signatures: bool) -> Iterator[Changes]:
    units = {unit.path: unit for unit in analysis.report.units}
    for program in analysis.programs:
        own = tuple(units[unit.name] for unit in program.units)
        report = Report(own, analysis.report.knowledge, {})
        try:
            yield plan_changes(program, report, wish, signatures=signatures)
        except Exception as error:  # a bug of ours in one program: the others are still fixed
            errors.append(f"{program.units[0].name}: {bug_line(error)}")


def _carry_out(path: str, edits: Sequence[Edit], changes: Iterable[Change], *, write: bool) -> Iterator[str]:
    """Write the edits of one file, all or none, and yield what was done; or yield the patch."""
    data = Path(path).read_bytes()
    after = edit_bytes(path, data, edits)
    if not write:
        return iter([_patch(edit) for edit in edits])
    write_file(path, after)
    done = [f"{_where(change)}: `{visible(change.name)}` {change.text}" for change in changes]
    return iter([*done, f"{path}: {plural(len(done), 'change')} written"])


def _patch(edit: Edit) -> str:
    return unified_diff(edit, edit.place).rstrip("\n")


def _where(change: Change) -> str:
    return Places("").name((change.unit, change.cell, 0, 0))


def _of(changes: Iterable[Change], path: str) -> list[Change]:
    return [change for change in changes if change.unit == path]


def _is_actionable(report: Report) -> bool:
    return any(function.is_actionable for unit in report.units for function in unit.functions)
