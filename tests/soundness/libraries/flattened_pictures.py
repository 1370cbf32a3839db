# observed: same
# function: gram
import tensorflow as tf

picture = tf.Variable(tf.ones([1, 6, 7, 3]))


def gram(x):
    flat = tf.keras.backend.batch_flatten(tf.transpose(tf.squeeze(x), (2, 0, 1)))
    return tf.linalg.matmul(flat, tf.transpose(flat)) / flat.shape[-1]


RESULT = [gram(picture * 2.0) for _ in range(2)]
