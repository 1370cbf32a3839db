"""matplotlib, seaborn and other plotting libraries: they draw, and want values."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from jupyter_hybridize.domain.value import NONE, TOP, AbstractValue, Instance, join_all, tuple_of, value
from jupyter_hybridize.knowledge.host import Call
from jupyter_hybridize.knowledge.numpy.data import leave
from jupyter_hybridize.knowledge.overlay import Overlay, Transfer
from jupyter_hybridize.knowledge.python.arguments import perform_io
from jupyter_hybridize.knowledge.stdlib.registration import (
    Result,
    a_list_of,
    an,
    given,
    harmless,
    register,
    register_methods,
    register_properties,
)

OVERLAY = Overlay()
AXES: Final = "matplotlib.axes.Axes"
FIGURE: Final = "matplotlib.figure.Figure"
AXIS: Final = "matplotlib.axis.Axis"
ARTIST: Final = "matplotlib.artist.Artist"
GRID: Final = "matplotlib.axes.Grid"  # the array of axes that ``plt.subplots(2, 2)`` returns
_PART: Final = "__axes__"  # of a grid
_CLASSES: Final = (AXES, FIGURE, AXIS, ARTIST)
_DRAWS: Final = (
    "acorr angle_spectrum annotate arrow axhline axhspan axline axvline axvspan bar bar_label barbs barh boxplot "
    "broken_barh cohere colorbar contour contourf csd ecdf errorbar eventplot figimage figlegend figtext fill "
    "fill_between fill_betweenx hexbin hist hist2d hlines imshow legend loglog magnitude_spectrum matshow pcolor "
    "pcolormesh phase_spectrum pie plot polar psd quiver quiverkey scatter semilogx semilogy specgram spy stackplot "
    "stairs stem step streamplot suptitle table text title tricontour tricontourf tripcolor triplot violinplot vlines "
    "xcorr xlabel ylabel xlim ylim xticks yticks xscale yscale axis setp plot_date grouped_bar pie_label"
)
_SETS: Final = (
    "autoscale autumn bone box cla clf clim close cool copper delaxes draw draw_if_interactive flag gray grid hot hsv "
    "inferno ioff ion jet locator_params magma margins minorticks_off minorticks_on nipy_spectral pause pink plasma "
    "prism rc rc_context rcdefaults rgrids savefig imsave sca sci set_cmap set_loglevel show spring subplot_tool "
    "subplots_adjust summer switch_backend thetagrids tick_params ticklabel_format tight_layout viridis winter xkcd "
    "install_repl_displayhook uninstall_repl_displayhook waitforbuttonpress connect disconnect"
)
_ASKS: Final = "get_cmap get_fignums get_figlabels getp gci get_current_fig_manager isinteractive fignum_exists findobj"
_METHODS: Final = (
    "add_artist add_collection add_container add_image add_line add_patch add_table autofmt_xdate autoscale_view clear "
    "invert_xaxis invert_yaxis label_outer relim remove "
    "set set_adjustable set_alpha set_anchor set_animated set_aspect "
    "set_autoscale_on set_autoscalex_on set_autoscaley_on set_axis_off set_axis_on set_axisbelow set_axis_labels "
    "set_box_aspect set_canvas set_clip_on set_clip_path "
    "set_color set_constrained_layout set_data set_dpi set_edgecolor "
    "set_facecolor set_fc set_figheight set_figure set_figwidth set_fontsize set_frame_on set_gid set_in_layout "
    "set_inverted set_label set_label_coords set_label_position set_label_text set_layout_engine set_linestyle "
    "set_linewidth set_major_formatter set_major_locator set_minor_formatter set_minor_locator set_navigate "
    "set_offsets set_path_effects set_position set_prop_cycle set_rotation set_size_inches set_text set_tick_params "
    "set_ticklabels set_ticks set_ticks_position set_tight_layout set_title set_transform set_url set_visible "
    "set_xbound set_xdata set_xlabel set_xlim set_xlim3d set_xmargin set_xscale set_xticklabels set_xticks set_ybound "
    "set_ydata set_ylabel set_ylim set_ylim3d set_ymargin set_yscale set_yticklabels set_yticks set_zlabel set_zlim "
    "set_zlim3d set_zorder set_zticks sharex sharey supxlabel supylabel tick_left tick_right tick_top tick_bottom "
    "align_labels align_xlabels align_ylabels update xaxis_date yaxis_date draw_artist view_init plot_surface "
    "plot_wireframe scatter3D plot3D contour3D clabel add_callback refline map map_dataframe"
)
_GETTERS: Final = (
    "get_children get_figure get_figheight get_figwidth get_legend get_legend_handles_labels get_lines get_position "
    "get_size_inches get_ticklabels get_title get_transform "
    "get_visible get_window_extent get_xaxis get_xlabel get_xlim "
    "get_xticklabels get_xticks get_yaxis get_ylabel get_ylim get_yticklabels get_yticks get_zorder get_width_height "
    "get_dpi get_axes get_majorticklabels get_bbox get_height get_width get_x get_y get_facecolor get_color get_alpha"
)


def drawing(result: Result) -> Transfer:
    """Return the transfer function of what draws its arguments' values."""

    def transfer(call: Call) -> AbstractValue:
        leave(call, *call.arguments.every())
        perform_io(call, "plot")
        return given(result, call)

    return transfer


