# observed: raises
# function: f
import tensorflow as tf
from tensorflow import keras

model = keras.Sequential([keras.Input((2,)), keras.layers.Dense(1)])
def f(x):
    m = keras.models.clone_model(model)
    return m(x) * 0.
RESULT = [f(tf.ones([2, 2])), f(tf.ones([2, 2]))]
