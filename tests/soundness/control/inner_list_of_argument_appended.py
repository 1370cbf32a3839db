# observed: raises
# function: f
import tensorflow as tf

def f(x, groups):
    groups["a"].append(x)
    return x * 2.0


groups = {"a": [tf.ones([2])]}
RESULT = (f(tf.ones([2]), groups), len(groups["a"]))
