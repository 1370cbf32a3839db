"""The change of a decorator as SARIF describes it: stretches of the file, and what to write there instead."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from jupyter_hybridize.edit.edit import Edit, EditError
from jupyter_hybridize.edit.lines import changed_stretches
from jupyter_hybridize.edit.notebook_text import edit_notebook
from jupyter_hybridize.edit.plan import plan
from jupyter_hybridize.results.report import FunctionReport
from jupyter_hybridize.source.program import Program, Unit, UnitKind
from jupyter_hybridize.surfaces.changes import decision
from jupyter_hybridize.surfaces.checking.file_places import Region, TextLines

CERTAIN = frozenset({"proved", "verified"})


@dataclass(frozen=True, slots=True)
class Replacement:
    """A stretch of a file, and the text that takes its place."""

    region: Region
    text: str


@dataclass(slots=True)
class Fixes:
    """The fixes of the functions of some programs, each as if it were the only one."""

    units: Mapping[str, Unit]
    _texts: dict[str, str | None] = field(default_factory=dict)

    @classmethod
    def of(cls, programs: Iterable[Program]) -> Fixes:
        """Return the fixes of the functions of *programs*."""
        return cls({unit.name: unit for program in programs for unit in program.units})

    def replacements(self, path: str, function: FunctionReport) -> tuple[Replacement, ...]:
        """Return what to replace in the file at *path*; nothing where the verdict is not sure, or cannot be written."""
        unit = self.units.get(path)
        if unit is None or function.action == "keep" or function.confidence not in CERTAIN:
            return ()
        try:
            edits = plan(unit, [decision(function)])
            return tuple(self._replaced(unit, edits))
        except EditError:
            return ()

    def _replaced(self, unit: Unit, edits: tuple[Edit, ...]) -> Iterator[Replacement]:
        before, after = self._before_and_after(unit, edits)
        lines = TextLines(before)
        for stretch in changed_stretches(before, after, before) or ():
            yield Replacement(lines.region(stretch.start, stretch.end), stretch.text)

    def _before_and_after(self, unit: Unit, edits: tuple[Edit, ...]) -> tuple[str, str]:
        if unit.kind is UnitKind.MODULE:
            return (edits[0].before, edits[0].after) if edits else ("", "")
        if unit.name not in self._texts:
            self._texts[unit.name] = _read(unit.name)
        text = self._texts[unit.name]
        return ("", "") if text is None else (text, edit_notebook(text, edits))


def _read(path: str) -> str | None:
    try:
        return Path(path).read_bytes().decode("utf-8-sig")
    except (OSError, ValueError):
        return None
