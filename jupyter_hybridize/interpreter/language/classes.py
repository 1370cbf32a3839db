"""Classes: their bodies, their order of look-up, and making objects of them."""

from __future__ import annotations

import ast
from dataclasses import replace

from jupyter_hybridize.domain.answer import Answer
from jupyter_hybridize.domain.effect import EffectKind
from jupyter_hybridize.domain.heap import HeapObject
from jupyter_hybridize.domain.value import (
    TOP,
    AbstractValue,
    Api,
    Class,
    Descriptor,
    Function,
    Instance,
    Tuple,
    constant,
    tuple_of,
    value,
)
from jupyter_hybridize.interpreter.language import enumerations, extension_types
from jupyter_hybridize.interpreter.language.attributes import (
    class_lookup,
    has_unknown_base,
    is_user_class,
    library_bases,
    mro,
)
from jupyter_hybridize.interpreter.machine import Frame, Machine
from jupyter_hybridize.interpreter.memory import objects
from jupyter_hybridize.interpreter.syntax.liveness import hidden_from_classes
from jupyter_hybridize.knowledge.host import Arguments, Call, Mode

_MOST_CLASSES = 100  # of the program that are looked up in: with a thousand, each its own, time goes with their square
_HOOKS = frozenset({"call", "train_step", "test_step", "predict_step", "build", "compute_loss"})
_PROTOCOLS = ("tensorflow.types.",)
_SEEN = ("keras.", "tensorflow.", "builtins.", "typing.", "abc.", "enum.", "collections.", "dataclasses.")
_NAMEDTUPLES = frozenset({"typing.NamedTuple", "collections.namedtuple"})


def define(m: Machine, node: ast.ClassDef) -> AbstractValue:
    """Interpret a class statement and return the class."""
    from jupyter_hybridize.interpreter.language.expressions import evaluate
    from jupyter_hybridize.interpreter.language.statements import execute_block

    bases = [evaluate(m, base) for base in node.bases]
    keywords = {keyword.arg: evaluate(m, keyword.value) for keyword in node.keywords}
    outer = m.frame
    span = m.span(node)
    prefix = f"{outer.code.name}." if outer.code is not None else ""
    if outer.class_id is not None:
        prefix = f"{outer.class_id.rpartition(':')[2]}."
    _note_hidden(m, node)
    cls = f"{span.unit}#{span.cell}@{span.line}|{outer.context}:{prefix}{node.name}"
    m.clock += 1
    m.births[cls] = m.clock
    order, is_open = _order(m, cls, bases)
    frame = Frame(
        None,
        f"class:{cls}",
        outer.unit,
        outer.parsed,
        outer.mode,
        f"{outer.context}>{node.name}",
        _enclosing(outer),
        None,
    )
    frame.class_id = cls
    m.environments[frame.scope] = (frame.environment, None)
    m.frames.append(frame)
    try:
        execute_block(m, node.body)
    finally:
        m.frames.pop()
    attributes = dict(m.live.names(frame.scope))
    m.live.drop(frame.scope)
    outer.has_closures = True
    attributes["__mro__"] = order
    _annotated_fields(node, attributes)
    if "metaclass" in keywords and keywords["metaclass"] != value(Api("abc.ABCMeta")):
        attributes["__metaclass__"] = keywords["metaclass"]
    m.live.store(cls, HeapObject(attributes, is_open=is_open))
    _finish(m, cls, attributes, keywords)
    return value(Class(cls))


def _finish(
    m: Machine, cls: str, attributes: dict[str, AbstractValue], keywords: dict[str | None, AbstractValue]
) -> None:
    """Do what a class statement does once the class is there."""
    _note_hooks(m, cls, attributes)
    if "__eq__" in attributes or any(name in m.trace.value_classes for name in mro(m, cls)):
        m.trace.value_classes.add(cls)
    enumerations.make_members(m, cls)
    _call_hooks(m, cls, attributes, keywords)
    if any(name in _NAMEDTUPLES for name in library_bases(m, cls)):
        _mark_namedtuple(m, cls)


def _note_hidden(m: Machine, node: ast.ClassDef) -> None:
    """Record what a class statement within converted code reads without AutoGraph seeing it."""
    frame = m.frame
    if frame.mode is not Mode.CONVERTED or frame.code is None:
        return
    for name in sorted(hidden_from_classes(frame.code.node, node)):
        detail = "a class statement reads it, which AutoGraph does not see"
        m.effect(EffectKind.UNCONVERTED_SYNTAX, name, answer=Answer.UNKNOWN, detail=detail, reason="class")


