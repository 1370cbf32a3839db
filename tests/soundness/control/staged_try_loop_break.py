# observed: same
# function: try_loop_break
import tensorflow as tf

def try_loop_break(x):
    for v in tf.range(3):
        try:
            if tf.cast(v, tf.float32) > x[0]:
                break
            x = x + 1.0
        except ValueError:
            pass
    return x

RESULT = (try_loop_break(tf.constant([3.0, 2.0])), try_loop_break(tf.constant([0.25, 0.25])))
