"""The page of one rule, for people who ask why."""

from __future__ import annotations

from jupyter_hybridize.rules._rule import Rule
from jupyter_hybridize.surfaces.explain import UnknownRuleError, documented, explain_rule, find_rule
from jupyter_hybridize.surfaces.glossary import words_in
from jupyter_hybridize.surfaces.payload import Json
from jupyter_hybridize.surfaces.server.errors import RequestError
from jupyter_hybridize.surfaces.server.limits import LONGEST_NAME


def rule_payload(word: str) -> dict[str, Json]:
    """Return the documentation of the rule with this code or name, as text and as HTML."""
    try:
        rule = find_rule(word[:LONGEST_NAME], documented())
    except UnknownRuleError as error:
        message = str(error) if len(word) < 100 else "there is no rule of that name"
        raise RequestError(404, "unknown-rule", message) from None
    return {"code": rule.code, "name": rule.name, "html": _html(rule), "text": explain_rule(rule.code)}


def _html(rule: Rule) -> str:
    """Render the documentation, which is Markdown; raw HTML in it is shown and not obeyed."""
    from markdown_it import MarkdownIt

    words = "".join(f"- *{word}*: {said}\n" for word, said in words_in(rule.documentation).items())
    text = f"# {rule.code} {rule.name}\n\n{rule.documentation.strip()}\n\n{words and '**Words:**'}\n\n{words}"
    return str(MarkdownIt("commonmark", {"html": False}).render(text))
