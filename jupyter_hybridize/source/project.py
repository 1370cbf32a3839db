"""Files and folders as programs: notebooks with the local modules they import, and projects of ``.py`` files."""

from __future__ import annotations

import functools
import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path

from jupyter_hybridize.source.files import File, InputProblem, LeavesOut, absolute, find_files, nothing, shown
from jupyter_hybridize.source.imports import Local, imports_of, packages_around, resolve
from jupyter_hybridize.source.module import read_module
from jupyter_hybridize.source.notebook import SourceError, read_notebook
from jupyter_hybridize.source.program import Order, Program, Unit
from jupyter_hybridize.source.tests import CONFTEST, is_test_file

__all__ = ["InputProblem", "read_paths"]


@dataclass(frozen=True, slots=True)
class _Source:
    """A file that was read, and the local files it imports."""

    path: Path
    unit: Unit
    imports: tuple[Local, ...]


_Read = Callable[[File], _Source]
_Graph = Mapping[Path, _Source]


def read_paths(
    paths: Iterable[Path | str], order: Order, leaves_out: LeavesOut = nothing
) -> tuple[tuple[Program, ...], tuple[InputProblem, ...]]:
    """Return the programs of all notebooks and ``.py`` files at *paths*, and what could not be used.

    A notebook is a program. ``.py`` files that import each other, directly or through others, are one, entry points
    (which no other imports) first. Local modules that a program imports besides are its libraries. Nothing is executed.
    """
    named = [Path(path) for path in paths]
    files, problems = find_files(named, leaves_out)
    folders = {absolute(path) for path in named if os.path.isdir(path)} | {file.path.parent for file in files}
    read = functools.cache(functools.partial(_read, folders=frozenset(folders)))
    sources, unreadable = _read_all(files, read)
    modules = [source for source in sources if source.path.suffix == ".py"]
    projects = {source.path: program for program, members in _projects(modules, read, order) for source in members}
    programs = (projects.get(source.path) or _notebook(source, read, order) for source in sources)
    return tuple(dict.fromkeys(programs)), (*problems, *unreadable)


def _read_all(files: Iterable[File], read: _Read) -> tuple[list[_Source], list[InputProblem]]:
    sources, problems = [], []
    for file in files:
        try:
            sources.append(read(file))
        except SourceError as error:
            problems.append(InputProblem(error.name, error.reason))
    return sources, problems


def _read(file: File, folders: frozenset[Path]) -> _Source:
    """Read *file*; what it imports is looked up around its package and then, outwards, in *folders* around it."""
    unit = read_notebook(file.path, file.name) if file.path.suffix == ".ipynb" else read_module(file.path, file.name)
    packages = packages_around(file.path)
    roots = [file.path.parents[len(packages)]] if packages else []
    roots += [folder for folder in file.path.parents if folder in folders]
    found = chain(
        (local for imported in imports_of(unit) for local in resolve(imported, file.path, roots)),
        (Local(path, None, is_around=True) for path in _loaded_by_tests(file.path, roots)),
    )
    return _Source(file.path, unit, tuple(dict.fromkeys(local for local in found if local.path != file.path)))


def _loaded_by_tests(path: Path, roots: Sequence[Path]) -> Iterator[Path]:
    """Yield what a test runner loads before the tests in the file at *path*: each ``conftest.py`` around it."""
    if not is_test_file(path.name):
        return
    inside = [folder for folder in path.parents if folder == path.parent or folder in roots or _is_below(folder, roots)]
    yield from (folder / CONFTEST for folder in inside if os.path.isfile(folder / CONFTEST))


def _is_below(folder: Path, roots: Sequence[Path]) -> bool:
    return any(folder.is_relative_to(root) for root in roots)


def _notebook(source: _Source, read: _Read, order: Order) -> Program:
    graph = _reachable([source], read)
    return Program((source.unit,), order, tuple(_libraries(graph, {source.path})))


def _projects(modules: Sequence[_Source], read: _Read, order: Order) -> Iterator[tuple[Program, list[_Source]]]:
    """Yield a program for each connected component of the import graph, and the *modules* it is of."""
    graph = _reachable(modules, read)
    component = _components(graph)
    members: dict[Path, list[_Source]] = {}
    for source in modules:
        members.setdefault(component[source.path], []).append(source)
    for root, group in members.items():
        inside = {path: source for path, source in graph.items() if component[path] == root}
        imported = {local.path for source in inside.values() for local in source.imports if not local.is_around}
        given = sorted(group, key=lambda source: source.path in imported)
        names = _folder_names(inside)
        units = tuple(_named(source, names) for source in given)
        yield Program(units, order, tuple(_libraries(inside, {source.path for source in group}))), group


def _reachable(start: Iterable[_Source], read: _Read) -> dict[Path, _Source]:
    """Return all that *start* imports, directly or not, with itself; an imported file that is no text is left out."""
    graph = {source.path: source for source in start}
    pending = list(graph.values())
    while pending:
        missing = [local.path for local in pending.pop().imports if local.path not in graph]
        found, _ = _read_all([File(shown(path), path) for path in missing], read)
        graph.update((source.path, source) for source in found)
        pending.extend(found)
    return graph


def _components(graph: _Graph) -> dict[Path, Path]:
    """Return a representative of the connected component of each file, the same for all files of one component."""
    neighbours: dict[Path, set[Path]] = {path: set() for path in graph}
    for path, source in graph.items():
        for other in {local.path for local in source.imports} & graph.keys():
            neighbours[path].add(other)
            neighbours[other].add(path)
    representative: dict[Path, Path] = {}
    for path in graph:
        pending = [path]
        while pending:
            member = pending.pop()
            if member not in representative:
                representative[member] = path
                pending.extend(neighbours[member])
    return representative


def _libraries(graph: _Graph, units: set[Path]) -> Iterator[Unit]:
    names = _folder_names(graph)
    yield from (_named(source, names) for path, source in sorted(graph.items()) if path not in units)


def _folder_names(graph: _Graph) -> dict[Path, tuple[str, ...]]:
    """Return the packages by which files import from folders that are no packages; the longest, where they differ."""
    names: dict[Path, tuple[str, ...]] = {}
    for source in graph.values():
        for local in source.imports:
            folder = local.path.parent
            if local.packages is not None and len(local.packages) > len(names.get(folder, ())):
                names[folder] = local.packages
    return names


def _named(source: _Source, names: Mapping[Path, tuple[str, ...]]) -> Unit:
    packages = packages_around(source.path) or names.get(source.path.parent, ())
    stem = () if source.path.stem == "__init__" else (source.path.stem,)
    return replace(source.unit, module=".".join((*packages, *stem)))
