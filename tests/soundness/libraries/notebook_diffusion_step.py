# observed: same
# function: train_step
import tensorflow as tf
import numpy as np

T = 10
beta = np.linspace(1e-4, 0.02, T)
alpha_bar = tf.constant(np.cumprod(1 - beta), dtype=tf.float32)
model = tf.keras.Sequential([tf.keras.Input((5,)), tf.keras.layers.Dense(8, activation='relu'), tf.keras.layers.Dense(4)])
opt = tf.keras.optimizers.Adam()
g = tf.random.Generator.from_seed(1)
def forward_noise(x0, t):
    noise = g.normal(tf.shape(x0))
    a = tf.gather(alpha_bar, t)[:, None]
    return tf.sqrt(a) * x0 + tf.sqrt(1 - a) * noise, noise
def train_step(x0):
    t = g.uniform([tf.shape(x0)[0]], 0, T, dtype=tf.int32)
    xt, noise = forward_noise(x0, t)
    with tf.GradientTape() as tape:
        pred = model(tf.concat([xt, tf.cast(t, tf.float32)[:, None] / T], axis=1))
        loss = tf.reduce_mean(tf.square(noise - pred))
    grads = tape.gradient(loss, model.trainable_variables)
    opt.apply_gradients(zip(grads, model.trainable_variables))
    return loss
RESULT = [train_step(tf.ones([3, 4])) for _ in range(3)]
