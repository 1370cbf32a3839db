# observed: raises
# function: f
import tensorflow as tf
def f(x):
    result = tf.TensorArray(tf.float32, size=1, element_shape=[3])
    result = result.write(0, x)
    if x[1] > 100.0:
        result = result.write(0, x[:2])
    return result.stack()
RESULT = [f(tf.constant([1.0, 2.0, 3.0])), f(tf.constant([1.0, -2.0, 3.0]))]
