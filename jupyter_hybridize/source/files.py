"""The notebooks and ``.py`` files that paths name: the files themselves, and all within folders."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

_SKIPPED_FOLDERS = frozenset({"__pycache__", "node_modules", "site-packages", "venv", "env"})
_SUFFIXES = (".ipynb", ".py")

LeavesOut = Callable[[Path], bool]  # whether a file or folder that a search of a folder comes upon is left out


@dataclass(frozen=True, slots=True)
class File:
    """A file under the name the user knows it by, and where it is."""

    name: str
    path: Path  # absolute


@dataclass(frozen=True, slots=True)
class InputProblem:
    """A path that could not be used, and why, in one line."""

    name: str
    message: str


def nothing(path: Path) -> bool:
    """Leave nothing out."""
    return False


def find_files(
    paths: Iterable[Path | str], leaves_out: LeavesOut = nothing
) -> tuple[tuple[File, ...], tuple[InputProblem, ...]]:
    """Return the notebooks and ``.py`` files at *paths*, each once, and the paths where there is none."""
    files: dict[Path, File] = {}
    problems: list[InputProblem] = []
    for path in map(Path, paths):
        found = list(_within(path, leaves_out)) if path.is_dir() else [path]
        if not found and any(_within(path, nothing)):
            continue
        if not found:
            problems.append(InputProblem(str(path), "no notebook and no .py file in this folder"))
        elif not path.exists():
            problems.append(InputProblem(str(path), "no such file"))
        elif found[0].suffix not in _SUFFIXES:
            problems.append(InputProblem(str(path), "neither a notebook (.ipynb) nor a .py file"))
        else:
            for file in found:
                files.setdefault(absolute(file), File(str(file), absolute(file)))
    return tuple(files.values()), tuple(problems)


def absolute(path: Path) -> Path:
    """Return *path* from the root on, without dots; links stay as they are."""
    return Path(os.path.abspath(path))


def shown(path: Path) -> str:
    """Return the absolute *path* as seen from the current folder, where it lies below it."""
    here = Path.cwd()
    return str(path.relative_to(here)) if path.is_relative_to(here) else str(path)


def _within(folder: Path, leaves_out: LeavesOut) -> Iterator[Path]:
    for parent, folders, names in os.walk(folder):
        inner = (Path(parent, name) for name in sorted(folders))
        folders[:] = [path.name for path in inner if not _is_skipped(path) and not leaves_out(path)]
        files = (Path(parent, name) for name in sorted(names) if name.endswith(_SUFFIXES) and name[0] != ".")
        yield from (path for path in files if not leaves_out(path))


def _is_skipped(folder: Path) -> bool:
    return folder.name[0] == "." or folder.name in _SKIPPED_FOLDERS or (folder / "pyvenv.cfg").exists()
