# observed: raises
# function: f
import tensorflow as tf

def f(x):
    count = 0
    for i in range(3):
        if x[i] > 1.0:
            continue
        count += 1
    return [x, x * 2.0, x * 3.0, x * 4.0][count]


RESULT = (f(tf.constant([1.0, 2.0, 0.5])), f(tf.zeros([3])))
