# observed: differs
# function: f
import tensorflow as tf
import dataclasses


@dataclasses.dataclass(frozen=True)
class Options:
    name: str
    scale: float = dataclasses.field(default=1.0, compare=False)


one, two = Options("a", 2.0), Options("a", 3.0)


def f(x, options):
    return x * options.scale


RESULT = (f(tf.ones([2]), one), f(tf.ones([2]), two))
