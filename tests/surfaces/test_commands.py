"""The sub-commands as they are written on a line."""

import pytest

from jupyter_hybridize.surfaces.commands import BenchOptions, CommandError, parse_command
from jupyter_hybridize.surfaces.completion import complete


@pytest.mark.parametrize("line", ["", "   ", "--apply", "-v", "--order document", "# a comment"])
def test_line_without_a_command_is_the_reports(line):
    assert parse_command(line) is None


@pytest.mark.parametrize(
    ("line", "target"),
    [
        ("verify step", "step"),
        ("verify model.step", "model.step"),
        ("verify  f(x, y) ", "f(x, y)"),
        ("verify f(x);", "f(x)"),
        ("bench f({'a': 1, \"b\": '--no-xla'})", "f({'a': 1, \"b\": '--no-xla'})"),
        ("widget", ""),
        ("watch", ""),
        ("watch step model.step", "step model.step"),
        ("watch off", "off"),
        ("history", ""),
        ("history step", "step"),
    ],
)
def test_target_is_the_rest_of_the_line(line, target):
    command = parse_command(line)

    assert (command.word, command.target) == (line.split()[0], target)


def test_options_stand_before_the_call():
    command = parse_command("bench --seconds 2.5 --no-xla --device=gpu f(x, --y)")

    assert command.bench == BenchOptions(2.5, xla=False, device="GPU:0")
    assert command.bench.variants == ("eager", "graph")
    assert command.target == "f(x, --y)"


def test_the_widget_may_begin_with_a_verification():
    command = parse_command("widget --verify step")

    assert (command.target, command.verifies) == ("step", True)
    assert not parse_command("widget step").verifies


@pytest.mark.parametrize(
    "written",
    [
        "[tf.TensorSpec([None, 10], tf.float32), tf.TensorSpec([None], tf.int64)]",
        "'[tf.TensorSpec([None, 10], tf.float32), tf.TensorSpec([None], tf.int64)]'",
        '"[tf.TensorSpec([None, 10], tf.float32), tf.TensorSpec([None], tf.int64)]"',
    ],
)
def test_signature_may_be_quoted_or_not(written):
    command = parse_command(f"bench --signature {written} f(x[0], y)")

    assert command.bench.signature == written.strip("'\"")
    assert command.target == "f(x[0], y)"


@pytest.mark.parametrize(("written", "device"), [("cpu", "CPU:0"), ("GPU:1", "GPU:1")])
def test_device_may_be_written_in_short(written, device):
    assert parse_command(f"bench --device {written} f(x)").bench.device == device


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("bnech f(x)", "did you mean bench?"),
        ("frobnicate", "there are verify, bench, widget, history, watch"),
        ("verify", "usage: %hybridize verify"),
        ("bench", "usage: %hybridize bench"),
        ("bench --fast f(x)", "unknown option --fast; usage: %hybridize bench"),
        ("verify --seconds 3 f(x)", "unknown option --seconds"),
        ("bench --seconds f(x)", "takes a number of seconds up to 600, not f(x)"),
        ("bench --seconds 0 f(x)", "takes a number of seconds"),
        ("bench --seconds nan f(x)", "takes a number of seconds"),
        ("bench --device", "--device takes a value"),
        ("history f(x)", "usage: %hybridize history"),
        ("watch f(x)", "f(x) is not a name"),
    ],
)
def test_mistake_is_told_in_one_line(line, said):
    with pytest.raises(CommandError) as raised:
        parse_command(line)

    assert said in str(raised.value)
    assert "\n" not in str(raised.value)


def step():
    pass


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("%hybridize ", ["verify", "bench", "widget", "history", "watch", "--order", "--verbose"]),
        ("%hybridize b", ["bench"]),
        ("%hybridize bench s", ["step"]),
        ("%hybridize bench --s", ["--seconds", "--signature"]),
        ("%hybridize watch ", ["off", "report", "step"]),
        ("%hybridize watch step ", ["step"]),
        ("%hybridize --order document --v", ["--verbose"]),
        ("%hybridize bench nothing_like_it", []),
    ],
)
def test_completion_offers_what_may_follow(text, words):
    assert complete(text, {"step": step, "stop": 3, "_step": step}) == words
