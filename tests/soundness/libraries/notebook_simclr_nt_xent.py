# observed: same
# function: nt_xent
import tensorflow as tf
import numpy as np

def nt_xent(z1, z2, temperature=0.1):
    z1 = tf.math.l2_normalize(z1, axis=1)
    z2 = tf.math.l2_normalize(z2, axis=1)
    similarities = tf.matmul(z1, z2, transpose_b=True) / temperature
    batch_size = tf.shape(z1)[0]
    labels = tf.range(batch_size)
    l1 = tf.keras.losses.sparse_categorical_crossentropy(labels, similarities, from_logits=True)
    l2 = tf.keras.losses.sparse_categorical_crossentropy(labels, tf.transpose(similarities), from_logits=True)
    return tf.reduce_mean(l1 + l2) / 2
a = tf.constant(np.random.RandomState(0).rand(4, 3).astype('float32'))
RESULT = [nt_xent(a, a * 2.), nt_xent(a, a[::-1])]
