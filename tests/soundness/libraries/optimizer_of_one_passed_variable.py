# observed: same
# function: f
import tensorflow as tf
import keras

opt = keras.optimizers.Adam(0.1)
w = tf.Variable(2.0)
opt.build([w])


def f(var, x):
    with tf.GradientTape() as tape:
        loss = (var * x - 1.0) ** 2
    opt.apply_gradients([(tape.gradient(loss, var), var)])
    return loss


RESULT = [f(w, tf.constant(1.0)), f(w, tf.constant(1.0)), f(w, tf.constant(1.0)), w]
