# observed: same
# function: loop_modify_iterable
import tensorflow as tf

def loop_modify_iterable(x):
    ks = [1.0, 2.0]
    for k in ks:
        x = x * k
        if len(ks) < 4:
            ks.append(3.0)
    return x

RESULT = (loop_modify_iterable(tf.constant([3.0, 2.0])), loop_modify_iterable(tf.constant([0.25, 0.25])))
