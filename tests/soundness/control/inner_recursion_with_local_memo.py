# observed: same
# function: f
import tensorflow as tf

def f(x):
    memo = {}

    def fib(n):
        if n < 2:
            return float(n)
        if n not in memo:
            memo[n] = fib(n - 1) + fib(n - 2)
        return memo[n]

    return x * fib(10)


RESULT = (f(tf.ones([2])), f(tf.zeros([2])))
