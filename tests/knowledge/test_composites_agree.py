"""Ragged and sparse tensors: what the engine makes of ops, methods and operators on them, against TensorFlow."""

from __future__ import annotations

import linecache
import re
from functools import cache
from typing import Any

import pytest

from jupyter_hybridize.domain.answer import Answer
from jupyter_hybridize.domain.effect import EffectKind
from jupyter_hybridize.domain.value import AbstractValue, Container, Tuple, join_all, value
from jupyter_hybridize.interpreter.trace import Trace
from jupyter_hybridize.source.program import Program
from tests.interpreter.programs import interpret, module
from tests.knowledge.concrete_values import abstracted
from tests.knowledge.recording_host import RecordingHost
from tests.untraced import untraced

pytestmark = pytest.mark.tensorflow

NAMES = {
    "rf": "tf.ragged.constant([[1., 2.], [3.]])",
    "ri": "tf.ragged.constant([[1, 2], [3]])",
    "rs": "tf.ragged.constant([[b'a b', b'c'], [b'd e']])",
    "rb": "tf.ragged.constant([[True, False], [True]])",
    "r3": "tf.ragged.constant([[[1., 2.], [3.]], [[4.]]])",
    "ru": "tf.RaggedTensor.from_row_splits(tf.ones([3, 2]), [0, 2, 3])",
    "d": "tf.ones([2, 1])",
    "dv": "tf.ones([2])",
    "s": "tf.constant(2.)",
    "gi": "tf.ragged.constant([[1], [0, 0]])",
    "sd": "tf.constant(['ab', 'c d'])",
    "ss": "tf.constant('a b')",
    "iv": "tf.constant([1, 2])",
    "sp": "tf.sparse.from_dense([[1., 0.], [0., 2.]])",
    "si": "tf.sparse.from_dense([[1, 0], [0, 2]])",
    "m": "tf.ones([2, 2])",
}
WORKS = [
    "tf.reduce_sum(rf,axis=1)",
    "tf.reduce_sum(r3,axis=1)",
    "tf.reduce_sum(ri,axis=1)",
    "tf.reduce_sum(ri)",
    "tf.reduce_sum(ru,axis=1)",
    "tf.reduce_mean(rf)",
    "tf.reduce_mean(rf,axis=0)",
    "tf.reduce_mean(rf,axis=1)",
    "tf.reduce_mean(rf,axis=-1)",
    "tf.reduce_mean(rf,axis=[0,1])",
    "tf.reduce_mean(rf,axis=[1])",
    "tf.reduce_mean(rf,axis=1,keepdims=True)",
    "tf.reduce_mean(rf,axis=0,keepdims=True)",
    "tf.reduce_mean(rf,keepdims=True)",
    "tf.reduce_mean(r3,axis=0)",
    "tf.reduce_mean(r3,axis=1)",
    "tf.reduce_mean(r3,axis=2)",
    "tf.reduce_mean(r3,axis=[1,2])",
    "tf.reduce_mean(ri,axis=1)",
    "tf.reduce_mean(ri)",
    "tf.reduce_mean(ru,axis=1)",
    "tf.reduce_mean(ru,axis=2)",
    "tf.reduce_mean(ru,axis=0)",
    "tf.reduce_max(rf)",
    "tf.reduce_max(rf,axis=0)",
    "tf.reduce_max(rf,axis=1)",
    "tf.reduce_max(rf,axis=-1)",
    "tf.reduce_max(rf,axis=[0,1])",
    "tf.reduce_max(rf,axis=[1])",
    "tf.reduce_max(rf,axis=1,keepdims=True)",
    "tf.reduce_max(rf,axis=0,keepdims=True)",
    "tf.reduce_max(rf,keepdims=True)",
    "tf.reduce_max(r3,axis=0)",
    "tf.reduce_max(r3,axis=1)",
    "tf.reduce_max(r3,axis=2)",
    "tf.reduce_max(r3,axis=[1,2])",
    "tf.reduce_max(ri,axis=1)",
    "tf.reduce_max(ri)",
    "tf.reduce_max(ru,axis=1)",
    "tf.reduce_max(ru,axis=2)",
    "tf.reduce_max(ru,axis=0)",
    "tf.reduce_min(rf,axis=1)",
    "tf.reduce_min(r3,axis=1)",
    "tf.reduce_min(ri,axis=1)",
    "tf.reduce_min(ri)",
    "tf.reduce_min(ru,axis=1)",
    "tf.reduce_prod(rf,axis=1)",
    "tf.reduce_prod(r3,axis=1)",
    "tf.reduce_prod(ri,axis=1)",
    "tf.reduce_prod(ri)",
    "tf.reduce_prod(ru,axis=1)",
    "tf.math.reduce_std(rf,axis=1)",
    "tf.math.reduce_std(r3,axis=1)",
    "tf.math.reduce_std(ri,axis=1)",
    "tf.math.reduce_std(ri)",
    "tf.math.reduce_std(ru,axis=1)",
    "tf.math.reduce_variance(rf,axis=1)",
    "tf.math.reduce_variance(r3,axis=1)",
    "tf.math.reduce_variance(ri,axis=1)",
    "tf.math.reduce_variance(ri)",
    "tf.math.reduce_variance(ru,axis=1)",
    "tf.reduce_any(rb,axis=1)",
    "tf.reduce_all(rb)",
    "tf.reduce_logsumexp(rf,axis=1)",
    "tf.concat([rf,d],1)",
    "tf.stack([dv,rf[0]])",
    "tf.reverse(rf,[1])",
    "tf.reverse(rf,[0,1])",
    "tf.ragged.boolean_mask(rf,rf>1)",
    "tf.ragged.boolean_mask(m,m>1)",
    "tf.ragged.boolean_mask(rf,[True,False])",
    "tf.split(rf,2)",
    "tf.squeeze(r3[:1],0)",
    "tf.reshape(rf,[-1])",
    "tf.add_n([rf,rf])",
    "tf.where(rb)",
    "tf.where(rf>1,rf,0.)",
    "tf.where(rf>1,rf,rf)",
    "tf.nn.softmax(rf,axis=1)",
    "tf.nn.softmax(rf)",
    "tf.nn.embedding_lookup(m,gi)",
    "tf.gather(rf,gi)",
    "tf.gather(rf,iv-1)",
    "tf.gather(rf,1)",
    "tf.gather(m,gi,axis=1)",
    "tf.gather_nd(rf,[[0,0]])",
    "tf.tile(rf,[1,2])",
    "tf.tile(rf,iv)",
    "tf.expand_dims(rf,-1)",
    "tf.expand_dims(rf,1)",
    "tf.expand_dims(rf,0)",
    "tf.one_hot(gi,4)",
    "tf.size(rf)",
    "tf.rank(rf)",
    "tf.zeros_like(rf,tf.int32)",
    "tf.cast(rf,tf.int64)",
    "tf.clip_by_value(rf,0.,1.)",
    "tf.strings.lower(rs)",
    "tf.strings.length(rs)",
    "tf.strings.split(rs)",
    "tf.strings.split(sd)",
    "tf.strings.split(ss)",
    "tf.strings.split(sd,sep='x')",
    "tf.strings.join([rs,rs])",
    'tf.strings.join([rs,"x"])',
    "tf.strings.reduce_join(rs,axis=-1,separator=' ')",
    "tf.strings.reduce_join(rs)",
    "tf.strings.reduce_join(rs,axis=0)",
    "tf.strings.regex_replace(rs,'a','b')",
    "tf.strings.regex_full_match(rs,'a')",
    "tf.strings.substr(rs,0,1)",
    "tf.strings.to_hash_bucket_fast(rs,3)",
    "tf.strings.as_string(ri)",
    "tf.strings.to_number(tf.strings.as_string(ri))",
    "tf.strings.unicode_split(rs,'UTF-8')",
    "tf.strings.unicode_split(sd,'UTF-8')",
    "tf.strings.unicode_split(ss,'UTF-8')",
    "tf.strings.bytes_split(rs)",
    "tf.strings.bytes_split(sd)",
    "tf.strings.bytes_split(ss)",
    "tf.strings.ngrams(rs,2)",
    "tf.strings.ngrams(tf.strings.split(ss),2)",
    "tf.strings.unicode_decode(sd,'UTF-8')",
    "tf.strings.unicode_decode(ss,'UTF-8')",
    "tf.strings.unicode_encode(ri,'UTF-8')",
    "tf.strings.unicode_encode(iv,'UTF-8')",
    "tf.strings.unicode_script(ri)",
    "tf.strings.unicode_transcode(rs,'UTF-8','UTF-16-BE')",
    "tf.strings.strip(rs)",
    "tf.strings.format('{}',rs)",
    "tf.strings.upper(rs)",
    'tf.strings.regex_full_match(sd,"a")',
    "tf.strings.unsorted_segment_join(sd,iv,3)",
    "tf.ragged.map_flat_values(lambda v: v*2,rf)",
    "tf.ragged.map_flat_values(tf.add,rf,1.)",
    "tf.ragged.stack([dv,tf.ones([3])])",
    "tf.ragged.stack([rf,rf])",
    "tf.ragged.range(iv)",
    "tf.ragged.range(0,iv)",
    "tf.ragged.cross([rs,rs])",
    "tf.ragged.cross_hashed([rs,rs])",
    "tf.ragged.stack_dynamic_partitions(dv,iv-1,2)",
    "tf.ragged.row_splits_to_segment_ids([0,1,3])",
    "tf.ragged.segment_ids_to_row_splits([0,1,1])",
    "tf.ragged.constant([[1],[2,3]])",
    "tf.RaggedTensor.from_tensor(m)",
    "tf.RaggedTensor.from_tensor(m,padding=1.)",
    "tf.RaggedTensor.from_row_lengths(dv,[1,1])",
    "tf.RaggedTensor.from_value_rowids(dv,[0,1])",
    "rf.to_tensor()",
    "rf.to_tensor(0.)",
    "rf.to_tensor(shape=[None,4])",
    "r3.to_tensor()",
    "rf.to_sparse()",
    "rf.row_lengths()",
    "r3.row_lengths(axis=2)",
    "rf.nrows()",
    "rf.bounding_shape()",
    "rf.values",
    "rf.flat_values",
    "r3.values",
    "rf.row_splits",
    "r3.merge_dims(0,1)",
    "r3.merge_dims(1,2)",
    "rf.value_rowids()",
    "rf.row_starts()",
    "rf.row_limits()",
    "rf.with_flat_values(rf.flat_values)",
    "rf.nested_row_splits",
    "rf.nested_row_lengths()",
    "rf.bounding_shape(axis=0)",
    "rf[0]",
    "rf[0,1]",
    "rf[:,:1]",
    "rf[1:]",
    "rf[:,tf.newaxis]",
    "r3[0]",
    "rf[-1]",
    "rf[...,:1]",
    "ru[...,0]",
    "r3[0,0]",
    "ri+1",
    "2*rf",
    "rf==rf",
    "-rf",
    "~rb",
    "rf**2",
    "ri%2",
    "rb & rb",
    "rf>1",
    "ri/2",
    "ri//2",
    "abs(rf)",
    "rf+rf",
    "rf+d",
    "d+rf",
    "rf+s",
    "rf-rf",
    "rf!=rf",
    "s+rf",
    "ru+dv",
    "tf.add(rf,1)",
    "tf.add(ri,1)",
    "tf.maximum(rf,0)",
    "tf.divide(ri,2)",
    "tf.truediv(ri,2)",
    "tf.equal(rf,rf)",
    "tf.math.floordiv(ri,2)",
    "tf.pow(rf,2)",
    "tf.logical_and(rb,rb)",
    "tf.math.divide_no_nan(rf,rf)",
    "tf.nn.relu(rf)",
    "tf.math.log(rf)",
    "tf.nn.leaky_relu(rf)",
    "tf.map_fn(tf.reduce_sum,rf,fn_output_signature=tf.float32)",
    "tf.map_fn(lambda x: x*2,rf)",
    "tf.map_fn(lambda x: x*2,rf,fn_output_signature=tf.RaggedTensorSpec([None],tf.float32))",
    "tf.math.bincount(ri)",
    "tf.unique(ri.flat_values)",
    "tf.identity(rf)",
    "tf.stop_gradient(rf)",
    "tf.nn.dropout(rf,0.5)",
    "tf.math.unsorted_segment_sum(rf,rf.with_values([0,1,0]),3)",
    "tf.cumsum(rf,axis=1)",
    "tf.nn.sigmoid_cross_entropy_with_logits(rf,rf)",
    "tf.math.squared_difference(rf,rf)",
    'tf.debugging.check_numerics(rf,"x")',
    "tf.nest.flatten(rf)",
    "tf.sequence_mask(rf.row_lengths())",
    "tf.stack([rf,rf],axis=0)",
    "tf.stack([rf,rf],axis=1)",
    "tf.concat([rf,rf],axis=0)",
    "tf.concat([rf,rf],axis=-1)",
    "tf.concat([r3,r3],axis=1)",
    "tf.strings.reduce_join(tf.strings.as_string(ri),axis=-1)",
    "tf.sign(rf)",
    "tf.math.is_nan(rf)",
    "tf.logical_not(rb)",
    "tf.ones_like(rf)",
    "tf.bitcast(rf,tf.int32)",
    "tf.complex(rf,rf)",
    "tf.sparse.to_dense(sp)",
    "tf.sparse.to_dense(sp,default_value=1.)",
    "tf.sparse.sparse_dense_matmul(sp,m)",
    "tf.sparse.sparse_dense_matmul(m,sp)",
    "tf.sparse.sparse_dense_matmul(sp,m,adjoint_a=True)",
    "tf.sparse.add(sp,sp)",
    "tf.sparse.add(sp,m)",
    "tf.sparse.reorder(sp)",
    "tf.sparse.reduce_sum(sp)",
    "tf.sparse.reduce_sum(sp,axis=1)",
    "tf.sparse.reduce_max(sp,axis=1)",
    "tf.sparse.reduce_sum(sp,axis=1,output_is_sparse=True)",
    "tf.sparse.concat(0,[sp,sp])",
    "tf.sparse.concat(axis=1,sp_inputs=[sp,sp])",
    "tf.sparse.slice(sp,[0,0],[1,2])",
    "tf.sparse.reshape(sp,[4])",
    "tf.sparse.reshape(sp,[-1])",
    "tf.sparse.transpose(sp)",
    "tf.sparse.softmax(sp)",
    "tf.sparse.from_dense(m)",
    "tf.sparse.retain(sp,[True,False])",
    "tf.sparse.reset_shape(sp)",
    "tf.sparse.fill_empty_rows(sp,0.)",
    "tf.sparse.expand_dims(sp,-1)",
    "tf.sparse.maximum(sp,sp)",
    "tf.sparse.minimum(sp,sp)",
    "tf.sparse.eye(3)",
    "tf.sparse.to_indicator(si,4)",
    "tf.sparse.segment_sum(m,[0,1],[0,0])",
    "tf.sparse.segment_mean(m,[0,1],[0,0])",
    "tf.sparse.map_values(tf.add,sp,1.)",
    "tf.sparse.map_values(lambda v: v*2,sp)",
    "tf.sparse.cross([si,si])",
    "tf.sparse.bincount(si)",
    "sp*2.",
    "sp/2.",
    "sp*m",
    "sp/m",
    "m*sp",
    "sp.values",
    "sp.indices",
    "sp.dense_shape",
    "tf.math.sqrt(sp)",
    "tf.square(sp)",
    "tf.abs(sp)",
    "tf.cast(sp,tf.int32)",
    "tf.negative(sp)",
    "tf.shape(sp)",
    "tf.stop_gradient(sp)",
    "tf.identity(sp)",
    "sp.with_values(sp.values*2)",
    "tf.size(sp)",
    "tf.rank(sp)",
    "tf.SparseTensor(sp.indices,sp.values,sp.dense_shape)",
    "tf.map_fn(lambda x:x,sp)",
    "tf.sparse.SparseTensor([[0,0]],[1.],[2,2])",
]
RAISES = [
    "tf.argmax(rf,axis=1)",
    "tf.math.count_nonzero(rf)",
    "tf.norm(rf)",
    "tf.boolean_mask(rf,rf>1)",
    "tf.unstack(rf,2)",
    "tf.matmul(r3,r3)",
    "tf.transpose(rf)",
    "tf.convert_to_tensor(rf)",
    "tf.matmul(rf,tf.ones([2,3]))",
    "tf.tensordot(rf,dv,1)",
    "tf.one_hot(gi,4,axis=0)",
    "tf.ensure_shape(rf,[None,None])",
    "tf.RaggedTensor.from_sparse(sp)",
    "rf.with_values(iv[0]*rf.values)",
    "rf[:,0]",
    "r3[:,0]",
    "ri+1.",
    "rf@rf",
    "rf+ri",
    "rf*ru",
    "tf.add(ri,1.)",
    "tf.add(rf,ri)",
    "tf.sqrt(ri)",
    "tf.random.shuffle(rf)",
    "tf.vectorized_map(tf.reduce_sum,rf)",
    "tf.math.segment_sum(rf,[0,1])",
    "tf.repeat(rf,2,axis=0)",
    "tf.pad(rf,[[0,0],[0,1]])",
    "tf.nn.top_k(rf,1)",
    "tf.meshgrid(rf)",
    "tf.image.resize(rf,[2,2])",
    "tf.nn.l2_loss(rf)",
    "tf.exp(ri)",
    "tf.fill([2],rf)",
    "tf.sparse.split(sp=sp,num_split=2,axis=0)",
    "sp+sp",
    "sp+m",
    "sp@m",
    "-sp",
    "sp-sp",
    "sp[0]",
    "sp[0:1,:]",
    "tf.add(sp,sp)",
    "tf.nn.embedding_lookup_sparse(m,si,None)",
    'tf.nn.embedding_lookup_sparse(m,si,None,combiner="sum")',
    "tf.nn.safe_embedding_lookup_sparse(m,si)",
    "tf.matmul(sp,m)",
    "tf.reduce_sum(sp)",
    "tf.concat([sp,sp],0)",
    "tf.convert_to_tensor(sp)",
    "tf.ones_like(sp)",
    "tf.zeros_like(sp)",
    "tf.exp(sp)",
    "tf.sigmoid(sp)",
    "tf.nn.relu(sp)",
    "tf.multiply(sp,2.)",
    "tf.expand_dims(sp,0)",
    "tf.tile(sp,[1,2])",
    "sp>0",
    "tf.gather(sp,[0])",
    "tf.argmax(sp)",
]
# TensorFlow takes these ragged and sparse tensors, and the engine says that it cannot tell what comes of it.
NOT_KNOWN = {
    "tf.reduce_logsumexp(rf,axis=1)",
    "tf.squeeze(r3[:1],0)",
    "tf.reshape(rf,[-1])",
    "tf.gather_nd(rf,[[0,0]])",
    "tf.strings.unsorted_segment_join(sd,iv,3)",
    "tf.ragged.cross_hashed([rs,rs])",
    "tf.ragged.stack_dynamic_partitions(dv,iv-1,2)",
    "tf.ragged.row_splits_to_segment_ids([0,1,3])",
    "tf.ragged.segment_ids_to_row_splits([0,1,1])",
    "tf.math.bincount(ri)",
    "tf.math.unsorted_segment_sum(rf,rf.with_values([0,1,0]),3)",
    "tf.bitcast(rf,tf.int32)",
    "tf.sparse.eye(3)",
    "tf.sparse.to_indicator(si,4)",
    "tf.sparse.segment_sum(m,[0,1],[0,0])",
    "tf.sparse.segment_mean(m,[0,1],[0,0])",
    "tf.sparse.cross([si,si])",
    "tf.sparse.bincount(si)",
}


