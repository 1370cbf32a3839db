"""A report as the output of a cell: text, HTML and JSON in one."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from jupyter_hybridize.results.report import Report
from jupyter_hybridize.surfaces.excerpt import Sources, visible
from jupyter_hybridize.surfaces.payload import MIME_TYPE, Json, to_payload
from jupyter_hybridize.surfaces.report_html import render_html
from jupyter_hybridize.surfaces.report_text import render_text
from jupyter_hybridize.surfaces.view import ReportView, view_report


@dataclass(frozen=True, slots=True, repr=False)
class NotebookOutput:
    """What a notebook shows for a report."""

    report: Report
    sources: Sources
    verbose: bool = False
    counted: bool = True
    hint: str = ""  # what can be done next in this kernel

    def __repr__(self) -> str:
        return self._text(self._view())

    def _repr_mimebundle_(
        self, include: Collection[str] | None = None, exclude: Collection[str] | None = None
    ) -> dict[str, Json]:
        view = self._view()
        bundle: dict[str, Json] = {
            "text/plain": self._text(view),
            "text/html": render_html(view, verbose=self.verbose, hint=self.hint),
            MIME_TYPE: to_payload(self.report, counted=self.counted),
        }
        wanted = set(include or bundle) - set(exclude or ())
        return {mime: data for mime, data in bundle.items() if mime in wanted}

    def _text(self, view: ReportView) -> str:
        text = render_text(view, verbose=self.verbose, lists_quiet=True).rstrip("\n")
        return f"{text}\n{visible(self.hint)}" if self.hint else text

    def _view(self) -> ReportView:
        return view_report(self.report, self.sources, verbose=self.verbose, counted=self.counted)
