# observed: same
# function: f
import tensorflow as tf
from tensorflow import keras

model = keras.Sequential([keras.Input((2,)), keras.layers.Dense(2), keras.layers.Dense(1)])
def f(x):
    return tf.reduce_mean(model(x)) + 0.01 * tf.add_n([tf.nn.l2_loss(w) for w in model.trainable_weights if 'bias' not in w.name])
RESULT = [f(tf.ones([2, 2])), f(tf.ones([1, 2]))]
