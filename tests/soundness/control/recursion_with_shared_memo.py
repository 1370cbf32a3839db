# observed: differs
# function: f
import tensorflow as tf

memo = {0: 0.0, 1: 1.0}
misses = []


def fib(n):
    if n not in memo:
        misses.append(n)
        memo[n] = fib(n - 1) + fib(n - 2)
    return memo[n]


def f(x, n):
    return x * fib(n)


a = f(tf.ones([2]), 6)
memo = {0: 1.0, 1: 1.0}
RESULT = (a, f(tf.ones([2]), 6), len(misses))
