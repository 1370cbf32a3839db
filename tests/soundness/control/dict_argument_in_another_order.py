# observed: differs
# function: f
import tensorflow as tf
def f(d):
    return tf.stack(list(d.values()))
RESULT = [f({'z': tf.ones([2]), 'a': tf.zeros([2])}), f({'a': tf.zeros([2]), 'z': tf.ones([2])})]
