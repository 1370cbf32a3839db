# observed: same
# function: f
import tensorflow as tf
from tensorflow import keras

a = keras.Sequential([keras.Input((2,)), keras.layers.Dense(1)])
b = keras.Sequential([keras.Input((2,)), keras.layers.Dense(1)])
def f(tau):
    for w, v in zip(a.trainable_variables, b.trainable_variables):
        v.assign(tau * w + (1 - tau) * v)
f(tf.constant(0.5))
f(tf.constant(0.1))
RESULT = [v.numpy() for v in b.trainable_variables]
