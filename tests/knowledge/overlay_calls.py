"""Library calls, methods and attributes, made on a recording host."""

from __future__ import annotations

from typing import Final

from jupyter_hybridize.domain.value import AbstractValue, Instance
from jupyter_hybridize.knowledge.api import Knowledge
from jupyter_hybridize.knowledge.host import Arguments, Call
from jupyter_hybridize.knowledge.names import class_name
from tests.knowledge.recording_host import RecordingHost

KNOWLEDGE: Final = Knowledge.load()


def call(host: RecordingHost, name: str, *items: AbstractValue, **keywords: AbstractValue) -> AbstractValue:
    """Call a TensorFlow function."""
    return KNOWLEDGE.call(Call(f"tensorflow.{name}", host, Arguments(items, keywords), text=f"tf.{name}"))


def method(
    host: RecordingHost, owner: AbstractValue, name: str, *items: AbstractValue, **keywords: AbstractValue
) -> AbstractValue:
    """Call a method of a library object."""
    found = KNOWLEDGE.call_method(_class(owner), Call(name, host, Arguments(items, keywords), owner, f"x.{name}"))
    assert found is not None
    return found


def read(host: RecordingHost, owner: AbstractValue, name: str) -> AbstractValue:
    """Read an attribute of a library object."""
    found = KNOWLEDGE.read(_class(owner), Call(name, host, Arguments(), owner, f"x.{name}"))
    assert found is not None
    return found


def _class(owner: AbstractValue) -> str:
    atom = owner.only()
    assert atom is not None
    found = atom.cls if isinstance(atom, Instance) else class_name(atom)
    assert found is not None
    return found
