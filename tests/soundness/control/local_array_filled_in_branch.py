# observed: raises
# function: f
import numpy as np
import tensorflow as tf
def f(x):
    kept = np.zeros(3, dtype=np.float32)
    y = x
    if tf.reduce_sum(x) > 100.0:
        kept[0] = 5.0
        y = x + 1.0
    return y + tf.constant(kept)
RESULT = [f(tf.ones([3])), f(tf.ones([3]) * 200.0)]
