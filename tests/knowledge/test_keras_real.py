"""What Keras programs leave in their names is among what the overlays say."""

from __future__ import annotations

import pytest

from jupyter_hybridize.domain.value import Api, Class, Function, Module
from tests.knowledge.keras_programs import PRELUDE, describes, interpret, load_from, names_of

PROGRAMS = {
    "dense": """
        x = tf.ones([4, 6]); d = keras.layers.Dense(3); a = d(x); b = d(np.ones([2, 6])); w = d.weights; k = d.kernel
    """,
    "dense configuration": """
        d = keras.layers.Dense(3, name='last'); u = d.units; n = d.name; t = d.trainable; c = d.compute_dtype
    """,
    "sequential": """
        m = keras.Sequential([keras.layers.Dense(3, activation='relu'), keras.layers.Dense(1)])
        y = m(tf.ones([4, 6])); z = m(np.ones([4, 6]), training=True); layers = m.layers; first = m.layers[0]
        weights = m.trainable_variables
    """,
    "added layers": """
        m = keras.Sequential()
        m.add(keras.Input(shape=(4,)))
        for units in (3, 2):
            m.add(keras.layers.Dense(units))
        m.add(keras.layers.Dense(1))
        y = m(tf.ones([3, 4])); copy = keras.models.clone_model(m); z = copy(tf.ones([3, 4]))
    """,
    "fit": """
        m = keras.Sequential([keras.layers.Dense(1)])
        m.compile(optimizer='adam', loss='mse', metrics=['mae'])
        x, y = np.ones([4, 6]), np.ones([4, 1])
        h = m.fit(x, y, verbose=0); history = h.history; losses = h.history['loss']; p = m.predict(x, verbose=0)
        loss, mae = m.evaluate(x, y, verbose=0); o = m.optimizer; t = m.train_on_batch(x, y); b = m.predict_on_batch(x)
        d = m.evaluate(x, y, verbose=0, return_dict=True)
    """,
    "fit without metrics": """
        m = keras.Sequential([keras.layers.Dense(1)])
        m.compile(optimizer=keras.optimizers.SGD(0.1), loss=keras.losses.MeanSquaredError())
        x, y = np.ones([4, 6]), np.ones([4, 1])
        e = m.evaluate(x, y, verbose=0); t = m.train_on_batch(x, y); o = m.optimizer
    """,
    "functional": """
        i = keras.Input(shape=(28, 28, 1)); z = keras.layers.Conv2D(8, 3, activation='relu')(i)
        p = keras.layers.MaxPooling2D()(z); f = keras.layers.Flatten()(p); o = keras.layers.Dense(10)(f)
        m = keras.Model(inputs=i, outputs=o); r = m(tf.ones([2, 28, 28, 1])); s = m.output_shape; e = m.outputs
        both = keras.Model([i], [o, f])(np.ones([3, 28, 28, 1]))
        named = keras.Model(i, {'a': o})(tf.ones([3, 28, 28, 1]))
        joined = keras.layers.concatenate([f, o]); added = keras.layers.add([o, o])
    """,
    "subclassed model": """
        class Net(keras.Model):
            def __init__(self, units):
                super().__init__()
                self.dense = keras.layers.Dense(units)
                self.dropout = keras.layers.Dropout(0.1)
            def call(self, x, training=False):
                y = self.dense(x)
                return self.dropout(y, training=training) if training else y
        m = Net(3); y = m(np.ones([2, 4])); z = m(tf.ones([2, 4]), training=True); w = m.trainable_variables
        v = m.variables; s = Net(2)(keras.Input((4,)))
    """,
    "call without training": """
        class Net(keras.Model):
            def __init__(self):
                super().__init__()
                self.dense = keras.layers.Dense(2)
            def call(self, x):
                return self.dense(x)
        y = Net()(tf.ones([2, 4]), training=True)
    """,
    "subclassed layer": """
        class Linear(keras.layers.Layer):
            def __init__(self, units, **options):
                super().__init__(**options)
                self.units = units
            def build(self, input_shape):
                self.w = self.add_weight(shape=(input_shape[-1], self.units), initializer='zeros')
                self.b = self.add_weight(shape=(self.units,), dtype='float32')
            def call(self, x):
                return tf.matmul(x, self.w) + self.b
        l = Linear(5, name='l'); y = l(tf.ones([2, 4])); w = l.w; b = l.b; n = l.name; c = l.weights
    """,
    "subclass of a library layer": """
        class Twice(keras.layers.Dense):
            def call(self, x):
                return 2 * super().call(x)
        y = Twice(3)(tf.ones([2, 4])); u = Twice(3).units
    """,
    "train step of the program": """
        class Net(keras.Model):
            def __init__(self):
                super().__init__()
                self.dense = keras.layers.Dense(1)
                self.tracker = keras.metrics.Mean(name='loss')
            def call(self, x):
                return self.dense(x)
            def train_step(self, data):
                x, y = data
                with tf.GradientTape() as tape:
                    loss = self.compute_loss(y=y, y_pred=self(x, training=True))
                grads = tape.gradient(loss, self.trainable_variables)
                self.optimizer.apply_gradients(zip(grads, self.trainable_variables))
                self.tracker.update_state(loss)
                return {'loss': self.tracker.result()}
        class Watch(keras.callbacks.Callback):
            def on_epoch_end(self, epoch, logs=None):
                self.epoch, self.loss = epoch, logs['loss']
        m = Net(); m.compile(optimizer=keras.optimizers.Adam(), loss='mse'); w = Watch()
        h = m.fit(np.ones([4, 2]), np.ones([4, 1]), verbose=0, callbacks=[w]); e = w.epoch; l = w.loss
    """,
    "losses": """
        a = keras.losses.SparseCategoricalCrossentropy(from_logits=True)(tf.zeros([3], tf.int32), tf.ones([3, 4]))
        b = keras.losses.MeanSquaredError()(np.ones([3, 4]), np.ones([3, 4]))
        c = keras.losses.MeanSquaredError(reduction='none')(tf.ones([3, 4]), tf.ones([3, 4]))
        d = keras.losses.binary_crossentropy(tf.ones([3, 4]), tf.ones([3, 4]) * 0.5)
        e = tf.keras.losses.mse(tf.ones([3, 4], tf.float64), tf.ones([3, 4], tf.float64))
        f = keras.losses.MeanSquaredError()(tf.ones([2, 2], tf.float64), tf.ones([2, 2], tf.float64))
        g = keras.losses.mae(np.ones([2, 3]), tf.ones([2, 3]))
    """,
    "metrics": """
        m = keras.metrics.Mean(); u = m.update_state(2.0); r = m.result(); c = m(3.0); z = m.reset_state()
        a = keras.metrics.SparseCategoricalAccuracy(); s = a.update_state(tf.zeros([3]), tf.ones([3, 4]))
        t = a.result()
        p = keras.metrics.Precision()(tf.ones([3]), tf.ones([3])); n = m.name; v = m.variables
        q = keras.metrics.Precision(thresholds=[0.2, 0.5])(tf.ones([3]), tf.ones([3]))
    """,
    "optimizers": """
        o = keras.optimizers.Adam(1e-3); v = tf.Variable([1.0, 2.0])
        with tf.GradientTape() as tape:
            loss = tf.reduce_sum(v * v)
        g = tape.gradient(loss, [v]); r = o.apply_gradients(zip(g, [v])); i = o.iterations; lr = o.learning_rate
        s = keras.optimizers.schedules.ExponentialDecay(0.1, 10, 0.9); t = s(3)
        scheduled = keras.optimizers.SGD(s).learning_rate; o.learning_rate = 0.1; again = o.learning_rate
        slots = o.variables
    """,
    "functions": """
        a = keras.utils.to_categorical([0, 1], 3); b = keras.utils.to_categorical(np.array([0, 1]), num_classes=3)
        c = keras.utils.pad_sequences([[1], [2, 3]], maxlen=4); d = keras.random.normal([2, 3])
        e = keras.activations.relu(tf.ones([2])); f = keras.initializers.GlorotUniform()((2, 3))
        g = keras.regularizers.L2(0.1)(tf.ones([2])); h = tf.keras.backend.mean(tf.ones([2, 3]), axis=1)
        i = keras.applications.mobilenet_v2.preprocess_input(np.ones([1, 4, 4, 3])); j = keras.ops.exp(tf.ones([2]))
        l = keras.ops.convert_to_numpy(tf.ones([2])); m = keras.ops.cast(tf.ones([2]), 'int32')
        n = keras.applications.vgg16.preprocess_input(np.ones([1, 4, 4, 3], np.uint8)); o = keras.backend.epsilon()
        p = keras.utils.to_categorical(tf.constant([0, 1]), 3)
    """,
    "cells": """
        c = keras.layers.LSTMCell(3); s = c.get_initial_state(batch_size=2); y, t = c(tf.ones([2, 4]), s)
        g = keras.layers.GRUCell(5); r = g.get_initial_state(2); z, u = g(tf.ones([2, 4]), r)
        n = keras.layers.SimpleRNNCell(5).get_initial_state(tf.shape(y)[0])
    """,
    "layers of an application": """
        m = keras.applications.MobileNetV2(weights=None, include_top=False, input_shape=(96, 96, 3))
        one = m.get_layer('block_1_project').output; every = [each.output for each in m.layers]
        inner = keras.Model([m.input], [one, m.output]); both = inner(tf.ones([1, 96, 96, 3]))
        t = keras.applications.MobileNetV2(weights=None); outputs = [each.output for each in t.layers]
        e = keras.applications.EfficientNetB0(weights=None, include_top=False); ranks = [x.output for x in e.layers]
    """,
    "initializers of TensorFlow": """
        n = tf.random_normal_initializer(0.0, 0.1); a = n(shape=(2, 3), dtype='float32'); b = n([4])
        u = tf.random_uniform_initializer(seed=3)((2,), tf.float64); o = tf.ones_initializer()([2, 2])
        z = tf.zeros_initializer()(shape=(3,), dtype='int32'); c = tf.constant_initializer(2)((2,))
        d = tf.constant_initializer(2)((2,), tf.float32); v = tf.Variable(n(shape=(2, 3), dtype='float32')); del n
    """,
    "mixed precision": """
        policy = keras.mixed_precision.Policy('mixed_float16'); p = policy.name
        c = policy.compute_dtype; v = policy.variable_dtype
        keras.mixed_precision.set_global_policy(policy)
        d = keras.layers.Dense(3, kernel_regularizer='l2'); y = d(np.ones([2, 4])); w = d.kernel
        l = keras.losses.MeanSquaredError()(tf.ones([2, 3]), y); m = keras.metrics.Mean()(y); i = keras.Input((3,))
        e = keras.layers.Dense(3, dtype='float32'); z = e(y); s = keras.Sequential([d, e]); x = s(tf.ones([2, 4]))
        h = s.losses; a = keras.layers.add([y, y]); n = d.compute_dtype; o = keras.layers.Dense(3)(i)
        keras.mixed_precision.set_global_policy('float32')
    """,
    "operations": """
        x, y, i = tf.ones([4, 3]), tf.ones([3, 5]), tf.constant([[1, 2, 0]])
        a = keras.ops.matmul(x, y); b = keras.ops.mean(x); c = keras.ops.mean(x, axis=-1, keepdims=True)
        d = keras.ops.add(x, 1); e = keras.ops.add(np.ones([4, 3]), x); f = keras.ops.add(i, 1.5)
        g = keras.ops.reshape(x, (2, 6)); h = keras.ops.reshape(x, -1); j = keras.ops.concatenate([x, x])
        k = keras.ops.concatenate([x, x], axis=1); l = keras.ops.stack([x, x], axis=-1); m = keras.ops.shape(x)
        n = keras.ops.equal(x, 1); o = keras.ops.where(x > 0, x, 0.0); p = keras.ops.zeros((2, 3))
        q = keras.ops.one_hot(i, 5); r = keras.ops.argmax(x, axis=1); s = keras.ops.argmax(x)
        t = keras.ops.expand_dims(x, 0); u = keras.ops.expand_dims(x, (0, 1)); v = keras.ops.transpose(x)
        w = keras.ops.sparse_categorical_crossentropy(tf.constant([1, 2, 0, 1]), x); z = keras.ops.squeeze(i)
    """,
    "operations on other dtypes": """
        x, i = tf.ones([4, 3]), tf.constant([[1, 2, 0]])
        a = keras.ops.sum(i); b = keras.ops.mean(i); c = keras.ops.divide(i, 2); d = keras.ops.power(i, 2)
        e = keras.ops.sum(tf.constant([True, False])); f = keras.ops.max(tf.constant([1], tf.uint8))
        g = keras.ops.add(tf.ones([2], tf.float64), 1); h = keras.ops.multiply(i, tf.ones([3]))
        j = keras.ops.any(x > 0, axis=0); k = keras.ops.count_nonzero(x); l = keras.ops.norm(x, axis=-1)
        m = keras.ops.mean([1.0, 2.0]); n = keras.ops.maximum(1, 2.5); o = keras.ops.full((2,), 7)
        p = keras.ops.nonzero(x); q = keras.ops.var(x, axis=0); r = keras.ops.repeat(x, 2, axis=0)
        s = keras.ops.mean(keras.Input((7,)), axis=-1); t = keras.ops.ones(3); u = keras.ops.std(i)
        v = keras.ops.floor_divide(i, 2); w = keras.ops.where(x > 0, x, 1); y = keras.ops.logsumexp(x, axis=1)
        z = keras.ops.binary_crossentropy(tf.ones([4, 3]), x)
    """,
}


