# observed: differs
# function: f
import tensorflow as tf

TABLE = {"a": 1.0}


def f(x):
    table = TABLE
    table |= {"b": 2.0}
    return x * table["a"]


f(tf.ones([2]))
TABLE.pop("b")
f(tf.ones([2]))
RESULT = TABLE
