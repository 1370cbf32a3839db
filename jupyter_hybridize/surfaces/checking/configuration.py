"""Finds the settings of a file: those of the nearest ``pyproject.toml`` above it, and over them the command line's."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from jupyter_hybridize.source.files import absolute, shown
from jupyter_hybridize.surfaces.checking.settings import Settings, SettingsError, is_matched, read_settings

FILE = "pyproject.toml"


@dataclass(frozen=True, slots=True)
class Overrides:
    """What the command line says; None or nothing where it leaves the word to the settings."""

    select: tuple[str, ...] | None = None
    ignore: tuple[str, ...] | None = None
    order: str | None = None
    exclude: tuple[str, ...] = ()
    format: str | None = None
    jobs: int | None = None
    is_isolated: bool = False  # no settings file is read
    excludes_named: bool = False  # also a path that is named is left out where a pattern says so

    def over(self, settings: Settings) -> Settings:
        """Return *settings* with what the command line says instead."""
        return replace(
            settings,
            select=settings.select if self.select is None else self.select,
            ignore=settings.ignore if self.ignore is None else self.ignore,
            order=self.order or settings.order,
            format=self.format or settings.format,
            jobs=settings.jobs if self.jobs is None else self.jobs,
        )


@dataclass(slots=True)
class Configuration:
    """The settings of any file; each folder is looked into once."""

    overrides: Overrides = Overrides()
    _known: dict[Path, Settings | None] = field(default_factory=dict)

    def of(self, path: Path | str) -> Settings:
        """Return what holds for the file or folder at *path*."""
        place = absolute(Path(path))
        found = None if self.overrides.is_isolated else self._in(place if os.path.isdir(place) else place.parent)
        return self.overrides.over(found or Settings(Path(place.anchor)))

    def of_all(self, paths: Iterable[str]) -> Settings:
        """Return what holds for a run on *paths*: the settings nearest above all of them."""
        places = [absolute(Path(path)) for path in paths]
        folders = [place if os.path.isdir(place) else place.parent for place in places]
        try:
            return self.of(os.path.commonpath(folders))
        except ValueError:  # on different drives
            return self.of(Path.cwd())

    def leaves_out(self, path: Path) -> bool:
        """Return whether a search leaves out the file or folder at *path*."""
        place, here = absolute(path), Path.cwd()
        if any(is_matched(place, pattern, here) for pattern in self.overrides.exclude):
            return True
        return self.of(place.parent).leaves_out(place)

    def wanted(self, paths: Iterable[str]) -> list[str]:
        """Return those of the *paths* named on the command line that no pattern leaves out, if patterns count there."""
        named = list(paths)
        return [path for path in named if not self.leaves_out(Path(path))] if self.overrides.excludes_named else named

    def _in(self, folder: Path) -> Settings | None:
        if folder not in self._known:
            found = _read(folder / FILE)
            above = None if folder == folder.parent else folder.parent
            self._known[folder] = found or (self._in(above) if above else None)
        return self._known[folder]


def _read(file: Path) -> Settings | None:
    """Return the settings in *file*, None where there are none."""
    try:
        content = file.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        if not os.access(file.parent, os.X_OK):  # nor can anything else in it be: that is told of what was asked for
            return None
        raise SettingsError(f"{shown(file)}: cannot be read: {error.strerror or error}") from None
    if b"hybridize" not in content:  # to read all of it takes longer, and a mistake elsewhere is not ours to tell
        return None
    table = _table(content, file)
    return None if table is None else read_settings(table, shown(file), file.parent)


def _table(content: bytes, file: Path) -> Mapping[str, object] | None:
    if sys.version_info >= (3, 11):
        import tomllib
    else:
        import tomli as tomllib  # type: ignore[import-not-found, unused-ignore]

    try:
        tool = tomllib.loads(content.decode()).get("tool", {})
    except (ValueError, RecursionError) as error:  # no TOML, or no UTF-8, or nested too deep
        raise SettingsError(f"{shown(file)}: {error}") from None
    table = tool.get("hybridize") if isinstance(tool, dict) else None
    if table is not None and not isinstance(table, dict):
        raise SettingsError(f"{shown(file)}: tool.hybridize: expected a table")
    return table
