# observed: same
# function: f
import tensorflow as tf
from tensorflow import keras

v, w = tf.Variable([1., 2.]), tf.Variable(0.)
opt = keras.optimizers.SGD(0.1)
def f(x):
    with tf.GradientTape() as t:
        l = tf.reduce_sum(v * x)
    gv = [(g, u) for g, u in zip(t.gradient(l, [v, w]), [v, w]) if g is not None]
    opt.apply_gradients(gv)
    return v * 1.
RESULT = [f(tf.ones([2])), f(tf.ones([2]) * 5.)]
