"""What a graph loop can carry from one round to the next."""

import tensorflow as tf


def turns_an_int_into_a_float(xs):
    total = 0
    for x in xs:  # HYB213
        total += x
    return total


def grows_a_tensor(xs):
    kept = tf.zeros([1])
    for x in xs:  # HYB213
        kept = tf.concat([kept, [x]], axis=0)
    return kept


def appends_to_a_list(xs):
    parts = []
    for x in xs:
        parts.append(x * 2.0)  # HYB213
    return tf.stack(parts)


def carries_a_float(xs):
    total = 0.0
    for x in xs:
        total += x
    return total


def carries_an_int(xs):
    count = 0
    for _ in xs:
        count += 1
    return tf.constant(1) * count


def appends_in_a_python_loop(xs):
    parts = []
    for i in range(2):
        parts.append(xs[i] * 2.0)
    return tf.stack(parts)


def grows_in_a_python_loop(xs):
    kept = tf.zeros([1])
    for x in tf.unstack(xs):
        kept = tf.concat([kept, [x]], axis=0)
    return kept


def writes_to_a_tensor_array(xs):
    parts = tf.TensorArray(tf.float32, size=2)
    for i in tf.range(2):
        parts = parts.write(i, xs[i] * 2.0)
    return parts.stack()


one, two = tf.constant([1.0, 2.0]), tf.constant([3.0, 4.0])
RESULT = [
    [turns_an_int_into_a_float(one), turns_an_int_into_a_float(two)],
    [grows_a_tensor(one), grows_a_tensor(two)],
    [appends_to_a_list(one), appends_to_a_list(two)],
    [carries_a_float(one), carries_a_float(two)],
    [carries_an_int(one), carries_an_int(two)],
    [appends_in_a_python_loop(one), appends_in_a_python_loop(two)],
    [grows_in_a_python_loop(one), grows_in_a_python_loop(two)],
    [writes_to_a_tensor_array(one), writes_to_a_tensor_array(two)],
]
