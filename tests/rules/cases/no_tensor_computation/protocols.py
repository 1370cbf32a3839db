"""Results that Python itself asks for."""

import tensorflow as tf


class Named:
    def __init__(self, name):
        self.name = name
        self.scale = tf.Variable(1.0)

    def __eq__(self, other):  # HYB401
        return type(other) is type(self) and self.name == other.name

    def __hash__(self):  # HYB401
        return hash(self.name)

    @property
    def title(self):  # HYB401
        return self.name.title()

    @property
    def doubled(self):
        return self.scale * 2.0


one = Named("one")
RESULT = [one == Named("one"), hash(one) == hash("one"), one.title, one.doubled, one.doubled]
