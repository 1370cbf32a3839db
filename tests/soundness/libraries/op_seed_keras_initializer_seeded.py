# observed: same
# function: f
import tensorflow as tf
from tensorflow import keras

init = keras.initializers.GlorotUniform(seed=3)
def f(x):
    return x + init([2, 2]) - init([2, 2])
RESULT = [f(tf.zeros([2, 2])), f(tf.zeros([2, 2]))]
