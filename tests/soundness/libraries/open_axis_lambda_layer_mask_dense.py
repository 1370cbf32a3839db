# observed: raises
# function: f
import tensorflow as tf
from tensorflow import keras

lam = keras.layers.Lambda(lambda t: tf.boolean_mask(t, t[:, 0] > 0))
d = keras.layers.Dense(2)
def f(x):
    y = lam(x)
    return tf.reduce_mean(d(y)) * y.shape[0]
RESULT = [f(tf.ones([4, 2])), f(tf.ones([3, 2]))]
