# observed: raises
# function: f
import tensorflow as tf
def f(x):
    result = tf.TensorArray(tf.float32, size=2, element_shape=[3])
    y = x
    if x[1] > 100.0:
        result = result.write(0, x[:2])
        y = x * 2.0
    return y
RESULT = [f(tf.constant([1.0, 2.0, 3.0])), f(tf.constant([1.0, -2.0, 3.0]))]
