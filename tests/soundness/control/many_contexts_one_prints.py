# observed: output-differs
# function: f
import tensorflow as tf

def f(x, k):
    if k == 11:
        print("eleven")
    return x * float(k)


RESULT = [f(tf.ones([2]), k) for k in (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12)] + [f(tf.ones([2]), 11)]
