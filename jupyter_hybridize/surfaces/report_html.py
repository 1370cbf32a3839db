"""The report as HTML for a notebook: no script, readable where styles are stripped, in light and dark themes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape

from jupyter_hybridize.surfaces.excerpt import visible
from jupyter_hybridize.surfaces.view import FindingView, FunctionView, ReportView, UnitView
from jupyter_hybridize.surfaces.wording import begun, doubt, plural, sentence

OPEN = frozenset({"proved", "verified", "verify-first", "hazard"})  # the others are folded

STYLE = """\
<style>
.jp-hybridize { color: var(--jp-content-font-color1, inherit);
  font-family: var(--jp-content-font-family, system-ui, sans-serif); font-size: var(--jp-content-font-size1, 14px);
  line-height: 1.5; max-width: 60rem; }
.jp-hybridize p { margin: 0.2em 0; }
.jp-hybridize .jp-hybridize-unit { font-weight: 600; margin: 0.4em 0; }
.jp-hybridize .jp-hybridize-function { border: 1px solid var(--jp-border-color2, rgba(128, 128, 128, 0.4));
  border-left-width: 4px; border-radius: 4px; margin: 0.5em 0; padding: 0.4em 0.8em; }
.jp-hybridize .jp-hybridize-good { border-left-color: #2e7d32; }
.jp-hybridize .jp-hybridize-ask { border-left-color: #9a5b00; }
.jp-hybridize .jp-hybridize-bad { border-left-color: #c62828; }
.jp-hybridize .jp-hybridize-plain { border-left-color: #66707a; }
.jp-hybridize .jp-hybridize-badge { border-radius: 3px; color: #fff; display: inline-block; font-size: 0.85em;
  font-weight: 600; margin-right: 0.4em; padding: 0 0.5em; }
.jp-hybridize .jp-hybridize-good .jp-hybridize-badge { background: #2e7d32; }
.jp-hybridize .jp-hybridize-ask .jp-hybridize-badge { background: #9a5b00; }
.jp-hybridize .jp-hybridize-bad .jp-hybridize-badge { background: #c62828; }
.jp-hybridize .jp-hybridize-plain .jp-hybridize-badge { background: #66707a; }
.jp-hybridize code, .jp-hybridize pre { color: inherit;
  background: var(--jp-layout-color2, rgba(128, 128, 128, 0.12));
  font-family: var(--jp-code-font-family, ui-monospace, monospace); font-size: var(--jp-code-font-size, 13px); }
.jp-hybridize code { border-radius: 3px; padding: 0 0.25em; }
.jp-hybridize pre { border-radius: 3px; line-height: 1.3; margin: 0.3em 0; overflow-x: auto; padding: 0.4em 0.6em;
  white-space: pre; }
.jp-hybridize small { color: var(--jp-content-font-color2, inherit); }
.jp-hybridize summary { cursor: pointer; }
.jp-hybridize .jp-hybridize-finding { margin: 0.5em 0; }
</style>
"""
TINTS = {
    "proved": "good",
    "verified": "good",
    "verify-first": "ask",
    "refused": "bad",
    "hazard": "bad",
}


def render_html(view: ReportView, *, verbose: bool = False, hint: str = "") -> str:
    """Return the report as an HTML fragment; *hint* is a last sentence, what stands in `backquotes` as code."""
    units = "".join("".join(_unit(unit, verbose, named=len(view.units) > 1)) for unit in view.units)
    summary = f"Nothing to do ({view.summary})." if view.nothing_to_do else f"{view.summary}."
    assumes = f"<p><small>Assumed: {prose(sentence(view.assumes))}</small></p>" if view.assumes else ""
    last = f"<p><small>{prose(hint)}</small></p>" if hint else ""
    return f'{STYLE}<div class="jp-hybridize">{units}<p><strong>{_text(summary)}</strong></p>{assumes}{last}</div>'


def _text(text: str) -> str:
    return escape(visible(text))


def prose(text: str) -> str:
    """Return *text* escaped, what stands in `backquotes` as code."""
    pieces = _text(text).split("`")
    if len(pieces) % 2 == 0:
        return "`".join(pieces)
    return "".join(f"<code>{piece}</code>" if index % 2 else piece for index, piece in enumerate(pieces))


def _unit(unit: UnitView, verbose: bool, *, named: bool) -> Iterator[str]:
    if named:
        yield f'<p class="jp-hybridize-unit">{_text(unit.path)}</p>'
    for problem in unit.problems:
        yield f"<p><small>Note: {prose(sentence(problem))}</small></p>"
    yield from map(_function, (*unit.functions, *(unit.quiet if verbose else ())))
    if unit.quiet and not verbose:
        yield _quiet(unit.quiet)
    if unit.ignored:
        yield f"<p><small>{plural(unit.ignored, 'finding')} silenced by a comment.</small></p>"


def _quiet(functions: Iterable[FunctionView]) -> str:
    functions = tuple(functions)
    items = "".join(f"<li>{_title(function)} {prose(function.reason)}</li>" for function in functions)
    head = f"{plural(len(functions), 'function')} with nothing to do"
    return f"<details><summary>{head}</summary><ul>{items}</ul></details>"


def _title(function: FunctionView) -> str:
    return f"<strong><code>{_text(function.name)}</code></strong> <small>({_text(function.where)})</small>"


def _function(function: FunctionView) -> str:
    tint = TINTS.get(function.confidence, "plain")
    badge = f'<span class="jp-hybridize-badge">{function.badge.sign} {_text(function.badge.word)}</span> '
    body = "".join(_body(function))
    if function.confidence in OPEN:
        inner = f"<p>{badge}{_title(function)}</p><p>{prose(function.headline)}</p>{body}"
    else:
        reason = f"<br>{prose(function.reason)}"
        inner = f"<details><summary>{badge}{_title(function)}{reason}</summary>{body}</details>"
    return f'<div class="jp-hybridize-function jp-hybridize-{tint}">{inner}</div>'


def _body(function: FunctionView) -> Iterator[str]:
    for label, text in function.details:
        value = f"<code>{_text(text)}</code>" if label in ("now", "signature") else prose(text)
        yield f"<p><small>{_text(label)}:</small> {value}</p>"
    folded = function.confidence not in OPEN
    for index, finding in enumerate(function.findings):
        yield _finding(finding, said=folded and index == 0 and finding.tone == "no")
    if function.left_out:
        yield f"<p><small>… and {function.left_out} more.</small></p>"


def _finding(finding: FindingView, *, said: bool) -> str:
    """Return the finding's block; its message is left out where the line above *said* it."""
    mark = doubt(finding.label, finding.tone).capitalize()
    words = sentence(finding.message) if mark else begun(finding.message)
    message = "" if said else f"{mark}{prose(words)} "
    place = _text(", ".join(filter(None, (finding.label, finding.where))))
    parts = [f"<p>{message}<small>{place}</small></p>"]
    if finding.excerpt is not None:
        parts.append(f"<pre>{escape(finding.excerpt.line)}\n{finding.excerpt.carets}</pre>")
    parts += [f"<p><small>{prose(more)}</small></p>" for more in (finding.path, finding.others) if more]
    if finding.advice:
        parts.append(f"<p>What to do: {prose(sentence(finding.advice))}</p>")
    return f'<div class="jp-hybridize-finding">{"".join(parts)}</div>'