def names_in(text: str) -> list[str]:
    return [name for name in NAMES if re.search(rf"(?<![\w.]){name}(?![\w(])", text)]


def definition(index: int, text: str) -> str:
    return f"def f{index}({', '.join(names_in(text))}):\n    result = {text}\n    reveal(result)\n    return result\n"


@cache
def interpreted() -> tuple[Trace, dict[str, int]]:
    """Run all of them in one program; also return the line of each one's `reveal`."""
    program = "import tensorflow as tf\n" + "".join(f"{name} = {text}\n" for name, text in NAMES.items())
    lines: dict[str, int] = {}
    for index, text in enumerate((*WORKS, *RAISES)):
        program += definition(index, text)
        lines[text] = program.count("\n") - 1
        program += f"f{index}({', '.join(names_in(text))})\n"
    return interpret(Program((module("composites.py", program),))), lines


def revealed(text: str) -> AbstractValue:
    trace, lines = interpreted()
    return join_all(item for span, item in trace.reveals if span.line == lines[text])


def effects(text: str) -> list[Any]:
    trace, lines = interpreted()
    found = [e for trial in trace.trials for e in trial.effects.values() if trial.code.node.lineno + 2 == lines[text]]
    return [e for e in found if e.kind not in (EffectKind.CHANGES_TYPE, EffectKind.LEAVES_XLA)]


