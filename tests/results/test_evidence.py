"""Evidence travels as JSON, and what cannot be read is refused in one line."""

import json

import pytest

from jupyter_hybridize.facts.calibration import Calibration
from jupyter_hybridize.results.evidence import Evidence, EvidenceError, from_payload, observed, to_payload
from jupyter_hybridize.results.observed import Observed, ObservedCall
from jupyter_hybridize.results.verification import Agreement, Check, Outcome, Verification
from jupyter_hybridize.surfaces.probe import probe

TENSOR = Observed("tensor", "EagerTensor", "float32", (None, 3))
WHOLE = Evidence(
    names={
        "x": TENSOR,
        "model": Observed("object", "keras.src.models.sequential.Sequential", built=True, bases=("keras.Model",)),
        "pair": Observed("mapping", "dict", items=(TENSOR, Observed("none", "NoneType")), keys=("a", "b")),
        "ragged": Observed("tensor", "RaggedTensor", "int32", None),
    },
    calls=(ObservedCall("step", "0123", (("x", TENSOR), ("n", Observed("scalar", "int")))),),
    verifications=(
        Verification(
            "step",
            "0123",
            Outcome.REFUSED,
            "the outputs differ",
            inputs=("x: float32[2,3]",),
            checks=(Check("outputs", Agreement.DIFFERENT, "largest difference 3"),),
            rule="HYB303",
            place=("this notebook", 4, 2, 8),
            message="…",
            advice="Pass it.",
            reproduction="step(x)",
            traces=2,
            calls=6,
            seconds=1.5,
        ),
    ),
    calibration=Calibration(eager_op=2e-5),
    absent=frozenset({"len", "range"}),
    same=(frozenset({"a", "b"}),),
)


def test_evidence_survives_the_journey():
    assert from_payload(json.loads(json.dumps(to_payload(WHOLE)))) == WHOLE


def test_nothing_is_evidence_too():
    assert from_payload({"schema": 1}) == Evidence() == from_payload(to_payload(Evidence()))


def test_the_answer_of_a_probe_is_evidence():
    answer = json.loads(json.dumps(probe({"n": 3, "t": (1, None)}, ["n", "t", "len"])))

    told = from_payload(answer)

    assert told.names["n"] == Observed("scalar", "int")
    assert [item.kind for item in told.names["t"].items] == ["scalar", "none"]
    assert told.absent == {"len"}


def deep(levels):
    item = {"kind": "none", "type": "NoneType"}
    for _ in range(levels):
        item = {"kind": "sequence", "type": "list", "items": [item]}
    return item


TENSOR_JSON = {"kind": "tensor", "type": "T", "dtype": "float32"}


@pytest.mark.parametrize(
    ("payload", "words"),
    [
        (None, "no JSON object"),
        ([], "no JSON object"),
        ({}, "schema None"),
        ({"schema": 2}, "schema 2"),
        ({"schema": 1, "names": []}, "names is no JSON object"),
        ({"schema": 1, "names": {"x": 3}}, "names['x'] is no JSON object"),
        ({"schema": 1, "names": {"x": {"kind": "tensor"}}}, "names['x'].type is no text"),
        ({"schema": 1, "names": {"x": {**TENSOR_JSON, "shape": [-1]}}}, "names['x'].shape[0] is neither a size nor"),
        ({"schema": 1, "names": {"x": {**TENSOR_JSON, "shape": [True]}}}, "neither a size nor null"),
        ({"schema": 1, "names": {"x": {**TENSOR_JSON, "shape": [1] * 99}}}, "has 99 entries"),
        ({"schema": 1, "names": {"x": {**TENSOR_JSON, "built": 1}}}, "built is neither"),
        ({"schema": 1, "names": {"x": {**TENSOR_JSON, "keys": ["a"]}}}, "1 keys for 0 items"),
        ({"schema": 1, "names": {"x": {**TENSOR_JSON, "dtype": "f" * 30_000}}}, "30000 characters"),
        ({"schema": 1, "names": {"x": deep(20)}}, "nested too deeply"),
        ({"schema": 1, "names": dict.fromkeys(map(str, range(2_000)), TENSOR_JSON)}, "has 2000 members"),
        ({"schema": 1, "calls": {}}, "calls is no list"),
        ({"schema": 1, "calls": [{"function": "f"}]}, "calls[0].digest is no text"),
        ({"schema": 1, "verifications": [{"function": "f", "digest": "", "outcome": "fine"}]}, "outcome is 'fine'"),
        (
            {"schema": 1, "verifications": [{"function": "f", "digest": "", "outcome": "verified", "place": [1]}]},
            "place is not",
        ),
        ({"schema": 1, "calibration": {"eager_op": float("nan")}}, "calibration.eager_op is no number"),
        ({"schema": 1, "calibration": {"eager_op": "fast"}}, "calibration.eager_op is no number"),
        ({"schema": 1, "absent": [3]}, "absent[0] is no text"),
    ],
)
def test_what_cannot_be_read_is_refused_in_one_line(payload, words):
    with pytest.raises(EvidenceError) as caught:
        from_payload(payload)

    assert words in str(caught.value)
    assert "\n" not in str(caught.value)
    assert len(str(caught.value)) < 200


def test_what_is_not_known_yet_is_passed_over():
    assert observed({"kind": "tensor", "type": "T", "colour": "red"}) == Observed("tensor", "T")
    assert from_payload({"schema": 1, "calibration": {"eager_op": 1.0, "later": 2.0}}).calibration == Calibration(1.0)
