# observed: differs
# function: f
import tensorflow as tf
import dataclasses


@dataclasses.dataclass(frozen=True)
class Box:
    n: int = 0


box = Box()


def f(x):
    object.__setattr__(box, "n", box.n + 1)
    return x * 2.0


f(tf.ones([2]))
f(tf.ones([2]))
RESULT = box.n
