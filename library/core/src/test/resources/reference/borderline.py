"""Writes borderline.json: between which rows, and where, borderline SMOTE of kind 2 makes rows. Run with imbalanced-learn
0.14: python borderline.py

It draws from one source: by a number for a seed, it draws the pairs and the halves of the ways from the same numbers twice.
"""

import json
import pathlib

import imblearn
import numpy as np
import sklearn
from imblearn.over_sampling import BorderlineSMOTE

HERE = pathlib.Path(__file__).parent
MADE = 40_000
# Table, neighbours, border rows, how many rows of the rarest class are left (None: all).
CASES = [("imb_2d", 5, 10, None), ("imb_2d", 3, 5, None), ("imb_3c", 5, 10, None), ("moons", 2, 7, 40), ("imb_2d", 5, 10, 4)]


class Spying(BorderlineSMOTE):
    """Keeps the new rows, and between which rows each lies."""

    def _generate_samples(self, X, nn_data, nn_num, rows, cols, steps, y_type=None, y=None):
        made = super()._generate_samples(X, nn_data, nn_num, rows, cols, steps, y_type, y)
        partners = nn_num[rows, cols]
        ways = nn_data[partners] - X[rows]
        at = ((made - X[rows]) * ways).sum(axis=1) / (ways**2).sum(axis=1)
        self.said[str(y_type)] = (rows, partners, at, y[partners] != y_type)
        return made


cases = []
for name, k, m, left in CASES:
    cells = np.genfromtxt(HERE / "data" / f"{name}.csv", delimiter=",", skip_header=1)
    rows = np.arange(len(cells))
    labels = cells[:, -1].astype(int)
    if left is not None:
        rarest = np.flatnonzero(labels == np.argmin(np.bincount(labels)))
        first = BorderlineSMOTE(kind="borderline-2", k_neighbors=k, m_neighbors=m)
        first.fit_resample(cells[:, :-1], labels)
        danger = first.in_danger_indices[labels[rarest[0]]]
        # Those in danger first: some have to stay so.
        kept = np.concatenate([danger, np.setdiff1d(rarest, danger)])[:left]
        rows = np.setdiff1d(rows, np.setdiff1d(rarest, kept))
    x, y = cells[rows][:, :-1], labels[rows]
    counts = np.bincount(y)
    grown = [int(c) for c in np.flatnonzero(counts < counts.max())]
    sampler = Spying(
        kind="borderline-2", k_neighbors=k, m_neighbors=m, random_state=np.random.RandomState(7),
        sampling_strategy={c: int(counts[c]) + MADE for c in grown},
    )  # fmt: skip
    sampler.said = {}
    sampler.fit_resample(x, y)
    classes = {}
    for target, (bases, partners, at, is_other) in sampler.said.items():
        danger = sampler.in_danger_indices[int(target)]
        pairs = sorted({(int(danger[b]), int(p)) for b, p in zip(bases, partners)})
        tenths = np.linspace(0.1, 0.9, 9)
        classes[target] = {
            "pairs": [f"{a} {b}" for a, b in pairs],
            "others": float(is_other.mean()),
            "mean_own": float(at[~is_other].mean()),
            "mean_others": float(at[is_other].mean()),
            "tenths_own": np.quantile(at[~is_other], tenths).tolist(),
            "tenths_others": np.quantile(at[is_other], tenths).tolist(),
        }
    cases.append({
        "data": name, "rows": rows.tolist(), "k_neighbors": k, "m_neighbors": m, "made": MADE, "classes": classes,
    })  # fmt: skip

made_with = f"imbalanced-learn {imblearn.__version__}, scikit-learn {sklearn.__version__}"
(HERE / "borderline.json").write_text(json.dumps({"made_with": made_with, "cases": cases}) + "\n")
