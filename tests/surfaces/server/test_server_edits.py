"""The edits that the sidebar asks for."""

from __future__ import annotations

import pytest

IMPORT = "import tensorflow as tf\n"
DOUBLE = """\
def double(x):
    for _ in range(20):
        x = tf.nn.relu(tf.matmul(x, x)) + tf.sin(x)
    return x
"""
CALLS = "double(tf.ones([3, 3]))\ndouble(tf.ones([3, 3]))\n"
EFFECT = "seen = []\ndef keeps(x):\n    seen.append(1)\n    return tf.matmul(x, x)\n"


def applied(text, spans):
    """Make the edits as the sidebar does: by UTF-16 positions, from the last to the first."""
    units = text.encode("utf-16-le")
    for span in reversed(spans):
        start, end = 2 * span["start"], 2 * span["end"]
        assert units[start:end].decode("utf-16-le") == span["expected"]
        units = units[:start] + span["text"].encode("utf-16-le") + units[end:]
    return units.decode("utf-16-le")


@pytest.fixture
def edit(ask, make):
    """Return a function that asks for an edit of the cells a, b, c."""

    def asked(*sources, **wanted):
        return ask("edit", make(*sources, **wanted))

    return asked


def only_edit(answer):
    status, reply = answer
    assert status == 200, reply
    [made] = reply["edits"]
    return made


def test_apply_inserts_the_decorators_line_and_nothing_else(edit):
    made = only_edit(edit(IMPORT, DOUBLE, CALLS, action="apply", cell_id="b", line=1, expect="def double(x):"))
    assert (made["cell"], made["cell_id"], made["before"]) == (1, "b", DOUBLE)
    assert made["after"] == "@tf.function\n" + DOUBLE
    assert made["spans"] == [{"start": 0, "end": 0, "expected": "", "text": "@tf.function\n"}]
    assert "+@tf.function\n" in made["diff"]


def test_apply_says_what_it_does_and_brings_the_sequence_back(edit):
    _, reply = edit(IMPORT, DOUBLE, CALLS, action="apply", cell_id="b", line=1, sequence=9)
    assert reply["sequence"] == 9
    assert reply["changes"] == [{"cell": 1, "cell_id": "b", "name": "double", "text": "decorated with `@tf.function`"}]


def test_positions_count_as_javascript_does(edit):
    source = f"{IMPORT}note = '😀😀'\n\n{DOUBLE}"
    made = only_edit(edit(source, CALLS, action="apply", cell_id="a", line=4))
    assert applied(source, made["spans"]) == made["after"]
    assert made["spans"][0]["start"] == source.index("def") + 2


def test_carriage_returns_stay(edit):
    source = (IMPORT + DOUBLE).replace("\n", "\r\n")
    made = only_edit(edit(source, CALLS, action="apply", cell_id="a", line=2, expect="def double(x):"))
    assert made["after"] == source.replace("def double", "@tf.function\r\ndef double")
    assert applied(source, made["spans"]) == made["after"]


def test_a_line_that_moved_is_refused(edit):
    status, reply = edit(IMPORT, "\n" + DOUBLE, CALLS, action="apply", cell_id="b", line=1, expect="def double(x):")
    assert (status, reply["reason"]) == (409, "stale")
    status, reply = edit(IMPORT, DOUBLE, CALLS, action="apply", cell_id="b", line=2)
    assert (status, reply) == (409, {"message": "no function is defined on line 2 of cell 1", "reason": "stale"})


def test_what_is_refused_is_not_applied(edit):
    answer = edit(IMPORT, EFFECT, "keeps(tf.ones([3, 3]))", action="apply", cell_id="b", line=2)
    message = "there is nothing to apply to `keeps`: Keep it eager: as a `tf.function` it would not do the same."
    assert answer == (422, {"message": message, "reason": "refused"})


def test_only_the_chosen_one_of_two_definitions_changes(edit):
    both = DOUBLE + CALLS + "\n" + DOUBLE + CALLS
    line = both.count("\n", 0, both.rindex("def double")) + 1
    made = only_edit(edit(IMPORT, both, action="apply", cell_id="b", line=line))
    assert made["after"] == DOUBLE + CALLS + "\n@tf.function\n" + DOUBLE + CALLS


def test_undo_of_an_edit_gives_the_text_back(edit):
    source = DOUBLE.replace("tf.", "tensorflow.")
    made = only_edit(edit("import tensorflow\n", source, CALLS.replace("tf.", "tensorflow."), action="apply",
                          cell_id="b", line=1))  # fmt: skip
    back = {name: made[name] for name in ("cell_id", "before", "after")}
    undone = only_edit(edit("import tensorflow\n", made["after"], action="undo", edits=[back]))
    assert undone["after"] == applied(made["after"], undone["spans"]) == source
    status, reply = edit("import tensorflow\n", made["after"] + "# more\n", action="undo", edits=[back])
    assert (status, reply["reason"]) == (409, "stale")


