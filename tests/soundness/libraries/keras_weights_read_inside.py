# observed: same
# function: f
import tensorflow as tf
from tensorflow import keras

model = keras.Sequential([keras.Input((2,)), keras.layers.Dense(1)])
def f(x):
    w = model.trainable_weights[0]
    return x @ w
RESULT = [f(tf.ones([2, 2])), f(tf.zeros([3, 2]))]
