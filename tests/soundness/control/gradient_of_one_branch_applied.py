# observed: differs
# function: f
import tensorflow as tf
import keras

opt = keras.optimizers.SGD(0.1, momentum=0.9)
w = tf.Variable(2.0)
v = tf.Variable(3.0)


def f(x):
    with tf.GradientTape() as t:
        if x > 0:
            y = w * x
        else:
            y = v * x
    gs = t.gradient(y, [w, v])
    opt.apply_gradients(zip(gs, [w, v]))
    return y


RESULT = [f(tf.constant(2.0)), f(tf.constant(-2.0)), f(tf.constant(2.0)), w, v]
