# observed: same
# function: f
import tensorflow as tf

def f(x):
    return x * tf.make_ndarray(tf.make_tensor_proto(2.))
RESULT = [f(tf.ones([2])), f(tf.ones([2]))]
