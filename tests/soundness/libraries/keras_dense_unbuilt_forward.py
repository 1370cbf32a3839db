# observed: same
# function: f
import tensorflow as tf
from tensorflow import keras

model = keras.Sequential([keras.layers.Dense(3, activation='relu'), keras.layers.Dense(1)])
def f(x):
    return model(x)
RESULT = [f(tf.ones([2, 2])), f(tf.zeros([3, 2]))]
