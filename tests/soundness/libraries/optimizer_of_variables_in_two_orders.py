# observed: differs
# function: f
import tensorflow as tf
import keras

opt = keras.optimizers.Adam(0.1)
w = tf.Variable(2.0)
v = tf.Variable(3.0)
opt.build([w, v])


def f(variables, x):
    with tf.GradientTape() as tape:
        loss = sum((var * x - 1.0) ** 2 for var in variables)
    opt.apply_gradients(zip(tape.gradient(loss, variables), variables, strict=True))
    return loss


RESULT = [f([w, v], tf.constant(1.0)), f([v, w], tf.constant(2.0)), f([w, v], tf.constant(1.0)), w, v]
