# observed: raises
# function: f
import tensorflow as tf

def f(x):
    return tf.while_loop(lambda y: tf.shape(y)[0] < 6, lambda y: (tf.concat([y, x], 0),), [x])[0]
RESULT = [f(tf.ones([2])), f(tf.ones([2]))]
