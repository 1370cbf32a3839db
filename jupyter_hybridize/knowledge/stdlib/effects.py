"""Files, processes, logging, the environment: what the standard library does outside the program."""

from __future__ import annotations

from typing import Final

from jupyter_hybridize.domain.answer import Answer
from jupyter_hybridize.domain.value import NONE, TOP, AbstractValue, Instance, tuple_of, value
from jupyter_hybridize.knowledge.host import Call
from jupyter_hybridize.knowledge.overlay import Overlay
from jupyter_hybridize.knowledge.python.arguments import BOOL, BYTES, FLOAT, INT, STR, perform_io
from jupyter_hybridize.knowledge.stdlib.registration import (
    a_list_of,
    an,
    an_iterator_of,
    harmless,
    opens,
    performing,
    pure,
    receiver,
    register,
    register_methods,
    register_properties,
    unseen,
)
from jupyter_hybridize.knowledge.truth import truth

OVERLAY = Overlay()
_TEXT = STR.join(BYTES)
_OPTIONAL_TEXT = STR.join(NONE)

# files

OVERLAY.cls("io.IOBase", "io.BytesIO", "io.StringIO")
for _cls in ("io.IOBase", "io.BytesIO", "io.StringIO"):
    register_methods(OVERLAY, _cls, performing("file"), "close flush seek truncate writelines __exit__")
    register_methods(OVERLAY, _cls, performing("file", INT), "write tell fileno readinto")
    register_methods(OVERLAY, _cls, performing("file", _TEXT), "read readline getvalue __next__ getbuffer")
    register_methods(OVERLAY, _cls, performing("file", a_list_of(_TEXT)), "readlines")
    register_methods(OVERLAY, _cls, performing("file", an_iterator_of(_TEXT)), "__iter__")
    register_methods(OVERLAY, _cls, harmless(BOOL), "readable writable seekable isatty")
    register_methods(OVERLAY, _cls, receiver, "__enter__")
    register_properties(OVERLAY, _cls, STR, "name mode encoding")
register(OVERLAY, performing("file", an("io.BytesIO")), "io.BytesIO io.BufferedReader io.FileIO six.BytesIO")
register(OVERLAY, performing("file", an("io.StringIO")), "io.StringIO io.TextIOWrapper six.StringIO")
register(OVERLAY, performing("file", an("io.IOBase")), "gzip.open bz2.open lzma.open codecs.open os.fdopen")

# os

_QUIET: Final = "chdir chmod makedirs mkdir remove removedirs rename replace rmdir symlink unlink utime kill putenv"
register(OVERLAY, performing("os"), _QUIET, prefix="os.")
register(OVERLAY, performing("os", INT), "os.system os.getpid os.open os.write os.getppid os.cpu_count")
register(OVERLAY, performing("os", STR), "os.getcwd os.popen os.getlogin os.readlink")
register(OVERLAY, performing("os", a_list_of(STR)), "os.listdir glob.glob")
register(OVERLAY, performing("os", an_iterator_of(STR)), "glob.iglob")
register(OVERLAY, performing("os", an_iterator_of(TOP)), "os.scandir")
_WALK = tuple_of(STR, TOP, TOP)
register(OVERLAY, performing("os", an_iterator_of(_WALK)), "os.walk")
register(OVERLAY, performing("os", an("os.stat_result")), "os.stat")
register(OVERLAY, pure(STR), "os.fspath os.fsdecode")
register(OVERLAY, performing("os", STR), "os.path.abspath os.path.realpath os.path.expanduser os.path.expandvars")
register(OVERLAY, pure(_TEXT), "os.path.join os.path.basename os.path.dirname os.path.normpath os.path.relpath")
register(OVERLAY, pure(_TEXT), "os.path.commonpath os.path.commonprefix os.path.normcase")
register(OVERLAY, pure(tuple_of(STR, STR)), "os.path.split os.path.splitext os.path.splitdrive")
register(OVERLAY, pure(BOOL), "os.path.isabs")
register(OVERLAY, performing("os", BOOL), "os.path.exists os.path.isdir os.path.isfile os.path.islink os.path.samefile")
register(OVERLAY, performing("os", INT), "os.path.getsize")
register(OVERLAY, performing("os", FLOAT), "os.path.getmtime os.path.getctime os.path.getatime")
for _name in ("sep", "linesep", "pathsep", "name", "curdir"):
    OVERLAY.constants[f"os.{_name}"] = STR
