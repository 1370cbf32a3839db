# observed: same
# function: f
import tensorflow as tf

def f(x):
    return tf.while_loop(lambda y: tf.shape(y)[0] < 6, lambda y: (tf.concat([y, x], 0),), [x], shape_invariants=[tf.TensorShape([None])])[0]
RESULT = [f(tf.ones([2])), f(tf.ones([2]))]
