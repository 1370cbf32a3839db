# observed: same
# function: for_dict_items
import tensorflow as tf

def for_dict_items(x):
    for k, v in {'a': 1.0, 'b': 2.0}.items():
        x = x * v if k == 'b' else x
    return x

RESULT = (for_dict_items(tf.constant([3.0, 2.0])), for_dict_items(tf.constant([0.25, 0.25])))
