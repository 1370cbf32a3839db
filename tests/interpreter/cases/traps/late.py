# == caught: a coroutine that rebinds
import asyncio
k = 1.
def f(x): return x * k
async def up():
    global k
    k = 2.
async def main():
    f(tf.ones(3)); f(tf.ones(3))
    await up()
    f(tf.ones(3))
await main()

# == caught: a coroutine awaited later
import asyncio
k = 1.
def f(x): return x * k
async def up():
    global k
    k = 2.
t = up()
f(tf.ones(3)); f(tf.ones(3))
await t
f(tf.ones(3))

# == caught: a coroutine run to its end
import asyncio
k = 1.
def f(x): return x * k
async def up():
    global k
    k = 2.
f(tf.ones(3)); f(tf.ones(3))
asyncio.run(up())
f(tf.ones(3))

# == caught: a context manager that restores
import contextlib
k = 1.
@contextlib.contextmanager
def setting(v):
    global k
    old = k
    k = v
    yield
    k = old
def f(x): return x * k
with setting(2.):
    f(tf.ones(3)); f(tf.ones(3))
f(tf.ones(3))

# == caught: an exit that restores
k = 1.
class S:
    def __enter__(self): pass
    def __exit__(self, *a):
        global k
        k = 1.
def f(x): return x * k
with S():
    k = 2.
    f(tf.ones(3)); f(tf.ones(3))
f(tf.ones(3))

# == caught: an enumerated generator
k = 1.
def gen():
    global k
    for i in range(3):
        k = 2. * i
        yield i
def f(x): return x * k
for i, j in enumerate(gen()):
    f(tf.ones(3)); f(tf.ones(3))

# == caught: a data set made from a generator
k = 1.
def gen():
    global k
    for i in range(3):
        k = 2. * i
        yield i
def f(x): return x * k
ds = tf.data.Dataset.from_generator(gen, output_types=tf.float32)
for i in ds:
    f(tf.ones(3)); f(tf.ones(3))

# == caught: a map evaluated late
k = 1.
def g(i):
    global k
    k = 2. * i
    return i
def f(x): return x * k
for i in map(g, range(3)):
    f(tf.ones(3)); f(tf.ones(3))

# == caught: an iterator of a class
k = 1.
class It:
    def __iter__(self): return self
    def __next__(self):
        global k
        k = k + 1.
        return k
def f(x): return x * k
for i in It():
    f(tf.ones(3)); f(tf.ones(3))

# == caught: Python inside a data set
k = 1.
def g(i):
    global k
    k = k + 1.
    return i
def f(x): return x * k
ds = tf.data.Dataset.range(3).map(lambda i: tf.py_function(g, [i], tf.int64))
for i in ds:
    f(tf.ones(3)); f(tf.ones(3))

# == caught: a sequence read by index
k = 1.
class Seq(tf.keras.utils.Sequence):
    def __len__(self): return 3
    def __getitem__(self, i):
        global k
        k = k + 1.
        return tf.ones([2,3]), tf.ones([2,1])
def f(x): return x * k
s = Seq()
for i in range(3):
    a, b = s[i]
    f(tf.ones(3)); f(tf.ones(3))

# == caught: a signal handler
import signal
k = 1.
def up(*a):
    global k
    k = 2.
signal.signal(signal.SIGINT, up)
def f(x): return x * k
f(tf.ones(3)); f(tf.ones(3))

# == caught: a widget callback
import ipywidgets as w
k = 1.
def up(change):
    global k
    k = 2.
s = w.FloatSlider()
s.observe(up)
def f(x): return x * k
f(tf.ones(3)); f(tf.ones(3))

# == caught: a decorator that rebinds
k = 1.
def deco(fn):
    def inner(*a):
        global k
        k += 1.
        return fn(*a)
    return inner
@deco
def f(x): return x * k
f(tf.ones(3)); f(tf.ones(3))

# == caught: a generator that rebinds
lr = .1
def gen():
    global lr
    for i in range(3):
        lr = i * .1
        yield i
def f(x): return x * lr
for i in gen():
    f(tf.ones([2,3]))

# == caught: a thread that rebinds
import threading
k = 1.
def g():
    global k
    k = 2.
def f(x): return x * k + 1.
f(tf.ones(3))
t = threading.Thread(target=g)
t.start()
f(tf.ones(3))

# == caught: a callback of fit that rebinds
beta = 0.
model = tf.keras.Sequential([tf.keras.layers.Dense(1)])
class CB(tf.keras.callbacks.Callback):
    def on_epoch_end(self, epoch, logs=None):
        global beta
        beta = 1.
model.compile('sgd', 'mse')
def f(x): return x * beta + 1.
f(tf.ones(3))
model.fit(np.ones([4,3]), np.ones([4,1]), callbacks=[CB()])
f(tf.ones(3))

# == safe: a decorator that only wraps
import functools
def deco(fn):
    @functools.wraps(fn)
    def inner(*a, **k):
        return fn(*a, **k)
    return inner
@deco
def f(x): return x * 2.
f(tf.ones(3)); f(tf.ones(3))

# == caught: a decorator that prints inside
import functools
def deco(fn):
    @functools.wraps(fn)
    def inner(*a, **k):
        print(1)
        return fn(*a, **k)
    return inner
def f(x):
    @deco
    def g(y): return y
    return g(x) * 2.
f(tf.ones(3)); f(tf.ones(3))
