# observed: output-differs
# function: f
import tensorflow as tf
v = tf.Variable(2.0)
def f(x):
    loss = 0
    with tf.GradientTape() as tape:
        for t in range(1, x.shape[0]):
            loss += tf.reduce_sum(x * v)
    each = loss / 2
    try:
        v.assign_sub(tape.gradient(loss, v) * 0.1)
    except TypeError:
        pass
    return each
rows = tf.data.Dataset.from_generator(lambda: iter([[1.0, 2.0], [3.0]]), output_signature=tf.TensorSpec([None]))
for row in rows:
    print(f(row))
