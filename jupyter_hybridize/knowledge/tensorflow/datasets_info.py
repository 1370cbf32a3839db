"""What TensorFlow Datasets tells of a data set: how many examples a split has, which classes a label."""

from __future__ import annotations

from typing import Final

from jupyter_hybridize.domain.value import AbstractValue
from jupyter_hybridize.knowledge.host import Call
from jupyter_hybridize.knowledge.overlay import Overlay
from jupyter_hybridize.knowledge.python.arguments import INT, STR
from jupyter_hybridize.knowledge.stdlib.registration import an, harmless, pure, register_properties

OVERLAY: Final = Overlay()
INFO: Final = "tensorflow_datasets.core.DatasetInfo"
_SPLITS: Final = "tensorflow_datasets.core.SplitDict"
_SPLIT: Final = "tensorflow_datasets.core.SplitInfo"
_FEATURES: Final = "tensorflow_datasets.features.FeaturesDict"
_FEATURE: Final = "tensorflow_datasets.features.FeatureConnector"  # of a label, where its classes are asked for
OVERLAY.cls(INFO, _SPLITS, _SPLIT, _FEATURES, _FEATURE)

register_properties(OVERLAY, INFO, an(_SPLITS), "splits")
register_properties(OVERLAY, INFO, an(_FEATURES), "features")
register_properties(OVERLAY, INFO, STR, "name full_name description citation homepage")
register_properties(OVERLAY, _SPLITS, INT, "total_num_examples")
register_properties(OVERLAY, _SPLIT, INT, "num_examples num_bytes num_shards")
register_properties(OVERLAY, _FEATURE, INT, "num_classes")
OVERLAY.method(_SPLITS, "__getitem__")(harmless(an(_SPLIT)))
OVERLAY.method(_FEATURES, "__getitem__")(harmless(an(_FEATURE)))
OVERLAY.method(_FEATURE, "int2str")(pure(STR))
OVERLAY.method(_FEATURE, "str2int")(pure(INT))


@OVERLAY.property(_FEATURE, "names")
def names(call: Call) -> AbstractValue:
    """Return the names of the classes, as a new list."""
    return call.host.new_list(None, STR)