def indented(text: str) -> str:
    """Return *text* without the indentation of the table it stands in."""
    lines = text.strip("\n").splitlines()
    margin = min((len(line) - len(line.lstrip()) for line in lines if line.strip()), default=0)
    return "\n".join(line[margin:] for line in lines)


def disagreements(text: str) -> list[str]:
    """Return the names whose real value is not among those the interpreter gives."""
    machine = interpret(text)
    real: dict[str, object] = {}
    exec(PRELUDE + text, real)
    load = load_from(machine)
    wrong = []
    for name, ours in names_of(machine).items():
        if name in real and not ours.has(Module, Class, Function, Api) and not describes(load, ours, real[name]):
            wrong.append(f"{name} = {ours}, really {real[name]!r}")
    return wrong


@pytest.mark.tensorflow
@pytest.mark.parametrize("name", PROGRAMS)
def test_what_a_program_computes_is_described(name: str) -> None:
    assert disagreements(indented(PROGRAMS[name])) == []


@pytest.mark.tensorflow
@pytest.mark.parametrize("name", PROGRAMS)
def test_no_name_of_a_common_program_is_unknown(name: str) -> None:
    names = names_of(interpret(indented(PROGRAMS[name])))
    assert [each for each, ours in names.items() if ours.is_unknown] == []


