"""Writes missing.json: on what missing cells depend, and how far two halves of a table are apart. Run with scipy and pandas: python missing.py"""

import json
import pathlib

import numpy as np
import pandas as pd
import scipy
from scipy import stats
from scipy.special import kolmogorov

HERE = pathlib.Path(__file__).parent

wine = pd.read_csv(HERE / "data" / "wine.csv")
rows = np.arange(len(wine))
gaps = {"ash": (wine["alcohol"] > 13) & (rows % 3 > 0), "hue": pd.Series(rows % 7 == 0)}
holed = wine.copy()
for name, gap in gaps.items():
    holed.loc[gap, name] = np.nan
missing = {}
tests = len(gaps) * (len(wine.columns) - 1)
for name, gap in gaps.items():
    chances = {"y": stats.chi2_contingency(pd.crosstab(gap, holed["y"]), correction=False).pvalue}
    for other in wine.columns[:-1].drop(name):
        values = holed[other]
        chances[other] = stats.ttest_ind(values[gap].dropna(), values[~gap].dropna(), equal_var=False).pvalue
    missing[name] = {
        "count": int(gap.sum()),
        "by_class": gap.groupby(holed["y"]).mean().tolist(),
        "p": chances["y"],
        "depends_on": [k for k, p in sorted(chances.items(), key=lambda each: each[1]) if p < 0.05 / tests],
    }

coverage = {}
first, second = holed[:60], holed[60:]
for name in wine.columns[:-1]:
    one, other = first[name].dropna(), second[name].dropna()
    d = stats.ks_2samp(one, other).statistic
    coverage[name] = {
        "train": float(first[name].notna().mean()),
        "test": float(second[name].notna().mean()),
        "distance": float(d),
        "p": float(kolmogorov(np.sqrt(len(one) * len(other) / (len(one) + len(other))) * d)),
        "unseen": float(((other < one.min()) | (other > one.max())).mean()),
    }
mixed = pd.read_csv(HERE / "data" / "mixed.csv", keep_default_na=False)
levels = {}
for name in ["colour", "city"]:
    one, other = mixed[name][:100], mixed[name][100:]
    one, other = one[one != ""], other[other != ""]
    counts = pd.DataFrame({"one": one.value_counts(), "other": other.value_counts()}).fillna(0)
    levels[name] = {
        "distance": float((counts["one"] / len(one) - counts["other"] / len(other)).abs().sum() / 2),
        "p": float(stats.chi2_contingency(counts.T, correction=False).pvalue),
        "unseen": float((~other.isin(one)).mean()),
    }

made_with = f"scipy {scipy.__version__}, pandas {pd.__version__}"
result = {"made_with": made_with, "missing": missing, "coverage": coverage, "levels": levels}
(HERE / "missing.json").write_text(json.dumps(result) + "\n")
