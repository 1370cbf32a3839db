"""A report in the format that was asked for."""

from __future__ import annotations

import os
import sys

from jupyter_hybridize.surfaces.analysis import Analysis


def rendered(analysis: Analysis, style: str, verbose: bool) -> str:
    """Return the text to print; *style* is one of the formats of the settings."""
    if style == "json":
        import json

        from jupyter_hybridize.surfaces.payload import to_payload

        return json.dumps(to_payload(analysis.report), indent=2) + "\n"
    if style == "github":
        from jupyter_hybridize.surfaces.annotations import render_annotations

        return render_annotations(analysis.report)
    if style == "sarif":
        from jupyter_hybridize.surfaces.checking.sarif import render_sarif

        return render_sarif(analysis)
    from jupyter_hybridize.surfaces.report_text import render_text
    from jupyter_hybridize.surfaces.view import view_report

    if not analysis.report.units:
        return ""
    view = view_report(analysis.report, analysis.sources, verbose=verbose)
    return render_text(view, verbose=verbose, colour=_shows_colour(), unicode=_shows_unicode())


def _shows_colour() -> bool:
    is_terminal = sys.stdout is not None and sys.stdout.isatty()  # closed, it is None
    return is_terminal and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def _shows_unicode() -> bool:
    try:
        "✔▲│…✘".encode(getattr(sys.stdout, "encoding", None) or "ascii")
    except (UnicodeEncodeError, LookupError):
        return False
    return True