OVERLAY.constants["os.path.sep"] = STR
OVERLAY.constants["os.environ"] = value(Instance("os._Environ", "os.environ"))
OVERLAY.cls("os._Environ", "os.stat_result")
register_methods(OVERLAY, "os._Environ", performing("environment", STR), "__getitem__ pop setdefault")
register_methods(OVERLAY, "os._Environ", performing("environment", STR.join(TOP)), "get")
register_methods(OVERLAY, "os._Environ", performing("environment"), "__setitem__ __delitem__ update clear")
register_methods(OVERLAY, "os._Environ", performing("environment", BOOL), "__contains__")
register_methods(OVERLAY, "os._Environ", performing("environment", a_list_of(STR)), "keys values")
register_methods(OVERLAY, "os._Environ", performing("environment", a_list_of(tuple_of(STR, STR))), "items")
register(OVERLAY, performing("environment", STR.join(TOP)), "os.getenv")
register_properties(OVERLAY, "os.stat_result", INT, "st_size st_mode st_ino")
register_properties(OVERLAY, "os.stat_result", FLOAT, "st_mtime st_ctime st_atime")

# pathlib

_PATH = an("pathlib.Path")
OVERLAY.cls("pathlib.Path")
register(OVERLAY, pure(_PATH), "pathlib.Path pathlib.PurePath pathlib.PosixPath pathlib.PurePosixPath")
register(OVERLAY, performing("path", _PATH), "pathlib.Path.cwd pathlib.Path.home")
register_methods(OVERLAY, "pathlib.Path", pure(_PATH), "__truediv__ __rtruediv__ joinpath with_suffix with_name")
register_methods(OVERLAY, "pathlib.Path", pure(_PATH), "relative_to with_stem")
register_methods(OVERLAY, "pathlib.Path", harmless(STR), "__str__ __repr__ __fspath__ as_posix as_uri __format__")
register_methods(OVERLAY, "pathlib.Path", harmless(INT), "__hash__")
register_methods(OVERLAY, "pathlib.Path", harmless(BOOL), "__eq__ __ne__ __lt__ __gt__ match is_absolute")
register_methods(OVERLAY, "pathlib.Path", performing("path", BOOL), "exists is_dir is_file is_symlink")
register_methods(OVERLAY, "pathlib.Path", performing("path", _PATH), "absolute resolve expanduser rename replace")
register_methods(OVERLAY, "pathlib.Path", performing("path"), "mkdir rmdir unlink touch chmod symlink_to")
register_methods(OVERLAY, "pathlib.Path", performing("path", INT), "write_text write_bytes")
register_methods(OVERLAY, "pathlib.Path", performing("path", STR), "read_text")
register_methods(OVERLAY, "pathlib.Path", performing("path", BYTES), "read_bytes")
register_methods(OVERLAY, "pathlib.Path", performing("path", an("os.stat_result")), "stat")
register_methods(OVERLAY, "pathlib.Path", performing("path", an("io.IOBase")), "open")
_PATHS = performing("path", lambda call: call.host.new_iterator(call.host.new_object("pathlib.Path")))
register_methods(OVERLAY, "pathlib.Path", _PATHS, "iterdir glob rglob")
register_properties(OVERLAY, "pathlib.Path", STR, "name stem suffix anchor root drive")
register_properties(OVERLAY, "pathlib.Path", _PATH, "parent")
register_properties(OVERLAY, "pathlib.Path", a_list_of(STR), "suffixes parts")

# copies, archives, temporary files, processes, the network

