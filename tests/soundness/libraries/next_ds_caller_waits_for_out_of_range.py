# observed: same
# function: step
import tensorflow as tf

it = iter(tf.data.Dataset.range(3))


def step():
    return it.get_next() * 2


out = []
while True:
    try:
        out.append(step())
    except tf.errors.OutOfRangeError:
        break
RESULT = out
