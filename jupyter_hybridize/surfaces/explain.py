"""The rules and their documentation, as text."""

from __future__ import annotations

import difflib
from collections.abc import Mapping, Sequence

from jupyter_hybridize.results import refused_by_tensorflow
from jupyter_hybridize.rules._rule import Rule, all_rules
from jupyter_hybridize.surfaces.glossary import words_in

GROUPS: Mapping[str, tuple[str, str]] = {
    "1": ("Evidence", "Do we know enough? What these find is to be verified first."),
    "2": ("Raises", "Tracing or running the graph raises an error."),
    "3": ("Differs", "The graph runs, and does something else."),
    "4": ("Benefit", "The graph would not pay."),
}


class UnknownRuleError(Exception):
    """There is no rule of that code or name; the message is one line."""


def documented() -> tuple[Rule, ...]:
    """Return the rules, and what has a code and a page as they have, by code."""
    return tuple(sorted((*all_rules(), refused_by_tensorflow.RULE), key=lambda rule: rule.code))


def list_rules() -> str:
    """Return one line a rule: its code, its name, and what it says of a function."""
    rules = documented()
    width = max((len(rule.name) for rule in rules), default=0)
    return "".join(f"{rule.code}  {rule.name:<{width}}  {_first_sentence(rule)}\n" for rule in rules)


def explain_rule(word: str) -> str:
    """Return the documentation of the rule with this code or name."""
    rule = find_rule(word, documented())
    name, meaning = GROUPS[rule.code[3]]
    text = rule.documentation.strip()
    parts = [f"{rule.code} {rule.name}", f"{name}: {meaning}", text]
    words = "\n".join(f"- {word}: {said}" for word, said in words_in(text).items())
    return "\n\n".join([*parts, f"Words:\n\n{words}"] if words else parts) + "\n"


def find_rule(word: str, rules: Sequence[Rule]) -> Rule:
    """Return the rule with this code or name."""
    for rule in rules:
        if word.upper() == rule.code or _dashed(word) == rule.name:
            return rule
    raise UnknownRuleError(f"there is no rule {word!r}{_suggestion(word, rules)}")


def matching_rules(word: str, rules: Sequence[Rule]) -> frozenset[str]:
    """Return the codes of the rules that *word* means: a code, the start of one, or a name."""
    codes = {rule.code for rule in rules if rule.code.startswith(word.upper())}
    codes |= {rule.code for rule in rules if rule.name == _dashed(word)}
    if not codes or not word:
        raise UnknownRuleError(f"there is no rule {word!r}{_suggestion(word, rules)}")
    return frozenset(codes)


def _dashed(word: str) -> str:
    return word.lower().replace("_", "-")


def _suggestion(word: str, rules: Sequence[Rule]) -> str:
    known = [name for rule in rules for name in (rule.name, rule.code)]
    parts = [rule.name for rule in rules if _dashed(word) and _dashed(word) in rule.name]
    if parts:
        return f"; did you mean {' or '.join(parts[:3])}?"
    close = difflib.get_close_matches(_dashed(word), known, 1) or difflib.get_close_matches(word.upper(), known, 1)
    return f"; did you mean {close[0]}?" if close else ""


def _first_sentence(rule: Rule) -> str:
    return " ".join(rule.documentation.strip().partition("\n\n")[0].split())
