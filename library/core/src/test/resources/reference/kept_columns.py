"""Writes kept_columns.json: which columns scikit-learn keeps, and how its IterativeImputer fills. Run with scikit-learn 1.9: python kept_columns.py"""

import json
import pathlib

import numpy as np
import sklearn
from sklearn.experimental import enable_iterative_imputer  # noqa: F401
from sklearn.feature_selection import RFE, RFECV, SelectFdr, SelectFpr, SelectFromModel, SelectFwe, SelectPercentile
from sklearn.feature_selection import chi2, f_classif
from sklearn.impute import IterativeImputer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import StratifiedKFold
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

HERE = pathlib.Path(__file__).parent


def read(name):
    cells = np.genfromtxt(HERE / "data" / f"{name}.csv", delimiter=",", skip_header=1)
    return cells[:, :-1], cells[:, -1].astype(int)


def noisy(x):
    """Puts columns beside others that tell ever less: each is one of theirs, its rows moved."""
    return np.hstack([x] + [np.roll(x, 17 * k, axis=0)[:, :3] for k in (1, 2, 3)])


def places(step):
    return np.flatnonzero(step.get_support()).tolist()


chosen = []
for name in ["wine", "moons", "imb_10d"]:
    x, y = read(name)
    x = noisy(x) if name == "wine" else x
    for alpha in [0.05, 0.01, 1e-6]:
        case = {"data": name, "alpha": alpha}
        for kind in [SelectFpr, SelectFdr, SelectFwe]:
            case[kind.__name__] = places(kind(f_classif, alpha=alpha).fit(x, y))
        chosen.append(case)
percentiles = []
for name in ["wine", "imb_10d"]:
    x, y = read(name)
    for percentile in [1, 10, 25, 50, 90, 100]:
        kept = places(SelectPercentile(f_classif, percentile=percentile).fit(x, y))
        percentiles.append({"data": name, "percentile": percentile, "kept": kept})

models = []
for name in ["wine", "imb_3c"]:
    x, y = read(name)
    model = make_pipeline(StandardScaler(), LogisticRegression(C=1.0, tol=1e-10, max_iter=10_000))
    weights = {"importance_getter": "named_steps.logisticregression.coef_"}
    case = {"data": name, "from_model": {}}
    for threshold in ["mean", "median", "1.25*mean", 0.3]:
        case["from_model"][str(threshold)] = places(SelectFromModel(model, threshold=threshold, **weights).fit(x, y))
    least = -np.inf
    case["most_2"] = places(SelectFromModel(model, threshold=least, max_features=2, **weights).fit(x, y))
    fewest = min(3, x.shape[1] - 1)
    case["fewest"] = fewest
    case["rfe"] = places(RFE(model, n_features_to_select=fewest, **weights).fit(x, y))
    for scoring in ["accuracy", "balanced_accuracy"]:
        best = RFECV(model, min_features_to_select=fewest, cv=StratifiedKFold(4), scoring=scoring, **weights).fit(x, y)
        case[scoring] = {"kept": places(best), "scores": best.cv_results_["mean_test_score"].tolist()}
    models.append(case)

imputed = []
for name, learnt in [("wine", 178), ("wine", 120), ("imb_3c", 60), ("imb_10d", 9)]:
    x, _ = read(name)
    x = x[:178].copy()
    for row in range(len(x)):
        for column in range(x.shape[1]):
            if (7 * row + 3 * column) % 11 == 0 and column != 1:
                x[row, column] = np.nan
    step = IterativeImputer().fit(x[:learnt])
    if name == "wine":
        x[170:, 1] = np.nan  # nothing was missing there to learn from
    imputed.append(
        {"data": name, "learnt": learnt, "rows": len(x), "rounds": step.n_iter_, "filled": step.transform(x)[np.isnan(x)].tolist()}
    )

result = {"made_with": f"scikit-learn {sklearn.__version__}", "chosen": chosen, "percentiles": percentiles, "models": models, "imputed": imputed}
(HERE / "kept_columns.json").write_text(json.dumps(result) + "\n")
