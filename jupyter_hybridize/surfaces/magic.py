"""``%%hybridize`` runs its cell as usual and reports on its functions; ``%hybridize`` reports on all that was run."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from jupyter_hybridize.surfaces.magic_options import OptionError, Options, parse_options, split_cell
from jupyter_hybridize.surfaces.wording import bug_line

if TYPE_CHECKING:
    from IPython.core.interactiveshell import ExecutionResult, InteractiveShell

    from jupyter_hybridize.surfaces.kernel import KernelReporter

NAME = "hybridize"
EXTENSION_KEY = "_jupyter_hybridize"


class HybridizeMagic:
    """The magics of one shell.

    A ``%%hybridize`` cell is not run by its magic: before IPython parses the cell, the first line becomes a comment,
    and the report follows when the cell has run. So errors, line numbers, the displayed result, a closing semicolon
    and top-level ``await`` are those of an ordinary cell.
    """

    def __init__(self, shell: InteractiveShell) -> None:
        self.shell = shell
        self._reporter: KernelReporter | None = None

    def load(self) -> None:
        """Register the magics."""
        self.shell.input_transformer_manager.line_transforms.insert(0, self.unveil)
        self.shell.events.register("post_run_cell", self.after_cell)
        self.shell.magics_manager.register_function(self.hybridize, "line_cell", NAME)

    def unload(self) -> None:
        """Take back what :meth:`load` did."""
        self.shell.input_transformer_manager.line_transforms.remove(self.unveil)
        self.shell.events.unregister("post_run_cell", self.after_cell)
        for kind in ("line", "cell"):
            self.shell.magics_manager.magics[kind].pop(NAME, None)

    def unveil(self, lines: list[str]) -> list[str]:
        """Comment the first line of a ``%%hybridize`` cell out; one with wrong options is left to the magic."""
        parts = split_cell("".join(lines))
        is_first = bool(lines) and lines[0].startswith(f"%%{NAME}")
        if not is_first or parts is None or _options(parts[0]) is None:
            return lines
        return lines[1:] if lines[1].startswith("%%") else [f"# {lines[0]}", *lines[1:]]

    def after_cell(self, result: ExecutionResult | None) -> None:
        """Report on the cell that has run, if it is a ``%%hybridize`` cell that could be read."""
        if result is None or result.info is None or result.error_before_exec is not None:
            return
        parts = split_cell(result.info.raw_cell or "")
        options = _options(parts[0]) if parts else None
        if options is not None:
            self._report(options, result.info.raw_cell)

    def hybridize(self, line: str, cell: str | None = None) -> None:
        """Tell which functions `@tf.function` would make faster, and why that is safe or not.

        `%hybridize` reports on every function of this notebook, `%%hybridize` runs its cell and reports on the
        functions defined there, both in the light of all cells run so far.

        --apply               write the proved decorators into the cell (else nothing is ever changed)
        --order execution     cells as they were run (default)
        --order document      cells as they stand in the saved notebook
        -v, --verbose         every function, every finding
        """
        try:
            options = parse_options(line)
        except OptionError as error:
            raise _usage_error(str(error)) from None
        if cell is None:
            if options.apply:
                raise _usage_error("--apply rewrites one cell: use %%hybridize --apply on top of it")
            self._report(options, None)
            return
        self._run(cell)
        self._report(options, f"%%{NAME} {line}\n{cell}")

    def _run(self, cell: str) -> None:
        """Run the body of a cell that another magic, or a program, handed to this one."""
        display = self.shell.displayhook
        outer = display.exec_result
        inner = self.shell.run_cell(cell)  # type: ignore[no-untyped-call]  # IPython annotates it in part
        display.exec_result = outer
        if outer is not None:  # so that the whole cell counts as failed, without a second traceback
            outer.error_in_exec = inner.error_before_exec or inner.error_in_exec
            outer.result = inner.result

    def _report(self, options: Options, cell: str | None) -> None:
        try:
            self._loaded_reporter().report(options, cell)
        except OptionError as error:
            print(f"hybridize: {error}", file=sys.stderr)
        except Exception as error:  # a bug of the analysis must not break the user's cell
            self._reporter = None
            ran = "" if cell is None else " Your cell ran as usual."
            print(f"hybridize: {bug_line(error)}{ran}", file=sys.stderr)

    def _loaded_reporter(self) -> KernelReporter:
        if self._reporter is None:
            from jupyter_hybridize.surfaces.kernel import KernelReporter

            self._reporter = KernelReporter(self.shell)
        return self._reporter


def _options(line: str) -> Options | None:
    try:
        return parse_options(line)
    except OptionError:
        return None


def _usage_error(message: str) -> Exception:
    from IPython.core.error import UsageError

    error: Exception = UsageError(message)
    return error


def load(shell: InteractiveShell) -> None:
    """Load the magics into *shell*, once."""
    if getattr(shell, EXTENSION_KEY, None) is None:
        magic = HybridizeMagic(shell)
        magic.load()
        setattr(shell, EXTENSION_KEY, magic)


def unload(shell: InteractiveShell) -> None:
    """Unload the magics from *shell*, if they are there."""
    magic = getattr(shell, EXTENSION_KEY, None)
    if isinstance(magic, HybridizeMagic):
        magic.unload()
        setattr(shell, EXTENSION_KEY, None)
