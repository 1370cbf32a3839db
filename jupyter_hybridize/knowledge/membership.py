"""``in`` and ``is`` on abstract values."""

from __future__ import annotations

from jupyter_hybridize.domain.answer import Answer
from jupyter_hybridize.domain.effect import EffectKind
from jupyter_hybridize.domain.value import (
    ANY,
    NONE,
    AbstractValue,
    Array,
    Atom,
    Constant,
    Container,
    Function,
    Instance,
    PythonIterator,
    Scalar,
    Tensor,
    Tuple,
    Unknown,
    constant,
    join_all,
    scalar,
    value,
)
from jupyter_hybridize.knowledge.host import Host
from jupyter_hybridize.knowledge.tensorflow.staged import is_staged, note_hash


def contains(
    host: Host, item: AbstractValue, owner: AbstractValue, text: str, *, negated: bool = False
) -> AbstractValue:
    """Return ``item in owner``: Python asks each ``==`` for its truth, also that of a symbolic tensor."""
    found = join_all(_in_atom(host, item, atom, text, certain=len(owner.atoms) == 1) for atom in owner.ordered())
    return _negated(found) if negated else found


def _negated(found: AbstractValue) -> AbstractValue:
    known = [atom.constant for atom in found.each(Scalar)]
    return join_all(scalar("bool") if each is ANY else constant(not each) for each in known)


def _in_atom(host: Host, item: AbstractValue, owner: Atom, text: str, *, certain: bool) -> AbstractValue:
    answer = Answer.NO if certain else Answer.UNKNOWN
    match owner:
        case Tensor():
            if host.mode.is_traced:
                host.effect(EffectKind.NEEDS_VALUE, text, answer=answer, detail="searches a tensor", reason="in")
            return scalar("bool")
        case Unknown():
            host.effect(EffectKind.UNKNOWN_VALUE, text, answer=Answer.UNKNOWN, detail="what is searched is not known")
            return scalar("bool")
        case Array():
            _element_truth(host, item, text, certain=certain)
            return scalar("bool")
        case PythonIterator():
            for each in (item, host.iterate(value(owner))):
                _element_truth(host, each, text, certain=False)
            return scalar("bool")
        case Tuple():
            return _in_items(host, item, _tuple_items(owner), text, certain=certain)
        case Container(type="dict", site=site):
            return _in_dict(host, item, site, text)
        case Container():
            return _in_container(host, item, owner, text, certain=certain)
        case Scalar(type="str" | "bytes", constant=whole):
            return _in_text(host, item, whole, text, answer)
        case Scalar():
            host.effect(EffectKind.RAISES, text, answer=answer, detail=f"{owner} cannot be searched", reason="in")
            return scalar("bool")
    return scalar("bool")


def _tuple_items(owner: Tuple) -> tuple[AbstractValue, ...] | None:
    return owner.items if owner.rest is None else None


def _in_container(host: Host, item: AbstractValue, owner: Container, text: str, *, certain: bool) -> AbstractValue:
    held = host.load(owner.site)
    if owner.type == "list":
        return _in_items(host, item, held.items, text, certain=certain, element=held.element)
    note_hash(host, item, text)
    return scalar("bool")


def _in_dict(host: Host, item: AbstractValue, site: str, text: str) -> AbstractValue:
    held = host.load(site)
    note_hash(host, item, text)
    if any(isinstance(atom, Tensor) for atom in item.atoms):
        host.effect(EffectKind.RAISES, text, detail="a tensor has no hash", reason="in")
        return scalar("bool")
    key = item.constant()
    if held.entries is None or key is ANY or held.multiple or held.is_open:
        return scalar("bool")
    return constant(_among(key, tuple(held.entries)))


def _among(key: Constant, keys: tuple[Constant, ...]) -> bool:
    return any(key == each for each in keys)


