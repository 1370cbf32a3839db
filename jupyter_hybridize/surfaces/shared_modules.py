"""Changes of modules that notebooks work with: what the notebooks show of their functions counts as well."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from jupyter_hybridize.results.report import Report
from jupyter_hybridize.results.several_programs import merged
from jupyter_hybridize.session import Session
from jupyter_hybridize.source.program import Program, Unit
from jupyter_hybridize.surfaces.changes import Changes, hazards, with_edits

Plan = Callable[[Session, Program, Report], Changes]


@dataclass(frozen=True, slots=True)
class Planned:
    """What is planned for a program, and the report that it rests on."""

    program: Program
    report: Report
    changes: Changes


def planned_together(planned: Sequence[Planned], plan: Plan) -> list[Changes]:
    """Return the changes of all programs: those of modules that notebooks call are planned by what they show, too."""
    return [_together(each, planned, plan) for each in planned]


def _together(module: Planned, planned: Sequence[Planned], plan: Plan) -> Changes:
    own = {os.path.abspath(unit.name) for unit in module.program.units}
    users = [each for each in planned if each.program is not module.program and _tells_of(each.report, own)]
    if not users:
        return module.changes
    session = Session()
    report = session.update(module.program)
    told = {os.path.abspath(u.path): u for u in merged([report, *(each.report for each in users)]).units}
    known = replace(report, units=tuple(told[os.path.abspath(unit.path)] for unit in report.units))
    changes = plan(session, module.program, known)
    return changes if all(_is_harmless(changes, user) for user in users) else module.changes


def _tells_of(report: Report, paths: set[str]) -> bool:
    return any(os.path.abspath(unit.path) in paths for unit in report.units)


def _is_harmless(changes: Changes, user: Planned) -> bool:
    """Return whether a notebook that is changed as planned has no new hazard with the changed modules."""
    program = user.program
    units = tuple(with_edits(unit, user.changes.edits) for unit in program.units)
    libraries = tuple(_changed(program.libraries, changes))
    after = Session().update(replace(program, units=units, libraries=libraries))
    return hazards(after) <= hazards(user.report)


def _changed(libraries: Iterable[Unit], changes: Changes) -> Iterator[Unit]:
    paths = {os.path.abspath(edit.unit): edit.unit for edit in changes.edits}
    for unit in libraries:
        name = paths.get(os.path.abspath(unit.name))
        yield unit if name is None else with_edits(unit, [edit for edit in changes.edits if edit.unit == name])
