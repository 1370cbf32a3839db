"""Whether a function computes with tensors, and what its unknown calls tell of it."""

from __future__ import annotations

import sys
from collections.abc import Iterable

from jupyter_hybridize.domain.answer import Answer
from jupyter_hybridize.domain.effect import Effect, EffectKind
from jupyter_hybridize.interpreter.trace import UNSEEN, Trial

# libraries in which nothing is a tensor of TensorFlow's
_OTHER_LIBRARIES = frozenset(
    """
    IPython PIL albumentations apache_beam altair bokeh boto3 bs4 cirq comet_ml cv2 dask datasets gensim geopandas
    google gym gymnasium h5py imageio imgaug ipywidgets joblib kaggle librosa lightgbm matplotlib mido mlflow music21
    networkx nltk numba optuna pandas plotly plyfile polars pretty_midi psutil pyarrow pydub pyspark regex remotezip
    requests scipy seaborn sentencepiece shapely skimage sklearn soundfile spacy statsmodels sympy tabulate tfx tqdm
    tfx_utils urllib wandb wordcloud xgboost yaml
    """.split()
) | frozenset(sys.stdlib_module_names)
# parts of TensorFlow's family that describe, configure or serve, and compute nothing
_DESCRIBING = (
    "tensorflow.compat.v1.estimator.", "tensorflow.estimator.", "tensorflow.feature_column.", "tensorflow.lite.",
    "tensorflow_data_validation.", "tensorflow_model_analysis.", "tfx.",
)  # fmt: skip
# methods that a tensor, a layer, a model or a distribution does not have: of strings, containers, files, arrays,
# tables, plots and data sets
_OTHER_METHODS = frozenset(
    """
    add_subplot annotate append as_numpy_iterator astype batch cache capitalize casefold clear copy describe
    discard end endswith exists extend fillna flat_map flatten flush get_group glob groupby head iloc imshow
    insert interleave is_dir is_file is_integer isalpha isdigit items iterdir iterrows join keys legend
    log_metric log_metrics log_parameter log_parameters log_params lower map numpy padded_batch partition plot
    pop prefetch ravel read_text readline readlines remove repeat replace reshape reverse rpartition rsplit
    rstrip savefig set_title set_xlabel set_xticks set_ylabel set_yticks setdefault shuffle sort split
    splitlines startswith strip swapcase take_while text title to_csv to_dict to_json to_list to_numpy tolist
    transpose unbatch upper value_counts write_text zfill
    """.split()
)
_HARMLESS = frozenset({"dynamic", "star import"})  # `locals()` and its kin; what a star brings shows when it is used


def tensor_work(trials: list[Trial], effects: tuple[Effect, ...]) -> Answer:
    """Return whether the function runs operations of TensorFlow's; NO also where nothing unknown in it can."""
    if any(trial.tensor_ops for trial in trials):
        return Answer.YES
    if not trials:
        return Answer.UNKNOWN
    if not any(e.kind in UNSEEN for e in effects):
        return Answer.NO
    return Answer.NO if _is_elsewhere(e for e in effects if e.kind is EffectKind.UNKNOWN_CALL) else Answer.UNKNOWN


def _is_elsewhere(calls: Iterable[Effect]) -> bool:
    """Return whether something is called whose work is no tensor work, and nothing whose work might be."""
    answers = {_is_other(call) for call in calls}
    return Answer.YES in answers and Answer.NO not in answers


def _is_other(call: Effect) -> Answer:
    """Return whether what is called certainly computes without tensors (UNKNOWN: it tells nothing)."""
    if call.reason in _HARMLESS or call.target.endswith("…"):
        return Answer.UNKNOWN
    if "." in call.reason:
        is_other = call.reason.startswith(_DESCRIBING) or call.reason.partition(".")[0] in _OTHER_LIBRARIES
        return Answer.YES if is_other else Answer.NO
    owner, _, method = call.target.rpartition(".")
    return Answer.YES if owner and method in _OTHER_METHODS else Answer.NO
