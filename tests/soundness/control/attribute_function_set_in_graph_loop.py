# observed: raises
# function: f
import tensorflow as tf
class S: pass
def f(x):
    s = S()
    s.act = tf.sin
    s.y = x
    for i in tf.range(2):
        s.act = tf.sin
        s.y = s.act(s.y)
    return s.y
RESULT = f(tf.constant([1.0, 2.0]))
