"""A page for each rule, and the list of them, made of the rules' docstrings."""

from __future__ import annotations

from collections.abc import Sequence

from jupyter_hybridize.rules._documentation import Expectation, examples, explanation, summary
from jupyter_hybridize.rules._rule import Rule
from jupyter_hybridize.surfaces.explain import GROUPS, documented
from jupyter_hybridize.surfaces.glossary import WORDS, words_in

INDEX = "README.md"
INTRODUCTION = """\
Each precondition of `tf.function` has a rule. Its page has programs that it refuses and accepts, each run on TensorFlow
both ways. `jupyter hybridize explain HYB301` prints the same in a terminal. These pages are written from the docstrings
in `jupyter_hybridize/rules/`, by `make docs`."""
TABLE = "| | |\n|---|---|\n"
HEADINGS = {Expectation.REFUSED: "Refused", Expectation.ACCEPTED: "Accepted"}


def page(rule: Rule) -> str:
    """Return the page of *rule*, in Markdown."""
    parts = [f"# {rule.code} {rule.name}", f"{summary(rule)}.", explanation(rule)]
    for example in examples(rule):
        title = f" ({example.title})" if example.title else ""
        parts.append(f"**{HEADINGS[example.verdict]}**{title}:\n\n```python\n{example.source}```")
    words = ", ".join(f"*{word}*" for word in words_in(rule.documentation))
    parts.append(f"What {words} mean: [Words]({INDEX}#words)." if words else "")
    return "\n\n".join(filter(None, parts)) + "\n"


def index(rules: Sequence[Rule]) -> str:
    """Return the list of the *rules*, in Markdown."""
    parts = ["# Rules", INTRODUCTION]
    for digit, (name, meaning) in GROUPS.items():
        rows = [_row(rule) for rule in rules if rule.code[3] == digit]
        parts.append(f"## {name}\n\n{meaning}\n\n{TABLE}" + "\n".join(rows))
    parts.append(f"## Words\n\n{TABLE}" + "\n".join(f"| {word} | {said} |" for word, said in WORDS.items()))
    return "\n\n".join(parts) + "\n"


def _row(rule: Rule) -> str:
    return f"| [{rule.code}]({file_of(rule)}) {rule.name} | {summary(rule)}. |"


def file_of(rule: Rule) -> str:
    """Return the name of the page of *rule*."""
    return f"{rule.code}-{rule.name}.md"


def pages() -> dict[str, str]:
    """Return the text of every page by its file's name."""
    rules = documented()
    return {INDEX: index(rules), **{file_of(rule): page(rule) for rule in rules}}
