"""The calls whose costs are measured: those that public notebooks make most, each with tiny arguments."""

from __future__ import annotations

from typing import Final

_UNARY = """
    abs sqrt exp square sin cos tan tanh sigmoid sign round negative identity floor
    math.log math.log1p math.rsqrt math.reciprocal math.erf math.softplus math.ceil math.log_sigmoid math.lgamma
    math.is_nan math.expm1 asin acos atan sinh cosh
    nn.relu nn.softplus nn.leaky_relu nn.elu nn.gelu nn.swish nn.relu6 nn.selu nn.l2_loss stop_gradient
    zeros_like ones_like shape size rank squeeze sort argsort argmax argmin random.shuffle unique
    reduce_sum reduce_mean reduce_max reduce_min reduce_prod math.reduce_std math.reduce_variance
    reduce_logsumexp norm cumsum math.cumprod nn.l2_normalize linalg.norm linalg.normalize linalg.diag
    strings.as_string convert_to_tensor reverse_x
"""
_BINARY = """
    add subtract multiply divide maximum minimum pow atan2 equal not_equal less less_equal greater greater_equal
    math.floordiv math.mod math.divide_no_nan math.squared_difference math.xlogy
    nn.sigmoid_cross_entropy_with_logits tensordot_xy
"""
_MATRIX = """
    transpose nn.softmax nn.log_softmax linalg.trace linalg.diag_part linalg.inv linalg.det eye_m
    reduce_sum linalg.matrix_transpose
"""
_OTHERS: Final[dict[str, str]] = {
    "reverse": "tf.reverse(x, [0])",
    "tensordot": "tf.tensordot(m, n, 1)",
    "matmul": "tf.matmul(m, n)",
    "linalg.matmul": "tf.linalg.matmul(m, n)",
    "linalg.matvec": "tf.linalg.matvec(m, m[0])",
    "linalg.cholesky": "tf.linalg.cholesky(spd)",
    "linalg.solve": "tf.linalg.solve(spd, m)",
    "linalg.eigh": "tf.linalg.eigh(spd)",
    "linalg.svd": "tf.linalg.svd(m)",
    "linalg.cross": "tf.linalg.cross(x[:3], y[:3])",
    "linalg.band_part": "tf.linalg.band_part(m, -1, 0)",
    "einsum": "tf.einsum('ij,jk->ik', m, n)",
    "cast": "tf.cast(x, tf.int32)",
    "zeros": "tf.zeros([8])",
    "ones": "tf.ones([8])",
    "fill": "tf.fill([8], 1.0)",
    "eye": "tf.eye(4)",
    "range": "tf.range(8)",
    "linspace": "tf.linspace(0.0, 1.0, 8)",
    "constant": "tf.constant([1.0, 2.0])",
    "one_hot": "tf.one_hot(labels, 4)",
    "concat": "tf.concat([x, y], 0)",
    "stack": "tf.stack([x, y])",
    "unstack": "tf.unstack(m)",
    "split": "tf.split(x, 2)",
    "tile": "tf.tile(x, [2])",
    "repeat": "tf.repeat(x, 2)",
    "pad": "tf.pad(x, [[1, 1]])",
    "roll": "tf.roll(x, 1, 0)",
    "reshape": "tf.reshape(x, [2, 4])",
    "expand_dims": "tf.expand_dims(x, 0)",
    "broadcast_to": "tf.broadcast_to(x, [2, 8])",
    "meshgrid": "tf.meshgrid(x, y)",
    "slice": "tf.slice(x, [0], [2])",
    "strided_slice": "tf.strided_slice(x, [0], [2])",
    "gather": "tf.gather(x, labels)",
    "gather_nd": "tf.gather_nd(x, labels[:, None])",
    "boolean_mask": "tf.boolean_mask(x, b)",
    "where": "tf.where(b, x, y)",
    "tensor_scatter_nd_update": "tf.tensor_scatter_nd_update(x, [[0]], [1.0])",
    "tensor_scatter_nd_add": "tf.tensor_scatter_nd_add(x, [[0]], [1.0])",
    "scatter_nd": "tf.scatter_nd([[0]], [1.0], [8])",
    "clip_by_value": "tf.clip_by_value(x, 0.2, 0.8)",
    "clip_by_norm": "tf.clip_by_norm(x, 1.0)",
    "clip_by_global_norm": "tf.clip_by_global_norm([x, y], 1.0)",
    "add_n": "tf.add_n([x, y])",
    "reduce_any": "tf.reduce_any(b)",
    "reduce_all": "tf.reduce_all(b)",
    "logical_and": "tf.logical_and(b, b)",
    "logical_or": "tf.logical_or(b, b)",
    "logical_not": "tf.logical_not(b)",
    "math.count_nonzero": "tf.math.count_nonzero(x)",
    "math.top_k": "tf.math.top_k(x, 2)",
    "math.segment_sum": "tf.math.segment_sum(x, i)",
    "math.unsorted_segment_sum": "tf.math.unsorted_segment_sum(x, i, 8)",
    "math.confusion_matrix": "tf.math.confusion_matrix(labels, labels)",
    "math.bincount": "tf.math.bincount(i)",
    "searchsorted": "tf.searchsorted(x, y)",
    "random.normal": "tf.random.normal([8])",
    "random.uniform": "tf.random.uniform([8])",
    "random.truncated_normal": "tf.random.truncated_normal([8])",
    "random.categorical": "tf.random.categorical(m, 1)",
    "random.stateless_normal": "tf.random.stateless_normal([8], seed=[1, 2])",
    "random.stateless_uniform": "tf.random.stateless_uniform([8], seed=[1, 2])",
    "nn.dropout": "tf.nn.dropout(x, 0.5)",
    "nn.conv2d": "tf.nn.conv2d(images, kernel, 1, 'SAME')",
    "nn.max_pool2d": "tf.nn.max_pool2d(images, 2, 2, 'SAME')",
    "nn.avg_pool2d": "tf.nn.avg_pool2d(images, 2, 2, 'SAME')",
    "nn.bias_add": "tf.nn.bias_add(m, m[0])",
    "nn.moments": "tf.nn.moments(m, 0)",
    "nn.batch_normalization": "tf.nn.batch_normalization(m, 0.0, 1.0, None, None, 1e-3)",
    "nn.embedding_lookup": "tf.nn.embedding_lookup(m, labels)",
    "nn.softmax_cross_entropy_with_logits": "tf.nn.softmax_cross_entropy_with_logits(m, n)",
    "nn.sparse_softmax_cross_entropy_with_logits": "tf.nn.sparse_softmax_cross_entropy_with_logits(labels, m)",
    "nn.compute_average_loss": "tf.nn.compute_average_loss(x, global_batch_size=8)",
    "nn.scale_regularization_loss": "tf.nn.scale_regularization_loss(s)",
    "image.resize": "tf.image.resize(image, [8, 8])",
    "image.resize_with_pad": "tf.image.resize_with_pad(image, 8, 8)",
    "image.convert_image_dtype": "tf.image.convert_image_dtype(image, tf.uint8)",
    "image.random_crop": "tf.image.random_crop(image, [8, 8, 3])",
    "image.flip_left_right": "tf.image.flip_left_right(image)",
    "image.random_flip_left_right": "tf.image.random_flip_left_right(image)",
    "image.random_flip_up_down": "tf.image.random_flip_up_down(image)",
    "image.random_brightness": "tf.image.random_brightness(image, 0.1)",
    "image.random_contrast": "tf.image.random_contrast(image, 0.8, 1.2)",
    "image.random_saturation": "tf.image.random_saturation(image, 0.8, 1.2)",
    "image.random_hue": "tf.image.random_hue(image, 0.1)",
    "image.adjust_brightness": "tf.image.adjust_brightness(image, 0.1)",
    "image.adjust_contrast": "tf.image.adjust_contrast(image, 0.9)",
    "image.rgb_to_grayscale": "tf.image.rgb_to_grayscale(image)",
    "image.central_crop": "tf.image.central_crop(image, 0.5)",
    "image.crop_to_bounding_box": "tf.image.crop_to_bounding_box(image, 0, 0, 8, 8)",
    "image.per_image_standardization": "tf.image.per_image_standardization(image)",
    "image.rot90": "tf.image.rot90(image)",
    "image.transpose": "tf.image.transpose(image)",
    "image.total_variation": "tf.image.total_variation(images)",
    "image.ssim": "tf.image.ssim(images, images, 1.0, filter_size=3)",
    "image.psnr": "tf.image.psnr(images, images, 1.0)",
    "strings.lower": "tf.strings.lower(text)",
    "strings.split": "tf.strings.split(text)",
    "strings.join": "tf.strings.join([text, text])",
    "strings.length": "tf.strings.length(text)",
    "strings.regex_replace": "tf.strings.regex_replace(text, 'a', 'b')",
    "strings.strip": "tf.strings.strip(text)",
    "strings.substr": "tf.strings.substr(text, 0, 1)",
    "signal.fft": "tf.signal.fft(tf.complex(x, y))",
    "signal.rfft": "tf.signal.rfft(x)",
    "signal.stft": "tf.signal.stft(x, 4, 2)",
    "complex": "tf.complex(x, y)",
    "debugging.assert_equal": "tf.debugging.assert_equal(x, x)",
    "Variable.assign": "v.assign(x)",
    "Variable.assign_add": "v.assign_add(x)",
    "Variable.assign_sub": "v.assign_sub(x)",
    "Variable.value": "v.value()",
    "Variable.read_value": "v.read_value()",
}
_PLAIN: Final[dict[str, str]] = {  # what operators and subscripts run, by the name of the operation
    "AddV2": "m + row",
    "Sub": "x - y",
    "Mul": "x * y",
    "RealDiv": "x / y",
    "FloorDiv": "x // y",
    "FloorMod": "x % y",
    "Pow": "x ** 2",
    "MatMul": "m @ n",
    "Neg": "-x",
    "Abs": "abs(x)",
    "Less": "x < y",
    "LessEqual": "x <= y",
    "Greater": "x > y",
    "GreaterEqual": "x >= y",
    "Equal": "x == y",
    "NotEqual": "x != y",
    "LogicalAnd": "b & b",
    "LogicalOr": "b | b",
    "LogicalNot": "~b",
    "StridedSlice": "m[0]",
    "Cast": "tf.cast(i, tf.float32)",
    "Shape": "tf.shape(x)",
    "ReadVariableOp": "v.value()",
    "GatherV2": "tf.gather(x, labels)",
    "Identity": "tf.identity(x)",
}


