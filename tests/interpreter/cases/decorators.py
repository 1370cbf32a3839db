import functools

import tensorflow as tf


def logged(function):
    @functools.wraps(function)
    def inner(*args, **kwargs):
        return function(*args, **kwargs)

    return inner


@logged
def one():
    return 1


reveal(one())  # 1


def scaled(by):
    def decorate(function):
        def inner(x):
            return function(x) * by

        return inner

    return decorate


@scaled(3)
def same(x):
    return x


reveal(same(2))  # 6


@scaled(by=2)
@logged
def stacked(x):
    return x + 1


reveal(stacked(4))  # 10


@functools.lru_cache(maxsize=None)
def cached(n):
    return n * 2


reveal(cached(3))  # 6


@functools.lru_cache
def cached_too(n):
    return n * 2


reveal(cached_too(3))  # 6

add = lambda a, b: a + b
add_one = functools.partial(add, 1)
reveal(add_one(2))  # 3
reveal(functools.partial(add, b="b")("a"))  # 'ab'


class Registry:
    def __init__(self):
        self.known = {}

    def __call__(self, function):
        self.known[function.__name__] = function
        return function


register = Registry()


@register
def registered():
    return "kept"


reveal(registered())  # 'kept'


@tf.function
def traced(x):
    return x + 1.0


reveal(traced(tf.ones([2])))  # f32[2]
reveal(traced(1.0))  # f32


@unknown_decorator
def lost():
    return 1


reveal(lost())  # ?


class Timer:
    def __init__(self, function):
        self.function = function

    def __call__(self, *args):
        return self.function(*args)


@Timer
def timed(x):
    return x


reveal(timed(5))  # 5
