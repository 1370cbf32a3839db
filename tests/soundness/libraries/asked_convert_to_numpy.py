# observed: raises
# function: f
import tensorflow as tf
from tensorflow import keras

def f(x):
    return x * keras.ops.convert_to_numpy(x)
RESULT = [f(tf.ones([2])), f(tf.ones([2]))]