def _specimens() -> dict[str, str]:
    found = {f"tensorflow.{n}": f"tf.{n}(x)" for n in _UNARY.split() if "_x" not in n}
    found |= {f"tensorflow.{n}": f"tf.{n}(x, y)" for n in _BINARY.split() if "_xy" not in n}
    found |= {f"tensorflow.{n}": f"tf.{n}(m)" for n in _MATRIX.split() if "_m" not in n}
    found |= {f"tensorflow.{n}": text for n, text in _OTHERS.items()}
    return {**found, **_KERAS_OPS, **_PLAIN}


_KERAS_UNARY = (
    "abs exp log sqrt square sin cos tanh sigmoid relu softmax sum mean max min argmax shape ones_like zeros_like"
)
_KERAS_OPS: Final[dict[str, str]] = {
    **{f"keras.ops.{n}": f"keras.ops.{n}(m)" for n in _KERAS_UNARY.split()},
    **{f"keras.ops.{n}": f"keras.ops.{n}(m, n)" for n in "add subtract multiply divide matmul maximum minimum".split()},
    "keras.ops.cast": "keras.ops.cast(m, 'int32')",
    "keras.ops.reshape": "keras.ops.reshape(m, [16])",
    "keras.ops.expand_dims": "keras.ops.expand_dims(m, 0)",
    "keras.ops.concatenate": "keras.ops.concatenate([m, n])",
    "keras.ops.convert_to_tensor": "keras.ops.convert_to_tensor(m)",
    "keras.ops.clip": "keras.ops.clip(m, 0.1, 0.9)",
    "keras.random.normal": "keras.random.normal([8])",
    "keras.random.uniform": "keras.random.uniform([8])",
    **{
        f"keras.losses.{n}": f"keras.losses.{n}(m, n)"
        for n in """mean_squared_error mean_absolute_error binary_crossentropy categorical_crossentropy huber
        kl_divergence cosine_similarity hinge""".split()
    },
    "keras.losses.sparse_categorical_crossentropy": "keras.losses.sparse_categorical_crossentropy(labels, m)",
}
SPECIMENS: Final = _specimens()


