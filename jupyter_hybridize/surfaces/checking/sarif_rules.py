"""The rules as SARIF describes them: the documentation of each, and of the actions that a verdict proposes."""

from __future__ import annotations

from collections.abc import Mapping

from jupyter_hybridize.rules._documentation import explanation, summary
from jupyter_hybridize.rules._rule import Kind, Rule
from jupyter_hybridize.surfaces.checking.issues import ERROR, NOTE
from jupyter_hybridize.surfaces.explain import documented
from jupyter_hybridize.surfaces.payload import Json
from jupyter_hybridize.surfaces.rule_pages import page

ACTIONS: Mapping[str, tuple[str, str]] = {
    "decorate": (
        "The function could be a `tf.function`",
        "As a graph the function does the same, as far as its message says so, and is expected to be faster.",
    ),
    "undecorate": (
        "The `tf.function` gains nothing",
        "Running the function eagerly does the same and costs less.",
    ),
    "reconfigure": (
        "The arguments of the `tf.function` could be better",
        "With other arguments, such as an `input_signature`, the function would be traced less often.",
    ),
}


def described(ids: list[str]) -> list[Json]:
    """Return the description of each of the rules and actions *ids*."""
    rules = {rule.code: rule for rule in documented()}
    return [_action(each) if each in ACTIONS else _rule(rules[each]) for each in ids]


def _action(action: str) -> Json:
    short, full = ACTIONS[action]
    return {
        "id": action,
        "name": action,
        "shortDescription": {"text": f"{short}."},
        "fullDescription": {"text": full},
        "help": {"text": full, "markdown": full},
        "defaultConfiguration": {"level": NOTE},
        "properties": {"tags": ["performance", "tensorflow"], "problem.severity": "recommendation"},
    }


def _rule(rule: Rule) -> Json:
    text = rule.documentation.strip()
    is_safety = rule.kind is Kind.SAFETY
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": f"{summary(rule)}."},
        "fullDescription": {"text": explanation(rule) or f"{summary(rule)}."},
        "help": {"text": text, "markdown": page(rule)},
        "defaultConfiguration": {"level": ERROR if is_safety else NOTE},
        "properties": {
            "tags": ["correctness" if is_safety else "performance", "tensorflow"],
            "problem.severity": "error" if is_safety else "recommendation",
        },
    }
