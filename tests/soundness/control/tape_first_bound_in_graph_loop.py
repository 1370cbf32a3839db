# observed: raises
# function: f
import tensorflow as tf
def f(x):
    for i in tf.range(2):
        with tf.GradientTape() as q:
            q.watch(x)
            y = x * x
    return q.gradient(y, x)
RESULT = f(tf.constant([1.0, 2.0, 3.0]))
