"""Taking a rule's docstring apart."""

from __future__ import annotations

from dataclasses import replace

from jupyter_hybridize.rules._documentation import Expectation, examples, explanation, marked_function, summary
from jupyter_hybridize.rules._rule import all_rules

TEXT = """The function counts
its calls.

Why it minds.

Why else.

**Refused:** a method

    class C:
        def first(self):
            return 1

        def second(self):
            self.n += 1  # HYB999

**Accepted:**

    class C:
        def second(self):
            return 2
"""
RULE = replace(all_rules()[0], code="HYB999", documentation=TEXT)


def test_the_first_sentence_is_the_summary() -> None:
    assert summary(RULE) == "The function counts its calls"


def test_paragraphs_before_the_examples_explain() -> None:
    assert explanation(RULE) == "Why it minds.\n\nWhy else."


def test_examples_are_programs_about_one_function() -> None:
    refused, accepted = examples(RULE)
    assert (refused.verdict, refused.title, refused.function) == (Expectation.REFUSED, "a method", "C.second")
    assert (accepted.verdict, accepted.title, accepted.function) == (Expectation.ACCEPTED, "", "C.second")
    assert refused.source.startswith("class C:\n    def first")
    assert accepted.source.endswith("        return 2\n")


def test_a_mark_may_name_another_function() -> None:
    source = "def helper(x):\n    print(x)  # HYB999 of caller\n\n\ndef caller(x):\n    helper(x)\n"
    assert marked_function(source, "HYB999") == "caller"
    assert marked_function(source.replace(" of caller", ""), "HYB999") == "helper"


def test_a_mark_outside_means_the_first_function() -> None:
    assert marked_function("switch()  # HYB999\n\n\ndef f():\n    pass\n\n\ndef g():\n    pass\n", "HYB999") == "f"
