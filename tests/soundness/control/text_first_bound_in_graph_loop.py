# observed: raises
# function: f
import tensorflow as tf
def f(x):
    y = x
    for i in tf.range(2):
        y = y * 2
        mode = "a"
    return y * (2.0 if mode == "a" else 3.0)
RESULT = f(tf.constant([1.0, 2.0, 3.0]))
