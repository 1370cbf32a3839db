# observed: raises
# function: f
import tensorflow as tf

k1, k3 = tf.ones((2, 2, 1, 1)), tf.ones((2, 2, 3, 1))


def f(img, is_rgb):
    if is_rgb:
        y = tf.nn.conv2d(img, k3, 1, "VALID")
    else:
        y = tf.nn.conv2d(img, k1, 1, "VALID")
    return tf.reduce_sum(y)


RESULT = [f(tf.ones((1, 4, 4, 3)), tf.constant(True)), f(tf.ones((1, 4, 4, 1)), tf.constant(False))]
