# observed: raises
# function: f
import tensorflow as tf
import dataclasses


@dataclasses.dataclass
class Pair:
    a: object
    b: object


def f(x):
    return Pair(x, x * 2.0)


RESULT = f(tf.ones([2])).b