PRECISE = {
    "keras.layers.Dense(3)(np.ones([2, 4]))": "f32[2,3]",
    "keras.layers.Dense(3)(tf.ones([2, 4], tf.int32))": "f32[2,3]",
    "keras.layers.Dense(3, dtype='float64')(tf.ones([2, 4]))": "f64[2,3]",
    "keras.layers.ReLU()(tf.ones([2], tf.int32))": "i32[2]",
    "keras.layers.ReLU()(tf.ones([2], tf.float64))": "f32[2]",
    "keras.layers.Conv2D(4, 3, padding='same', strides=2)(tf.ones([1, 7, 8, 3]))": "f32[1,4,4,4]",
    "keras.layers.Conv1D(4, 3, padding='causal', dilation_rate=2)(tf.ones([1, 7, 3]))": "f32[1,7,4]",
    "keras.layers.Flatten()(tf.ones([2, 3, 4]))": "f32[2,12]",
    "keras.layers.Reshape((2, -1))(tf.ones([3, 8]))": "f32[3,2,4]",
    "keras.layers.Embedding(10, 4)(np.array([[1, 2]]))": "f32[1,2,4]",
    "keras.layers.LSTM(5, return_sequences=True)(tf.ones([2, 3, 4]))": "f32[2,3,5]",
    "keras.layers.GRU(5, return_state=True)(tf.ones([2, 3, 4]))": "(f32[2,5], f32[2,5])",
    "keras.layers.Bidirectional(keras.layers.LSTM(3))(tf.ones([2, 3, 4]))": "f32[2,6]",
    "keras.layers.Concatenate(axis=1)([tf.ones([2, 3]), tf.ones([2, 4])])": "f32[2,7]",
    "keras.layers.Add()([tf.ones([2, 3]), tf.ones([2, 1])])": "f32[2,3]",
    "keras.layers.GlobalAveragePooling2D(keepdims=True)(tf.ones([2, 5, 5, 3]))": "f32[2,1,1,3]",
    "keras.layers.MaxPooling2D(3, padding='same')(tf.ones([2, 7, 7, 3]))": "f32[2,3,3,3]",
    "keras.Input((4, 5), batch_size=2)": "keras f32[2,4,5]",
    "keras.Input((), dtype='string')": "keras str[?]",
}


@pytest.mark.parametrize("expression", PRECISE)
def test_a_layer_is_as_precise_as_its_shape_function(expression: str) -> None:
    assert str(names_of(interpret(f"x = {expression}"))["x"]) == PRECISE[expression]


@pytest.mark.tensorflow
@pytest.mark.parametrize("expression", PRECISE)
def test_what_a_layer_makes_is_described(expression: str) -> None:
    assert disagreements(f"x = {expression}") == []
