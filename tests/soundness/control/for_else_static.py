# observed: same
# function: f
import tensorflow as tf

def f(x, names):
    for name in names:
        if name == "relu":
            x = tf.nn.relu(x)
            break
    else:
        x = tf.nn.tanh(x)
    return x


RESULT = (f(tf.ones([2]), ("a", "relu")), f(tf.ones([2]), ("a", "b")))
