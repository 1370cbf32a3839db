# observed: same
# function: f
import tensorflow as tf
from tensorflow import keras

def f(x):
    return x + keras.random.normal([2], seed=5)
RESULT = [f(tf.zeros([2])), f(tf.zeros([2]))]
