# observed: same
# function: f
import tensorflow as tf

def f(x):
    items = [1.0, 2.0]
    index = 0
    while True:
        try:
            x = x * items[index]
        except IndexError:
            break
        index += 1
    return x


RESULT = (f(tf.ones([2])), f(tf.zeros([2])))
