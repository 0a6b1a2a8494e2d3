"""Records what Feast answers to the rows of joins.json: python record.py joins.json > answers.json

Needs feast[...]==0.67.* and httpx2. Its client, its offline store of files and its online store of SQLite are asked in one process.
"""

import contextlib
import datetime as dt
import json
import pathlib
import sys
import tempfile
import warnings

warnings.filterwarnings("ignore")

import feast
import pandas as pd
from fastapi.testclient import TestClient
from feast import Entity, FeatureService, FeatureStore, FeatureView, Field, FileSource, PushSource, RepoConfig, RequestSource, ValueType
from feast.feature_server import get_app
from feast.on_demand_feature_view import on_demand_feature_view
from feast.types import Float64, Int64

START = pd.Timestamp("2026-01-01", tz="UTC")
joins = json.load(open(sys.argv[1]))
folder = pathlib.Path(tempfile.mkdtemp())


def moments(seconds):
    return START + pd.to_timedelta(seconds, unit="s")


rows = pd.DataFrame(joins["feature_rows"]["rows"], columns=["entity", "event_time", "created_time", "value"])
rows["event_time"] = moments(rows["event_time"])
rows["created_time"] = moments(rows["created_time"])
rows.to_parquet(folder / "rows.parquet")

entity = Entity(name="entity", join_keys=["entity"], value_type=ValueType.INT64)
source = FileSource(name="rows", path=str(folder / "rows.parquet"), timestamp_field="event_time", created_timestamp_column="created_time")
push = PushSource(name="stats_push", batch_source=source)
schema = [Field(name="entity", dtype=Int64), Field(name="value", dtype=Float64)]
views = {
    name: FeatureView(name=name, entities=[entity], ttl=dt.timedelta(seconds=ttl), schema=schema, source=push if ttl == 0 else source)
    for name, ttl in (("stats", 0), ("fifty", 50), ("twohundred", 200))
}


@on_demand_feature_view(
    sources=[views["stats"], RequestSource(name="request", schema=[Field(name="km", dtype=Float64)])],
    schema=[Field(name="scaled", dtype=Float64)],
)
def scaled(inputs: pd.DataFrame) -> pd.DataFrame:
    return pd.DataFrame({"scaled": inputs["value"] * inputs["km"]})


store = FeatureStore(
    config=RepoConfig(
        project="p",
        provider="local",
        registry=str(folder / "registry.db"),
        online_store={"type": "sqlite", "path": str(folder / "online.db")},
        entity_key_serialization_version=3,
    )
)
service = FeatureService(name="service", features=[views["stats"]])
with contextlib.redirect_stdout(sys.stderr):
    store.apply([entity, source, push, *views.values(), scaled, service])

asking = pd.DataFrame(joins["entity_rows"], columns=["entity", "event_timestamp"])
asking["event_timestamp"] = moments(asking["event_timestamp"])
asking["row"] = range(len(asking))


def history(view):
    """Feast leaves rows out whose entity has events but none in its time to live: the rows that it gives, by their number."""
    table = store.get_historical_features(asking, [view + ":value"]).to_df()
    return {str(row): None if pd.isna(value) else value for row, value in zip(table["row"], table["value"])}


answers = {"feast": feast.__version__, "history": {name: history(name) for name in views}, "http": []}
client = TestClient(get_app(store), raise_server_exceptions=False)


def ask(path, body):
    with contextlib.redirect_stdout(sys.stderr):
        reply = client.post(path, json=body)
    answers["http"].append({"path": path, "body": body, "status": reply.status_code, "reply": reply.text})


def online(features, entities, **more):
    ask("/get-online-features", {"features": features, "entities": entities, **more})


everybody = {"entity": list(range(9))}
online(["stats:value"], everybody)
ask("/materialize", {"start_ts": "2025-12-31T23:59:59", "end_ts": "2026-01-01T00:05:00", "feature_views": ["stats"]})
online(["stats:value"], everybody)
ask("/materialize-incremental", {"end_ts": "2026-01-01T00:10:00Z", "feature_views": ["stats"]})
online(["stats:value"], everybody, full_feature_names=True)
row = {"entity": [8, 1], "value": [1.5, None], "event_time": ["2026-01-01 00:11:00", "2026-01-01 00:11:00"]}
row["created_time"] = ["2026-01-01 00:11:01", "2026-01-01 00:11:02"]
ask("/push", {"push_source_name": "stats_push", "df": row})
online(["stats:value"], everybody)
ask("/write-to-online-store", {"feature_view_name": "stats", "df": {**row, "value": [2.5, 3.5]}})
online(["stats:value"], {"entity": [8, 1]})
ask("/get-online-features", {"feature_service": "service", "entities": {"entity": [8]}})
online(["stats:value", "scaled:scaled"], {"entity": [8, 1], "km": [2.0, 10.0]})
online(["scaled:scaled"], {"entity": [8, 1], "km": [2.0, 10.0]})
online(["stats:value"], {"entity": [8], "more": ["x"]})
online(["stats:value"], {"entity": ["8"]})
for body in (
    {"features": ["nobody:value"], "entities": {"entity": [1]}},
    {"features": ["stats:nothing"], "entities": {"entity": [1]}},
    {"features": ["stats:value", "fifty:value"], "entities": {"entity": [1]}},
    {"features": ["stats"], "entities": {"entity": [1]}},
    {"features": ["stats:value"], "entities": {"entry": [1]}},
    {"features": ["stats:value"], "entities": {"entity": ["a"]}},
    {"features": ["stats:value"], "entities": {"entity": [1, 2], "more": [1]}},
    {"features": ["stats:value"]},
    {"features": [], "entities": {"entity": [1]}},
    {"feature_service": "nobody", "entities": {"entity": [1]}},
):
    ask("/get-online-features", body)
ask("/push", {"push_source_name": "nobody", "df": row})
ask("/push", {"push_source_name": "stats_push", "df": row, "to": "moon"})
ask("/push", {"push_source_name": "stats_push", "df": {"entity": [1]}})
ask("/materialize", {"start_ts": "2026-01-01T00:10:00", "end_ts": "2026-01-01T00:05:00"})
ask("/materialize", {"start_ts": "x", "end_ts": "2026-01-01T00:05:00"})
ask("/materialize", {"start_ts": "2026-01-01T00:00:00", "end_ts": "2026-01-01T00:05:00", "feature_views": ["nobody"]})
json.dump(answers, sys.stdout, indent=1)
