# observed: differs
# function: f
import tensorflow as tf
import dataclasses


@dataclasses.dataclass(frozen=True)
class Options:
    scale: object


def f(x, options):
    return x * 2.0 if isinstance(options.scale, int) else x


one, two = Options(2), Options(2.0)
RESULT = (f(tf.ones([2]), one), f(tf.ones([2]), two))
