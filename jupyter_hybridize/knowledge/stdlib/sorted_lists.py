"""``heapq``, ``bisect`` and what ``operator`` changes: functions that change the list they are given."""

from __future__ import annotations

from jupyter_hybridize.domain.value import NONE, AbstractValue, Container
from jupyter_hybridize.knowledge.host import Call
from jupyter_hybridize.knowledge.overlay import Overlay
from jupyter_hybridize.knowledge.python.arguments import INT, unknown_call
from jupyter_hybridize.knowledge.python.containers import compare

OVERLAY = Overlay()
_HEAPS = "heappush heappushpop heapreplace heappop heapify heappush_max heappop_max heapify_max"


@OVERLAY.function(*(f"heapq.{name}" for name in _HEAPS.split()))
def heap(call: Call) -> AbstractValue:
    """``heapq.heappush(heap, item)`` and its kin: compare elements, and move them."""
    element = _changed(call, call.argument(1))
    return element if "pop" in call.name or "replace" in call.name else NONE


@OVERLAY.function("bisect.insort", "bisect.insort_left", "bisect.insort_right")
def insort(call: Call) -> AbstractValue:
    """``bisect.insort(xs, x)``."""
    _changed(call, call.argument(1), call.argument(None, "key"))
    return NONE


@OVERLAY.function("bisect.bisect", "bisect.bisect_left", "bisect.bisect_right")
def bisect(call: Call) -> AbstractValue:
    """``bisect.bisect(xs, x)``: a place."""
    element = call.host.iterate(call.argument(0)).join(call.argument(1))
    compare(call, None, element, call.argument(None, "key"))
    return INT


def _changed(call: Call, item: AbstractValue, key: AbstractValue = NONE) -> AbstractValue:
    """Let the list hold *item* somewhere, and return its elements."""
    given, element = call.argument(0), item
    if any(not isinstance(atom, Container) for atom in given.atoms):
        return unknown_call(call, call.name)
    reason = "pop" if call.name.endswith("pop") else "append"
    for site, content in [(each.site, call.host.load(each.site)) for each in given.each(Container)]:
        element = element.join(content.element)
        call.host.store(site, content.with_element(item), call.text, reason)
    compare(call, None, element, key)
    return element
