# observed: same
# function: f
import tensorflow as tf
from tensorflow import keras

v = tf.Variable([1., 2.])
opt = keras.optimizers.SGD(0.1)
def f(x):
    with tf.GradientTape() as tape:
        loss = tf.reduce_sum(v * x)
    opt.apply_gradients([(tape.gradient(loss, v), v)])
    return loss
RESULT = [f(tf.ones([2])), f(tf.ones([2])), v]
