"""What the terminal shows."""

import re

import pytest

from jupyter_hybridize.results.report import DecoratorReport, GainReport
from jupyter_hybridize.surfaces.excerpt import Sources
from jupyter_hybridize.surfaces.report_text import render_text
from jupyter_hybridize.surfaces.view import view_report

PATH = "train.ipynb"
ESCAPES = re.compile(r"\x1b\[[0-9;]*m")


def text_of(report, sources, *, verbose=False, counted=False, **settings):
    view = view_report(report, sources, verbose=verbose, counted=counted)
    return render_text(view, verbose=verbose, **settings)


def test_refused_function_shows_line_caret_reason_path_and_advice(sample, sources):
    text = text_of(sample, sources)

    block = text[text.index("refused  epoch") : text.index("hazard")]
    assert "HYB301 python-side-effect  `history` grows only while tracing." in block
    assert "│ history.append(float(train_step(images, labels)))\n      │ ^^^^^^^" in block
    assert "called from cell 6, line 2" in block
    assert "What to do: Return the loss, and append it in the caller." in block


def test_caret_stands_under_what_is_meant(sample, sources):
    text = text_of(sample, sources)

    assert "│ return scale * x\n      │        ^^^^^\n" in text


def test_verdict_is_told_by_sign_and_word_not_by_colour_alone(sample, sources):
    text = text_of(sample, sources)

    for told in ("✔ proved  train_step", "✘ refused  epoch", "▲ hazard  scaled", "? verify first  Model.call"):
        assert told in text


def test_functions_with_nothing_to_say_are_left_out_and_counted(sample, sources):
    text = text_of(sample, sources)

    assert "double" not in text
    assert "fine_one" not in text
    assert "Not shown: 2 functions with nothing to do" in text


def test_verbose_shows_every_function(sample, sources):
    text = text_of(sample, sources, verbose=True)

    assert "no gain  double" in text
    assert "fine  fine_one" in text
    assert "images: f32[?,28,28]" in text


def test_refusal_needs_no_open_questions_unless_verbose(sample, sources):
    assert "HYB102" not in text_of(sample, sources).partition("hazard")[0]
    assert "HYB102" in text_of(sample, sources, verbose=True).partition("hazard")[0]


def test_summary_counts_each_verdict(sample, sources):
    assert "6 functions: 1 proved, 1 to verify, 1 refused, 1 with a hazard, 1 without gain" in text_of(sample, sources)


def test_nothing_to_do_is_said_aloud(function, report_of, sources):
    assert text_of(report_of(function()), sources).startswith("Nothing to do (1 function: 1 fine as it is).")


def test_notebook_without_functions_has_nothing_to_do(report_of, sources):
    assert text_of(report_of(), sources) == "Nothing to do (no functions).\n"


def test_hazard_is_something_to_do(function, report_of, sources):
    assert "Nothing to do" not in text_of(report_of(function(mode="hybrid", confidence="hazard")), sources)


def test_plain_text_has_no_escape_sequence_and_colour_changes_no_word(sample, sources):
    plain = text_of(sample, sources)
    coloured = text_of(sample, sources, colour=True)

    assert "\x1b" not in plain
    assert "\x1b[" in coloured
    stripped = ESCAPES.sub("", coloured)
    assert [line.rstrip() for line in stripped.splitlines()] == plain.splitlines()


def test_ascii_terminal_gets_ascii_signs(sample, sources):
    assert text_of(sample, sources, unicode=False).isascii()


def test_rich_markup_in_a_name_is_shown_as_it_is(function, report_of, sources):
    odd = function(name="[red]f[/red]", confidence="refused")

    assert "[red]f[/red]" in ESCAPES.sub("", text_of(report_of(odd), sources, colour=True))


def test_escape_sequence_in_source_cannot_reach_the_terminal(function, finding, report_of):
    source = "x = '\x1b[2J\u202e'; print(x)"
    report = report_of(
        function(confidence="refused", findings=(finding(line=1, column=10, end_line=1, end_column=18),))
    )
    text = text_of(report, Sources({("train.ipynb", 3): source}))

    assert "\x1b" not in text
    assert "\u202e" not in text
    assert r"x = '\x1b[2J\u202e'; print(x)" in text


def test_caret_follows_tabs_and_wide_characters(function, finding, report_of):
    source = "\tif 名前 == 1: f(x)"
    start = source.index("f(x)")
    report = report_of(
        function(confidence="refused", findings=(finding(line=1, column=start, end_line=1, end_column=start + 4),))
    )
    lines = text_of(report, Sources({("train.ipynb", 3): source})).splitlines()
    at = next(i for i, line in enumerate(lines) if "名前" in line)

    assert lines[at].index("f(x)") + 2 == lines[at + 1].index("^^^^")  # each of the two takes two columns


