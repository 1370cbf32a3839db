"""Progress bars, notebook output, and experiment trackers."""

from __future__ import annotations

from typing import Final

from jupyter_hybridize.domain.value import TOP, AbstractValue, Instance, join_all, tuple_of
from jupyter_hybridize.knowledge.host import Call
from jupyter_hybridize.knowledge.overlay import Overlay
from jupyter_hybridize.knowledge.python.arguments import INT, perform_io
from jupyter_hybridize.knowledge.python.iteration import range_
from jupyter_hybridize.knowledge.stdlib.registration import (
    an,
    harmless,
    performing,
    register,
    register_methods,
    register_properties,
)

OVERLAY = Overlay()
BAR: Final = "tqdm.tqdm"
_MODULES: Final = ("tqdm", "tqdm.notebook", "tqdm.auto", "tqdm.autonotebook", "tqdm.std", "tqdm.rich")


def _bar(call: Call) -> AbstractValue:
    """Return a progress bar: it iterates what it is given."""
    perform_io(call, "tqdm")
    source = call.argument(0, "iterable")
    element = TOP if source.is_bottom else call.host.iterate(source)
    return call.host.new_object(BAR, {"iterable": source, "element": element})


def _range(call: Call) -> AbstractValue:
    perform_io(call, "tqdm")
    numbers = range_(call)
    return call.host.new_object(BAR, {"iterable": numbers, "element": call.host.iterate(numbers)})


def _element(call: Call) -> AbstractValue:
    found = [call.host.load(each.site).attributes.get("element", TOP) for each in call.receiver.each(Instance)]
    return join_all(found) if found else TOP


def _iterated(call: Call) -> AbstractValue:
    perform_io(call, "tqdm")
    return call.host.new_iterator(_element(call))


def _enumerated(call: Call) -> AbstractValue:
    perform_io(call, "tqdm")
    return call.host.new_iterator(tuple_of(INT, call.host.iterate(call.argument(0))))


for _module in _MODULES:
    OVERLAY.cls(f"{_module}.tqdm")
    register(OVERLAY, _bar, f"{_module}.tqdm {_module}.tqdm_notebook")
    register(OVERLAY, _range, f"{_module}.trange {_module}.tnrange")
    register(OVERLAY, performing("tqdm"), f"{_module}.tqdm.write {_module}.tqdm.pandas")
register(OVERLAY, _enumerated, "tqdm.contrib.tenumerate")
register_methods(OVERLAY, BAR, _iterated, "__iter__")
register_methods(OVERLAY, BAR, performing("tqdm", lambda call: call.receiver), "__enter__")
_BAR_METHODS: Final = "update set_description set_postfix set_postfix_str set_description_str close refresh write reset"
register_methods(OVERLAY, BAR, performing("tqdm"), f"{_BAR_METHODS} clear display unpause __exit__")
register_methods(OVERLAY, BAR, harmless(INT), "__len__")
register_properties(OVERLAY, BAR, INT, "n total")

# what a notebook shows

OVERLAY.cls("IPython.display.DisplayObject", "IPython.InteractiveShell")
_SHOWN: Final = (
    "HTML Image Audio Video Markdown Latex Math SVG JSON Javascript IFrame Code Pretty YouTubeVideo FileLink"
)
register(OVERLAY, performing("display", an("IPython.display.DisplayObject")), _SHOWN, prefix="IPython.display.")
register(
    OVERLAY, performing("display"), "clear_output update_display set_matplotlib_formats", prefix="IPython.display."
)
register(OVERLAY, performing("display", TOP), "IPython.display.display IPython.core.display.display builtins.display")
register(OVERLAY, performing("display", an("IPython.display.DisplayObject")), "IPython.core.display.HTML")
register(OVERLAY, performing("display", an("IPython.InteractiveShell")), "IPython.get_ipython builtins.get_ipython")
_SHELL: Final = "run_cell system system_raw getoutput magic run_line_magic run_cell_magic set_next_input"
register_methods(OVERLAY, "IPython.InteractiveShell", performing("display", TOP), _SHELL)
register(OVERLAY, harmless(an("IPython.display.DisplayObject")), "IPython.display.DisplayObject")
_WIDGETS: Final = "Label Layout HBox VBox Button IntSlider FloatSlider Output Text HTML interact interactive Dropdown"
register(OVERLAY, performing("display", TOP), _WIDGETS, prefix="ipywidgets.")
_COLAB: Final = "drive.mount drive.flush_and_unmount files.upload files.download auth.authenticate_user output.clear"
register(OVERLAY, performing("colab", TOP), f"{_COLAB} output.register_callback userdata.get", prefix="google.colab.")

# experiment trackers

register(OVERLAY, performing("wandb", TOP), "init log watch finish save login define_metric", prefix="wandb.")
register(OVERLAY, performing("wandb", an("IPython.display.DisplayObject")), "Image Histogram Table", prefix="wandb.")
_MLFLOW: Final = "log_metric log_param log_metrics log_params start_run end_run set_experiment autolog log_artifact"
register(OVERLAY, performing("mlflow", TOP), _MLFLOW, prefix="mlflow.")
register(OVERLAY, performing("tensorboard", TOP), "tensorboard.notebook.start tensorboard.notebook.display")
