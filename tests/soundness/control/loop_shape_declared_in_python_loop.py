# observed: same
# function: f
import tensorflow as tf
import numpy as np
def f(x):
    out = x[None]
    for i in range(3):
        tf.autograph.experimental.set_loop_options(shape_invariants=[(out, tf.TensorShape([None, 2]))])
        out = tf.concat([out, out[-1:] * 2], axis=0)
    return out / np.float32(out.shape[0])
RESULT = [f(tf.ones(2)), f(tf.ones(2))]
