# observed: same
# function: python_and_tensor_value
import tensorflow as tf

def python_and_tensor_value(x):
    y = True and tf.reduce_sum(x) > 1.0
    return y

RESULT = (python_and_tensor_value(tf.constant([3.0, 2.0])), python_and_tensor_value(tf.constant([0.25, 0.25])))
