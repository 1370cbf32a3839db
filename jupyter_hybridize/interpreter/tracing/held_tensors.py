"""Eager tensors that a trace finds in outer scopes: Python and NumPy still see their values there.

``np.sqrt(T)`` and ``T.numpy()`` work while tracing where ``T`` is a global tensor: the graph keeps what it held then. A
variable, an argument, and what TensorFlow makes of either, have no values. Seen on TensorFlow 2.21.
"""

from __future__ import annotations

import ast
from dataclasses import replace
from typing import Final

from jupyter_hybridize.domain.value import AbstractValue, Array, Atom, Form, Tensor
from jupyter_hybridize.interpreter.language.names import owner_of
from jupyter_hybridize.interpreter.machine import Machine
from jupyter_hybridize.knowledge.host import Arguments
from jupyter_hybridize.knowledge.tensorflow.tensors import numpy_of

_READERS: Final = ("numpy.", "scipy.", "math.")
_METHOD: Final = "tensorflow.Tensor.numpy"


def arguments_as_seen(m: Machine, name: str, arguments: Arguments) -> Arguments:
    """Return the *arguments* of library function *name* as it sees them: arrays, where it is given such tensors."""
    node = m.frame.node
    if m.trial is None or m.is_by_library or not name.startswith(_READERS) or not isinstance(node, ast.Call):
        return arguments
    if len(node.args) != len(arguments.positional) or any(isinstance(each, ast.Starred) for each in node.args):
        return arguments
    pairs = zip(node.args, arguments.positional, strict=True)
    positional = tuple(_as_array(item) if _is_held(m, each, item) else item for each, item in pairs)
    return replace(arguments, positional=positional)


def held_array(m: Machine, method: str, receiver: AbstractValue) -> AbstractValue | None:
    """Return what calling library *method* on *receiver* gives, None unless it is ``numpy`` of such a tensor."""
    node = m.frame.node
    if m.trial is None or method != _METHOD or not isinstance(node, ast.Call):
        return None
    owner = node.func.value if isinstance(node.func, ast.Attribute) else None
    atom = receiver.only()
    if owner is None or not isinstance(atom, Tensor) or not _is_held(m, owner, receiver):
        return None
    return numpy_of(atom.dtype, atom.shape)


def _is_held(m: Machine, node: ast.expr, item: AbstractValue) -> bool:
    """Return whether *node* names *item* in a scope that was there before the trial, and so is not written in it."""
    if not isinstance(node, ast.Name) or not item.has(Tensor) or not m.frame.mode.is_traced:
        return False
    scope = owner_of(m, m.frame, node.id)
    held = m.live.get(scope, node.id)
    return scope not in m.own_scopes and held is not None and held.atoms == item.atoms


def _as_array(item: AbstractValue) -> AbstractValue:
    return AbstractValue(frozenset(map(_array, item.atoms)), item.origins)


def _array(atom: Atom) -> Atom:
    is_eager = isinstance(atom, Tensor) and atom.form is Form.DENSE and not atom.staged
    return Array(atom.dtype, atom.shape) if isinstance(atom, Tensor) and is_eager else atom
