"""The command line: ``jupyter hybridize check``, ``fix`` and ``explain``."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, TypeVar

import click

if TYPE_CHECKING:
    from jupyter_hybridize.surfaces.analysis import Analysis

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


def _shared(command: Command) -> Command:
    """Add what `check` and `fix` have in common."""
    order = click.option(
        "--order",
        type=click.Choice(["document", "execution"]),
        default="document",
        show_default=True,
        help="The order in which a notebook's cells are taken.",
    )
    zero = click.option("--exit-zero", is_flag=True, help="Exit with 0 whatever was found.")
    paths = click.argument("paths", nargs=-1, required=True, metavar="PATH...")
    return paths(order(zero(command)))


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
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
    type=click.Choice(["text", "json", "github"]),
    default="text",
    show_default=True,
    help="How to print the report.",
)
@click.option(
    "--select", multiple=True, metavar="RULES", help="Show only findings of these rules (codes, starts, names)."
)
@click.option("--ignore", multiple=True, metavar="RULES", help="Leave findings of these rules out of account.")
@click.option("-v", "--verbose", is_flag=True, help="Show every function and every finding.")
def check(
    paths: tuple[str, ...],
    order: str,
    exit_zero: bool,
    style: str,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    verbose: bool,
) -> None:
    """Report on the functions of notebooks (.ipynb), modules (.py) and folders of both.

    Cells are numbered from 0, text cells included, as in the JSON report. An ignored precondition is taken on trust:
    a function that is only then safe is reported as to be verified, not as proved.
    """
    from dataclasses import replace

    from jupyter_hybridize.surfaces.selection import Selection

    chosen = _usage(lambda: Selection.of(_words(select), _words(ignore)))
    analysis = _analyse(paths, order)
    analysis = replace(analysis, report=chosen.apply(analysis.report))
    click.echo(_rendered(analysis, style, verbose), nl=False)
    _exit(analysis, exit_zero)


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
def fix(
    paths: tuple[str, ...], order: str, exit_zero: bool, diff: bool, include: tuple[str, ...], select: tuple[str, ...]
) -> None:
    """Write the decorators that are proved to be safe and to pay, and remove those proved to be useless."""
    from jupyter_hybridize.surfaces.fixing import fix_files

    analysis = _analyse(paths, order)
    outcome = fix_files(analysis, frozenset({"proved", *include}), frozenset(_words(select)), write=not diff)
    for error in outcome.errors:
        _complain(error)
    click.echo(outcome.text, nl=False)
    if exit_zero:
        sys.exit(0)
    sys.exit(2 if analysis.errors or outcome.errors else int(outcome.is_left))


@main.command(short_help="Print what a rule says, or list all rules.")
@click.argument("rule", required=False, metavar="[CODE|NAME]")
def explain(rule: str | None) -> None:
    """Print the documentation of a rule, or the list of all rules."""
    from jupyter_hybridize.surfaces.explain import explain_rule, list_rules

    click.echo(_usage(lambda: explain_rule(rule)) if rule else list_rules(), nl=False)


Result = TypeVar("Result")


def _usage(ask: Callable[[], Result]) -> Result:
    """Return the answer, or end with one line on the rule that does not exist."""
    from jupyter_hybridize.surfaces.explain import UnknownRuleError

    try:
        return ask()
    except UnknownRuleError as error:
        raise click.UsageError(str(error)) from None


def _words(values: Iterable[str]) -> list[str]:
    return [word.strip() for value in values for word in value.split(",") if word.strip()]


def _analyse(paths: tuple[str, ...], order: str) -> Analysis:
    from jupyter_hybridize.source.program import Order
    from jupyter_hybridize.surfaces.analysis import analyse

    analysis = analyse(paths, Order(order))
    for error in analysis.errors:
        _complain(error)
    return analysis


def _complain(error: str) -> None:
    from jupyter_hybridize.surfaces.excerpt import visible

    click.echo(f"error: {visible(' '.join(error.split()))}", err=True)


def _rendered(analysis: Analysis, style: str, verbose: bool) -> str:
    if style == "json":
        import json

        from jupyter_hybridize.surfaces.payload import to_payload

        return json.dumps(to_payload(analysis.report), indent=2) + "\n"
    if style == "github":
        from jupyter_hybridize.surfaces.annotations import render_annotations

        return render_annotations(analysis.report)
    from jupyter_hybridize.surfaces.report_text import render_text
    from jupyter_hybridize.surfaces.view import view_report

    if not analysis.report.units:
        return ""
    view = view_report(analysis.report, analysis.sources, verbose=verbose)
    return render_text(view, verbose=verbose, colour=_shows_colour(), unicode=_shows_unicode())


def _shows_colour() -> bool:
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def _shows_unicode() -> bool:
    try:
        "✔▲│…✘".encode(sys.stdout.encoding or "ascii")
    except (UnicodeEncodeError, LookupError):
        return False
    return True


def _exit(analysis: Analysis, exit_zero: bool) -> None:
    if exit_zero:
        sys.exit(0)
    sys.exit(2 if analysis.errors else int(analysis.is_actionable))