def _axes(call: Call) -> AbstractValue:
    """Return the axes of ``subplots``: one, or a grid of them; either, where the numbers do not tell."""
    figure, one, grid = call.host.new_object(FIGURE), call.host.new_object(AXES), _grid(call)
    counts = [call.argument(0, "nrows"), call.argument(1, "ncols")]
    known = [count.constant() for count in counts if not count.is_bottom]
    is_sure = call.arguments.is_exact and "squeeze" not in call.arguments.keywords
    if is_sure and all(type(count) is int for count in known):
        axes = one if all(count == 1 for count in known) else grid
    else:
        axes = one.join(grid)
    return tuple_of(figure, axes) if call.receiver.is_bottom else axes


def _grid(call: Call) -> AbstractValue:
    """Return a grid, which has one object for all its axes: a loop over them, and one within it, meets that again."""
    axes = call.host.new_object(AXES)
    for atom in axes.each(Instance):
        call.host.store(atom.site, replace(call.host.load(atom.site), multiple=True), call.text, "new")
    return call.host.new_object(GRID, {_PART: axes})


def _axes_of(call: Call) -> AbstractValue:
    """Return what the axes of a grid are; axes themselves stand for what would be there if they were a grid."""
    grids = [atom for atom in call.receiver.each(Instance) if atom.cls == GRID]
    held = (call.host.load(atom.site).attributes.get(_PART, TOP) for atom in grids)
    return join_all(held) if grids else call.receiver


def _part_of_grid(call: Call) -> AbstractValue:
    return _axes_of(call).join(call.receiver)


OVERLAY.cls(AXES, FIGURE, AXIS, GRID, bases=(ARTIST,))
OVERLAY.cls(ARTIST)
for _prefix in ("matplotlib.pyplot.", "matplotlib.pylab."):
    register(OVERLAY, drawing(TOP), _DRAWS.replace("colorbar ", ""), prefix=_prefix)
    register(OVERLAY, drawing(a_list_of(TOP)), "plot", prefix=_prefix)
    register(OVERLAY, drawing(an(ARTIST)), "colorbar imshow legend scatter text title", prefix=_prefix)
    register(OVERLAY, drawing(NONE), _SETS, prefix=_prefix)
    register(OVERLAY, drawing(TOP), _ASKS, prefix=_prefix)
    register(OVERLAY, drawing(an(FIGURE)), "figure gcf", prefix=_prefix)
    register(OVERLAY, drawing(an(AXES)), "gca axes subplot subplot2grid twinx twiny", prefix=_prefix)
    register(OVERLAY, drawing(_axes), "subplots", prefix=_prefix)
    register(OVERLAY, drawing(TOP), "subplot_mosaic imread", prefix=_prefix)
    register(OVERLAY, drawing(NONE), "style.use style.context", prefix=_prefix)
for _cls in _CLASSES:
    register_methods(OVERLAY, _cls, drawing(TOP), f"{_DRAWS} {_METHODS} {_GETTERS}")
    register_methods(OVERLAY, _cls, drawing(NONE), _SETS)
    _ONE = "add_subplot add_axes gca twinx twiny inset_axes secondary_xaxis secondary_yaxis"
    register_methods(OVERLAY, _cls, drawing(an(AXES)), _ONE)
    register_methods(OVERLAY, _cls, drawing(an(ARTIST)), "colorbar imshow legend scatter text get_legend set_title")
    register_methods(OVERLAY, _cls, drawing(an(AXIS)), "get_xaxis get_yaxis")
    register_methods(OVERLAY, _cls, drawing(_axes), "subplots")
    register_methods(OVERLAY, _cls, drawing(an(ARTIST)), "add_gridspec")
    register_properties(OVERLAY, _cls, an(AXIS), "xaxis yaxis zaxis")
    register_properties(OVERLAY, _cls, an(FIGURE), "figure fig")
    register_properties(OVERLAY, _cls, an(ARTIST), "canvas transAxes transData patch title ax")
    register_properties(OVERLAY, _cls, TOP, "spines axes lines patches texts cmap")
