# observed: same
# function: f
import tensorflow as tf
from tensorflow import keras

lam = keras.layers.Lambda(lambda t: t * 2. + tf.reduce_mean(t))
def f(x):
    return lam(x)
RESULT = [f(tf.ones([2, 3])), f(-tf.ones([2, 3]))]
