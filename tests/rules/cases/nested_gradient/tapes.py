"""Losses that are chosen inside the tape, after it, under another name, and before the next tape."""

import tensorflow as tf

weight = tf.Variable(3.0)
x = tf.constant(2.0)


def halved_after_the_tape(x):
    with tf.GradientTape() as tape:
        loss = weight * x
    if loss > 100.0:
        loss = loss / 2.0
    return tape.gradient(loss, weight)  # HYB308


def halved_within_the_tape(x):
    with tf.GradientTape() as tape:
        loss = weight * x
        if loss > 100.0:
            loss = loss / 2.0
    return tape.gradient(loss, weight)


def chosen_by_a_function(x):
    with tf.GradientTape() as tape:
        loss = weight * x
    loss = tf.cond(loss > 100.0, lambda: loss / 2.0, lambda: loss)
    return tape.gradient(loss, weight)  # HYB308


def bounded(loss):
    if loss > 100.0:
        return loss / 2.0
    return loss


def chosen_by_a_callee(x):
    with tf.GradientTape() as tape:
        loss = weight * x
    loss = bounded(loss)
    return tape.gradient(loss, weight)  # HYB308  # HYB308? of bounded


def among_several(x):
    with tf.GradientTape() as tape:
        loss, other = weight * x, weight + x
    if other > 100.0:
        other = other / 2.0
    return tape.gradient([loss, other], weight)  # HYB308


def chosen_before_the_tape(x):
    if x > 1.0:
        x = x / 2.0
    with tf.GradientTape() as tape:
        loss = weight * x
    return tape.gradient(loss, weight)


def scaled_for_the_next_round(x):
    scale = tf.constant(1.0)
    total = tf.constant(0.0)
    for _ in range(3):
        with tf.GradientTape() as tape:
            loss = weight * x * scale
        total += tape.gradient(loss, weight)
        if loss > 4.0:
            scale = scale / 2.0
    return total


def bound_anew_after_the_choice(x):
    with tf.GradientTape() as tape:
        loss = weight * x
    kept = loss
    if loss > 100.0:
        loss = loss / 2.0
    loss = kept
    return tape.gradient(loss, weight)


def flagged(x, is_halved):
    with tf.GradientTape() as tape:
        loss = weight * x
    if is_halved:
        loss = loss / 2.0
    return [tape.gradient(loss, weight), loss]


@tf.custom_gradient
def cube(x):  # HYB308? of cube
    def gradient(upstream):
        return upstream * 30.0 * x**2

    return x**3, gradient


def gradient_of_cube(x):  # oracle: skip, it is the gradient of a graph above
    with tf.GradientTape() as tape:
        tape.watch(x)
        result = cube(x)
    return tape.gradient(result, x)


RESULT = [halved_after_the_tape(x), halved_within_the_tape(x), chosen_by_a_function(x), chosen_by_a_callee(x)]
RESULT += [among_several(x), chosen_before_the_tape(x), scaled_for_the_next_round(x), bound_anew_after_the_choice(x)]
RESULT += [flagged(x, False), bounded(x), cube(x), gradient_of_cube(x)]
