# observed: same
# function: f
import tensorflow as tf
def f(n):
    ta = tf.TensorArray(tf.float32, 3)
    ta = ta.unstack(tf.ones([3]))
    s = 0.0
    for i in tf.range(3):
        s += ta.read(i)
    return s
RESULT = [f(tf.constant(1)), f(tf.constant(2))]
