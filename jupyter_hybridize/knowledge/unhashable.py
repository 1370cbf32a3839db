"""Library classes whose objects a trace cannot take, or takes for something else.

A trace remembers an object by its hash and a weak reference. A mapping it makes anew, by its class called with a list
of pairs, and what has ``__array__`` it makes a tensor.
"""

from __future__ import annotations

from typing import Final

_PROTOCOL_BUFFERS = (
    "compat.v1.AttrValue compat.v1.ConfigProto compat.v1.Event compat.v1.GPUOptions compat.v1.GraphDef "
    "compat.v1.GraphOptions compat.v1.HistogramProto compat.v1.LogMessage compat.v1.MetaGraphDef "
    "compat.v1.NameAttrList compat.v1.NodeDef compat.v1.OptimizerOptions compat.v1.RunMetadata compat.v1.RunOptions "
    "compat.v1.SessionLog compat.v1.Summary compat.v1.SummaryMetadata compat.v1.TensorInfo "
    "compat.v1.profiler.AdviceProto compat.v1.profiler.GraphNodeProto compat.v1.profiler.MultiGraphNodeProto "
    "compat.v1.profiler.OpLogProto compat.v1.summary.SummaryDescription compat.v1.summary.TaggedRunMetadata "
    "compat.v1.train.SaverDef quantization.experimental.QuantizationComponentSpec "
    "quantization.experimental.QuantizationMethod quantization.experimental.QuantizationOptions "
    "quantization.experimental.UnitWiseQuantizationSpec saved_model.experimental.Fingerprint train.BytesList "
    "train.ClusterDef train.Example train.Feature train.FeatureList train.FeatureLists train.Features train.FloatList "
    "train.Int64List train.JobDef train.Message train.SequenceExample train.ServerDef"
)
_TENSORFLOW = (
    "data.Options data.ThreadingOptions data.experimental.AutotuneOptions data.experimental.DistributeOptions "
    "data.experimental.OptimizationOptions data.experimental.ServiceOptions train.ClusterSpec compat.v1.Dimension "
    "compat.v1.distributions.ReparameterizationType"
)
_KERAS = (
    "DTypePolicy FloatDTypePolicy distribution.LayoutMap dtype_policies.AWQDTypePolicy dtype_policies.DTypePolicyMap "
    "dtype_policies.GPTQDTypePolicy dtype_policies.Int4DTypePolicy dtype_policies.QuantizedDTypePolicy "
    "dtype_policies.QuantizedFloat8DTypePolicy optimizers.OptimizerMap"
)
_OTHERS = (
    "PIL.Image.Image argparse.Namespace array.array builtins.bytearray builtins.set "
    "collections.UserList collections.abc.MutableSet collections.abc.Set collections.deque os._Environ "
    "matplotlib.RcParams types.SimpleNamespace"
)

MAPPINGS: Final = frozenset({
    "builtins.dict", "collections.Counter", "collections.OrderedDict", "collections.UserDict",
    "collections.abc.Mapping", "collections.abc.MutableMapping", "collections.defaultdict",
})  # fmt: skip

UNHASHABLE: Final = frozenset({
    *(f"tensorflow.{name}" for name in f"{_PROTOCOL_BUFFERS} {_TENSORFLOW}".split()),
    *(f"keras.{name}" for name in _KERAS.split()),
    *_OTHERS.split(),
})  # fmt: skip

# The first are taken for descriptions of arguments, the last for a sequence to be made anew.
MISTAKEN: Final = frozenset({
    *(f"tensorflow.{name}" for name in (
        "TensorSpec", "RaggedTensorSpec", "SparseTensorSpec", "TensorArraySpec", "OptionalSpec", "IndexedSlicesSpec",
        "TypeSpec", "data.DatasetSpec", "data.IteratorSpec",
    )),
    "builtins.memoryview",
})  # fmt: skip

AS_TENSORS: Final = frozenset({"pandas.DataFrame", "pandas.Index", "pandas.MultiIndex", "pandas.Series"})
