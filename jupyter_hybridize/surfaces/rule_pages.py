"""A page for each rule, and the list of them, made of the rules' docstrings."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from jupyter_hybridize.rules._documentation import Expectation, examples, explanation, summary
from jupyter_hybridize.rules._rule import Rule
from jupyter_hybridize.surfaces.explain import documented

INDEX = "README.md"
INTRODUCTION = """\
Each precondition of `tf.function` has a rule. Its page has programs that it refuses and accepts, each run on TensorFlow
both ways. `jupyter hybridize explain HYB301` prints the same in a terminal. These pages are written from the docstrings
in `jupyter_hybridize/rules/`, by `make docs`."""
GROUPS: Mapping[str, tuple[str, str]] = {
    "1": ("Evidence", "Do we know enough? What these find is to be verified first."),
    "2": ("Raises", "Tracing or running the graph raises an error."),
    "3": ("Differs", "The graph runs, and does something else."),
    "4": ("Benefit", "The graph would not pay."),
}
HEADINGS = {Expectation.REFUSED: "Refused", Expectation.ACCEPTED: "Accepted"}


def page(rule: Rule) -> str:
    """Return the page of *rule*, in Markdown."""
    parts = [f"# {rule.code} {rule.name}", f"{summary(rule)}.", explanation(rule)]
    for example in examples(rule):
        title = f" ({example.title})" if example.title else ""
        parts.append(f"**{HEADINGS[example.verdict]}**{title}:\n\n```python\n{example.source}```")
    return "\n\n".join(filter(None, parts)) + "\n"


def index(rules: Sequence[Rule]) -> str:
    """Return the list of the *rules*, in Markdown."""
    parts = ["# Rules", INTRODUCTION]
    for digit, (name, meaning) in GROUPS.items():
        rows = [_row(rule) for rule in rules if rule.code[3] == digit]
        parts.append(f"## {name}\n\n{meaning}\n\n| | |\n|---|---|\n" + "\n".join(rows))
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
