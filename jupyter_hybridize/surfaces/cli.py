"""The command line: ``jupyter hybridize check``, ``fix``, ``explain`` and ``new-rule``."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable
from typing import TypeVar

import click

# Everything of ours is imported when a command runs: `-h` and `--version` answer at once.

Command = TypeVar("Command", bound=Callable[..., object])

EXIT_HELP = """\b
Exit status: 0 nothing to do, 1 something to do, 2 an input that could
not be used (the others are still analysed)."""


def _version(context: click.Context, parameter: click.Parameter, asked: bool) -> None:
    if asked and not context.resilient_parsing:
        from jupyter_hybridize.surfaces.payload import tool_version

        click.echo(f"jupyter-hybridize {tool_version()}")
        context.exit()


def _jobs(context: click.Context, parameter: click.Parameter, value: str | None) -> int | None:
    """Return the number of processes, 0 for as many as there are cores."""
    if value is None:
        return None
    if value != "auto" and not value.isdecimal():
        raise click.BadParameter(f"{value!r} is neither a number of processes nor auto")
    return 0 if value == "auto" else int(value)


def _shared(command: Command) -> Command:
    """Add what `check` and `fix` have in common."""
    options = [
        click.argument("paths", nargs=-1, required=True, metavar="PATH..."),
        click.option(
            "--order",
            type=click.Choice(["document", "execution"]),
            help="The order in which a notebook's cells are taken.  [default: document]",
        ),
        click.option("--exclude", multiple=True, metavar="PATTERNS", help="Leave out files and folders in folders."),
        click.option("--force-exclude", is_flag=True, help="Leave out files that are named in PATH, too."),
        click.option(
            "-j",
            "--jobs",
            callback=_jobs,
            metavar="NUMBER",
            help="Use so many processes; 0 or auto: one for each core.",
        ),
        click.option("--isolated", is_flag=True, help="Read no settings from pyproject.toml."),
        click.option("--exit-zero", is_flag=True, help="Exit with 0 whatever was found."),
    ]
    for option in reversed(options):
        command = option(command)
    return command


class _Interruptible(click.Group):
    """Commands that end with the status of the interrupt, as shells expect it, when one comes."""

    def invoke(self, context: click.Context) -> object:
        try:
            return super().invoke(context)
        except KeyboardInterrupt:
            _say("error", "interrupted")
            sys.exit(130)


@click.group(cls=_Interruptible, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.option("--version", is_flag=True, expose_value=False, is_eager=True, callback=_version, help="Show the version.")
def main() -> None:
    """Find the functions of a TensorFlow notebook that tf.function makes faster, and say why it is safe or not."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="backslashreplace")


@main.command(epilog=EXIT_HELP, short_help="Report on notebooks, modules and folders.")
@_shared
@click.option(
    "--format",
    "style",
    type=click.Choice(["text", "json", "github", "sarif"]),
    help="How to print the report.  [default: text]",
)
@click.option(
    "--select", multiple=True, metavar="RULES", help="Show only findings of these rules (codes, starts, names)."
)
@click.option("--ignore", multiple=True, metavar="RULES", help="Leave findings of these rules out of account.")
@click.option("--baseline", metavar="FILE", help="Leave out the issues that this file says are known.")
@click.option("--write-baseline", is_flag=True, help="Write the issues found to the baseline, and report nothing.")
@click.option(
    "--show-unknown", is_flag=True, help="List the calls that nobody could see into, the most frequent first."
)
@click.option("-v", "--verbose", is_flag=True, help="Show every function and every finding.")
def check(
    paths: tuple[str, ...],
    order: str | None,
    exclude: tuple[str, ...],
    force_exclude: bool,
    jobs: int | None,
    isolated: bool,
    exit_zero: bool,
    style: str | None,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    baseline: str | None,
    write_baseline: bool,
    show_unknown: bool,
    verbose: bool,
) -> None:
    """Report on the functions of notebooks (.ipynb), modules (.py) and folders of both.

    Cells are numbered from 0, text cells included, as in the JSON report. An ignored precondition is taken on trust:
    a function that is only then safe is reported as to be verified, not as proved. Settings are read from
    [tool.hybridize] in the nearest pyproject.toml above each file; options come before them.
    """
    from jupyter_hybridize.surfaces.checking.check import Known, check_paths
    from jupyter_hybridize.surfaces.checking.configuration import Configuration, Overrides

    chosen, ignored = _rules(select), _rules(ignore)
    overrides = Overrides(chosen, ignored, order, tuple(_words(exclude)), style, jobs, isolated, force_exclude)
    known = Known(baseline, is_written=write_baseline)
    outcome = _settled(lambda: check_paths(paths, Configuration(overrides), known, verbose=verbose))
    for error in outcome.errors:
        _say("error", error)
    _print(outcome.text)
    if show_unknown:
        click.echo("".join(f"{line}\n" for line in outcome.unknown_lines()), nl=False, err=not outcome.is_text)
    for note in outcome.notes:
        _say("note", note)
    _exit(exit_zero, is_unusable=bool(outcome.errors), is_actionable=outcome.is_actionable)


