# observed: same
# function: f
import tensorflow as tf
import numpy as np
from tensorflow import keras

m = keras.Sequential([keras.Input((2,)), keras.layers.Dense(1)])
opt = keras.optimizers.Adam(0.1)
opt.build(m.trainable_variables)
ds = tf.data.Dataset.from_tensor_slices(np.ones((4, 2), 'float32')).batch(2)
def f(k):
    total = 0.
    for x in ds:
        with tf.GradientTape() as t:
            l = tf.reduce_sum(m(x)) * k
        opt.apply_gradients(zip(t.gradient(l, m.trainable_variables), m.trainable_variables))
        total += l
    return total
RESULT = [f(tf.constant(1.)), f(tf.constant(2.))]
