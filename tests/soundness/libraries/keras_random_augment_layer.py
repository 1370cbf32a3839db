# observed: same
# function: f
import tensorflow as tf
from tensorflow import keras

aug = keras.layers.RandomFlip('horizontal', seed=3)
def f(x):
    return aug(x, training=True)
x = tf.reshape(tf.range(24.), [2, 2, 2, 3])
RESULT = [f(x), f(x)]
