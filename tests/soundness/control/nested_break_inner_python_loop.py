# observed: raises
# function: f
import tensorflow as tf

def f(x):
    total = tf.constant(0.0)
    for i in tf.range(3):
        for j in range(4):
            if j > i:
                break
            total += float(j)
    return total + x


RESULT = (f(tf.constant(1.0)), f(tf.constant(2.0)))
