"""Setting attributes: of objects, classes, functions and modules, and of library objects that keep them otherwise."""

from __future__ import annotations

from jupyter_hybridize.domain.answer import Answer
from jupyter_hybridize.domain.effect import EffectKind
from jupyter_hybridize.domain.heap import HeapObject
from jupyter_hybridize.domain.value import (
    TOP,
    AbstractValue,
    Api,
    Array,
    Class,
    Function,
    Instance,
    Module,
    Scalar,
    Tensor,
    Unknown,
    constant,
    value,
)
from jupyter_hybridize.interpreter.language.attributes import class_lookup, is_user_class, mro
from jupyter_hybridize.interpreter.language.callables import INNARDS
from jupyter_hybridize.interpreter.language.names import is_same_object, module_scope
from jupyter_hybridize.interpreter.machine import Frame, Machine
from jupyter_hybridize.interpreter.memory import objects
from jupyter_hybridize.interpreter.tracing.usage import note_set
from jupyter_hybridize.knowledge.host import Arguments

_CORE = frozenset({"tensorflow", "keras", "numpy"})  # a method changed there changes what other calls do
_RATES = frozenset({"learning_rate", "lr"})


def library_setter(m: Machine, atom: Instance, name: str, item: AbstractValue) -> bool:
    """Do ``object.name = item`` where the library keeps *name* in a variable; return whether it does.

    ``optimizer.learning_rate = 0.1`` assigns a variable, which a graph sees; a schedule put there it does not see.
    """
    if name in _RATES and any(base.startswith("keras.optimizers.") for base in mro(m, atom.cls)):
        return item.has(Scalar, Array, Tensor) and not item.has(Instance)
    return False


def write(m: Machine, owner: AbstractValue, name: str, item: AbstractValue, text: str) -> None:
    """Do ``owner.name = item``; ``text`` is the owner as the user wrote it. Of several owners each may be the one."""
    before = m.live.fork() if len(owner.atoms) > 1 else None
    for atom in owner.ordered():
        match atom:
            case Instance():
                _write_instance(m, atom, name, item, text)
            case Class(id=cls):
                objects.set_object_attribute(m, cls, name, item, text)
            case Function(definition=definition):
                if name in INNARDS:
                    m.note_unknown(text, f"switch:{text}.{name}")
                _ensure(m, f"function:{definition}")
                objects.set_object_attribute(m, f"function:{definition}", name, item, text)
            case Module(name=module):
                _write_module(m, module, name, item, text)
            case Api(name=api):
                objects.escape(m, item)
                _patch(m, api, name, text)
            case Unknown():
                m.effect(EffectKind.MUTATES_OBJECT, f"{text}.{name}", answer=Answer.UNKNOWN, reason="attribute")
                m.note_write(("attribute", "*", name), None, Answer.UNKNOWN)
                m.note_write(("library", "*", ""), None, Answer.UNKNOWN)
                objects.escape(m, item)
            case Tensor():
                m.effect(EffectKind.RAISES, f"{text}.{name}", answer=Answer.UNKNOWN, reason="attribute")
                objects.escape(m, item)
            case _:
                m.effect(EffectKind.MUTATES_OBJECT, f"{text}.{name}", answer=Answer.UNKNOWN, reason="attribute")
                objects.escape(m, item)
    m.merge(m.state, before)


def _write_instance(m: Machine, atom: Instance, name: str, item: AbstractValue, text: str) -> None:
    from jupyter_hybridize.interpreter.calling.calls import call

    held = class_lookup(m, atom.cls, f"{name}.setter") if is_user_class(m, atom.cls) else None
    if held is not None:
        call(m, held[0], Arguments((value(atom), item)), f"{text}.{name}")
        return
    descriptor = class_lookup(m, atom.cls, name) if is_user_class(m, atom.cls) else None
    for each in descriptor[0].each(Instance) if descriptor is not None else ():
        setter = class_lookup(m, each.cls, "__set__") if is_user_class(m, each.cls) else None
        if setter is not None:
            call(m, setter[0], Arguments((value(each), value(atom), item)), f"{text}.{name}")
            return
    own = class_lookup(m, atom.cls, "__setattr__") if is_user_class(m, atom.cls) else None
    if own is not None and not any(_sets(f, atom) for f in m.frames):
        call(m, own[0], Arguments((value(atom), constant(name), item)), f"{text}.{name}")
        return
    if name == "__class__":
        _change_class(m, atom, item)
    if not library_setter(m, atom, name, item):
        if name == "trainable" or not is_user_class(m, atom.cls):
            note_set(m, atom)
        objects.set_object_attribute(m, atom.site, name, item, text)


def _change_class(m: Machine, atom: Instance, item: AbstractValue) -> None:
    """``object.__class__ = other``: whatever is read of it may be another now."""
    classes = {atom.cls, *(each.id for each in item.each(Class))}
    contents = [m.live.load(owner) for cls in classes for owner in mro(m, cls)]
    for name in sorted({name for content in contents if content is not None for name in content.attributes}):
        m.note_write(("attribute", "*", name))
    objects.escape(m, value(atom))


def _sets(frame: Frame, atom: Instance) -> bool:
    """Return whether an activation is that of the ``__setattr__`` of *atom*, which sets what it likes itself."""
    is_setter = frame.code is not None and frame.code.name.endswith(".__setattr__") and bool(frame.arguments)
    return is_setter and frame.arguments[0][1].only() == atom


def _write_module(m: Machine, module: str, name: str, item: AbstractValue, text: str) -> None:
    unit = m.modules.get(module)
    if unit is None:
        objects.escape(m, item)
        _patch(m, module, name, text)
        return
    scope = module_scope(unit)
    old = m.live.get(scope, name)
    if m.trial is not None and scope not in m.own_scopes:
        m.effect(EffectKind.WRITES_GLOBAL, f"{text}.{name}", reason="assign")
    m.live.set(scope, name, item)
    if old is None or not is_same_object(old, item):
        m.note_write(("variable", scope, name))


def _patch(m: Machine, owner: str, name: str, text: str) -> None:
    """A library attribute is rebound: what it does now nobody knows."""
    _ensure(m, f"library:{owner}")
    if owner.partition(".")[0] in _CORE and m.knowledge.is_class(owner):
        m.note_unknown(text, f"switch:{text}.{name}")
    objects.set_object_attribute(m, f"library:{owner}", name, TOP, text)


def _ensure(m: Machine, site: str) -> None:
    if m.live.load(site) is None:
        m.live.store(site, HeapObject(is_open=True))
