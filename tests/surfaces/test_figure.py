"""The picture of a benchmark: drawn without pyplot, readable on light and dark pages, and small."""

import base64
import subprocess
import sys
from dataclasses import replace

import pytest

from jupyter_hybridize.surfaces.benchmark_output import BenchmarkOutput
from jupyter_hybridize.surfaces.figure import COLOURS, TEXT, BenchmarkPicture, draw, png
from tests.patience import PATIENCE

pytest.importorskip("matplotlib")
LARGEST = 60_000  # bytes


def luminance(colour):
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return sum(weight * channel for weight, channel in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one, other):
    brighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (brighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("page", ["#ffffff", "#111111"])
def test_colours_are_readable_on_light_and_dark_pages(page):
    assert all(contrast(colour, page) >= 3 for colour in COLOURS.values())
    assert contrast(TEXT, page) >= 4


def test_picture_is_a_small_transparent_png(benchmark_result):
    from matplotlib.image import imread

    data = png(benchmark_result)
    assert data.startswith(b"\x89PNG")
    assert len(data) <= LARGEST
    import io

    pixels = imread(io.BytesIO(data))
    assert pixels.shape[2] == 4
    assert pixels[0, 0, 3] == 0


def test_both_panels_show_all_variants_and_the_break_even(benchmark_result):
    left, right = draw(benchmark_result).axes

    assert [label.get_text() for label in left.get_yticklabels()] == ["eager", "graph", "XLA"]
    assert [text.get_text() for text in left.texts] == ["2.13 ms", "464 µs  (4.6×)", "231 µs  (9.2×)"]
    assert [text.get_text() for text in right.texts] == ["91 calls", "215 calls"]
    assert [t.get_text() for t in right.get_legend().get_texts()] == [
        "eager",
        "graph, first call 180 ms",
        "XLA, first call 410 ms",
    ]


def test_break_even_that_is_far_away_does_not_squeeze_the_other(benchmark_result):
    far = replace(benchmark_result.speedups[1], break_even_calls=90_000)
    _, right = draw(replace(benchmark_result, speedups=(benchmark_result.speedups[0], far))).axes

    assert right.get_xlim()[1] < 1_000
    assert [text.get_text() for text in right.texts] == ["91 calls"]


def test_graph_that_never_pays_has_no_mark(benchmark_result):
    never = tuple(replace(each, break_even_calls=None) for each in benchmark_result.speedups)
    _, right = draw(replace(benchmark_result, speedups=never)).axes

    assert list(right.texts) == []


def test_blocks_that_are_all_alike_are_drawn(benchmark_result):
    alike = tuple(replace(timing, blocks=(0.001,) * 5) for timing in benchmark_result.timings)

    assert png(replace(benchmark_result, timings=alike)).startswith(b"\x89PNG")


def test_dollar_signs_are_no_mathematics(benchmark_result):
    assert png(replace(benchmark_result, call="f('$\\\\frac{$')")).startswith(b"\x89PNG")


def test_result_without_timings_has_no_picture(benchmark_result):
    made = BenchmarkPicture(replace(benchmark_result, timings=()))._repr_mimebundle_()

    assert set(made) == {"text/plain"}


def test_picture_comes_with_words(benchmark_result):
    made = BenchmarkPicture(benchmark_result)._repr_mimebundle_()

    assert base64.b64decode(made["image/png"]).startswith(b"\x89PNG")
    assert "4.6× faster" in made["text/plain"]


def test_settings_of_the_user_neither_matter_nor_change(benchmark_result):
    import matplotlib

    plain = png(benchmark_result)
    with matplotlib.rc_context({"axes.facecolor": "red", "font.size": 30}):
        before = dict(matplotlib.rcParams)
        assert png(benchmark_result) == plain
        assert dict(matplotlib.rcParams) == before


SCRIPT = """
import sys
from jupyter_hybridize.results.benchmark import BenchmarkResult, Timing
from jupyter_hybridize.surfaces.figure import png
timing = Timing("eager", (1e-3, 2e-3, 3e-3, 4e-3), 1)
png(BenchmarkResult("f", "", "f()", (), "CPU:0", (timing,), (), None, ""))
assert "matplotlib.pyplot" not in sys.modules and "tensorflow" not in sys.modules
"""


def test_pyplot_is_not_imported():
    done = subprocess.run([sys.executable, "-c", SCRIPT], capture_output=True, text=True, timeout=PATIENCE, check=False)

    assert done.returncode == 0, done.stderr


def test_without_matplotlib_there_is_a_hint_in_place_of_the_picture(benchmark_result, monkeypatch):
    monkeypatch.setitem(sys.modules, "matplotlib", None)
    monkeypatch.setitem(sys.modules, "matplotlib.style", None)

    made = BenchmarkPicture(benchmark_result)._repr_mimebundle_()
    assert made == {"text/plain": "Install matplotlib to see a picture of the benchmark."}
    assert BenchmarkOutput(benchmark_result)._repr_mimebundle_()["text/html"]
