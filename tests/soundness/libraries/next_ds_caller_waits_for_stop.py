# observed: raises
# function: step
import tensorflow as tf

it = iter(tf.data.Dataset.range(3))


def step():
    return next(it) * 2


out = []
while True:
    try:
        out.append(step())
    except StopIteration:
        break
RESULT = out
