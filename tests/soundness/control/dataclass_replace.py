# observed: same
# function: f
import tensorflow as tf
import dataclasses


@dataclasses.dataclass(frozen=True)
class Options:
    scale: float = 1.0
    shift: float = 0.0


base = Options(2.0)


def f(x):
    options = dataclasses.replace(base, shift=3.0)
    return x * options.scale + options.shift


RESULT = (f(tf.ones([2])), f(tf.zeros([2])))
