"""The notebooks and ``.py`` files that paths name: the files themselves, and all within folders."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

_SKIPPED_FOLDERS = frozenset({"__pycache__", "node_modules", "site-packages", "venv", "env"})
_SUFFIXES = (".ipynb", ".py")

_Fault = tuple[Path, str]  # a path that cannot be used, and why
_Found = tuple[list[Path], list[_Fault]]
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
        found, faults = _searched(path, leaves_out) if os.path.isdir(path) else _named(path)
        problems += (InputProblem(str(place), message) for place, message in faults)
        for file in found:
            files.setdefault(absolute(file), File(str(file), absolute(file)))
    return tuple(files.values()), tuple(problems)


def _searched(folder: Path, leaves_out: LeavesOut) -> _Found:
    faults: list[_Fault] = []
    found = list(_within(folder, leaves_out, faults))
    if not found and not faults and not any(_within(folder, nothing, [])):
        faults.append((folder, "no notebook and no .py file in this folder"))
    return found, faults


def _named(path: Path) -> _Found:
    message = _fault(path)
    return ([], [(path, message)]) if message else ([path], [])


def _fault(path: Path) -> str:
    """Return why there is no notebook or module at *path*, nothing where there may be one."""
    try:
        path.stat()
    except (FileNotFoundError, ValueError):
        return "a link to a file that does not exist" if os.path.islink(path) else "no such file"
    except OSError as error:
        return f"cannot be read: {error.strerror or error}"
    return "" if path.suffix in _SUFFIXES else "neither a notebook (.ipynb) nor a .py file"


def absolute(path: Path) -> Path:
    """Return *path* from the root on, without dots; links stay as they are."""
    return Path(os.path.abspath(path))


def shown(path: Path) -> str:
    """Return the absolute *path* as seen from the current folder, where it lies below it."""
    here = Path.cwd()
    return str(path.relative_to(here)) if path.is_relative_to(here) else str(path)


def _within(folder: Path, leaves_out: LeavesOut, faults: list[_Fault]) -> Iterator[Path]:
    def tell(error: OSError) -> None:
        faults.append((Path(error.filename), f"cannot be read: {error.strerror or error}"))

    for parent, folders, names in os.walk(folder, onerror=tell):
        inner = (Path(parent, name) for name in sorted(folders))
        folders[:] = [path.name for path in inner if not _is_skipped(path) and not leaves_out(path)]
        files = (Path(parent, name) for name in sorted(names) if name.endswith(_SUFFIXES) and name[0] != ".")
        yield from (path for path in files if not leaves_out(path))


def _is_skipped(folder: Path) -> bool:
    return folder.name[0] == "." or folder.name in _SKIPPED_FOLDERS or os.path.exists(folder / "pyvenv.cfg")
