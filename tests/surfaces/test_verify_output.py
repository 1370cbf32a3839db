"""A verification as text, HTML and JSON."""

import json
from dataclasses import replace
from pathlib import Path

import jsonschema
import pytest

from jupyter_hybridize.results.verification import Outcome
from jupyter_hybridize.surfaces.excerpt import Sources
from jupyter_hybridize.surfaces.result_payload import VERIFICATION_TYPE
from jupyter_hybridize.surfaces.verify_output import VerificationOutput

SCHEMA = json.loads((Path(__file__).parent / "verification.schema.json").read_text())
HOSTILE = "<img src=x onerror=alert(1)>"


@pytest.fixture
def bundle(sources):
    return lambda verification: VerificationOutput(verification, sources, "train.ipynb")._repr_mimebundle_()


def validated(made):
    payload = json.loads(json.dumps(made[VERIFICATION_TYPE], allow_nan=False))
    jsonschema.Draft202012Validator(SCHEMA).validate(payload)
    return payload


def test_verified_function_names_the_inputs_it_rests_on(bundle, verified):
    text = bundle(verified)["text/plain"]

    assert text.startswith("✔ verified  train_step  (x: float32[32,10])\n  Both agree.\n")
    assert "outputs   equal            largest difference 3e-8" in text
    assert "Nothing of the kind: gradients." in text
    assert text.endswith("Took 1.30 s: 2 calls, 1 trace.")


def test_refusal_shows_the_line_the_message_the_advice_and_a_cell(bundle, refused):
    text = bundle(refused)["text/plain"]

    assert "In [3], line 3" in text
    assert "history.append(float(train_step(images, labels)))" in text
    assert "TensorFlow says: 'SymbolicTensor' object has no attribute 'numpy'." in text
    assert "What to do: Return the tensor, and call `.numpy()` in the caller." in text
    assert "    tf.function(epoch)(data)" in text
    assert "Rule: HYB202." in text


def test_place_whose_text_is_gone_is_named_alone(refused):
    text = repr(VerificationOutput(refused, Sources({}), "train.ipynb"))

    assert "In [3], line 3" in text
    assert "│" not in text


@pytest.mark.parametrize("outcome", Outcome)
def test_every_outcome_is_shown_and_fits_the_schema(bundle, verified, outcome):
    made = bundle(replace(verified, outcome=outcome))

    assert "train_step" in made["text/html"]
    assert validated(made)["outcome"] == outcome.value


def test_place_is_counted_as_the_kernel_counts(bundle, refused):
    payload = validated(bundle(refused))

    assert payload["place"] == {"unit": "train.ipynb", "cell": None, "count": 3, "line": 3, "column": 8}


def test_nothing_of_the_users_text_becomes_markup(bundle, refused):
    hostile = replace(
        refused,
        function=HOSTILE,
        reason=HOSTILE,
        message=HOSTILE,
        advice=HOSTILE,
        reproduction=HOSTILE,
        inputs=(HOSTILE,),
    )

    assert "<img" not in bundle(hostile)["text/html"]


def test_static_refusal_says_that_nothing_was_run(bundle, refused):
    assert "nothing was run" in bundle(replace(refused, seconds=0.0))["text/plain"]
