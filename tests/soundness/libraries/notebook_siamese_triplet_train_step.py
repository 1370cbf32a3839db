# observed: same
# function: train_step
import tensorflow as tf
import numpy as np

embedding = tf.keras.Sequential([tf.keras.Input((4,)), tf.keras.layers.Dense(8, activation='relu'), tf.keras.layers.Dense(2), tf.keras.layers.Lambda(lambda x: tf.math.l2_normalize(x, axis=1))])
opt = tf.keras.optimizers.Adam(0.01)
tracker = tf.keras.metrics.Mean(name='loss')
def train_step(anchor, positive, negative):
    with tf.GradientTape() as tape:
        a, p, n = embedding(anchor), embedding(positive), embedding(negative)
        ap = tf.reduce_sum(tf.square(a - p), -1)
        an = tf.reduce_sum(tf.square(a - n), -1)
        loss = tf.reduce_mean(tf.maximum(ap - an + 0.5, 0.0))
    gradients = tape.gradient(loss, embedding.trainable_weights)
    opt.apply_gradients(zip(gradients, embedding.trainable_weights))
    tracker.update_state(loss)
    return {'loss': tracker.result()}
r = np.random.RandomState(0)
RESULT = [train_step(*(tf.constant(r.rand(3, 4).astype('float32')) for _ in range(3))) for _ in range(3)]
