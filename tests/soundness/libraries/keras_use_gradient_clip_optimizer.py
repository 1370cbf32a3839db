# observed: same
# function: f
import tensorflow as tf
from tensorflow import keras

v = tf.Variable([1., 2.])
opt = keras.optimizers.SGD(0.1, clipnorm=1.)
def f(x):
    with tf.GradientTape() as t:
        l = tf.reduce_sum(v * x)
    opt.apply_gradients(zip(t.gradient(l, [v]), [v]))
    return v * 1.
RESULT = [f(tf.ones([2])), f(tf.ones([2]) * 5.)]
