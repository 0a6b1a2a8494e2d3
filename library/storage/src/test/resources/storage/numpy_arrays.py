"""Writes numpy.zip: arrays of all kinds, and what they hold as JSON. Run with numpy 2: python numpy_arrays.py"""

import io
import json
import pathlib
import zipfile

import numpy as np

r = np.random.default_rng(5)
arrays = {
    "doubles": r.normal(size=(7, 3)),
    "fortran": np.asfortranarray(r.normal(size=(5, 4)).astype("f4")),
    "one": np.array([1.5, np.nan, -0.0]),
    "big_endian": np.arange(6, dtype=">i4").reshape(3, 2),
    "bytes": np.array([[-128, 127], [0, 1]], dtype="i1"),
    "unsigned": np.array([0, 65535], dtype="u2"),
    "large": np.array([0, 2**63 - 1], dtype="u8"),
    "half": np.array([0.5, 65504, np.nan], dtype="f2"),
    "flags": np.array([True, False]),
    "texts": np.array(["a", "Zürich", "", "😀"]),
    "texts_big": np.array(["ab", "ü"], dtype=">U3"),
    "ascii": np.array([b"ab", b"c"]),
    "days": np.array(["2024-02-29", "NaT", "1969-12-31"], dtype="M8[D]"),
    "moments": np.array(["2024-02-29T10:11:12.345", "1969-12-31T23:59:59.999"], dtype="M8[ms]"),
    "seconds": np.array(["2024-02-29T10:11:12"], dtype=">M8[s]"),
    "fields": np.array([(1, 2.5, "x", True), (-7, np.nan, "it's", False)],
                       dtype=[("id", "i8"), ("fare", "f8"), ("na'me", "U5"), ("ü", "?")]),
    "empty": np.zeros((0, 3)),
    "mark_first": np.array(["\ufeffz", "z\ufeff"]),
    "mark_first_big": np.array(["\ufeffz", "\ufeff"], dtype=">U2"),
    "no_rows": np.zeros(0, dtype=[("f4", "f4"), ("f8", "f8"), ("i2", "i2"), ("i4", "i4"), ("u4", "u4"), ("i8", "i8"),
                                  ("b1", "?"), ("U3", "U3"), ("day", "M8[D]"), ("moment", "M8[ms]")]),
    "none_there": np.array([(np.nan, np.nan, "NaT", "NaT")] * 2,
                           dtype=[("f4", "f4"), ("f8", "f8"), ("day", "M8[D]"), ("moment", "M8[ms]")]),
}


def plain(value):
    if isinstance(value, (np.datetime64,)):
        return None if np.isnat(value) else str(value)
    if isinstance(value, np.generic):
        value = value.item()
    if isinstance(value, bytes):
        value = value.decode()
    if isinstance(value, float) and value != value or value == "":
        return None
    return value


answers = {}
with zipfile.ZipFile(pathlib.Path(__file__).with_name("numpy.zip"), "w", zipfile.ZIP_DEFLATED) as target:
    for name, array in arrays.items():
        data = io.BytesIO()
        np.save(data, array)
        target.writestr(name + ".npy", data.getvalue())
        if array.dtype.names:
            rows = [[plain(v) for v in row] for row in array]
        elif array.ndim == 1:
            rows = [[plain(v)] for v in array]
        else:
            rows = [[plain(v) for v in row] for row in array]
        answers[name] = rows
    target.writestr("answers.json", json.dumps(answers, ensure_ascii=False))