@cache
def concrete() -> dict[str, Any]:
    import tensorflow as tf

    return {name: eval(text, {"tf": tf}) for name, text in NAMES.items()}


def real(text: str) -> Any:
    import tensorflow as tf

    source = "import tensorflow as tf\n" + definition(0, text).replace("    reveal(result)\n", "")
    file = f"<{text}>"
    linecache.cache[file] = (len(source), None, source.splitlines(keepends=True), file)
    scope: dict[str, Any] = {"tf": tf}
    exec(compile(source, file, "exec"), scope)
    return scope["f0"]


def outcomes(text: str) -> tuple[Any, Any, Any]:
    """Return what TensorFlow gives eagerly, by a graph and while tracing; an exception where it raises one."""
    import tensorflow as tf

    given = [concrete()[name] for name in names_in(text)]
    found: list[Any] = []
    with untraced():
        try:
            found.append(real(text)(*given))
        except Exception as error:
            found.append(error)
        try:
            traced = tf.function(real(text)).get_concrete_function(*given)
            return found[0], traced(*given), traced.structured_outputs
        except Exception as error:
            return found[0], error, error


def covers(ours: AbstractValue, theirs: Any) -> bool:
    host = RecordingHost()
    found = abstracted(host, theirs)
    if found.has(Tuple, Container):
        parts = host.items(found) or ()
        return any(isinstance(a, Tuple | Container) for a in ours.atoms) and bool(parts)
    return any(value(atom).covers(found) for atom in ours.atoms) or ours.covers(found)


@pytest.mark.parametrize("text", WORKS)
def test_results_are_those_of_tensorflow_and_nothing_is_unknown(text: str) -> None:
    eager, graph, symbolic = outcomes(text)
    ours, found = revealed(text), effects(text)
    assert not any(isinstance(each, Exception) for each in (eager, graph, symbolic))
    assert not any(e.answer is Answer.NO for e in found), found
    assert all(covers(ours, each) for each in (eager, graph, symbolic)), f"{eager!r}, {symbolic!r}: {ours}"
    assert bool(found) == (text in NOT_KNOWN), found


@pytest.mark.parametrize("text", RAISES)
def test_what_raises_in_a_graph_alone_is_never_proved(text: str) -> None:
    eager, graph, _ = outcomes(text)
    assert isinstance(eager, Exception)
    assert effects(text) or isinstance(graph, Exception)
