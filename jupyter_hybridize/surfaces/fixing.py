"""The command ``fix``: writes what is proved into the files, one at a time, or shows it as a patch."""

from __future__ import annotations

import difflib
import os
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass, replace
from itertools import groupby
from pathlib import Path

from jupyter_hybridize.edit.edit import Edit, EditError, unified_diff
from jupyter_hybridize.edit.file import edit_bytes, write_file
from jupyter_hybridize.results.report import FunctionReport, Report, UnitReport
from jupyter_hybridize.session import Session
from jupyter_hybridize.source.program import Program
from jupyter_hybridize.surfaces.analysis import answers_on
from jupyter_hybridize.surfaces.changes import Change, Changes, plan_changes
from jupyter_hybridize.surfaces.checking.configuration import Configuration
from jupyter_hybridize.surfaces.excerpt import visible
from jupyter_hybridize.surfaces.selection import Selection
from jupyter_hybridize.surfaces.shared_modules import Planned, planned_together
from jupyter_hybridize.surfaces.wording import Places, badge_of, headline, plural


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
    confident = frozenset({"proved", *settings.fix_include, *confidences})
    wish = _Wish(configuration, confident, frozenset(names))
    planner = _Planner(wish, signatures=signatures or settings.fix_signatures)
    planned, errors = answers_on(paths, configuration, planner, settings.jobs)  # all of it before the first is written
    changes = planned_together([each for _, each in planned], planner.plan)
    fixed = _fixed(changes, errors, write=write)
    if not names or errors:
        return fixed
    functions = [function for each in changes for unit in each.report.units for function in unit.functions]
    return _told_of_names(fixed, functions, changes, names)


def _told_of_names(
    fixed: Fixed, functions: Sequence[FunctionReport], changes: Sequence[Changes], names: Set[str]
) -> Fixed:
    """Return *fixed* with what became of the functions that were asked for and that nothing was done to."""
    known = {function.name for function in functions}
    unknown = [f"there is no function `{name}`{_alike(name, known)}" for name in sorted(names - known)]
    changed = {change.name for each in changes for change in each.changes}
    same = [f for f in functions if f.name in names - changed]
    lines = [f"`{visible(f.name)}` stays as it is ({badge_of(f.confidence).word}): {headline(f)}\n" for f in same]
    text = "" if not changed and (lines or unknown) else fixed.text
    return replace(fixed, text=text + "".join(lines), errors=tuple(unknown))


def _alike(name: str, known: Set[str]) -> str:
    close = difflib.get_close_matches(name, sorted(known), 1)
    return f"; did you mean `{close[0]}`?" if close else ""


@dataclass(frozen=True, slots=True)
class _Wish:
    """Which verdicts are to be carried out; may be sent to another process."""

    configuration: Configuration
    confidences: frozenset[str]
    names: frozenset[str]

    def __call__(self, unit: UnitReport, function: FunctionReport) -> bool:
        if function.confidence not in self.confidences:
            return False
        if function.name not in self.names if self.names else not function.pays:
            return False
        path = Path(os.path.abspath(unit.path))
        trusted = Selection.of((), self.configuration.of(path).ignored(path)).trusted(function)
        return (trusted.action, trusted.confidence) == (function.action, function.confidence)


@dataclass(frozen=True, slots=True)
class _Planner:
    """Plans the changes of a program with the session that analyses it, which is quick at what a change does."""

    wish: _Wish
    signatures: bool

    def __call__(self, session: Session, program: Program) -> Planned:
        report = session.update(program)
        return Planned(program, report, self.plan(session, program, report))

    def plan(self, session: Session, program: Program, report: Report) -> Changes:
        """Return the changes of *program* that *report* asks for; its libraries stay as they are."""
        changes = plan_changes(program, report, self.wish, session, signatures=self.signatures)
        left = replace(changes.report, units=changes.report.units[: len(program.units)])
        return replace(changes, report=left)


def _fixed(planned: Iterable[Changes], errors: list[str], *, write: bool) -> Fixed:
    """Carry the changes out in their files."""
    lines: list[str] = []
    left = False
    done: dict[str, list[tuple[int, str, str]]] = {}
    for changes in planned:
        failed: set[str] = set()
        for path, edits in groupby(changes.edits, key=lambda edit: edit.unit):
            own = list(edits)
            if _is_done(path, own, done):
                continue
            try:
                lines += _carry_out(path, own, _of(changes.changes, path), write=write)
            except EditError as error:
                errors.append(str(error) if path in str(error) else f"{path}: {error}")
                failed.add(path)
            except OSError as error:
                errors.append(f"{path}: not changed: {error.strerror or error}")
                failed.add(path)
        lines += changes.taken_back
        left |= bool(failed) or _is_actionable(changes.report) or (bool(changes.edits) and not write)
    if not lines:
        lines.append("Nothing to change.")
    return Fixed("".join(f"{line}\n" for line in lines), tuple(errors), left)


def _is_done(path: str, edits: Sequence[Edit], done: dict[str, list[tuple[int, str, str]]]) -> bool:
    """Return whether these edits were made in the same file under another name, as a link to it has."""
    changed = [(edit.cell, edit.before, edit.after) for edit in edits]
    earlier = done.setdefault(os.path.realpath(path), changed)
    return earlier is not changed and earlier == changed


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
