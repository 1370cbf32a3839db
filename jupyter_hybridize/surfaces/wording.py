"""The words and signs a verdict is shown with."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from jupyter_hybridize.results.report import WORTH, FunctionReport, GainReport, Place


@dataclass(frozen=True, slots=True)
class Badge:
    """How a confidence is shown: a sign and a word; the colour only repeats them."""

    sign: str
    plain_sign: str  # for terminals that know ASCII alone
    word: str
    colour: str  # of the terminal
    counted: str  # in the summary


BADGES = {
    "proved": Badge("✔", "+", "proved", "green", "proved"),
    "verified": Badge("✔", "+", "verified", "green", "verified"),
    "verify-first": Badge("?", "?", "verify first", "yellow", "to verify"),
    "refused": Badge("✘", "x", "refused", "red", "refused"),
    "hazard": Badge("▲", "!", "hazard", "red", "with a hazard"),
    "no-gain": Badge("–", "-", "no gain", "bright_black", "without gain"),
    "fine": Badge("·", ".", "fine", "bright_black", "fine as it is"),
}
_NEVER_CALLED, _NOT_FASTER = "never called", "not expected to gain"  # in the summary
QUIET = frozenset({"fine", "no-gain"})
_SLOWER = 0.95  # times as fast, below which a graph is expected to be slower
TONES = {"no": 0, "unknown": 1, "note": 2}
BENEFIT = "HYB4"  # begins the codes of the rules that ask whether it would pay


def badge_of(confidence: str) -> Badge:
    """Return how *confidence* is shown; a word of a later version shows itself."""
    return BADGES.get(confidence) or Badge("?", "?", confidence, "yellow", confidence)


def is_quiet(function: FunctionReport) -> bool:
    """Return whether there is nothing to say about the function unless asked."""
    return function.confidence in QUIET and not function.is_actionable


def headline(function: FunctionReport) -> str:
    """Return the verdict as one sentence."""
    if function.action == "keep" or function.confidence == "hazard":
        return _kept(function)
    if function.action == "decorate":
        said = _doubtful(function)
        if said:
            return said
    arguments = ", ".join(f"{name}={text}" for name, text in function.arguments.items())
    action = _ACTIONS.get(function.action, "{action}")
    said = action.format(action=function.action, given=arguments and f"({arguments})", arguments=arguments)
    return said + _CERTAINTY.get(function.confidence, "")


_ACTIONS = {
    "decorate": "Decorate it with `@tf.function{given}`",
    "undecorate": "Remove its `tf.function`: running it eagerly does the same and costs less",
    "reconfigure": "Give its `tf.function` a signature or `{arguments}`: it is traced for each shape",
}
_CERTAINTY = {
    "proved": ".",
    "verified": ": it was traced and agreed with eager execution.",
    "verify-first": ", but check first what could not be settled.",
}
_KEPT = {
    "refused": "Keep it eager: as a `tf.function` it would not do the same.",
    "hazard": "Its `tf.function` changes what it does.",
    "no-gain": "Keep it eager: `@tf.function` would not make it faster.",
    "fine": "Nothing to do.",
}


def _doubtful(function: FunctionReport) -> str:
    """Return the verdict on a function that may not gain, "" where that is beside the point."""
    expected = _expectation(function.gain)
    if function.confidence == "verify-first":
        is_unseen = function.facts.tensor_work == "unknown"
        said = expected or ("; whether it computes with tensors could not be settled" if is_unseen else "")
        return f"`@tf.function` may be safe here{said}." if said else ""
    if function.confidence == "proved" and (expected or function.benefit == "unknown"):
        return f"`@tf.function` is safe here{expected or '; whether it pays could not be settled'}."
    return ""


def _expectation(gain: GainReport | None) -> str:
    if gain is None or not gain.is_little:
        return ""
    return ", but it is expected to be slower" if gain.speedup < _SLOWER else ", but little gain is expected, if any"


def work_text(gain: GainReport) -> str:
    """Return what a call runs, in words."""
    return f"{plural(gain.ops, 'operation')} a call"


def gain_text(gain: GainReport) -> str:
    """Return a predicted gain in words: how much faster, from which call on, and why."""
    work = work_text(gain)
    if gain.at_least and gain.speedup < WORTH:
        return f"as fast or faster ({work} or more)"
    if gain.speedup < _SLOWER:
        return f"slower as a graph ({work})"
    if gain.break_even_calls is None or gain.speedup < WORTH:
        return f"little gain, if any ({work})"
    least = "at least " if gain.at_least else "about "
    return f"{least}{gain.speedup:.2g} times as fast ({work}), from {plural(gain.break_even_calls, 'call')} on"


def _kept(function: FunctionReport) -> str:
    return _KEPT.get(function.confidence, "Keep it as it is.")


def sentence(text: str) -> str:
    """Return *text* as a sentence: with a full stop, unless it ends in a mark of its own."""
    text = text.strip()
    return text if not text or text[-1] in ".!?:" else f"{text}."


def begun(text: str) -> str:
    """Return *text* as a sentence that begins with a capital."""
    return sentence(text[:1].upper() + text[1:])


def doubt(code: str, tone: str) -> str:
    """Return the words that a finding begins with, where it does not decide: what is it that it leaves open?"""
    if tone == "unknown":
        return "may not pay: " if code.startswith(BENEFIT) else "not settled: "
    return "note: " if tone == "note" else ""


def plural(number: int, noun: str) -> str:
    """Return the number with its noun, as in ``1 function`` and ``2 functions``."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def tally(functions: Iterable[FunctionReport]) -> str:
    """Return how many functions got which verdict, as in ``3 functions: 1 proved, 2 refused``."""
    counts = Counter(_counted(function) for function in functions)
    words = dict.fromkeys((*(badge.counted for badge in BADGES.values()), _NOT_FASTER, _NEVER_CALLED, *sorted(counts)))
    parts = ", ".join(f"{counts[word]} {word}" for word in words if counts[word])
    total = plural(sum(counts.values()), "function")
    return f"{total}: {parts}" if parts else "no functions"


def _counted(function: FunctionReport) -> str:
    if function.confidence == "verify-first" and function.is_uncalled:
        return _NEVER_CALLED
    return badge_of(function.confidence).counted if function.pays else _NOT_FASTER


@dataclass(frozen=True, slots=True)
class Places:
    """How positions are named: seen from the unit ``home``, and by cell or by execution count."""

    home: str
    counted: bool = False

    def name(self, place: Place) -> str:
        """Return the place in words, as in ``cell 14, line 3``."""
        unit, cell, line, _ = place
        parts = [] if unit == self.home else [unit]
        if cell >= 0:
            parts.append(f"In [{cell}]" if self.counted and unit == self.home else f"cell {cell}")
        if line > 0:
            parts.append(f"line {line}")
        return ", ".join(parts)


def bug_line(error: BaseException) -> str:
    """Return one line about a bug of ours: what it was, where, and what to do with it."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    where = f" at {_short(trace.tb_frame.f_code.co_filename)}:{trace.tb_lineno}" if trace is not None else ""
    message = " ".join(str(error).split())[:200]
    return (
        f"the analysis failed ({type(error).__name__}: {message}{where}). "
        "This is a bug of jupyter-hybridize: please report this line with the code it is about."
    )


def _short(filename: str) -> str:
    return "/".join(filename.replace("\\", "/").split("/")[-3:])
