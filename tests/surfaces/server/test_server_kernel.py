"""What the server has to do with kernels, which it never touches: what to ask them, and what of it to believe."""

from __future__ import annotations

import json

from jupyter_hybridize.surfaces.last_binders import LastBinders

CELLS = ("import tensorflow as tf, lab", "x = lab.load()", "def total(y):\n    return tf.reduce_sum(y)", "total(x)")
F32 = {"kind": "tensor", "type": "EagerTensor", "dtype": "float32", "shape": [8, 8]}


def told(*ran):
    """Return what a kernel tells that ran these cells."""
    return {"schema": 1, "names": {"x": F32}, "ran": LastBinders().answer(["", *ran], ["x"])}


def type_of_y(ask, make, evidence):
    status, report = ask("analyze", make(*CELLS, evidence=evidence))
    assert status == 200, report
    [function] = report["units"][0]["functions"]
    return function["parameters"][0]["type"]


async def test_the_question_is_an_expression(jp_fetch):
    response = await jp_fetch("jupyter-hybridize", "question")
    compile(json.loads(response.body)["expression"], "question", "eval")


def test_the_reply_names_what_a_kernel_may_be_asked_for(ask, make):
    _, report = ask("analyze", make(*CELLS))
    assert report["names"][:2] == ["total", "x"]
    assert {"tf", "lab", "y"} <= set(report["names"])
    assert "def" not in report["names"]


def test_a_type_is_believed_only_of_the_text_that_was_run(ask, make):
    assert type_of_y(ask, make, told(*CELLS)) == "f32[8,8]"
    assert type_of_y(ask, make, told(CELLS[0], "x = lab.load(1)", *CELLS[2:])) == "?"


def test_what_was_run_has_to_be_readable(ask, make):
    status, reply = ask("analyze", make(*CELLS, evidence={"schema": 1, "ran": {"binders": 3}}))
    assert (status, reply["reason"]) == (400, "evidence")
    assert reply["message"].startswith("evidence: ran")
