# observed: same
# function: train_step
import tensorflow as tf

table = tf.Variable(tf.ones([7, 7]) * 0.1)
rule = tf.keras.optimizers.SGD(0.1)


def train_step(rows):
    loss = 0
    with tf.GradientTape() as tape:
        state = tf.one_hot(rows[:, 0], 7)
        for t in range(1, rows.shape[1]):
            state = tf.tanh(tf.matmul(state, table)) + tf.nn.softmax(state)
            loss += tf.reduce_mean(tf.keras.losses.sparse_categorical_crossentropy(rows[:, t], state))
    each = loss / int(rows.shape[1])
    rule.apply_gradients([(tape.gradient(loss, table), table)])
    return each


words = tf.random.stateless_uniform([12, 5], [1, 2], 0, 7, tf.int32)
lengths = tf.data.Dataset.from_generator(lambda: iter([5, 4, 3]), output_signature=tf.TensorSpec([], tf.int32))
RESULT = [train_step(words[:4, :n]) for n in lengths]
