# observed: same
# function: f
import tensorflow as tf

def f(x):
    with tf.GradientTape() as tape:
        tape.watch(x)
        y = x ** 2
    a = tape.gradient(y, x)
    b = tape.gradient(y, x)
    return a + b
try:
    RESULT = [f(tf.ones([2])), f(tf.zeros([2]))]
except RuntimeError as e:
    RESULT = 'once'
