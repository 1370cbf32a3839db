"""Attributes: look-up through instances, classes, modules and libraries, and setting them."""

from __future__ import annotations

from jupyter_hybridize.domain.answer import Answer
from jupyter_hybridize.domain.effect import EffectKind
from jupyter_hybridize.domain.heap import HeapObject
from jupyter_hybridize.domain.value import (
    BOTTOM,
    TOP,
    AbstractValue,
    Api,
    Atom,
    Class,
    Descriptor,
    Function,
    Hybrid,
    Instance,
    Method,
    Module,
    Partial,
    Scalar,
    Super,
    Tuple,
    Unknown,
    join_all,
    value,
)
from jupyter_hybridize.interpreter.calling import results
from jupyter_hybridize.interpreter.language import callables
from jupyter_hybridize.interpreter.language.names import module_scope
from jupyter_hybridize.interpreter.machine import Machine
from jupyter_hybridize.interpreter.memory import objects
from jupyter_hybridize.interpreter.tracing import passed_variables
from jupyter_hybridize.interpreter.tracing.usage import note_variables
from jupyter_hybridize.knowledge.host import Arguments, Call
from jupyter_hybridize.knowledge.keras import logits
from jupyter_hybridize.knowledge.names import class_name

_COMPARED = "tensorflow.experimental.ExtensionType"  # `==` compares its tensors
_PLAIN = ("builtins.object", "abc.", "enum.Enum", "keras.", "tensorflow.", "typing.", "builtins.BaseException")
_OBJECT = "builtins.object"  # what every class inherits from
_SETS_NOTHING = ("abc.", "builtins.", "collections.abc.", "enum.", "numbers.", "tensorflow.experimental.", "typing")
_OF_PROGRAM = "#"  # stands before the cell in the id of each class of the program, and in no library's name


def read(m: Machine, owner: AbstractValue, name: str, text: str) -> AbstractValue:
    """Return ``owner.name``; ``text`` is the owner as the user wrote it."""
    if m.trial is not None and owner.origins and name in passed_variables.ASKED:
        passed_variables.note_read(m, owner, name, text)
    if m.trial is None and owner.origins:
        results.note_read(m, owner, name)
    atom = owner.only()
    if atom is not None:
        found = _read_atom(m, atom, name, text)
        return found.with_origins(owner.origins) if owner.origins else found
    found = join_all([_read_atom(m, each, name, text) for each in owner.ordered()])
    return found.with_origins(owner.origins)


def _read_atom(m: Machine, atom: Atom, name: str, text: str) -> AbstractValue:
    match atom:
        case Unknown():
            m.effect(EffectKind.UNKNOWN_VALUE, text, answer=Answer.UNKNOWN, detail=f"its attribute `{name}`")
            return TOP
        case Module(name=module):
            return _module_member(m, module, name, text)
        case Instance():
            return _instance_attribute(m, atom, name, text)
        case Class(id=cls):
            return _class_attribute(m, cls, name, text)
        case Super(cls=cls, receiver=receiver):
            return _bound(m, _after(m, cls, receiver, name), receiver, name, text)
        case Api(name=api):
            patched = _patched(m, api, name, text)
            return patched if patched is not None else _member(m, api, name, text)
        case Tuple(items=items, fields=fields) if name in fields:
            return items[fields.index(name)] if fields.index(name) < len(items) else TOP
        case Function() | Method() | Hybrid() | Partial():
            return callables.read(m, atom, name, text)
        case _:
            return library_attribute(m, atom, name, text)


# -- modules --------------------------------------------------------------------------------------------------------


def _module_member(m: Machine, module: str, name: str, text: str) -> AbstractValue:
    unit = m.modules.get(module)
    if unit is not None:
        scope = module_scope(unit)
        found = m.live.get(scope, name)
        if found is not None:
            if m.trial is not None and scope not in m.own_scopes:
                m.note_read(("variable", scope, name), f"{text}.{name}")
            return found
        inner = f"{module}.{name}"
        return value(Module(inner)) if inner in m.modules else TOP
    patched = _patched(m, module, name, text)
    return patched if patched is not None else _member(m, module, name, text)