def _layer(arguments: str, given: str = "m", options: str = "") -> tuple[str, str]:
    return f"keras.layers.{arguments}", f"made({given}{options})"


LAYERS: Final[dict[str, tuple[str, str]]] = {
    f"keras.layers.{made.partition('(')[0]}.__call__": _layer(made, given, options)
    for made, given, options in (
        ("Dense(4)", "m", ""),
        ("Activation('relu')", "m", ""),
        ("ReLU()", "m", ""),
        ("LeakyReLU()", "m", ""),
        ("Softmax()", "m", ""),
        ("Dropout(0.5)", "m", ", training=True"),
        ("BatchNormalization()", "m", ", training=True"),
        ("LayerNormalization()", "m", ""),
        ("Flatten()", "m", ""),
        ("Reshape([2, 2])", "m", ""),
        ("Embedding(8, 4)", "labels", ""),
        ("Concatenate()", "[m, n]", ""),
        ("Add()", "[m, n]", ""),
        ("Multiply()", "[m, n]", ""),
        ("Rescaling(0.5)", "m", ""),
        ("Conv2D(4, 3)", "images", ""),
        ("Conv2DTranspose(4, 3)", "images", ""),
        ("SeparableConv2D(4, 3)", "images", ""),
        ("DepthwiseConv2D(3)", "images", ""),
        ("Conv1D(4, 3)", "sequence", ""),
        ("MaxPooling2D()", "images", ""),
        ("AveragePooling2D(2)", "images", ""),
        ("MaxPooling1D()", "sequence", ""),
        ("GlobalAveragePooling2D()", "images", ""),
        ("GlobalMaxPooling2D()", "images", ""),
        ("GlobalAveragePooling1D()", "sequence", ""),
        ("GlobalMaxPooling1D()", "sequence", ""),
        ("UpSampling2D()", "images", ""),
        ("ZeroPadding2D()", "images", ""),
        ("Resizing(8, 8)", "images", ""),
        ("LSTM(4)", "sequence", ""),
        ("GRU(4)", "sequence", ""),
        ("SimpleRNN(4)", "sequence", ""),
        ("MultiHeadAttention(2, 4)", "sequence, sequence", ""),
        ("GroupNormalization(2)", "m", ""),
        ("GaussianNoise(0.1)", "m", ", training=True"),
    )
}
LOSSES: Final[dict[str, tuple[str, str]]] = {
    f"keras.losses.{n}.__call__": (f"keras.losses.{n}()", f"made({given})")
    for n, given in {
        "MeanSquaredError": "m, n",
        "MeanAbsoluteError": "m, n",
        "BinaryCrossentropy": "m, n",
        "CategoricalCrossentropy": "m, n",
        "SparseCategoricalCrossentropy": "labels, m",
        "Huber": "m, n",
        "KLDivergence": "m, n",
    }.items()
}
METRICS: Final[dict[str, tuple[str, str]]] = {
    f"keras.metrics.{n}.update_state": (f"keras.metrics.{n}()", f"made.update_state({given})")
    for n, given in {
        "Mean": "s",
        "Accuracy": "labels, labels",
        "SparseCategoricalAccuracy": "labels, m",
        "CategoricalAccuracy": "m, n",
        "BinaryAccuracy": "m, n",
        "RootMeanSquaredError": "m, n",
        "MeanSquaredError": "m, n",
        "SparseCategoricalCrossentropy": "labels, m",
        "AUC": "m, n",
    }.items()
} | {"keras.metrics.Metric.result": ("keras.metrics.Mean()", "made.result()")}
OPTIMIZERS: Final[dict[str, tuple[str, str]]] = {  # the step of one variableand of five
    f"keras.optimizers.{n}.apply_gradients{suffix}": (f"keras.optimizers.{n}()", f"made.apply_gradients({pairs})")
    for n in "SGD Adam AdamW RMSprop Adagrad Nadam Adamax Adadelta Ftrl".split()
    for suffix, pairs in ((".one", "[(x, vs[0])]"), (".five", "[(x, v) for v in vs]"))
}
