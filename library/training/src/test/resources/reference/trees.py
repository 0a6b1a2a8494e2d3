"""Writes trees.json beside this file: what scikit-learn 1.9's DecisionTreeClassifier asks.

Numbers are sixteenths, so that both see the same ones; tables whose tree is another by another seed, since two questions are as good, are left out."""
import json
import numpy as np
from sklearn.tree import DecisionTreeClassifier

def same(trees):
    first = trees[0].tree_
    return all(np.array_equal(each.tree_.feature, first.feature) and np.allclose(each.tree_.threshold, first.threshold) for each in trees)


def tried(seed, rows, width, classes, criterion, weighted, depth):
    rng = np.random.default_rng(seed)
    x = np.stack([rng.permutation(rows * 8)[:rows] / 16 for _ in range(width)], axis=1)
    score = x @ rng.normal(size=width) + rng.normal(size=rows) * rows / 20
    y = np.digitize(score, np.quantile(score, np.linspace(0, 1, classes + 1)[1:-1]))
    w = rng.integers(1, 6, rows) / 2 if weighted else np.ones(rows)
    trees = [DecisionTreeClassifier(max_depth=depth, criterion=criterion, random_state=r).fit(x, y, sample_weight=w) for r in range(12)]
    return x, y, w, trees


cases = []
for rows, width, classes, criterion, weighted, depth in [
        (300, 4, 2, "gini", False, 4), (300, 4, 2, "entropy", False, 4), (300, 3, 3, "gini", False, 4),
        (300, 3, 4, "entropy", True, 4), (400, 5, 3, "gini", True, 4), (60, 2, 2, "gini", False, 3)]:
    x, y, w, trees = next(t for t in (tried(seed, rows, width, classes, criterion, weighted, depth) for seed in range(1000)) if same(t[3]))
    tree = trees[0].tree_
    cases.append(dict(
        rows=x.tolist(), codes=y.tolist(), weights=w.tolist(), criterion=criterion, depth=depth, classes=classes,
        probabilities=trees[0].predict_proba(x).tolist(), leaves=int(trees[0].get_n_leaves()), importances=trees[0].feature_importances_.tolist(),
        root=dict(feature=int(tree.feature[0]), cut=float(tree.threshold[0]))))
with open("trees.json", "w") as out:
    json.dump(dict(cases=cases), out, separators=(",", ":"))
