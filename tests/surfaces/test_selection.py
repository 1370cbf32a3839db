"""What ``--select`` and ``--ignore`` do to a report."""

import pytest

from jupyter_hybridize.surfaces.explain import UnknownRuleError, explain_rule, find_rule, list_rules
from jupyter_hybridize.surfaces.selection import Selection


@pytest.fixture
def applied(report_of):
    def apply(function, select=(), ignore=()):
        (unit,) = Selection.of(select, ignore).apply(report_of(function)).units
        return unit.functions

    return apply


def test_no_selection_changes_nothing(sample):
    assert Selection.of([], []).apply(sample) is sample


def test_ignored_reason_of_a_refusal_asks_for_verification_not_for_trust(function, finding, applied):
    refused = function(confidence="refused", safety="unsafe", findings=(finding(),))
    (shown,) = applied(refused, ignore=["HYB301"])

    assert (shown.action, shown.confidence, shown.safety) == ("decorate", "verify-first", "unknown")
    assert shown.assumes == ("HYB301 is ignored",)
    assert shown.findings == ()


def test_ignored_question_does_not_make_a_proof(function, finding, applied):
    open_question = function(
        action="decorate", confidence="verify-first", safety="unknown", findings=(finding(answer="unknown"),)
    )
    (shown,) = applied(open_question, ignore=["python-side-effect"])

    assert shown.confidence == "verify-first"


def test_another_reason_keeps_the_refusal(function, finding, applied):
    both = (finding(), finding(code="HYB302", rule="output-once"))
    (shown,) = applied(function(confidence="refused", safety="unsafe", findings=both), ignore=["HYB301"])

    assert (shown.confidence, shown.safety) == ("refused", "unsafe")


def test_ignored_note_changes_no_verdict(function, finding, applied):
    proved = function(action="decorate", confidence="proved", findings=(finding(answer="note"),))
    (shown,) = applied(proved, ignore=["HYB301"])

    assert shown.confidence == "proved"
    assert shown.findings == ()
    assert shown.assumes == ()


def test_lack_of_gain_stays_when_a_safety_rule_is_ignored(function, finding, applied):
    findings = (finding(), finding(code="HYB401", rule="no-tensor-computation"))
    (shown,) = applied(function(confidence="refused", safety="unsafe", findings=findings), ignore=["HYB3"])

    assert (shown.action, shown.confidence) == ("keep", "no-gain")


def test_hazard_stays_while_another_reason_is_left(function, finding, applied):
    both = (finding(), finding(code="HYB303", rule="stale-capture"))
    hybrid = function(mode="hybrid", confidence="hazard", safety="unsafe", findings=both)

    assert applied(hybrid, ignore=["HYB303"])[0].confidence == "hazard"
    assert applied(hybrid, ignore=["HYB303", "HYB301"])[0].confidence == "fine"


def test_removal_of_a_useless_decorator_needs_its_reason(function, finding, applied):
    useless = function(
        mode="hybrid",
        action="undecorate",
        confidence="proved",
        benefit="no",
        findings=(finding(code="HYB401", rule="no-tensor-computation"),),
    )

    assert applied(useless, ignore=["HYB401"])[0].action == "keep"
    assert applied(useless, ignore=["HYB301"])[0].action == "undecorate"


def test_selection_shows_only_functions_with_such_findings(function, finding, applied):
    refused = function(confidence="refused", findings=(finding(), finding(code="HYB302", rule="output-once")))

    (shown,) = applied(refused, select=["HYB302"])
    assert [f.code for f in shown.findings] == ["HYB302"]
    assert shown.confidence == "refused"
    assert applied(refused, select=["HYB2"]) == ()


@pytest.mark.parametrize("word", ["HYB9", "HYB30x", "stale", "capture-stale"])
def test_word_that_names_no_rule_is_an_error(word):
    with pytest.raises(UnknownRuleError):
        Selection.of([word], [])


def test_rules_are_found_in_any_case_and_spelling():
    assert find_rule("hyb301", _rules()).name == "python-side-effect"
    assert find_rule("Python_Side_Effect", _rules()).code == "HYB301"


def test_rule_is_not_found_by_part_of_its_code():
    with pytest.raises(UnknownRuleError):
        find_rule("HYB3", _rules())


def test_every_rule_is_listed_and_explained():
    lines = list_rules().splitlines()

    assert len(lines) == len(_rules()) + 1  # and what TensorFlow alone finds
    for rule in _rules():
        assert any(line.startswith(f"{rule.code}  {rule.name} ") for line in lines)
        assert "**Refused:**" in explain_rule(rule.name) or rule.code.startswith("HYB1")


@pytest.mark.parametrize("word", ["HYB108", "refused-by-tensorflow"])
def test_refusal_that_no_rule_is_about_is_explained(word):
    page = explain_rule(word)

    assert page.startswith("HYB108 refused-by-tensorflow\n\nEvidence: ")
    assert "%hybridize verify" in page
    (line,) = (line for line in list_rules().splitlines() if line.startswith("HYB108 "))
    assert line.split()[1:4] == ["refused-by-tensorflow", "The", "function"]


def _rules():
    from jupyter_hybridize.rules._rule import all_rules

    return all_rules()
