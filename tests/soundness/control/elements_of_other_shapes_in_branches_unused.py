# observed: raises
# function: f
import tensorflow as tf
def f(x):
    result = tf.TensorArray(tf.float32, size=1)
    y = x
    if x[1] > 0.0:
        result.write(0, x[:2])
        y = x + 1.0
    else:
        result.write(0, x[:1])
    return y
RESULT = [f(tf.constant([1.0, 2.0, 3.0])), f(tf.constant([1.0, -2.0, 3.0]))]
