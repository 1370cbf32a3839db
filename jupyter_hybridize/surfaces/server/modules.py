"""The local modules that a notebook imports, read from the notebook's own folder and from nowhere else."""

from __future__ import annotations

import stat
from collections.abc import Iterator
from pathlib import Path

from jupyter_hybridize.source.imports import Import, imports_of, resolve
from jupyter_hybridize.source.module import read_module
from jupyter_hybridize.source.notebook import SourceError
from jupyter_hybridize.source.program import Problem, Unit
from jupyter_hybridize.surfaces.server.limits import MOST_BYTES_OF_MODULES, MOST_MODULE_BYTES, MOST_MODULES

COLLABORATION = "RTC:"  # the drive that jupyter-collaboration prepends to the paths of shared notebooks


class LocalModules:
    """Follows the imports of one notebook, and keeps what it may read of them."""

    def __init__(self, folder: Path, shown: str) -> None:
        """*folder* is the notebook's, without links; *shown* is how its path begins to the user."""
        self._folder = folder
        self._shown = shown
        self._read: dict[Path, Unit | None] = {}
        self._left = MOST_BYTES_OF_MODULES
        self.problems: list[Problem] = []

    @property
    def units(self) -> tuple[Unit, ...]:
        """Return the modules that were read, by their paths."""
        return tuple(unit for _, unit in sorted(self._read.items()) if unit is not None)

    def follow(self, unit: Unit, importer: Path) -> None:
        """Read what *unit*, which stands at *importer*, imports, and what that imports in turn."""
        pending = [(unit, importer)]
        while pending:
            importing, place = pending.pop()
            for path in self._imported(importing, place):
                if path not in self._read:
                    found = self._read[path] = self._module(path)
                    pending += [] if found is None else [(found, path)]

    def _imported(self, unit: Unit, importer: Path) -> Iterator[Path]:
        depth = len(importer.relative_to(self._folder).parts)
        for imported in imports_of(unit):
            if imported.level <= depth:  # a relative import that climbs higher leaves the folder
                yield from self._resolved(imported, importer)

    def _resolved(self, imported: Import, importer: Path) -> list[Path]:
        try:
            return [local.path for local in resolve(imported, importer, [self._folder])]
        except OSError:  # a name that is too long for a file, a folder that may not be looked into
            return []

    def _module(self, path: Path) -> Unit | None:
        name = path.relative_to(self._folder)
        parts = name.parent.parts if name.name == "__init__.py" else name.with_suffix("").parts
        try:
            self._check(path)
            return read_module(path, f"{self._shown}{name.as_posix()}", ".".join(parts))
        except SourceError as error:
            self.problems.append(Problem(-1, 0, f"`{'.'.join(parts)}` is not followed: {error.reason}"))
        return None

    def _check(self, path: Path) -> None:
        """Refuse what lies outside the folder, is no file, or is too large."""
        try:
            real = path.resolve(strict=True)
            status = real.stat()
        except (OSError, RuntimeError) as error:  # RuntimeError: links in a circle, before Python 3.13
            raise SourceError(path.name, "its file cannot be read") from error
        if not real.is_relative_to(self._folder):
            raise SourceError(path.name, "its file is a link that leads out of the notebook's folder")
        if not stat.S_ISREG(status.st_mode):
            raise SourceError(path.name, "it is no plain file")
        self._left -= status.st_size
        if status.st_size > MOST_MODULE_BYTES or self._left < 0 or len(self._read) >= MOST_MODULES:
            raise SourceError(path.name, "its file is too large, or one of too many")


def local_modules(unit: Unit, root: str | None, path: str) -> LocalModules | None:
    """Return the local modules of the notebook *unit* at *path* below the server's folder *root*, if it has one."""
    if root is None:
        return None
    top = Path(root).resolve()
    *parents, name = [part for part in path.removeprefix(COLLABORATION).split("/") if part not in ("", ".")] or [""]
    try:
        folder = top.joinpath(*parents).resolve()
        if not folder.is_relative_to(top) or not folder.is_dir():
            return None
    except (OSError, RuntimeError):  # a name that is too long, links in a circle
        return None
    modules = LocalModules(folder, "".join(f"{part}/" for part in parents))
    modules.follow(unit, folder / (name or "notebook.ipynb"))
    return modules
