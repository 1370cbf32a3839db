"""``%%hybridize`` runs its cell as usual and reports on its functions; ``%hybridize`` reports on all that was run.

With a sub-command, ``%hybridize`` verifies, times or watches functions of the running kernel.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from jupyter_hybridize.surfaces.commands import Command, CommandError, parse_command
from jupyter_hybridize.surfaces.completion import complete_line
from jupyter_hybridize.surfaces.front_end import FrontEnd
from jupyter_hybridize.surfaces.magic_options import OptionError, Options, parse_options, split_cell
from jupyter_hybridize.surfaces.wording import bug_line

if TYPE_CHECKING:
    from IPython.core.interactiveshell import ExecutionInfo, ExecutionResult, InteractiveShell

    from jupyter_hybridize.surfaces.command_runner import CommandRunner
    from jupyter_hybridize.surfaces.kernel import KernelReporter
    from jupyter_hybridize.surfaces.payload import Json

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
        self._runner: CommandRunner | None = None
        self._front_end = FrontEnd()
        self._cell_ids: dict[int, str] = {}  # the front end's, by execution count

    def load(self) -> None:
        """Register the magics."""
        self.shell.input_transformer_manager.line_transforms.insert(0, self.unveil)
        self.shell.events.register("pre_run_cell", self.before_cell)
        self.shell.events.register("post_run_cell", self.after_cell)
        self.shell.magics_manager.register_function(self.hybridize, "line_cell", NAME)
        self.shell.set_hook("complete_command", complete_line, str_key=f"%{NAME}")  # type: ignore[no-untyped-call]
        if getattr(self.shell, "kernel", None) is not None:
            self._front_end.register()

    def unload(self) -> None:
        """Take back what :meth:`load` did."""
        self.shell.input_transformer_manager.line_transforms.remove(self.unveil)
        self.shell.events.unregister("pre_run_cell", self.before_cell)
        self.shell.events.unregister("post_run_cell", self.after_cell)
        for kind in ("line", "cell"):
            self.shell.magics_manager.magics[kind].pop(NAME, None)
        self.shell.strdispatchers["complete_command"].strs.pop(f"%{NAME}", None)
        self._front_end.unregister()
        if self._runner is not None:
            self._runner.close()
            self._runner = None

    def told(self) -> dict[str, Json]:
        """Return what the magics tell the sidebar: who listens, and what was recorded, if anything."""
        listening: list[Json] = [*self._front_end.listening]
        if self._reporter is None:
            return {"listening": listening}
        from jupyter_hybridize.results.evidence import to_payload

        return {**to_payload(self._reporter.evidence.recorded), "listening": listening}

    def unveil(self, lines: list[str]) -> list[str]:
        """Comment the first line of a ``%%hybridize`` cell out; one with wrong options is left to the magic."""
        parts = split_cell("".join(lines))
        is_first = bool(lines) and lines[0].startswith(f"%%{NAME}")
        if not is_first or parts is None or _options(parts[0]) is None:
            return lines
        return lines[1:] if lines[1].startswith("%%") else [f"# {lines[0]}", *lines[1:]]

    def before_cell(self, info: ExecutionInfo) -> None:
        """Begin to record what functions are called with, if this is a ``%%hybridize`` cell."""
        parts = split_cell(info.raw_cell or "")
        if parts and _options(parts[0]) is not None:
            self._loaded_reporter().evidence.begin_recording()

    def after_cell(self, result: ExecutionResult | None) -> None:
        """Report on the cell that has run, if it is a ``%%hybridize`` cell that could be read."""
        if self._reporter is not None:
            self._reporter.evidence.end_recording()
        if result is None or result.info is None or result.error_before_exec is not None:
            return
        if result.execution_count and result.info.cell_id:
            self._cell_ids[result.execution_count] = result.info.cell_id
        parts = split_cell(result.info.raw_cell or "")
        options = _options(parts[0]) if parts else None
        if options is not None:
            self._report(options, result.info.raw_cell)

    def hybridize(self, line: str, cell: str | None = None) -> None:
        """Tell which functions `@tf.function` would make faster, and why that is safe or not.

        `%hybridize` reports on every function of this notebook, `%%hybridize` runs its cell and reports on the
        functions defined there, both in the light of all cells run so far.

        %hybridize verify NAME             does its graph do what it does? (or verify train_step(x, y))
        %hybridize bench train_step(x, y)  how much faster is its graph?
        %hybridize widget                  both, with buttons
        %hybridize history                 the runs so far, to compare after an edit
        %hybridize watch                   why TensorFlow traces again (watch NAME, watch off, watch report)

        --apply               write the proved decorators into the cell (else nothing is ever changed)
        --order execution     cells as they were run (default)
        --order document      cells as they stand in the saved notebook
        -v, --verbose         every function, every finding

        bench: --seconds S, --no-xla, --device GPU:0, --signature SPECS; verify: --timeout S
        """
        try:
            command = parse_command(line) if cell is None else None
            if command is not None:
                self._command(command)
                return
            options = parse_options(line)
        except OptionError as error:
            raise _usage_error(str(error)) from None
        if cell is None:
            if options.apply:
                raise _usage_error("--apply rewrites one cell: use %%hybridize --apply on top of it")
            self._report(options, None)
            return
        _run(self.shell, cell)
        self._report(options, f"%%{NAME} {line}\n{cell}")

    # A call may hold `{…}` and `$`, which IPython would take for names of the user's to fill in.
    hybridize._ipython_magic_no_var_expand = True  # type: ignore[attr-defined]

    def _command(self, command: Command) -> None:
        """Carry a sub-command out; what goes wrong with it takes one line."""
        try:
            self._loaded_runner().run(command)
        except OptionError:
            raise
        except KeyboardInterrupt:
            raise CommandError("interrupted; your variables are as they were before") from None
        except Exception as error:
            raise CommandError(bug_line(error)) from error

    def _report(self, options: Options, cell: str | None) -> None:
        try:
            self._loaded_reporter().report(options, cell)
        except OptionError as error:
            print(f"hybridize: {error}", file=sys.stderr)
        except Exception as error:  # a bug of the analysis must not break the user's cell
            if self._reporter is not None:  # what was learned of the kernel is kept
                self._reporter.session = type(self._reporter.session)()
            ran = "" if cell is None else " Your cell ran as usual."
            print(f"hybridize: {bug_line(error)}{ran}", file=sys.stderr)

    def _loaded_reporter(self) -> KernelReporter:
        if self._reporter is None:
            from jupyter_hybridize.surfaces.kernel import KernelReporter

            self._reporter = KernelReporter(self.shell)
        return self._reporter

    def _loaded_runner(self) -> CommandRunner:
        if self._runner is None:
            from jupyter_hybridize.surfaces.command_runner import CommandRunner

            self._runner = CommandRunner(self._loaded_reporter(), self._front_end, self._cell_ids)
        return self._runner


def _run(shell: InteractiveShell, cell: str) -> None:
    """Run the body of a cell that another magic, or a program, handed to this one."""
    display = shell.displayhook
    outer = display.exec_result
    inner = shell.run_cell(cell)  # type: ignore[no-untyped-call]  # IPython annotates it in part
    display.exec_result = outer
    if outer is not None:  # so that the whole cell counts as failed, without a second traceback
        outer.error_in_exec = inner.error_before_exec or inner.error_in_exec
        outer.result = inner.result


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
