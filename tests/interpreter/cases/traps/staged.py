# == caught: a helper that counts under a tensor condition
def f(x):
    n = 0
    def inc():
        nonlocal n
        n += 1
    if tf.reduce_sum(x) > 0:
        inc()
    return x * float(n)
for i in range(3):
    f(tf.ones([2,3]))

# == caught: a helper that sets an attribute under a tensor condition
class C: pass
def bump(o):
    o.v = o.v + 1.
def f(x):
    o = C()
    o.v = 0.
    if tf.reduce_sum(x) > 0:
        bump(o)
    return x * o.v
for i in range(3):
    f(tf.ones([2,3]))

# == caught: what follows a suppressed exception
import contextlib
log = []
def f(x):
    with contextlib.suppress(ValueError):
        raise ValueError("a")
    log.append(1)
    return tf.nn.relu(x) * 2.
for i in range(3):
    f(tf.ones([2,3]))

# == caught: what follows an exception that an exit swallows
class Sup:
    def __enter__(self): return self
    def __exit__(self, *a): return True
log = []
def f(x):
    with Sup():
        raise ValueError("a")
    log.append(1)
    return tf.nn.relu(x) * 2.
for i in range(3):
    f(tf.ones([2,3]))

# == caught: an attribute whose dtype changes in a tensor loop
class C: pass
def f(x):
    o = C()
    o.v = 0
    for t in x:
        o.v = o.v + 0.5
    return o.v * x
for _ in range(3): f(tf.ones(3))

# == caught: an attribute whose shape changes in a tensor loop
class C: pass
def f(x):
    o = C()
    o.v = tf.zeros([0])
    for t in x:
        o.v = tf.concat([o.v, [t]], 0)
    return o.v * x
for _ in range(3): f(tf.ones(3))

# == caught: a dict entry whose dtype changes in a tensor loop
def f(x):
    o = {'a': 0}
    for t in x:
        o['a'] = o['a'] + 0.5
    return o['a'] * x
for _ in range(3): f(tf.ones(3))

# == caught: a key that one branch adds
def f(x):
    o = {}
    if tf.reduce_sum(x) > 0:
        o['a'] = x
    return x + len(o)
for _ in range(3): f(tf.ones(3))

# == caught: an object whose attribute becomes a tensor
class C:
    def __init__(self, v): self.v = v
def f(o, x):
    if o.v > 0: 
        return x
    x = x + 1.
    return x
v = 1.
for i in range(5):
    o = C(v)
    f(o, tf.ones([3]))
    v = tf.constant(2.)

# == caught: a closure whose value becomes a tensor
def make(s):
    def f(x):
        if s > 0:
            return x
        x = x + 1.
        return x
    return f
s = 1.
for i in range(5):
    f = make(s)
    f(tf.ones([3]))
    f(tf.ones([3]))
    s = tf.constant(2.)

# == safe: a dict entry that keeps its dtype
def f(x):
    o = {'a': 0.}
    for t in x:
        o['a'] = o['a'] + t
    return o['a'] * x
for _ in range(3): f(tf.ones(3))

# == caught: a list appended to by map
log = []
def f(x):
    y = list(map(log.append, [1, 2]))
    return tf.nn.relu(x)
for _ in range(3): f(tf.ones(3))

# == caught: a list appended to by a generator
log = []
def f(x):
    any(log.append(i) for i in range(3))
    return tf.nn.relu(x)
for _ in range(3): f(tf.ones(3))

# == caught: a list appended to by a key function
log = []
def f(x):
    sorted([1,2], key=lambda v: log.append(v) or v)
    return tf.nn.relu(x)
for _ in range(3): f(tf.ones(3))

# == caught: a helper called through a dict
log = []
def g(x):
    log.append(1)
    return x
table = {'g': g}
def f(x):
    return tf.nn.relu(table['g'](x))
for _ in range(3): f(tf.ones(3))

# == caught: a method called by its name
class C:
    def a(self, x):
        print('x')
        return x
c = C()
def f(x, n='a'):
    return tf.nn.relu(getattr(c, n)(x))
for _ in range(3): f(tf.ones(3))

# == caught: a method called on its class
log = []
class C:
    def a(self, x):
        log.append(1)
        return x
def f(x):
    return tf.nn.relu(C.a(C(), x))
for _ in range(3): f(tf.ones(3))

# == caught: one trace for 1 and True
def f(x, n): return x * n
f(tf.ones(3), 1)
f(tf.ones(3), True)

# == caught: one trace for 1 and 1.0
def f(x, n): return x * n
f(tf.ones(3), 1)
f(tf.ones(3), 1.0)

# == safe: a function with nothing against it
def f(x): return tf.nn.relu(x) + 1.
for _ in range(3): f(tf.ones(3))

# == caught: a decorator that passes an array
def deco(fn):
    def inner(x):
        return fn(x.numpy())
    return inner
@deco
def f(x): return np.sum(x) + tf.reduce_sum(x)
f(tf.ones(3)); f(tf.ones(3))
