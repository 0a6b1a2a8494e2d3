"""Writes text_formats.zip: files of libsvm and ARFF, and what scikit-learn and scipy read in them, as JSON. Run with
scikit-learn 1.9 and scipy 1.17: python text_formats.py. With the name of a folder, it tells what they read in the files there."""

import io
import json
import math
import pathlib
import sys
import zipfile

import numpy as np
from scipy.io import arff
from sklearn.datasets import dump_svmlight_file, load_svmlight_file


def dumped(x, y, **options):
    out = io.BytesIO()
    dump_svmlight_file(x, y, out, **options)
    return out.getvalue().decode()


r = np.random.default_rng(7)
x = np.round(r.normal(size=(9, 5)), 3) * (r.random((9, 5)) < 0.5)
files = {
    "zero.libsvm": dumped(x, r.integers(0, 2, 9)),
    "one.svm": dumped(x, r.normal(size=9), zero_based=False),
    "noted.svmlight": dumped(x, r.integers(0, 2, 9), comment="made by hand", query_id=np.arange(9) // 3),
    "by_hand.libsvm": "# a comment\n\n+1 1:0.5 3:-2e-3 # Ann\n-1\n1 2:1 3:nan 4:inf\n",
    "late.libsvm": "1 2:7\n0 3:1\n",
    "weather.arff": """% The weather data
@RELATION weather

@ATTRIBUTE outlook {sunny, overcast, rainy}
@ATTRIBUTE 'the temperature' real
@attribute humidity INTEGER
@attribute windy {TRUE, FALSE}
@data
% rows
sunny,85,85,FALSE
overcast, 83.5 ,86,?
?,?,?,TRUE
rainy,-7e-1,80,FALSE
""",
    "quoted.arff": """@relation 'some quotes'
@attribute 'kind of' {'New York','a, b',plain}
@attribute x numeric
@data
'New York',1
'a, b',2
plain,3
plain,?
""",
    "dates.arff": """@relation dates
@attribute day date "yyyy-MM-dd"
@attribute at date "yyyy-MM-dd HH:mm:ss"
@attribute year date yyyy
@data
2024-02-29,"2024-01-01 10:11:12",1999
?,1969-12-31 23:59:59,?
""",
    "tabs.arff": "@relation t\n@attribute a numeric\n@attribute b {u,v}\n@data\n1.5\tu\n2\tv\n",
}


def plain(value):
    if isinstance(value, np.datetime64):
        return None if np.isnat(value) else str(value)
    if isinstance(value, bytes):
        return None if value == b"?" else value.decode()
    value = float(value)
    return None if math.isnan(value) else "inf" if math.isinf(value) else value


def read(name, content):
    if name.endswith(".arff"):
        rows, _ = arff.loadarff(io.StringIO(content))
        return [[plain(v) for v in row] for row in rows]
    x, y, query = load_svmlight_file(io.BytesIO(content.encode()), query_id=True)
    columns = [y[:, None]] + ([query[:, None]] if len(query) else []) + [x.toarray()]
    return [[plain(v) for v in row] for row in np.hstack(columns)]


if len(sys.argv) > 1:
    for each in sorted(pathlib.Path(sys.argv[1]).iterdir()):
        print(each.name, json.dumps(read(each.name, each.read_text())))
else:
    with zipfile.ZipFile(pathlib.Path(__file__).with_name("text_formats.zip"), "w", zipfile.ZIP_DEFLATED) as out:
        for name, content in files.items():
            out.writestr(name, content)
        out.writestr("answers.json", json.dumps({n: read(n, c) for n, c in files.items()}, indent=1))
