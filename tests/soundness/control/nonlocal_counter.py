# observed: differs
# function: f
import tensorflow as tf

def make():
    count = 0

    def f(x):
        nonlocal count
        count += 1
        return x * float(count)

    return f


f = make()
RESULT = (f(tf.ones([2])), f(tf.ones([2])))
