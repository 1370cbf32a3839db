"""What a notebook shows, also for hostile names and sources."""

from html.parser import HTMLParser

import pytest

from jupyter_hybridize.surfaces.excerpt import Sources
from jupyter_hybridize.surfaces.notebook_output import NotebookOutput
from jupyter_hybridize.surfaces.payload import MIME_TYPE
from jupyter_hybridize.surfaces.report_html import render_html
from jupyter_hybridize.surfaces.view import view_report

HOSTILE = "<script>alert(1)</script><img src=x onerror=alert(1)>\"'&`</pre></details>"
PLAIN_TAGS = {"style", "div", "p", "strong", "span", "small", "code", "pre", "details", "summary", "ul", "li", "br"}


class Elements(HTMLParser):
    """The tags and attributes of a page, and whether each is closed in its turn."""

    def __init__(self, html):
        super().__init__()
        self.tags, self.attributes, self.open, self.text = set(), set(), [], []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}
        if tag not in ("br", "img"):
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open
        assert self.open.pop() == tag

    def handle_data(self, data):
        if "style" not in self.open:
            self.text.append(data)


def html_of(report, sources, *, verbose=False, counted=False):
    return render_html(view_report(report, sources, verbose=verbose, counted=counted), verbose=verbose)


def test_html_is_well_formed_and_needs_no_script(sample, sources):
    elements = Elements(html_of(sample, sources))

    assert not elements.open
    assert elements.tags <= PLAIN_TAGS
    assert elements.attributes == {"class"}


def test_html_reads_without_any_style(sample, sources):
    text = "".join(Elements(html_of(sample, sources)).text)

    for told in ("✔ proved", "train_step", "✘ refused", "▲ hazard", "cell 6, line 2", "1 without gain"):
        assert told in text


def test_refused_functions_are_folded_with_their_reason_in_sight(sample, sources):
    html = html_of(sample, sources)

    summary = html[html.index("<summary>") : html.index("</summary>")]
    assert "epoch" in summary
    assert "grows only while tracing" in summary


def test_quiet_functions_are_folded_together(sample, sources):
    html = html_of(sample, sources)

    assert "<summary>2 functions with nothing to do</summary>" in html
    assert "<code>double</code> does no tensor computation." in html


@pytest.mark.parametrize("field", ["message", "advice", "rule", "code", "unit"])
def test_hostile_finding_is_escaped(field, function, finding, report_of, sources):
    report = report_of(function(confidence="hazard", findings=(finding(**{field: HOSTILE}),)))

    elements = Elements(html_of(report, sources, verbose=True))

    assert elements.tags <= PLAIN_TAGS
    assert elements.attributes == {"class"}
    assert "<script>alert(1)</script>" in "".join(elements.text)


@pytest.mark.parametrize("field", ["name", "confidence", "signature"])
def test_hostile_function_is_escaped(field, function, report_of, sources):
    changes = {"action": "decorate", "confidence": "proved", field: HOSTILE}

    elements = Elements(html_of(report_of(function(**changes)), sources))

    assert elements.tags <= PLAIN_TAGS
    assert "<script>" in "".join(elements.text)


def test_hostile_source_line_is_escaped(function, finding, report_of):
    source = f"f('''{HOSTILE}''')"
    place = finding(line=1, column=0, end_line=1, end_column=len(source))
    report = report_of(function(confidence="hazard", findings=(place,)))

    elements = Elements(html_of(report, Sources({("train.ipynb", 3): source})))

    assert elements.tags <= PLAIN_TAGS
    assert HOSTILE in "".join(elements.text)


def test_hostile_path_and_assumption_are_escaped(function, report_of, sources):
    odd = report_of(function(action="decorate", confidence="proved", assumes=(HOSTILE,)), path=HOSTILE)

    assert Elements(html_of(odd, sources)).tags <= PLAIN_TAGS


def test_direction_marks_are_made_visible(function, report_of, sources):
    html = html_of(report_of(function(name="f\u202e", confidence="proved", action="decorate")), sources)

    assert "\u202e" not in html
    assert r"f\u202e" in html


def test_unpaired_backquote_stays_a_backquote(function, finding, report_of, sources):
    html = html_of(report_of(function(confidence="hazard", findings=(finding(message="one ` alone"),))), sources)

    assert "One ` alone." in html


def test_bundle_holds_text_html_and_json(sample, sources):
    bundle = NotebookOutput(sample, sources)._repr_mimebundle_()

    assert set(bundle) == {"text/plain", "text/html", MIME_TYPE}
    assert bundle[MIME_TYPE]["schema"] == 1
    assert "\x1b" not in bundle["text/plain"]
    assert repr(NotebookOutput(sample, sources)) == bundle["text/plain"]


def test_bundle_leaves_out_what_is_not_wanted(sample, sources):
    output = NotebookOutput(sample, sources)

    assert set(output._repr_mimebundle_(include={"text/plain"})) == {"text/plain"}
    assert "text/html" not in output._repr_mimebundle_(exclude={"text/html"})
