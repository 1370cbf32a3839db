"""Functional control flow and gradient wrappers: ``tf.cond``, ``tf.while_loop``, ``tf.custom_gradient`` …"""

from __future__ import annotations

from typing import Final

from jupyter_hybridize.domain.answer import Answer
from jupyter_hybridize.domain.effect import EffectKind
from jupyter_hybridize.domain.value import (
    BOTTOM,
    NONE,
    TOP,
    AbstractValue,
    Api,
    Array,
    Atom,
    Container,
    Form,
    Partial,
    Scalar,
    Tensor,
    Tuple,
    Unknown,
    join_all,
    tensor,
    tuple_of,
    value,
)
from jupyter_hybridize.knowledge.host import Arguments, Call, Host
from jupyter_hybridize.knowledge.operands import operand_of
from jupyter_hybridize.knowledge.overlay import Overlay
from jupyter_hybridize.knowledge.structures import callback_mode, every_leaf, map_structure
from jupyter_hybridize.knowledge.truth import truth

OVERLAY: Final = Overlay()
_MOST_ROUNDS = 3


def as_tensors(host: Host, item: AbstractValue) -> AbstractValue:
    """Return *item* as TensorFlow passes it on: every number, string and array has become a tensor."""
    return map_structure(host, lambda atom: as_tensor(host, atom), item)


def as_tensor(host: Host, atom: Atom) -> AbstractValue:
    """Return one leaf as a tensor; what cannot become one stays what it is."""
    if isinstance(atom, Scalar | Array):
        found = operand_of(host, atom)
        return value(atom) if found is None else tensor(found.dtype, found.shape)
    return value(atom)


def check_dtype(call: Call, item: AbstractValue, wanted: str) -> None:
    """Record a tensor of another dtype: eager execution takes its value, a graph asks for *wanted*."""
    if not call.host.mode.is_traced:
        return
    for dtype in sorted({each.dtype or "" for each in item.each(Tensor)} - {wanted}):
        answer = Answer.NO if dtype and len(item.atoms) == 1 else Answer.UNKNOWN
        detail = f"it asks for {wanted} and gets {dtype or 'what is not known'}"
        call.host.effect(EffectKind.MIXES_DTYPES, call.text, answer=answer, detail=detail, reason="dtype")


def _run(call: Call, function: AbstractValue, *arguments: AbstractValue) -> AbstractValue:
    return call.host.call(function, Arguments(arguments), callback_mode(call.host))


@OVERLAY.function("tensorflow.cond", "tensorflow.compat.v1.cond")
def _cond(call: Call) -> AbstractValue:
    condition, yes, no = call.argument(0, "pred"), call.argument(1, "true_fn"), call.argument(2, "false_fn")
    call.host.tensor_op("If")
    answer = truth(condition)
    if call.host.mode.is_traced:
        _refuse_python_condition(call, condition)
        check_dtype(call, condition, "bool")
        call.host.chooses(condition)
        return _joined(call, [_run(call, yes), _run(call, no)])
    if answer is not Answer.UNKNOWN:
        return _run(call, yes if answer is Answer.YES else no)
    return _run(call, yes).join(_run(call, no))


def _refuse_python_condition(call: Call, condition: AbstractValue) -> None:
    if any(isinstance(atom, Scalar) for atom in condition.atoms):
        answer = Answer.NO if len(condition.atoms) == 1 else Answer.UNKNOWN
        detail = "takes no Python bool in a graph"
        call.host.effect(EffectKind.NEEDS_VALUE, call.text, answer=answer, detail=detail, reason="python-bool")


def _joined(call: Call, results: list[AbstractValue]) -> AbstractValue:
    """Join what the branches of a traced conditional give: all must have one structure and one dtype."""
    branches = [as_tensors(call.host, each) for each in results]
    leaves = [every_leaf(call.host, each) for each in branches]
    dtypes = {atom.dtype for each in leaves for atom in each.each(Tensor)}
    mixed = any(each.has(Tensor) != leaves[0].has(Tensor) for each in leaves)
    mixed = mixed or len({_structure(atom) for each in branches for atom in each.atoms}) > 1
    plain = all(len(each.atoms) == 1 and not each.is_unknown for each in branches)
    known = dtypes - {None}
    if mixed or len(known) > 1:
        answer = Answer.NO if plain and (mixed or None not in dtypes) else Answer.UNKNOWN
        detail = "its branches give different dtypes or structures"
        call.host.effect(EffectKind.BRANCH_DIFFERS, call.text, answer=answer, detail=detail, reason="cond")
    elif None in dtypes and len(leaves) > 1 and len({str(each) for each in leaves}) > 1:
        detail = "a dtype in a branch is not known"
        call.host.effect(EffectKind.BRANCH_DIFFERS, call.text, answer=Answer.UNKNOWN, detail=detail, reason="cond")
    return join_all(_like_the_known(branches))


