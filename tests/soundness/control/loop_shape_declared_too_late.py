# observed: raises
# function: f
import tensorflow as tf
import numpy as np
def f(x, n):
    out = x[None]
    for i in tf.range(n):
        out = out * 2
        tf.autograph.experimental.set_loop_options(shape_invariants=[(out, tf.TensorShape([None, 2]))])
    return out / np.float32(out.shape[0] or 7)
RESULT = [f(tf.ones(2), tf.constant(3)), f(tf.ones(2), tf.constant(1))]
