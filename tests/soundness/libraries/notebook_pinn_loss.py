# observed: same
# function: loss
import tensorflow as tf

model = tf.keras.Sequential([tf.keras.Input((1,)), tf.keras.layers.Dense(8, activation='tanh'), tf.keras.layers.Dense(1)])
def residual(t):
    with tf.GradientTape() as t2:
        t2.watch(t)
        with tf.GradientTape() as t1:
            t1.watch(t)
            u = model(t)
        du = t1.gradient(u, t)
    d2u = t2.gradient(du, t)
    return d2u + u
def loss(t, t0, u0):
    return tf.reduce_mean(residual(t) ** 2) + tf.reduce_mean((model(t0) - u0) ** 2)
t = tf.reshape(tf.linspace(0., 1., 6), [-1, 1])
RESULT = [loss(t, tf.zeros([1, 1]), tf.ones([1, 1])), loss(t * 2., tf.zeros([1, 1]), tf.ones([1, 1]))]
