# == caught: a layer of a model frozen
d = tf.keras.layers.Dense(3)
model2 = tf.keras.Sequential([d])
model2(tf.ones([2,3]))
def f(x):
    with tf.GradientTape() as tape:
        l = tf.reduce_mean(model2(x))
    return tape.gradient(l, model2.trainable_variables)
f(tf.ones([2,3])); f(tf.ones([2,3]))
d.trainable = False
f(tf.ones([2,3]))

# == caught: the layers of a model frozen in a loop
model2 = tf.keras.Sequential([tf.keras.layers.Dense(3)])
model2(tf.ones([2,3]))
def f(x):
    with tf.GradientTape() as tape:
        l = tf.reduce_mean(model2(x))
    return tape.gradient(l, model2.trainable_variables)
f(tf.ones([2,3])); f(tf.ones([2,3]))
for layer in model2.layers: layer.trainable = False
f(tf.ones([2,3]))

# == caught: a layer frozen by its index
model2 = tf.keras.Sequential([tf.keras.layers.Dense(3)])
model2(tf.ones([2,3]))
def f(x):
    with tf.GradientTape() as tape:
        l = tf.reduce_mean(model2(x))
    return tape.gradient(l, model2.trainable_variables)
f(tf.ones([2,3])); f(tf.ones([2,3]))
model2.layers[0].trainable = False
f(tf.ones([2,3]))

# == caught: a model frozen
model2 = tf.keras.Sequential([tf.keras.layers.Dense(3)])
model2(tf.ones([2,3]))
def f(x):
    with tf.GradientTape() as tape:
        l = tf.reduce_mean(model2(x))
    return tape.gradient(l, model2.trainable_variables)
f(tf.ones([2,3])); f(tf.ones([2,3]))
model2.trainable = False
f(tf.ones([2,3]))

# == caught: a layer of an own model frozen
class M(tf.keras.Model):
    def __init__(self):
        super().__init__()
        self.d = tf.keras.layers.Dense(3)
    def call(self, x): return self.d(x)
m = M()
m(tf.ones([2,3]))
def f(x):
    with tf.GradientTape() as tape:
        l = tf.reduce_mean(m(x))
    return tape.gradient(l, m.trainable_variables)
f(tf.ones([2,3])); f(tf.ones([2,3]))
m.d.trainable = False
f(tf.ones([2,3]))

# == safe: a layer frozen before the first call
d = tf.keras.layers.Dense(3)
model2 = tf.keras.Sequential([d, tf.keras.layers.Dense(2)])
model2(tf.ones([2,3]))
d.trainable = False
def f(x):
    with tf.GradientTape() as tape:
        l = tf.reduce_mean(model2(x))
    return tape.gradient(l, model2.trainable_variables)
f(tf.ones([2,3])); f(tf.ones([2,3]))

# == caught: a normalisation frozen
bn = tf.keras.layers.BatchNormalization()
bn(tf.ones([2,3]))
def f(x): return bn(x, training=True)
f(tf.ones([2,3])); f(tf.ones([2,3]))
bn.trainable = False
f(tf.ones([2,3]))

# == caught: an activation replaced
d = tf.keras.layers.Dense(3)
d(tf.ones([2,3]))
def f(x): return d(x)
f(tf.ones([2,3])); f(tf.ones([2,3]))
d.activation = tf.nn.relu
f(tf.ones([2,3]))

# == caught: another dropout rate
d = tf.keras.layers.Dropout(.5)
def f(x): return d(x, training=True)
f(tf.ones([2,3])); f(tf.ones([2,3]))
d.rate = .1
f(tf.ones([2,3]))

# == caught: a kernel replaced
d = tf.keras.layers.Dense(3)
d(tf.ones([2,3]))
def f(x): return d(x)
f(tf.ones([2,3])); f(tf.ones([2,3]))
d.kernel = tf.Variable(tf.ones([3,3]))
f(tf.ones([2,3]))

# == safe: weights set
d = tf.keras.layers.Dense(3)
d(tf.ones([2,3]))
def f(x): return d(x) * 2.
f(tf.ones([2,3])); f(tf.ones([2,3]))
d.set_weights([np.ones([3,3]), np.ones([3])])
f(tf.ones([2,3]))

# == caught: a schedule put in place of a rate
opt = tf.keras.optimizers.SGD(.1)
v = tf.Variable(tf.ones(3))
def f(x):
    opt.apply_gradients([(x, v)])
    return v * 1.
f(tf.ones(3)); f(tf.ones(3))
opt.learning_rate = tf.keras.optimizers.schedules.ExponentialDecay(.1, 10, .9)
f(tf.ones(3))

# == safe: another learning rate
opt = tf.keras.optimizers.SGD(.1)
v = tf.Variable(tf.ones(3))
def f(x):
    opt.apply_gradients([(x, v)])
    return v * 1.
f(tf.ones(3)); f(tf.ones(3))
opt.learning_rate = .01
f(tf.ones(3))

# == caught: a variable appended to a list of a module
class B(tf.Module):
    def __init__(self):
        self.ls = [tf.Variable(1.)]
    def __call__(self, x):
        for l in self.ls: x = x * l
        return x
b = B()
def f(x): return b(x)
f(tf.ones(3)); f(tf.ones(3))
b.ls.append(tf.Variable(2.))
f(tf.ones(3))

# == caught: a data set made anew
ds = tf.data.Dataset.range(3)
def f(x):
    for i in ds: x = x + tf.cast(i, tf.float32)
    return x
f(tf.ones(3)); f(tf.ones(3))
ds = ds.take(1)
f(tf.ones(3))
