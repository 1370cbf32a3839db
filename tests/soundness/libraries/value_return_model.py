# observed: raises
# function: f
import tensorflow as tf
from tensorflow import keras

model = keras.layers.Dense(2)
def f(x):
    model(x)
    return model
RESULT = f(tf.ones([1, 2])).units
