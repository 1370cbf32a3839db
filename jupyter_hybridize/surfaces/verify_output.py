"""What came of a verification, as the output of a cell."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from html import escape

from jupyter_hybridize.results.verification import Agreement, Outcome, Verification
from jupyter_hybridize.surfaces.excerpt import Excerpt, Sources, visible
from jupyter_hybridize.surfaces.payload import Json
from jupyter_hybridize.surfaces.quantities import duration
from jupyter_hybridize.surfaces.report_html import STYLE, prose
from jupyter_hybridize.surfaces.result_payload import VERIFICATION_TYPE, chosen, verification_payload
from jupyter_hybridize.surfaces.text_table import Table, escaped
from jupyter_hybridize.surfaces.wording import Badge, Places, begun, plural, sentence

BADGES = {
    Outcome.VERIFIED: Badge("✔", "+", "verified", "green", "verified"),
    Outcome.REFUSED: Badge("✘", "x", "refused", "red", "refused"),
    Outcome.NOT_COMPARABLE: Badge("?", "?", "not comparable", "yellow", "not comparable"),
    Outcome.UNVERIFIED: Badge("?", "?", "could not verify", "yellow", "not verified"),
}
TINTS = {Outcome.VERIFIED: "good", Outcome.REFUSED: "bad"}
WORDS = {
    Agreement.EQUAL: "equal",
    Agreement.DIFFERENT: "different",
    Agreement.NOT_COMPARABLE: "not comparable",
}


@dataclass(frozen=True, slots=True, repr=False)
class VerificationOutput:
    """What a notebook shows for a verification; *sources* are those that its place is in."""

    verification: Verification
    sources: Sources
    home: str = "this notebook"
    counted: bool = True

    def __repr__(self) -> str:
        return "\n".join(self._lines())

    def _repr_mimebundle_(
        self, include: Collection[str] | None = None, exclude: Collection[str] | None = None
    ) -> dict[str, Json]:
        bundle: dict[str, Json] = {
            "text/plain": repr(self),
            "text/html": self._html(),
            VERIFICATION_TYPE: verification_payload(self.verification, counted=self.counted),
        }
        return chosen(bundle, include, exclude)

    @property
    def where(self) -> str:
        """Return the place of the line that causes it in words, or nothing."""
        place = self.verification.place
        return Places(self.home, self.counted).name(place) if place else ""

    def _excerpt(self) -> Excerpt | None:
        place = self.verification.place
        if place is None:
            return None
        unit, cell, line, column = place
        return self.sources.excerpt(unit, cell, (line, column), (line, 10_000))

    def _lines(self) -> Iterator[str]:
        verification, badge = self.verification, BADGES[self.verification.outcome]
        yield visible(f"{badge.sign} {badge.word}  {verification.function}{_inputs(verification)}")
        yield f"  {begun(visible(verification.reason))}"
        excerpt = self._excerpt()
        if excerpt is not None:
            yield from (f"  {line}" for line in (visible(self.where), f"│ {excerpt.line}", f"│ {excerpt.carets}"))
        elif self.where:
            yield f"  {visible(self.where)}"
        yield from (f"  {line}" for line in (checks(verification).as_text() if checks(verification).rows else ()))
        yield from (f"  {label}: {sentence(visible(text))}" for label, text in _details(verification))
        if verification.reproduction:
            yield "  To see it, run this in a cell of its own:"
            yield from (f"    {visible(line)}" for line in verification.reproduction.splitlines())
        yield f"  {cost(verification)}"

    def _html(self) -> str:
        verification, badge = self.verification, BADGES[self.verification.outcome]
        tint = TINTS.get(verification.outcome, "ask")
        name = f"<strong><code>{escaped(verification.function)}</code></strong>{escaped(_inputs(verification))}"
        shown = f'<span class="jp-hybridize-badge">{badge.sign} {badge.word}</span>'
        body = "".join(self._html_parts())
        return (
            f'{STYLE}<div class="jp-hybridize"><div class="jp-hybridize-function jp-hybridize-{tint}">'
            f"<p>{shown} {name}</p>{body}</div></div>"
        )

    def _html_parts(self) -> Iterator[str]:
        verification, excerpt = self.verification, self._excerpt()
        yield f"<p>{prose(begun(verification.reason))} <small>{escaped(self.where)}</small></p>"
        if excerpt is not None:
            yield f"<pre>{escape(excerpt.line)}\n{excerpt.carets}</pre>"
        if checks(verification).rows:
            yield checks(verification).as_html()
        for label, text in _details(verification):
            yield f"<p>{label}: {prose(sentence(text))}</p>"
        if verification.reproduction:
            code = "\n".join(map(visible, verification.reproduction.splitlines()))
            yield f"<p>To see it, run this in a cell of its own:</p><pre>{escape(code)}</pre>"
        yield f"<p><small>{escaped(cost(verification))}</small></p>"


def checks(verification: Verification) -> Table:
    """Return what was compared, a row for each aspect that the function has."""
    there = (check for check in verification.checks if check.agreement is not Agreement.NOT_THERE)
    rows = tuple((check.aspect, WORDS[check.agreement], check.detail) for check in there)
    return Table(("compared", "eager and graph", ""), rows).without_empty()


def cost(verification: Verification) -> str:
    """Return how much was run to find out."""
    if not verification.calls and not verification.seconds:
        return "The analysis of the code says so; nothing was run."
    if not verification.calls:
        return f"Took {duration(verification.seconds)}; nothing was run in this kernel."
    calls, traces = plural(verification.calls, "call"), plural(verification.traces, "trace")
    return f"Took {duration(verification.seconds)}: {calls}, {traces}."


def _inputs(verification: Verification) -> str:
    return f"  ({', '.join(verification.inputs)})" if verification.inputs else ""


def _details(verification: Verification) -> Iterator[tuple[str, str]]:
    absent = [check.aspect for check in verification.checks if check.agreement is Agreement.NOT_THERE]
    if absent:
        yield "Nothing of the kind", ", ".join(absent)
    if verification.advice:
        yield "What to do", verification.advice
    if verification.message:
        yield "TensorFlow says", " ".join(verification.message.split())
    if verification.rule:
        yield "Rule", verification.rule