def _note_hooks(m: Machine, cls: str, attributes: dict[str, AbstractValue]) -> None:
    """Remember the methods that the library class above may call: ``call``, ``train_step`` and so on."""
    bases = library_bases(m, cls)
    if any(base.startswith(("keras.", "tensorflow.")) for base in bases) or has_unknown_base(m, cls):
        m.trace.library_classes.add(cls)
    for name, item in attributes.items():
        if any(m.knowledge.has_method(base, name) or name in _HOOKS for base in bases if base.startswith("keras.")):
            m.trace.library_hooks.update(f.definition for f in item.each(Function))
    foreign = [base for base in bases if _is_foreign(m, base)]
    for item in attributes.values() if foreign else ():
        functions = [f for held in (item, *(d.function for d in item.each(Descriptor))) for f in held.each(Function)]
        for function in functions:
            m.trace.overrides[function.definition] = foreign[0]


def _is_foreign(m: Machine, base: str) -> bool:
    """Return whether a library that nobody sees into, or TensorFlow while it traces, calls the methods of a class."""
    if base.startswith(_PROTOCOLS):
        return True
    return not base.startswith(_SEEN) and not m.knowledge.is_class(base)


def _call_hooks(
    m: Machine, cls: str, attributes: dict[str, AbstractValue], keywords: dict[str | None, AbstractValue]
) -> None:
    """Call what a class statement calls: ``__set_name__`` of descriptors, ``__init_subclass__`` of the class above."""
    from jupyter_hybridize.interpreter.calling.calls import call

    for name, item in attributes.items():
        for instance in item.each(Instance):
            held = class_lookup(m, instance.cls, "__set_name__") if is_user_class(m, instance.cls) else None
            if held is not None:
                call(m, held[0], Arguments((value(instance), value(Class(cls)), constant(name))), name)
    held = class_lookup(m, cls, "__init_subclass__", skip_to=cls)
    if held is not None:
        given = {name: item for name, item in keywords.items() if name is not None and name != "metaclass"}
        call(m, held[0], Arguments((value(Class(cls)),), given), "__init_subclass__")


def _enclosing(frame: Frame) -> str | None:
    """Return the scope that methods of a class in *frame* see: a class body is none."""
    return frame.environment if frame.class_id is not None else frame.scope


def _order(m: Machine, cls: str, bases: list[AbstractValue]) -> tuple[AbstractValue, bool]:
    """Return the method resolution order (classes of the program first) and whether a base is unknown."""
    user: list[str] = []
    library: list[str] = []
    is_open = False
    for base in bases:
        atom = base.only()
        if isinstance(atom, Class):
            for name in mro(m, atom.id):
                target = user if is_user_class(m, name) else library
                if name in target:
                    target.remove(name)
                target.append(name)
            is_open = is_open or (m.live.load(atom.id) or HeapObject(is_open=True)).is_open
        elif isinstance(atom, Api):
            is_open = is_open or not m.knowledge.is_class(atom.name)
            library.extend(n for n in m.knowledge.mro(atom.name) if n not in library)
        else:
            is_open = True
    if len(user) > _MOST_CLASSES:
        _leave_out(m, user[_MOST_CLASSES:])
        user, library, is_open = user[:_MOST_CLASSES], [], True
    entries = [value(Class(cls)), *(value(Class(n)) for n in user), *(value(Api(n)) for n in library)]
    return tuple_of(*entries), is_open


def _leave_out(m: Machine, classes: list[str]) -> None:
    """Take *classes*, the last in an order that is too long, for unknown ones: what calls their methods is not seen."""
    contents = [m.live.load(name) or HeapObject() for name in classes]
    held = [item for content in contents for item in content.attributes.values()]
    inner = (d.function for item in held for d in item.each(Descriptor))
    m.trace.unseen_calls.update(function.definition for function in objects.escape(m, *held, *inner))


def _annotated_fields(node: ast.ClassDef, attributes: dict[str, AbstractValue]) -> None:
    names = [s.target.id for s in node.body if isinstance(s, ast.AnnAssign) and isinstance(s.target, ast.Name)]
    attributes["__fields__"] = tuple_of(*(constant(name) for name in names))
    extension_types.note_fields(node, attributes)
    if any(_is_uncompared(s.value) for s in node.body if isinstance(s, ast.AnnAssign)):
        attributes["__uncompared__"] = constant(True)


def _is_uncompared(node: ast.expr | None) -> bool:
    """Return whether a dataclass leaves the field out of ``==``: ``field(compare=False)``."""
    return isinstance(node, ast.Call) and any(k.arg == "compare" for k in node.keywords)


def _mark_namedtuple(m: Machine, cls: str) -> None:
    content = m.live.load(cls) or HeapObject()
    m.live.store(cls, content.with_attribute("__namedtuple__", content.attributes["__fields__"]))


def field_names(m: Machine, cls: str) -> tuple[str, ...]:
    """Return the annotated fields of *cls* and its bases, base first."""
    names: dict[str, None] = {}
    for owner in reversed(mro(m, cls)):
        content = m.live.load(owner)
        fields = content.attributes.get("__fields__") if content is not None else None
        atom = fields.only() if fields is not None else None
        if isinstance(atom, Tuple):
            names.update(dict.fromkeys(str(i.constant()) for i in atom.items))
    return tuple(names)


