# observed: raises
# function: f
import tensorflow as tf

def f(r):
    return tf.constant(sum(len(x) for x in r.to_list()))
RESULT = [f(tf.ragged.constant([[1., 2.], [3.]])), f(tf.ragged.constant([[1.], [3., 4., 5.]]))]