def test_undo_without_the_edit_takes_the_decorator_away(edit):
    made = only_edit(edit(IMPORT, "@tf.function\n" + DOUBLE, CALLS, action="undo", cell_id="b", line=2))
    assert made["after"] == DOUBLE
    status, reply = edit(IMPORT, DOUBLE, CALLS, action="undo", cell_id="b", line=1)
    assert (status, reply["message"]) == (422, "`double` has no `tf.function` to take away")


def test_all_that_is_proved_is_applied_together(edit):
    status, reply = edit(IMPORT + EFFECT, DOUBLE, DOUBLE.replace("double", "twice") + CALLS + CALLS.replace(
        "double", "twice"), "keeps(tf.ones([3, 3]))", action="apply-all-proved")  # fmt: skip
    assert status == 200
    assert [each["cell_id"] for each in reply["edits"]] == ["b", "c"]
    assert [each["name"] for each in reply["changes"]] == ["double", "twice"]


def test_nothing_proved_is_no_edit_and_no_error(edit):
    status, reply = edit(IMPORT, "x = 1", action="apply-all-proved")
    assert (status, reply["edits"], reply["left"]) == (200, [], [])


@pytest.mark.parametrize(
    ("header", "rules", "after"),
    [
        ("def f(x):", [], "def f(x):  # hybridize: ignore"),
        ("def f(x):", ["HYB301"], "def f(x):  # hybridize: ignore[HYB301]"),
        ("def f(x):  # why", ["HYB301"], "def f(x):  # why  # hybridize: ignore[HYB301]"),
        ("def f(x):  # hybridize: ignore[HYB303]", ["python-side-effect"],
         "def f(x):  # hybridize: ignore[HYB301, HYB303]"),
        ("def f(x):  # hybridize: ignore", ["HYB301"], "def f(x):  # hybridize: ignore"),
        ("def f(x):  # hybridize: ignore[HYB301]", [], "def f(x):  # hybridize: ignore"),
    ],
)  # fmt: skip
def test_ignore_writes_the_comment(edit, header, rules, after):
    body = "\n    seen.append(x)\n    return x\n"
    made = only_edit(edit(header + body, action="ignore", cell_id="a", line=1, rules=rules))
    assert made["after"] == after + body
    assert applied(header + body, made["spans"]) == made["after"]


def test_what_is_ignored_is_no_longer_found(edit, ask, make):
    request = (IMPORT, EFFECT, "keeps(tf.ones([3, 3]))")
    made = only_edit(edit(*request, action="ignore", cell_id="b", line=3, rules=["HYB301"]))
    assert made["after"].splitlines()[2] == "    seen.append(1)  # hybridize: ignore[HYB301]"
    _, report = ask("analyze", make(IMPORT, made["after"], request[2]))
    assert report["units"][0]["ignored"] == 1


@pytest.mark.parametrize("source", ['def f(x):\n    """one\n    two"""\n', "def f(x):\n    y = 1 + \\\n        x\n"])
def test_a_line_within_a_string_or_a_continued_one_cannot_hold_a_comment(edit, source):
    status, reply = edit(source, action="ignore", cell_id="a", line=2)
    assert (status, reply) == (422, {"message": "line 2 cannot hold a comment", "reason": "refused"})


@pytest.mark.parametrize(
    ("wanted", "status", "message"),
    [
        ({"action": "explode"}, 400, "action is none of apply, undo, ignore, apply-all-proved"),
        ({}, 400, "action is missing"),
        ({"action": "apply"}, 400, "cell_id is missing"),
        ({"action": "apply", "cell_id": "z"}, 400, "cell_id names no cell of those sent"),
        ({"action": "apply", "cell_id": "a"}, 400, "line is missing, or is no line"),
        ({"action": "apply", "cell_id": "a", "line": 0}, 400, "line is missing, or is no line"),
        ({"action": "ignore", "cell_id": "a", "line": 99}, 409,
         "line 99 of the cell is no longer as it was when it was analysed"),
        ({"action": "undo", "edits": [{"cell_id": "a"}]}, 400, "edits[0].before is missing"),
        ({"action": "undo", "edits": [{"cell_id": "q"}]}, 400, "edits[0].cell_id names no cell of those sent"),
        ({"action": "ignore", "cell_id": "a", "line": 1, "rules": ["HYB9"]}, 422, "there is no rule 'HYB9'"),
    ],
)  # fmt: skip
def test_a_wrong_request_for_an_edit_is_named(edit, wanted, status, message):
    found, reply = edit(IMPORT, **wanted)
    assert (found, reply["message"].partition(";")[0]) == (status, message)


def test_cells_that_share_an_id_are_not_edited(ask):
    cells = [{"id": "a", "source": IMPORT}, {"id": "a", "source": DOUBLE}]
    status, reply = ask("edit", {"path": "x.ipynb", "cells": cells, "action": "apply", "cell_id": "a", "line": 1})
    assert (status, reply["message"]) == (400, "cell_id names more than one cell of those sent")
