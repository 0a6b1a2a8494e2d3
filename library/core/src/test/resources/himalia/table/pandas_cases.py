"""Writes pandas_cases.json: tables, and what pandas makes of them. Run with pandas 3: python pandas_cases.py"""

import json
import pathlib

import numpy as np
import pandas as pd


def table(seed, rows):
    r = np.random.default_rng(seed)
    n = lambda values, share: [None if r.random() < share else v for v in values]
    days = pd.Timestamp("2023-12-30") + pd.to_timedelta(r.integers(0, 90, rows), unit="D")
    moments = pd.Timestamp("2024-02-28T22:00") + pd.to_timedelta(r.integers(0, 300_000, rows), unit="s")
    return {
        "city": ("text", n(r.choice(["Oslo", "Rome", "Bern", "Zürich"], rows).tolist(), 0.1)),
        "plan": ("text", n(r.choice(["a", "b"], rows).tolist(), 0.05)),
        "age": ("whole", n(r.integers(-5, 60, rows).tolist(), 0.15)),
        "fare": ("number", n(np.round(r.normal(20, 9, rows), 2).tolist(), 0.15)),
        "day": ("date", [d.strftime("%Y-%m-%d") for d in days]),
        "at": ("moment", [m.strftime("%Y-%m-%dT%H:%M:%S") for m in moments]),
    }


def frame(columns):
    made = {}
    for name, (kind, values) in columns.items():
        if kind == "text":
            made[name] = pd.array(values, dtype="str")
        elif kind == "whole":
            made[name] = pd.array(values, dtype="Int64")
        elif kind == "number":
            made[name] = pd.array(values, dtype="float64")
        else:
            made[name] = pd.to_datetime(values)
    return pd.DataFrame(made)


def plain(value):
    if value is None or value is pd.NA or value is pd.NaT or (isinstance(value, float) and np.isnan(value)):
        return None
    if isinstance(value, pd.Timestamp):
        return value.strftime("%Y-%m-%dT%H:%M:%S")
    if isinstance(value, np.generic):
        value = value.item()
    return value


def rows(result):
    if isinstance(result, pd.Series):
        result = result.reset_index()
    elif not isinstance(result.index, pd.RangeIndex):
        result = result.reset_index()
    return [[plain(v) for v in row] for row in result.astype(object).values.tolist()]


def values(series):
    return [plain(v) for v in series.astype(object).tolist()]


FUNCTIONS = ["count", "sum", "mean", "median", "std", "var", "min", "max", "first", "last", "nunique"]


def answers(df):
    by = df.groupby("city", dropna=False)
    out = {}
    for column in ("age", "fare"):
        for f in FUNCTIONS:
            out[f"group {column} {f}"] = rows(getattr(by[column], f)())
    for f in ("min", "max", "first", "last", "nunique", "count"):
        out[f"group day {f}"] = rows(getattr(by["day"], f)())
    for f in ("first", "last", "nunique", "count"):
        out[f"group plan {f}"] = rows(getattr(by["plan"], f)())
    out["size"] = rows(by.size())
    out["two"] = rows(df.groupby(["city", "plan"], dropna=False)["fare"].sum())
    out["quantile"] = rows(by["fare"].quantile(0.3))
    out["transform"] = values(by["fare"].transform("mean"))
    out["head"] = rows(by.head(2).reset_index(drop=True))
    known = df.dropna(subset=["city", "plan"])
    out["pivot"] = rows(known.pivot_table(index="city", columns="plan", values="fare", aggfunc="mean"))
    out["crosstab"] = rows(pd.crosstab(known.city, known.plan))
    melted = df.melt(id_vars=["city"], value_vars=["age", "fare"])
    out["melt"] = rows(melted)
    for unit, rule in {"DAYS": "D", "MONTHS": "MS", "YEARS": "YS"}.items():
        r = df.resample(rule, on="day")
        out[f"resample {unit}"] = rows(r.agg(total=("fare", "sum"), mean=("fare", "mean"), n=("fare", "size")))
    week = df.resample("W-MON", on="day", closed="left", label="left")
    out["resample WEEKS"] = rows(week.agg(total=("fare", "sum"), mean=("fare", "mean"), n=("fare", "size")))
    for unit, rule in {"HOURS": "h", "DAYS": "D"}.items():
        out[f"moments {unit}"] = rows(df.resample(rule, on="at").agg(n=("fare", "size")))
    for rule, hours in {"7h": 7, "3D": 72, "10D": 240}.items():
        out[f"lengths {hours}"] = rows(df.resample(rule, on="at").agg(n=("fare", "size")))
    out["sort"] = rows(df.sort_values(["age", "city"], ascending=[False, True], kind="stable").reset_index(drop=True))
    out["quarters"] = rows(df.resample("45min", on="at").agg(n=("fare", "size")))
    for share in (0, 0.1, 0.5, 0.77, 1):
        out[f"quantile {share}"] = plain(df.fare.quantile(share))
    edges = [-6, 0, 18, 30.5, 60]
    out["cut"] = [None if pd.isna(v) else int(v) for v in pd.cut(df.age.astype("float64"), edges, labels=False)]
    out["qcut"] = [None if pd.isna(v) else int(v) for v in pd.qcut(df.fare, 4, labels=False)]
    out["rank"] = values(df.age.astype("float64").rank())
    out["ffill"] = values(df.city.ffill())
    out["bfill"] = values(df.age.bfill())
    for f in ("mean", "sum", "min", "max", "std"):
        out[f"rolling {f}"] = values(getattr(df.fare.rolling(3), f)())
    numbers = df[["age", "fare"]].astype("float64").assign(both=lambda d: d.age * 2 - d.fare)
    out["corr"] = rows(numbers.corr())
    out["spearman"] = rows(numbers.corr("spearman"))
    out["shift"] = values(df.fare.shift(1))
    out["diff"] = values(df.fare.diff())
    out["cumsum"] = values(df.fare.cumsum())
    out["pct_change"] = values(df.fare.pct_change(fill_method=None))
    return out


cases = []
for seed, count in ((1, 30), (2, 200), (3, 5), (4, 1)):
    columns = table(seed, count)
    df = frame(columns)
    cases.append(
        {"columns": {name: {"kind": kind, "values": values} for name, (kind, values) in columns.items()},
         "answers": answers(df) if count > 4 else {}}
    )
path = pathlib.Path(__file__).with_name("pandas_cases.json")
path.write_text(json.dumps(cases, ensure_ascii=False, separators=(",", ":"), allow_nan=False) + "\n", encoding="utf-8")
