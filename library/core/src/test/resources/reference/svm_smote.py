"""Writes svm_smote.json: at which rows SVM-SMOTE begins. Run with imbalanced-learn 0.14: python svm_smote.py"""

import json
import pathlib

import imblearn
import numpy as np
import sklearn
from imblearn.over_sampling import SVMSMOTE

HERE = pathlib.Path(__file__).parent
DATA = ["imb_2d", "imb_3c", "imb_10d", "moons", "bc_imbalanced", "wine", "breast_cancer"]
SETTINGS = [(5, 10, 0.5), (3, 5, 0.2), (2, 3, 1.0)]


class Spying(SVMSMOTE):
    """Keeps which support rows are noise, and which are in danger."""

    def _in_danger_noise(self, nn_estimator, samples, target_class, y, kind="danger"):
        found = super()._in_danger_noise(nn_estimator, samples, target_class, y, kind)
        self.said.setdefault(str(target_class), {})[kind] = found
        return found


cases = []
for name in DATA:
    cells = np.genfromtxt(HERE / "data" / f"{name}.csv", delimiter=",", skip_header=1)
    x, y = cells[:, :-1], cells[:, -1].astype(int)
    counts = np.bincount(y)
    for k, m, out in SETTINGS:
        sampler = Spying(k_neighbors=k, m_neighbors=m, out_step=out, random_state=0)
        sampler.said = {}
        done, labels = sampler.fit_resample(x, y)
        support = sampler.svm_estimator_.support_
        classes = {}
        for target, said in sampler.said.items():
            own = [int(r) for r in support if str(y[r]) == target]
            rows = [r for r, is_noise in zip(own, said["noise"]) if not is_noise]
            classes[target] = {
                "support": own,
                "danger": [r for r, is_in in zip(rows, said["danger"]) if is_in],
                "safe": [r for r, is_in in zip(rows, said["danger"]) if not is_in],
                "asked": int(sampler.sampling_strategy_[int(target)]),
                "added": int((labels == int(target)).sum() - counts[int(target)]),
            }
        cases.append({"data": name, "k_neighbors": k, "m_neighbors": m, "out_step": out, "classes": classes})

made_with = f"imbalanced-learn {imblearn.__version__}, scikit-learn {sklearn.__version__}"
(HERE / "svm_smote.json").write_text(json.dumps({"made_with": made_with, "cases": cases}) + "\n")
