# observed: same
# function: f
import tensorflow as tf


def f(x):
    result = tf.TensorArray(tf.float32, size=x.shape[0])
    some = tf.TensorArray(tf.float32, size=0, dynamic_size=True)
    for i in tf.range(x.shape[0]):
        if x[i] > 0.0:
            result = result.write(i, x[i] ** 2)
            some = some.write(some.size(), x[i])
        else:
            result = result.write(i, x[i])
    return result.stack(), some.stack()


RESULT = [f(tf.constant([1.0, -2.0, 3.0]) * k) for k in (1.0, -1.0, 2.0)]
