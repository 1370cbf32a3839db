"""What a kernel has run, to be run again in a process of its own; that one is started when it is first needed."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from jupyter_hybridize.results.report import Place
from jupyter_hybridize.source.cell import Cell
from jupyter_hybridize.source.program import Program
from jupyter_hybridize.surfaces.excerpt import LINE_END
from jupyter_hybridize.surfaces.history import NAME

if TYPE_CHECKING:
    from IPython.core.interactiveshell import InteractiveShell

    from jupyter_hybridize.runtime.isolation.zygote import Zygote
    from jupyter_hybridize.runtime.verification.replayed import Replay

Locate = Callable[[str, int], Place | None]


class Replays:
    """Replays of one shell's cells; all in one process, one after the other."""

    def __init__(self, shell: InteractiveShell) -> None:
        self._shell = shell
        self._zygote: Zygote | None = None

    def of(self, program: Program) -> Replay:
        """Return the replay of the cells of *program*, of the current one what stands above the magic."""
        from jupyter_hybridize.runtime.isolation.zygote import Zygote
        from jupyter_hybridize.runtime.verification.replayed import Replay

        self._zygote = self._zygote or Zygote()
        cells = _cells(program)
        texts = [cell.masked for cell in cells[:-1]] + [_until_magic(cell) for cell in cells[-1:]]
        raised = getattr(self._shell.history_manager, "exceptions", {})  # by execution count, since IPython 9
        return Replay(
            tuple(texts),
            self._zygote,
            tuple(cell.id for cell in cells),
            tuple(number for number, cell in enumerate(cells) if cell.count in raised),
        )

    def locator(self, program: Program, otherwise: Locate) -> Locate:
        """Return what finds the user's line for a line of a replayed cell, and asks *otherwise* for any other."""
        from jupyter_hybridize.runtime.isolation.replay import cell_number

        cells = _cells(program)

        def locate(file: str, line: int) -> Place | None:
            number = cell_number(file)
            if number is None or number >= len(cells):
                return otherwise(file, line)
            lines = LINE_END.split(cells[number].masked)
            text = lines[line - 1] if 0 < line <= len(lines) else ""
            return NAME, cells[number].index, line, len(text) - len(text.lstrip())

        return locate

    def close(self) -> None:
        """End the process."""
        if self._zygote is not None:
            self._zygote.close()
            self._zygote = None


def _cells(program: Program) -> list[Cell]:
    return [cell for unit in program.units for cell in unit.cells]


def _until_magic(cell: Cell) -> str:
    """Return the Python of a cell above the line that asks for a verification: what is below may not have run."""
    lines = cell.text.splitlines(keepends=True)
    asking = next((n for n, line in enumerate(lines) if line.lstrip().startswith("%hybridize verify")), len(lines))
    return "".join(cell.masked.splitlines(keepends=True)[:asking])