@main.command(epilog=EXIT_HELP, short_help="Write the decorators that are proved.")
@_shared
@click.option("--diff", is_flag=True, help="Print what would change, and write nothing.")
@click.option(
    "--include",
    type=click.Choice(["verify-first"]),
    multiple=True,
    help="Write decorators of this confidence too; without it only proved ones.",
)
@click.option("--select", multiple=True, metavar="NAMES", help="Change only the functions of these names.")
@click.option("--signatures", is_flag=True, help="Give the decorators an `input_signature` where it is safe.")
def fix(
    paths: tuple[str, ...],
    order: str | None,
    exclude: tuple[str, ...],
    force_exclude: bool,
    jobs: int | None,
    isolated: bool,
    exit_zero: bool,
    diff: bool,
    include: tuple[str, ...],
    select: tuple[str, ...],
    signatures: bool,
) -> None:
    """Write the decorators that are proved to be safe and to pay, and remove those proved to be useless.

    A file that cannot be used is named, and the others are fixed.
    """
    from jupyter_hybridize.surfaces.checking.configuration import Configuration, Overrides
    from jupyter_hybridize.surfaces.fixing import fix_paths

    overrides = Overrides(
        order=order, exclude=tuple(_words(exclude)), jobs=jobs, is_isolated=isolated, excludes_named=force_exclude
    )
    names = frozenset(_words(select))
    configuration, included = Configuration(overrides), frozenset(include)
    outcome = _settled(lambda: fix_paths(paths, configuration, included, names, write=not diff, signatures=signatures))
    for error in outcome.errors:
        _say("error", error)
    _print(outcome.text)
    _exit(exit_zero, is_unusable=bool(outcome.errors), is_actionable=outcome.is_left)


@main.command(short_help="Print what a rule says, or list all rules.")
@click.argument("rule", required=False, metavar="[CODE|NAME]")
def explain(rule: str | None) -> None:
    """Print the documentation of a rule, or the list of all rules."""
    from jupyter_hybridize.surfaces.explain import explain_rule, list_rules

    _print(_usage(lambda: explain_rule(rule)) if rule else list_rules())


@main.command("new-rule", short_help="Begin a rule: its module and its first cases.")
@click.argument("name")
@click.option(
    "--kind",
    type=click.Choice(["evidence", "raises", "differs", "benefit"]),
    required=True,
    help="What the rule's answer means; the rule gets the next free code of this kind.",
)
def new_rule(name: str, kind: str) -> None:
    """Write the module of the rule NAME and its case programs, to be filled in, into a checkout of this project."""
    from jupyter_hybridize.surfaces.new_rule import NewRuleError, write_rule

    try:
        for line in write_rule(name, kind):
            click.echo(line)
    except NewRuleError as error:
        _say("error", str(error))
        sys.exit(2)


Result = TypeVar("Result")


def _usage(ask: Callable[[], Result]) -> Result:
    """Return the answer, or end with one line on the rule that does not exist."""
    from jupyter_hybridize.surfaces.explain import UnknownRuleError

    try:
        return ask()
    except UnknownRuleError as error:
        raise click.UsageError(str(error)) from None


def _settled(act: Callable[[], Result]) -> Result:
    """Return the outcome, or end with one line on the setting, or the baseline, that cannot be used."""
    from jupyter_hybridize.surfaces.checking.baseline import BaselineError
    from jupyter_hybridize.surfaces.checking.settings import SettingsError

    try:
        return act()
    except (BaselineError, SettingsError) as error:
        _say("error", str(error))
        sys.exit(2)


def _rules(values: Iterable[str]) -> tuple[str, ...] | None:
    """Return the rules that an option names, None where it is not given."""
    from jupyter_hybridize.surfaces.selection import Selection

    words = _words(values)
    _usage(lambda: Selection.of(words, ()))
    return tuple(words) or None


def _words(values: Iterable[str]) -> list[str]:
    return [word.strip() for value in values for word in value.split(",") if word.strip()]


def _print(text: str) -> None:
    """Print what was asked for; where it cannot be written, as on a full disk, end with one line."""
    try:
        click.echo(text, nl=False)
    except BrokenPipeError:  # who read it has seen enough, and click ends quietly
        raise
    except OSError as error:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # Python writes the rest when it ends
        _say("error", f"the output cannot be written: {error.strerror or error}")
        sys.exit(2)


def _say(kind: str, line: str) -> None:
    from jupyter_hybridize.surfaces.excerpt import visible

    click.echo(f"{kind}: {visible(' '.join(line.split()))}", err=True)


def _exit(exit_zero: bool, *, is_unusable: bool, is_actionable: bool) -> None:
    if exit_zero:
        sys.exit(0)
    sys.exit(2 if is_unusable else int(is_actionable))
