# observed: same
# function: f
import tensorflow as tf
from tensorflow import keras

model = keras.Sequential([keras.Input((2,)), keras.layers.Dense(1, kernel_regularizer=keras.regularizers.l2(0.1))])
def f(x):
    y = model(x)
    return tf.reduce_mean(y) + tf.add_n(model.losses)
RESULT = [f(tf.ones([2, 2])), f(tf.zeros([3, 2]))]