def _in_items(
    host: Host,
    item: AbstractValue,
    items: tuple[AbstractValue, ...] | None,
    text: str,
    *,
    certain: bool,
    element: AbstractValue | None = None,
) -> AbstractValue:
    elements = items if items is not None else () if element is None else (element,)
    for each in (item, *elements):
        _element_truth(host, each, text, certain=certain and len(each.atoms) == 1 and bool(elements))
    constants = None if items is None else [each.constant() for each in items]
    wanted = item.constant()
    if constants is None or wanted is ANY:
        return constant(False) if items == () else scalar("bool")
    if any(each is not ANY and each == wanted for each in constants):
        return constant(True)
    return scalar("bool") if ANY in constants else constant(False)


def _element_truth(host: Host, item: AbstractValue, text: str, *, certain: bool) -> None:
    if not host.mode.is_traced:
        return
    if any(isinstance(atom, Tensor) for atom in item.atoms):
        answer = Answer.NO if certain else Answer.UNKNOWN
        host.effect(EffectKind.NEEDS_VALUE, text, answer=answer, detail="`in` compares tensors", reason="in")
    elif item.is_unknown:
        host.effect(EffectKind.UNKNOWN_VALUE, text, answer=Answer.UNKNOWN, detail="`in` compares what is not known")


def _in_text(host: Host, item: AbstractValue, whole: Constant, text: str, answer: Answer) -> AbstractValue:
    part = item.constant()
    if any(isinstance(atom, Tensor) for atom in item.atoms):
        host.effect(EffectKind.RAISES, text, answer=answer, detail="text is searched for a tensor", reason="in")
    if isinstance(part, str) and isinstance(whole, str):
        return constant(part in whole)
    return scalar("bool")


def is_same(
    host: Host, left: AbstractValue, right: AbstractValue, text: str, *, negated: bool = False
) -> AbstractValue:
    """Return ``left is right``, known where one side is None, True or False, or the two can never be one object."""
    answers, pairs = {_same_atoms(a, b) for a in left.atoms for b in right.atoms}, ((left, right), (right, left))
    if (
        host.mode.is_traced
        and any(isinstance(a, Tensor) for a in left.atoms)
        and any(isinstance(b, Tensor) for b in right.atoms)
    ):
        host.effect(
            EffectKind.ASKS_MODE, text, answer=Answer.UNKNOWN, detail="compares tensors by identity", reason="is"
        )
    if host.mode.is_traced and any(is_staged(a) and b.has(Scalar) and b != NONE for a, b in pairs):
        detail = "eagerly it is a number"
        host.effect(EffectKind.ASKS_MODE, text, answer=Answer.UNKNOWN, detail=detail, reason="is")
    if host.mode.is_traced and any(_is_flag(a) and _may_be_flag(b) for a, b in pairs):
        host.effect(
            EffectKind.ASKS_MODE, text, answer=Answer.UNKNOWN, detail="a tensor is neither True nor False", reason="is"
        )
    if len(answers) != 1 or None in answers:
        return scalar("bool")
    return constant(answers.pop() is not negated)


def _is_flag(item: AbstractValue) -> bool:
    return isinstance(item.constant(), bool)


def _may_be_flag(item: AbstractValue) -> bool:
    """Return whether *item* is a boolean tensor that eagerly may be a Python flag: what a tensor has chosen."""
    return any(t.dtype == "bool" and t.shape.dims == () for t in item.each(Tensor))


def _same_atoms(left: Atom, right: Atom) -> bool | None:
    match left, right:
        case (Unknown(), _) | (_, Unknown()):
            return None
        case Scalar(type="NoneType"), Scalar(type="NoneType"):
            return True
        case Scalar(type="bool", constant=a), Scalar(type="bool", constant=b) if a is not ANY and b is not ANY:
            return a == b
        case Scalar(type="tf.DType", constant=str() as a), Scalar(type="tf.DType", constant=str() as b):
            return a == b
        case Scalar(type=a), Scalar(type=b):
            return None if a == b else False
        case (Function(), Function()) | (Instance(), Instance()):
            return None
    return None if type(left) is type(right) else False
