# observed: raises
# function: f
import tensorflow as tf
from tensorflow import keras

def act(x):
    if tf.reduce_sum(x) > 0:
        return x
    return 0.1 * x
layer = keras.layers.Dense(2, activation=act)
def f(x):
    return layer(x)
RESULT = [f(tf.ones([2, 2])), f(-tf.ones([2, 2]))]
