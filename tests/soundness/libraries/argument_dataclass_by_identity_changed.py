# observed: differs
# function: f
import dataclasses
import tensorflow as tf
@dataclasses.dataclass(eq=False)
class Options:
    scale: float
def f(x, options): return x * options.scale
options = Options(2.0)
RESULT = [f(tf.constant([1.0]), options)]
options.scale = 3.0
RESULT += [f(tf.constant([1.0]), options)]