register(OVERLAY, performing("file", STR), "shutil.copy shutil.copyfile shutil.copytree shutil.move shutil.copy2")
register(OVERLAY, performing("file", _OPTIONAL_TEXT), "shutil.make_archive shutil.which")
register(OVERLAY, performing("file"), "shutil.rmtree shutil.unpack_archive shutil.copyfileobj")
register(OVERLAY, performing("file", tuple_of(INT, INT, INT)), "shutil.disk_usage")
register(OVERLAY, performing("file", STR), "tempfile.mkdtemp tempfile.gettempdir tempfile.mktemp")
register(OVERLAY, performing("file", tuple_of(INT, STR)), "tempfile.mkstemp")
register(OVERLAY, performing("file", an("io.IOBase")), "tempfile.NamedTemporaryFile tempfile.TemporaryFile")
register(OVERLAY, performing("file", an("tempfile.TemporaryDirectory")), "tempfile.TemporaryDirectory")
OVERLAY.cls("tempfile.TemporaryDirectory", "zipfile.ZipFile", "tarfile.TarFile")
register_methods(OVERLAY, "tempfile.TemporaryDirectory", harmless(STR), "__enter__")
register_methods(OVERLAY, "tempfile.TemporaryDirectory", performing("file"), "__exit__ cleanup")
register_properties(OVERLAY, "tempfile.TemporaryDirectory", STR, "name")
register(OVERLAY, performing("file", an("zipfile.ZipFile")), "zipfile.ZipFile")
register(OVERLAY, performing("file", an("tarfile.TarFile")), "tarfile.open tarfile.TarFile")
for _cls in ("zipfile.ZipFile", "tarfile.TarFile"):
    opens(OVERLAY, _cls)
    register_methods(OVERLAY, _cls, performing("file"), "extractall extract close write writestr add addfile printdir")
    register_methods(OVERLAY, _cls, performing("file", a_list_of(STR)), "namelist getnames")
    register_methods(OVERLAY, _cls, performing("file", a_list_of(TOP)), "infolist getmembers")
    register_methods(OVERLAY, _cls, performing("file", BYTES), "read")
    register_methods(OVERLAY, _cls, performing("file", an("io.IOBase")), "open extractfile")
OVERLAY.constants.update({f"zipfile.ZIP_{name}": INT for name in ("DEFLATED", "STORED", "BZIP2", "LZMA")})
_RUN = (
    "subprocess.run subprocess.call subprocess.check_call subprocess.check_output subprocess.Popen subprocess.getoutput"
)
register(OVERLAY, performing("process", TOP), _RUN)
_URL = "urllib.request.urlopen urllib.request.Request six.moves.urllib.request.urlopen"
register(OVERLAY, performing("network", an("io.IOBase")), _URL)
register(OVERLAY, performing("network", tuple_of(STR, TOP)), "urllib.request.urlretrieve")
register(OVERLAY, pure(STR), "urllib.parse.quote urllib.parse.unquote urllib.parse.urlencode urllib.parse.urljoin")
_REQUESTS = "requests.get requests.post requests.put requests.head requests.delete requests.request"
register(OVERLAY, performing("network", an("requests.Response")), _REQUESTS)
OVERLAY.cls("requests.Response")
register_properties(OVERLAY, "requests.Response", BYTES, "content")
register_properties(OVERLAY, "requests.Response", STR, "text url reason encoding")
register_properties(OVERLAY, "requests.Response", INT, "status_code")
register_properties(OVERLAY, "requests.Response", BOOL, "ok")
register_methods(OVERLAY, "requests.Response", harmless(TOP), "json")
register_methods(OVERLAY, "requests.Response", performing("network"), "raise_for_status close")
opens(OVERLAY, "requests.Response")

# logging, warnings, printing

_LOG = "debug info warning warn error critical exception log"
OVERLAY.cls("logging.Logger", "logging.Handler", "logging.Formatter")
register(OVERLAY, performing("logging"), f"{_LOG} basicConfig disable captureWarnings shutdown", prefix="logging.")
register(OVERLAY, performing("logging", an("logging.Logger")), "logging.getLogger absl.logging.get_absl_logger")
_HANDLERS = "logging.StreamHandler logging.FileHandler logging.NullHandler"
register(OVERLAY, performing("logging", an("logging.Handler")), _HANDLERS)
register(OVERLAY, harmless(an("logging.Formatter")), "logging.Formatter")
register_methods(
    OVERLAY, "logging.Logger", performing("logging"), f"{_LOG} setLevel addHandler removeHandler addFilter"
)
register_methods(OVERLAY, "logging.Logger", performing("logging", BOOL), "isEnabledFor hasHandlers")
register_methods(OVERLAY, "logging.Logger", performing("logging", INT), "getEffectiveLevel")
register_methods(OVERLAY, "logging.Handler", performing("logging"), "setLevel setFormatter close flush")
register_properties(OVERLAY, "logging.Logger", STR, "name")
register(OVERLAY, performing("logging"), f"{_LOG} set_verbosity vlog log_every_n fatal", prefix="absl.logging.")
for _name in ("DEBUG", "INFO", "WARNING", "WARN", "ERROR", "CRITICAL", "FATAL", "NOTSET"):
    OVERLAY.constants[f"logging.{_name}"] = INT
    OVERLAY.constants[f"absl.logging.{_name}"] = INT