def test_long_line_is_cut_around_the_place(function, finding, report_of):
    source = "y = " + " + ".join(f"value{i}" for i in range(100))
    start = source.index("value77")
    report = report_of(
        function(confidence="refused", findings=(finding(line=1, column=start, end_line=1, end_column=start + 7),))
    )
    lines = text_of(report, Sources({("train.ipynb", 3): source})).splitlines()
    at = next(i for i, line in enumerate(lines) if "value77" in line)

    assert len(lines[at]) < 120
    assert lines[at].index("value77") == lines[at + 1].index("^")


def test_line_separator_in_a_string_does_not_shift_the_lines(function, finding, report_of):
    source = "a = 'x\u2028y\x0c'\nb = bad\n"
    report = report_of(function(confidence="refused", findings=(finding(line=2, column=4, end_line=2, end_column=7),)))

    assert "│ b = bad\n      │     ^^^" in text_of(report, Sources({("train.ipynb", 3): source}))


def test_a_cell_is_split_into_lines_once_for_all_findings_in_it():
    sources = Sources({("train.ipynb", 3): "a = 1\nb = 2"})

    assert sources.lines("train.ipynb", 3) == ["a = 1", "b = 2"]
    assert sources.lines("train.ipynb", 3) is sources.lines("train.ipynb", 3)
    assert sources.lines("train.ipynb", 4) == []


def test_finding_without_its_source_is_still_placed(sample):
    assert "cell 3, line 3" in text_of(sample, Sources({}))


def test_position_behind_the_text_does_not_break_the_report(function, finding, report_of):
    far = finding(line=99, column=500, end_line=99, end_column=600)
    odd = finding(line=1, column=500, end_line=1, end_column=2)
    report = report_of(function(confidence="refused", findings=(far, odd)))

    assert "line 99" in text_of(report, Sources({("train.ipynb", 3): "x = 1\n"}))


def test_kernel_cells_go_by_their_execution_counts(sample, sources):
    text = text_of(sample, sources, counted=True)

    assert "In [3], line 3" in text
    assert "called from In [6], line 2" in text


def test_place_in_a_module_names_the_module(function, finding, report_of, sources):
    foreign = finding(unit="helpers.py", cell=-1, because=(("helpers.py", -1, 4, 0),))

    text = text_of(report_of(function(confidence="refused", findings=(foreign,))), sources)

    assert "helpers.py, line 3" in text
    assert "called from helpers.py, line 4" in text


def test_many_rules_are_cut_and_counted(function, finding, report_of, sources):
    crowded = function(confidence="refused", findings=tuple(finding(code=f"HYB3{n:02}") for n in range(9)))

    assert "… and 6 more" in text_of(report_of(crowded), sources)
    assert "more (" not in text_of(report_of(crowded), sources, verbose=True)


def test_places_of_one_rule_stand_together_unless_verbose(function, finding, report_of, sources):
    places = [finding(line=n) for n in range(1, 7)] + [finding(line=7, message="`total` grows only while tracing")]
    crowded = report_of(function(confidence="refused", findings=tuple(places)))

    assert text_of(crowded, sources).count("HYB301") == 1
    assert "also line 2, line 3, line 4, `total` (line 7) and 2 more\n" in text_of(crowded, sources)
    assert text_of(crowded, sources, verbose=True).count("HYB301") == 7


def test_further_place_in_another_cell_names_the_cell(function, finding, report_of, sources):
    far = function(confidence="refused", findings=(finding(), finding(cell=6, line=2)))

    assert "also cell 6, line 2\n" in text_of(report_of(far), sources)


def test_doubts_stand_apart_from_what_is_sure_of_the_same_rule(function, finding, report_of, sources):
    doubtful = function(mode="hybrid", findings=(finding(), finding(line=2, answer="note")))

    assert text_of(report_of(doubtful), sources, verbose=True).count("HYB301") == 2


def test_refused_function_without_gain_takes_two_lines(function, finding, report_of, sources):
    useless = finding(code="HYB401", rule="no-tensor-computation", message="`f` does no tensor computation")
    builder = function(confidence="refused", benefit="no", findings=(finding(), useless))
    text = text_of(report_of(builder), sources)

    assert "there is nothing to gain, and it would not do the same (HYB301 python-side-effect)." in text
    assert "│" not in text
    assert "│" in text_of(report_of(builder), sources, verbose=True)


def test_whether_a_refused_function_would_gain_is_not_said(function, finding, report_of, sources):
    once = finding(code="HYB405", rule="called-once", message="`f` is called once")

    assert "HYB405" not in text_of(report_of(function(confidence="refused", findings=(finding(), once))), sources)


def test_uncalled_function_is_told_in_two_lines(function, finding, report_of, sources):
    uncalled = finding(code="HYB101", rule="never-called", answer="unknown", message="`f` is called nowhere")
    doubtful = function(action="decorate", confidence="verify-first", assumes=("`y` is unknown",), findings=(uncalled,))
    text = text_of(report_of(doubtful), sources)

    assert "`f` is called nowhere, so its arguments are not known." in text
    assert "`y`" not in text
    assert "│" not in text


