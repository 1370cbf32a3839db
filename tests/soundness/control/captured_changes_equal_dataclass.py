# observed: differs
# function: f
import tensorflow as tf
import dataclasses


@dataclasses.dataclass(frozen=True)
class Options:
    k: float = 1.0


scale = 1.0


def f(x, options):
    return x * scale * options.k


one, two = Options(2.0), Options(2.0)
a = f(tf.ones([2]), one)
scale = 5.0
RESULT = (a, f(tf.ones([2]), two))
