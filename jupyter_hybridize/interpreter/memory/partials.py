"""``functools.partial``: the keywords that it passes on are a dict, which anybody may change."""

from __future__ import annotations

from jupyter_hybridize.domain.heap import HeapObject
from jupyter_hybridize.domain.value import BOTTOM, AbstractValue, Container, Partial, join_all, scalar, value
from jupyter_hybridize.interpreter.machine import Machine
from jupyter_hybridize.interpreter.memory import objects
from jupyter_hybridize.knowledge.host import Arguments


def make(m: Machine, arguments: Arguments, text: str) -> AbstractValue:
    """Return the partial of exactly these arguments; one of a partial takes over what that passes on."""
    function, *given = arguments.positional
    inner, passed = function.only(), Arguments(tuple(given), arguments.keywords)
    if isinstance(inner, Partial) and inner.site:
        taken = passed_on(m, inner, passed, text)
        function, passed = (inner.function, taken) if taken.is_exact else (function, passed)
    site = m.site("partial")
    m.clock += 1
    m.births[site] = m.clock
    own = Partial(function, passed.positional, tuple(sorted(passed.keywords.items())), site)
    old = m.live.load(site)
    if old is not None:
        m.live.store(site, _keywords_of(own).join(old))
    return value(own)


def keywords(m: Machine, atom: Partial) -> AbstractValue:
    """Return ``partial.keywords``; until somebody asks for it, the dict is what the partial was made with."""
    content = _keywords_of(atom)
    old = m.live.load(atom.site)
    m.live.store(atom.site, content if old is None else content.join(old))
    return value(Container("dict", atom.site))


def _keywords_of(atom: Partial) -> HeapObject:
    element = join_all(item for _, item in atom.kwargs)
    key = scalar("str") if atom.kwargs else BOTTOM
    # many partials may be made at one place, which their dicts share: none is known to be the one that changes
    return HeapObject(entries=dict(atom.kwargs), key=key, element=element, multiple=True)


def passed_on(m: Machine, atom: Partial, arguments: Arguments, text: str) -> Arguments:
    """Return what the function gets if the partial is called with *arguments*."""
    known = dict(atom.kwargs)
    double_star = arguments.double_star
    if atom.site:
        _note_read(m, atom, text)
        asked_for = m.live.load(atom.site)
        if asked_for is not None:
            content = asked_for.join(_keywords_of(atom))
            known = {str(key): item for key, item in (content.entries or {}).items()}
            double_star = double_star if content.entries is not None else double_star.join(content.element)
    named = {**known, **arguments.keywords}
    return Arguments((*atom.args, *arguments.positional), named, arguments.star, double_star)


def _note_read(m: Machine, atom: Partial, text: str) -> None:
    if m.trial is not None and not m.is_fresh(atom.site):
        parts = (*atom.args, *(item for _, item in atom.kwargs))
        is_array = any(objects.holds_array(m, item) for item in parts)
        m.note_read(("items", atom.site, ""), f"{text}.keywords", is_array=is_array)
