# observed: same
# function: f
import tensorflow as tf
import numpy as np
def f(x):
    ta = tf.TensorArray(tf.float32, 3)
    for i in np.arange(3): ta = ta.write(i, x)
    return ta.stack()
RESULT = [f(tf.constant(1.0))]
