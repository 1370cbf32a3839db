# observed: raises
# function: f
import tensorflow as tf
d = tf.keras.layers.Dense(2, kernel_initializer="ones"); d.build((None, 2))
def f(p, x):
    p["w"].assign_add(x)
    return tf.reduce_sum(p["w"])
RESULT = [f({"w": d.kernel}, tf.ones([2, 2]))]
