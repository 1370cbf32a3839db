# observed: differs
# function: f
import tensorflow as tf

def f(x, n):
    out = []
    def body(i):
        out.append(i)
        return (i + 1,)
    tf.while_loop(lambda i: i < n, body, [tf.constant(0)])
    return x * float(len(out))
RESULT = [f(tf.ones([2]), tf.constant(2)), f(tf.ones([2]), tf.constant(3))]