# -- making objects -------------------------------------------------------------------------------------------------


def construct(m: Machine, cls: Class, arguments: Arguments, text: str) -> AbstractValue:
    """Call a class of the program: allocate an object and run its initialiser."""
    content = m.live.load(cls.id) or HeapObject(is_open=True)
    if "__namedtuple__" in content.attributes:
        return _namedtuple(m, cls, content, arguments)
    members = enumerations.members(m, cls.id)
    if members is not None:
        return members
    for name in ("__new__", "__metaclass__", "__del__"):
        if class_lookup(m, cls.id, name) is not None:
            m.effect(EffectKind.UNKNOWN_CALL, text, answer=Answer.UNKNOWN, reason=name)
    bases = library_bases(m, cls.id)
    made = m.new_instance(cls.id, "new", HeapObject(is_open=bool(bases) or content.is_open))
    held = class_lookup(m, cls.id, "__init__")
    if held is not None:
        from jupyter_hybridize.interpreter.calling.arguments import with_receiver
        from jupyter_hybridize.interpreter.calling.calls import call

        call(m, held[0], with_receiver(arguments, made), text, Mode.EAGER if not m.frame.mode.is_traced else None)
    elif "__dataclass_frozen__" in content.attributes:
        _fill_dataclass(m, cls, made, arguments)
    elif extension_types.is_extension(m, cls.id):
        extension_types.fill(m, cls, made, arguments, field_names(m, cls.id))
    else:
        _library_init(m, bases, made, arguments, text)
    if extension_types.is_extension(m, cls.id):
        extension_types.settle(m, cls, made)
    return made


def _library_init(m: Machine, bases: tuple[str, ...], made: AbstractValue, arguments: Arguments, text: str) -> None:
    from jupyter_hybridize.interpreter.host import InterpreterHost

    for base in bases:
        if m.knowledge.has_method(base, "__init__"):
            m.knowledge.call_method(base, Call("__init__", InterpreterHost(m), arguments, made, text))
            return
    if not bases and arguments.every():
        m.effect(EffectKind.RAISES, text, answer=Answer.UNKNOWN, detail="takes no arguments", reason="argument")


def _fill_dataclass(m: Machine, cls: Class, made: AbstractValue, arguments: Arguments) -> None:
    names = field_names(m, cls.id)
    for instance in made.each(Instance):
        content = m.live.load(instance.site) or HeapObject()
        for index, name in enumerate(names):
            found = arguments.get(index, name)
            content = content.with_attribute(name, found if found is not None else _field_default(m, cls, name))
        m.live.store(instance.site, content)
        held = class_lookup(m, cls.id, "__post_init__")
        if held is not None:
            from jupyter_hybridize.interpreter.calling.calls import call

            call(m, held[0], Arguments((made,)), f"{cls}.__post_init__")


def _field_default(m: Machine, cls: Class, name: str) -> AbstractValue:
    held = class_lookup(m, cls.id, name)
    atom = held[0].only() if held is not None else None
    return held[0] if held is not None and not isinstance(atom, Instance) else TOP


def _namedtuple(m: Machine, cls: Class, content: HeapObject, arguments: Arguments) -> AbstractValue:
    fields = content.attributes["__namedtuple__"].only()
    names = tuple(str(i.constant()) for i in fields.items) if isinstance(fields, Tuple) else ()
    if not arguments.is_exact:
        return value(Tuple((), TOP, cls.id, names))
    items = []
    for index, name in enumerate(names):
        found = arguments.get(index, name)
        items.append(found if found is not None else _field_default(m, cls, name))
    return value(Tuple(tuple(items), None, cls.id, names))


def mark_dataclass(
    m: Machine, cls: AbstractValue, *, frozen: bool, compares: bool = True, hashes: bool = False
) -> AbstractValue:
    """Make the user classes among *cls* dataclasses: whether they have ``__eq__``, and a hash though not frozen."""
    marks = {
        "__dataclass_frozen__": constant(frozen),
        "__dataclass_compares__": constant(compares),
        "__dataclass_hashes__": constant(hashes),
    }
    for atom in cls.each(Class):
        content = m.live.load(atom.id) or HeapObject()
        m.live.store(atom.id, replace(content, attributes={**content.attributes, **marks}))
        if compares:
            m.trace.value_classes.add(atom.id)
    return cls


def new_namedtuple(m: Machine, name: str, names: tuple[str, ...]) -> AbstractValue:
    """Return the class that ``collections.namedtuple(name, names)`` makes."""
    cls = f"{m.site('namedtuple')}:{name}"
    fields = tuple_of(*(constant(n) for n in names))
    attributes = {"__namedtuple__": fields, "__fields__": fields, "__mro__": tuple_of(value(Class(cls)))}
    m.births[cls] = m.clock
    m.live.store(cls, HeapObject(attributes))
    return value(Class(cls))
