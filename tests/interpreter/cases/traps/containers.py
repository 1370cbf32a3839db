# == caught: a dict updated after the call
cfg = {'k': 1.}
def f(x):
    return x * cfg['k']
f(tf.ones(3))
cfg.update(k=2.)
f(tf.ones(3))

# == caught: a dict merged in place
cfg = {'k': 1.}
def f(x):
    return x * cfg['k']
f(tf.ones(3))
cfg |= {'k': 2.}
f(tf.ones(3))

# == caught: a list changed under another name
a = [1.]
b = a
def f(x):
    return x * a[0]
f(tf.ones(3))
b[0] = 2.
f(tf.ones(3))

# == caught: a list sorted in place
a = [1., 3., 2.]
def f(x):
    return x * a[0]
f(tf.ones(3))
a.sort()
f(tf.ones(3))

# == caught: a list shuffled by the library
import random
a = [1., 3., 2.]
def f(x):
    return x * a[0]
f(tf.ones(3))
random.shuffle(a)
f(tf.ones(3))

# == caught: a deque appended to
from collections import deque
a = deque([1., 2.], maxlen=2)
def f(x): return x * a[0]
f(tf.ones(3)); f(tf.ones(3))
a.append(3.)
f(tf.ones(3))

# == caught: a counter counted up
from collections import Counter
a = Counter()
def f(x): return x * float(a['z'])
f(tf.ones(3)); f(tf.ones(3))
a['z'] += 1
f(tf.ones(3))

# == caught: a list inside a tuple
t = ([1.], 2)
def f(x): return x * t[0][0]
f(tf.ones(3)); f(tf.ones(3))
t[0][0] = 3.
f(tf.ones(3))

# == caught: a list a factory returned beside the function
def mk():
    k = [1.]
    def f(x): return x * k[0]
    return f, k
f, k = mk()
f(tf.ones(3)); f(tf.ones(3))
k[0] = 3.
f(tf.ones(3))

# == caught: one of two closures of a factory holds a list that changes
def make(s):
    def f(x):
        return tf.nn.relu(x) * s[0]
    return f
w = [2.]
a = make([1.])
b = make(w)
for _ in range(3):
    a(tf.ones(3)); b(tf.ones(3))
    w[0] += 1.

# == caught: an iterator advanced in the function
import itertools
c = itertools.count()
def f(x): return x * float(next(c))
f(tf.ones(3)); f(tf.ones(3))
