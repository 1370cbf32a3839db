"""Why no ``input_signature`` can be written: a closed list of reasons, each with a sentence."""

from __future__ import annotations

import enum


class Absence(enum.Enum):
    """The reasons; what a signature may say was tried on TensorFlow 2.21."""

    NO_CALL = "no-call"
    EXPECTED_FAILURE = "expected-failure"
    UNSEEN_CALLS = "unseen-calls"
    NO_TENSOR = "no-tensor"
    UNBOUND = "unbound"
    RECEIVER = "receiver"
    VARIADIC = "variadic"
    KEYWORDS = "keywords"
    KEYWORD_ONLY = "keyword-only"
    UNKNOWN_TYPE = "unknown-type"
    SOMETIMES_GIVEN = "sometimes-given"
    PYTHON_VALUE = "python-value"
    MIXED = "mixed-parameters"
    OBJECT = "object"
    VARIABLE = "variable"
    SYMBOLIC = "symbolic"
    DTYPE = "dtype"
    FORM = "form"
    RAGGED_RANK = "ragged-rank"
    ARITY = "arity"
    NESTING = "nesting"
    STRUCTURE = "structure"
    NAMED_TUPLE = "named-tuple"
    STATIC_SHAPE = "static-shape"
    TRACED_CALL = "traced-call"
    OPEN_AXES = "open-axes"
    SEVERAL_PROGRAMS = "several-programs"

    def sentence(self, parameter: str) -> str:
        """Return the reason for people; *parameter* is the one it is about."""
        return _SENTENCES[self].format(f"`{parameter}`" if parameter else "it")


_SENTENCES = {
    Absence.NO_CALL: "No call of it is seen.",
    Absence.EXPECTED_FAILURE: "Every call seen is one that a test expects to fail.",
    Absence.UNSEEN_CALLS: "It is handed to code that may call it with anything, which a signature would reject.",
    Absence.NO_TENSOR: "It takes no tensor.",
    Absence.UNBOUND: "It is called through its class, and a signature would take the receiver for an argument.",
    Absence.RECEIVER: "TensorFlow leaves the receiver out of a signature only if it is named `self`.",
    Absence.VARIADIC: "{} takes any number of arguments, and a signature fixes how many there are.",
    Absence.KEYWORDS: "{} takes arguments of any name, which a function with a signature rejects.",
    Absence.KEYWORD_ONLY: "{} is given by keyword only, which a signature cannot describe.",
    Absence.UNKNOWN_TYPE: "What reaches {} is not known.",
    Absence.SOMETIMES_GIVEN: "{} has a default and is given by some calls only.",
    Absence.PYTHON_VALUE: "{} is a Python value, which a signature cannot describe unless it always is its default.",
    Absence.MIXED: "{} is a tensor in some calls and something else in others.",
    Absence.OBJECT: "{} is no tensor, and a signature describes nothing else.",
    Absence.VARIABLE: "{} is a variable, and with a signature the function would get its value only.",
    Absence.SYMBOLIC: "{} is a symbolic tensor of Keras.",
    Absence.DTYPE: "{} has several dtypes, or one that is not known.",
    Absence.FORM: "{} is a ragged or sparse tensor in some calls and of another kind in others.",
    Absence.RAGGED_RANK: "How many axes of {} are ragged, and how they are split, is not known.",
    Absence.ARITY: "{} does not always hold as many elements, or the same keys in the same order.",
    Absence.NESTING: "{} is a list in some calls and a tuple or a dict in others.",
    Absence.STRUCTURE: "{} is a container that a signature cannot describe.",
    Absence.NAMED_TUPLE: "{} is a named tuple whose class may have another name where the function is defined.",
    Absence.STATIC_SHAPE: "It reads the size of an axis as a Python number, and the axis would be open.",
    Absence.TRACED_CALL: "A graph calls it, which would not know the sizes of what comes back.",
    Absence.OPEN_AXES: "Tracing it with the axes open that differ from call to call was not seen to work.",
    Absence.SEVERAL_PROGRAMS: "The programs that call it would not write the same.",
}
