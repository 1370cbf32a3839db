"""The words and the rule for what verification found wrong."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from jupyter_hybridize.runtime.isolation.effect_log import Effect
from jupyter_hybridize.runtime.isolation.user_frames import Frame
from jupyter_hybridize.runtime.verification.judgement import Aspect, Finding


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a function is refused."""

    rule: str | None
    reason: str  # a clause after "`f` and its graph differ: "
    advice: str = ""
    frame: Frame | None = None


TEMPORARY = Refusal(
    "HYB217",
    "a decorated method does not keep its object alive, and nothing else does",
    "Keep the object in a name before calling its method.",
)
_MOVE = "Do it in the caller, with what the function returns."
_KEEP = "Keep it in a `tf.Variable`, or return it and store it in the caller."
_RETURN = "Return the tensor, and store it in the caller."
_COPY = "Return `tf.identity(…)` of it, which does not change."
_DRAW = "Use `tf.random.uniform` and its kin, or draw it in the caller and pass it as a tensor argument."
_CLOCK = "Use `tf.timestamp` inside, or take the time in the caller."

_BY_EFFECT = {
    "printed": ("HYB302", "it prints only while it is traced", "Use `tf.print`, which prints at each call."),
    "file": ("HYB302", "it writes {} only while it is traced", "Use `tf.io.write_file`, or write in the caller."),
    "process": ("HYB302", "{} runs only while it is traced", _MOVE),
    "mutated": ("HYB301", "{} changes only while it is traced", _KEEP),
    "global": ("HYB301", "{} is bound only while it is traced", _KEEP),
    "attribute": ("HYB301", "{} is set only while it is traced", _KEEP),
    "leaked": ("HYB305", "{} is left holding a tensor of the graph, which has no value", _RETURN),
    "random": ("HYB304", "{} is drawn once, while it is traced, and becomes a constant", _DRAW),
    "clock": ("HYB304", "{} is asked once, while it is traced, and becomes a constant", _CLOCK),
}
_BY_ASPECT = {
    Aspect.OUTPUTS: (None, ""),
    Aspect.VARIABLES: (None, ""),
    Aspect.STATE: ("HYB301", _KEEP),
    Aspect.PRINTED: ("HYB302", "Use `tf.print`, which prints at each call."),
    Aspect.RANDOM: ("HYB304", _DRAW),
    Aspect.GRADIENTS: ("HYB308", ""),
    Aspect.TRACES: ("HYB402", ""),
}
_CAUSES = {  # the effects that explain a difference, the likeliest first
    Aspect.OUTPUTS: ("random", "clock", "mutated", "global", "attribute", "leaked"),
    Aspect.VARIABLES: ("random", "clock", "mutated", "global", "attribute"),
    Aspect.STATE: ("leaked", "mutated", "global", "attribute"),
    Aspect.PRINTED: ("printed",),
    Aspect.RANDOM: ("random",),
}
_CERTAIN = ("file", "process")
_LIKELY = ("printed", "leaked", "random", "clock")


def is_refusal(finding: Finding, effects: Sequence[Effect]) -> bool:
    """Return whether the function must be refused for this.

    Results that move by rounding, or by little time, count if the clock was asked and they stand still in the graph.
    """
    if finding.differs:
        return finding.aspect is not Aspect.TRACES
    return finding.is_frozen and any(effect.kind in ("clock", "random") for effect in effects)


def refusal_of(finding: Finding, effects: Sequence[Effect]) -> Refusal:
    """Return the refusal for an aspect that differs, explained by what tracing was seen to do."""
    rule, advice = _BY_ASPECT[finding.aspect]
    if finding.leaks:
        rule, advice = "HYB305", _RETURN
    elif finding.is_alias:
        rule, advice = "HYB309", _COPY
    elif finding.is_frozen and rule is None:
        rule, advice = "HYB304", _DRAW
    cause = next((e for kind in _CAUSES.get(finding.aspect, ()) for e in effects if e.kind == kind), None)
    if cause is None:
        return Refusal(rule, finding.check.detail, advice)
    code, words, advice = _BY_EFFECT[cause.kind]
    detail = finding.check.detail if finding.differs else "the result changes from call to call, and not in the graph"
    return Refusal(code, f"{detail}, since {words.format(cause.detail)}", advice, cause.place)


def certain_refusal(effects: Sequence[Effect], *, is_final: bool) -> Refusal | None:
    """Return the refusal that effects alone prove: what reaches outside, and with *is_final* what is most likely too.

    *is_final* says that the function cannot be run, so that nothing better will be known.
    """
    kinds = (*_CERTAIN, *_LIKELY) if is_final else _CERTAIN
    cause = next((effect for kind in kinds for effect in effects if effect.kind == kind), None)
    if cause is None:
        return None
    code, words, advice = _BY_EFFECT[cause.kind]
    return Refusal(code, words.format(cause.detail), advice, cause.place)