def _patched(m: Machine, owner: str, name: str, text: str) -> AbstractValue | None:
    site = f"library:{owner}"
    if m.trial is not None:
        m.note_read(("attribute", site, name), f"{text}.{name}")
    content = m.live.load(site)
    return content.attributes.get(name) if content is not None else None


def _member(m: Machine, owner: str, name: str, text: str) -> AbstractValue:
    found = m.knowledge.member(owner, name)
    if not found.atoms:
        m.effect(
            EffectKind.RAISES, f"{text}.{name}", answer=Answer.UNKNOWN, detail="does not exist", reason="attribute"
        )
        return TOP
    return found


# -- instances and classes ------------------------------------------------------------------------------------------


def mro(m: Machine, cls: str) -> tuple[str, ...]:
    """Return the classes of the program and of libraries that attributes of *cls* are looked up in."""
    content = m.live.load(cls) if _OF_PROGRAM in cls else None
    if content is None:
        return m.knowledge.mro(cls)
    order = content.attributes.get("__mro__")
    if order is None:
        return (cls,)
    known = m.orders.get(cls)
    if known is not None and known[0] is order:
        return known[1]
    names = _class_names(order)
    m.orders[cls] = (order, names)
    return names


def _class_names(order: AbstractValue) -> tuple[str, ...]:
    atom = order.only()
    assert isinstance(atom, Tuple)
    names: list[str] = []
    for item in atom.items:
        entry = item.only()
        if isinstance(entry, Class):
            names.append(entry.id)
        elif isinstance(entry, Api):
            names.append(entry.name)
    return tuple(names)


def is_user_class(m: Machine, cls: str) -> bool:
    """Return whether *cls* is a class of the program."""
    if _OF_PROGRAM not in cls:
        return False
    content = m.live.load(cls)
    return content is not None and "__mro__" in content.attributes


def has_unknown_base(m: Machine, cls: str) -> bool:
    """Return whether some base of *cls* could not be resolved."""
    if _OF_PROGRAM not in cls:
        return False
    content = m.live.load(cls)
    return content is not None and content.is_open


def class_lookup(m: Machine, cls: str, name: str, *, skip_to: str | None = None) -> tuple[AbstractValue, str] | None:
    """Return what the classes of *cls* hold under *name*, and which holds it; None if no class of the program does.

    With *skip_to*, only the classes after that one are searched (``super()``).
    """
    if _OF_PROGRAM not in cls:
        return None
    searching, state, is_trial = skip_to is None, m.live, m.trial is not None
    for owner in mro(m, cls):
        if not searching:
            searching = owner == skip_to
            continue
        content = state.load(owner) if _OF_PROGRAM in owner else None
        if content is None:
            continue
        if is_trial and not m.is_fresh(owner) and m.is_new_read(location := ("attribute", owner, name)):
            m.note_read(location, f"{owner.rpartition(':')[2]}.{name}")
        if name in content.attributes:
            return content.attributes[name], owner
    return None


def library_bases(m: Machine, cls: str, *, skip_to: str | None = None) -> tuple[str, ...]:
    """Return the library classes among the bases of *cls*, in order."""
    order = mro(m, cls)
    if skip_to is not None and skip_to in order:
        order = order[order.index(skip_to) + 1 :]
    return tuple(c for c in order if _OF_PROGRAM not in c or not is_user_class(m, c))


def is_plain_object(m: Machine, cls: str) -> bool:
    """Return whether objects of *cls* have the truth and equality of ``object``: no ``list``, number or string."""
    bases = library_bases(m, cls)
    is_plain = all(base.startswith(_PLAIN) and base != _COMPARED for base in bases)
    return is_plain and not has_unknown_base(m, cls)


