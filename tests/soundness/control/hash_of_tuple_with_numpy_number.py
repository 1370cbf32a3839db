# observed: raises
# function: f
import tensorflow as tf
import numpy as np
def f(x, p):
    return x * float(hash(p) % 2)
RESULT = f(tf.ones([2]), (1.0, np.float32(2.0)))
