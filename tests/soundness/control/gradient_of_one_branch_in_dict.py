# observed: differs
# function: f
import tensorflow as tf

params = {"w": tf.Variable(2.0), "b": tf.Variable(1.0)}


def f(x):
    with tf.GradientTape() as tape:
        if x > 0:
            y = params["w"] * x
        else:
            y = params["b"] * x
    return tape.gradient(y, [params["w"], params["b"]])


RESULT = [f(tf.constant(2.0)), f(tf.constant(-2.0))]