register(OVERLAY, performing("warnings"), "warnings.warn warnings.resetwarnings warnings.showwarning")
OVERLAY.cls("warnings.catch_warnings")


@OVERLAY.function("warnings.filterwarnings", "warnings.simplefilter")
def _filter_warnings(call: Call) -> AbstractValue:
    """A filter that the block around takes back does nothing when the graph runs, and nothing is left to filter."""
    if not call.host.entered("warnings.catch_warnings"):
        perform_io(call, "warnings")
    return NONE


@OVERLAY.function("warnings.catch_warnings")
def _catch_warnings(call: Call) -> AbstractValue:
    if truth(call.argument(0, "record")) is not Answer.NO and not call.argument(0, "record").is_bottom:
        perform_io(call, "warnings")  # a graph warns while it is traced
    return call.host.new_object("warnings.catch_warnings")


register_methods(OVERLAY, "warnings.catch_warnings", harmless(NONE.join(TOP)), "__enter__")
register_methods(OVERLAY, "warnings.catch_warnings", harmless(NONE), "__exit__")
register(OVERLAY, performing("print"), "pprint.pprint pprint.pp traceback.print_exc traceback.print_stack")
register(OVERLAY, performing("print", STR), "traceback.format_exc")
register(OVERLAY, harmless(an("pprint.PrettyPrinter")), "pprint.PrettyPrinter")
OVERLAY.cls("pprint.PrettyPrinter")
register_methods(OVERLAY, "pprint.PrettyPrinter", performing("print"), "pprint")

# sys, gc, threads

OVERLAY.constants.update({
    "sys.maxsize": INT, "sys.platform": STR, "sys.version": STR, "sys.executable": STR, "sys.byteorder": STR,
    "sys.version_info": tuple_of(INT, INT, INT, STR, INT), "sys.stdout": value(Instance("io.IOBase", "sys.stdout")),
    "sys.stderr": value(Instance("io.IOBase", "sys.stderr")), "sys.stdin": value(Instance("io.IOBase", "sys.stdin")),
    "sys.path": value(Instance("sys.path", "sys.path")), "sys.argv": TOP, "sys.modules": TOP, "sys.float_info": TOP,
})  # fmt: skip
OVERLAY.cls("sys.path")
register_methods(OVERLAY, "sys.path", performing("sys"), "append insert extend remove")
register(OVERLAY, performing("exit"), "sys.exit os._exit os.abort")
register(OVERLAY, performing("sys"), "sys.setrecursionlimit sys.settrace")
register(OVERLAY, harmless(INT), "sys.getsizeof sys.getrecursionlimit sys.getrefcount")
register(OVERLAY, performing("sys", tuple_of(TOP, TOP, TOP)), "sys.exc_info")
register(OVERLAY, performing("gc", INT), "gc.collect")
register(OVERLAY, performing("gc"), "gc.enable gc.disable gc.freeze")
_THREADS = "threading.Thread threading.Timer threading.Lock threading.RLock threading.Event threading.local"
_POOLS = "multiprocessing.Pool multiprocessing.Process concurrent.futures.ThreadPoolExecutor concurrent.futures.wait"
register(OVERLAY, unseen("threads"), f"{_THREADS} {_POOLS} concurrent.futures.ProcessPoolExecutor asyncio.run")
register(
    OVERLAY, performing("platform", STR), "platform.system platform.platform platform.node platform.python_version"
)
register(OVERLAY, performing("os", INT), "multiprocessing.cpu_count")
