"""Has imbalanced-learn sample the tables of a folder. Run: python imbalanced.py FOLDER; writes said.json there.

tables.json lists seed, rows, columns, neighbours and class sizes of each table; tables.bin holds their numbers, row by
row, as doubles of Java's order. Rows stand class by class, the largest class first.
"""

import json
import pathlib
import sys
import warnings

import numpy as np
import sklearn
from imblearn.over_sampling import ADASYN, SMOTE, BorderlineSMOTE, RandomOverSampler
from imblearn.under_sampling import (
    AllKNN,
    CondensedNearestNeighbour,
    EditedNearestNeighbours,
    NearMiss,
    NeighbourhoodCleaningRule,
    OneSidedSelection,
    RandomUnderSampler,
    RepeatedEditedNearestNeighbours,
    TomekLinks,
)

folder = pathlib.Path(sys.argv[1])
sklearn.set_config(skip_parameter_validation=True, assume_finite=True)
warnings.simplefilter("ignore")


def cuts(k, seed, classes):
    yield "tomek", TomekLinks()
    yield "enn-all", EditedNearestNeighbours(n_neighbors=k)
    yield "enn-mode", EditedNearestNeighbours(n_neighbors=k, kind_sel="mode")
    yield "renn", RepeatedEditedNearestNeighbours(n_neighbors=k)
    yield "all-knn", AllKNN(n_neighbors=k)
    yield "ncr", NeighbourhoodCleaningRule(n_neighbors=k)
    for version in (1, 2, 3):
        yield f"near-miss-{version}", NearMiss(version=version, n_neighbors=k)
    yield "oss", OneSidedSelection(random_state=seed)
    # It takes rows' numbers for places in their class, which does no harm where there is one class to cut, and it comes first.
    # It learns anew for each row that it keeps, which is slow: some tables are enough.
    if classes == 2 and seed % 5 == 0:
        yield "cnn", CondensedNearestNeighbour(random_state=seed)


def grows(k, seed):
    yield "over", RandomOverSampler(random_state=seed)
    yield "under", RandomUnderSampler(random_state=seed)
    yield "smote", SMOTE(k_neighbors=k, random_state=seed)
    for kind in ("borderline-1", "borderline-2"):
        yield kind, BorderlineSMOTE(k_neighbors=k, m_neighbors=2 * k, kind=kind, random_state=seed)
    yield "adasyn", ADASYN(n_neighbors=k, random_state=seed)


def said(table, x, y):
    k, seed, sizes = table["neighbours"], table["seed"], table["sizes"]
    answer = {}
    for name, sampler in cuts(k, seed, len(sizes)):
        sampler.fit_resample(x, y)
        answer[name] = np.setdiff1d(np.arange(len(y)), sampler.sample_indices_).tolist()
    random = np.random.RandomState(seed)
    smallest = int(np.argmin(sizes))
    answer["draws"] = [int(random.randint(0, n, 1)[0]) for c, n in enumerate(sizes) if c != smallest]
    for name, sampler in grows(k, seed):
        try:
            answer[name] = np.bincount(sampler.fit_resample(x, y)[1], minlength=len(sizes)).tolist()
        except ValueError:
            answer[name] = []
    return answer


numbers = np.fromfile(folder / "tables.bin", dtype=">f8").astype(float)
answers = []
for table in json.loads((folder / "tables.json").read_text()):
    count = table["rows"] * table["columns"]
    x, numbers = numbers[:count].reshape(table["rows"], table["columns"]), numbers[count:]
    answers.append(said(table, x, np.repeat(np.arange(len(table["sizes"])), table["sizes"])))
(folder / "said.json").write_text(json.dumps(answers))
