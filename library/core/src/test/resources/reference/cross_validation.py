"""Writes cross_validation.json: what scikit-learn's cross_validate, cross_val_predict, validation_curve and
learning_curve give for the tables beside this file. Run it as `python cross_validation.py FOLDER_OF_THIS_FILE`."""

import json
import sys

import numpy as np
import pandas as pd
import sklearn
from sklearn.calibration import CalibratedClassifierCV
from sklearn.linear_model import LinearRegression, LogisticRegression
from sklearn.model_selection import (
    KFold,
    StratifiedKFold,
    TimeSeriesSplit,
    cross_validate,
    learning_curve,
    validation_curve,
)
from sklearn.neighbors import KNeighborsClassifier
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

folder = sys.argv[1]


def table(name):
    frame = pd.read_csv(f"{folder}/data/{name}.csv")
    return frame.drop(columns="y").to_numpy(), frame["y"].to_numpy()


def logistic(c):
    return make_pipeline(StandardScaler(), LogisticRegression(C=c, tol=1e-12, max_iter=10000))


def case(name, model, splitter, metrics):
    x, y = table(name)
    found = cross_validate(model, x, y, cv=splitter, scoring=metrics)
    return {"data": name, "scores": {m: list(map(float, found["test_" + m])) for m in metrics}}


x, y = table("breast_cancer")
cs = [0.001, 0.1, 10.0]
train, test = validation_curve(
    make_pipeline(StandardScaler(), LogisticRegression(tol=1e-12, max_iter=10000)),
    x,
    y,
    param_name="logisticregression__C",
    param_range=cs,
    cv=StratifiedKFold(3),
    scoring="neg_log_loss",
)
sizes, learnt, others = learning_curve(
    logistic(1.0), x, y, train_sizes=[0.3, 0.5, 1.0], cv=TimeSeriesSplit(4), scoring="neg_log_loss"
)
json.dump(
    {
        "scikit_learn": sklearn.__version__,
        "binary": case(
            "breast_cancer",
            logistic(1.0),
            StratifiedKFold(5),
            ["accuracy", "f1", "roc_auc", "average_precision", "neg_log_loss", "neg_brier_score"],
        ),
        "multiclass": case(
            "wine",
            logistic(1.0),
            StratifiedKFold(3),
            ["accuracy", "f1_macro", "roc_auc_ovr", "roc_auc_ovo_weighted", "neg_log_loss"],
        ),
        "numbers": case(
            "diabetes",
            LinearRegression(),
            KFold(5),
            ["r2", "neg_root_mean_squared_error", "neg_median_absolute_error"],
        ),
        "calibrated": {
            method: cross_validate(
                CalibratedClassifierCV(
                    logistic(1.0), method=method, cv=StratifiedKFold(3), ensemble=False
                ),
                x,
                y,
                cv=StratifiedKFold(3),
                scoring="neg_brier_score",
            )["test_score"].tolist()
            for method in ["sigmoid", "isotonic", "temperature"]
        },
        # Shares of five neighbours have no log odds.
        **{
            name: {
                metric: cross_validate(
                    CalibratedClassifierCV(
                        make_pipeline(StandardScaler(), KNeighborsClassifier(5)),
                        method=method,
                        cv=StratifiedKFold(3),
                        ensemble=False,
                    ),
                    x,
                    y,
                    cv=StratifiedKFold(3),
                    scoring=metric,
                )["test_score"].tolist()
                for metric in ["neg_brier_score", "neg_log_loss"]
            }
            for name, method in [
                ("calibrated_shares", "sigmoid"),
                ("tempered_shares", "temperature"),
            ]
        },
        "validation_curve": {
            "data": "breast_cancer",
            "c": cs,
            "train": train.tolist(),
            "test": test.tolist(),
        },
        "learning_curve": {
            "data": "breast_cancer",
            "sizes": sizes.tolist(),
            "train": learnt.tolist(),
            "test": others.tolist(),
        },
    },
    open(f"{folder}/cross_validation.json", "w"),
    indent=1,
)
