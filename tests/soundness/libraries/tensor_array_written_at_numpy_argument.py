# observed: raises
# function: f
import tensorflow as tf
import numpy as np
def f(x, i):
    ta = tf.TensorArray(tf.float32, 3)
    return ta.write(i, x).stack()
RESULT = [f(tf.constant(1.0), np.int64(1))]
