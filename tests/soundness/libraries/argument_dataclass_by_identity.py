# observed: same
# function: f
import dataclasses
import tensorflow as tf
@dataclasses.dataclass(eq=False)
class Options:
    scale: float
def f(x, options): return x * options.scale
RESULT = [f(tf.constant([1.0]), Options(2.0)), f(tf.constant([1.0]), Options(3.0))]
