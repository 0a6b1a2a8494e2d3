"""Writes imbalanced_metrics.json: metrics of random predictions, and folds of equal hardness. Run with imbalanced-learn 0.14: python imbalanced_metrics.py"""

import json
import pathlib

import imblearn
import numpy as np
import sklearn
from imblearn import metrics
from imblearn.model_selection import InstanceHardnessCV
from sklearn.base import BaseEstimator, ClassifierMixin
from sklearn.metrics import accuracy_score, jaccard_score

HERE = pathlib.Path(__file__).parent
AVERAGES = ["micro", "macro", "weighted"]
ALPHAS = [(0.1, True), (0.5, False), (-0.3, True)]


def iba(metric, alpha, squared, *args, **kwargs):
    return metrics.make_index_balanced_accuracy(alpha=alpha, squared=squared)(metric)(*args, **kwargs)


def listed(values):
    return [float(v) for v in values]


def case(name, y, p, classes):
    geo = metrics.geometric_mean_score
    labels = sorted(set(y) | set(p))
    said = {
        "name": name,
        "classes": classes,
        "labels": labels,
        "y": listed(y),
        "p": listed(p),
        "sensitivity": {a: float(metrics.sensitivity_score(y, p, average=a)) for a in AVERAGES},
        "specificity": {a: float(metrics.specificity_score(y, p, average=a)) for a in AVERAGES},
        "geometric_mean": {a: float(geo(y, p, average=a)) for a in AVERAGES},
        "geometric_mean_by_class": listed(geo(y, p, average=None)),
        "multiclass": float(geo(y, p)),
        "corrected": float(geo(y, p, correction=0.001)),
        "iba": [
            {
                "alpha": alpha,
                "squared": squared,
                "multiclass": float(iba(geo, alpha, squared, y, p)),
                "by_class": listed(iba(geo, alpha, squared, y, p, average=None)),
                **{a: float(iba(geo, alpha, squared, y, p, average=a)) for a in AVERAGES},
            }
            for alpha, squared in ALPHAS
        ],
        "report": metrics.classification_report_imbalanced(y, p, output_dict=True, zero_division=0),
    }
    if set(y) == set(labels):
        said["macro_mae"] = float(metrics.macro_averaged_mean_absolute_error(y, p))
    if labels == [0, 1]:
        said["binary"] = {
            "sensitivity": float(metrics.sensitivity_score(y, p)),
            "specificity": float(metrics.specificity_score(y, p)),
            "iba_accuracy": float(iba(accuracy_score, 0.1, True, y, p)),
            "iba_jaccard": float(iba(jaccard_score, 0.5, False, y, p)),
        }
    return said


class NearestMean(ClassifierMixin, BaseEstimator):
    """A class is as probable as its mean is near."""

    def fit(self, x, y):
        self.classes_ = np.unique(y)
        self.means_ = [x[y == c].mean(axis=0) for c in self.classes_]
        return self

    def predict_proba(self, x):
        near = np.array([1 / (1 + ((x - m) ** 2).sum(axis=1)) for m in self.means_]).T
        return near / near.sum(axis=1, keepdims=True)

    def predict(self, x):
        return self.classes_[self.predict_proba(x).argmax(axis=1)]


random = np.random.default_rng(15)
cases = []
for classes, rows, rare in [(2, 60, 0.1), (2, 200, 0.3), (3, 90, 0.2), (5, 150, 0.1)]:
    shares = np.full(classes, rare)
    shares[0] = 1 - rare * (classes - 1)
    y = random.choice(classes, rows, p=shares)
    p = np.where(random.random(rows) < 0.6, y, random.choice(classes, rows, p=shares))
    cases.append(case(f"{classes} classes, {rows} rows", y.tolist(), p.tolist(), classes))
cases.append(case("all called common", [0] * 9 + [1], [0] * 10, 2))
cases.append(case("a class is called that does not occur", [0, 0, 1, 1, 1], [0, 2, 1, 1, 0], 3))
cases.append(case("a class neither occurs nor is called", [0, 0, 2, 2, 2], [0, 2, 2, 2, 0], 3))
cases.append(case("a class is never found", [0, 0, 1, 1, 2, 2], [0, 0, 1, 2, 1, 0], 3))

folds = []
for name in ["imb_2d", "imb_10d", "moons", "bc_imbalanced"]:
    cells = np.genfromtxt(HERE / "data" / f"{name}.csv", delimiter=",", skip_header=1)
    x, y = cells[:, :-1], cells[:, -1].astype(int)
    for n in [3, 5]:
        tests = [test.tolist() for _, test in InstanceHardnessCV(NearestMean(), n_splits=n).split(x, y)]
        folds.append({"data": name, "folds": n, "tests": tests})

made_with = f"imbalanced-learn {imblearn.__version__}, scikit-learn {sklearn.__version__}"
said = {"made_with": made_with, "cases": cases, "folds": folds}
(HERE / "imbalanced_metrics.json").write_text(json.dumps(said, default=float) + "\n")
