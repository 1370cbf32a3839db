# observed: same
# function: f
import tensorflow as tf

it = iter(tf.data.Dataset.range(2))
def f(x):
    return x * next(it)
RESULT = []
while True:
    try:
        RESULT.append(f(tf.constant(2, tf.int64)))
    except (StopIteration, tf.errors.OutOfRangeError):
        break
