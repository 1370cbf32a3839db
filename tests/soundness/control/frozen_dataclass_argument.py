# observed: same
# function: f
import tensorflow as tf
import dataclasses


@dataclasses.dataclass(frozen=True)
class Options:
    scale: float = 1.0


def f(x, options):
    return x * options.scale


RESULT = (f(tf.ones([2]), Options(2.0)), f(tf.ones([2]), Options(3.0)))
