# observed: raises
# function: f
import tensorflow as tf
def up(t): return t + 1
def down(t): return t - 1
def f(x):
    if x[0] > 0:
        g = up
    else:
        g = down
    return g(x)
RESULT = f(tf.ones([2]))
