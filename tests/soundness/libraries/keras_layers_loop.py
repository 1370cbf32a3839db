# observed: same
# function: f
import tensorflow as tf
from tensorflow import keras

layers_ = [keras.layers.Dense(3) for _ in range(3)]
def f(x):
    for l in layers_:
        x = l(x)
    return x
RESULT = [f(tf.ones([2, 3])), f(tf.zeros([2, 3]))]
