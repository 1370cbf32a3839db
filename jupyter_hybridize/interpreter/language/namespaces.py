"""``x.__dict__.update(…)`` and ``vars(x).update(…)``: attributes set from a dict, past what ``=`` would run."""

from __future__ import annotations

import ast
from collections.abc import Iterable

from jupyter_hybridize.domain.heap import HeapObject
from jupyter_hybridize.domain.value import (
    BOTTOM,
    NONE,
    UNKNOWN_ATOM,
    AbstractValue,
    Api,
    Constant,
    Descriptor,
    Instance,
)
from jupyter_hybridize.interpreter.calling.calls import call_unknown, let_loose
from jupyter_hybridize.interpreter.language import attributes, displays
from jupyter_hybridize.interpreter.language.names import read_name
from jupyter_hybridize.interpreter.machine import Machine
from jupyter_hybridize.interpreter.memory import objects
from jupyter_hybridize.interpreter.syntax.nodes import text_of
from jupyter_hybridize.knowledge.host import Call
from jupyter_hybridize.knowledge.python.mappings import entries_of, merged

# What Keras and TensorFlow keep as properties of layers, models and modules: an entry of that name is never read.
_PROPERTIES = frozenset(
    """
    compiled_metrics compute_dtype distribute_reduction_method distribute_strategy dtype dtype_policy input input_dtype
    input_spec jit_compile layers losses metrics metrics_names metrics_variables name name_scope non_trainable_variables
    non_trainable_weights output path quantization_mode run_eagerly submodules supports_masking trainable
    trainable_variables trainable_weights variable_dtype variables weights
    """.split()
)
_PLAIN = ("abc.", "builtins.object", "keras.", "tensorflow.Module")


def owner_of(m: Machine, node: ast.expr) -> ast.expr | None:
    """Return the object whose namespace *node* is: ``x`` of ``x.__dict__`` and of ``vars(x)``."""
    match node:
        case ast.Attribute(value=owner, attr="__dict__"):
            return owner
        case ast.Call(func=ast.Name(id="vars"), args=[owner], keywords=[]):
            return owner if read_name(m, "vars").only() == Api("builtins.vars") else None
    return None


def update(m: Machine, node: ast.Call, owner_node: ast.expr) -> AbstractValue:
    """Do ``owner.__dict__.update(…)``."""
    from jupyter_hybridize.interpreter.host import InterpreterHost
    from jupyter_hybridize.interpreter.language.expressions import evaluate

    owner, text = evaluate(m, owner_node), text_of(node.func)
    arguments = displays.arguments(m, node)
    if m.state is None:
        return BOTTOM
    atom = owner.only()
    added = merged(Call("builtins.dict.update", InterpreterHost(m), arguments, BOTTOM, text), HeapObject(entries={}))
    entries = entries_of(added)
    if entries is None or not isinstance(atom, Instance) or not _is_where_read(m, atom.cls, entries):
        let_loose(m, owner)
        return call_unknown(m, UNKNOWN_ATOM, arguments, text)
    for name, item in entries.items():
        objects.set_object_attribute(m, atom.site, str(name), item, text_of(owner_node))
    return NONE


def _is_where_read(m: Machine, cls: str, names: Iterable[Constant]) -> bool:
    """Return whether reading the attributes *names* of an object of *cls* gives what its namespace holds."""
    bases = attributes.library_bases(m, cls)
    if not attributes.is_user_class(m, cls) or attributes.has_unknown_base(m, cls):
        return False
    is_asked = any(attributes.class_lookup(m, cls, each) is not None for each in ("__getattribute__", "__slots__"))
    if is_asked or not all(base.startswith(_PLAIN) for base in bases):
        return False
    return all(isinstance(name, str) and _is_free(m, cls, bases, name) for name in names)


def _is_free(m: Machine, cls: str, bases: tuple[str, ...], name: str) -> bool:
    held = attributes.class_lookup(m, cls, name)
    if name in _PROPERTIES or any(m.knowledge.has_method(base, name) for base in bases):
        return False
    return held is None or not held[0].has(Descriptor, Instance)
