"""A benchmark as text, HTML and JSON."""

import json
import math
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import jsonschema

from jupyter_hybridize.results.benchmark import BenchmarkResult, Timing
from jupyter_hybridize.surfaces.benchmark_output import BenchmarkOutput
from jupyter_hybridize.surfaces.result_payload import BENCHMARK_TYPE

SCHEMA = json.loads((Path(__file__).parent / "benchmark.schema.json").read_text())
HOSTILE = '<script>alert("x")</script>'


class Tags(HTMLParser):
    """The tags of a fragment, those within cells included, and whether each is closed."""

    def __init__(self, text):
        super().__init__()
        self.seen, self.open = [], []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.seen.append(tag)
        if tag not in ("br", "img"):
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag


def bundle(result):
    return BenchmarkOutput(result)._repr_mimebundle_()


def validated(result):
    payload = json.loads(json.dumps(bundle(result)[BENCHMARK_TYPE], allow_nan=False))
    jsonschema.Draft202012Validator(SCHEMA).validate(payload)
    return payload


def test_text_says_it_in_a_sentence_and_then_in_a_table(benchmark_result):
    lines = bundle(benchmark_result)["text/plain"].splitlines()

    assert lines[0] == (
        "train_step(x, y) on CPU:0: 4.6× faster (4.2–4.9); tracing costs 180 ms, so it pays after 91 calls."
    )
    eager, graph, xla = (line.split() for line in lines[3:6])
    assert eager[:3] == ["eager", "2.13", "ms"]
    assert graph[8:14] == ["4.6×", "4.2–4.9", "180", "ms", "91", "calls"]
    assert xla[0] == "XLA"
    assert " ".join(xla).endswith("16.0 MB largest difference 3e-8")


def test_columns_stand_below_each_other(benchmark_result):
    lines = bundle(benchmark_result)["text/plain"].splitlines()[2:6]
    ends = {
        line.index(word) + len(word)
        for line, word in zip(lines, ["per call", "2.13 ms", "464 µs", "231 µs"], strict=True)
    }

    assert len(ends) == 1


def test_what_the_result_rests_on_follows_the_table(benchmark_result):
    text = bundle(benchmark_result)["text/plain"]

    assert "Inputs: x: float32[32,10], y: int64[32]." in text
    assert "Expected: 4.5×, from 71 operations a call." in text
    assert "Note: the dtype of `y` is not known." in text
    assert "Warning" not in text


def test_state_that_was_not_put_back_is_a_warning(benchmark_result):
    assert "Warning: not all state" in bundle(replace(benchmark_result, state_restored=False))["text/plain"]


def test_html_has_the_table_first_and_needs_no_script(benchmark_result):
    html = bundle(benchmark_result)["text/html"]
    tags = Tags(html)

    assert tags.open == []
    assert tags.seen.count("tr") == 4
    assert "script" not in tags.seen
    assert "img" not in tags.seen
    assert html.index("<table>") < html.index("Inputs")


def test_nothing_of_the_users_text_becomes_markup(benchmark_result):
    result = replace(
        benchmark_result, call=f"f({HOSTILE!r})", inputs=(HOSTILE,), notes=(HOSTILE,), sentence=HOSTILE, device=HOSTILE
    )
    worse = replace(result.timings[2], error=HOSTILE)

    html = bundle(replace(result, timings=(*result.timings[:2], worse)))["text/html"]
    assert "<script" not in html
    assert html.count("&lt;script") == 6


def test_control_characters_of_a_call_are_shown_as_escapes(benchmark_result):
    assert "\x1b" not in bundle(replace(benchmark_result, call="f('\x1b[31m')"))["text/plain"]


def test_variant_that_failed_says_why_in_its_row(benchmark_result):
    failed = Timing("xla", (), 0, error="does not compile: tf.print")
    result = replace(benchmark_result, timings=(*benchmark_result.timings[:2], failed))

    row = next(line for line in bundle(result)["text/plain"].splitlines() if line.lstrip().startswith("XLA"))
    assert row.split()[1] == "–"
    assert row.endswith("does not compile: tf.print")
    assert validated(result)["timings"][2]["median"] is None


def test_graph_that_never_pays_says_so(benchmark_result):
    slower = replace(benchmark_result.speedups[0], ratio=0.4, break_even_calls=None)
    text = bundle(replace(benchmark_result, speedups=(slower,)))["text/plain"]

    assert "0.40×" in text
    assert "never" in text


def test_columns_that_say_nothing_are_left_out(benchmark_result):
    timings = tuple(replace(timing, peak_bytes=None) for timing in benchmark_result.timings)

    assert "peak" not in bundle(replace(benchmark_result, timings=timings))["text/plain"]


def test_payload_fits_the_schema(benchmark_result):
    payload = validated(benchmark_result)

    assert payload["timings"][1]["median"] == 0.000464
    assert payload["speedups"][0]["break_even_calls"] == 91


def test_numbers_that_are_not_finite_are_null(benchmark_result):
    endless = replace(benchmark_result.speedups[0], high=math.inf)

    assert validated(replace(benchmark_result, speedups=(endless,)))["speedups"][0]["high"] is None


def test_empty_result_is_shown_all_the_same():
    result = BenchmarkResult("f", "", "", (), "CPU:0", (), (), None, "stopped before anything was measured")

    assert bundle(result)["text/plain"].startswith("f on CPU:0: stopped before anything was measured.")
    validated(result)


def test_only_what_is_asked_for_is_made(benchmark_result):
    made = BenchmarkOutput(benchmark_result)._repr_mimebundle_(exclude={"text/html"})

    assert set(made) == {"text/plain", BENCHMARK_TYPE}
