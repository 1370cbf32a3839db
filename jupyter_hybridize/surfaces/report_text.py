"""The report as text for a terminal, coloured or plain."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest

from jupyter_hybridize.surfaces.excerpt import Excerpt, visible
from jupyter_hybridize.surfaces.view import FindingView, FunctionView, ReportView, UnitView
from jupyter_hybridize.surfaces.wording import doubt, plural, sentence

Line = list[tuple[str, str]]  # pieces of text, each with the style rich knows it by

TONE_STYLES = {"no": "red", "unknown": "yellow", "note": "cyan"}
PLAIN = str.maketrans({"│": "|", "…": "~", "–": "-"})


def render_text(
    view: ReportView, *, verbose: bool = False, lists_quiet: bool = False, colour: bool = False, unicode: bool = True
) -> str:
    """Return the report as text; without *unicode* its own signs are ASCII.

    A function with nothing to do takes one line where *lists_quiet*, and is only counted otherwise.
    """
    lines = list(_report(view, verbose, lists_quiet and not verbose, unicode))
    if not unicode:
        lines = [[(text.translate(PLAIN), style) for text, style in line] for line in lines]
    return _coloured(lines) if colour else "".join("".join(text for text, _ in line).rstrip() + "\n" for line in lines)


def _coloured(lines: list[Line]) -> str:
    import io

    from rich.console import Console
    from rich.text import Text

    target = io.StringIO()
    console = Console(file=target, force_terminal=True, color_system="standard", highlight=False, soft_wrap=True)
    for line in lines:
        console.print(Text.assemble(*line))
    return target.getvalue()


def _report(view: ReportView, verbose: bool, lists_quiet: bool, unicode: bool) -> Iterator[Line]:
    for unit in view.units:
        shown = (*unit.functions, *unit.quiet) if verbose else unit.functions
        listed = unit.quiet if lists_quiet else ()
        if shown or unit.problems or listed:
            yield from _unit(unit, shown, listed, unicode)
    if view.nothing_to_do:
        yield [("Nothing to do", "bold green"), (f" ({view.summary}).", "")]
    else:
        yield [(f"{view.summary}.", "bold")]
    if view.assumes:
        yield [(f"Assumed: {sentence(visible(view.assumes))}", "dim")]
    quiet = sum(len(unit.quiet) for unit in view.units)
    if quiet and not verbose and not lists_quiet:
        yield [(f"Not shown: {plural(quiet, 'function')} with nothing to do (--verbose shows all).", "dim")]


def _unit(
    unit: UnitView, shown: tuple[FunctionView, ...], listed: tuple[FunctionView, ...], unicode: bool
) -> Iterator[Line]:
    yield [
        (visible(unit.path), "bold underline"),
        (f"  ({unit.order} order)" if unit.order == "execution" else "", "dim"),
    ]
    for problem in unit.problems:
        yield [("  note: ", "yellow"), (visible(problem), "")]
    yield []
    for function, following in zip_longest(shown, shown[1:]):
        yield from _function(function, unicode)
        if not (function.brief and following and following.brief):
            yield []
    for function in listed:
        yield [*_title(function, unicode), (f"  {visible(function.reason)}", "")]
    if listed:
        yield []
    if unit.ignored:
        yield [(f"  {plural(unit.ignored, 'finding')} silenced by a comment", "dim")]
        yield []


def _title(function: FunctionView, unicode: bool) -> Line:
    badge = function.badge
    sign = badge.sign if unicode else badge.plain_sign
    return [
        (f"  {sign} {badge.word}", f"bold {badge.colour}"),
        (f"  {visible(function.name)}", "bold"),
        (f"  ({visible(function.where)})", "dim"),
    ]


def _function(function: FunctionView, unicode: bool) -> Iterator[Line]:
    yield _title(function, unicode)
    yield [(f"    {visible(function.brief or function.headline)}", "")]
    if function.brief:
        return
    for label, text in function.details:
        yield [(f"    {label}: ", "dim"), (visible(text), "")]
    for finding in function.findings:
        yield from _finding(finding)
    if function.left_out:
        yield [(f"    … and {function.left_out} more (--verbose shows all)", "dim")]


def _finding(finding: FindingView) -> Iterator[Line]:
    style = TONE_STYLES.get(finding.tone, "")
    mark = doubt(finding.label, finding.tone)
    yield [(f"    {finding.label}", style), (f"  {mark}{sentence(visible(finding.message))}", "")]
    if finding.excerpt is not None:
        yield from _excerpt(finding.excerpt, visible(finding.where), style)
    where = "" if finding.excerpt is not None else finding.where
    for more in filter(None, (where, finding.path, finding.others)):
        yield [(f"      {visible(more)}", "dim")]
    if finding.advice:
        yield [("      What to do: ", "bold"), (sentence(visible(finding.advice)), "")]


def _excerpt(excerpt: Excerpt, where: str, style: str) -> Iterator[Line]:
    yield [(f"      {where}", "dim")]
    yield [("      │ ", "dim"), (excerpt.line, "")]
    yield [("      │ ", "dim"), (excerpt.carets, style)]