def _like_the_known(branches: list[AbstractValue]) -> list[AbstractValue]:
    """Return the results with a tensor for each that nobody knows, if another is one: a graph takes nothing else."""
    tensors = [atom for each in branches if isinstance(atom := each.only(), Tensor) and atom.form is Form.DENSE]
    dtypes = {each.dtype for each in tensors}
    if len(dtypes) != 1:
        return branches
    return [tensor(tensors[0].dtype).with_origins(each.origins) if _is_unseen(each) else each for each in branches]


def _is_unseen(item: AbstractValue) -> bool:
    return isinstance(item.only(), Unknown)


def _structure(atom: Atom) -> str:
    """Return which of the structures that TensorFlow tells apart *atom* is; ⊤ and objects are like a tensor."""
    match atom:
        case Tuple(name=name):
            return f"tuple {name}"
        case Container(type=name):
            return name
    return ""


@OVERLAY.function("tensorflow.case")
def _case(call: Call) -> AbstractValue:
    call.host.tensor_op("Case")
    pairs = call.host.items(call.argument(0, "pred_fn_pairs"))
    default = call.argument(1, "default")
    functions: list[AbstractValue] = []
    for pair in pairs or ():
        items = call.host.items(pair)
        functions.append(items[1] if items is not None and len(items) == 2 else TOP)
    if pairs is None:
        functions.append(TOP)
    if not default.is_bottom and default != NONE:
        functions.append(default)
    return _one_of(call, functions)


def _one_of(call: Call, functions: list[AbstractValue]) -> AbstractValue:
    results = [_run(call, function) for function in functions]
    return _joined(call, results) if call.host.mode.is_traced and results else join_all(results)


@OVERLAY.function("tensorflow.switch_case")
def _switch_case(call: Call) -> AbstractValue:
    call.host.tensor_op("Case")
    check_dtype(call, call.argument(0, "branch_index"), "int32")
    branches = call.argument(1, "branch_fns")
    container = branches.only()
    held = call.host.load(container.site) if isinstance(container, Container) and container.type == "dict" else None
    items = list(held.entries.values()) if held is not None and held.entries is not None else call.host.items(branches)
    functions = [TOP] if items is None else [_second_of_pair(call, each) for each in items]
    default = call.argument(2, "default")
    return _one_of(call, [*functions, *([] if default.is_bottom or default == NONE else [default])])


def _second_of_pair(call: Call, item: AbstractValue) -> AbstractValue:
    pair = call.host.items(item) if isinstance(item.only(), Tuple) else None
    return pair[1] if pair is not None and len(pair) == 2 else item


@OVERLAY.function("tensorflow.while_loop")
def _while_loop(call: Call) -> AbstractValue:
    condition, body, given = call.argument(0, "cond"), call.argument(1, "body"), call.argument(2, "loop_vars")
    call.host.tensor_op("While")
    check_dtype(call, call.argument(7, "maximum_iterations"), "int32")
    start = call.host.items(given)
    if start is None:
        _run_with_unknown(call, condition, body)
        return TOP
    invariants = call.argument(3, "shape_invariants")
    is_traced = call.host.mode.is_traced  # eagerly a Python number stays one until the loop ends
    variables = [as_tensors(call.host, each) if is_traced else each for each in start]
    for _ in range(_MOST_ROUNDS):
        check_dtype(call, _run(call, condition, *variables), "bool")
        after = _after_body(call, body, variables)
        if after is None:
            return TOP
        joined = [old.join(new) for old, new in zip(variables, after, strict=True)]
        if joined == variables:
            break
        _note_changes(call, variables, joined, has_invariants=not invariants.is_bottom and invariants != NONE)
        variables = joined
    return _loop_result(call, given, [as_tensors(call.host, each) for each in variables])


def _loop_result(call: Call, given: AbstractValue, variables: list[AbstractValue]) -> AbstractValue:
    """Return the variables in the structure they were given in; eagerly the body's structure may replace it."""
    as_list, as_tuple = call.host.new_list(variables), tuple_of(*variables)
    if not call.host.mode.is_traced:
        return as_list.join(as_tuple)
    return as_list if isinstance(given.only(), Container) else as_tuple


