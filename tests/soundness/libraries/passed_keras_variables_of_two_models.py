# observed: raises
# function: soft_update
import tensorflow as tf
a = tf.keras.layers.Dense(1, kernel_initializer="ones"); a.build((None, 2))
b = tf.keras.layers.Dense(1, kernel_initializer="zeros"); b.build((None, 2))
def soft_update(target, source, tau):
    for t, s in zip(target, source): t.assign(tau * s + (1 - tau) * t)
soft_update(b.variables, a.variables, 0.5)
soft_update(b.variables, a.variables, 0.5)
RESULT = [b.kernel.numpy()]
