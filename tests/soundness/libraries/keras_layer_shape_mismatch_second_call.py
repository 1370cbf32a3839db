# observed: same
# function: f
import tensorflow as tf
from tensorflow import keras

d = keras.layers.Dense(3)
def f(x):
    return d(x)
RESULT = [f(tf.ones([2, 3]))]
try:
    RESULT.append(f(tf.ones([2, 5])))
except ValueError as e:
    RESULT.append('bad')
