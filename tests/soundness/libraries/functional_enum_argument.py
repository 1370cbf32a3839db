# observed: same
# function: f
import tensorflow as tf

import enum
class Mode(enum.Enum):
    A = 1
    B = 2
def f(x, m):
    return x * 2. if m is Mode.A else x
RESULT = [f(tf.ones([2]), Mode.A), f(tf.ones([2]), Mode.B)]
