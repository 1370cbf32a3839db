"""pandas: tables and columns, which are one class here."""

from __future__ import annotations

from typing import Final

from jupyter_hybridize.domain.answer import Answer
from jupyter_hybridize.domain.effect import EffectKind
from jupyter_hybridize.domain.value import TOP, AbstractValue, array, tuple_of
from jupyter_hybridize.knowledge.host import Call
from jupyter_hybridize.knowledge.libraries.imaging import writing
from jupyter_hybridize.knowledge.numpy.data import leave
from jupyter_hybridize.knowledge.numpy.elementwise import pure
from jupyter_hybridize.knowledge.overlay import Overlay, Transfer
from jupyter_hybridize.knowledge.python.arguments import INT, unknown_call
from jupyter_hybridize.knowledge.stdlib.registration import (
    an,
    changes_itself,
    register,
    register_methods,
    register_properties,
)

OVERLAY = Overlay()
FRAME: Final = "pandas.DataFrame"
_FRAME = an(FRAME)
_NEW: Final = (
    "abs add all any append asfreq asof assign astype between bfill clip combine_first convert_dtypes "
    "corr count cov cummax cummin cumprod cumsum describe diff div divide dot drop_duplicates droplevel duplicated eq "
    "explode ewm expanding ffill first floordiv ge get_group gt head interpolate isin isna isnull join last le "
    "lt melt memory_usage merge mod mode mul multiply ne nlargest notna notnull nsmallest nunique pct_change pivot "
    "pivot_table pow prod quantile query rank reindex resample rolling round sample select_dtypes shift sort_index "
    "squeeze stack sub subtract swaplevel tail take to_frame to_period to_timestamp transpose truediv truncate "
    "tz_convert tz_localize unique unstack value_counts var where xs groupby copy mean median min max sum std"
)
_IN_PLACE: Final = "dropna fillna drop rename replace reset_index set_index sort_values mask set_axis eval"
_OPERATORS: Final = (
    "__add__ __radd__ __sub__ __rsub__ __mul__ __rmul__ __truediv__ __rtruediv__ __floordiv__ __mod__ __pow__ __neg__ "
    "__invert__ __and__ __or__ __xor__ __eq__ __ne__ __lt__ __le__ __gt__ __ge__ __abs__ __getitem__"
)


def in_place() -> Transfer:
    """Return the transfer function of a method that changes its table if ``inplace`` says so."""

    def transfer(call: Call) -> AbstractValue:
        if "inplace" in call.arguments.keywords or not call.arguments.is_exact:
            return changes_itself(call).join(call.host.new_object(FRAME))
        return pure(_FRAME)(call)

    return transfer


def set_column(call: Call) -> AbstractValue:
    """``table["name"] = item``: the table keeps the values, which a traced tensor does not have.

    A column is replaced; any other item may stand in the array that the table was made of, unless pandas 3 copied it.
    """
    leave(call, *call.arguments.every())
    if not isinstance(call.argument(0).constant(), str):
        call.host.effect(EffectKind.MUTATES_OBJECT, call.text, answer=Answer.UNKNOWN, reason="array")
    return changes_itself(call)


OVERLAY.cls(FRAME, "pandas.Series", "pandas.Index", "pandas.Timestamp", "pandas.Timedelta", "pandas.MultiIndex")
_READ: Final = "read_csv read_excel read_json read_parquet read_pickle read_table read_sql read_html read_hdf"
register(OVERLAY, writing(_FRAME), _READ, prefix="pandas.")
_MADE: Final = (
    "DataFrame Series concat merge get_dummies cut qcut crosstab pivot_table to_datetime to_numeric date_range melt "
    "isna isnull notna notnull DataFrame.from_dict DataFrame.from_records Index Categorical factorize unique "
    "MultiIndex.from_tuples to_timedelta timedelta_range api.types.CategoricalDtype json_normalize"
)
register(OVERLAY, pure(_FRAME), _MADE, prefix="pandas.")
register(OVERLAY, pure(an("pandas.Timestamp")), "pandas.Timestamp pandas.Timedelta")
register(OVERLAY, writing(TOP), "pandas.set_option pandas.option_context pandas.reset_option pandas.ExcelWriter")
register(OVERLAY, writing(TOP), "pandas.plotting.scatter_matrix pandas.plotting.register_matplotlib_converters")
for _cls in (FRAME, "pandas.Series", "pandas.Index"):
    register_methods(OVERLAY, _cls, pure(_FRAME), f"{_NEW} {_OPERATORS}")
    register_methods(OVERLAY, _cls, pure(TOP), "item get idxmax idxmin iat at __iter__ iterrows itertuples items keys")
    register_methods(OVERLAY, _cls, in_place(), _IN_PLACE)
    register_methods(OVERLAY, _cls, pure(array()), "to_numpy __array__")
    register_methods(OVERLAY, _cls, pure(lambda call: call.host.new_list(None, TOP)), "tolist to_list")
    register_methods(OVERLAY, _cls, pure(TOP), "to_dict to_records to_string to_html to_markdown")
    register_methods(OVERLAY, _cls, pure(INT), "__len__")
    register_methods(OVERLAY, _cls, changes_itself, "update insert __delitem__")
    register_methods(OVERLAY, _cls, set_column, "__setitem__")
    register_methods(OVERLAY, _cls, writing(TOP), "to_csv to_excel to_json to_pickle to_parquet to_sql info plot hist")
    register_methods(OVERLAY, _cls, writing(TOP), "boxplot to_clipboard")
    register_methods(
        OVERLAY, _cls, lambda call: unknown_call(call, "callback"), "apply applymap map agg aggregate pipe"
    )
    register_methods(OVERLAY, _cls, lambda call: unknown_call(call, "callback"), "transform filter")
    register_properties(OVERLAY, _cls, array(), "values")
    register_properties(OVERLAY, _cls, _FRAME, "columns index T dtypes")
    register_properties(OVERLAY, _cls, tuple_of(rest=INT), "shape")
    register_properties(OVERLAY, _cls, INT, "size ndim")


def _popped(call: Call) -> AbstractValue:
    changes_itself(call)
    return call.host.new_object(FRAME)


for _cls in (FRAME, "pandas.Series"):
    register_methods(OVERLAY, _cls, _popped, "pop")