def _instance_attribute(m: Machine, atom: Instance, name: str, text: str) -> AbstractValue:
    is_own = is_user_class(m, atom.cls)
    if is_own and class_lookup(m, atom.cls, "__getattribute__") is not None:
        return _hidden(m, name, text, "__getattribute__")
    held = class_lookup(m, atom.cls, name) if is_own else None
    if held is not None and _is_property(m, held[0]):
        return _bound(m, held[0], value(atom), name, text)
    content = m.live.load(atom.site)
    if content is not None and name in content.attributes:
        found = content.attributes[name]
        if m.trial is None or m.is_fresh(atom.site):
            return found
        if m.is_new_read(location := ("attribute", atom.site, name)):
            m.note_read(location, f"{text}.{name}", found, is_array=objects.holds_array(m, found))
        return logits.captured(found)
    if held is not None:
        location = ("attribute", atom.site, name)
        if m.trial is not None and not m.is_fresh(atom.site) and m.is_new_read(location):
            m.note_read(location, f"{text}.{name}", is_array=objects.holds_array(m, held[0]))
        return _bound(m, held[0], value(atom), name, text)
    if name in {"__class__", "__dict__"}:
        if name == "__dict__":
            objects.escape(m, value(atom))
        return value(Class(atom.cls)) if name == "__class__" and is_own else TOP
    return _inherited(m, atom, name, text)


def _hidden(m: Machine, name: str, text: str, by: str) -> AbstractValue:
    m.effect(EffectKind.UNKNOWN_CALL, f"{text}.{name}", answer=Answer.UNKNOWN, reason=by)
    return TOP


def _inherited(m: Machine, atom: Instance, name: str, text: str) -> AbstractValue:
    bases = library_bases(m, atom.cls)
    receiver = value(atom)
    for base in (*bases, _OBJECT):
        found = _known_attribute(m, base, receiver, name, text)
        if found is not None:
            return found
    if is_user_class(m, atom.cls) and class_lookup(m, atom.cls, "__getattr__") is not None:
        return _hidden(m, name, text, "__getattr__")
    if bases or has_unknown_base(m, atom.cls) or (m.live.load(atom.site) or HeapObject(is_open=True)).is_open:
        m.effect(EffectKind.UNKNOWN_VALUE, f"{text}.{name}", answer=Answer.UNKNOWN)
        return TOP
    m.effect(EffectKind.RAISES, f"{text}.{name}", answer=Answer.UNKNOWN, detail="does not exist", reason="attribute")
    return BOTTOM


def _known_attribute(m: Machine, base: str, receiver: AbstractValue, name: str, text: str) -> AbstractValue | None:
    from jupyter_hybridize.interpreter.host import InterpreterHost  # the host needs this module too

    note_variables(m, receiver, name, text)
    call = Call(name, InterpreterHost(m), Arguments(), receiver, f"{text}.{name}")
    found = m.knowledge.read(base, call)
    if found is not None:
        return found
    if m.knowledge.has_method(base, name):
        return value(Method(Api(f"{base}.{name}"), receiver))
    return None


def library_attribute(m: Machine, atom: Atom, name: str, text: str) -> AbstractValue:
    """Return an attribute of a value that is no heap instance: a tensor, an array, a list, a string …"""
    owner = class_name(atom)
    found = None if owner is None else _known_attribute(m, owner, value(atom), name, text)
    if found is not None:
        return found
    if isinstance(atom, Scalar) and atom.type == "NoneType":
        m.effect(EffectKind.RAISES, f"{text}.{name}", answer=Answer.UNKNOWN, detail="may be None", reason="none")
        return BOTTOM
    m.effect(EffectKind.UNKNOWN_VALUE, f"{text}.{name}", answer=Answer.UNKNOWN)
    return TOP


def _is_property(m: Machine, item: AbstractValue) -> bool:
    """Return whether *item*, found in a class, goes before what the object itself holds under the name."""
    atom = item.only()
    if isinstance(atom, Instance):
        return is_user_class(m, atom.cls) and class_lookup(m, atom.cls, "__set__") is not None
    return isinstance(atom, Descriptor) and atom.kind == "property"


