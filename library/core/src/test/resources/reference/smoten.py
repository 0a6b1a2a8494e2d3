"""Writes smoten.json: which rows SMOTE-N can make of tables of chance. Run with imbalanced-learn 0.14: python smoten.py

So many rows are asked for that every row of the class is a base. Tables where it matters which of several rows at one
distance is a neighbour are passed over: there imbalanced-learn's answer is that of its search. Rows that tie in a vote stay.
"""

import json
import pathlib

import imblearn
import numpy as np
import sklearn
from imblearn.metrics.pairwise import ValueDifferenceMetric
from imblearn.over_sampling import SMOTEN
from sklearn.preprocessing import OrdinalEncoder

HERE = pathlib.Path(__file__).parent
# Neither by their first letters nor by their lengths are they in order, and whole numbers are not in the order of texts.
LEVELS = [["b", "Z", "a", "é", "10", "9", "ab"], [9, 10, -1, 100, 2, 30, 4], ["x y", "x", "X", "y", "_", "-", "~"]]
EACH_KIND, ASKED = 5, 200


def table_of(random, columns, categories, classes):
    sizes = [int(random.integers(40, 60))] + [int(random.integers(12, 30)) for _ in range(classes - 1)]
    y = random.permutation(np.repeat(np.array(["common", "rare", "odd"][:classes]), sizes))
    x = np.empty((len(y), columns), dtype=object)
    for column in range(columns):
        levels = LEVELS[column % 3][:categories]
        shares = {name: random.dirichlet(np.ones(categories)) for name in np.unique(y)}
        for row, name in enumerate(y):
            x[row, column] = levels[random.choice(categories, p=shares[name])]
    return x, y


def looked_through(x, y, grown, k):
    """Returns whether neighbours are certain, and how many votes tie."""
    encoder = OrdinalEncoder(dtype=np.int32)
    codes = encoder.fit_transform(x)
    metric = ValueDifferenceMetric(n_categories=[len(c) for c in encoder.categories_]).fit(codes, y)
    ties = 0
    for name in grown:
        own = codes[y == name]
        for far in metric.pairwise(own):
            last = np.sort(far)[k]
            inside, edge = own[far < last - 1e-9], own[np.abs(far - last) <= 1e-9]
            if len(inside) + len(edge) > k + 1 and len(np.unique(edge, axis=0)) > 1:
                return False, 0
            voters = np.vstack([inside, edge[: k + 1 - len(inside)]])
            for column in voters.T:
                counts = np.sort(np.bincount(column))
                ties += len(counts) > 1 and counts[-1] == counts[-2]
    return True, int(ties)


cases, seed = [], 0
for columns, categories, classes, k in [(2, 4, 2, 1), (3, 5, 2, 3), (4, 7, 2, 5), (3, 7, 3, 5), (5, 3, 3, 2), (4, 4, 3, 4)]:
    found = 0
    while found < EACH_KIND:
        seed += 1
        x, y = table_of(np.random.default_rng(seed), columns, categories, classes)
        grown = sorted(set(y) - {"common"})
        is_certain, ties = looked_through(x, y, grown, k)
        if not is_certain or ties == 0:
            continue
        found += 1
        sizes = {name: int((y == name).sum()) * ASKED for name in grown}
        done, labels = SMOTEN(k_neighbors=k, sampling_strategy=sizes, random_state=seed).fit_resample(x, y)
        made = sorted({(str(name), *map(str, row)) for row, name in zip(done[len(y):], labels[len(y):])})
        cases.append({
            "seed": seed, "k_neighbors": k, "ties": ties, "asked": sizes,
            "columns": x.T.tolist(), "y": y.tolist(), "made": [" | ".join(row) for row in made],
        })  # fmt: skip

made_with = f"imbalanced-learn {imblearn.__version__}, scikit-learn {sklearn.__version__}"
(HERE / "smoten.json").write_text(json.dumps({"made_with": made_with, "cases": cases}, ensure_ascii=False) + "\n")
