# A loop over a few objects that differ goes through them one after the other.
import tensorflow as tf


class Linear:
    def __init__(self, rows, columns, activation):
        self.weights = tf.Variable(tf.ones([rows, columns]))
        self.activation = activation

    def __call__(self, x):
        return self.activation(tf.matmul(x, self.weights))


class Chain:
    def __init__(self, layers):
        self.layers = layers

    def __call__(self, x):
        for layer in self.layers:
            x = layer(x)
        return x


chain = Chain([Linear(4, 8, tf.nn.relu), Linear(8, 3, tf.nn.softmax)])
reveal(chain(tf.ones([5, 4])))  # f32[5,3]


def until_small(x):
    for step in (tf.nn.relu, lambda t: t[:, 0], tf.square):
        if len(x.shape) == 1:
            break
        x = step(x)
    else:
        x = tf.cast(x, tf.int32)
    return x


functions = [lambda t: t + 1.0, lambda t: t[0], lambda t: tf.cast(t, tf.int32)]
y = tf.ones([2, 3])
for function in functions:
    y = function(y)
reveal(y)  # i32[3]

for function in functions:
    if len(y.shape) == 1:
        continue
    y = function(y)
reveal(y)  # i32[3]

growing = [Linear(2, 2, tf.nn.relu), Linear(2, 2, tf.nn.tanh)]
count = 0
for layer in growing:
    count += 1
    if len(growing) < 5:
        growing.append(Linear(2, 4, tf.nn.relu))
reveal(count)  # int

for layer in [Linear(2, 2, tf.nn.relu), None]:
    last = layer
reveal(last)  # Linear | None