def test_path_to_a_stale_capture_ends_at_the_change(function, finding, report_of, sources):
    stale = finding(code="HYB303", rule="stale-capture", because=((PATH, 6, 2, 4), (PATH, 6, 3, 0)))
    direct = finding(code="HYB303", rule="stale-capture", line=2, because=((PATH, 6, 3, 0),))

    text = text_of(report_of(function(confidence="refused", findings=(stale,))), sources)
    assert "called from cell 6, line 2, changed at cell 6, line 3\n" in text
    text = text_of(report_of(function(confidence="refused", findings=(direct,))), sources)
    assert "called from" not in text


def test_what_all_advice_rests_on_is_said_once(function, report_of, sources):
    general = ("seen calls", "tensorflow 2.21")
    first = function(action="decorate", confidence="proved", assumes=general)
    second = function(action="decorate", confidence="proved", assumes=("no monkey patching", *general))
    text = text_of(report_of(first, second, function()), sources)

    assert "Assumed: seen calls; tensorflow 2.21.\n" in text
    assert text.count("seen calls") == 1
    assert "    assumes: no monkey patching\n" in text


def test_proved_function_that_may_not_pay_is_not_praised(function, report_of, sources):
    doubtful = function(action="decorate", confidence="proved", benefit="unknown")

    assert "is safe here; whether it pays could not be settled." in text_of(report_of(doubtful), sources)


@pytest.mark.parametrize(
    ("gain", "benefit", "headline", "expected"),
    [
        (GainReport(1, 0.01, None), "unknown", "safe here, but it is expected to be slower.", "slower as a graph"),
        (GainReport(9, 1.0, 9000), "unknown", "safe here, but little gain is expected, if any.", "little gain, if any"),
        (GainReport(40, 3.1, 50), "unknown", "safe here; whether it pays could not be settled.", "about 3.1 times"),
        (GainReport(40, 3.1, 50), "yes", "Decorate it with `@tf.function`.", "about 3.1 times"),
    ],
)
def test_headline_does_not_contradict_what_is_expected(function, report_of, sources, gain, benefit, headline, expected):
    text = text_of(report_of(function(action="decorate", confidence="proved", benefit=benefit, gain=gain)), sources)
    assert headline in text
    assert f"expected: {expected}" in text


def test_one_cause_reached_in_two_ways_is_shown_once(function, finding, report_of, sources):
    ways = (finding(), finding(because=((PATH, 6, 4, 0),)), finding(because=((PATH, 6, 3, 0), (PATH, 3, 2, 4))))
    text = text_of(report_of(function(confidence="refused", findings=ways)), sources)

    assert text.count("grows only while tracing") == 1
    assert "called from cell 6, line 2 (and in 2 other ways)" in text


def test_causes_at_two_places_are_both_shown(function, finding, report_of, sources):
    places = (finding(because=()), finding(line=2, column=4, end_line=2, end_column=9, because=()))

    report = report_of(function(confidence="refused", findings=places))
    assert text_of(report, sources, verbose=True).count("grows only while tracing") == 2
    assert "also line 2\n" in text_of(report, sources)
    assert "called from" not in text_of(report, sources)


def test_assumption_that_a_finding_states_is_not_repeated(function, finding, report_of, sources):
    unclear = finding(answer="unknown", message="`x` is unknown")
    first = function(
        action="decorate", confidence="verify-first", assumes=("`x` is unknown", "seen calls"), findings=(unclear,)
    )
    text = text_of(report_of(first), sources)

    assert text.count("`x` is unknown") == 1
    assert "Assumed: seen calls." in text


def test_finding_about_the_whole_function_needs_no_place(function, finding, report_of, sources):
    once = finding(answer="unknown", cell=1, line=1, column=0, end_line=6, end_column=0, because=())
    text = text_of(report_of(function(action="decorate", confidence="verify-first", findings=(once,))), sources)

    assert "HYB301" in text
    assert "│" not in text
    assert text.count("line 1") == 1


def test_functions_with_nothing_to_do_take_one_line_each_where_asked_for(sample, sources):
    text = text_of(sample, sources, lists_quiet=True)

    assert "  – no gain  double  (cell 3, line 5)  `double` does no tensor computation.\n" in text
    assert "  · fine  fine_one  (cell 1, line 1)  Nothing to do.\n" in text
    assert "Not shown" not in text


def test_arguments_of_a_harmful_decorator_are_shown(function, report_of, sources):
    compiled = DecoratorReport("@tf.function(jit_compile=True)", 1, 1, 0, 1, 30, {"jit_compile": "True"})
    plain = DecoratorReport("@tf.function", 1, 1, 0, 1, 12, {})
    hazards = report_of(*(function(mode="hybrid", confidence="hazard", decorator=d) for d in (compiled, plain)))

    assert "now: @tf.function(jit_compile=True)\n" in text_of(hazards, sources)
    assert "now: @tf.function\n" not in text_of(hazards, sources)


def test_refusal_of_which_no_rule_is_selected_names_none(function, report_of, sources):
    text = text_of(report_of(function(confidence="refused", benefit="no")), sources)

    assert "it would not do the same.\n" in text
