# observed: raises
# function: f
import tensorflow as tf

def f(x):
    y=1.
    try:
        if tf.reduce_sum(x)>1.: y=2
        z=x
    finally:
        z=z*tf.cast(y,tf.float32)
    return z

RESULT = (f(tf.constant([3.0, 2.0])), f(tf.constant([0.25, 0.25])))