for _cls in (GRID, AXES):  # where the numbers do not tell, what is done with the axes does
    register_methods(OVERLAY, _cls, harmless(_part_of_grid), "__getitem__")
    register_methods(OVERLAY, _cls, harmless(lambda call: call.receiver), "ravel flatten reshape")
    register_methods(OVERLAY, _cls, harmless(lambda call: call.host.new_iterator(_part_of_grid(call))), "__iter__")
    register_properties(OVERLAY, _cls, lambda call: call.host.new_iterator(_axes_of(call)), "flat")
register_properties(OVERLAY, GRID, TOP, "shape size ndim T")
register(OVERLAY, drawing(NONE), "matplotlib.rc matplotlib.use matplotlib.rcdefaults matplotlib.style.use")
register(OVERLAY, drawing(TOP), "matplotlib.image.imread matplotlib.image.imsave matplotlib.cm.get_cmap")
_PARTS: Final = (
    "patches.Rectangle patches.Circle patches.Ellipse patches.Polygon patches.Patch patches.FancyArrowPatch "
    "lines.Line2D gridspec.GridSpec colors.ListedColormap colors.Normalize colors.LogNorm dates.DateFormatter "
    "dates.YearLocator dates.MonthLocator dates.WeekdayLocator dates.DayLocator ticker.MaxNLocator "
    "ticker.MultipleLocator ticker.FuncFormatter ticker.PercentFormatter collections.LineCollection figure.Figure "
    "animation.FuncAnimation backends.backend_agg.FigureCanvasAgg"
)
register(OVERLAY, drawing(an(ARTIST)), _PARTS, prefix="matplotlib.")
_SETTINGS: Final = "matplotlib.RcParams"
OVERLAY.cls(_SETTINGS)
for _name in ("matplotlib.pyplot.rcParams", "matplotlib.rcParams"):
    OVERLAY.constants[_name] = value(Instance(_SETTINGS, "matplotlib.rcParams"))
register_methods(OVERLAY, _SETTINGS, drawing(NONE), "__setitem__ __delitem__ update setdefault clear pop")
register_methods(OVERLAY, _SETTINGS, drawing(TOP), "__getitem__ get keys values items copy find_all")

# seaborn, plotly and their kin

_SEABORN_AXES: Final = (
    "heatmap lineplot scatterplot barplot histplot kdeplot distplot boxplot violinplot countplot regplot residplot "
    "stripplot swarmplot pointplot ecdfplot rugplot"
)
_SEABORN_GRIDS: Final = "pairplot jointplot catplot relplot lmplot displot clustermap FacetGrid PairGrid JointGrid"
_SEABORN_SETTINGS: Final = "set set_theme set_style set_context set_palette despine reset_defaults reset_orig"
register(OVERLAY, drawing(an(AXES)), _SEABORN_AXES, prefix="seaborn.")
register(OVERLAY, drawing(an(FIGURE)), _SEABORN_GRIDS, prefix="seaborn.")
register(OVERLAY, drawing(NONE), _SEABORN_SETTINGS, prefix="seaborn.")
register(OVERLAY, drawing(TOP), "color_palette diverging_palette load_dataset axes_style", prefix="seaborn.")
_EXPRESS: Final = "scatter line bar histogram imshow box pie area heatmap scatter_3d line_3d density_contour"
register(OVERLAY, drawing(an(FIGURE)), _EXPRESS, prefix="plotly.express.")
_OBJECTS: Final = "Figure Scatter Bar Heatmap Surface Scatter3d Layout Contour Histogram"
register(OVERLAY, drawing(an(FIGURE)), _OBJECTS, prefix="plotly.graph_objects.")
register(OVERLAY, drawing(an(FIGURE)), "plotly.subplots.make_subplots plotly.offline.iplot plotly.offline.plot")
_FIGURE_METHODS: Final = "add_trace update_layout update_traces update_xaxes update_yaxes write_html write_image"
register_methods(OVERLAY, FIGURE, drawing(an(FIGURE)), _FIGURE_METHODS)
register(OVERLAY, drawing(TOP), "bokeh.plotting.figure bokeh.plotting.show bokeh.io.show bokeh.io.output_notebook")
register(OVERLAY, drawing(TOP), "altair.Chart graphviz.Source daft.PGM arviz.plot_trace arviz.summary arviz.from_dict")
