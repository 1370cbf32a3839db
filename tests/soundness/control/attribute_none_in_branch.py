# observed: raises
# function: f
import tensorflow as tf
class S: pass
def f(x):
    s = S()
    s.best = None
    s.y = x
    if x[0] > 0:
        s.best = None
        s.y = x * 2
    return s.y
RESULT = f(tf.constant([1.0, 2.0]))
