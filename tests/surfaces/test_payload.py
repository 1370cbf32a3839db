"""The JSON that tools read, against a schema of its own."""

import json
from dataclasses import replace
from pathlib import Path

import jsonschema

from jupyter_hybridize.surfaces.payload import to_payload

SCHEMA = json.loads((Path(__file__).parent / "report.schema.json").read_text())


def validated(payload):
    copy = json.loads(json.dumps(payload))
    jsonschema.Draft202012Validator(SCHEMA).validate(copy)
    return copy


def test_payload_fits_the_schema(sample):
    payload = validated(to_payload(sample))

    assert payload["schema"] == 1
    assert payload["tool"]["knowledge"] == "tensorflow 2.21"
    assert [f["confidence"] for f in payload["units"][0]["functions"]] == [
        "proved",
        "refused",
        "no-gain",
        "hazard",
        "verify-first",
        "fine",
    ]


def test_payload_tells_where_the_cause_is(sample):
    finding = to_payload(sample)["units"][0]["functions"][1]["findings"][0]

    assert (finding["cell"], finding["line"], finding["column"]) == (3, 3, 8)
    assert finding["because"] == [{"cell": 6, "line": 2, "column": 4}]
    assert finding["fix"] == "guided"


def test_module_has_no_cells(function, finding, report_of):
    own = finding(unit="m.py", cell=-1, because=(("m.py", -1, 9, 0),))
    payload = validated(to_payload(report_of(function(cell=-1, findings=(own,)), path="m.py", kind="module")))

    shown = payload["units"][0]["functions"][0]
    assert shown["cell"] is None
    assert shown["findings"][0]["cell"] is None
    assert shown["findings"][0]["because"] == [{"cell": None, "line": 9, "column": 0}]


def test_place_in_another_unit_names_it(function, finding, report_of):
    foreign = finding(unit="helpers.py", cell=-1, because=(("train.ipynb", 2, 1, 0), ("helpers.py", -1, 4, 0)))
    payload = validated(to_payload(report_of(function(findings=(foreign,)))))

    shown = payload["units"][0]["functions"][0]["findings"][0]
    assert shown["unit"] == "helpers.py"
    assert [place.get("unit") for place in shown["because"]] == [None, "helpers.py"]


def test_execution_count_is_not_passed_off_as_a_cell(sample):
    payload = validated(to_payload(sample, counted=True))

    assert [f["cell"] for f in payload["units"][0]["functions"]] == [None] * 6
    assert payload["units"][0]["functions"][1]["count"] == 3
    assert payload["units"][0]["functions"][1]["cell_id"] is None


def test_note_keeps_its_answer(function, finding, report_of):
    payload = validated(to_payload(report_of(function(findings=(finding(answer="note", fix=None),)))))

    assert payload["units"][0]["functions"][0]["findings"][0]["answer"] == "note"


def test_schema_refuses_a_renamed_field(sample):
    payload = json.loads(json.dumps(to_payload(sample)))
    function = payload["units"][0]["functions"][0]
    function["certainty"] = function.pop("confidence")

    assert list(jsonschema.Draft202012Validator(SCHEMA).iter_errors(payload))


def test_schema_refuses_a_word_that_is_no_confidence(sample):
    unit = sample.units[0]
    odd = replace(sample, units=(replace(unit, functions=(replace(unit.functions[0], confidence="sure"),)),))

    assert list(jsonschema.Draft202012Validator(SCHEMA).iter_errors(json.loads(json.dumps(to_payload(odd)))))


def test_lone_surrogate_survives_as_json(function, finding, report_of):
    text = json.dumps(to_payload(report_of(function(findings=(finding(message="`\ud800`"),)))))

    assert text.isascii()
    assert json.loads(text)["units"][0]["functions"][0]["findings"][0]["message"] == "`\ud800`"
