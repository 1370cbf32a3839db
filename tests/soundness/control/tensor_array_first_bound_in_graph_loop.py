# observed: raises
# function: f
import tensorflow as tf
def f(x):
    for i in tf.range(2):
        q = tf.TensorArray(tf.float32, 2)
        q = q.write(0, x).write(1, x)
    return q.stack()
RESULT = f(tf.constant([1.0, 2.0, 3.0]))
