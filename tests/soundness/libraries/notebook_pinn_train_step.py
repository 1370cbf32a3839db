# observed: same
# function: train_step
import tensorflow as tf
import numpy as np

model = tf.keras.Sequential([tf.keras.Input((2,)), tf.keras.layers.Dense(8, activation='tanh'), tf.keras.layers.Dense(1)])
opt = tf.keras.optimizers.Adam(1e-3)
nu = 0.01 / np.pi
def train_step(x, t, x0, t0, u0):
    with tf.GradientTape() as outer:
        with tf.GradientTape(persistent=True) as tape:
            tape.watch(x)
            tape.watch(t)
            u = model(tf.concat([x, t], axis=1))
            u_x = tape.gradient(u, x)
        u_t = tape.gradient(u, t)
        u_xx = tape.gradient(u_x, x)
        f = u_t + u * u_x - nu * u_xx
        pred = model(tf.concat([x0, t0], axis=1))
        loss = tf.reduce_mean(tf.square(f)) + tf.reduce_mean(tf.square(pred - u0))
    grads = outer.gradient(loss, model.trainable_variables)
    opt.apply_gradients(zip(grads, model.trainable_variables))
    return loss
x = tf.reshape(tf.linspace(-1., 1., 6), [-1, 1])
RESULT = [train_step(x, tf.zeros_like(x), x, x * 0., tf.sin(x)) for _ in range(2)]
