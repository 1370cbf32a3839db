# observed: raises
# function: f
import tensorflow as tf

def f(n):
    ta = tf.TensorArray(tf.float32, 0, dynamic_size=True)
    for i in tf.range(n):
        ta = ta.write(i, tf.cast(i, tf.float32))
    y = ta.stack()
    return y / y.shape[0]
RESULT = [f(tf.constant(2)), f(tf.constant(3))]
