"""Which local files a unit imports, told from its text and from the files there are."""

from __future__ import annotations

import ast
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from jupyter_hybridize.source.parse import Parsed, parse
from jupyter_hybridize.source.program import Unit


@dataclass(frozen=True, slots=True)
class Import:
    """A module that is imported: its dotted name, the leading dots of a relative one, and the names taken from it."""

    module: str
    level: int = 0
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Local:
    """A local file that is imported, and the packages its name begins with, or None after a relative import."""

    path: Path
    packages: tuple[str, ...] | None
    is_around: bool = False  # the package that the importer itself lies in, which is loaded before the importer


_Found = list[tuple[Path, tuple[str, ...] | None]]


def imports_of(unit: Unit) -> tuple[Import, ...]:
    """Return every import of *unit*, also those within functions, each once."""
    cells = (parse(cell) for cell in unit.cells if "import" in cell.masked)
    trees = [parsed.tree for parsed in cells if isinstance(parsed, Parsed)]
    found = (imported for tree in trees for node in ast.walk(tree) for imported in _imports(node))
    return tuple(dict.fromkeys(found))


def _imports(node: ast.AST) -> Iterator[Import]:
    if isinstance(node, ast.Import):
        yield from (Import(alias.name) for alias in node.names)
    elif isinstance(node, ast.ImportFrom):
        yield Import(node.module or "", node.level, tuple(alias.name for alias in node.names))


def packages_around(path: Path) -> tuple[str, ...]:
    """Return the names of the packages that the file *path* lies in, outermost first."""
    folder, packages = path.parent, []
    while os.path.isfile(folder / "__init__.py") and folder != folder.parent:
        packages.append(folder.name)
        folder = folder.parent
    return tuple(reversed(packages))


NEVER_LOCAL = frozenset({"tensorflow", "keras", "numpy"})  # a file of this name would break TensorFlow's own imports


def resolve(imported: Import, importer: Path, roots: Sequence[Path]) -> Iterator[Local]:
    """Yield the local files that the file *importer* needs for *imported*; nothing where a library is meant.

    Absolute names are looked up in the folders *roots*, the first that has the name. All paths are absolute.
    """
    parts = tuple(filter(None, imported.module.split(".")))
    if imported.level > len(importer.parents):
        return
    if not imported.level and parts[:1] and parts[0] in NEVER_LOCAL:
        return
    if imported.level:
        found: _Found = [(path, None) for path in _files(importer.parents[imported.level - 1], parts, imported.names)]
    else:
        found = next(filter(None, (_absolute(imported, parts, root) for root in roots)), [])
    for path, packages in found:
        yield Local(path, packages, path.name == "__init__.py" and importer.is_relative_to(path.parent))


def _absolute(imported: Import, parts: tuple[str, ...], root: Path) -> _Found:
    """Return the files of an absolute import if *root* has the module, or any part of it that is a mere folder."""
    if _file(root, parts) is None and not any(_file(root, (*parts, name)) for name in imported.names):
        return []
    files = [path for path in _files(root, parts, imported.names) if path.parent != root or path.name != "__init__.py"]
    return [(path, path.parent.relative_to(root).parts) for path in files]


def _files(root: Path, parts: tuple[str, ...], names: tuple[str, ...]) -> Iterator[Path]:
    """Yield the files of each package on the way to the module *parts* under *root*, its own, and those of *names*."""
    wanted = [parts[:n] for n in range(len(parts) + 1)] + [(*parts, name) for name in names]
    yield from dict.fromkeys(path for path in (_file(root, name) for name in wanted) if path)


def _file(root: Path, parts: tuple[str, ...]) -> Path | None:
    """Return the file of the module *parts* under *root*: a package's ``__init__.py`` or a module."""
    stem = root.joinpath(*parts)
    candidates = (stem / "__init__.py", stem.with_name(f"{stem.name}.py")) if parts else (stem / "__init__.py",)
    return next((path for path in candidates if all(map(str.isidentifier, parts)) and os.path.isfile(path)), None)
