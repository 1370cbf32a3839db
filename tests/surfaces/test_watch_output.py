"""What is said after a cell in which hybrid functions were traced again."""

from jupyter_hybridize.results.watch import ArgumentChange, TraceCause, TraceEvent
from jupyter_hybridize.surfaces.watch_output import NewsOutput
from jupyter_hybridize.surfaces.wording import Places

PLACES = Places("this notebook", counted=True)


def event(parameter, cause, number, *, function="step", is_fine=False):
    change = ArgumentChange(parameter, cause, "int", "int")
    words = f"`{parameter}` is another"
    place = ("this notebook", 4, number, 0)
    return TraceEvent(function, number, cause, (change,), words, words, "pass a tensor", is_fine, place)


def test_each_reason_has_a_line_of_its_own_that_counts_its_traces():
    events = [event("x", TraceCause.SHAPE, 1), event("epoch", TraceCause.NUMBER, 2), event("x", TraceCause.SHAPE, 3)]

    assert repr(NewsOutput(tuple(events), (), PLACES)).splitlines() == [
        "▲ `step` was traced 2 times again: `x` is another (In [4], line 3). Pass a tensor.",
        "▲ `step` was traced again: `epoch` is another (In [4], line 2). Pass a tensor.",
    ]


def test_functions_are_told_apart_and_what_need_not_be_changed_is_not_said():
    events = [
        event("x", TraceCause.SHAPE, 1),
        event("x", TraceCause.SHAPE, 1, function="other"),
        event("flag", TraceCause.FLAG, 2, is_fine=True),
    ]

    assert len(repr(NewsOutput(tuple(events), (), PLACES)).splitlines()) == 2
    assert not NewsOutput((events[2],), (), PLACES)