def _bound(m: Machine, item: AbstractValue | None, receiver: AbstractValue, name: str, text: str) -> AbstractValue:
    """Return what looking *item* up on *receiver* gives: functions become methods, properties are called."""
    from jupyter_hybridize.interpreter.calling.calls import call

    if item is None:
        return BOTTOM
    results: list[AbstractValue] = []
    for atom in item.ordered():
        match atom:
            case Function() | Hybrid():
                results.append(value(Method(atom, receiver)))
            case Descriptor(kind="property", function=getter):
                results.append(call(m, getter, Arguments((receiver,)), f"{text}.{name}"))
            case Descriptor(kind="cached_property", function=getter):
                found = call(m, getter, Arguments((receiver,)), f"{text}.{name}")
                _keep(m, receiver, name, found, text)
                results.append(found)
            case Instance(cls=cls) if (get := _method_of(m, cls, "__get__")) is not None:
                arguments = Arguments((value(atom), receiver, _classes_of(m, receiver)))
                results.append(call(m, get, arguments, f"{text}.{name}"))
            case Descriptor(kind="staticmethod", function=inner):
                results.append(inner)
            case Descriptor(kind="classmethod", function=inner):
                results.append(_class_method(m, inner, receiver))
            case Api() if item is not None:
                results.append(value(atom))
            case _:
                results.append(value(atom))
    return join_all(results)


def _method_of(m: Machine, cls: str, name: str) -> AbstractValue | None:
    held = class_lookup(m, cls, name) if is_user_class(m, cls) else None
    return None if held is None else held[0]


def _keep(m: Machine, receiver: AbstractValue, name: str, item: AbstractValue, text: str) -> None:
    """``functools.cached_property`` keeps in the object what it computed first."""
    if m.state is None:
        return
    for instance in receiver.each(Instance):
        if m.trial is not None and not m.is_fresh(instance.site) and objects.reachable_tensor(m, item):
            m.effect(EffectKind.STORES_TENSOR, f"{text}.{name}", reason="cache")
        content = m.live.load(instance.site) or objects.EMPTY_OBJECT
        m.live.store(instance.site, content.with_attribute(name, item))


def _classes_of(m: Machine, receiver: AbstractValue) -> AbstractValue:
    classes: list[Class | Api] = []
    for atom in receiver.ordered():
        if isinstance(atom, Instance):
            classes.append(Class(atom.cls) if is_user_class(m, atom.cls) else Api(atom.cls))
        elif isinstance(atom, Class | Api):
            classes.append(atom)
    return value(*classes) if classes else TOP


def _class_method(m: Machine, function: AbstractValue, receiver: AbstractValue) -> AbstractValue:
    owner = _classes_of(m, receiver)
    return join_all(value(Method(f, owner)) if isinstance(f, Function | Hybrid) else TOP for f in function.atoms)


def _class_attribute(m: Machine, cls: str, name: str, text: str) -> AbstractValue:
    held = class_lookup(m, cls, name)
    if held is None:
        if name in callables.NAMES:
            return value(Scalar("str"))
        for base in library_bases(m, cls):
            found = m.knowledge.member(base, name)
            if not found.is_bottom:
                return found
        m.effect(EffectKind.UNKNOWN_VALUE, f"{text}.{name}", answer=Answer.UNKNOWN)
        return TOP
    atom = held[0].only()
    if isinstance(atom, Descriptor) and atom.kind != "property":
        return _bound(m, held[0], value(Class(cls)), name, text)
    return held[0]


def _after(m: Machine, cls: str, receiver: AbstractValue, name: str) -> AbstractValue | None:
    """Return what ``super()`` finds under *name*."""
    for instance in receiver.each(Instance):
        held = class_lookup(m, instance.cls, name, skip_to=cls)
        if held is not None:
            return held[0]
        bases = library_bases(m, instance.cls, skip_to=cls)
        for base in bases:
            if m.knowledge.has_method(base, name):
                return value(Method(Api(f"{base}.{name}"), receiver))
        if name == "__init__" and not all(base.startswith(_SETS_NOTHING) for base in bases):
            return TOP
        if name in {"__init__", "__init_subclass__", "__post_init__"}:
            return value(Method(Api(f"builtins.object.{name}"), receiver))
    return TOP
