# observed: raises
# function: f
import tensorflow as tf

def f(x):
    options = {"n": 1}
    if tf.reduce_sum(x) > 1.0:
        options["n"] = 3
    return tf.add_n([x for _ in range(options["n"])])


RESULT = (f(tf.ones([2])), f(tf.fill([2], 0.25)))
