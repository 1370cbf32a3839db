"""Arguments that are traced for each value, and arguments that are not."""

import tensorflow as tf

x = tf.constant([1.0, 2.0])


def gets_a_loop_counter(x, step):  # HYB402
    return x * float(step)


def gets_a_decaying_number(x, rate):  # HYB402
    return x * rate


def gets_a_flag(x, training):
    return x * 2.0 if training else x


def gets_a_mode(x, mode):
    return tf.square(x) if mode == "square" else x + 1.0


def gets_one_number(x, rate):
    return x * rate


def gets_a_tensor_counter(x, step):
    return x * step


def gets_an_index_of_a_tensor(x, batch):
    return x + batch


def gets_the_number_of_an_outer_loop(x, epoch):  # HYB402?
    return x * (epoch + 1.0)


def gets_the_number_of_the_inner_loop(x, batch):  # HYB402
    return x * (batch + 1.0)


RESULT = []
for epoch in range(5):
    for batch in range(50):
        RESULT.append(gets_the_number_of_an_outer_loop(x, epoch))
        RESULT.append(gets_the_number_of_the_inner_loop(x, batch))
rate = 1.0
for step in range(10):
    RESULT.append(gets_a_loop_counter(x, step))
    RESULT.append(gets_a_decaying_number(x, rate))
    rate *= 0.5
    RESULT.append(gets_a_flag(x, step % 2 == 0))
    RESULT.append(gets_a_mode(x, "square"))
    RESULT.append(gets_a_mode(x, "shift"))
    RESULT.append(gets_one_number(x, 0.1))
for step in tf.range(3.0):
    RESULT.append(gets_a_tensor_counter(x, step))
for batch in tf.data.Dataset.from_tensor_slices([1.0, 2.0]):
    RESULT.append(gets_an_index_of_a_tensor(x, batch))
