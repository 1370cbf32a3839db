# observed: same
# function: f
import tensorflow as tf

def f(x):
    with tf.GradientTape(persistent=True) as tape:
        tape.watch(x)
        y = x ** 2
        z = y * x
    a = tape.gradient(y, x)
    b = tape.gradient(z, x)
    del tape
    return a + b
RESULT = [f(tf.ones([2])), f(tf.zeros([2]))]
