"""What `tf.summary` keeps of the moment it is traced: the default writer, the step, and whether to record."""

import glob
import tempfile

import tensorflow as tf

folder = tempfile.TemporaryDirectory()
writer = tf.summary.create_file_writer(folder.name)


def to_its_writer(x, step):
    with writer.as_default():
        tf.summary.write("its", x, step=step)
    return x * x


def with_the_step_of_its_writer(x, step):
    with writer.as_default(step=step), tf.summary.record_if(step > 0):
        tf.summary.write("stepped", x)
    return x * x


def to_any_writer(x, step):
    tf.summary.write("any", x, step=step)  # HYB311?
    return x * x


def with_the_step_of_the_program(x):
    with writer.as_default():
        tf.summary.write("global", x)  # HYB311?
    return x * x


def as_the_caller_likes(x, step):
    with writer.as_default():
        tf.summary.write("limited", x, step=step)  # HYB311?
    return x * x


one, two = tf.constant([1.0, 2.0]), tf.constant([3.0, 4.0])
zero, first = tf.constant(0, tf.int64), tf.constant(1, tf.int64)
RESULT = [to_its_writer(one, zero), to_its_writer(two, first)]
RESULT += [with_the_step_of_its_writer(one, zero), with_the_step_of_its_writer(two, first)]
RESULT += [to_any_writer(one, zero)]
with writer.as_default():
    RESULT += [to_any_writer(two, first)]
for number in range(2):
    tf.summary.experimental.set_step(number)
    RESULT += [with_the_step_of_the_program(one)]
with tf.summary.record_if(False):
    RESULT += [as_the_caller_likes(one, zero)]
RESULT += [as_the_caller_likes(two, first)]

writer.flush()
RESULT += [
    (value.tag, event.step)
    for record in tf.data.TFRecordDataset(sorted(glob.glob(folder.name + "/*")))
    for event in [tf.compat.v1.Event.FromString(record.numpy())]
    for value in event.summary.value
]