def _run_with_unknown(call: Call, condition: AbstractValue, body: AbstractValue) -> None:
    unknown = Arguments(star=TOP)
    call.host.call(condition, unknown, callback_mode(call.host))
    call.host.call(body, unknown, callback_mode(call.host))


def _after_body(call: Call, body: AbstractValue, variables: list[AbstractValue]) -> list[AbstractValue] | None:
    result = _run(call, body, *variables)
    items = call.host.items(result)
    if len(variables) == 1 and items is None:
        items = (result,)
    if items is not None and len(items) == len(variables):
        return [as_tensors(call.host, each) if call.host.mode.is_traced else each for each in items]
    if items is not None:
        call.host.effect(EffectKind.RAISES, call.text, answer=Answer.UNKNOWN, detail="the body gives another structure")
    return None


def _note_changes(call: Call, before: list[AbstractValue], after: list[AbstractValue], *, has_invariants: bool) -> None:
    if not call.host.mode.is_traced:
        return
    for old, new in zip(before, after, strict=True):
        one, other = old.only(), new.only()
        if not isinstance(one, Tensor) or not isinstance(other, Tensor):
            answer, detail = Answer.UNKNOWN, "a loop variable changes its structure"
        elif one.dtype != other.dtype:
            answer, detail = Answer.UNKNOWN, "a loop variable changes its dtype"
        elif one.shape != other.shape and not has_invariants:
            answer, detail = Answer.UNKNOWN, "a loop variable changes its shape"
        else:
            continue
        call.host.effect(EffectKind.CHANGES_IN_LOOP, call.text, answer=answer, detail=detail, reason="while_loop")


@OVERLAY.function("tensorflow.group")
def _group(call: Call) -> AbstractValue:
    return operation(call.host)


def operation(host: Host) -> AbstractValue:
    """Return what stands for an op without a result: None eagerly, in a graph an Operation, which none returns."""
    return host.new_object("tensorflow.Operation") if host.mode.is_traced else NONE


@OVERLAY.function("tensorflow.tuple")
def _tuple(call: Call) -> AbstractValue:
    items = call.host.items(call.argument(0, "tensors"))
    if call.host.mode.is_traced:  # an eager tensor among them, a captured one say, has no op to depend on
        call.host.effect(EffectKind.UNKNOWN_CALL, call.text, answer=Answer.UNKNOWN, reason=call.name)
    return call.host.new_list(items, TOP if items is None else BOTTOM)


# functions that wrap a function: the wrapper is called as ``partial(<name>.__call__, function)``

_UNCONVERTED: Final = (
    "tensorflow.recompute_grad",
    "tensorflow.grad_pass_through",
    "tensorflow.autograph.experimental.do_not_convert",
)


def _wrapper(name: str, function: AbstractValue) -> AbstractValue:
    return value(Partial(value(Api(f"{name}.__call__")), (function,), ()))


@OVERLAY.function(*_UNCONVERTED, "tensorflow.custom_gradient")
def _wrap(call: Call) -> AbstractValue:
    function = call.argument(0, "f", "func")
    name = next(
        each for each in (*_UNCONVERTED, "tensorflow.custom_gradient") if each.endswith(call.name.rpartition(".")[2])
    )
    return value(Api(name)) if function.is_bottom else _wrapper(name, function)


@OVERLAY.function(*(f"{name}.__call__" for name in _UNCONVERTED))
def _call_unconverted(call: Call) -> AbstractValue:
    arguments = Arguments(
        call.arguments.positional[1:], call.arguments.keywords, call.arguments.star, call.arguments.double_star
    )
    return call.host.call(call.argument(0), arguments, callback_mode(call.host))


@OVERLAY.function("tensorflow.custom_gradient.__call__")
def _call_with_gradient(call: Call) -> AbstractValue:
    pair = call.host.items(_call_unconverted(call))
    if pair is None or len(pair) != 2:
        return TOP
    result, gradient = pair
    outputs = call.host.items(result) if isinstance(result.only(), Tuple | Container) else (result,)
    upstream = (TOP,) if outputs is None else tuple(as_tensors(call.host, each) for each in outputs)
    call.host.call(gradient, Arguments(upstream), callback_mode(call.host))
    return result


@OVERLAY.function("tensorflow.no_gradient")
def _no_gradient(call: Call) -> AbstractValue:
    call.host.effect(EffectKind.UNKNOWN_CALL, call.text, answer=Answer.UNKNOWN, reason=call.name)
    return NONE
