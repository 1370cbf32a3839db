"""Reading and binding names: scopes, closures, globals, builtins."""

from __future__ import annotations

import builtins

from jupyter_hybridize.domain.answer import Answer
from jupyter_hybridize.domain.effect import EffectKind
from jupyter_hybridize.domain.value import (
    ANY,
    BOTTOM,
    TOP,
    AbstractValue,
    Api,
    Module,
    Scalar,
    Tensor,
    Tuple,
)
from jupyter_hybridize.interpreter.cells import kernel_names
from jupyter_hybridize.interpreter.machine import Frame, Machine
from jupyter_hybridize.interpreter.memory.objects import holds_array
from jupyter_hybridize.interpreter.memory.state import ScopeId
from jupyter_hybridize.interpreter.tracing import tape_use
from jupyter_hybridize.knowledge.keras import logits

_BUILTINS = frozenset(dir(builtins))


def module_scope(unit: str) -> ScopeId:
    """Return the id of a unit's global scope."""
    return f"unit:{unit}"


def owner_of(m: Machine, frame: Frame, name: str) -> ScopeId:
    """Return the scope that *name* belongs to in *frame*; the global scope if no function binds it."""
    info = frame.info
    if info is None:
        return frame.scope
    if name in info.locals or name in frame.comprehended:
        return frame.scope
    if name in info.globals:
        return module_scope(frame.unit)
    environment = frame.environment
    while environment is not None:
        parent, parent_info = m.environments.get(environment, (None, None))
        if parent_info is None or name in parent_info.locals or m.live.get(environment, name) is not None:
            return environment
        environment = parent
    return module_scope(frame.unit)


def read_name(m: Machine, name: str) -> AbstractValue:
    """Return what *name* is here, recording a read of what lies outside the running trial."""
    frame, state = m.frames[-1], m.live
    scope = owner_of(m, frame, name)
    found = state.get(scope, name)
    if found is None and frame.class_id is not None:
        scope = frame.environment or module_scope(frame.unit)
        found = state.get(scope, name)
    if found is None and scope != module_scope(frame.unit):
        scope = module_scope(frame.unit)
        found = state.get(scope, name)
    if found is None:
        m.note_read(("variable", scope, name), name)
        return _builtin(m, name)
    if m.trial is not None and scope not in m.own_scopes:
        if m.is_new_read(location := ("variable", scope, name)):
            m.note_read(location, name, found, is_array=holds_array(m, found))
        found, may_change = kernel_names.in_trial(m, logits.as_argument(found))
        if found.is_unknown or may_change or any(each.is_view for each in found.each(Tuple)):
            _note_opaque(m, name)
    return found


def _note_opaque(m: Machine, name: str) -> None:
    if name in m.trace.opaque_names:
        m.effect(EffectKind.READS_OPAQUE, name, answer=Answer.UNKNOWN)
    else:
        m.effect(EffectKind.UNKNOWN_VALUE, name, answer=Answer.UNKNOWN)


def _builtin(m: Machine, name: str) -> AbstractValue:
    if kernel_names.is_held(m, name):
        if m.trial is not None:
            m.effect(EffectKind.READS_DELETED, name, answer=Answer.UNKNOWN)
        return kernel_names.unbound(m, name) or TOP
    if name in _BUILTINS:
        is_doubted = m.opaque_since is not None or name in m.trace.opaque_names
        if is_doubted and not kernel_names.is_builtin_still(m, name):
            m.effect(EffectKind.READS_OPAQUE, name, answer=Answer.UNKNOWN)
        return m.knowledge.member("builtins", name)
    if m.opaque_since is not None or name in m.trace.opaque_names:
        m.effect(EffectKind.READS_OPAQUE, name, answer=Answer.UNKNOWN)
        return TOP
    if name in {"get_ipython", "display", "reveal", "In", "Out", "_", "__", "_i", "__name__", "__file__", "__doc__"}:
        return _special(name)
    m.effect(EffectKind.RAISES, name, answer=Answer.UNKNOWN, detail="is not defined", reason="name")
    return TOP


def _special(name: str) -> AbstractValue:
    if name in {"__name__", "__file__", "__doc__"}:
        return AbstractValue(frozenset({Scalar("str", "__main__" if name == "__name__" else ANY)}))
    if name == "reveal":
        return AbstractValue(frozenset({Api("interpreter.reveal")}))
    if name == "display":
        return AbstractValue(frozenset({Api("IPython.display.display")}))
    return TOP


def bind_name(m: Machine, name: str, item: AbstractValue) -> None:
    """Bind *name* in the scope it belongs to; a write to an outer scope is an effect."""
    frame = m.frames[-1]
    scope = owner_of(m, frame, name)
    is_own = scope == frame.scope
    state = m.live
    old = state.get(scope, name)
    if m.kernel is not None:
        item = kernel_names.as_bound(m, scope, name, item)
    if not is_own:
        _outer_write(m, scope, name, item)
    if (frame.is_weak or not is_own) and old is not None and frame.is_weak:
        item = item.join(old)
    if m.trial is not None:
        item = AbstractValue(item.atoms, item.origins)  # another object tells that it was bound, by a branch say
    state.set(scope, name, item)
    if is_own:
        tape_use.note_bound(m, name, item)
    if scope in m.own_scopes or (old is not None and is_same_object(old, item)):
        return
    if old is None and is_own and frame.info is not None:
        return  # the first binding of a local: nothing can have captured it
    m.note_write(("variable", scope, name))


def unbind_name(m: Machine, name: str) -> None:
    """Unbind *name* (``del name``)."""
    scope = owner_of(m, m.frame, name)
    if scope != m.frame.scope:
        _outer_write(m, scope, name, BOTTOM)
    m.live.delete(scope, name)
    m.note_write(("variable", scope, name))


def _outer_write(m: Machine, scope: ScopeId, name: str, item: AbstractValue) -> None:
    if m.trial is None:
        return
    if scope in m.own_scopes:
        _nonlocal_write(m, scope, name)
        return
    is_global = scope == module_scope(m.frame.unit)
    kind = EffectKind.WRITES_GLOBAL if is_global else EffectKind.WRITES_NONLOCAL
    m.effect(kind, name, reason="assign")
    if item.has(Tensor):
        m.effect(EffectKind.STORES_TENSOR, name, reason="global" if is_global else "nonlocal")


def _nonlocal_write(m: Machine, scope: ScopeId, name: str) -> None:
    """A function sets a name of the function around it: AutoGraph stages only what stands in the branch itself."""
    started = next((i for i, f in enumerate(m.frames) if f.scope == scope), m.trial_root)
    staged = [c for f in m.frames[started:-1] for c in f.controls if c.is_staged]
    if staged:
        kind = EffectKind.CHANGES_IN_LOOP if staged[-1].is_loop else EffectKind.MUTATES_IN_BRANCH
        m.effect(kind, name, reason="nonlocal")
    elif any(c.is_staged for c in m.frame.controls):
        m.effect(EffectKind.MUTATES_IN_BRANCH, name, answer=Answer.UNKNOWN, reason="nonlocal")


def is_same_object(old: AbstractValue, new: AbstractValue) -> bool:
    """Return whether binding *new* over *old* certainly changes nothing a trace has captured."""
    if old != new:
        return False
    atom = new.only()
    if isinstance(atom, Scalar):
        return atom.constant is not ANY
    return isinstance(atom, Module | Api)
